// Package edit is the screen in which somebody writes a clinic's own words for a
// procedure: fields in chapters at the left, each with the translation beside it and
// what is wrong under it, and the pages as they would print at the right.
//
// Everything that a procedure is made of stands in some chapter. What there are many
// of (steps, codes, sources, …) are lists, and all lists are one thing: a line each,
// of which one at a time is unfolded, to be changed, moved and deleted.
//
// The screen holds the work ([author.Work]) and changes it; judging, drawing,
// keeping a draft and saving are the shell's, which is told of every change.
package edit

import (
	"image"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deskleaf/app/author"
	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/civil"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// Deps is what the screen works with. Nothing may be nil.
type Deps struct {
	Words    *words.Words
	Canvas   func() fyne.Canvas      // of the window
	Changed  func()                  // the work is another
	Language func()                  // the pages are those of another language, or have another size
	Enlarge  func()                  // the pages are to be seen in large
	Name     func(tag string) string // what a language is called
	After    func(time.Duration, func()) (stop func())
	Do       func(command string) // "save", "edit-procedure" (goes back)
	Anew     func()               // the draft is to be forgotten
	Copy     func(text string)    // into the clipboard
	Others   func() []Other       // all procedures of the library
	Today    func() civil.Date
}

// A Screen is the fields of one procedure and its pages.
type Screen struct {
	widget.BaseWidget
	deps     Deps
	work     *author.Work // nil for none
	language string       // of the pages
	other    string       // of the right column; "" where there is one language alone
	judged   library.Judged

	fields   map[string]*field         // by key, of the chapter that was built
	cells    map[string]fyne.Focusable // the lines of lists, by path
	unread   map[string]bool           // keys of fields whose text is not understood
	open     string                    // the path of the part that is unfolded: "steps.ice"
	last     string                    // the key of the field that had the focus last
	stopRest func()

	title      *widgets.Text
	undo       *widgets.Button
	redo       *widgets.Button
	note       *widgets.Notice
	languages  *widgets.Segments
	tabs       *widgets.Tabs
	scrolls    map[int]*container.Scroll // by chapter
	rows       map[int]*widgets.Pairs
	heads      map[int][]*head
	right      *fyne.Container // the pages, and what is said of all of them
	whole      *widgets.Meter
	wrongs     *widgets.Text
	toWrong    *widgets.Link
	firstWrong string         // the key of the first
	pictures   []image.Image  // of all pages
	parts      []content.Part // of which each is
	pages      *widgets.Pages
	content    *fyne.Container
}

// New makes a screen without a procedure.
func New(deps Deps) *Screen {
	s := &Screen{deps: deps, fields: map[string]*field{}, unread: map[string]bool{}}
	t := deps.Words.T
	s.title = widgets.NewLine(widgets.PanelStyle, "")
	s.undo = widgets.NewButton(t("edit.undo"), "undo", widgets.Quiet, func() { s.step(false) })
	s.redo = widgets.NewButton(t("edit.redo"), "redo", widgets.Quiet, func() { s.step(true) })
	back := widgets.NewButton(t("edit.back"), "arrow-left", widgets.Quiet, func() { deps.Do("edit-procedure") })
	save := widgets.NewButton(t("edit.save"), "approve", widgets.Primary, func() { deps.Do("save") })
	s.note = widgets.NewNotice(widgets.Inform, nil)
	s.languages = widgets.NewSegments(nil, 0, func(int) { s.chooseLanguage() })
	s.tabs = widgets.NewTabs(t("tab.more"), s.chapters()...)
	s.tabs.OnChosen = s.turned
	s.pages = widgets.NewPages("", func(int) { deps.Enlarge() })
	s.whole, s.wrongs = widgets.NewMeter(), widgets.NewText(widgets.ErrorStyle, nil)
	s.toWrong = widgets.NewLink(t("edit.refusals.show"), func() { s.goTo(s.firstWrong) })
	s.whole.Hidden, s.wrongs.Hidden, s.toWrong.Hidden = true, true, true
	look := widgets.NewButton(t("edit.pages"), "sheet", widgets.Quiet, deps.Enlarge)
	bar := widgets.NewHead(8, []fyne.CanvasObject{back, s.title}, []fyne.CanvasObject{look, s.undo, s.redo, save})
	s.right = widgets.NewColumnAround(8, s.pages, s.languages, s.pages, s.whole, s.wrongs, s.toWrong)
	x := &screenLayout{bar: bar, look: look, spare: []fyne.CanvasObject{s.title, s.undo, s.redo}}
	s.content = container.New(x, bar, widgets.NewScroll(s.note), container.New(sides{}, s.tabs, s.right))
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer shows the parts of the screen.
func (s *Screen) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(widgets.NewPanel("", 0, 14, 8, s.content))
}

// Open shows a work. Resumed says that it is a draft of an earlier time.
func (s *Screen) Open(work *author.Work, language string, resumed bool) {
	s.work, s.language, s.open, s.last, s.judged = work, language, "", "", library.Judged{}
	s.unread = map[string]bool{}
	s.besideLanguage()
	s.ShowPages(nil, nil)
	s.tabs.Choose(0)
	s.note.Hidden = !resumed
	if work.IsNew() {
		s.notifyNew()
	} else if resumed {
		s.notify(widgets.Inform, s.deps.Words.T("edit.resumed"), widgets.NewLink(s.deps.Words.T("edit.anew"), s.deps.Anew))
	}
	s.show()
}

// notify says something over all fields.
func (s *Screen) notify(tone widgets.Tone, words string, links ...*widgets.Link) {
	s.note.Hidden = false
	s.note.Set(tone, widgets.Plain(words), links...)
}

// Replace goes on with another work on the same procedure, and says why.
func (s *Screen) Replace(work *author.Work, why string) {
	s.work = work
	s.notify(widgets.Caution, why)
	s.show()
	s.deps.Changed()
}

// Close forgets the work.
func (s *Screen) Close() {
	s.rested()
	s.work = nil
	s.forget()
	s.tabs.SetTabs(s.chapters()...)
}

// forget forgets all fields, which are to be made anew.
func (s *Screen) forget() {
	s.fields, s.cells = map[string]*field{}, map[string]fyne.Focusable{}
	s.scrolls, s.rows, s.heads = map[int]*container.Scroll{}, map[int]*widgets.Pairs{}, map[int][]*head{}
}

// Work is what is being changed; nil for nothing.
func (s *Screen) Work() *author.Work { return s.work }

// Language is the language of the pages.
func (s *Screen) Language() string { return s.language }

// Understood reports whether everything that was typed is understood.
func (s *Screen) Understood() bool { return len(s.unread) == 0 }

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
	s.unread = map[string]bool{}
	s.besideLanguage()
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
	focused := s.focused()
	s.open = open
	s.change("", e)
	s.show()
	if n := s.chapterOf(open); open != "" && strings.HasPrefix(focused, factKey(open)+".") && n != s.tabs.Chosen() {
		s.tabs.Choose(n) // it stands on the other page now
	}
	if focused != "" {
		s.focus(focused)
	}
}

