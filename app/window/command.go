package window

import (
	"fyne.io/fyne/v2"

	"deskleaf/app/window/read"
)

// A Command is something that the program does when it is asked. The table of
// commands makes the menus, the keys and the card of keys, so that the three can
// never disagree.
type Command struct {
	ID   string // its words stand in assets/words under "command." and this
	Menu string // the id of its menu, whose words stand under "menu."
	Keys []Key  // the first stands in the menu and on the card; the others do the same
	Run  func()
	// Enabled says whether it can be done now; nil for always. One that cannot be
	// done says why when its key is pressed.
	Enabled func() bool
	// Over says that it may also be done while a dialog is open.
	Over bool
	// Behind says what stands before it, on desks that have it.
	Behind guard
	// Line begins a new group in the menu.
	Line bool
}

// A guard is what stands before a command.
type guard int

// The guards.
const (
	noGuard      guard = iota
	latchGuard         // the clinic’s passcode, where it has one
	contentGuard       // that too, and it changes the clinic’s files; those of a signed library nobody changes here
)

// menus are the ids of the menus from left to right.
var menus = []string{"file", "edit", "visit", "view", "clinic", "help"}

// commands is the table. It is made once, by New.
func (w *Window) commands() []Command {
	var all []Command
	for _, group := range [][]Command{w.fileCommands(), w.editCommands(), w.visitCommands(), w.viewCommands(), w.tabCommands(), w.clinicCommands()} {
		all = append(all, group...)
	}
	return all
}

func (w *Window) fileCommands() []Command {
	return []Command{
		{ID: "print", Menu: "file", Keys: []Key{ctrl(fyne.KeyP)}, Run: w.printShown, Enabled: w.toPrint},
		{ID: "print-choices", Menu: "file", Keys: []Key{ctrlShift(fyne.KeyP)}, Run: w.printWithChoices, Enabled: w.toPrint},
		{ID: "print-again", Menu: "file", Keys: []Key{ctrlShift(fyne.KeyR)}, Run: w.printAgain, Enabled: w.hasPrinted},
		{ID: "save", Menu: "file", Keys: []Key{ctrl(fyne.KeyS)}, Run: w.saveShown, Enabled: w.toSave, Line: true},
		{ID: "open", Menu: "file", Keys: []Key{ctrl(fyne.KeyO)}, Run: w.openInViewer, Enabled: w.hasProcedure},
		{ID: "message", Menu: "file", Keys: []Key{ctrlShift(fyne.KeyC)}, Run: w.copyMessage, Enabled: w.hasProcedure},
		{ID: "day", Menu: "file", Keys: []Key{ctrlShift(fyne.KeyD)}, Run: w.toggleDay, Enabled: w.hasLibrary, Line: true},
		{ID: "day-file", Menu: "file", Keys: []Key{ctrlShift(fyne.KeyO)}, Run: w.chooseSchedule, Enabled: w.hasLibrary},
		{ID: "day-paste", Menu: "file", Run: w.pasteSchedule, Enabled: w.hasLibrary},
		{ID: "day-files", Menu: "file", Keys: []Key{ctrlShift(fyne.KeyS)}, Run: w.saveDayFiles, Enabled: w.hasDay},
		{ID: "install", Menu: "file", Run: w.chooseLibrary, Enabled: w.takesLibrary, Behind: latchGuard, Line: true},
		{ID: "quit", Menu: "file", Keys: []Key{ctrl(fyne.KeyQ)}, Run: w.Quit, Over: true, Line: true},
	}
}

func (w *Window) editCommands() []Command {
	return []Command{
		{ID: "find", Menu: "edit", Keys: []Key{ctrl(fyne.KeyK), ctrl(fyne.KeyF)}, Run: w.focusSearch},
		{ID: "undo", Menu: "edit", Run: func() { w.undo(false) }, Over: true, Line: true},
		{ID: "redo", Menu: "edit", Run: func() { w.undo(true) }, Over: true},
		{ID: "cut", Menu: "edit", Run: w.cut, Over: true, Line: true},
		{ID: "copy", Menu: "edit", Run: w.copySelected, Over: true},
		{ID: "paste", Menu: "edit", Run: w.paste, Over: true},
		{ID: "select-all", Menu: "edit", Run: w.selectAll, Over: true},
		{ID: "copy-tab", Menu: "edit", Keys: []Key{ctrl(fyne.KeyB)}, Run: w.copyTab, Enabled: w.hasProcedure},
		{ID: "copy-say", Menu: "edit", Keys: []Key{ctrl(fyne.KeyM)}, Run: w.copySay, Enabled: w.hasProcedure},
		{ID: "edit-missing", Menu: "edit", Keys: []Key{alone(fyne.KeyF8), ctrl(fyne.KeyF8)}, Run: func() { w.editor.NextMissing() }, Enabled: w.editShown, Line: true},
		{ID: "edit-blank", Menu: "edit", Keys: []Key{ctrlShift(fyne.KeyI)}, Run: func() { w.editor.InsertBlank() }, Enabled: w.editShown},
	}
}

