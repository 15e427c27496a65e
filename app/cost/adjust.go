package cost

import (
	"cmp"
	"slices"
)

// The usual rules, where a plan has no other. Plans differ: an example of CMS
// itself has one payer at 150 % for both sides and another at 145 %
// (CMSgov/hospital-price-transparency, read 2026-11-23).
const (
	usualSecondSide Percent = 150_00 // Medicare claims manual, chapter 12, section 40.7
	usualFurther    Percent = 50_00  // of the second and every further procedure; the same chapter, section 40.6
)

// sides is what is allowed for a line, of its price, and what to say of it.
func (in Input) sides(l Line) (Percent, NoteKind) {
	if !in.BothSides || l.Both {
		return Whole, ""
	}
	usual := in.SecondSide
	if usual == 0 {
		usual = usualSecondSide
	}
	// The bilateral indicators of the physician fee schedule (CMS, PPRRVU).
	switch l.Bilateral {
	case "1":
		return usual, ""
	case "3":
		return 2 * Whole, "" // each side in full
	case "0", "2":
		return Whole, SideForbidden
	case "":
		return usual, SideAssumed
	}
	return Whole, SideUnruled
}

// further is what is allowed for the n-th procedure of a day, counted from 0.
func (in Input) further(n int) Percent {
	switch {
	case n == 0 && len(in.Further) == 0:
		return Whole
	case len(in.Further) == 0:
		return usualFurther
	}
	return in.Further[min(n, len(in.Further)-1)]
}

// reducible reports whether a line counts among the procedures of a day, by the
// multiple-procedure indicators of the physician fee schedule. A code whose
// indicator is not known counts.
func (l Line) reducible(e end) bool {
	return l.Multiple == "" || l.Multiple == "2" || l.Multiple == endoscopy && e == low
}

// endoscopy is the indicator of codes of which those in one family are paid by a
// rule that needs the family's base code. It is not reckoned here: such a code
// is taken reduced at the low end and in full at the high end.
const endoscopy = "3"

// adjust reckons what is allowed for each line of a bill, telling it in steps.
func (in Input) adjust(r *reckoning, b Bill) (allowed Cents) {
	sided := make([]Cents, len(b.Lines))
	var ranked []int
	for i, l := range b.Lines {
		percent, _ := in.sides(l)
		sided[i] = of(l.Price.at(r.end), percent)
		if l.reducible(r.end) {
			ranked = append(ranked, i)
		}
	}
	slices.SortStableFunc(ranked, func(i, j int) int { return cmp.Compare(sided[j], sided[i]) })
	for i, l := range b.Lines {
		side, _ := in.sides(l)
		share := Whole
		if n := slices.Index(ranked, i); n >= 0 {
			share = in.further(n)
		}
		step := Step{Kind: PriceStep, Who: b.Who, Code: l.Code}
		r.add(step, l.Price.at(r.end))
		if side != Whole {
			step.Kind = BothSidesStep
			r.add(step, sided[i], side)
		}
		one := of(l.Price.at(r.end), side, share)
		step.Kind = FurtherStep
		r.add(step, one, share)
		allowed += one
	}
	if len(b.Lines) > 1 {
		r.add(Step{Kind: AllowedStep, Who: b.Who}, allowed)
	}
	r.allowed += allowed
	return allowed
}

// notes are what to say of the lines, each thing once.
func (in Input) notes() []Note {
	var notes []Note
	add := func(n Note) {
		if n.Kind != "" && !slices.Contains(notes, n) {
			notes = append(notes, n)
		}
	}
	for _, b := range in.Bills {
		for _, l := range b.Lines {
			_, side := in.sides(l)
			add(Note{side, l.Code})
			if l.Multiple == endoscopy && len(b.Lines) > 1 {
				add(Note{FurtherUncertain, l.Code})
			}
		}
	}
	return notes
}
