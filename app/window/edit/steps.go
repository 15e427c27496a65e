package edit

import (
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/app/author"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// stepRow is a step: a line of its words, and unfolded all that can be changed in it.
// One of them at a time is unfolded, so that the longest procedure opens at once.
func (s *Screen) stepRow(step content.Step) fyne.CanvasObject {
	path, t := "steps."+step.ID, s.deps.Words.T
	about := step.When.String()
	if step.Essential {
		about += " · " + t("edit.essential.short")
	}
	if step.Audience == content.Staff {
		about += " · " + t("edit.staff")
	}
	if s.open != path {
		return s.folded(path, path+".text", about)
	}
	essential := widgets.NewCheck(t("edit.essential"), step.Essential, func(on bool) {
		s.change("", author.WithStep(s.work.Now(), step.ID, func(x *content.Step) { x.Essential = on }))
	})
	return s.unfolded(about,
		s.lines(path+".text", t("edit.field.step"), 3), s.lines(path+".more", t("edit.field.more"), 2), s.timing(step), essential,
		s.buttons(step.ID, author.MoveStep, author.DeleteStep))
}

// timing is the field for when a step is to be done, in words.
func (s *Screen) timing(step content.Step) fyne.CanvasObject {
	path, t := "steps."+step.ID+".when", s.deps.Words.T
	e := widgets.NewField(t("edit.when.hint"))
	e.SetSilently(step.When.String())
	e.Undo = s.step
	f := s.register(path, e)
	e.OnChanged = func(text string) {
		when, err := content.ParseTiming(text)
		if err != nil {
			s.timings[step.ID] = true
			s.say(f, []remark{{refuses, t("edit.when.bad", "text", text)}})
			return
		}
		delete(s.timings, step.ID)
		s.say(f, nil)
		s.change("facts/"+path, author.WithStep(s.work.Now(), step.ID, func(x *content.Step) { x.When = when }))
	}
	e.OnLeave = func(string) { s.tell() }
	return widgets.NewColumn(3, widgets.NewText(widgets.LabelStyle, widgets.Plain(t("edit.field.when"))), e,
		widgets.NewText(widgets.MutedStyle, widgets.Plain(t("edit.when.help"))), f.told)
}

// box is the signs of one box under its heading.
func (s *Screen) box(box content.Box) []fyne.CanvasObject {
	t := s.deps.Words.T
	all := []fyne.CanvasObject{heading(t("section.box." + string(box)))}
	for _, sign := range s.work.Now().Facts.Signs {
		if sign.Box == box {
			all = append(all, s.sign(sign))
		}
	}
	add := widgets.NewButton(t("edit.sign.add"), "plus", widgets.Quiet, func() {
		e, id := author.AddSign(s.work.Now(), box)
		s.rebuild(e, "signs."+id)
		s.focus("signs." + id)
	})
	return append(all, widgets.NewFlow(0, add))
}

func (s *Screen) sign(sign content.Sign) fyne.CanvasObject {
	path := "signs." + sign.ID
	if s.open != path {
		return s.folded(path, path, "")
	}
	return s.unfolded("", s.lines(path, s.deps.Words.T("edit.field.sign"), 2), s.buttons(sign.ID, author.MoveSign, author.DeleteSign))
}

// folded is a step or sign as a line that unfolds it.
func (s *Screen) folded(path, textPath, about string) fyne.CanvasObject {
	text := content.Plain(author.Text(s.now(), textPath))
	if strings.TrimSpace(text) == "" {
		text = s.deps.Words.T("edit.no-words")
		if english := author.Text(s.work.Now().Words[library.BaseLanguage], textPath); english != "" {
			text += " · " + content.Plain(english)
		}
	}
	f := s.register(textPath, nil)
	column := widgets.NewColumn(2, widgets.NewLink(text, func() {
		s.open = path
		s.show()
		s.focus(textPath)
	}))
	if about != "" {
		column.Add(widgets.NewText(widgets.MutedStyle, widgets.Plain(about)))
	}
	column.Add(f.told)
	return column
}

// unfolded sets what can be changed in a step or sign apart from the others.
func (s *Screen) unfolded(about string, fields ...fyne.CanvasObject) fyne.CanvasObject {
	column := widgets.NewColumn(7)
	if about != "" {
		column.Add(widgets.NewText(widgets.MutedStyle, widgets.Plain(about)))
	}
	for _, f := range fields {
		column.Add(f)
	}
	return widgets.NewPanel(widgets.ColorBar, widgets.LeftEdge|widgets.RightEdge|widgets.TopEdge|widgets.BottomEdge, 12, 10, column)
}

// buttons move a step or sign, take it away, and fold it.
func (s *Screen) buttons(id string, move func(change.Edition, string, int) change.Edition, remove func(change.Edition, string) change.Edition) fyne.CanvasObject {
	t := s.deps.Words.T
	button := func(key, icon string, do func()) fyne.CanvasObject {
		return widgets.NewButton(t(key), icon, widgets.Quiet, do)
	}
	return widgets.NewFlow(8,
		button("edit.up", "chevron-up", func() { s.rebuild(move(s.work.Now(), id, -1), s.open) }),
		button("edit.down", "chevron-down", func() { s.rebuild(move(s.work.Now(), id, 1), s.open) }),
		button("edit.delete", "delete", func() {
			delete(s.timings, id)
			s.rebuild(remove(s.work.Now(), id), "")
		}),
		button("edit.fold", "", func() { s.open = ""; s.show() }))
}