// show makes all fields anew.
func (s *Screen) show() {
	s.title.SetText(s.deps.Words.T("edit.title", "procedure", s.name()))
	at := fyne.Position{}
	if scroll := s.scrolls[s.tabs.Chosen()]; scroll != nil {
		at = scroll.Offset
	}
	s.forget()
	s.showUndo()
	s.showLanguages()
	s.tabs.SetTabs(s.chapters()...)
	s.tell()
	s.content.Refresh()
	if scroll := s.scrolls[s.tabs.Chosen()]; scroll != nil {
		scroll.ScrollToOffset(at)
	}
}

// name is what the procedure is called in the language of the window, or else in another.
func (s *Screen) name() string {
	if name := s.edition().Words[s.deps.Words.Language].Short; name != "" {
		return content.Plain(name)
	}
	return author.NameOf(s.edition())
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

// besideLanguage settles which language stands beside the base language: that of
// the pages, if it is another, else the first there is.
func (s *Screen) besideLanguage() {
	tags := s.tags()
	s.other = ""
	for _, tag := range tags[1:] {
		if s.other == "" || tag == s.language {
			s.other = tag
		}
	}
	if _, there := s.work.Now().Words[s.language]; !there {
		s.language = library.BaseLanguage
	}
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
	beside := s.other
	s.language = s.tags()[s.languages.Chosen()]
	if s.besideLanguage(); s.other != beside {
		s.show()
	}
	s.tell()
	s.deps.Language()
}
