package sheet

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"testing"
)

// TestEveryLetterHasItsCodeAndItsWidth cuts every letter of every face, many more
// than one font of one-byte codes takes, and holds what the PDF says of their
// widths to the layout's and to the font's own.
func TestEveryLetterHasItsCodeAndItsWidth(t *testing.T) {
	fs, err := faces()
	if err != nil {
		t.Fatal(err)
	}
	var words []rune
	for r := rune(' '); r < 0xfffe; r++ {
		if _, ok := fs[Regular].advance(r); ok {
			words = append(words, r)
		}
	}
	pages := []Page{{Ops: []Op{TextOp{Face: Regular, Text: string(words)}, TextOp{Face: Bold, Text: "Bold"}}}}
	c := codeLetters(pages)
	if len(c.cuts) < 9 || c.cuts[len(c.cuts)-1].face != Bold {
		t.Fatalf("%d letters are in %d fonts", len(words), len(c.cuts))
	}
	seen := 0
	for _, s := range c.stretches(Regular, fs[Regular], string(words)) {
		cut := &c.cuts[s.cut]
		for i, r := range []rune(s.text) {
			if cut.letters[s.codes[i]] != r {
				t.Fatalf("%q got the code of %q", r, cut.letters[s.codes[i]])
			}
			seen++
		}
	}
	if seen != len(words) {
		t.Errorf("%d letters have codes, want %d", seen, len(words))
	}
	names := map[string]bool{}
	for i := range c.cuts {
		names[c.cuts[i].name()] = true
		holdWidths(t, &c.cuts[i], fs[c.cuts[i].face])
	}
	if len(names) != len(c.cuts) {
		t.Errorf("%d fonts share %d names", len(c.cuts), len(names))
	}
}

// holdWidths compares the widths in a definition with those of the layout, and
// those with the advances in the font that was cut.
func holdWidths(t *testing.T, c *cut, f *face) {
	t.Helper()
	file, define, err := c.file(f)
	if err != nil {
		t.Fatal(err)
	}
	var d definition
	if err := json.Unmarshal(define, &d); err != nil {
		t.Fatal(err)
	}
	cmap, hmtx := tableOf(file, "cmap"), tableOf(file, "hmtx")
	for code, r := range c.letters {
		if r == 0 {
			continue
		}
		glyph := binary.BigEndian.Uint16(cmap[len(cmap)-512+2*code:])
		own := float64(binary.BigEndian.Uint16(hmtx[4*glyph:])) * 1000 / float64(f.units)
		units, _ := f.advance(r)
		if glyph == 0 || d.Cw[code] != units || math.Abs(own-float64(units)) > 0.5 {
			t.Errorf("%U is glyph %d: %d wide in the PDF, %d in the layout, %v in the font", r, glyph, d.Cw[code], units, own)
		}
	}
}

// tableOf is a table of a font file.
func tableOf(file []byte, name string) []byte {
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		entry := file[12+16*i:]
		if string(entry[:4]) == name {
			from, size := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
			return file[from : from+size]
		}
	}
	return nil
}

func TestTheSameLettersGetTheSameCodes(t *testing.T) {
	ops := func(words ...string) []Page {
		var p Page
		for _, w := range words {
			p.Ops = append(p.Ops, TextOp{Text: w})
		}
		return []Page{p}
	}
	a, b := codeLetters(ops("fiebre — é", "ü")), codeLetters(ops("ü", "éb —refi"))
	if a.cuts[0].letters != b.cuts[0].letters || a.cuts[0].name() != b.cuts[0].name() {
		t.Error("the order of words changes the codes")
	}
}
