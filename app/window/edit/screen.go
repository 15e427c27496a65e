// Package edit is the screen in which somebody writes a clinic's own words for a
// procedure: fields in chapters at the left, what is wrong under each of them, and
// the pages as they would print at the right.
//
// The screen holds the work ([author.Work]) and changes it; judging, drawing,
// keeping a draft and saving are the shell's, which is told of every change.
package edit

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deskleaf/app/author"
	"deskleaf/assets/words"
	"deskleaf/content/change"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// Deps is what the screen works with. Nothing may be nil.
type Deps struct {
	Words    *words.Words
	Changed  func()                  // the work is another
	Language func()                  // another language is shown
	Enlarge  func(page int)          // a page was tapped
	Name     func(tag string) string // what a language is called
	After    func(time.Duration, func()) (stop func())
	Do       func(command string) // "save", "edit-procedure" (goes back)
	Anew     func()               // the draft is to be forgotten
}

// A Screen is the fields of one procedure and its pages.
type Screen struct {
	widget.BaseWidget
	deps     Deps
	work     *author.Work // nil for none
	language string
	judged   library.Judged

	fields   map[string]*field // by path, of the chapters that were built
	timings  map[string]bool   // ids of steps whose timing is not understood
	open     string            // the step or sign that is unfolded: "steps.ice"
	stopRest func()

	title     *widgets.Text
	undo      *widgets.Button
	redo      *widgets.Button
	note      *widgets.Notice
	languages *widgets.Segments
	tabs      *widgets.Tabs
	scrolls   map[int]*container.Scroll // by chapter
	grades    *fyne.Container
	pages     *widgets.Pages
	content   *fyne.Container
}

// New makes a screen without a procedure.
func New(deps Deps) *Screen {
	s := &Screen{deps: deps, fields: map[string]*field{}, timings: map[string]bool{}}
	t := deps.Words.T
	s.title = widgets.NewLine(widgets.PanelStyle, "")
	s.undo = widgets.NewButton(t("edit.undo"), "undo", widgets.Quiet, func() { s.step(false) })
	s.redo = widgets.NewButton(t("edit.redo"), "", widgets.Quiet, func() { s.step(true) })
	back := widgets.NewButton(t("edit.back"), "arrow-left", widgets.Quiet, func() { deps.Do("edit-procedure") })
	save := widgets.NewButton(t("edit.save"), "approve", widgets.Primary, func() { deps.Do("save") })
	s.note = widgets.NewNotice(widgets.Inform, nil)
	s.languages = widgets.NewSegments(nil, 0, func(int) { s.chooseLanguage() })
	s.tabs = widgets.NewTabs(t("tab.more"), s.chapters()...)
	s.tabs.OnChosen = func(int) { s.tell() }
	s.pages = widgets.NewPages("", func(page int) { deps.Enlarge(page) })
	s.grades = widgets.NewColumn(2)
	head := widgets.NewBar(8, []fyne.CanvasObject{back, s.title}, []fyne.CanvasObject{s.undo, s.redo, save})
	right := widgets.NewColumnAround(8, s.pages, s.languages, s.pages, s.grades)
	body := container.New(sides{}, s.tabs, right)
	s.content = widgets.NewColumnAround(10, body, head, s.note, body)
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer shows the parts of the screen.
func (s *Screen) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(widgets.NewPanel(widgets.ColorPanel, 0, 16, 10, s.content))
}

// Open shows a work. Resumed says that it is a draft of an earlier time.
func (s *Screen) Open(work *author.Work, language string, resumed bool) {
	s.work, s.language, s.open, s.judged = work, language, "", library.Judged{}
	s.timings = map[string]bool{}
	s.pages.SetPages(nil)
	s.tabs.Choose(0)
	s.note.Hidden = !resumed
	if resumed {
		t := s.deps.Words.T
		s.note.Set(widgets.Inform, widgets.Plain(t("edit.resumed")), widgets.NewLink(t("edit.anew"), s.deps.Anew))
	}
	s.show()
}

// Replace goes on with another work on the same procedure, and says why.
func (s *Screen) Replace(work *author.Work, why string) {
	s.work = work
	s.note.Hidden = false
	s.note.Set(widgets.Caution, widgets.Plain(why))
	s.show()
	s.deps.Changed()
}

// Close forgets the work.
func (s *Screen) Close() {
	s.rested()
	s.work = nil
	s.fields = map[string]*field{}
	s.tabs.SetTabs(s.chapters()...)
}

// Work is what is being changed; nil for nothing.
func (s *Screen) Work() *author.Work { return s.work }

// Language is the language that is shown.
func (s *Screen) Language() string { return s.language }

// Understood reports whether every timing that was typed is one.
func (s *Screen) Understood() bool { return len(s.timings) == 0 }

// Undo takes the last change back, or with redo makes it again.
func (s *Screen) Undo(redo bool) { s.step(redo) }