func (w *Window) visitCommands() []Command {
	return []Command{
		{ID: "next-patient", Menu: "visit", Keys: []Key{ctrl(fyne.KeyN)}, Run: w.NextPatient},
		{ID: "when", Menu: "visit", Keys: []Key{ctrl(fyne.KeyT)}, Run: w.focusWhen, Enabled: w.hasProcedure, Line: true},
		{ID: "calendar", Menu: "visit", Keys: []Key{ctrlShift(fyne.KeyT)}, Run: w.openCalendar, Enabled: w.hasProcedure},
		{ID: "side", Menu: "visit", Keys: []Key{ctrl(fyne.KeyR)}, Run: w.nextSide, Enabled: w.hasSides},
		{ID: "language", Menu: "visit", Keys: []Key{ctrl(fyne.KeyL)}, Run: w.nextLanguage, Enabled: w.hasLanguages},
		{ID: "large", Menu: "visit", Keys: []Key{ctrlShift(fyne.KeyL)}, Run: w.toggleLarge, Enabled: w.hasProcedure},
		{ID: "extras", Menu: "visit", Keys: []Key{ctrlShift(fyne.KeyE)}, Run: w.unfoldExtras, Enabled: w.hasProcedure},
		{ID: "also", Menu: "visit", Keys: []Key{ctrlShift(fyne.KeyB)}, Run: w.toggleAlso, Enabled: w.hasOffered},
		{ID: "also-choose", Menu: "visit", Run: w.chooseAlso, Enabled: w.hasProcedure},
		{ID: "medicine-plan", Menu: "visit", Run: w.fillPlan, Enabled: w.hasProcedure},
		{ID: "good-faith", Menu: "visit", Keys: []Key{ctrlShift(fyne.KeyG)}, Run: w.openGoodFaith, Enabled: w.hasLibrary},
		{ID: "favorite", Menu: "visit", Keys: []Key{ctrl(fyne.KeyD)}, Run: w.toggleFavorite, Enabled: w.hasProcedure, Line: true},
	}
}

func (w *Window) viewCommands() []Command {
	return []Command{
		{ID: "handout", Menu: "view", Keys: []Key{ctrl(fyne.KeyH)}, Run: w.togglePanel},
		{ID: "enlarge", Menu: "view", Keys: []Key{ctrl(fyne.KeyE)}, Run: w.showPages, Enabled: w.hasProcedure},
		{ID: "compare", Menu: "view", Run: w.compare, Enabled: w.hasProcedure},
		{ID: "region", Menu: "view", Keys: []Key{alone(fyne.KeyF6), ctrl(fyne.KeyF6)}, Run: w.nextRegion},
		{ID: "larger", Menu: "view", Keys: []Key{ctrl(fyne.KeyPlus), ctrl(fyne.KeyEqual), {fyne.KeyEqual, control | fyne.KeyModifierShift}, {fyne.KeyPlus, control | fyne.KeyModifierShift}}, Run: w.larger, Over: true, Line: true},
		{ID: "smaller", Menu: "view", Keys: []Key{ctrl(fyne.KeyMinus)}, Run: w.smaller, Over: true},
		{ID: "normal-size", Menu: "view", Keys: []Key{ctrl(fyne.Key0)}, Run: w.normalSize, Over: true},
	}
}

// tabCommands go to the tabs of the procedure, in their order.
func (w *Window) tabCommands() []Command {
	digits := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8}
	var all []Command
	for i, id := range read.Tabs {
		all = append(all, Command{
			ID: "tab-" + id, Menu: "view", Keys: []Key{ctrl(digits[i]), alt(digits[i])},
			Run: func() { w.read.Select(id) }, Enabled: w.hasProcedure, Line: i == 0,
		})
	}
	return all
}

