//go:build cgo

package launch

import (
	"cmp"
	"errors"
	"fmt"
	"log"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"sync"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/journal"
	"deskleaf/app/launch/opengl"
	"deskleaf/app/printing"
	"deskleaf/app/running"
	"deskleaf/app/store"
	"deskleaf/app/support"
	"deskleaf/app/viewer"
	"deskleaf/app/window"
	"deskleaf/assets"
	"deskleaf/assets/words"
	"deskleaf/content/library"
)

// id is the program's name among all programs.
const id = "app.deskleaf"

// answerTime is how long a window that runs already may take to show itself: it
// may be starting on a slow computer.
const answerTime = 20 * time.Second

// aMinute is how long the slowest computer may take to show the window.
const aMinute = time.Minute

// openWindow opens the window and returns when it is closed, or has the window
// that runs already show itself.
func openWindow(o opening) error {
	said, err := o.speak()
	if err != nil {
		return err
	}
	own, err := running.At(o.places.Running()).Start(o.procedure, answerTime)
	if errors.Is(err, running.ErrNoAnswer) && !o.console {
		opengl.Tell(said.T("running.title"), said.T("running.no-answer"))
	}
	if own == nil {
		return err // the window that runs already has shown itself, or says why not
	}
	if o.console {
		leaveConsole()
	}
	drawing, err := opengl.Ready()
	if drawing == opengl.Elsewhere {
		own.Close() // the other process takes the place of this one
		if err = opengl.Again(); err == nil {
			return nil
		}
	} else {
		defer own.Close()
	}
	if err != nil {
		opengl.Tell(said.T("graphics.none.title"), said.T("graphics.none", "reason", err))
		return err
	}
	return o.show(said, own, drawing)
}

// speak is the words that the window begins with: of the desk's language, else of
// the system's, else English.
func (o *opening) speak() (*words.Words, error) {
	o.system = lang.SystemLocale().LanguageString()
	said, err := words.Load(cmp.Or(o.desk.Language, o.system))
	if err == nil {
		return said, nil
	}
	if o.desk.Language != "" {
		o.notices = append(o.notices, store.Notice{Key: "language", Pairs: []any{"language", o.desk.Language}, English: err.Error()})
	}
	return words.Load(words.English)
}

// show shows the window until it is closed.
func (o *opening) show(said *words.Words, own *running.Own, drawing opengl.Way) error {
	pages := viewer.New(o.places.Viewed())
	if err := pages.Wipe(); err != nil {
		o.notices = append(o.notices, store.Notice{Key: "viewed", English: err.Error()})
	}
	r := o.keep()
	ended := sync.OnceFunc(r.ended)
	defer func() {
		fault := recover()
		if fault == nil {
			ended()
			return
		}
		r.fault(fault)
		_ = pages.Wipe() // what stays is wiped at the next start
		opengl.Tell(said.T("crash.box.title"), said.T("crash.box"))
		fmt.Fprintf(os.Stderr, "deskleaf: something went wrong in the program, and it had to close\nhint: %s has a report for whoever can mend it\n", o.places.State)
		os.Exit(1)
	}()
	r.note(journal.Started(o.version, drawing == opengl.Software))
	deps := window.Deps{
		Words: said, System: o.system, Version: o.version, Notices: o.notices, OpenedAt: o.procedure,
		SlowGraphics: drawing == opengl.Software,
		Clinic:       o.clinicOfWindow, Library: o.libraryOf, Look: o.news, Noticed: o.following.noticed,
		Desk: o.desk, Machine: o.machine, Signed: o.signed, Files: files(), Documents: documents(), Drives: drives, Drafts: o.places.Drafts(),
		Printing: printing.New(), Viewer: pages, Now: time.Now, Raise: raise,
		Note: r.note, Report: r.reports.Write, Crash: r.last,
		Details: func() support.Details { return o.details(r) },
	}
	if o.write {
		deps.SaveDesk = func(d desk.Desk) error { return desk.Save(store.OS{}, o.places, d) }
	}
	preferLight()
	collect := withoutCollecting()
	a := app.NewWithID(id)
	var frame fyne.Window
	w := window.Open(deps, func() fyne.Window {
		frame = a.NewWindow("Deskleaf")
		return frame
	})
	a.Lifecycle().SetOnStarted(func() { // the window has been painted
		collect()
		leaveRoom()
		fit(frame)
		if runtime.GOOS != "windows" { // there the program's file has the icon, drawn for each size
			frame.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon()))
		}
		o.shown(r)
	})
	leave := func() {
		time.AfterFunc(goodbye, func() {
			ended()
			os.Exit(0)
		})
	}
	frame.SetOnClosed(leave)
	asked := make(chan os.Signal, 1) // by the system, which Fyne hears too, and closes no window
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-asked
		leave()
	}()
	log.SetOutput(opengl.Listen(log.Writer(), func() { noWindow(said, own, drawing) }))
	opengl.Watch(aMinute, func() { noWindow(said, own, drawing) })
	own.Serve(w.Summon)
	frame.ShowAndRun()
	return nil
}

