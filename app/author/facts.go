package author

import (
	"fmt"
	"slices"

	"deskleaf/content"
	"deskleaf/content/change"
)

// WithStep is an edition with a step changed. What alter writes into the step must
// be new: lists and maps in it are those of the edition before. So in all of these.
func WithStep(e change.Edition, i int, alter func(*content.Step)) change.Edition {
	e.Facts.Steps = altered(e.Facts.Steps, i, alter)
	return e
}

// WithSign is an edition with a sign changed. One that goes to another box stands
// last there.
func WithSign(e change.Edition, i int, alter func(*content.Sign)) change.Edition {
	e.Facts.Signs = altered(e.Facts.Signs, i, alter)
	return e
}

// WithAsk is an edition with a question for booking changed.
func WithAsk(e change.Edition, i int, alter func(*content.AskRow)) change.Edition {
	e.Facts.AskBefore = altered(e.Facts.AskBefore, i, alter)
	return e
}

// WithOption is an edition with an option changed.
func WithOption(e change.Edition, i int, alter func(*content.Option)) change.Edition {
	e.Facts.Options = altered(e.Facts.Options, i, alter)
	return e
}

// WithBill is an edition with a bill changed.
func WithBill(e change.Edition, i int, alter func(*content.Bill)) change.Edition {
	e.Facts.Bills = altered(e.Facts.Bills, i, alter)
	return e
}

// WithPosted is an edition with a posted price changed.
func WithPosted(e change.Edition, i int, alter func(*content.PostedPrice)) change.Edition {
	e.Facts.Price.Posted = altered(e.Facts.Price.Posted, i, alter)
	return e
}

// WithSource is an edition with a source changed.
func WithSource(e change.Edition, i int, alter func(*content.Source)) change.Edition {
	e.Facts.Sources = altered(e.Facts.Sources, i, alter)
	return e
}

// altered is a list of its own with one item changed.
func altered[T any](list []T, i int, alter func(*T)) []T {
	list = slices.Clone(list)
	alter(&list[i])
	return list
}

// WithCode is an edition with a code changed. A code whose number, meaning or
// indicators are others was not checked; its words, and the bills and modifiers that
// name it, follow its number, and the prices that were posted for the old one go.
func WithCode(e change.Edition, i int, alter func(*content.Code)) change.Edition {
	was := e.Facts.Codes[i]
	e.Facts.Codes = altered(e.Facts.Codes, i, alter)
	is := &e.Facts.Codes[i]
	if meaning(was) != meaning(*is) {
		unverify(is)
	}
	if is.Number == was.Number {
		return e
	}
	e.Facts = renamed(e.Facts, was.Number, is.Number)
	number := is.Number
	return eachWords(e, func(w *content.Words) { rename(&w.Codes, was.Number, number) })
}

// meaning is what of a code was checked against its source.
func meaning(c content.Code) string {
	return fmt.Sprint([]any{c.System, c.Number, c.Status, c.Setting, c.Instead, c.Global, c.Bilateral, c.Multiple})
}

// unverify takes back that a code was checked.
func unverify(c *content.Code) {
	var never content.Code
	c.Checked, c.CheckAgain = never.Checked, never.CheckAgain
}

// rename gives words another key. Where something stands there already, nothing is
// done: it is another's.
func rename(m *map[string]string, from, to string) {
	text, told := (*m)[from]
	if _, taken := (*m)[to]; !told || taken {
		return
	}
	put(m, from, "")
	put(m, to, text)
}

// renamed are facts in which another number stands for a code; "" for none.
func renamed(p content.Procedure, from, to string) content.Procedure {
	swap := func(numbers []string) []string {
		i := slices.Index(numbers, from)
		if i < 0 || from == "" {
			return numbers
		}
		if to == "" {
			return without(numbers, i)
		}
		return altered(numbers, i, func(n *string) { *n = to })
	}
	p.Codes, p.Modifiers, p.Bills = slices.Clone(p.Codes), slices.Clone(p.Modifiers), slices.Clone(p.Bills)
	for i := range p.Codes {
		p.Codes[i].Instead = swap(p.Codes[i].Instead)
	}
	for i := range p.Modifiers {
		p.Modifiers[i].For = swap(p.Modifiers[i].For)
	}
	for i := range p.Bills {
		p.Bills[i].Codes = swap(p.Bills[i].Codes)
	}
	if i := slices.IndexFunc(p.Price.Posted, func(x content.PostedPrice) bool { return x.Code == from }); i >= 0 {
		p.Price.Posted = without(p.Price.Posted, i)
	}
	return p
}

