package window

import (
	"context"
	"strings"
	"testing"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/printing"
	"deskleaf/app/store"
	"deskleaf/assets/words"
	"deskleaf/widgets"
)

// monday is when the tests happen: Monday, November 23, 2026, at 10 in the morning.
var monday = time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)

// atOnce does background work at once, on the test's own thread.
func atOnce(work, then func()) { work(); then() }

// later keeps background work until the test asks for it.
type later struct{ waiting []func() }

func (l *later) background(work, then func()) {
	l.waiting = append(l.waiting, func() { work(); then() })
}

// run does all that waits, also what it asks for itself.
func (l *later) run() {
	for len(l.waiting) > 0 {
		next := l.waiting[0]
		l.waiting = l.waiting[1:]
		next()
	}
}

// A clock goes forward when a test says so.
type clock struct {
	now    time.Time
	alarms []*alarm
}

type alarm struct {
	at   time.Time
	f    func()
	dead bool
}

func (c *clock) after(d time.Duration, f func()) func() {
	a := &alarm{at: c.now.Add(d), f: f}
	c.alarms = append(c.alarms, a)
	return func() { a.dead = true }
}

// pass lets time pass and rings what is due, in order.
func (c *clock) pass(d time.Duration) {
	end := c.now.Add(d)
	for {
		var next *alarm
		for _, a := range c.alarms {
			if !a.dead && !a.at.After(end) && (next == nil || a.at.Before(next.at)) {
				next = a
			}
		}
		if next == nil {
			break
		}
		c.now, next.dead = next.at, true
		next.f()
	}
	c.now = end
}

// printer is a system with three printers that keeps its jobs.
type printer struct {
	jobs []printing.Job
	err  error
	none bool
}

func (p *printer) Printers(context.Context) ([]printing.Printer, error) {
	if p.none || p.err != nil {
		return nil, p.err
	}
	return []printing.Printer{{Name: "Front", Default: true}, {Name: "Back", State: printing.Paused}, {Name: "Hall", State: printing.Unready, Note: "it has no paper"}}, nil
}

func (p *printer) Print(ctx context.Context, job printing.Job) (printing.Sent, error) {
	if p.err != nil {
		return printing.Sent{}, p.err
	}
	p.jobs = append(p.jobs, job)
	printers, err := p.Printers(ctx)
	i := printing.Find(printers, job.Printer)
	if err != nil || i < 0 {
		return printing.Sent{}, err
	}
	return printing.Sent{ID: "1", Printer: printers[i]}, nil
}

// viewer keeps what was opened in it.
type viewer struct {
	opened []string
	wiped  int
}

func (v *viewer) Open(name string, _ []byte) error {
	v.opened = append(v.opened, name)
	return nil
}

func (v *viewer) Wipe() error {
	v.opened = nil
	v.wiped++
	return nil
}

// A trial is a window with fakes around it.
type trial struct {
	*Window
	t       testing.TB
	frame   fyne.Window
	clock   *clock
	printer *printer
	viewer  *viewer
	desks   []desk.Desk // what was saved
	folder  string
}

// setUp changes what a trial begins with.
type setUp func(*Deps)

// An anotherApp is the application of the tests under another identity.
type anotherApp struct{ fyne.App }

var theApp = fyne.CurrentApp()

// freshApp has a trial work as if in an application of its own. It is the same: with a
// new one, Fyne would read its type anew, and keep for good what it has read before.
func freshApp() {
	fyne.SetCurrentApp(&anotherApp{theApp})
	theApp.Clipboard().SetContent("")
}

// letGo has Fyne let go of the widgets that nothing has used for a minute, with all that
// they hold: it does so when it paints, which tests do not.
func letGo() { software.NewCanvas().Capture() }

// try opens a window of a size with the sample library and a clinic in an empty
// folder.
func try(t testing.TB, width, height float32, changes ...setUp) *trial {
	t.Helper()
	freshApp()
	t.Cleanup(letGo)
	en, err := words.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	tr := &trial{t: t, clock: &clock{now: monday}, printer: &printer{}, viewer: &viewer{}, folder: t.TempDir()}
	deps := Deps{
		Words: en, Version: "0.0", Desk: desk.Desk{Asked: true, Favorites: []string{"colonoscopy"}, SaveFolder: tr.folder},
		Library:    func(clinic.Clinic) Library { return sample() },
		Clinic:     func(desk.Desk) clinic.Clinic { return clinic.Open(store.OS{}, tr.folder) },
		SaveDesk:   func(d desk.Desk) error { tr.desks = append(tr.desks, d); return nil },
		Files:      store.OS{},
		Documents:  tr.folder,
		Printing:   tr.printer,
		Viewer:     tr.viewer,
		Now:        func() time.Time { return tr.clock.now },
		After:      tr.clock.after,
		Background: atOnce,
		Report:     func(fault any, stack []byte) string { t.Errorf("%v\n%s", fault, stack); return "" },
	}
	for _, change := range changes {
		change(&deps)
	}
	tr.Window = Open(deps, func() fyne.Window {
		tr.frame = test.NewTempWindow(t, nil)
		return tr.frame
	})
	tr.resize(width, height)
	return tr
}

