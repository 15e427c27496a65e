package tell

import (
	"slices"
	"strconv"

	"deskleaf/app/cost"
	"deskleaf/content"
	"deskleaf/content/phrases"
)

// A BarKind is what a bar of the picture shows.
type BarKind int

// The kinds of bars. Only a price is reckoned with; reference and posted prices
// stand beside it for comparison.
const (
	PriceBar     BarKind = iota
	ReferenceBar         // a range that references name
	PostedBar            // the distribution of hospitals' posted prices
	ShareBar             // what the patient pays
)

// A Bar is one line of the picture: from Low to High; of a distribution the tenth
// and ninetieth percentile, with the quarters and the middle between them.
type Bar struct {
	Kind     BarKind
	Label    string
	Says     string // beside or under the bar
	Low      cost.Cents
	High     cost.Cents
	Quarters [2]cost.Cents
	Middle   cost.Cents
}

// A Picture is bars on one scale, which goes from nothing to Most.
type Picture struct {
	Bars  []Bar
	Most  cost.Cents
	Notes []string // what the comparisons are, and of what day
}

// Draw sets the price beside what is known of prices in general, and the share
// under it. Without an answer there are the comparisons alone.
func Draw(p *phrases.Phrases, c cost.Case, procedure *content.Procedure, a cost.Answer, to Audience) Picture {
	w := p.Cost.Picture
	var picture Picture
	add := func(b Bar) {
		picture.Bars = append(picture.Bars, b)
		picture.Most = max(picture.Most, b.High)
	}
	if allowed := a.Allowed; !allowed.IsZero() {
		label := w.Price
		if !slices.ContainsFunc(a.Included, func(who content.Biller) bool { return c.Prices[who].From != cost.Listed }) {
			label = w.Listed
		}
		add(Bar{Kind: PriceBar, Label: label, Low: allowed.Low, High: allowed.High, Says: between(p, allowed)})
	}
	if r := procedure.Price.Reference; !r.IsZero() {
		low, high := dollars(r.Low), dollars(r.High)
		add(Bar{Kind: ReferenceBar, Label: w.Reference, Low: low, High: high, Says: phrases.Fill(w.NoSource, "low", low.Round(), "high", high.Round())})
	}
	posted := compared(c, procedure)
	for _, one := range posted {
		label := w.Posted
		if len(posted) > 1 {
			label = phrases.Fill(w.PostedCode, "code", one.Code)
		}
		middle := dollars(one.Median)
		add(Bar{
			Kind: PostedBar, Label: label, Low: dollars(one.P10), High: dollars(one.P90),
			Quarters: [2]cost.Cents{dollars(one.P25), dollars(one.P75)}, Middle: middle,
			Says: phrases.Fill(w.Middle, "amount", middle.Round(), "n", count(one.Hospitals)),
		})
	}
	for _, o := range a.Outcomes {
		label := w.Patient
		if to == Patient {
			label = w.Share
		}
		if o.Kind != "" {
			label = outcome(p, o.Kind)
		}
		add(Bar{Kind: ShareBar, Label: label, Low: o.Estimate.Total.Low, High: o.Estimate.Total.High, Says: between(p, o.Estimate.Total)})
	}
	picture.Most = roundUp(picture.Most)
	if len(posted) > 0 {
		picture.Notes = append(picture.Notes, phrases.Fill(w.PostedNote, "date", p.Printed(procedure.Price.Date)))
		if outside(procedure.Price.Reference, posted[0]) {
			picture.Notes = append(picture.Notes, w.OutsideNote)
		}
	}
	return picture
}

// compared are the distributions that belong to the bills of the case, the first
// two at most. Prices of no known day are not shown.
func compared(c cost.Case, procedure *content.Procedure) []content.PostedPrice {
	var found []content.PostedPrice
	if procedure.Price.Date.IsZero() {
		return nil
	}
	for _, b := range c.Bills(procedure) {
		code := c.Code(procedure, b)
		for _, one := range procedure.Price.Posted {
			if one.Code == code && !slices.Contains(found, one) && len(found) < 2 {
				found = append(found, one)
			}
		}
	}
	return found
}

// outside reports whether more than half of the prices lie outside a range: that
// is certain where the range lies within the two quarters around the middle.
func outside(r content.Range, p content.PostedPrice) bool {
	return !r.IsZero() && r.Low > p.P25 && r.High < p.P75
}

// between is an amount, or two.
func between(p *phrases.Phrases, r cost.Range) string {
	if r.Low.Round() == r.High.Round() {
		return r.Low.Round()
	}
	return phrases.Fill(p.Cost.Say.Range, "low", r.Low.Round(), "high", r.High.Round())
}

func dollars(n int) cost.Cents { return cost.Cents(n) * 100 }

// count writes a number with its commas: "2,117".
func count(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return cost.Cents(n * 100).Round()[1:]
}

// roundUp is the next amount that stands well at the end of a scale: 1, 1.5, 2,
// 3, 5 or 7.5 times a power of ten.
func roundUp(c cost.Cents) cost.Cents {
	for power := cost.Cents(100); ; power *= 10 {
		for _, tenths := range []cost.Cents{10, 15, 20, 30, 50, 75} {
			if end := power * tenths / 10; end >= c {
				return end
			}
		}
	}
}
