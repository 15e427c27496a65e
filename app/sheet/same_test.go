package sheet

import (
	"reflect"
	"testing"

	"deskleaf/content/civil"
)

// TestPagesThatLookTheSameAreKnown: what the window keeps from one change to the
// next is what has not changed.
func TestPagesThatLookTheSameAreKnown(t *testing.T) {
	before := paginate(t, sample())
	tests := map[string]struct {
		change func(*Sheet)
		same   [2]bool // page by page
	}{
		"nothing":         {func(*Sheet) {}, [2]bool{true, true}},
		"a word of one":   {func(s *Sheet) { s.Parts[0].Blocks[0] = Title{Plainly("Get set")} }, [2]bool{false, true}},
		"the letterhead":  {func(s *Sheet) { s.Letterhead.Name = "Other" }, [2]bool{}},
		"the logo":        {func(s *Sheet) { s.Letterhead.Logo = testLogo(t, 80, 80) }, [2]bool{}},
		"the paper":       {func(s *Sheet) { s.Paper = A4 }, [2]bool{}},
		"what is unseen":  {func(s *Sheet) { s.Printed = civil.Date{Year: 2027, Month: 1, Day: 1} }, [2]bool{true, true}},
		"a page the less": {func(s *Sheet) { s.Parts = s.Parts[:1] }, [2]bool{}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := sample()
			tt.change(&s)
			p := paginate(t, s)
			for i, same := range tt.same {
				if p.Same(i, before) != same {
					t.Errorf("page %d: same is %v", i+1, !same)
				}
				if same && !reflect.DeepEqual(p.Picture(i, 30), before.Picture(i, 30)) {
					t.Errorf("page %d is another picture", i+1)
				}
			}
		})
	}
}
