// Package icons holds the small drawings of the program by what they mean:
// "medicine", "no-drive", "print". Sheets and window ask for the same names, so
// that a drawing can be changed in one place.
//
// The drawings come from two collections, Material Design Icons (Apache-2.0)
// and, for what it lacks, Health Icons (MIT); their licences lie beside this
// file, and names.txt says which drawing stands for which name. Package convert
// makes table.go from them, in one normal form: filled figures of absolute moves,
// lines, cubics and closes. An icon never stands alone: words are always beside it.
package icons

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// An Icon is a drawing in a square box from 0, 0 to Size, Size, y downwards.
type Icon struct {
	Name    string
	Size    float64   // the edge of the box, in the units of Path
	EvenOdd bool      // how overlapping figures fill: even-odd, or else nonzero
	Path    []Segment // closed figures: each a Move, Lines and Cubics, a Close
}

// A Segment is one operation of a path. Its points are absolute.
type Segment struct {
	Op     Op
	Points [3]Point // a Move and a Line use the first; a Cubic all: two controls and its end
}

// A Point is a place in the box of an icon.
type Point struct{ X, Y float64 }

// An Op says what a segment does.
type Op byte

// The operations, by the letter that SVG has for them.
const (
	Move  Op = 'M'
	Line  Op = 'L'
	Cubic Op = 'C'
	Close Op = 'Z'
)

// pointsOf is how many points each operation takes.
var pointsOf = map[Op]int{Move: 1, Line: 1, Cubic: 3, Close: 0}

// A drawing is an icon as the table keeps it.
type drawing struct {
	size    float64
	evenOdd bool
	path    string // the normal form, which is path data of SVG too
}

// Get returns the icon of a name, and whether there is one.
func Get(name string) (Icon, bool) {
	d, ok := table[name]
	if !ok {
		return Icon{}, false
	}
	path, err := parse(d.path)
	if err != nil {
		return Icon{}, false
	}
	return Icon{Name: name, Size: d.size, EvenOdd: d.evenOdd, Path: path}, true
}

// Has tells whether there is an icon of that name.
func Has(name string) bool {
	_, ok := table[name]
	return ok
}

// Names returns the names of all icons in order.
func Names() []string {
	names := make([]string, 0, len(table))
	for name := range table {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// SVG returns an icon as an SVG document in black, or nil where there is none.
func SVG(name string) []byte {
	d, ok := table[name]
	if !ok {
		return nil
	}
	rule := "nonzero"
	if d.evenOdd {
		rule = "evenodd"
	}
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]v %[1]v"><path fill="#000000" fill-rule="%s" d="%s"/></svg>`,
		d.size, rule, d.path)
}

// parse reads the normal form that convert writes: a letter, then its numbers
// with one space between them.
func parse(path string) ([]Segment, error) {
	var out []Segment
	for path != "" {
		s := Segment{Op: Op(path[0])}
		want, ok := pointsOf[s.Op]
		if !ok {
			return nil, fmt.Errorf("%q is no operation of a path", path[0])
		}
		end := 1 + strings.IndexAny(path[1:], "MLCZ")
		if end == 0 {
			end = len(path)
		}
		numbers := strings.Fields(path[1:end])
		if len(numbers) != 2*want {
			return nil, fmt.Errorf("%q has %d numbers, not %d", path[:end], len(numbers), 2*want)
		}
		for i := range want {
			var err error
			if s.Points[i].X, err = strconv.ParseFloat(numbers[2*i], 64); err != nil {
				return nil, err
			}
			if s.Points[i].Y, err = strconv.ParseFloat(numbers[2*i+1], 64); err != nil {
				return nil, err
			}
		}
		out = append(out, s)
		path = path[end:]
	}
	return out, nil
}
