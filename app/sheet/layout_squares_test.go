package sheet

import (
	"slices"
	"strings"
	"testing"
)

func TestSquaresStandBesideTheirWords(t *testing.T) {
	s := sample()
	s.Parts[0].Blocks = []Block{Squares{Cells: "##.\n.#.\n###\n", Says: "code for a phone", Text: []Text{Strong("Put it in your phone"), Plainly("Thu, Dec 10")}}}
	p := paginate(t, s)
	var code SquaresOp
	var words []TextOp
	for _, op := range p.List[0].Ops {
		switch op := op.(type) {
		case SquaresOp:
			code = op
		case TextOp:
			if strings.Contains("Put it in your phone Thu, Dec 10", strings.TrimSpace(op.Text)) {
				words = append(words, op)
			}
		}
	}
	if code.Size < 90 || p.Tree[code.Place].Kind != KindFigure || p.Tree[code.Place].Says != "code for a phone" {
		t.Errorf("the code is %+v in %+v", code, p.Tree[code.Place])
	}
	if len(words) == 0 {
		t.Error("its words are not there")
	}
	for _, w := range words {
		if w.X < code.X+code.Size || w.Y < code.Y || w.Y > code.Y+code.Size {
			t.Errorf("%q does not stand beside the code", w.Text)
		}
	}
	if plain := p.Plain(); !strings.Contains(plain, "Put it in your phone\nThu, Dec 10\n") || strings.Contains(plain, "#") {
		t.Errorf("as plain text it is:\n%s", plain)
	}
}

func TestSquaresOutline(t *testing.T) {
	var corners [][2]float64
	for _, step := range squaresOutline(SquaresOp{X: 10, Y: 20, Size: 3, Cells: "##.\n.#.\n###\n"}).steps {
		if step.op == 'M' {
			corners = append(corners, [2]float64{step.at[0], step.at[1]})
		}
	}
	if want := [][2]float64{{10, 20}, {11, 21}, {10, 22}}; !slices.Equal(corners, want) {
		t.Errorf("the dark cells begin at %v, want %v", corners, want)
	}
}
