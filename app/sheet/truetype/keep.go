package truetype

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// Keep makes a font of some letters, to be read like any other: glyphs tells the
// glyph of f that draws each letter, none of which is beyond U+FFFF. Unlike what
// [Font.Cut] makes it still says its name and whose it is.
func (f *Font) Keep(glyphs map[rune]uint16) ([]byte, error) {
	letters := slices.Sorted(maps.Keys(glyphs))
	order := make([]uint16, len(letters))
	for i, r := range letters {
		order[i] = glyphs[r]
	}
	c, err := f.choose(order)
	if err != nil {
		return nil, fmt.Errorf("keep letters: %w", err)
	}
	tables, err := f.chosen(c, ranges(letters, glyphs, c))
	if err != nil {
		return nil, fmt.Errorf("keep letters: %w", err)
	}
	post := clone(f.tables["post"])
	for name, least := range map[string]int{"OS/2": 78, "name": 6, "post": 32} {
		if len(f.tables[name]) < least {
			return nil, fmt.Errorf("keep letters: table %q: %w", name, errShort)
		}
	}
	post = post[:32]
	binary.BigEndian.PutUint32(post, 0x00030000) // without names of glyphs
	tables = slices.Insert(tables, 0, table{"OS/2", f.tables["OS/2"]})
	tables = append(tables, table{"name", f.tables["name"]}, table{"post", post})
	return write(tables), nil
}

// ranges is the table that leads from letters to glyphs: of Unicode (3, 1), of
// format 4, a segment for each stretch of letters whose glyphs follow one another.
func ranges(letters []rune, glyphs map[rune]uint16, c *choice) []byte {
	type segment struct{ first, last, glyph int }
	var all []segment
	for _, r := range letters {
		g := c.number[int(glyphs[r])]
		if n := len(all); n > 0 && all[n-1].last+1 == int(r) && all[n-1].glyph+int(r)-all[n-1].first == g {
			all[n-1].last++
			continue
		}
		all = append(all, segment{int(r), int(r), g})
	}
	all = append(all, segment{0xffff, 0xffff, 0}) // the end that the format asks for
	count, search, log := len(all), 2, 0
	for search*2 <= 2*count {
		search, log = search*2, log+1
	}
	b := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12} // version, one subtable, of Windows, for Unicode, 12 bytes from here
	put := func(v int) { b = binary.BigEndian.AppendUint16(b, uint16(v)) }
	for _, v := range []int{4, 16 + 8*count, 0, 2 * count, search, log, 2*count - search} {
		put(v)
	}
	for _, s := range all {
		put(s.last)
	}
	put(0)
	for _, s := range all {
		put(s.first)
	}
	for _, s := range all {
		put(s.glyph - s.first) // to add, without what runs over 16 bits
	}
	for range all {
		put(0)
	}
	return b
}
