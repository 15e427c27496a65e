package edit

import (
	"fyne.io/fyne/v2"

	"slices"
	"strings"

	"deskleaf/app/author"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/civil"
	"deskleaf/widgets"
)

func (s *Screen) sourcesChapter() []widgets.Pair {
	rows := []widgets.Pair{muted(s.deps.Words.T("edit.sources.help"))}
	none := s.register(factKey("sources"), nil)
	s.fields[factKey("")] = none
	rows = append(rows, alone(none.told))
	return append(rows, s.list(list{of: author.Sources, part: s.sourcePart, add: "edit.source.add", make: s.atEnd(author.Sources)})...)
}

func (s *Screen) sourcePart(i int) part {
	x, t := s.edition().Facts.Sources[i], s.deps.Words.T
	about := []string{}
	for _, more := range []string{x.Publisher, x.URL} {
		if more != "" {
			about = append(about, more)
		}
	}
	if !x.Read.IsZero() {
		about = append(about, t("edit.read-on", "date", x.Read))
	}
	says := x.Title
	if says == "" {
		says = t("edit.no-words")
	}
	return part{icon: "source", says: says, about: strings.Join(about, " · "), body: func() []widgets.Pair { return s.sourceBody(i, x) }}
}

func (s *Screen) sourceBody(i int, x content.Source) []widgets.Pair {
	t, path := s.deps.Words.T, author.Path(s.edition(), author.Sources, i)
	line := func(key, label, hint, value string, set func(*content.Source, string)) placed {
		return s.fact(path+"."+key, label, hint, value, func(text string) (change.Edition, bool) {
			return author.WithSource(s.edition(), i, func(x *content.Source) { set(x, text) }), true
		}, "")
	}
	return []widgets.Pair{
		beside(line("title", t("edit.field.source"), "", x.Title, func(x *content.Source, text string) { x.Title = text })),
		beside(line("url", t("edit.field.url"), "https://…", x.URL, func(x *content.Source, text string) { x.URL = text })),
		beside(
			line("publisher", t("edit.field.publisher"), "", x.Publisher, func(x *content.Source, text string) { x.Publisher = text }),
			line("date", t("edit.field.dated"), "2026-11", x.Date, func(x *content.Source, text string) { x.Date = text }),
			s.day(path+".read", t("edit.field.read"), x.Read, func(day civil.Date) change.Edition {
				return author.WithSource(s.edition(), i, func(x *content.Source) { x.Read = day })
			})),
		beside(line("note", t("edit.field.note"), "", x.Note, func(x *content.Source, text string) { x.Note = text })),
	}
}

// cited is a row that tells from which sources something is, and lets them be chosen.
func (s *Screen) cited(ids []string, set func(ids []string) change.Edition) widgets.Pair {
	t := s.deps.Words.T
	var titles []string
	for _, x := range s.edition().Facts.Sources {
		if slices.Contains(ids, x.ID) {
			titles = append(titles, x.Title)
		}
	}
	words := t("edit.cited.none")
	if len(titles) > 0 {
		words = t("edit.cited", "sources", strings.Join(titles, "; "))
	}
	choose := widgets.NewLink(t("edit.cite"), func() { s.cite(ids, set) })
	return alone(widgets.NewColumn(1, widgets.NewText(widgets.MutedStyle, widgets.Plain(words)), choose))
}

// cite asks which sources something is from.
func (s *Screen) cite(ids []string, set func(ids []string) change.Edition) {
	t := s.deps.Words.T
	now := slices.Clone(ids)
	var all []string
	var boxes []fyne.CanvasObject
	var first fyne.Focusable
	for _, x := range s.edition().Facts.Sources {
		all = append(all, x.ID)
		box := widgets.NewCheck(x.Title, slices.Contains(ids, x.ID), func(on bool) {
			if now = slices.DeleteFunc(now, func(id string) bool { return id == x.ID }); on {
				now = append(now, x.ID)
			}
		})
		if first == nil {
			first = box
		}
		boxes = append(boxes, box)
	}
	if len(boxes) == 0 {
		boxes = append(boxes, widgets.NewText(widgets.LabelStyle, widgets.Plain(t("edit.cite.none"))))
	}
	d := widgets.NewDialog(t("edit.cite.title"), widgets.NewColumn(6, boxes...),
		widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t("edit.fold"), Default: true, Do: func() bool {
			if now = ordered(now, all); len(now) == 0 {
				now = nil
			}
			if !slices.Equal(now, ids) {
				s.rebuild(set(now), s.open)
			}
			return true
		}})
	d.Width = 560
	s.ask(d, first)
}
