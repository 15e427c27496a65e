package sheet

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"

	"deskleaf/app/sheet/tagged"
)

// A cut is a part of a face as a PDF has it: up to 224 letters with codes of one
// byte. A face has one, or more where a sheet uses more letters.
type cut struct {
	face    Face
	letters tagged.Letters
}

// A letterCode is how a PDF writes a letter: in which of the cuts, by what code.
type letterCode struct {
	cut  int
	code byte
}

// A coding gives the letters of a document their codes. Plain ones are their own
// codes, which keeps pages small and legible to whoever looks into the file.
type coding struct {
	cuts  []cut
	codes [faceCount]map[rune]letterCode
	buf   sfnt.Buffer
}

// The codes of a cut's letters.
const (
	firstCode = 0x20
	lastPlain = 0x7e
	afterThem = 0x80
)

// codeLetters gives codes to all letters on these pages. The same letters get
// the same codes, in whatever order they stand. Of a face that is used, every
// plain letter gets one, so that most sheets of a language use the same cuts.
func codeLetters(pages []Page) *coding {
	var used [faceCount]map[rune]bool
	for _, page := range pages {
		for _, op := range page.Ops {
			if text, ok := op.(TextOp); ok {
				if used[text.Face] == nil {
					used[text.Face] = map[rune]bool{}
					for r := rune(firstCode); r <= lastPlain && text.Face < OtherRegular; r++ {
						used[text.Face][r] = true
					}
				}
				for _, r := range text.Text {
					used[text.Face][r] = true
				}
			}
		}
	}
	c := &coding{}
	for face := range faceCount {
		if len(used[face]) > 0 {
			c.add(face, used[face])
		}
	}
	return c
}

// add gives codes to the letters of a face.
func (c *coding) add(face Face, used map[rune]bool) {
	letters := make([]rune, 0, len(used))
	for r := range used {
		letters = append(letters, r)
	}
	slices.Sort(letters)
	c.codes[face] = make(map[rune]letterCode, len(letters))
	c.cuts = append(c.cuts, cut{face: face})
	next := afterThem
	for _, r := range letters {
		code := int(r)
		if r > lastPlain || r < firstCode {
			if next == 256 {
				c.cuts = append(c.cuts, cut{face: face})
				next = firstCode
			}
			code = next
			next++
		}
		at := len(c.cuts) - 1
		c.codes[face][r] = letterCode{at, byte(code)}
		c.cuts[at].letters[code] = r
	}
}

// A stretch is the codes of letters that are all in one cut, and that stand on a
// line; a mark over or under the letter before is a stretch of its own.
type stretch struct {
	cut       int
	text      string // the letters
	codes     []byte
	mark      bool
	right, up float64 // of a mark: how far it goes from the pen, in parts of the size
}

// stretches are the codes of words of a face.
func (c *coding) stretches(asked Face, f *face, words string) []stretch {
	var made []stretch
	began, marks := 0, markPen{face: f}
	for i, r := range words {
		at, mark := c.codes[asked][r], sideOf(r) != noMark
		right, up := marks.next(r, &c.buf)
		if n := len(made); n == 0 || made[n-1].cut != at.cut || mark || made[n-1].mark {
			made = append(made, stretch{cut: at.cut, codes: make([]byte, 0, len(words)-i), mark: mark, right: right, up: up})
			began = i
		}
		last := &made[len(made)-1]
		last.text = words[began : i+utf8.RuneLen(r)]
		last.codes = append(last.codes, at.code)
	}
	return made
}

// name is the cut's name in the file: six letters made from what is in it, so
// that no two cuts of a face share one (ISO 32000-1, 9.6.4), and the face's.
func (c *cut) name() string {
	h := sha256.New()
	for code, r := range c.letters {
		fmt.Fprintf(h, "%d %d ", code, r)
	}
	sum := h.Sum(nil)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag) + "+" + faceNames[c.face]
}

// faceNames are the PostScript names of the faces.
var faceNames = [faceCount]string{"SourceSans3-Regular", "SourceSans3-Bold", "DejaVuSans", "DejaVuSans-Bold"}

// A definition is a font as gofpdf takes it, in JSON.
type definition struct {
	Tp, Name, File string
	OriginalSize   int
	Cw             [256]int
	Desc           descriptor
}

// A descriptor is what a PDF says of a font as a whole, in thousandths of its
// size (ISO 32000-1, 9.8).
type descriptor struct {
	Ascent, Descent, CapHeight, Flags, StemV int
	FontBBox                                 struct{ Xmin, Ymin, Xmax, Ymax int }
}

// symbolic says that the codes of a font are its own.
const symbolic = 4

// A loadable is a cut as a PDF takes it: its definition, and, compressed, its file
// and the table of its letters.
type loadable struct{ define, file, letters []byte }

// lastCuts are the cuts of the sheets before, for the next ones. There are few: a
// desk prints in a handful of languages.
var lastCuts struct {
	sync.Mutex
	made map[cut]loadable
}

// mostCuts is how many are kept, at some ten kilobytes each.
const mostCuts = 16

// load makes the cut ready, or takes it from those that were made before.
func (c *cut) load(f *face) (loadable, error) {
	last := &lastCuts
	last.Lock()
	defer last.Unlock()
	if made, ok := last.made[*c]; ok {
		return made, nil
	}
	file, define, err := c.file(f)
	if err != nil {
		return loadable{}, err
	}
	made := loadable{define: define}
	if made.file, err = tagged.Compress(file); err != nil {
		return loadable{}, err
	}
	if made.letters, err = c.letters.Table(); err != nil {
		return loadable{}, err
	}
	if last.made == nil || len(last.made) == mostCuts {
		last.made = map[cut]loadable{}
	}
	last.made[*c] = made
	return made, nil
}

// file is the cut as a font file, and its definition.
func (c *cut) file(f *face) (file, define []byte, err error) {
	var glyphs [256]uint16
	d := definition{Tp: "TrueType", Name: c.name(), Desc: f.descriptor}
	d.File = d.Name + ".z" // gofpdf's sign for a compressed file
	var b sfnt.Buffer
	for code, r := range c.letters {
		if r == 0 {
			continue
		}
		g, err := f.parsed.GlyphIndex(&b, r)
		if err != nil || g == 0 {
			return nil, nil, fmt.Errorf("there is no %U in %s (%v)", r, faceNames[c.face], err)
		}
		glyphs[code] = uint16(g)
		d.Cw[code], _ = f.ownAdvance(r)
	}
	if file, err = f.whole.Cut(glyphs); err != nil {
		return nil, nil, err
	}
	d.OriginalSize = len(file)
	define, err = json.Marshal(d)
	return file, define, err
}
