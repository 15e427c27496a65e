// Package window is the program as people see it: one window with the search,
// the procedures found, the procedure that is read, and the handout panel.
//
// [Open] makes a [Window] from its [Deps] in a window of Fyne's. Nothing here opens
// a real window, so that all of it is tested without a screen; [deskleaf/app/launch]
// does.
//
// The window keeps the state of the desk in one place: the visit, the procedure,
// the clinic, the pages made of them. Screens, one package each, show a part of
// it and hand back what a person did; they do not know each other. What can be
// done stands in one table, [Command], from which menus, keys and the card of
// keys are made.
//
// Work that takes time is done away from Fyne's thread and comes back to it in
// one place, background.go. No word that people read stands in this package: all
// come from [deskleaf/assets/words].
package window

import (
	"time"

	"fyne.io/fyne/v2"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/cost"
	"deskleaf/app/cost/prices"
	"deskleaf/app/desk"
	"deskleaf/app/history"
	"deskleaf/app/pack"
	"deskleaf/app/printing"
	"deskleaf/app/visit"
	costscreen "deskleaf/app/window/cost"
	dayscreen "deskleaf/app/window/day"
	editscreen "deskleaf/app/window/edit"
	"deskleaf/app/window/find"
	"deskleaf/app/window/read"
	visitpanel "deskleaf/app/window/visit"
	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// Window is the program's window and what it knows.
type Window struct {
	deps       Deps
	words      *words.Words
	background Background
	reading    Background // reads procedures: background, but for tests of what else comes late
	table      []Command
	menu       *fyne.MainMenu
	items      map[string]*fyne.MenuItem // by id of the command

	desk    desk.Desk
	library Library // nil until it is read
	blanks  content.Blanks
	clinic  clinic.Clinic
	prices  prices.List

	newer      []author.Newer // procedures of the clinic of which Deskleaf brings newer words
	newerBand  *widgets.Notice
	newerLooks int            // counts looks for them
	installed  pack.Installed // the signed library; zero for none

	patient        int // counts patients: what was begun for one is not shown to the next
	visit          visit.Visit
	talk           cost.Talk
	estimating     bool              // a good-faith estimate is open
	saying         string            // the language in which staff say what it costs; "" for the handout's
	book           *library.Book     // the procedure that is read; nil for none
	approved       history.Approved  // its words that were approved last
	beside         map[string]opened // procedures whose sheets go out with it, by id
	fetching       int               // counts procedures that were asked for
	awaited, eager bool              // the last of them is not there yet; somebody has gone on with it
	accepted       string            // the id of the procedure that was worked with last
	sideless       string            // the id of the procedure whose side was asked for
	sidelessLines  int               // of the schedule, of which it was told
	copied         string            // what was put into the clipboard for this patient
	draft          draft             // the pages in the panel
	preview        preview

	documentFolder string // of the document that was read last; "" for none
	filesFolder    string // of the file that was chosen last; "" for none

	folder    folder
	saves     saves
	deskSaves deskSaves
	printed   *printing.Job // what "Print again" sends: the pages as they went out
	idle      idle
	latch     latch
	tour      tour

	frame    fyne.Window
	find     *find.Screen
	read     *read.Screen
	money    *costscreen.Screen
	panel    *visitpanel.Panel
	day      *dayscreen.Screen
	editor   *editscreen.Screen
	bringing bringing // old words that the editor is to begin with
	writing  writing  // what belongs to the work in editor
	making   making   // the pages of a day, while they are made
	bar      *bar
	status   *status
	notices  *notices
	toasts   *widgets.Toast
	tips     *widgets.Tips
	regions  *regions
	whole    *whole
	root     fyne.CanvasObject
	movedAt  time.Time // when the pointer last counted as a touch

	ready      <-chan struct{} // closed when procedures and clinic are read
	showLoaded func()          // shows them, once
	typeRead   <-chan struct{} // closed when text can be measured at once
}

// Open makes a window in a frame of Fyne's. Procedures, the clinic's folder and the
// type to draw with are read in the background while the system makes the frame, so
// the reading begins first: one after the other, opening would take longer.
func Open(deps Deps, frame func() fyne.Window) *Window {
	w := newWindow(deps)
	w.attach(frame())
	return w
}

// newWindow is a window without a frame; it reads already.
func newWindow(deps Deps) *Window {
	w := &Window{deps: deps, words: deps.Words, desk: deps.Desk, background: deps.Background}
	if w.background == nil {
		w.background = inBackground
	}
	w.background = w.guarded(w.background)
	w.reading = w.background
	if w.deps.After == nil {
		w.deps.After = after
	}
	if w.words.Language != w.systemLanguage() {
		w.lendWords()
	}
	w.applyTheme() // before anything is measured or drawn in another
	w.readType()
	w.load()
	w.preview = preview{background: w.background, compose: compose, show: w.showDraft}
	w.writing.follower = newFollower(w)
	w.idle = idle{after: w.deps.After, wait: w.idleWait, holds: w.holdsVisit, warn: w.warnIdle, unwarn: w.unwarnIdle, expired: w.leaveAlone}
	w.begin()
	w.table = w.commands()
	return w
}

// makeScreens makes the parts of the window.
func (w *Window) makeScreens() {
	w.find = find.New(find.Deps{
		Words: w.words, Show: w.Choose, None: w.unchoose, Accept: w.accept, Star: w.star, StarTip: w.tipOf("favorite"), Back: w.back, Mark: w.markOf, Add: w.addNamed,
		Favorites: func() []string { return w.desk.Favorites },
		Recent:    func() []string { return w.desk.Recent },
	})
	w.money = w.newCost()
	w.read = read.New(read.Deps{Words: w.words, Answer: w.answer, Hints: w.hints(), Cost: w.money})
	w.panel = visitpanel.New(visitpanel.Deps{
		Words: w.words, Change: w.edit, Do: w.do,
		Read: w.readWhen, WhyNot: w.whyNoDate, Say: w.sayWhen, Refused: w.whyRefused, CostNotes: w.printMoney, Tip: w.tipOf,
	})
	w.day = w.newDay()
	w.day.Hide()
	w.editor = w.newEdit()
	w.editor.Hide()
	w.bar = newBar(w)
	w.status = newStatus(w)
	w.notices = newNotices(w)
	w.toasts, w.tips = widgets.NewToast(w.deps.After), widgets.NewTips(w.deps.After)
	w.root = w.layOut()
}

// attach makes the screens and puts them into a window of Fyne's, with menus and
// keys. Until the procedures are read, the search takes what is typed.
func (w *Window) attach(frame fyne.Window) {
	w.frame = frame
	<-w.typeRead
	w.makeScreens()
	w.menu = w.mainMenu()
	frame.SetPadded(false)
	frame.Resize(w.size()) // before there is anything to lay out
	w.showIn(frame)
	frame.Canvas().SetOnTypedKey(w.typedKey)
	frame.Canvas().SetOnTypedRune(w.typedRune)
	frame.SetOnDropped(w.dropped)
	frame.Canvas().AddShortcut(&fyne.ShortcutPaste{}, w.pasted)
	frame.Canvas().AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { w.editor.Undo(false) })
	frame.Canvas().AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { w.editor.Undo(true) })
	frame.SetCloseIntercept(w.Quit)
	w.focusSearch()
	w.awaitLoad()
}

