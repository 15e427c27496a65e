package truetype

import (
	"bytes"
	"encoding/binary"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"deskleaf/assets"
)

// letters are some of every kind: plain, put together from others (é), of two
// marks (ễ), of other scripts, and the space, which draws nothing.
const letters = " Aag&é€ễ½ЖΩ→☐"

// sample is a font, the codes of letters in it, and what was cut from it.
func sample(t testing.TB) (whole *sfnt.Font, glyphs [256]uint16, cut []byte) {
	t.Helper()
	file := assets.Regular()
	whole, err := sfnt.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	var b sfnt.Buffer
	code := 32
	for _, r := range letters {
		g, err := whole.GlyphIndex(&b, r)
		if err != nil || g == 0 {
			t.Fatalf("no glyph for %q (%v)", r, err)
		}
		glyphs[code] = uint16(g)
		code++
	}
	f, err := Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	if cut, err = f.Cut(glyphs); err != nil {
		t.Fatal(err)
	}
	return whole, glyphs, cut
}

// readable gives a cut font the tables that a reader of whole fonts asks for.
func readable(t testing.TB, cut []byte) *sfnt.Font {
	t.Helper()
	f, err := Parse(cut)
	if err != nil {
		t.Fatal(err)
	}
	all := []table{{"OS/2", make([]byte, 96)}}
	for _, name := range []string{"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		all = append(all, table{name, f.tables[name]})
	}
	name := []byte{0, 0, 0, 0, 0, 6}
	post := append([]byte{0, 3, 0, 0}, make([]byte, 28)...)
	parsed, err := sfnt.Parse(write(append(all, table{"name", name}, table{"post", post})))
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

func TestACutFontDrawsTheSameLetters(t *testing.T) {
	whole, glyphs, cut := sample(t)
	small := readable(t, cut)
	em := fixed.I(int(whole.UnitsPerEm()))
	var b sfnt.Buffer
	for code, old := range glyphs {
		if old == 0 && code != 0 {
			continue
		}
		now, err := small.GlyphIndex(&b, 0xf000+rune(code))
		if err != nil || (now == 0) != (old == 0) {
			t.Fatalf("code %d leads to glyph %d (%v)", code, now, err)
		}
		want, err := whole.LoadGlyph(&b, sfnt.GlyphIndex(old), em, nil)
		if err != nil {
			t.Fatal(err)
		}
		wanted := append(sfnt.Segments(nil), want...)
		got, err := small.LoadGlyph(&b, now, em, nil)
		if err != nil {
			t.Fatalf("code %d: %v", code, err)
		}
		if len(got) != len(wanted) {
			t.Fatalf("code %d: %d segments, want %d", code, len(got), len(wanted))
		}
		for i := range got {
			if got[i] != wanted[i] {
				t.Fatalf("code %d, segment %d: %v, want %v", code, i, got[i], wanted[i])
			}
		}
		before, err1 := whole.GlyphAdvance(&b, sfnt.GlyphIndex(old), em, font.HintingNone)
		after, err2 := small.GlyphAdvance(&b, now, em, font.HintingNone)
		if before != after || err1 != nil || err2 != nil {
			t.Errorf("code %d is %v wide, was %v (%v, %v)", code, after, before, err1, err2)
		}
	}
}

func TestACutFontIsSmallAndWhole(t *testing.T) {
	_, _, cut := sample(t)
	if len(cut) > 6<<10 {
		t.Errorf("%d letters take %d bytes", len(letters), len(cut))
	}
	if s := sum(cut); s != 0xb1b0afba {
		t.Errorf("the file comes to %#x, want what the format asks for", s)
	}
	_, _, again := sample(t)
	if !bytes.Equal(cut, again) {
		t.Error("the same glyphs give other bytes")
	}
	instructed := 0
	f, err := Parse(cut)
	if err != nil {
		t.Fatal(err)
	}
	for g := range f.glyphs {
		outline, err := f.outline(g)
		if err != nil {
			t.Fatal(err)
		}
		if len(outline) > 0 && !composite(outline) {
			at := 10 + 2*int(binary.BigEndian.Uint16(outline))
			instructed += int(binary.BigEndian.Uint16(outline[at:]))
		}
	}
	if instructed > 0 {
		t.Errorf("%d bytes of instructions are left", instructed)
	}
}

func TestKeptLettersAreAFont(t *testing.T) {
	whole, _, _ := sample(t)
	var b sfnt.Buffer
	kept := map[rune]uint16{}
	for _, r := range letters + "bcdf" {
		g, err := whole.GlyphIndex(&b, r)
		if err != nil {
			t.Fatal(err)
		}
		kept[r] = uint16(g)
	}
	f, err := Parse(assets.Regular())
	if err != nil {
		t.Fatal(err)
	}
	made, err := f.Keep(kept)
	if err != nil {
		t.Fatal(err)
	}
	small, err := sfnt.Parse(made)
	if err != nil {
		t.Fatal(err)
	}
	if name, err := small.Name(&b, sfnt.NameIDFamily); name != "Source Sans 3" {
		t.Errorf("the font is called %q (%v)", name, err)
	}
	em := fixed.I(int(whole.UnitsPerEm()))
	for r := rune(0); r < 0x3000; r++ {
		g, err := small.GlyphIndex(&b, r)
		if _, has := kept[r]; err != nil || (g != 0) != has {
			t.Fatalf("%q is glyph %d (%v)", r, g, err)
		}
		if g == 0 {
			continue
		}
		got, err1 := small.GlyphAdvance(&b, g, em, font.HintingNone)
		want, err2 := whole.GlyphAdvance(&b, sfnt.GlyphIndex(kept[r]), em, font.HintingNone)
		if got != want || err1 != nil || err2 != nil {
			t.Errorf("%q is %v wide, was %v (%v, %v)", r, got, want, err1, err2)
		}
	}
}

func TestDamagedFontsAreErrors(t *testing.T) {
	whole := assets.Regular()
	changed := func(at int, to ...byte) []byte {
		b := bytes.Clone(whole)
		copy(b[at:], to)
		return b
	}
	tests := map[string][]byte{
		"nothing":                nil,
		"no font":                []byte("%PDF-1.7 and so on"),
		"outlines of CFF":        changed(0, 'O', 'T', 'T', 'O'),
		"cut in the directory":   whole[:40],
		"cut in the middle":      whole[:len(whole)/2],
		"a table far away":       changed(12+8, 0xff, 0xff, 0xff, 0xff),
		"more tables than bytes": changed(4, 0xff, 0xff),
	}
	for name, file := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := Parse(file); err == nil {
				t.Error("no error")
			}
		})
	}
}

func TestAGlyphThatThereIsNotIsAnError(t *testing.T) {
	f, err := Parse(assets.Regular())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Cut([256]uint16{65: uint16(f.glyphs)}); err == nil {
		t.Error("no error")
	}
}

// FuzzCut damages a small font and cuts it again: it may fail, but not panic.
func FuzzCut(f *testing.F) {
	_, _, cut := sample(f)
	f.Add(uint16(0), []byte{0xff, 0xff})
	f.Add(uint16(200), []byte{0x80, 0, 1, 2, 3})
	f.Fuzz(func(t *testing.T, at uint16, to []byte) {
		damaged := bytes.Clone(cut)
		copy(damaged[min(int(at), len(damaged)):], to)
		font, err := Parse(damaged)
		if err != nil {
			return
		}
		var glyphs [256]uint16
		for code := range glyphs {
			glyphs[code] = uint16(code % font.glyphs)
		}
		if made, err := font.Cut(glyphs); err == nil {
			if _, err := Parse(made); err != nil {
				t.Errorf("what was cut cannot be cut again: %v", err)
			}
		}
	})
}
