// Command keep makes assets/fonts/DejaVuSans*.ttf: the letters and signs that Source Sans 3
// lacks, cut from DejaVu Sans. The two whole fonts would add 1.4 MB to the program.
//
//	go run ./app/sheet/truetype/keep FOLDER
//
// FOLDER holds DejaVuSans.ttf and DejaVuSans-Bold.ttf, version 2.37, as
// dejavu-fonts.github.io gives them out and the Go module github.com/go-fonts/dejavu
// v0.3.2 carries them. The program is run from the top of the checkout, when the
// fonts change; what it makes is kept there.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"unicode"

	"golang.org/x/image/font/sfnt"

	"deskleaf/app/sheet/truetype"
	"deskleaf/assets"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./app/sheet/truetype/keep FOLDER")
		os.Exit(2)
	}
	if err := keep(os.Args[1], filepath.Join("assets", "fonts")); err != nil {
		fmt.Fprintln(os.Stderr, "keep:", err)
		os.Exit(1)
	}
}

// keep writes what is kept of both fonts in one folder into another.
func keep(from, to string) error {
	letters, err := wanted(from)
	if err != nil {
		return err
	}
	for _, name := range names {
		f, err := open(filepath.Join(from, name))
		if err != nil {
			return err
		}
		glyphs := map[rune]uint16{}
		for _, r := range letters {
			glyphs[r] = f.glyph(r)
		}
		whole, err := truetype.Parse(f.file)
		if err != nil {
			return err
		}
		made, err := whole.Keep(glyphs)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, name), made, 0o644); err != nil {
			return err
		}
		fmt.Printf("%s: %d letters, %d bytes\n", name, len(letters), len(made))
	}
	return nil
}

// names are those of the fonts' files.
var names = []string{"DejaVuSans.ttf", "DejaVuSans-Bold.ttf"}

// wanted are the letters that both fonts have and Source Sans 3 does not, of what
// is set from left to right, letter after letter.
func wanted(from string) (letters []rune, err error) {
	lacking := []font{{file: assets.Regular()}, {file: assets.Bold()}}
	var having []font
	for i := range lacking {
		if lacking[i].parsed, err = sfnt.Parse(lacking[i].file); err != nil {
			return nil, err
		}
		f, err := open(filepath.Join(from, names[i]))
		if err != nil {
			return nil, err
		}
		having = append(having, f)
	}
	letters = append(letters, ' ') // a line may end in such a letter and a space
	for r := rune(0xa0); r < 0xfffe; r++ {
		missing := lacking[0].glyph(r) == 0 || lacking[1].glyph(r) == 0
		if missing && having[0].glyph(r) != 0 && having[1].glyph(r) != 0 && ofUse(r) {
			letters = append(letters, r)
		}
	}
	return letters, nil
}

// ofUse reports whether people here write r: letters of scripts in which a letter
// looks the same wherever it stands, and the signs that they paste between words.
func ofUse(r rune) bool {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Co):
		return false
	case unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Georgian):
		return true
	}
	return unicode.Is(unicode.Common, r) && unicode.Is(signs, r)
}

// signs are general punctuation, money, letterlike signs, numbers, arrows, what
// arithmetic needs, shapes, and pictures such as ☎ and ⚠.
var signs = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x2000, Hi: 0x206f, Stride: 1}, {Lo: 0x20a0, Hi: 0x22ff, Stride: 1}, {Lo: 0x25a0, Hi: 0x27bf, Stride: 1},
}}

// A font is a file, and the way from letters to glyphs in it.
type font struct {
	file   []byte
	parsed *sfnt.Font
}

func open(name string) (f font, err error) {
	if f.file, err = os.ReadFile(name); err != nil {
		return f, err
	}
	if f.parsed, err = sfnt.Parse(f.file); err != nil {
		return f, fmt.Errorf("%s: %w", name, err)
	}
	return f, nil
}

// glyph is the glyph of a letter; 0 for none.
func (f font) glyph(r rune) uint16 {
	var b sfnt.Buffer
	g, err := f.parsed.GlyphIndex(&b, r)
	if err != nil {
		return 0
	}
	return uint16(g)
}
