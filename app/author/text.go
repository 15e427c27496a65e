package author

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"deskleaf/content"
	"deskleaf/content/change"
)

// Text is the text at a path of words, as content.Words.Texts has them:
// "steps.ice.more", "questions[2].ask". A list, such as "sections.why" or "names",
// is a line an entry.
func Text(w content.Words, path string) string { return at(&w, path, nil) }

// WithText is an edition with another text at a path of one language.
func WithText(e change.Edition, language, path, text string) change.Edition {
	w := e.Words[language]
	at(&w, path, &text)
	e.Words = cloned(e.Words)
	e.Words[language] = w
	return e
}

// at reads the text at a path, and writes another in its place where one is given.
// Maps and lists that are written into become the words' own.
func at(w *content.Words, path string, set *string) string {
	list, rest, _ := strings.Cut(path, ".")
	if name, n, ok := numbered(list); ok && name == string(Questions) {
		return atQuestion(w, n, rest, set)
	}
	id, field, _ := strings.Cut(rest, ".")
	itself := func(text *string) *string { return text }
	switch list {
	case "handout":
		return inMap(&w.Handout, content.Part(id), set, func(h *content.HandoutWords) *string { return either(field == "lead", &h.Lead, &h.Title) })
	case "steps":
		return inMap(&w.Steps, id, set, func(s *content.StepWords) *string { return either(field == "more", &s.More, &s.Text) })
	case "signs":
		return inMap(&w.Signs, id, set, itself)
	case "ask_before":
		return inMap(&w.AskBefore, id, set, itself)
	case "codes":
		return inMap(&w.Codes, id, set, itself)
	case "modifiers":
		return inMap(&w.Modifiers, id, set, itself)
	case "events":
		return inMap(&w.Events, id, set, itself)
	case "options":
		return atOption(w, id, field, set)
	case "diary":
		return atDiary(w, rest, set)
	}
	if line := lineAt(w, path); line != nil {
		return write(line, set)
	}
	return writeLines(linesAt(w, path), set)
}

func either(first bool, a, b *string) *string {
	if first {
		return a
	}
	return b
}

// write puts a text in its place, if one is given, and tells what stands there.
func write(place, set *string) string {
	if set != nil {
		*place = *set
	}
	return *place
}

// writeLines does the same with a list of lines.
func writeLines(place *[]string, set *string) string {
	if set != nil {
		*place = lines(*set)
	}
	return strings.Join(*place, "\n")
}

// inMap does the same in a value of a map. One that says nothing has no place.
func inMap[K comparable, V any](m *map[K]V, key K, set *string, field func(*V) *string) string {
	v := (*m)[key]
	text := write(field(&v), set)
	if set != nil {
		put(m, key, v)
	}
	return text
}

// put gives a map of its own a value. A value that says nothing has no place in it,
// and a map without any is none.
func put[K comparable, V any](m *map[K]V, key K, v V) {
	*m = cloned(*m)
	if (*m)[key] = v; reflect.ValueOf(v).IsZero() {
		delete(*m, key)
	}
	if len(*m) == 0 {
		*m = nil
	}
}

// atOption is the name of an option, or "choices.ID.name" and "choices.ID.if".
func atOption(w *content.Words, id, field string, set *string) string {
	o := w.Options[id]
	var text string
	if choice, of := strings.CutPrefix(field, "choices."); of {
		choice, field, _ = strings.Cut(choice, ".")
		text = inMap(&o.Choices, choice, set, func(c *content.ChoiceWords) *string { return either(field == "if", &c.If, &c.Name) })
	} else {
		text = write(&o.Name, set)
	}
	if set != nil {
		put(&w.Options, id, o)
	}
	return text
}

func atDiary(w *content.Words, field string, set *string) string {
	d := content.DiaryWords{}
	if w.Diary != nil {
		d = *w.Diary
	}
	var text string
	switch field {
	case "columns":
		text = writeLines(&d.Columns, set)
	case "note":
		text = write(&d.Note, set)
	default:
		text = write(&d.Title, set)
	}
	if set != nil {
		w.Diary = &d
		if reflect.ValueOf(d).IsZero() {
			w.Diary = nil
		}
	}
	return text
}

func atQuestion(w *content.Words, n int, field string, set *string) string {
	var q content.Question
	if n < len(w.Questions) {
		q = w.Questions[n]
	}
	text := write(either(field == "ask", &q.Ask, &q.Answer), set)
	if set != nil {
		w.Questions = slices.Clone(w.Questions)
		for len(w.Questions) <= n {
			w.Questions = append(w.Questions, content.Question{})
		}
		w.Questions[n] = q
	}
	return text
}

// numbered takes "questions[2]" apart.
func numbered(list string) (name string, n int, ok bool) {
	name, rest, found := strings.Cut(list, "[")
	n, err := strconv.Atoi(strings.TrimSuffix(rest, "]"))
	return name, n, found && err == nil && n >= 0
}

// cloned is a map of its own to write into.
func cloned[M ~map[K]V, K comparable, V any](m M) M {
	if m == nil {
		return M{}
	}
	return maps.Clone(m)
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
	case "lead":
		return &w.Lead
	case "code_notice":
		return &w.CodeNotice
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

// AddLanguage is an edition with a language more, in which nothing is told yet.
func AddLanguage(e change.Edition, language string) change.Edition {
	e.Words = cloned(e.Words)
	e.Words[language] = content.Words{Format: content.Format, Language: language}
	return e
}

// Paths are the paths of all texts that an edition may have, in the order in which
// people read them.
func Paths(e change.Edition) []string {
	p := &e.Facts
	all := []string{"title", "short", "noun", "summary", "names", "misspelled", "topics"}
	add := func(paths ...string) { all = append(all, paths...) }
	for _, part := range content.Parts {
		add("handout."+string(part)+".title", "handout."+string(part)+".lead")
		for _, s := range p.Steps {
			if s.Part == part {
				add("steps."+s.ID+".text", "steps."+s.ID+".more")
			}
		}
		for _, box := range content.Boxes {
			for _, s := range p.Signs {
				if s.Box == box && box.Part() == part {
					add("signs." + s.ID)
				}
			}
		}
	}
	add("diary.title", "diary.note", "diary.columns")
	for _, s := range (content.Sections{}).All() {
		add("sections." + s.ID)
	}
	for i := range Count(e, Questions) {
		path := Path(e, Questions, i)
		add(path+".ask", path+".answer")
	}
	add("lead")
	for _, id := range p.Events {
		add("events." + id)
	}
	for i := range p.AskBefore {
		add(Path(e, Asks, i))
	}
	for _, o := range p.Options {
		add("options." + o.ID + ".name")
		for _, c := range o.Choices {
			add("options."+o.ID+".choices."+c+".name", "options."+o.ID+".choices."+c+".if")
		}
	}
	for _, c := range p.Codes {
		add("codes." + c.Number)
	}
	add("code_notice")
	for _, m := range p.Modifiers {
		add("modifiers." + m.Number)
	}
	return all
}
