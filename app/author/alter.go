package author

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"deskleaf/content"
	"deskleaf/content/change"
)

// Text is the text at a path of words, as content.Words.Texts has them:
// "steps.ice.more". A list, such as "sections.why" or "names", is a line an entry.
func Text(w content.Words, path string) string {
	list, rest, _ := strings.Cut(path, ".")
	id, field, _ := strings.Cut(rest, ".")
	switch list {
	case "handout":
		if h := w.Handout[content.Part(id)]; field == "lead" {
			return h.Lead
		}
		return w.Handout[content.Part(id)].Title
	case "steps":
		if s := w.Steps[id]; field == "more" {
			return s.More
		}
		return w.Steps[id].Text
	case "signs":
		return w.Signs[id]
	}
	if line := lineAt(&w, path); line != nil {
		return *line
	}
	return strings.Join(*linesAt(&w, path), "\n")
}

// WithText is an edition with another text at a path of one language.
func WithText(e change.Edition, language, path, text string) change.Edition {
	w := e.Words[language]
	list, rest, _ := strings.Cut(path, ".")
	id, field, _ := strings.Cut(rest, ".")
	switch list {
	case "handout":
		w.Handout = cloned(w.Handout)
		h := w.Handout[content.Part(id)]
		if field == "lead" {
			h.Lead = text
		} else {
			h.Title = text
		}
		w.Handout[content.Part(id)] = h
	case "steps":
		w.Steps = cloned(w.Steps)
		s := w.Steps[id]
		if field == "more" {
			s.More = text
		} else {
			s.Text = text
		}
		put(w.Steps, id, s)
	case "signs":
		w.Signs = cloned(w.Signs)
		put(w.Signs, id, text)
	default:
		if line := lineAt(&w, path); line != nil {
			*line = text
		} else {
			*linesAt(&w, path) = lines(text)
		}
	}
	e.Words = cloned(e.Words)
	e.Words[language] = w
	return e
}

// cloned is a map of its own to write into.
func cloned[M ~map[K]V, K comparable, V any](m M) M {
	if m == nil {
		return M{}
	}
	return maps.Clone(m)
}

// put writes a value; one that says nothing has no place.
func put[V comparable](m map[string]V, id string, v V) {
	var nothing V
	if m[id] = v; v == nothing {
		delete(m, id)
	}
}

// lineAt is the place of a text that stands by itself; nil for another.
func lineAt(w *content.Words, path string) *string {
	switch path {
	case "title":
		return &w.Title
	case "short":
		return &w.Short
	case "noun":
		return &w.Noun
	case "summary":
		return &w.Summary
	}
	return nil
}

// linesAt is the place of a list.
func linesAt(w *content.Words, path string) *[]string {
	s := &w.Sections
	places := map[string]*[]string{
		"names": &w.Names, "misspelled": &w.Misspelled, "topics": &w.Topics,
		"sections.why": &s.Why, "sections.signs": &s.Signs, "sections.causes": &s.Causes, "sections.tests": &s.Tests,
		"sections.happens": &s.Happens, "sections.risks": &s.Risks, "sections.alternatives": &s.Alternatives,
		"sections.follow_up": &s.FollowUp, "sections.home_care": &s.HomeCare, "sections.prevention": &s.Prevention,
		"sections.cost": &s.Cost, "sections.insurance": &s.Insurance,
	}
	place, known := places[path]
	if !known {
		panic(fmt.Sprintf("author: words have no text at %q", path))
	}
	return place
}

// lines are the lines of a text that say something.
func lines(text string) []string {
	var all []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// WithStep is an edition with a step changed.
func WithStep(e change.Edition, id string, alter func(*content.Step)) change.Edition {
	e.Facts.Steps = slices.Clone(e.Facts.Steps)
	for i := range e.Facts.Steps {
		if e.Facts.Steps[i].ID == id {
			alter(&e.Facts.Steps[i])
		}
	}
	return e
}

// AddStep is an edition with one step more at the end of a part, and its id. It
// has no words yet.
func AddStep(e change.Edition, part content.Part) (change.Edition, string) {
	id := freshID(func(id string) bool { _, taken := e.Facts.Step(id); return taken })
	at := 0
	for i, s := range e.Facts.Steps {
		if s.Part == part {
			at = i + 1
		}
	}
	step := content.Step{ID: id, Part: part, When: content.Timing{Kind: content.VisitDay}}
	if part == content.Aftercare {
		step.When = content.Timing{Kind: content.RestOfDay, Way: content.After, Anchor: content.End}
	}
	e.Facts.Steps = slices.Insert(slices.Clone(e.Facts.Steps), at, step)
	return e, id
}

// AddSign is an edition with one sign more at the end of a box, and its id.
func AddSign(e change.Edition, box content.Box) (change.Edition, string) {
	id := freshID(func(id string) bool { return signAt(e, id) >= 0 })
	at := len(e.Facts.Signs)
	for i, s := range e.Facts.Signs {
		if s.Box == box {
			at = i + 1
		}
	}
	e.Facts.Signs = slices.Insert(slices.Clone(e.Facts.Signs), at, content.Sign{ID: id, Box: box})
	return e, id
}

func signAt(e change.Edition, id string) int {
	return slices.IndexFunc(e.Facts.Signs, func(s content.Sign) bool { return s.ID == id })
}

// freshID is an id that nothing has yet.
func freshID(taken func(string) bool) string {
	for n := 1; ; n++ {
		if id := fmt.Sprintf("own-%d", n); !taken(id) {
			return id
		}
	}
}

// MoveStep is an edition with a step one place up (-1) or down (+1) among those of
// its part.
func MoveStep(e change.Edition, id string, by int) change.Edition {
	at := slices.IndexFunc(e.Facts.Steps, func(s content.Step) bool { return s.ID == id })
	e.Facts.Steps = moved(e.Facts.Steps, at, by, func(a, b content.Step) bool { return a.Part == b.Part })
	return e
}

// MoveSign is the same for a sign in its box.
func MoveSign(e change.Edition, id string, by int) change.Edition {
	e.Facts.Signs = moved(e.Facts.Signs, signAt(e, id), by, func(a, b content.Sign) bool { return a.Box == b.Box })
	return e
}

// moved is a list with one item in the place of the next of its kind.
func moved[T any](list []T, at, by int, alike func(a, b T) bool) []T {
	for other := at + by; at >= 0 && other >= 0 && other < len(list); other += by {
		if alike(list[at], list[other]) {
			list = slices.Clone(list)
			list[at], list[other] = list[other], list[at]
			break
		}
	}
	return list
}

// DeleteStep is an edition without a step, in every language.
func DeleteStep(e change.Edition, id string) change.Edition {
	e.Facts.Steps = slices.DeleteFunc(slices.Clone(e.Facts.Steps), func(s content.Step) bool { return s.ID == id })
	e.Words = cloned(e.Words)
	for language, w := range e.Words {
		w.Steps = cloned(w.Steps)
		delete(w.Steps, id)
		e.Words[language] = w
	}
	return e
}

// DeleteSign is an edition without a sign.
func DeleteSign(e change.Edition, id string) change.Edition {
	e.Facts.Signs = slices.DeleteFunc(slices.Clone(e.Facts.Signs), func(s content.Sign) bool { return s.ID == id })
	e.Words = cloned(e.Words)
	for language, w := range e.Words {
		w.Signs = cloned(w.Signs)
		delete(w.Signs, id)
		e.Words[language] = w
	}
	return e
}
