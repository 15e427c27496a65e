package edit

import (
	"fyne.io/fyne/v2"

	"deskleaf/app/author"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// bookingChapter is what whoever books a visit needs: how long, how home, what to
// ask, and the forks of the handout.
func (s *Screen) bookingChapter() []widgets.Pair {
	t, p := s.deps.Words.T, s.edition().Facts
	rides := []content.Ride{content.RideUnknown, content.RideYes, content.RideNo, content.RideOption}
	rows := []widgets.Pair{
		beside(
			s.minutes("procedure", t("edit.field.minutes"), p.Minutes.Procedure, func(m *content.Minutes, r content.Range) { m.Procedure = r }),
			s.minutes("building", t("edit.field.stay"), p.Minutes.Building, func(m *content.Minutes, r content.Range) { m.Building = r }),
			choice(s, "ride", t("edit.field.ride"), rides, func(r content.Ride) string { return t("edit.ride." + orNone(string(r))) }, p.Ride,
				func(r content.Ride) change.Edition { return s.withFacts(func(p *content.Procedure) { p.Ride = r }) })),
		alone(s.check(t("edit.home"), p.Home == content.SameDay, func(on bool) change.Edition {
			return s.withFacts(func(p *content.Procedure) {
				if p.Home = ""; on {
					p.Home = content.SameDay
				}
			})
		})),
		s.pair("lead", t("edit.field.ahead"), look{rows: 2}),
	}
	rows = append(rows, s.company()...)
	rows = append(rows, s.events()...)
	rows = append(rows, heading(t("edit.asks")), muted(t("edit.asks.help")))
	rows = append(rows, s.list(list{of: author.Asks, part: s.askPart, add: "edit.ask.add", make: s.atEnd(author.Asks)})...)
	rows = append(rows, heading(t("edit.options")), muted(t("edit.options.help")))
	return append(rows, s.list(list{of: author.Options, part: s.optionPart, add: "edit.option.add", make: s.atEnd(author.Options)})...)
}

// orNone is an id for words: "none" for no value.
func orNone(id string) string {
	if id == "" {
		return "none"
	}
	return id
}

// minutes is a field for how long something takes: "30", "20-60".
func (s *Screen) minutes(of, label string, now content.Range, set func(*content.Minutes, content.Range)) placed {
	return s.fact("minutes."+of, label, "20-60", now.String(), func(text string) (change.Edition, bool) {
		var r content.Range
		if text != "" && r.UnmarshalText([]byte(text)) != nil {
			return change.Edition{}, false
		}
		return s.withFacts(func(p *content.Procedure) { set(&p.Minutes, r) }), true
	}, "edit.minutes.bad")
}

func (s *Screen) askPart(i int) part {
	ask, t := s.edition().Facts.AskBefore[i], s.deps.Words.T
	path := author.Path(s.edition(), author.Asks, i)
	with := func(alter func(*content.AskRow)) change.Edition { return author.WithAsk(s.edition(), i, alter) }
	about := ""
	if ask.Nurse {
		about = t("edit.nurse.short")
	}
	return part{texts: []string{path}, about: about, body: func() []widgets.Pair {
		return []widgets.Pair{
			s.pair(path, t("edit.field.question"), look{rows: 2}),
			alone(s.check(t("edit.nurse"), ask.Nurse, func(on bool) change.Edition { return with(func(x *content.AskRow) { x.Nurse = on }) })),
			s.cited(ask.Sources, func(ids []string) change.Edition { return with(func(x *content.AskRow) { x.Sources = ids }) }),
		}
	}}
}

func (s *Screen) optionPart(i int) part {
	path := author.Path(s.edition(), author.Options, i)
	return part{texts: []string{path + ".name"}, says: "", body: func() []widgets.Pair { return s.optionBody(i, path) }}
}

// optionBody is an option with its choices, of which each has a name and the words
// that open a step that stands only with it.
func (s *Screen) optionBody(i int, path string) []widgets.Pair {
	o, t := s.edition().Facts.Options[i], s.deps.Words.T
	rows := []widgets.Pair{s.pair(path+".name", t("edit.field.option"), look{rows: 1})}
	for n, id := range o.Choices {
		at := path + ".choices." + id
		rows = append(rows, s.pair(at+".name", t("edit.field.choice", "n", n+1), look{rows: 1}), s.pair(at+".if", t("edit.field.if"), look{rows: 1}),
			alone(s.choiceButtons(i, n, len(o.Choices))))
	}
	told := s.edition().Words[library.BaseLanguage].Options[o.ID].Choices
	values := append([]string{""}, o.Choices...)
	name := func(id string) string {
		switch {
		case id == "":
			return t("edit.default.none")
		case told[id].Name == "":
			return id
		}
		return content.Plain(told[id].Name)
	}
	add := widgets.NewButton(t("edit.choice.add"), "plus", widgets.Quiet, func() {
		e, id := author.AddChoice(s.edition(), i)
		s.rebuild(e, s.open)
		s.focus(textKey(library.BaseLanguage, path+".choices."+id+".name"))
	})
	return append(rows, alone(widgets.NewFlow(0, add)), beside(
		choice(s, path+".default", t("edit.field.default"), values, name, o.Default, func(id string) change.Edition {
			return author.WithOption(s.edition(), i, func(x *content.Option) { x.Default = id })
		})))
}

// choiceButtons move a choice of an option and take it away.
func (s *Screen) choiceButtons(option, n, of int) fyne.CanvasObject {
	button := func(key, icon string, on bool, made func() change.Edition) fyne.CanvasObject {
		b := widgets.NewButton(s.deps.Words.T(key), icon, widgets.Quiet, func() { s.rebuild(made(), s.open) })
		enable(b, on)
		return b
	}
	return widgets.NewFlow(8,
		button("edit.up", "chevron-up", n > 0, func() change.Edition { return author.MoveChoice(s.edition(), option, n, -1) }),
		button("edit.down", "chevron-down", n+1 < of, func() change.Edition { return author.MoveChoice(s.edition(), option, n, 1) }),
		button("edit.choice.delete", "delete", true, func() change.Edition { return author.DeleteChoice(s.edition(), option, n) }))
}
