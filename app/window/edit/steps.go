package edit

import (
	"slices"

	"deskleaf/app/author"
	"deskleaf/app/author/when"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// stepPart is a step as a part of its list.
func (s *Screen) stepPart(i int) part {
	step, t := s.edition().Facts.Steps[i], s.deps.Words.T
	path := author.Path(s.edition(), author.Steps, i)
	about := s.speaker().Say(step.When)
	if step.Essential {
		about += " · " + t("edit.essential.short")
	}
	if step.Audience == content.Staff {
		about += " · " + t("edit.staff")
	}
	return part{icon: step.Icon, texts: []string{path + ".text", path + ".more"}, about: about, body: func() []widgets.Pair { return s.stepBody(i, path) }}
}

func (s *Screen) stepBody(i int, path string) []widgets.Pair {
	step, t := s.edition().Facts.Steps[i], s.deps.Words.T
	with := func(alter func(*content.Step)) change.Edition { return author.WithStep(s.edition(), i, alter) }
	audiences := []content.Audience{content.Patient, content.Staff}
	audience := step.Audience
	if audience == "" {
		audience = content.Patient
	}
	rows := []widgets.Pair{
		s.pair(path+".text", t("edit.field.step"), look{rows: 3, blanks: true}),
		s.pair(path+".more", t("edit.field.more"), look{rows: 2, blanks: true}),
		beside(s.timing(path+".when", step.When, func(when content.Timing) change.Edition {
			return with(func(x *content.Step) { x.When = when })
		}), s.picture(path+".icon", step.Icon, func(icon string) change.Edition {
			return with(func(x *content.Step) { x.Icon = icon })
		}), choice(s, path+".audience", t("edit.field.audience"), audiences, func(a content.Audience) string { return t("edit.audience." + string(a)) }, audience,
			func(a content.Audience) change.Edition {
				if a == content.Patient {
					a = ""
				}
				return with(func(x *content.Step) { x.Audience = a })
			})),
		muted(t("edit.when.help")),
		beside(choice(s, path+".part", t("edit.field.part"), content.Parts, func(p content.Part) string { return t("part." + string(p)) }, step.Part,
			func(p content.Part) change.Edition { return with(func(x *content.Step) { x.Part = p }) })),
		alone(widgets.NewFlow(16,
			s.check(t("edit.essential"), step.Essential, func(on bool) change.Edition { return with(func(x *content.Step) { x.Essential = on }) }),
			s.check(t("edit.fine-late"), step.FineWhenLate, func(on bool) change.Edition { return with(func(x *content.Step) { x.FineWhenLate = on }) }))),
	}
	rows = append(rows, s.only(path, step.OnlyIf, func(c content.Condition) change.Edition {
		return with(func(x *content.Step) { x.OnlyIf = c })
	})...)
	return append(rows, s.cited(step.Sources, func(ids []string) change.Edition { return with(func(x *content.Step) { x.Sources = ids }) }))
}

// speaker says and reads timings in the language of the window.
func (s *Screen) speaker() when.Speaker {
	e := s.edition()
	return when.New(s.deps.Words, e.Facts.Events, e.Words[s.deps.Words.Language].Events, e.Words[library.BaseLanguage].Events)
}

// timing is the field for when a step is to be done, in words.
func (s *Screen) timing(path string, now content.Timing, set func(content.Timing) change.Edition) placed {
	t := s.deps.Words.T
	o := s.fact(path, t("edit.field.when"), t("edit.when.hint"), s.speaker().Say(now), func(text string) (change.Edition, bool) {
		due, ok := s.speaker().Read(text) // a date may have another name by now
		if !ok {
			return change.Edition{}, false
		}
		return set(due), true
	}, "edit.when.bad")
	s.fields[factKey(path)].blanks = true
	return o
}

// box is the signs of one box under its heading.
func (s *Screen) box(box content.Box) []widgets.Pair {
	rows := []widgets.Pair{heading(s.deps.Words.T("section.box." + string(box)))}
	return append(rows, s.list(list{
		of: author.Signs, numbers: numbersOf(s.edition().Facts.Signs, func(x content.Sign) bool { return x.Box == box }),
		part: s.signPart, add: "edit.sign.add", make: func() (change.Edition, int) { return author.AddSign(s.edition(), box) },
	})...)
}

func (s *Screen) signPart(i int) part {
	sign, t := s.edition().Facts.Signs[i], s.deps.Words.T
	path := author.Path(s.edition(), author.Signs, i)
	with := func(alter func(*content.Sign)) change.Edition { return author.WithSign(s.edition(), i, alter) }
	return part{texts: []string{path}, body: func() []widgets.Pair {
		rows := []widgets.Pair{
			s.pair(path, t("edit.field.sign"), look{rows: 2, blanks: true}),
			beside(choice(s, path+".box", t("edit.field.box"), content.Boxes, func(b content.Box) string { return t("section.box." + string(b)) }, sign.Box,
				func(b content.Box) change.Edition {
					return with(func(x *content.Sign) {
						x.Box = b
						x.Essential = x.Essential || b == content.BoxCall || b == content.BoxEmergency
					})
				})),
			alone(s.check(t("edit.essential"), sign.Essential, func(on bool) change.Edition { return with(func(x *content.Sign) { x.Essential = on }) })),
		}
		rows = append(rows, s.only(path, sign.OnlyIf, func(c content.Condition) change.Edition {
			return with(func(x *content.Sign) { x.OnlyIf = c })
		})...)
		return append(rows, s.cited(sign.Sources, func(ids []string) change.Edition { return with(func(x *content.Sign) { x.Sources = ids }) }))
	}}
}

// only are boxes to tick for the choices with which something stands. Also an option
// or a choice that is gone has a box, to be cleared.
func (s *Screen) only(path string, now content.Condition, set func(content.Condition) change.Edition) []widgets.Pair {
	t, e := s.deps.Words.T, s.edition()
	var ids []string
	choices := map[string][]string{}
	for _, o := range e.Facts.Options {
		ids, choices[o.ID] = append(ids, o.ID), o.Choices
	}
	for _, id := range sorted(now) {
		if choices[id] == nil {
			ids = append(ids, id)
		}
		choices[id] = ordered(append(slices.Clone(choices[id]), missingIn(choices[id], now[id])...), choices[id])
	}
	condition := now
	var rows []widgets.Pair
	for _, id := range ids {
		o := e.Words[library.BaseLanguage].Options[id]
		name := func(choice string) string {
			if told := o.Choices[choice].Name; told != "" {
				return content.Plain(told)
			}
			return choice
		}
		called := content.Plain(o.Name)
		if called == "" {
			called = id
		}
		rows = append(rows, beside(several(s, path+".only_if."+id, t("edit.only", "option", called), choices[id], name, now[id], func(some []string) change.Edition {
			next := content.Condition{}
			for k, v := range condition {
				next[k] = v
			}
			if next[id] = some; len(some) == 0 {
				delete(next, id)
			}
			if condition = next; len(next) == 0 {
				condition = nil
			}
			return set(condition)
		})))
	}
	return rows
}

// missingIn are those of some that are not among all.
func missingIn(all, some []string) []string {
	var missing []string
	for _, v := range some {
		if !slices.Contains(all, v) {
			missing = append(missing, v)
		}
	}
	return missing
}
