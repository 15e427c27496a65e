package sheet

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// steps is a sheet with so many steps of one line.
func steps(n int) Sheet {
	s := sample()
	g := Group{When: Plainly("Wed, Dec 9"), Note: Plainly("the day before")}
	for i := range n {
		g.Steps = append(g.Steps, Step{Icon: "call", Text: Plainly(fmt.Sprintf("Step %d of the day.", i+1))})
	}
	s.Parts = []Part{{Name: "preparation", Blocks: []Block{Title{Plainly("Get ready")}, Timeline{[]Group{g}}}}}
	return s
}

func TestSpaceTightensBeforeAPartRunsOver(t *testing.T) {
	tightened, flowed := 0, 0
	for n := 1; n < 45; n++ {
		p := paginate(t, steps(n))
		part := p.Parts[0]
		switch {
		case part.Count == 1 && part.Tight > 0:
			tightened++
		case part.Count > 1:
			if part.Tight != 0 {
				t.Errorf("%d steps: %d pages are tightened for nothing", n, part.Count)
			}
			flowed++
		case flowed > 0 || tightened > 0:
			t.Errorf("%d steps stand looser than fewer", n)
		}
	}
	if tightened < 3 || flowed < 3 {
		t.Errorf("%d lengths tightened, %d flowed: want some of each", tightened, flowed)
	}
}

func TestTypeNeverShrinks(t *testing.T) {
	for _, size := range []Size{Standard, Large} {
		loose, tight := lookOf(size, 0), lookOf(size, 1)
		body := 13.0
		if size == Large {
			body = 18
		}
		if loose.body < body || tight.body != loose.body || tight.small != loose.small || loose.small < 11 || loose.foot < 11 || loose.under < 11 {
			t.Errorf("size %d: %+v and %+v", size, loose, tight)
		}
		if tight.leading < 1.18 || loose.leading > 1.35 {
			t.Errorf("size %d: leading from %v to %v", size, loose.leading, tight.leading)
		}
	}
}

func TestAShortLastPageTakesMoreFromThePageBefore(t *testing.T) {
	for n := 30; n < 60; n++ {
		p := paginate(t, steps(n))
		if len(p.List) < 2 {
			continue
		}
		if on := strings.Count(textOf(p.List[len(p.List)-1].Ops), "of the day."); on < 3 {
			t.Errorf("%d steps: only %d on the last page", n, on)
		}
	}
}

func TestADateStandsAgainOverThePage(t *testing.T) {
	for _, size := range []Size{Standard, Large} {
		s := steps(60)
		s.Size = size
		p := paginate(t, s)
		mustHold(t, s, p)
		for i, page := range p.List {
			words := textOf(page.Ops)
			if again := strings.Contains(words, "Wed, Dec 9 (continued)"); again != (i > 0) {
				t.Errorf("size %d, page %d: continued is %v: %.120s", size, i+1, again, words)
			}
		}
	}
}

func TestTheHeadOfATableStandsOnEveryPage(t *testing.T) {
	s := sample()
	table := Table{Caption: "Diary", Head: []Text{Plainly("Day"), Plainly("What I ate")}, RowHeight: 30}
	for i := range 40 {
		table.Rows = append(table.Rows, []Text{Plainly(fmt.Sprint(i + 1)), nil})
	}
	s.Parts = []Part{{Blocks: []Block{Title{Plainly("My diary")}, table}}}
	p := paginate(t, s)
	if len(p.List) < 2 {
		t.Fatal("the table does not reach a second page")
	}
	for i, page := range p.List {
		if !strings.Contains(textOf(page.Ops), "Day What I ate") {
			t.Errorf("page %d has no head: %.100s", i+1, textOf(page.Ops))
		}
	}
	mustHold(t, s, p)
}

func TestCardsInARowAreOfOneHeight(t *testing.T) {
	for name, s := range variants() {
		if s.Size == Large {
			continue
		}
		for i, page := range paginate(t, s).List {
			feet := map[float64]int{}
			for _, op := range page.Ops {
				if b, ok := op.(BoxOp); ok && b.Radius == corner && !b.Fill && b.W < 300 {
					feet[math.Round(b.Y+b.H+b.Weight/2)]++
				}
			}
			if len(feet) != 1 {
				t.Errorf("%s, page %d: the feet of cards stand at %v", name, i+1, feet)
			}
		}
	}
}

func TestBoxesAndIconsStandLevelWithTheirWords(t *testing.T) {
	for name, s := range variants() {
		for i, page := range paginate(t, s).List {
			for _, op := range page.Ops {
				tick, ok := op.(TickOp)
				if !ok {
					continue
				}
				mid := tick.Y + tick.Size/2
				if !hasWordsAt(page, tick.X+tick.Size, mid) {
					t.Errorf("%s, page %d: no words level with the box at %.1f", name, i+1, mid)
				}
			}
		}
	}
}

// hasWordsAt reports whether capitals right of x have their middle at y.
func hasWordsAt(page Page, x, y float64) bool {
	for _, op := range page.Ops {
		if text, ok := op.(TextOp); ok && text.X > x && math.Abs(text.Y-text.Size*capHeight/2-y) < 0.6 {
			return true
		}
	}
	return false
}

func TestLetterheadPaperIsLeftFree(t *testing.T) {
	s := sample()
	s.Letterhead.Free = 108
	for i, page := range paginate(t, s).List {
		for _, op := range page.Ops {
			if covers(op).top < s.Letterhead.Free {
				t.Errorf("page %d: %s stands on the letterhead", i+1, describeOp(op))
			}
		}
		words := textOf(page.Ops)
		for _, phone := range s.Letterhead.Phones {
			if !strings.Contains(strings.ReplaceAll(words, "\u00a0", " "), phone.Number) {
				t.Errorf("page %d does not have the phone %s", i+1, phone.Number)
			}
		}
		if strings.Contains(words, s.Letterhead.Name) {
			t.Errorf("page %d prints the name that the paper has", i+1)
		}
	}
}

func TestPartsSayTheirPages(t *testing.T) {
	p := paginate(t, sample())
	if len(p.Parts) != 2 || p.Parts[0].Name != "preparation" || p.Parts[1].First != 1 || p.Parts[0].Count != 1 || p.Parts[1].Count != 1 {
		t.Errorf("got %+v: preparation and aftercare should have a page each", p.Parts)
	}
	if !strings.Contains(textOf(p.List[1].Ops), "Page 2 of 2") || !strings.Contains(textOf(p.List[1].Ops), "DRAFT") {
		t.Errorf("page 2 lacks its number or the draft band: %s", textOf(p.List[1].Ops))
	}
}
