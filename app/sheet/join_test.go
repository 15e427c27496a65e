package sheet

import (
	"slices"
	"strings"
	"testing"
)

func TestSheetsAreJoinedIntoOneJob(t *testing.T) {
	program(t, "qpdf")
	large := sample()
	large.Size, large.Language = Large, "es"
	large.Parts = large.Parts[:1]
	first, second := paginate(t, sample()), paginate(t, large)
	all := Join(first, second)
	n := len(first.List)
	if len(all.List) != n+len(second.List) || len(all.Parts) != len(first.Parts)+1 || all.Parts[len(first.Parts)].First != n {
		t.Fatalf("%d pages, parts %+v", len(all.List), all.Parts)
	}
	for i := range all.List {
		of, page := first, i
		if i >= n {
			of, page = second, i-n
		}
		if got, want := textOf(all.List[i].Ops), textOf(of.List[page].Ops); got != want {
			t.Errorf("page %d says %q, want %q", i+1, got, want)
		}
	}
	if got, want := all.Plain(), first.Plain()+"\n\n"+second.Plain(); got != want {
		t.Errorf("as text it says:\n%s", got)
	}
	c := &ruleCheck{readPDF: readBack(t, saved(t, all)), language: "en"}
	c.document()
	c.pages()
	c.tree()
	if len(c.pageMarks) != len(all.List) {
		t.Errorf("%d pages are marked, want %d", len(c.pageMarks), len(all.List))
	}
	if one := Join(first); one != first {
		t.Error("one sheet is joined with nothing")
	}
}

func TestJoinedSheetsBeginOnALeaf(t *testing.T) {
	one := sample()
	one.Parts = one.Parts[:1]
	three := Join(paginate(t, one), paginate(t, sample()), paginate(t, one))
	if len(three.List) != 4 {
		t.Fatalf("the sheets have %d pages", len(three.List))
	}
	leaves := three.OnLeaves()
	var sheets []int
	for _, page := range leaves.List {
		if len(page.Ops) == 0 {
			sheets = append(sheets, -1)
		} else {
			sheets = append(sheets, page.Sheet)
		}
	}
	if want := []int{0, -1, 1, 1, 2}; !slices.Equal(sheets, want) {
		t.Errorf("on leaves the sheets are %v, want %v", sheets, want)
	}
	if pdf, err := leaves.PDF(); err != nil || !strings.HasPrefix(string(pdf), "%PDF-") {
		t.Errorf("as a file: %v", err)
	}
	some := three.Only([]int{0, 1, 3}).OnLeaves()
	if len(some.List) != 5 || len(some.List[1].Ops) > 0 || len(some.List[3].Ops) > 0 {
		t.Errorf("some of them are %d pages on leaves", len(some.List))
	}
}