// goodbye is how long after its window, or after the system asked it to end, the program
// may still be there. Fyne can wait
// for itself without end (2.8.1, the driver for computers: what is queued between its
// last look at the queue and the queue's closing is never answered), and a program
// without a window would keep the place of the next one.
const goodbye = 3 * time.Second

// noWindow ends a program that has no window: another one draws without the
// graphics card; if this one did already, a box says what to do.
func noWindow(said *words.Words, own *running.Own, drawing opengl.Way) {
	own.Close()
	if drawing == opengl.Hardware && opengl.Again() == nil {
		os.Exit(0)
	}
	opengl.Tell(said.T("graphics.none.title"), said.T("graphics.none", "reason", said.T("graphics.never")))
	os.Exit(1)
}

// clinicOfWindow reads the clinic's folder for the window, which stays open long
// enough to tidy up.
func (o *opening) clinicOfWindow(d desk.Desk) clinic.Clinic {
	c := o.clinic(d)
	go o.tidy(c)
	return c
}

// libraryOf is the procedures of a clinic: only what ships where nothing is known of
// its own.
func (o *opening) libraryOf(c clinic.Clinic) window.Library {
	if !c.Known() {
		return library.Open("", "")
	}
	return copied{library.Open(c.Source(), o.places.Index()), c}
}

// enough is the memory, in bytes, from which on garbage is collected even while
// the window opens.
const enough = 256 << 20

// withoutCollecting has no garbage collected until the function that it returns
// is called. What opening leaves behind is small, and looking for it in between
// costs a tenth of the time that opening takes.
func withoutCollecting() (collect func()) {
	percent, limit := debug.SetGCPercent(-1), debug.SetMemoryLimit(enough)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}

// leaveRoom lets more of our threads run at once than there are processors. Go takes
// a processor's place away from a thread that waits for the system, as the window's
// does all the time, and gives it to what was begun in the background. On two
// processors every place was taken then, and a letter had to wait until the pages
// beside it were drawn. With places to spare the system lets both go on. It is for a
// window that stands: while it opens, there is nobody to be kept waiting by reading.
func leaveRoom() { runtime.GOMAXPROCS(runtime.GOMAXPROCS(0) + 2) }

// preferLight has the window light where no desktop says which look it has: Fyne
// would make it dark. Only X and Wayland have such desktops, and they tell by the
// session bus.
func preferLight() {
	if runtime.GOOS != "windows" && runtime.GOOS != "darwin" &&
		os.Getenv("DBUS_SESSION_BUS_ADDRESS") == "" && os.Getenv("FYNE_THEME") == "" {
		os.Setenv("FYNE_THEME", "light")
	}
}

// documents is the folder that people expect to save in.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	if folder := filepath.Join(home, "Documents"); isFolder(folder) {
		return folder
	}
	return home
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
