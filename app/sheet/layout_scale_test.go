package sheet

import "testing"

// TestScaleBarsStandWhereTheirAmountsAre, however narrow or far out they are.
func TestScaleBarsStandWhereTheirAmountsAre(t *testing.T) {
	s := sample()
	s.Parts = s.Parts[:1]
	s.Parts[0].Blocks = []Block{Scale{From: "$0", To: "$1,000", Rows: []ScaleRow{
		{Label: Plainly("Price"), Says: Plainly("$500"), Low: 0.25, High: 0.75},
		{Label: Plainly("You pay"), Says: Plainly("$0"), Low: 0, High: 0},
		{Label: Plainly("Most"), Says: Plainly("$9,000"), Low: 9, High: 9},
		{Label: Plainly("Reference"), Says: Plainly("none"), Kind: ScaleDashed, Low: 0.5, High: 1},
		{Label: Plainly("Hospitals"), Says: Plainly("many"), Kind: ScaleSpread, Low: 0.1, First: 0.2, Middle: 0.4, Third: 0.6, High: 0.9},
	}}}
	p := paginate(t, s)
	mustHold(t, s, p)
	var boxes []BoxOp
	var axis RuleOp
	for _, op := range p.List[0].Ops {
		switch op := op.(type) {
		case BoxOp:
			if op.Where() == Decoration {
				boxes = append(boxes, op)
			}
		case RuleOp:
			if op.Ink == Black && op.Where() == Decoration && op.Y1 == op.Y2 {
				axis = op
			}
		}
	}
	boxes = boxes[len(boxes)-5:]
	width := axis.X2 - axis.X1
	if got := (boxes[0].X - axis.X1) / width; got < 0.249 || got > 0.251 || boxes[0].W/width < 0.499 {
		t.Errorf("the price stands at %.3f and is %.3f wide", got, boxes[0].W/width)
	}
	for i, b := range boxes {
		if b.W < 2.9 || b.X < axis.X1-0.1 || b.X+b.W > axis.X2+0.1 {
			t.Errorf("bar %d goes from %.1f to %.1f; the scale goes from %.1f to %.1f", i, b.X, b.X+b.W, axis.X1, axis.X2)
		}
	}
	if boxes[3].Dash == 0 || !boxes[0].Fill || boxes[4].Fill {
		t.Error("the kinds of bars look alike")
	}
}
