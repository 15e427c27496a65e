package truetype

import (
	"encoding/binary"
	"fmt"
)

// Flags of a component in a glyph that is put together from others (OpenType,
// table glyf, "Composite Glyph Description").
const (
	argsAreWords    = 0x0001
	oneScale        = 0x0008
	moreComponents  = 0x0020
	twoScales       = 0x0040
	twoByTwo        = 0x0080
	hasInstructions = 0x0100
)

// A component is where a glyph names another one.
type component struct {
	flags int // where its flags stand in the description
	glyph int
}

// composite reports whether a description puts a glyph together from others.
func composite(outline []byte) bool {
	return len(outline) >= 10 && int16(binary.BigEndian.Uint16(outline)) < 0
}

// components are the parts of a composite, and where they end.
func components(outline []byte) (parts []component, end int, err error) {
	for at := 10; ; {
		if at+4 > len(outline) {
			return nil, 0, errShort
		}
		flags := binary.BigEndian.Uint16(outline[at:])
		parts = append(parts, component{at, int(binary.BigEndian.Uint16(outline[at+2:]))})
		at += 6
		if flags&argsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&twoByTwo != 0:
			at += 8
		}
		if at > len(outline) {
			return nil, 0, errShort
		}
		if flags&moreComponents == 0 {
			return parts, at, nil
		}
	}
}

// bare is a copy of a description without its instructions, in which the parts
// of a composite have their new numbers.
func bare(outline []byte, number func(glyph int) int) ([]byte, error) {
	switch {
	case len(outline) == 0:
		return nil, nil
	case len(outline) < 10:
		return nil, errShort
	case composite(outline):
		return bareComposite(outline, number)
	}
	contours := int(binary.BigEndian.Uint16(outline))
	at := 10 + 2*contours
	if at+2 > len(outline) {
		return nil, errShort
	}
	after := at + 2 + int(binary.BigEndian.Uint16(outline[at:]))
	if after > len(outline) {
		return nil, errShort
	}
	made := append([]byte(nil), outline[:at]...)
	made = append(made, 0, 0)
	return append(made, outline[after:]...), nil
}

func bareComposite(outline []byte, number func(glyph int) int) ([]byte, error) {
	parts, end, err := components(outline)
	if err != nil {
		return nil, err
	}
	made := append([]byte(nil), outline[:end]...)
	for _, p := range parts {
		flags := binary.BigEndian.Uint16(made[p.flags:])
		binary.BigEndian.PutUint16(made[p.flags:], flags&^hasInstructions)
		binary.BigEndian.PutUint16(made[p.flags+2:], uint16(number(p.glyph)))
	}
	return made, nil
}

// A choice is the glyphs that a cut font keeps, and their new numbers.
type choice struct {
	old    []int       // by new number
	number map[int]int // by old number
}

// add keeps a glyph once.
func (c *choice) add(glyph int) {
	if _, kept := c.number[glyph]; !kept {
		c.number[glyph] = len(c.old)
		c.old = append(c.old, glyph)
	}
}

// choose keeps the glyph that stands for what there is not, then these in their
// order, and what they are put together from.
func (f *Font) choose(glyphs []uint16) (*choice, error) {
	c := &choice{number: map[int]int{}}
	c.add(0)
	for _, g := range glyphs {
		c.add(int(g))
	}
	for n := 0; n < len(c.old); n++ {
		outline, err := f.outline(c.old[n])
		if err != nil {
			return nil, err
		}
		if !composite(outline) {
			continue
		}
		parts, _, err := components(outline)
		if err != nil {
			return nil, fmt.Errorf("glyph %d: %w", c.old[n], err)
		}
		for _, p := range parts {
			c.add(p.glyph)
		}
	}
	return c, nil
}
