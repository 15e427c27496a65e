package handout

import (
	"strings"

	"deskleaf/content"
	"deskleaf/content/phrases"
)

// distance tells how far from its anchor a timing is: "the day before", "2 to 10
// days after".
func (c *composer) distance(t content.Timing) string {
	oneDay := t.Amount == content.Amount{N: 1, Unit: content.DayUnit}
	if oneDay && t.Kind == content.Offset && !t.Anchor.IsEvent() {
		if t.Way == content.Before {
			return c.phrases.When.DayBefore
		}
		return c.phrases.When.DayAfter
	}
	amount := c.phrases.Amount(t.Amount.N, t.Amount.Unit)
	if t.Kind == content.Span {
		amount = c.phrases.Range(t.Amount.N, t.To.N, t.To.Unit)
	}
	return phrases.Fill(c.distancePhrase(t), "amount", amount, "event", content.Plain(c.words.Events[string(t.Anchor)]))
}

// distancePhrase is the phrase for a timing's way and anchor, with its places.
func (c *composer) distancePhrase(t content.Timing) string {
	w := &c.phrases.When
	before := map[content.Anchor]string{content.Start: w.Before, content.Arrival: w.BeforeArrival, content.End: w.BeforeEnd}
	after := map[content.Anchor]string{content.End: w.After, content.Arrival: w.AfterArrival, content.Start: w.AfterStart}
	switch {
	case t.Anchor.IsEvent() && t.Way == content.Before:
		return w.BeforeEvent
	case t.Anchor.IsEvent():
		return w.AfterEvent
	case t.Way == content.Before:
		return before[t.Anchor]
	}
	return after[t.Anchor]
}

// cutPlace cuts a phrase around one of its places.
func cutPlace(phrase, place string) (before, after string, found bool) {
	return strings.Cut(phrase, "{"+place+"}")
}
