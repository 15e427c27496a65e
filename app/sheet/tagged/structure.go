package tagged

import (
	"errors"
	"fmt"
	"strconv"
)

// structure writes the part's tree of elements, and the way back from marks to
// them, a list for each page (ISO 32000-1, 14.7).
func (a *adding) structure() error {
	elements := a.part.Elements
	if len(elements) == 0 {
		return errors.New("there is no element to stand for the part")
	}
	numbers := make([]int, len(elements))
	for i := range numbers {
		numbers[i] = a.reserve()
	}
	owners := make([][]int, len(a.pages)) // by page and mark, numbers of elements
	parents := make([]int, len(elements))
	parents[0] = documentElement
	for i, e := range elements {
		for _, k := range e.Kids {
			switch {
			case k.Element > 0:
				parents[k.Element] = numbers[i]
			case k.Page >= len(owners):
				return fmt.Errorf("there is no page %d to mark", k.Page+1)
			default:
				own(&owners[k.Page], k.Mark, numbers[i])
			}
		}
	}
	for i, e := range elements {
		a.setReserved(numbers[i], object{dict: e.dict(parents[i], numbers, a.pages)})
	}
	for i, marks := range owners {
		for mark, owner := range marks {
			if owner == 0 {
				return fmt.Errorf("page %d: mark %d belongs to nothing", i+1, mark)
			}
		}
		a.owners = append(a.owners, a.put(object{dict: references(marks)}))
	}
	a.parts = append(a.parts, numbers[0])
	return nil
}

// own notes which element a mark belongs to.
func own(marks *[]int, mark, element int) {
	for len(*marks) <= mark {
		*marks = append(*marks, 0)
	}
	(*marks)[mark] = element
}

// references is a list of objects: "[7 0 R 8 0 R]".
func references(numbers []int) []byte {
	b := []byte{'['}
	for i, n := range numbers {
		if i > 0 {
			b = append(b, ' ')
		}
		b = refer(b, n)
	}
	return append(b, ']')
}

// refer appends "7 0 R".
func refer(b []byte, number int) []byte {
	return append(strconv.AppendInt(b, int64(number), 10), " 0 R"...)
}

// dict is the element as a dictionary. Its marks are taken to be on the page of
// its first one, unless they say otherwise.
func (e *Element) dict(parent int, numbers, pages []int) []byte {
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
			b = append(refer(b, numbers[k.Element]), ' ')
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
