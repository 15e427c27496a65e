package author

import (
	"fmt"
	"slices"

	"deskleaf/content"
	"deskleaf/content/change"
)

// A List is one of the lists that a procedure is made of, by its key in the files.
// Its parts are told by their number in it, from 0.
type List string

// The lists. All but the questions are facts, whose words go with them.
const (
	Steps     List = "steps"
	Signs     List = "signs"
	Asks      List = "ask_before"
	Options   List = "options"
	Codes     List = "codes"
	Modifiers List = "modifiers"
	Bills     List = "bills"
	Posted    List = "price.posted"
	Sources   List = "sources"
	Questions List = "questions"
)

// A kind is what can be asked of any list of facts, and done to it.
type kind struct {
	count   func(*content.Procedure) int
	id      func(p *content.Procedure, i int) string // nil where words do not know the parts by one
	move    func(p *content.Procedure, i, by int)
	without func(p *content.Procedure, i int)
}

var kinds = map[List]kind{
	Steps: kindOf(func(p *content.Procedure) *[]content.Step { return &p.Steps },
		func(s content.Step) string { return s.ID }, func(a, b content.Step) bool { return a.Part == b.Part }),
	Signs: kindOf(func(p *content.Procedure) *[]content.Sign { return &p.Signs },
		func(s content.Sign) string { return s.ID }, func(a, b content.Sign) bool { return a.Box == b.Box }),
	Asks: kindOf(func(p *content.Procedure) *[]content.AskRow { return &p.AskBefore },
		func(a content.AskRow) string { return a.ID }, nil),
	Options: kindOf(func(p *content.Procedure) *[]content.Option { return &p.Options },
		func(o content.Option) string { return o.ID }, nil),
	Codes:     kindOf(func(p *content.Procedure) *[]content.Code { return &p.Codes }, nil, nil),
	Modifiers: kindOf(func(p *content.Procedure) *[]content.Modifier { return &p.Modifiers }, nil, nil),
	Bills:     kindOf(func(p *content.Procedure) *[]content.Bill { return &p.Bills }, nil, nil),
	Posted:    kindOf(func(p *content.Procedure) *[]content.PostedPrice { return &p.Price.Posted }, nil, nil),
	Sources:   kindOf(func(p *content.Procedure) *[]content.Source { return &p.Sources }, nil, nil),
}

// kindOf is the kind of a list, by the ids of its parts and by which of them stand
// together; nil where there is neither.
func kindOf[T any](list func(*content.Procedure) *[]T, id func(T) string, alike func(a, b T) bool) kind {
	k := kind{
		count:   func(p *content.Procedure) int { return len(*list(p)) },
		move:    func(p *content.Procedure, i, by int) { *list(p) = moved(*list(p), i, by, alike) },
		without: func(p *content.Procedure, i int) { *list(p) = without(*list(p), i) },
	}
	if id != nil {
		k.id = func(p *content.Procedure, i int) string { return id((*list(p))[i]) }
	}
	return k
}

// Path is the path of a part, with its id where words know it by one: "steps.ice",
// "codes[2]".
func Path(e change.Edition, list List, i int) string {
	if id := kinds[list].id; id != nil {
		return string(list) + "." + id(&e.Facts, i)
	}
	return fmt.Sprintf("%s[%d]", list, i)
}

// Count is how many parts a list has. Of questions, it is how many the language has
// that has most.
func Count(e change.Edition, list List) int {
	if k, facts := kinds[list]; facts {
		return k.count(&e.Facts)
	}
	n := 0
	for _, w := range e.Words {
		n = max(n, len(w.Questions))
	}
	return n
}

// AddStep is an edition with one step more at the end of a part, and its number. It
// has no words yet.
func AddStep(e change.Edition, part content.Part) (change.Edition, int) {
	step := content.Step{ID: freshID(e.Facts.Steps, func(s content.Step) string { return s.ID }), Part: part, When: content.Timing{Kind: content.VisitDay}}
	if part == content.Aftercare {
		step.When = content.Timing{Kind: content.RestOfDay, Way: content.After, Anchor: content.End}
	}
	at := behind(e.Facts.Steps, func(s content.Step) bool { return s.Part == part })
	e.Facts.Steps = slices.Insert(slices.Clone(e.Facts.Steps), at, step)
	return e, at
}

// AddSign is an edition with one sign more at the end of a box, and its number.
// Signs of danger are always printed.
func AddSign(e change.Edition, box content.Box) (change.Edition, int) {
	sign := content.Sign{ID: freshID(e.Facts.Signs, func(s content.Sign) string { return s.ID }), Box: box}
	sign.Essential = box == content.BoxCall || box == content.BoxEmergency
	at := behind(e.Facts.Signs, func(s content.Sign) bool { return s.Box == box })
	e.Facts.Signs = slices.Insert(slices.Clone(e.Facts.Signs), at, sign)
	return e, at
}

