package edit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"deskleaf/app/author"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// Chapters are the ids of the tabs. Their words stand under "edit.chapter." and the id.
var Chapters = []string{"names", "before", "after", "sections", "booking", "codes", "sources"}

// chapters makes the tabs. Each is built when it is first looked at.
func (s *Screen) chapters() []widgets.Tab {
	builds := map[string]func() []widgets.Pair{
		"names":    s.namesChapter,
		"before":   func() []widgets.Pair { return s.partChapter(content.Preparation) },
		"after":    func() []widgets.Pair { return append(s.partChapter(content.Aftercare), s.diary()...) },
		"sections": s.sectionsChapter, "booking": s.bookingChapter, "codes": s.codesChapter, "sources": s.sourcesChapter,
		documentID: s.documentChapter,
	}
	var tabs []widgets.Tab
	for i, id := range s.shown() {
		tabs = append(tabs, widgets.Tab{Text: s.deps.Words.T("edit.chapter." + id), Build: func() fyne.CanvasObject {
			if s.work == nil {
				return container.NewWithoutLayout()
			}
			rows := widgets.NewPairs(10, builds[id]()...)
			s.rows[i] = rows
			if id == "sources" || id == documentID { // has no words in a language
				s.scrolls[i] = widgets.NewScroll(container.New(inset{}, rows))
				return s.scrolls[i]
			}
			above, within := s.newHead(), s.newHead()
			s.heads[i] = []*head{above, within}
			within.row.Hide()
			content := container.New(inset{}, widgets.NewColumn(6, within.row, rows))
			s.scrolls[i] = widgets.NewScroll(content)
			return container.New(&headed{within: within.row, grown: content.Refresh}, container.New(inset{}, above.row), s.scrolls[i])
		}})
	}
	return tabs
}

// chapterOf is the number of the chapter in which a path of a screen stands.
func (s *Screen) chapterOf(path string) int {
	top, rest, _ := strings.Cut(path, ".")
	top, _, _ = strings.Cut(top, "[")
	id, _, _ := strings.Cut(rest, ".")
	chapter := "names"
	part := func(p content.Part) string {
		if p == content.Aftercare {
			return "after"
		}
		return "before"
	}
	switch top {
	case "handout", "pages":
		chapter = part(content.Part(id))
	case "steps":
		p := s.edition().Facts
		step, _ := p.Step(id)
		chapter = part(step.Part)
	case "signs":
		chapter = "after" // also what is wrong with the boxes as a whole
		for _, sign := range s.edition().Facts.Signs {
			if sign.ID == id {
				chapter = part(sign.Box.Part())
			}
		}
	case "diary":
		chapter = "after"
	case "sections", "questions":
		chapter = "sections"
	case "lead", "ask_before", "options", "events", "minutes", "ride", "home", "print_also", "not_with":
		chapter = "booking"
	case "codes", "code_notice", "modifiers", "bills", "preventive", "price":
		chapter = "codes"
	case "sources", "":
		chapter = "sources"
	}
	return slices.Index(Chapters, chapter)
}

func (s *Screen) namesChapter() []widgets.Pair {
	t, p := s.deps.Words.T, s.edition().Facts
	sides := []content.Side{content.Left, content.Right, content.Both}
	return []widgets.Pair{
		s.pair("title", t("edit.field.title"), look{rows: 1}), s.pair("short", t("edit.field.short"), look{rows: 1}),
		s.pair("noun", t("edit.field.noun"), look{rows: 1}), s.pair("summary", t("edit.field.summary"), look{rows: 3}),
		beside(
			choice(s, "category", t("edit.field.category"), content.Categories, func(id string) string { return t("category." + id) }, p.Category,
				func(id string) change.Edition { return s.withFacts(func(p *content.Procedure) { p.Category = id }) }),
			several(s, "sides", t("edit.field.sides"), sides, func(x content.Side) string { return t("side." + string(x)) }, p.Sides,
				func(list []content.Side) change.Edition {
					return s.withFacts(func(p *content.Procedure) { p.Sides = list })
				})),
		heading(t("edit.searched")), muted(t("edit.lines")),
		s.pair("names", t("edit.field.names"), look{rows: 6}), s.pair("misspelled", t("edit.field.misspelled"), look{rows: 4}),
		s.pair("topics", t("edit.field.topics"), look{rows: 5}),
	}
}

