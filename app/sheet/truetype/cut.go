package truetype

import (
	"encoding/binary"
	"fmt"
)

// Cut makes a font of the glyphs that codes of one byte stand for: glyphs[code]
// is the number of a glyph of f, 0 for a code that is not used. In the new font
// they are found as a PDF reader looks for them in a symbolic font, by U+F000
// plus the code (ISO 32000-1, 9.6.6.4).
func (f *Font) Cut(glyphs [256]uint16) ([]byte, error) {
	c, err := f.choose(glyphs[:])
	if err != nil {
		return nil, fmt.Errorf("cut font: %w", err)
	}
	tables, err := f.chosen(c, codes(glyphs, c))
	if err != nil {
		return nil, fmt.Errorf("cut font: %w", err)
	}
	return write(tables), nil
}

// chosen are the tables of a font of some glyphs, in the order of their names, as
// the format asks.
func (f *Font) chosen(c *choice, cmap []byte) ([]table, error) {
	glyf, loca, err := f.outlines(c)
	if err != nil {
		return nil, err
	}
	head, hhea, maxp := clone(f.tables["head"]), clone(f.tables["hhea"]), clone(f.tables["maxp"])
	binary.BigEndian.PutUint32(head[8:], 0)  // the sum over the file, set when it is written
	binary.BigEndian.PutUint16(head[50:], 1) // long places of glyphs
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(c.old)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(c.old)))
	hmtx := make([]byte, 0, 4*len(c.old))
	for _, old := range c.old {
		m := f.metric(old)
		hmtx = append(hmtx, m[:]...)
	}
	return []table{
		{"cmap", cmap}, {"glyf", glyf}, {"head", head}, {"hhea", hhea},
		{"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp},
	}, nil
}

func clone(b []byte) []byte { return append([]byte(nil), b...) }

// outlines are the tables of the descriptions and of where each of them stands.
func (f *Font) outlines(c *choice) (glyf, loca []byte, err error) {
	for _, old := range c.old {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		outline, err := f.outline(old)
		if err != nil {
			return nil, nil, err
		}
		made, err := bare(outline, func(part int) int { return c.number[part] })
		if err != nil {
			return nil, nil, fmt.Errorf("glyph %d: %w", old, err)
		}
		glyf = append(glyf, made...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf))), nil
}

// codes is the table that leads from codes to glyphs: one subtable, for symbols
// (3, 0), of format 4, whose one segment spans all 256 codes.
func codes(glyphs [256]uint16, c *choice) []byte {
	const (
		segments  = 2 // the codes, and the end that the format asks for
		subtable  = 14 + 2 + 8*segments + 2*256
		symbolsAt = 0xf000
	)
	var b []byte
	put := func(values ...int) {
		for _, v := range values {
			b = binary.BigEndian.AppendUint16(b, uint16(v))
		}
	}
	put(0, 1)                       // version, subtables
	put(3, 0, 0, 12)                // of Windows, for symbols, 12 bytes from here
	put(4, subtable, 0, 2*segments) // format, length, language, twice the segments
	put(4, 1, 0)                    // what helps a binary search
	put(symbolsAt+255, 0xffff, 0)   // ends of segments, and a pad
	put(symbolsAt, 0xffff)          // beginnings
	put(0, 1)                       // to add
	put(2*segments, 0)              // where the glyphs of a segment stand, from here
	for _, g := range glyphs {
		put(c.number[int(g)])
	}
	return b
}

// A table is one part of a font.
type table struct {
	name string
	data []byte
}

// write puts a font file together: a directory, then the tables, each at a
// multiple of four bytes, with the sums that the format asks for.
func write(tables []table) []byte {
	search, log := 16, 0
	for search*2 <= 16*len(tables) {
		search, log = search*2, log+1
	}
	b := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{len(tables), search, log, 16*len(tables) - search} {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	at, head := 12+16*len(tables), 0
	for _, t := range tables {
		if t.name == "head" {
			head = at
		}
		b = append(b, t.name...)
		b = binary.BigEndian.AppendUint32(b, sum(t.data))
		b = binary.BigEndian.AppendUint32(b, uint32(at))
		b = binary.BigEndian.AppendUint32(b, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		b = append(b, t.data...)
		for len(b)%4 != 0 {
			b = append(b, 0)
		}
	}
	const whole = 0xb1b0afba // what the whole file comes to
	binary.BigEndian.PutUint32(b[head+8:], whole-sum(b))
	return b
}

// sum is a table read as numbers of four bytes, added up.
func sum(data []byte) (s uint32) {
	for ; len(data) >= 4; data = data[4:] {
		s += binary.BigEndian.Uint32(data)
	}
	var rest [4]byte
	copy(rest[:], data)
	return s + binary.BigEndian.Uint32(rest[:])
}
