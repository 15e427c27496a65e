package sheet

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode"
)

// mustHold checks what holds for every sheet: no word lost or moved, nothing
// outside the margins, no two words on one another, no heading or date alone at
// the foot of a page, no letter that the type lacks, no empty page.
func mustHold(t *testing.T, s Sheet, p *Pages) {
	t.Helper()
	if got, want := contentOf(p), unspaced(strings.Join(WordsOf(s), "")); got != want {
		t.Errorf("words differ: %s", firstDifference(got, want))
	}
	for i, page := range p.List {
		for _, trouble := range [](func(*Pages, Page) string){outside, overlapping, alone, boxesForLetters, bare} {
			if what := trouble(p, page); what != "" {
				t.Errorf("page %d of %d: %s", i+1, len(p.List), what)
			}
		}
	}
}

// contentOf are all letters of the content in the order that they are drawn in,
// without spaces.
func contentOf(p *Pages) string {
	var b strings.Builder
	for _, page := range p.List {
		for _, op := range page.Ops {
			if text, ok := op.(TextOp); ok && !p.Tree.Artifact(text.Place) && p.Tree[text.Place].Parent != Opening {
				b.WriteString(unspaced(text.Text))
			}
		}
	}
	return b.String()
}

func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func firstDifference(got, want string) string {
	g, w := []rune(got), []rune(want)
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("at letter %d got %q, want %q", i, string(g[i:min(len(g), i+40)]), string(w[i:min(len(w), i+40)]))
		}
	}
	return fmt.Sprintf("%d letters, want %d", len(g), len(w))
}

// A span is what an operation covers.
type span struct{ left, top, right, foot float64 }

func covers(op Op) span {
	switch op := op.(type) {
	case TextOp:
		return span{op.X, op.Y - 0.72*op.Size, op.X + op.Width, op.Y + 0.2*op.Size}
	case TickOp:
		return span{op.X, op.Y, op.X + op.Size, op.Y + op.Size}
	case IconOp:
		return span{op.X, op.Y, op.X + op.Size, op.Y + op.Size}
	case SquaresOp:
		return span{op.X, op.Y, op.X + op.Size, op.Y + op.Size}
	case ImageOp:
		return span{op.X, op.Y, op.X + op.W, op.Y + op.H}
	case RuleOp:
		return span{op.X1, op.Y1, op.X2, op.Y2}
	case BoxOp:
		half := op.Weight / 2
		return span{op.X - half, op.Y - half, op.X + op.W + half, op.Y + op.H + half}
	}
	return span{left: math.NaN()}
}

func outside(p *Pages, page Page) string {
	lk := lookOf(p.sheet.Size, 0)
	const slack = 0.6
	for _, op := range page.Ops {
		s := covers(op)
		if !(s.left >= lk.side-slack && s.right <= p.Width-lk.side+slack && s.top >= lk.top-slack && s.foot <= p.Height-lk.bottom+slack) {
			return "outside the margins: " + describeOp(op)
		}
	}
	return ""
}

func overlapping(_ *Pages, page Page) string {
	var texts []TextOp
	for _, op := range page.Ops {
		if text, ok := op.(TextOp); ok {
			texts = append(texts, text)
		}
	}
	for i, a := range texts {
		for _, b := range texts[i+1:] {
			s, o := covers(a), covers(b)
			if s.left < o.right-0.5 && o.left < s.right-0.5 && s.top < o.foot-0.01 && o.top < s.foot-0.01 {
				return "one on another: " + describeOp(a) + " and " + describeOp(b)
			}
		}
	}
	return ""
}

// alone finds a heading at the end of a page that is not the part's last, and a
// date or label whose words are all on an earlier page than what it labels. One
// that is itself longer than a page may end anywhere.
func alone(p *Pages, page Page) string {
	seen, last := placesOn(p, page)
	before, next, ends := map[Place]bool{}, map[Place]bool{}, true
	for i := range p.List {
		if &p.List[i].Ops[0] == &page.Ops[0] && i+1 < len(p.List) {
			next, _ = placesOn(p, p.List[i+1])
			ends = p.List[i+1].Part != page.Part
		}
		if i > 0 && &p.List[i].Ops[0] == &page.Ops[0] {
			before, _ = placesOn(p, p.List[i-1])
		}
	}
	if kind := p.Tree[last].Kind; (kind == KindH1 || kind == KindH2) && !ends && !next[last] && !before[last] {
		return fmt.Sprintf("the heading at %d stands alone at the foot", last)
	}
	for at := range seen {
		if p.Tree[at].Kind == KindLbl && !seen[at+1] && !next[at] && next[at+1] && !before[at] {
			return fmt.Sprintf("the label at %d stands without its body", at)
		}
	}
	return ""
}

// placesOn are the places that have something on a page, and the last block.
func placesOn(p *Pages, page Page) (seen map[Place]bool, last Place) {
	seen = map[Place]bool{}
	for _, op := range page.Ops {
		if p.Tree.Artifact(op.Where()) || p.Tree[op.Where()].Parent == Opening {
			continue
		}
		last = p.order(op)
		for at := op.Where(); at > Footer; at = p.Tree[at].Parent {
			seen[at] = true
		}
	}
	return seen, last
}

func boxesForLetters(p *Pages, page Page) string {
	for _, op := range page.Ops {
		text, ok := op.(TextOp)
		if !ok {
			continue
		}
		for _, r := range text.Text {
			if _, has := p.faces[text.Face].advance(r); !has {
				return fmt.Sprintf("%U is not in the type: %s", r, describeOp(op))
			}
		}
	}
	return ""
}

func bare(p *Pages, page Page) string {
	for _, op := range page.Ops {
		if !p.Tree.Artifact(op.Where()) && p.Tree[op.Where()].Parent != Opening {
			return ""
		}
	}
	return "nothing stands on it"
}
