package sheet

import (
	"bytes"
	"strings"
	"testing"
)

func TestOnlySomePages(t *testing.T) {
	s := sample()
	s.Size = Large
	all := paginate(t, s)
	n := len(all.List)
	if n < 3 {
		t.Fatalf("the sample has %d pages", n)
	}
	last := all.Only([]int{n - 1, n + 7})
	if len(last.List) != 1 || len(last.Parts) != 1 || last.Parts[0].Name != "aftercare" || last.Parts[0].First != 0 || last.List[0].Part != 0 {
		t.Errorf("only the last page is %d pages in %+v", len(last.List), last.Parts)
	}
	if words := textOf(last.List[0].Ops); !strings.Contains(words, "Page "+decimal(n)+" of "+decimal(n)) {
		t.Errorf("the last page lost its number: %s", words)
	}
	pdf, err := last.PDF()
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("the last page alone: %v", err)
	}
	if len(all.List) != n || len(all.Parts) != 2 {
		t.Error("all the pages are fewer now")
	}
	if both := all.Only([]int{1, 0}); len(both.List) != 2 || &both.List[0].Ops[0] != &all.List[0].Ops[0] {
		t.Error("two pages are not the first two in their order")
	}
}
