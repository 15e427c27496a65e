// Package prices is the clinic's own price list: what plans allow and what the
// clinic asks for in cash, by code, place, bill, payer and plan, each with the
// days on which it holds and where it comes from.
//
// A list comes in as a table that the clinic has anyway, CSV or .xlsx. [Read]
// takes its columns by their headings, however they are worded, and gives every
// complaint with its line and column; a list with a mistake is not taken in part.
// [Compare] says what a new list would change before it takes the old one's
// place, and [Save] puts it there whole, keeping the old one, to which [Undo]
// goes back. [List.Find] is the price for one bill on one day.
//
// [ReadSchedule] makes prices of Medicare's physician fee schedule, from the two
// files that a clinic downloads from CMS itself.
package prices

import (
	"cmp"
	"slices"
	"strings"

	"deskleaf/app/cost"
	"deskleaf/app/table"
	"deskleaf/content"
	"deskleaf/content/civil"
)

// An Entry is one line of the list.
type Entry struct {
	Code     string
	Modifier string          // "50" for both sides; "" for none
	Setting  content.Setting // "" for any
	Bill     content.Biller  // "" for any
	Payer    string          // "" for any
	Plan     string          // "" for any of the payer's
	Allowed  cost.Range      // zero where it is not known
	Cash     cost.Range      // the self-pay price; zero where it is not known
	From     civil.Date      // zero for no beginning
	To       civil.Date      // the last day; zero for no end
	Source   string
}

// A List is the price list, in the order of its file.
type List []Entry

// holds reports whether an entry holds on a day.
func (e Entry) holds(day civil.Date) bool {
	return (e.From.IsZero() || !day.Before(e.From)) && !e.expired(day)
}

// expired reports whether the entry's last day has passed.
func (e Entry) expired(day civil.Date) bool { return !e.To.IsZero() && e.To.Before(day) }

// both is the modifier for both sides.
const both = "50"

// oneSided are modifiers with which a price is one side's.
var oneSided = []string{"", "LT", "RT"}

// key is what an entry is a price of, apart from its days.
func (e Entry) key() Entry {
	return Entry{
		Code: e.Code, Modifier: e.Modifier, Setting: e.Setting, Bill: e.Bill,
		Payer: table.Fold(e.Payer), Plan: table.Fold(e.Plan),
	}
}

// A Query asks for the price of one bill.
type Query struct {
	Code      string
	BothSides bool
	Setting   content.Setting
	Bill      content.Biller
	Payer     string // "" for any
	Plan      string
	Cash      bool // the self-pay price in place of the allowed amount
	Day       civil.Date
}

// Find is the price of a bill: of the entries that hold on that day those that
// say most exactly what was asked for. Where several do, because nobody said
// which payer, the price goes from the least to the most. ok is false where no
// entry fits: then the price is not known.
func (l List) Find(q Query) (price cost.Price, ok bool) {
	best, fitting := 0, List(nil)
	for _, e := range l {
		rank, ok := e.fits(q)
		if !ok || rank < best {
			continue
		}
		if rank > best {
			best, fitting = rank, nil
		}
		fitting = append(fitting, e)
	}
	for i, e := range fitting {
		amount := e.amount(q)
		if i == 0 {
			price = cost.Price{Range: amount, Both: e.Modifier == both, From: cost.Listed, Source: e.Source, Date: e.From, Until: e.To}
			continue
		}
		price.Low, price.High = min(price.Low, amount.Low), max(price.High, amount.High)
		if e.From.Before(price.Date) {
			price.Date = e.From
		}
		if price.Until.IsZero() || !e.To.IsZero() && e.To.Before(price.Until) {
			price.Until = e.To
		}
		if e.Source != price.Source {
			price.Source = ""
		}
	}
	return price, len(fitting) > 0
}

// amount is the price that was asked for.
func (e Entry) amount(q Query) cost.Range {
	if q.Cash {
		return e.Cash
	}
	return e.Allowed
}

// fits reports whether an entry is a price of what was asked for, and how
// exactly: a price for both sides goes before one side's, a named plan before a
// payer and that before any, a named place before any.
func (e Entry) fits(q Query) (rank int, ok bool) {
	switch {
	case e.Code != q.Code, !e.holds(q.Day), e.amount(q).IsZero():
		return 0, false
	case e.Setting != "" && e.Setting != q.Setting, e.Bill != "" && e.Bill != q.Bill:
		return 0, false
	case e.Modifier == both && !q.BothSides, e.Modifier != both && !slices.Contains(oneSided, e.Modifier):
		return 0, false
	}
	rank = 1
	if !q.Cash && q.Payer != "" {
		byPayer, fits := e.payerRank(q)
		if !fits {
			return 0, false
		}
		rank += byPayer * 8
	}
	if e.Modifier == both {
		rank += 4
	}
	if e.Setting != "" {
		rank += 2
	}
	if e.Bill != "" {
		rank++
	}
	return rank, true
}

// payerRank is how exactly an entry names the payer and the plan asked for.
func (e Entry) payerRank(q Query) (rank int, ok bool) {
	switch {
	case e.Payer == "":
		return 0, table.Fold(q.Payer) != table.Fold(Medicare) // what Medicare allows is its own
	case table.Fold(e.Payer) != table.Fold(q.Payer):
		return 0, false
	case e.Plan == "" || q.Plan == "":
		return 1, true
	}
	return 2, table.Fold(e.Plan) == table.Fold(q.Plan)
}

// Fill gives a case the prices of the list where none was typed, in the setting
// and on the day of the case. A payer or plan of "" is any. Listed are the list's
// own prices, also of bills whose price was typed.
func (l List) Fill(c cost.Case, p *content.Procedure, payer, plan string) (filled cost.Case, listed map[content.Biller]cost.Price) {
	if c.Payer == cost.WithMedicare {
		payer, plan = Medicare, ""
	}
	listed, filled = map[content.Biller]cost.Price{}, c
	filled.Prices = map[content.Biller]cost.Price{}
	for _, b := range c.Bills(p) {
		price, ok := l.Find(Query{
			Code: c.Code(p, b), BothSides: c.BothSides, Setting: c.In(p), Bill: b.Who,
			Payer: payer, Plan: plan, Cash: c.Payer == cost.WithNone, Day: c.Day,
		})
		if ok {
			listed[b.Who], filled.Prices[b.Who] = price, price
		}
		if price, ok := c.Prices[b.Who]; ok {
			filled.Prices[b.Who] = price
		}
	}
	return filled, listed
}

// Payers are the payers that the list names on a day, in order.
func (l List) Payers(day civil.Date) []string {
	return l.names(day, func(e Entry) string { return e.Payer })
}

// Plans are a payer's plans that the list names on a day, in order.
func (l List) Plans(payer string, day civil.Date) []string {
	return l.names(day, func(e Entry) string {
		if table.Fold(e.Payer) != table.Fold(payer) {
			return ""
		}
		return e.Plan
	})
}

// names are the different names of entries that hold on a day.
func (l List) names(day civil.Date, of func(Entry) string) []string {
	seen := map[string]bool{}
	var names []string
	for _, e := range l {
		name := of(e)
		if name == "" || seen[table.Fold(name)] || !e.holds(day) {
			continue
		}
		seen[table.Fold(name)] = true
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(strings.ToLower(a), strings.ToLower(b)) })
	return names
}
