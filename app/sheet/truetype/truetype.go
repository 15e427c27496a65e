// Package truetype cuts a TrueType font down to the letters that a document
// uses, so that a PDF carries some ten kilobytes instead of four hundred.
//
// [Parse] looks up where things stand in a font, once. [Font.Cut] makes a font
// of up to 256 glyphs that are found by codes of one byte, which is what a PDF
// reader asks of an embedded font:
//
//	font, err := truetype.Parse(file)
//	cut, err := font.Cut(glyphs) // glyphs[code] is the glyph for a code
//
// What a printed page does not need stays behind: names, kerning, and the
// instructions that fit glyphs to coarse screens. The glyphs themselves are
// copied bit by bit. The same glyphs give the same bytes.
//
// A font that is damaged is an error, never a panic and never a glyph of another
// place in the file.
package truetype

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// A Font is a TrueType file, looked through. It may be cut from any goroutine.
type Font struct {
	tables  map[string][]byte
	glyphs  int // how many it has
	metrics int // how many of them have an advance of their own
	long    bool
}

// errShort is what is wrong with a file that ends before it should.
var errShort = errors.New("the font ends too early")

// Parse looks through a TrueType file, which must not change afterwards. Fonts
// with outlines of another kind (CFF) and collections are errors.
func Parse(file []byte) (*Font, error) {
	f := &Font{tables: map[string][]byte{}}
	if len(file) < 12 {
		return nil, errShort
	}
	if kind := binary.BigEndian.Uint32(file); kind != 0x00010000 && kind != 0x74727565 {
		return nil, fmt.Errorf("this is no TrueType font: it begins with %#x", kind)
	}
	count := int(binary.BigEndian.Uint16(file[4:]))
	if len(file) < 12+16*count {
		return nil, errShort
	}
	for i := range count {
		entry := file[12+16*i:]
		from, length := uint64(binary.BigEndian.Uint32(entry[8:])), uint64(binary.BigEndian.Uint32(entry[12:]))
		if from+length > uint64(len(file)) {
			return nil, fmt.Errorf("table %q: %w", entry[:4], errShort)
		}
		f.tables[string(entry[:4])] = file[from : from+length]
	}
	return f, f.measure()
}

// measure reads the counts that other tables depend on, and holds the tables to
// them, so that every glyph number below the count can be looked up.
func (f *Font) measure() error {
	for name, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6} {
		if len(f.tables[name]) < least {
			return fmt.Errorf("table %q: %w", name, errShort)
		}
	}
	f.glyphs = int(binary.BigEndian.Uint16(f.tables["maxp"][4:]))
	f.metrics = int(binary.BigEndian.Uint16(f.tables["hhea"][34:]))
	f.long = binary.BigEndian.Uint16(f.tables["head"][50:]) != 0
	if f.metrics < 1 || f.metrics > f.glyphs {
		return fmt.Errorf("%d glyphs and %d advances do not fit together", f.glyphs, f.metrics)
	}
	size := 2
	if f.long {
		size = 4
	}
	if len(f.tables["loca"]) < size*(f.glyphs+1) || len(f.tables["hmtx"]) < 4*f.metrics+2*(f.glyphs-f.metrics) {
		return fmt.Errorf("the table of glyphs: %w", errShort)
	}
	return nil
}

// outline is the description of a glyph; empty for one that draws nothing.
func (f *Font) outline(glyph int) ([]byte, error) {
	if glyph >= f.glyphs {
		return nil, fmt.Errorf("there is no glyph %d", glyph)
	}
	at := func(i int) uint64 {
		if f.long {
			return uint64(binary.BigEndian.Uint32(f.tables["loca"][4*i:]))
		}
		return 2 * uint64(binary.BigEndian.Uint16(f.tables["loca"][2*i:]))
	}
	from, to := at(glyph), at(glyph+1)
	if from > to || to > uint64(len(f.tables["glyf"])) {
		return nil, fmt.Errorf("glyph %d: %w", glyph, errShort)
	}
	return f.tables["glyf"][from:to], nil
}

// metric is a glyph's advance and left bearing, as they stand in the file.
func (f *Font) metric(glyph int) [4]byte {
	table := f.tables["hmtx"]
	if glyph < f.metrics {
		return [4]byte(table[4*glyph:])
	}
	bearing := table[4*f.metrics+2*(glyph-f.metrics):]
	last := table[4*(f.metrics-1):]
	return [4]byte{last[0], last[1], bearing[0], bearing[1]}
}
