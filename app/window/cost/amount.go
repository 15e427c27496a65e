package cost

import (
	"errors"
	"strconv"
	"strings"

	"deskleaf/app/cost"
	"deskleaf/widgets"
)

// An amount is a field that takes an amount, a range or a percentage as it is
// typed. What is not one is marked, and counts as nothing.
type amount struct {
	*widgets.Field
	screen *Screen
	word   string // of the money word that it asks for
	// read is the typed text as the state writes it ("" for nothing), and the
	// change that it makes.
	read func(text string) (said string, change func(*cost.Talk), err error)
	// held is what the state holds: the same way of writing it.
	held func(*cost.Talk) string
}

func (s *Screen) newAmount(word string, read func(string) (string, func(*cost.Talk), error), held func(*cost.Talk) string) *amount {
	a := &amount{Field: widgets.NewField(""), screen: s, word: word, read: read, held: held}
	a.OnChanged = a.typed
	a.OnFocus = func() { s.explained(word) }
	return a
}

// typed takes what stands in the field.
func (a *amount) typed(text string) {
	_, change, err := a.read(strings.TrimSpace(text))
	if err != nil {
		why := a.screen.whyNot(err)
		a.SetHint(why, true) // where it has room; it stands whole under the form
		a.screen.explain.SetRuns(widgets.Marked(a.screen.deps.Words.T("cost.wrong", "text", text, "why", why)))
		_, change, _ = a.read("")
	} else {
		a.SetHint("", false)
		a.screen.explained(a.word)
	}
	a.screen.deps.Change(change)
}

// show brings the field to what the state holds, unless it says that already.
func (a *amount) show(t *cost.Talk) {
	said, _, err := a.read(strings.TrimSpace(a.Text))
	held := a.held(t)
	if err == nil && said == held || err != nil && held == "" {
		return
	}
	a.SetSilently(held)
	a.SetHint("", false)
}

func (a *amount) clear() {
	a.SetSilently("")
	a.SetHint("", false)
}

// whyNot says in the window's words why a text is no amount.
func (s *Screen) whyNot(err error) string {
	if e, ok := errors.AsType[*cost.AmountError](err); ok {
		return s.deps.Words.T("cost.wrong." + string(e.Reason))
	}
	return s.deps.Words.T("cost.wrong." + string(cost.NotAmount))
}

// rangeOf makes the field of a range that may be unknown.
func (s *Screen) rangeOf(word string, of func(*cost.Talk) **cost.Range) *amount {
	return s.newAmount(word, func(text string) (string, func(*cost.Talk), error) {
		if text == "" {
			return "", func(t *cost.Talk) { *of(t) = nil }, nil
		}
		r, err := cost.ReadRange(text)
		return r.String(), func(t *cost.Talk) { *of(t) = &r }, err
	}, func(t *cost.Talk) string {
		if r := *of(t); r != nil {
			return r.String()
		}
		return ""
	})
}

// plainRange makes the field of a range that is nothing where it is not typed.
func (s *Screen) plainRange(word string, get func(*cost.Talk) cost.Range, set func(*cost.Talk, cost.Range), read func(string) (cost.Range, error)) *amount {
	return s.newAmount(word, func(text string) (string, func(*cost.Talk), error) {
		if text == "" {
			return "", func(t *cost.Talk) { set(t, cost.Range{}) }, nil
		}
		r, err := read(text)
		return r.String(), func(t *cost.Talk) { set(t, r) }, err
	}, func(t *cost.Talk) string {
		if r := get(t); !r.IsZero() {
			return r.String()
		}
		return ""
	})
}

// percentOf makes the field of a percentage; empty is what set makes of nil.
func (s *Screen) percentOf(word string, get func(*cost.Talk) *cost.Percent, set func(*cost.Talk, *cost.Percent)) *amount {
	return s.newAmount(word, func(text string) (string, func(*cost.Talk), error) {
		if text == "" {
			return "", func(t *cost.Talk) { set(t, nil) }, nil
		}
		p, err := cost.ReadPercent(text)
		return p.String(), func(t *cost.Talk) { set(t, &p) }, err
	}, func(t *cost.Talk) string {
		if p := get(t); p != nil {
			return p.String()
		}
		return ""
	})
}

// copayOf makes the field of the copay. Its rule stays while the amount changes.
func (s *Screen) copayOf() *amount {
	return s.newAmount("copay", func(text string) (string, func(*cost.Talk), error) {
		if text == "" {
			return "", func(t *cost.Talk) { t.Copay = nil }, nil
		}
		c, err := cost.ReadAmount(text)
		return cost.Exactly(c).String(), func(t *cost.Talk) {
			copay := cost.Copay{Amount: c}
			if t.Copay != nil {
				copay.Rule = t.Copay.Rule
			}
			t.Copay = &copay
		}, err
	}, func(t *cost.Talk) string {
		if t.Copay != nil {
			return cost.Exactly(t.Copay.Amount).String()
		}
		return ""
	})
}

// monthsOf makes the field of the payment plan's months.
func (s *Screen) monthsOf() *amount {
	return s.newAmount("months", func(text string) (string, func(*cost.Talk), error) {
		if text == "" {
			return "", func(t *cost.Talk) { t.Offer.Months = 0 }, nil
		}
		n, err := strconv.Atoi(text)
		if err == nil && (n < 1 || n > cost.MostMonths) {
			err = strconv.ErrRange
		}
		return strconv.Itoa(n), func(t *cost.Talk) { t.Offer.Months = n }, err
	}, func(t *cost.Talk) string {
		if t.Offer.Months > 0 {
			return strconv.Itoa(t.Offer.Months)
		}
		return ""
	})
}