// resize gives the window a size, twice, because some of Fyne's parts know their
// height only after they know their width.
func (tr *trial) resize(width, height float32) {
	tr.frame.Resize(fyne.NewSize(width+1, height))
	tr.frame.Resize(fyne.NewSize(width, height))
}

// type_ types letters where the focus is.
func (tr *trial) type_(text string) {
	tr.t.Helper()
	for _, r := range text {
		focused := tr.frame.Canvas().Focused()
		if focused == nil {
			tr.frame.Canvas().OnTypedRune()(r)
			continue
		}
		down(focused, fyne.KeyName(unicode.ToUpper(r)))
		focused.TypedRune(r)
	}
}

// tap taps the first button or box in sight whose words begin with some.
func (tr *trial) tap(words string) {
	tr.t.Helper()
	top := tr.root
	if over := tr.frame.Canvas().Overlays().Top(); over != nil {
		top = over
	}
	for _, o := range test.LaidOutObjects(top) {
		worded, ok := o.(interface {
			fyne.Tappable
			AccessibilityLabel() string
		})
		if ok && strings.HasPrefix(worded.AccessibilityLabel(), words) {
			worded.Tapped(&fyne.PointEvent{})
			return
		}
	}
	tr.t.Fatalf("there is nothing to tap that says %q", words)
}

// tapToast taps what the toast offers.
func (tr *trial) tapToast() {
	tr.t.Helper()
	for _, s := range tr.inSight() {
		if link, ok := s.CanvasObject.(*widgets.Link); ok && passing(s) {
			link.Tapped(&fyne.PointEvent{})
			return
		}
	}
	tr.t.Fatal("no toast offers anything")
}

// key presses a key where the focus is, as the window's driver does.
func (tr *trial) key(names ...fyne.KeyName) {
	for _, name := range names {
		ev := &fyne.KeyEvent{Name: name}
		if focused := tr.frame.Canvas().Focused(); focused != nil {
			down(focused, name)
			focused.TypedKey(ev)
		} else {
			tr.frame.Canvas().OnTypedKey()(ev)
		}
	}
}

// down tells what has the focus that a key goes down, as the window's driver does
// before it types it.
func down(focused fyne.Focusable, name fyne.KeyName) {
	if keyed, ok := focused.(desktop.Keyable); ok {
		keyed.KeyDown(&fyne.KeyEvent{Name: name})
	}
}

// press does what a shortcut does, and once more where the side was asked for: most
// tests are about something else.
func (tr *trial) press(k Key) {
	tr.t.Helper()
	tr.twiceForSide(func() { tr.pressOnce(k) })
}

// do runs the command of that id, and once more where the side was asked for.
func (tr *trial) do(id string) { tr.twiceForSide(func() { tr.Window.do(id) }) }

func (tr *trial) twiceForSide(do func()) {
	tr.t.Helper()
	before := tr.sideless
	if do(); tr.sideless != "" && tr.sideless != before {
		do()
	}
}

// pressOnce does what a shortcut does: it runs the menu item that has it.
func (tr *trial) pressOnce(k Key) {
	tr.t.Helper()
	want := (&desktop.CustomShortcut{KeyName: k.Name, Modifier: k.Held}).ShortcutName()
	var find func(menu *fyne.Menu) bool
	find = func(menu *fyne.Menu) bool {
		for _, item := range menu.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == want {
				item.Action()
				return true
			}
			if item.ChildMenu != nil && find(item.ChildMenu) {
				return true
			}
		}
		return false
	}
	for _, menu := range tr.frame.MainMenu().Items {
		if find(menu) {
			return
		}
	}
	tr.t.Fatalf("no menu has the key %s", k.id())
}

// id is a key in one word: "control+shift+P".
func (k Key) id() string { return strings.Join(k.parts(), "+") }
