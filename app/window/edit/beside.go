package edit

import (
	"slices"
	"strings"

	"deskleaf/app/author"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// An Other is a procedure beside the one that is written.
type Other struct{ ID, Name string }

// company are the sheets of other procedures that go out with this one's, and those
// that must not.
func (s *Screen) company() []widgets.Pair {
	t, p := s.deps.Words.T, s.edition().Facts
	rows := []widgets.Pair{heading(t("edit.company"))}
	rows = append(rows, s.others("print_also", p.PrintAlso, func(p *content.Procedure, ids []string) { p.PrintAlso = ids })...)
	return append(rows, s.others("not_with", p.NotWith, func(p *content.Procedure, ids []string) { p.NotWith = ids })...)
}

// others are the procedures of one list, each to be taken out, and a button that adds
// one.
func (s *Screen) others(path string, ids []string, set func(*content.Procedure, []string)) []widgets.Pair {
	t := s.deps.Words.T
	known := map[string]string{}
	var picks []widgets.Pick
	for _, o := range s.deps.Others() {
		known[o.ID] = o.Name
		if o.ID != s.edition().Facts.ID && !slices.Contains(ids, o.ID) {
			picks = append(picks, widgets.Pick{ID: o.ID, Text: o.Name})
		}
	}
	with := func(ids []string) {
		s.rebuild(s.withFacts(func(p *content.Procedure) { set(p, ids) }), s.open)
	}
	rows := []widgets.Pair{alone(widgets.NewText(widgets.LabelStyle, widgets.Plain(t("edit.field."+path)))), muted(t("edit." + path + ".help"))}
	for i, id := range ids {
		name := known[id]
		if name == "" {
			name = id // of another clinic, or gone by now
		}
		out := widgets.NewLink(t("edit.take-out", "name", name), func() { with(without(ids, i)) })
		told := s.register(factKey(path+numberAt(i)), out).told
		row := alone(widgets.NewColumn(1, widgets.NewFlow(14, widgets.NewLine(widgets.BodyStyle, name), out), told))
		row.Gap = near
		rows = append(rows, row)
	}
	add := widgets.NewButton(t("edit."+path+".add"), "plus", widgets.Quiet, func() {
		s.pick("edit.field."+path, picks, "", func(id string) { with(append(slices.Clone(ids), id)) })
	})
	s.register(factKey(path), add)
	return append(rows, alone(widgets.NewFlow(0, add)))
}

// without is a list of its own without one item; nil for an empty one.
func without(ids []string, i int) []string {
	if len(ids) == 1 {
		return nil
	}
	return slices.Delete(slices.Clone(ids), i, i+1)
}

// events are the dates besides the visit that steps can be counted from.
func (s *Screen) events() []widgets.Pair {
	t, e := s.deps.Words.T, s.edition()
	rows := []widgets.Pair{heading(t("edit.events")), muted(t("edit.events.help"))}
	for i, id := range e.Facts.Events {
		about := t("edit.event.words")
		if b := library.World().Blanks[id]; b.Type == content.DateBlank {
			about = s.question(b)
		}
		rows = append(rows, s.pair("events."+id, t("edit.field.event"), look{rows: 1}), muted(about),
			alone(widgets.NewFlow(0, widgets.NewButton(t("edit.event.delete"), "delete", widgets.Quiet, func() {
				s.rebuild(author.DeleteEvent(s.edition(), i), s.open)
			}))))
	}
	add := widgets.NewButton(t("edit.event.add"), "plus", widgets.Quiet, s.addEvent)
	s.register(factKey("events"), add)
	return append(rows, alone(widgets.NewFlow(0, add)))
}

// ownEvent stands for a date that no blank asks for.
const ownEvent = "own"

// addEvent asks which date the procedure has besides the visit: those whose day the
// window can ask for, or one that stands on the page in words.
func (s *Screen) addEvent() {
	t := s.deps.Words.T
	var picks []widgets.Pick
	registry := library.World().Blanks
	for _, id := range sorted(registry) {
		if b := registry[id]; b.Type == content.DateBlank && !slices.Contains(s.edition().Facts.Events, id) {
			picks = append(picks, widgets.Pick{ID: id, Text: s.question(b), Note: t("edit.event.asked")})
		}
	}
	slices.SortStableFunc(picks, func(a, b widgets.Pick) int { return strings.Compare(a.Text, b.Text) })
	picks = append(picks, widgets.Pick{ID: ownEvent, Text: t("edit.event.own"), Note: t("edit.event.words")})
	s.pick("edit.event.add", picks, "", func(id string) {
		if id == ownEvent {
			id = ""
		}
		e, id := author.AddEvent(s.edition(), id)
		s.rebuild(e, s.open)
		s.focus(textKey(library.BaseLanguage, "events."+id))
	})
}

// question is what a blank asks, in the language of the window.
func (s *Screen) question(b content.Blank) string {
	if q := b.Question[s.deps.Words.Language]; q != "" {
		return q
	}
	return b.Question[library.BaseLanguage]
}

// mostPages is how many pages of a part can be chosen.
const mostPages = 4

// pagesOf is how many pages a part may take. One is what a file need not say.
func (s *Screen) pagesOf(part content.Part) placed {
	p := s.edition().Facts
	now, set := p.Pages.Preparation, func(p *content.Procedure, n int) { p.Pages.Preparation = n }
	if part == content.Aftercare {
		now, set = p.Pages.Aftercare, func(p *content.Procedure, n int) { p.Pages.Aftercare = n }
	}
	var counts []int
	for n := 1; n <= max(mostPages, now); n++ {
		counts = append(counts, n)
	}
	t := s.deps.Words.T
	return choice(s, "pages."+string(part), t("edit.field.pages"), counts, func(n int) string { return t("edit.pages.count", "n", n) }, max(now, 1), func(n int) change.Edition {
		if n == 1 {
			n = 0
		}
		return s.withFacts(func(p *content.Procedure) { set(p, n) })
	})
}
