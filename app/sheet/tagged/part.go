package tagged

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
)

// An adding is a part on its way into a file: objects of the drawn file get the
// numbers that they have in the new one.
type adding struct {
	*Writer
	part  *Part
	file  *file
	taken map[int]int // new numbers by old
	pages []int       // new numbers of this part's pages
}

// all writes the part's pages, what they need, and its tree.
func (a *adding) all() error {
	names, err := a.resources()
	if err != nil {
		return err
	}
	for _, page := range a.file.pages {
		old, err := a.file.contents(page)
		if err != nil {
			return err
		}
		content, err := a.take(old)
		if err != nil {
			return err
		}
		a.pages = append(a.pages, a.addPage(a.part.Width, a.part.Height, fmt.Sprintf("/Resources %d 0 R/Contents %d 0 R", names, content)))
	}
	return a.structure()
}

// drawings is where the resources of all pages name what they can paint.
var drawings = []byte("/XObject <<\n")

// resources writes the names of fonts, pictures and drawings.
func (a *adding) resources() (int, error) {
	names, err := a.renumbered(a.file.objects[resources].dict)
	if err != nil {
		return 0, err
	}
	if !bytes.Contains(names, drawings) {
		return 0, errUnlike
	}
	list := bytes.Clone(drawings)
	for i := range a.part.Drawings {
		list = fmt.Appendf(list, "/D%d %d 0 R\n", i, a.drawing(&a.part.Drawings[i]))
	}
	return a.put(object{dict: bytes.Replace(names, drawings, list, 1)}), nil
}

// drawing writes a drawing, unless the file has it.
func (a *adding) drawing(d *Drawing) int {
	dict := fmt.Appendf(nil, "<</Type/XObject/Subtype/Form/BBox[%.2f %.2f %.2f %.2f]/Filter/FlateDecode>>", d.Box[0], d.Box[1], d.Box[2], d.Box[3])
	key := string(dict) + string(d.Content)
	n, known := a.shared[key]
	if !known {
		n = a.put(object{dict: dict, stream: d.Content})
		a.shared[key] = n
	}
	return n
}

// take writes an object of the drawn file and all that it refers to, unless the
// file has it, and tells its new number.
func (a *adding) take(old int) (int, error) {
	if old < 1 || old >= len(a.file.objects) {
		return 0, errUnlike
	}
	if n, known := a.taken[old]; known {
		return n, nil
	}
	a.taken[old] = 0 // an object that comes back to itself is none of gofpdf's
	o := a.file.objects[old]
	font := bytes.HasPrefix(o.dict, []byte("<</Type /Font\n"))
	key := ""
	switch {
	case font:
		key = "font " + fontName(o.dict)
	case bytes.Contains(o.dict, []byte("/Subtype /Image\n")):
		key = string(o.dict) + string(o.stream)
	}
	if n, known := a.shared[key]; known && key != "" {
		a.taken[old] = n
		return n, nil
	}
	var err error
	if o.dict, err = a.renumbered(o.dict); err == nil && font {
		o.dict, err = a.withLetters(o.dict)
	}
	if err != nil {
		return 0, err
	}
	n := a.put(o)
	a.taken[old] = n
	if key != "" {
		a.shared[key] = n
	}
	return n, nil
}

// reference is how an object refers to another one.
var reference = regexp.MustCompile(`\b(\d+) 0 R\b`)

// renumbered is a dictionary with the new numbers of what it refers to, all of
// which is written first.
func (a *adding) renumbered(dict []byte) (made []byte, err error) {
	made = reference.ReplaceAllFunc(dict, func(ref []byte) []byte {
		old, wrong := strconv.Atoi(string(bytes.TrimSuffix(ref, []byte(" 0 R"))))
		n := 0
		if wrong == nil {
			n, wrong = a.take(old)
		}
		if wrong != nil {
			err = wrong
		}
		return fmt.Appendf(nil, "%d 0 R", n)
	})
	return made, err
}
