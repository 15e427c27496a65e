package edit

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"deskleaf/app/author"
	"deskleaf/content"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// A field is where one text is written, with what there is to say of it.
type field struct {
	entry  fyne.Focusable // nil where the text is folded away
	told   *fyne.Container
	saying string // what told says
}

// sorted are the keys of a map in order.
func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// now are the words that are being written.
func (s *Screen) now() content.Words { return s.work.Now().Words[s.language] }

// register notes the field of a path.
func (s *Screen) register(path string, entry fyne.Focusable) *field {
	f := &field{entry: entry, told: widgets.NewColumn(2)}
	s.fields[path] = f
	return f
}

// line is a field of one line.
func (s *Screen) line(path, label string) fyne.CanvasObject {
	e := widgets.NewField("")
	e.SetSilently(author.Text(s.now(), path))
	e.OnChanged = func(text string) { s.typed(path, text) }
	e.Undo = s.step
	return s.labelled(path, label, e, e)
}

// lines is a field of several lines.
func (s *Screen) lines(path, label string, rows int) fyne.CanvasObject {
	e := widgets.NewNoteField("", rows)
	e.SetText(author.Text(s.now(), path))
	e.OnChanged = func(text string) { s.typed(path, text) }
	e.Undo = s.step
	return s.labelled(path, label, e, e)
}

// typed takes what stands in a field now.
func (s *Screen) typed(path, text string) {
	if s.work != nil && author.Text(s.now(), path) != text {
		s.change(s.language+"/"+path, author.WithText(s.work.Now(), s.language, path, strings.TrimRight(text, "\n")))
	}
}

// labelled is a field under its label, over what is said of it. A translation has
// the English words beside it.
func (s *Screen) labelled(path, label string, o fyne.CanvasObject, entry fyne.Focusable) fyne.CanvasObject {
	f := s.register(path, entry)
	column := widgets.NewColumn(3, widgets.NewText(widgets.LabelStyle, widgets.Plain(label)))
	if s.language != library.BaseLanguage {
		if english := author.Text(s.work.Now().Words[library.BaseLanguage], path); english != "" {
			column.Add(widgets.NewText(widgets.MutedStyle, widgets.Plain(s.deps.Words.T("edit.english", "text", english))))
		}
	}
	column.Add(o)
	column.Add(f.told)
	return column
}

// A chapter is a tab with its fields.
type chapter struct {
	id    string
	build func() []fyne.CanvasObject
}

// chapters are the tabs. Each is built when it is first looked at.
func (s *Screen) chapters() []widgets.Tab {
	var tabs []widgets.Tab
	for i, c := range []chapter{
		{"words", s.wordsChapter},
		{"before", func() []fyne.CanvasObject { return s.partChapter(content.Preparation) }},
		{"after", func() []fyne.CanvasObject { return s.partChapter(content.Aftercare) }},
		{"sections", s.sectionsChapter},
		{"search", s.searchChapter},
	} {
		tabs = append(tabs, widgets.Tab{Text: s.deps.Words.T("edit.chapter." + c.id), Build: func() fyne.CanvasObject {
			if s.work == nil {
				return container.NewWithoutLayout()
			}
			scroll := container.NewVScroll(container.New(inset{}, widgets.NewColumn(10, c.build()...)))
			s.scrolls[i] = scroll
			return scroll
		}})
	}
	return tabs
}

func (s *Screen) wordsChapter() []fyne.CanvasObject {
	t := s.deps.Words.T
	return []fyne.CanvasObject{
		s.line("title", t("edit.field.title")), s.line("short", t("edit.field.short")),
		s.line("noun", t("edit.field.noun")), s.lines("summary", t("edit.field.summary"), 3),
	}
}

func (s *Screen) sectionsChapter() []fyne.CanvasObject {
	t := s.deps.Words.T
	all := []fyne.CanvasObject{widgets.NewText(widgets.MutedStyle, widgets.Plain(t("edit.lines")))}
	w := s.now()
	for _, section := range w.Sections.All() {
		all = append(all, s.lines("sections."+section.ID, t("section."+section.ID), min(max(len(section.Lines)+1, 2), 8)))
	}
	return all
}

func (s *Screen) searchChapter() []fyne.CanvasObject {
	t := s.deps.Words.T
	return []fyne.CanvasObject{
		widgets.NewText(widgets.MutedStyle, widgets.Plain(t("edit.lines"))),
		s.lines("names", t("edit.field.names"), 6), s.lines("misspelled", t("edit.field.misspelled"), 4), s.lines("topics", t("edit.field.topics"), 5),
	}
}

// partChapter are the words of one page: its title and lead, its steps, its boxes.
func (s *Screen) partChapter(part content.Part) []fyne.CanvasObject {
	t := s.deps.Words.T
	path := "handout." + string(part)
	all := []fyne.CanvasObject{
		s.line(path+".title", t("edit.field.page-title")), s.lines(path+".lead", t("edit.field.lead"), 2),
		heading(t("edit.steps")),
	}
	for _, step := range s.work.Now().Facts.Steps {
		if step.Part == part {
			all = append(all, s.stepRow(step))
		}
	}
	add := widgets.NewButton(t("edit.step.add"), "plus", widgets.Quiet, func() {
		e, id := author.AddStep(s.work.Now(), part)
		s.rebuild(e, "steps."+id)
		s.focus("steps." + id + ".text")
	})
	all = append(all, widgets.NewFlow(0, add))
	for _, box := range content.Boxes {
		if box.Part() == part {
			all = append(all, s.box(box)...)
		}
	}
	return all
}

func heading(text string) fyne.CanvasObject {
	return widgets.NewText(widgets.HeadingStyle, widgets.Plain(text))
}

// inset keeps fields clear of the scroll bar, and their rings from being cut off.
type inset struct{}

func (inset) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(4, 4))
	o[0].Resize(fyne.NewSize(size.Width-22, size.Height-8))
}

// MinSize has no width of its own: lines that are too long for it are cut or wrapped.
func (inset) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, o[0].MinSize().Height+12)
}