func (s *Screen) step(redo bool) {
	if s.work == nil {
		return
	}
	done := false
	if redo {
		done = s.work.Redo()
	} else {
		done = s.work.Undo()
	}
	if !done {
		return
	}
	s.timings = map[string]bool{}
	focused := s.focused()
	s.show()
	s.focus(focused)
	s.deps.Changed()
}

// pause is how long nobody types before further letters are a change of their own
// for undo.
const pause = 800 * time.Millisecond

// change takes a new edition that came of a change at a place.
func (s *Screen) change(place string, e change.Edition) {
	s.work.Change(place, e)
	s.showUndo()
	s.rested()
	if place != "" {
		s.stopRest = s.deps.After(pause, func() {
			s.stopRest = nil
			if s.work != nil {
				s.work.Rest()
			}
		})
	}
	s.deps.Changed()
}

func (s *Screen) rested() {
	if s.stopRest != nil {
		s.stopRest()
		s.stopRest = nil
	}
}

// rebuild changes what there is to fill in.
func (s *Screen) rebuild(e change.Edition, open string) {
	s.open = open
	s.change("", e)
	s.show()
}

// show makes all fields anew.
func (s *Screen) show() {
	s.title.SetText(s.deps.Words.T("edit.title", "procedure", s.work.Now().Words[library.BaseLanguage].Short))
	at := fyne.Position{}
	if scroll := s.scrolls[s.tabs.Chosen()]; scroll != nil {
		at = scroll.Offset
	}
	s.fields, s.scrolls = map[string]*field{}, map[int]*container.Scroll{}
	s.showUndo()
	s.showLanguages()
	s.tabs.SetTabs(s.chapters()...)
	s.tell()
	s.content.Refresh()
	if scroll := s.scrolls[s.tabs.Chosen()]; scroll != nil {
		scroll.ScrollToOffset(at)
	}
}

func (s *Screen) showUndo() {
	enable(s.undo, s.work.CanUndo())
	enable(s.redo, s.work.CanRedo())
}

// enable enables a button or disables it.
func enable(b *widgets.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// tags are the languages of the procedure, the base language first.
func (s *Screen) tags() []string {
	if s.work == nil {
		return nil
	}
	tags := []string{library.BaseLanguage}
	for _, tag := range sorted(s.work.Now().Words) {
		if tag != library.BaseLanguage {
			tags = append(tags, tag)
		}
	}
	return tags
}

// showLanguages says how many words each language lacks.
func (s *Screen) showLanguages() {
	var names []string
	chosen := 0
	for i, tag := range s.tags() {
		name := s.deps.Name(tag)
		if n := len(s.judged.Missing[tag]); n > 0 {
			name = s.deps.Words.T("edit.lacks", "language", name, "n", n)
		}
		names = append(names, name)
		if tag == s.language {
			chosen = i
		}
	}
	s.languages.SetChoices(names, chosen)
}

func (s *Screen) chooseLanguage() {
	s.language = s.tags()[s.languages.Chosen()]
	s.show()
	s.deps.Language()
}

// ShowPages shows the pages as they would print.
func (s *Screen) ShowPages(pictures []image.Image) { s.pages.SetPages(pictures) }

// ShowProblem shows in their place why there are none.
func (s *Screen) ShowProblem(words string) { s.pages.SetProblem(words) }

// Focus gives the focus to the first field.
func (s *Screen) Focus() { s.focus("title") }

// focused is the path of the field that has the focus, or "".
func (s *Screen) focused() string {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if c == nil {
		return ""
	}
	for path, f := range s.fields {
		if f.entry != nil && c.Focused() == f.entry {
			return path
		}
	}
	return ""
}

// focus gives the focus to a field, where it is in sight.
func (s *Screen) focus(path string) {
	s.tabs.Content() // built by now
	if f := s.fields[path]; f != nil && f.entry != nil {
		if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
			s.bring(f.entry)
			c.Focus(f.entry)
		}
	}
}

// Room that a field that is gone to has above it and, for what belongs to it, below.
const (
	roomAbove = 60
	roomBelow = 330
)

// bring scrolls a field into sight, with what belongs to it.
func (s *Screen) bring(entry fyne.Focusable) {
	o, ok := entry.(fyne.CanvasObject)
	scroll := s.scrolls[s.tabs.Chosen()]
	if !ok || scroll == nil {
		return
	}
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll).Y
	if most := max(scroll.Size().Height-roomBelow, roomAbove); y > most {
		scroll.ScrollToOffset(scroll.Offset.AddXY(0, y-most))
	}
}

// sides sets the fields at the left and the pages at the right.
type sides struct{}

const (
	pagesShare = 0.36
	sidesGap   = 16
)

func (sides) Layout(o []fyne.CanvasObject, size fyne.Size) {
	right := size.Width * pagesShare
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(size.Width-right-sidesGap, size.Height))
	o[1].Move(fyne.NewPos(size.Width-right, 0))
	o[1].Resize(fyne.NewSize(right, size.Height))
}

func (sides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 200) }