// withoutCode is an edition without a code and all that names it.
func withoutCode(e change.Edition, i int) change.Edition {
	number := e.Facts.Codes[i].Number
	e.Facts.Codes = without(e.Facts.Codes, i)
	if _, again := e.Facts.Code(number); again {
		return e // it stood twice, which is complained of
	}
	e.Facts = renamed(e.Facts, number, "")
	return eachWords(e, func(w *content.Words) { put(&w.Codes, number, "") })
}

// WithModifier is an edition with a modifier changed, whose words follow its number.
func WithModifier(e change.Edition, i int, alter func(*content.Modifier)) change.Edition {
	was := e.Facts.Modifiers[i].Number
	e.Facts.Modifiers = altered(e.Facts.Modifiers, i, alter)
	is := e.Facts.Modifiers[i].Number
	if was == is {
		return e
	}
	return eachWords(e, func(w *content.Words) { rename(&w.Modifiers, was, is) })
}

// AddEvent is an edition with a date besides the visit: one that has a blank, by its
// id, or with "" one of the procedure's own. It gives the date's id.
func AddEvent(e change.Edition, id string) (change.Edition, string) {
	if id == "" {
		id = freshID(e.Facts.Events, func(id string) string { return id })
	}
	e.Facts.Events = with(e.Facts.Events, id)
	return e, id
}

// DeleteEvent is an edition without a date besides the visit, and its words. Steps that
// are counted from it say so still, and are complained of; see [Delete].
func DeleteEvent(e change.Edition, i int) change.Edition {
	id := e.Facts.Events[i]
	e.Facts.Events = without(e.Facts.Events, i)
	return eachWords(e, func(w *content.Words) { put(&w.Events, id, "") })
}

// withoutSource is an edition without a source, also where it is named.
func withoutSource(e change.Edition, i int) change.Edition {
	p := &e.Facts
	id := p.Sources[i].ID
	p.Sources = without(p.Sources, i)
	drop := func(ids *[]string) {
		if i := slices.Index(*ids, id); i >= 0 {
			*ids = without(*ids, i)
		}
	}
	p.Steps, p.Signs, p.AskBefore = slices.Clone(p.Steps), slices.Clone(p.Signs), slices.Clone(p.AskBefore)
	p.Codes, p.Modifiers = slices.Clone(p.Codes), slices.Clone(p.Modifiers)
	for i := range p.Steps {
		drop(&p.Steps[i].Sources)
	}
	for i := range p.Signs {
		drop(&p.Signs[i].Sources)
	}
	for i := range p.AskBefore {
		drop(&p.AskBefore[i].Sources)
	}
	for i := range p.Codes {
		drop(&p.Codes[i].Sources)
	}
	for i := range p.Modifiers {
		drop(&p.Modifiers[i].Sources)
	}
	return e
}

// AddChoice is an edition with one more choice of an option, and its id.
func AddChoice(e change.Edition, option int) (change.Edition, string) {
	id := freshID(e.Facts.Options[option].Choices, func(id string) string { return id })
	return WithOption(e, option, func(o *content.Option) { o.Choices = with(o.Choices, id) }), id
}

// MoveChoice is an edition with a choice one place up (-1) or down (+1).
func MoveChoice(e change.Edition, option, choice, by int) change.Edition {
	return WithOption(e, option, func(o *content.Option) { o.Choices = moved(o.Choices, choice, by, nil) })
}

// DeleteChoice is an edition without a choice and its words. What stood only with
// it says so still, and is complained of; see [Delete].
func DeleteChoice(e change.Edition, option, choice int) change.Edition {
	id, name := e.Facts.Options[option].Choices[choice], e.Facts.Options[option].ID
	e = WithOption(e, option, func(o *content.Option) {
		o.Choices = without(o.Choices, choice)
		if o.Default == id {
			o.Default = ""
		}
	})
	return eachWords(e, func(w *content.Words) {
		if o, told := w.Options[name]; told {
			put(&o.Choices, id, content.ChoiceWords{})
			put(&w.Options, name, o)
		}
	})
}