func (w *Window) clinicCommands() []Command {
	return []Command{
		{ID: "edit-procedure", Menu: "clinic", Keys: []Key{alone(fyne.KeyF2), ctrl(fyne.KeyF2)}, Run: w.toggleEdit, Enabled: w.toEdit, Behind: contentGuard},
		{ID: "new-procedure", Menu: "clinic", Keys: []Key{ctrlShift(fyne.KeyN)}, Run: func() { w.beginNew("") }, Enabled: w.hasLibrary, Behind: contentGuard},
		{ID: "review", Menu: "clinic", Keys: []Key{ctrlShift(fyne.KeyA)}, Run: w.approve, Enabled: w.hasProcedure, Behind: contentGuard},
		{ID: "check-codes", Menu: "clinic", Run: w.checkCodes, Enabled: w.hasCodes, Behind: contentGuard},
		{ID: "history", Menu: "clinic", Run: w.showHistory, Enabled: w.hasProcedure},
		{ID: "send-review", Menu: "clinic", Run: w.sendToReview, Enabled: w.hasProcedure, Behind: contentGuard},
		{ID: "newer", Menu: "clinic", Run: w.showNewer, Enabled: w.hasNewer, Behind: contentGuard},
		{ID: "sheet-code", Menu: "clinic", Keys: []Key{ctrlShift(fyne.KeyF)}, Run: w.lookUpSheet, Enabled: w.hasLibrary},
		{ID: "reviews", Menu: "clinic", Run: w.showReviews, Enabled: w.hasLibrary},
		{ID: "conflicts", Menu: "clinic", Run: w.showTwins, Enabled: w.hasTwins, Behind: contentGuard},
		{ID: "prices", Menu: "clinic", Run: w.openPrices, Enabled: w.hasLibrary, Behind: contentGuard},
		{ID: "settings", Menu: "clinic", Keys: []Key{ctrl(fyne.KeyComma)}, Run: w.openSettings, Behind: latchGuard},
		{ID: "passcode", Menu: "clinic", Run: w.setPasscode, Enabled: w.hasLibrary, Behind: contentGuard, Line: true},
		{ID: "lock", Menu: "clinic", Run: w.closeLatch, Enabled: w.isOpen},
		{ID: "keys", Menu: "help", Keys: []Key{alone(fyne.KeyF1), ctrl(fyne.KeyF1)}, Run: w.showKeys},
		{ID: "tour", Menu: "help", Run: w.startTour, Enabled: w.canTour},
		{ID: "tour-next", Menu: "help", Keys: []Key{alone(fyne.KeyF7), ctrl(fyne.KeyF7)}, Run: w.nextStep, Enabled: w.touring},
		{ID: "support", Menu: "help", Run: w.copyDetails, Line: true},
		{ID: "about", Menu: "help", Run: w.showAbout},
	}
}

// run does a command if it can be done now, and otherwise says why not. Every
// key and every menu comes through here, so that a command never acts under a
// dialog and idle minutes count from the last one.
func (w *Window) run(c Command) {
	w.awake()
	if w.dialogOpen() && !c.Over {
		return
	}
	if c.Behind == contentGuard && w.clinic.Signed {
		w.toast("library.fixed")
		return
	}
	if c.Enabled != nil && !c.Enabled() {
		w.toast(w.whyCannot(c.ID))
		return
	}
	if c.Behind != noGuard && w.latched() {
		w.askPasscode(func() { w.run(c) })
		return
	}
	c.Run()
	w.tour.last = c.ID
	w.followTour()
}

// whyCannot is the key of the words for why a command cannot be done now.
func (w *Window) whyCannot(id string) string {
	printing := id == "print" || id == "print-choices" || id == "save" || id == "day-files"
	switch {
	case w.editShown():
		return "cannot.editing"
	case w.dayShown() && printing:
		return "cannot.day-files"
	case w.dayShown() && w.book != nil:
		return "cannot.day-shown"
	}
	return "cannot." + id
}

// can reports whether a command can be done now.
func (w *Window) can(c Command) bool {
	return (c.Enabled == nil || c.Enabled()) && !(c.Behind == contentGuard && w.clinic.Signed)
}

// do runs the command of that id.
func (w *Window) do(id string) {
	for _, c := range w.table {
		if c.ID == id {
			w.run(c)
			return
		}
	}
	panic("window: there is no command " + id)
}