// showIn puts everything that has words into the window of Fyne's.
func (w *Window) showIn(frame fyne.Window) {
	frame.SetTitle(w.words.T("app.name"))
	frame.SetMainMenu(w.menu)
	frame.SetContent(w.root)
}

// Quit keeps how the window was left, removes what was opened in the viewer, and
// closes, once what is on its way into the clinic's folder is there.
func (w *Window) Quit() {
	if w.waitForSaves() {
		return
	}
	size := w.frame.Canvas().Size()
	w.desk.Window = desk.Window{Width: int(size.Width), Height: int(size.Height), Folded: w.regions.folded}
	if w.deps.SaveDesk != nil {
		_ = w.deskSave(w.desk)() // the window is going; the next start says what is wrong
	}
	_ = w.deps.Viewer.Wipe()
	w.making.stop()
	w.leaveEdit()
	w.visit.Clear()
	w.day.Clear()
	w.frame.SetCloseIntercept(nil)
	w.frame.Close()
}

// The size that the window has at first, in Fyne's units: the whole of the
// smallest screen in use, less what its system keeps for itself.
const (
	firstWidth  = 1366
	firstHeight = 705
)

// size is how large the window was left.
func (w *Window) size() fyne.Size {
	if w.desk.Window.Width > 0 && w.desk.Window.Height > 0 {
		return fyne.NewSize(float32(w.desk.Window.Width), float32(w.desk.Window.Height))
	}
	return fyne.NewSize(firstWidth, firstHeight)
}
