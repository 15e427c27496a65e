package cost

import (
	"math/rand/v2"
	"testing"

	"deskleaf/content"
)

// draws is how many cases each property is held to.
const draws = 20_000

// drawn is a case: bills, a plan and rules, none of them refused.
func drawn(r *rand.Rand, copays bool) Input {
	in := Input{BothSides: r.IntN(2) == 0}
	cents := func(most int64) Cents { return Cents(r.Int64N(most)) }
	span := func(most int64) Range {
		a, b := cents(most), cents(most)
		return Range{min(a, b), max(a, b)}
	}
	indicators := []string{"", "0", "1", "2", "3", "9"}
	for range 1 + r.IntN(4) {
		b := Bill{Who: []content.Biller{content.Doctor, content.Facility, content.Laboratory}[r.IntN(3)]}
		for range 1 + r.IntN(3) {
			price := span(500_000)
			b.Lines = append(b.Lines, Line{Price: price.Add(Exactly(1)), Bilateral: indicators[r.IntN(6)], Multiple: indicators[r.IntN(6)]})
		}
		if copays && r.IntN(2) == 0 {
			b.Copay = &Copay{Amount: cents(20_000), Rule: CopayRules[r.IntN(3)]}
		}
		in.Bills = append(in.Bills, b)
	}
	if r.IntN(2) == 0 {
		in.SecondSide = Whole + Percent(r.IntN(int(Whole)+1))
	}
	if r.IntN(3) == 0 {
		in.NotCovered = span(50_000)
	}
	deductible := span(300_000)
	maximum := deductible.Add(span(300_000))
	in.Plan = Plan{Deductible: &deductible, Coinsurance: new(Percent(r.IntN(int(Whole) + 1)))}
	if r.IntN(3) > 0 {
		in.Plan.Maximum = &maximum
	}
	if r.IntN(3) == 0 {
		family := Range{deductible.Low / 2, deductible.High / 2}
		in.Plan.FamilyDeductible = &family
	}
	return in
}

// each runs a property over drawn cases.
func each(t *testing.T, copays bool, hold func(t *testing.T, r *rand.Rand, in Input, e Estimate)) {
	r := rand.New(rand.NewPCG(2026, 11))
	for range draws {
		in := drawn(r, copays)
		e, err := in.Estimate()
		if err != nil {
			t.Fatalf("%v: %+v", err, in)
		}
		if hold(t, r, in, e); t.Failed() {
			t.Fatalf("with %+v\nplan %+v", in, in.Plan)
		}
	}
}

// TestShareStaysBetweenNothingAndThePrice also holds the maximum, and the order
// of low and high.
func TestShareStaysBetweenNothingAndThePrice(t *testing.T) {
	each(t, true, func(t *testing.T, _ *rand.Rand, in Input, e Estimate) {
		for _, end := range []end{low, high} {
			share, extra := e.Total.at(end), in.NotCovered.at(end)
			if share < 0 || share > e.Allowed.at(end)+extra {
				t.Errorf("the share %v is not between nothing and %v and %v not covered", share, e.Allowed.at(end), extra)
			}
			if m := in.Plan.maximum(); m != nil && share-extra > m.at(end) {
				t.Errorf("the share %v of what is covered is above the maximum %v", share-extra, m.at(end))
			}
		}
		if e.Total.Low > e.Total.High {
			t.Errorf("low %v is above high %v", e.Total.Low, e.Total.High)
		}
	})
}

// TestStepsAddUp: who adds up what the table shows gets its last line.
func TestStepsAddUp(t *testing.T) {
	each(t, true, func(t *testing.T, _ *rand.Rand, _ Input, e Estimate) {
		var sum Range
		for _, s := range e.Steps {
			switch s.Kind {
			case CopayStep, DeductibleStep, CoinsuranceStep, MaximumStep, NotCoveredStep:
				sum = sum.Add(s.Amount)
			}
		}
		if sum != e.Total {
			t.Errorf("the steps add up to %v, not %v", sum, e.Total)
		}
	})
}

func TestShareNeverFallsWhenThePriceRises(t *testing.T) {
	each(t, true, func(t *testing.T, r *rand.Rand, in Input, e Estimate) {
		bill := in.Bills[r.IntN(len(in.Bills))]
		line := &bill.Lines[r.IntN(len(bill.Lines))]
		line.Price = line.Price.Add(Exactly(1 + Cents(r.IntN(5000))))
		if more, err := in.Estimate(); err != nil || more.Total.Low < e.Total.Low || more.Total.High < e.Total.High {
			t.Errorf("a higher price brings the share from %v to %v, %v", e.Total, more.Total, err)
		}
	})
}

// TestSplitBill: without copays it does not matter whether codes come on one
// bill or on several, but for a cent of rounding a line.
func TestSplitBill(t *testing.T) {
	each(t, false, func(t *testing.T, _ *rand.Rand, in Input, _ Estimate) {
		in.Further = []Percent{Whole} // the rule for further procedures holds within one bill
		whole, err := in.Estimate()
		if err != nil {
			t.Fatal(err)
		}
		split, lines := in, 0
		split.Bills = nil
		for _, b := range in.Bills {
			for _, l := range b.Lines {
				split.Bills = append(split.Bills, Bill{Who: b.Who, Lines: []Line{l}})
				lines++
			}
		}
		parts, err := split.Estimate()
		if err != nil {
			t.Fatal(err)
		}
		for _, end := range []end{low, high} {
			if d := parts.Total.at(end) - whole.Total.at(end); d > Cents(lines) || d < -Cents(lines) {
				t.Errorf("split, the share is %v, whole %v", parts.Total, whole.Total)
			}
		}
	})
}