// behind is the number behind the last of a kind.
func behind[T any](list []T, kind func(T) bool) int {
	at := len(list)
	for i, v := range list {
		if kind(v) {
			at = i + 1
		}
	}
	return at
}

// Add is an edition with one part more at the end of a list of another kind. What it
// is of is to be said yet.
func Add(e change.Edition, list List) change.Edition {
	p := &e.Facts
	switch list {
	case Asks:
		p.AskBefore = with(p.AskBefore, content.AskRow{ID: freshID(p.AskBefore, func(a content.AskRow) string { return a.ID })})
	case Options:
		o := content.Option{ID: freshID(p.Options, func(o content.Option) string { return o.ID }), Choices: []string{"own-1", "own-2"}}
		p.Options = with(p.Options, o)
	case Codes:
		p.Codes = with(p.Codes, content.Code{System: "CPT", Status: content.CodeCurrent})
	case Modifiers:
		p.Modifiers = with(p.Modifiers, content.Modifier{})
	case Bills:
		p.Bills = with(p.Bills, content.Bill{Setting: content.Office, Who: content.Doctor})
	case Posted:
		p.Price.Posted = with(p.Price.Posted, content.PostedPrice{})
	case Sources:
		p.Sources = with(p.Sources, content.Source{ID: freshID(p.Sources, func(s content.Source) string { return s.ID })})
	case Questions:
		return eachWords(e, func(w *content.Words) { w.Questions = with(w.Questions, content.Question{}) })
	default:
		panic(fmt.Sprintf("author: nothing is added to %q so", list))
	}
	return e
}

// with is a list of its own with one more at its end.
func with[T any](list []T, one T) []T { return append(slices.Clone(list), one) }

// freshID is an id that nothing in a list has yet.
func freshID[T any](list []T, id func(T) string) string {
	for n := 1; ; n++ {
		if fresh := fmt.Sprintf("own-%d", n); !slices.ContainsFunc(list, func(v T) bool { return id(v) == fresh }) {
			return fresh
		}
	}
}

// Move is an edition with a part one place up (-1) or down (+1) among those of its
// kind: steps of a page, signs of a box. At the end of them nothing moves.
func Move(e change.Edition, list List, i, by int) change.Edition {
	if k, facts := kinds[list]; facts {
		k.move(&e.Facts, i, by)
		return e
	}
	n := Count(e, Questions)
	return eachWords(e, func(w *content.Words) { w.Questions = moved(padded(w.Questions, n), i, by, nil) })
}

// moved is a list with one item in the place of the next of its kind; alike nil is
// any.
func moved[T any](list []T, at, by int, alike func(a, b T) bool) []T {
	for other := at + by; other >= 0 && other < len(list); other += by {
		if alike == nil || alike(list[at], list[other]) {
			list = slices.Clone(list)
			list[at], list[other] = list[other], list[at]
			break
		}
	}
	return list
}

// padded is a list of its own with n questions, of which the last may say nothing.
func padded(list []content.Question, n int) []content.Question {
	return append(slices.Clone(list), make([]content.Question, n-len(list))...)
}

// Delete is an edition without a part, its words in every language, and what names
// it elsewhere. Only the conditions of an option stay, so that what stood for some
// patients alone is not told to all of them unseen; they are complained of.
func Delete(e change.Edition, list List, i int) change.Edition {
	switch list {
	case Codes:
		return withoutCode(e, i)
	case Sources:
		return withoutSource(e, i)
	case Questions:
		return eachWords(e, func(w *content.Words) {
			if i < len(w.Questions) {
				w.Questions = without(w.Questions, i)
			}
		})
	}
	untell := wordsGone(e, list, i)
	kinds[list].without(&e.Facts, i)
	return eachWords(e, untell)
}

// wordsGone takes away the words that belong to a part.
func wordsGone(e change.Edition, list List, i int) func(*content.Words) {
	path, none := Path(e, list, i), ""
	switch list {
	case Steps:
		return func(w *content.Words) {
			at(w, path+".text", &none)
			at(w, path+".more", &none)
		}
	case Options:
		id := e.Facts.Options[i].ID
		return func(w *content.Words) { put(&w.Options, id, content.OptionWords{}) }
	case Modifiers:
		path = "modifiers." + e.Facts.Modifiers[i].Number
	case Bills, Posted:
		return func(*content.Words) {} // nothing is said of one
	}
	return func(w *content.Words) { at(w, path, &none) }
}

// without is a list of its own without one item.
func without[T any](list []T, i int) []T {
	if len(list) == 1 {
		return nil
	}
	return slices.Delete(slices.Clone(list), i, i+1)
}

// eachWords is an edition with the words of every language changed.
func eachWords(e change.Edition, alter func(*content.Words)) change.Edition {
	e.Words = cloned(e.Words)
	for language, w := range e.Words {
		alter(&w)
		e.Words[language] = w
	}
	return e
}
