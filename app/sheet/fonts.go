package sheet

import (
	"fmt"
	"math"
	"sync"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"deskleaf/app/sheet/truetype"
	"deskleaf/assets"
)

// A Face is one of the types that sheets are set in.
type Face int

// Source Sans 3 in two weights, and DejaVu Sans in the same for letters that it
// lacks.
const (
	Regular Face = iota
	Bold
	OtherRegular
	OtherBold
	faceCount
)

// other is the face that stands in for a letter that f lacks.
func (f Face) other() Face { return f%OtherRegular + OtherRegular }

// otherSize is how large the other type is set, in parts of the size, so that its
// letters are as high as those that they stand between.
const otherSize = 0.9

// Faces are all of them.
type typefaces [faceCount]*face

// of is the face that sets a letter where one is asked for.
func (fs *typefaces) of(r rune, asked Face) Face {
	if _, ok := fs[asked].advance(r); ok {
		return asked
	}
	return asked.other()
}

// faces reads the fonts once per process. A font that does not parse is an
// error here, before anything is laid out in it.
var faces = sync.OnceValues(func() (fs typefaces, err error) {
	for f, data := range [faceCount][]byte{assets.Regular(), assets.Bold(), assets.OtherRegular(), assets.OtherBold()} {
		size := 1.0
		if Face(f) >= OtherRegular {
			size = otherSize
		}
		if fs[f], err = readFace(data, size); err != nil {
			return fs, fmt.Errorf("read font %d: %w", f, err)
		}
		if Face(f) >= OtherRegular { // it was cut, and has nothing to measure by
			fs[f].CapHeight, fs[f].StemV = fs[Face(f)-OtherRegular].CapHeight, fs[Face(f)-OtherRegular].StemV
		}
	}
	return fs, nil
})

// A face measures and draws; its methods may be called from any goroutine.
type face struct {
	parsed *sfnt.Font
	whole  *truetype.Font // the same file, to cut from
	units  sfnt.Units
	size   float64 // at which it is set, in parts of the size that is asked for
	descriptor
	rows   [256]atomic.Pointer[row] // of 256 runes each, made when first asked for
	glyphs sync.Map                 // rune to []glyphStep
}

// A row holds widths in thousandths of the size, or absent, for 256 runes.
type row [256]int16

const absent = -1

func readFace(data []byte, size float64) (*face, error) {
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return nil, err
	}
	whole, err := truetype.Parse(data)
	if err != nil {
		return nil, err
	}
	f := &face{parsed: parsed, whole: whole, units: parsed.UnitsPerEm(), size: size}
	return f, f.describe()
}

// describe measures the face as a whole.
func (f *face) describe() error {
	var b sfnt.Buffer
	em := fixed.I(int(f.units))
	metrics, err := f.parsed.Metrics(&b, em, font.HintingNone)
	if err != nil {
		return err
	}
	box, err := f.parsed.Bounds(&b, em, font.HintingNone)
	if err != nil {
		return err
	}
	f.Ascent, f.Descent, f.CapHeight = f.thousandths(metrics.Ascent), -f.thousandths(metrics.Descent), f.thousandths(metrics.CapHeight)
	f.FontBBox.Xmin, f.FontBBox.Xmax = f.thousandths(box.Min.X), f.thousandths(box.Max.X)
	f.FontBBox.Ymin, f.FontBBox.Ymax = -f.thousandths(box.Max.Y), -f.thousandths(box.Min.Y) // up, in a PDF
	f.Flags = symbolic
	f.StemV = f.stem(&b)
	return nil
}

// stem is how wide the l is drawn, in thousandths of the size.
func (f *face) stem(b *sfnt.Buffer) int {
	left, right := float32(1), float32(0)
	for _, s := range f.glyph('l', b) {
		left, right = min(left, s.at[0][0]), max(right, s.at[0][0])
	}
	return int(math.Round(1000 * float64(max(0, right-left))))
}

// thousandths is a length in the face's own units as a part of the size.
func (f *face) thousandths(of fixed.Int26_6) int {
	return int(math.Round(float64(of) / 64 * 1000 / float64(f.units)))
}

// advance is the width of r in thousandths of the size that is asked for, and
// whether the face has r at all.
func (f *face) advance(r rune) (int, bool) {
	w, ok := f.ownAdvance(r)
	if f.size != 1 {
		w = int(math.Round(float64(w) * f.size))
	}
	return w, ok
}

// ownAdvance is the same in thousandths of the size that the face is set at,
// rounded as a PDF has it.
func (f *face) ownAdvance(r rune) (int, bool) {
	if r < 0 || r > 0xffff {
		return 0, false
	}
	at := f.rows[r>>8].Load()
	if at == nil {
		at = f.makeRow(r &^ 0xff)
		f.rows[r>>8].Store(at)
	}
	w := at[r&0xff]
	return int(max(w, 0)), w != absent
}

func (f *face) makeRow(first rune) *row {
	var made row
	var b sfnt.Buffer
	em := fixed.I(int(f.units))
	for i := range made {
		made[i] = absent
		g, err := f.parsed.GlyphIndex(&b, first+rune(i))
		if err != nil || g == 0 {
			continue
		}
		adv, err := f.parsed.GlyphAdvance(&b, g, em, font.HintingNone)
		if err != nil {
			continue
		}
		made[i] = int16(f.thousandths(adv))
	}
	return &made
}

// width is how wide words are at a size, in points.
func (f *face) width(words string, size float64) float64 {
	sum := 0
	for _, r := range words {
		w, _ := f.advance(r)
		sum += w
	}
	return float64(sum) * size / 1000
}