// withFacts is the edition with facts changed that stand by themselves.
func (s *Screen) withFacts(alter func(*content.Procedure)) change.Edition {
	e := s.edition()
	alter(&e.Facts)
	return e
}

func (s *Screen) sectionsChapter() []widgets.Pair {
	t := s.deps.Words.T
	rows := []widgets.Pair{muted(t("edit.lines"))}
	w := s.edition().Words[library.BaseLanguage]
	for _, section := range w.Sections.All() {
		rows = append(rows, s.pair("sections."+section.ID, t("section."+section.ID), look{rows: 2, blanks: true, meter: true}))
	}
	rows = append(rows, heading(t("edit.questions")), muted(t("edit.questions.help")))
	return append(rows, s.list(list{of: author.Questions, add: "edit.question.add", make: s.atEnd(author.Questions), part: func(i int) part {
		path := author.Path(s.edition(), author.Questions, i)
		return part{texts: []string{path + ".ask", path + ".answer"}, body: func() []widgets.Pair {
			return []widgets.Pair{
				s.pair(path+".ask", t("edit.field.ask"), look{rows: 1, blanks: true}),
				s.pair(path+".answer", t("edit.field.answer"), look{rows: 3, blanks: true}),
			}
		}}
	}})...)
}

// partChapter are the words of one page: its title and lead, its steps, its boxes.
func (s *Screen) partChapter(p content.Part) []widgets.Pair {
	t := s.deps.Words.T
	path, e := "handout."+string(p), s.edition()
	rows := []widgets.Pair{
		s.meters(path),
		s.pair(path+".title", t("edit.field.page-title"), look{rows: 1}), s.pair(path+".lead", t("edit.field.lead"), look{rows: 2, blanks: true}),
		heading(t("edit.steps")),
	}
	rows = append(rows, s.list(list{
		of: author.Steps, numbers: numbersOf(e.Facts.Steps, func(x content.Step) bool { return x.Part == p }),
		part: s.stepPart, add: "edit.step.add", make: func() (change.Edition, int) { return author.AddStep(s.edition(), p) },
	})...)
	for _, box := range content.Boxes {
		if box.Part() == p {
			rows = append(rows, s.box(box)...)
		}
	}
	return append(rows, beside(s.pagesOf(p)))
}

// diary is the table to fill in at home.
func (s *Screen) diary() []widgets.Pair {
	const path = "diary"
	t := s.deps.Words.T
	on := s.edition().Facts.Diary
	box := widgets.NewCheck(t("edit.diary"), on, func(on bool) {
		s.rebuild(s.withFacts(func(p *content.Procedure) { p.Diary = on }), s.open)
	})
	rows := []widgets.Pair{heading(t("edit.diary.heading")), alone(box)}
	if !on {
		return rows
	}
	return append(rows,
		s.pair(path+".title", t("edit.field.title"), look{rows: 1}), s.pair(path+".note", t("edit.field.diary-note"), look{rows: 2}),
		s.pair(path+".columns", t("edit.field.diary-columns"), look{rows: 4}))
}

// headed sets the languages of the columns over a chapter. Where the window is too low for
// that, at large text, they scroll with it.
type headed struct {
	within fyne.CanvasObject // the same, at the top of what scrolls
	grown  func()
}

// leastBelow is how much of a chapter has to be in sight under its head, at text of the
// usual size.
const leastBelow = 130

// Layout places the head and what scrolls.
func (h *headed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(size.Width, o[0].MinSize().Height)) // its height at that width
	top := o[0].MinSize().Height + 6
	low := size.Height-top < leastBelow*widgets.TextScale()
	if low {
		top = 0
	}
	if low == o[0].Visible() {
		if low {
			o[0].Hide()
			h.within.Show()
		} else {
			o[0].Show()
			h.within.Hide()
		}
		h.grown()
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Move(fyne.NewPos(0, top))
	o[1].Resize(fyne.NewSize(size.Width, size.Height-top))
}

// MinSize is that of a few lines.
func (h *headed) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[1].MinSize().Width, o[1].MinSize().Height)
}

// inset keeps fields clear of the scroll bar, and their rings from being cut off.
type inset struct{}

func (inset) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(4, 4))
	o[0].Resize(fyne.NewSize(size.Width-20, size.Height-8))
}

// MinSize has no width of its own: lines that are too long for it are cut or wrapped.
func (inset) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, o[0].MinSize().Height+12)
}
