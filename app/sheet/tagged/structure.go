package tagged

import (
	"bytes"
	"fmt"
	"strconv"
)

// structure adds the tree of elements, and tells the number of its root. Pages
// learn at what key the root's parent tree knows them (ISO 32000-1, 14.7).
func (d *Document) structure(f *file) (int, error) {
	if len(d.Elements) == 0 {
		return 0, fmt.Errorf("there is no element to stand for the document")
	}
	root := f.add(object{})
	first := len(f.objects)
	owners := make([][]int, len(f.pages)) // by page and mark, numbers of elements
	parents := make([]int, len(d.Elements))
	for i, e := range d.Elements {
		for _, k := range e.Kids {
			switch {
			case k.Element > 0:
				parents[k.Element] = first + i
			case k.Page >= len(f.pages):
				return 0, fmt.Errorf("there is no page %d to mark", k.Page+1)
			default:
				own(&owners[k.Page], k.Mark, first+i)
			}
		}
	}
	parents[0] = root
	for i, e := range d.Elements {
		f.add(object{dict: e.dict(parents[i], first, f.pages)})
	}
	tree, err := d.parentTree(f, owners)
	if err != nil {
		return 0, err
	}
	f.objects[root].dict = fmt.Appendf(nil, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>", first, tree, len(f.pages))
	return root, nil
}

// own notes which element a mark belongs to.
func own(marks *[]int, mark, element int) {
	for len(*marks) <= mark {
		*marks = append(*marks, 0)
	}
	(*marks)[mark] = element
}

// parentTree adds the way back from marks to elements, a list for each page.
func (d *Document) parentTree(f *file, owners [][]int) (int, error) {
	nums := []byte("<</Nums[")
	for i, page := range f.pages {
		list := []byte{'['}
		for mark, owner := range owners[i] {
			if owner == 0 {
				return 0, fmt.Errorf("page %d: mark %d belongs to nothing", i+1, mark)
			}
			list = reference(list, owner)
		}
		nums = strconv.AppendInt(nums, int64(i), 10)
		nums = reference(append(nums, ' '), f.add(object{dict: append(list, ']')}))
		dict, ok := bytes.CutSuffix(f.objects[page].dict, []byte(">>"))
		if !ok {
			return 0, errUnlike
		}
		f.objects[page].dict = fmt.Appendf(nil, "%s/StructParents %d/Tabs/S>>", dict, i)
	}
	return f.add(object{dict: append(nums, "]>>"...)}), nil
}

// reference appends "7 0 R ".
func reference(b []byte, number int) []byte {
	return append(strconv.AppendInt(b, int64(number), 10), " 0 R "...)
}

// dict is the element as a dictionary. Its marks are taken to be on the page of
// its first one, unless they say otherwise.
func (e *Element) dict(parent, first int, pages []int) []byte {
	b := fmt.Appendf(nil, "<</Type/StructElem/S/%s/P %d 0 R", e.Kind, parent)
	page := -1
	for _, k := range e.Kids {
		if k.Element == 0 {
			page = k.Page
			b = fmt.Appendf(b, "/Pg %d 0 R", pages[page])
			break
		}
	}
	b = append(b, "/K["...)
	for _, k := range e.Kids {
		switch {
		case k.Element > 0:
			b = reference(b, first+k.Element)
		case k.Page == page:
			b = append(strconv.AppendInt(b, int64(k.Mark), 10), ' ')
		default:
			b = fmt.Appendf(b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", pages[k.Page], k.Mark)
		}
	}
	b = append(b, ']')
	for _, entry := range []struct{ key, words string }{{"Lang", e.Language}, {"Alt", e.Alt}, {"ActualText", e.Actual}} {
		if entry.words != "" {
			b = append(append(b, '/'), entry.key...)
			b = append(b, text(entry.words)...)
		}
	}
	return append(e.attributes(b), ">>"...)
}

// attributes appends what else is said of tables and pictures (ISO 32000-1,
// 14.8.5).
func (e *Element) attributes(b []byte) []byte {
	switch {
	case e.Scope != "":
		return fmt.Appendf(b, "/A<</O/Table/Scope/%s>>", e.Scope)
	case e.Summary != "":
		return fmt.Appendf(b, "/A<</O/Table/Summary%s>>", text(e.Summary))
	case e.Box != nil:
		return fmt.Appendf(b, "/A<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>", e.Box[0], e.Box[1], e.Box[2], e.Box[3])
	}
	return b
}
