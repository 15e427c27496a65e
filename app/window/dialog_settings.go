package window

import (
	"context"
	"reflect"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/sheet"
	"deskleaf/app/window/settings"
	"deskleaf/assets/words"
	"deskleaf/content/phrases"
	"deskleaf/widgets"
)

// openSettings asks the system for its printers and shows the settings.
func (w *Window) openSettings() {
	var names []string
	w.background(func() {
		ctx, stop := context.WithTimeout(context.Background(), printTime)
		defer stop()
		printers, _ := w.deps.Printing.Printers(ctx) // without printers there is nothing to choose; printing says why
		for _, p := range printers {
			names = append(names, p.Name)
		}
	}, func() { w.showSettings(names) })
}

func (w *Window) showSettings(printers []string) {
	t := w.words.T
	var form *settings.Form
	deps := settings.Deps{Words: w.words, Facts: w.clinic.Facts, Desk: w.desk, Machine: w.deps.Machine, Printers: printers, Signed: w.clinic.Signed}
	deps.Logo = func(fyne.CanvasObject) { w.chooseLogo(func(says string, failed bool) { form.SetLogo(says, failed) }) }
	deps.NoLogo = func() { w.setLogo(nil, func(says string, failed bool) { form.SetLogo(says, failed) }) }
	deps.Languages, deps.Spoken = w.languages(phrases.Languages()), w.languages(words.Languages())
	deps.System = w.languageName(w.systemLanguage())
	form = settings.New(deps)
	box := &fyne.Container{Layout: tall{min(w.frame.Canvas().Size().Height-190, 430*w.scale())}, Objects: []fyne.CanvasObject{form.Content()}}
	saved := false
	save := func() bool {
		saved = w.takeSettings(form)
		return saved
	}
	d := widgets.NewDialog(t("settings.title"), box,
		widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t("settings.save"), Default: true, Do: save})
	d.Width = 640
	d.OnClosed = func() {
		if saved {
			w.applySettings()
		}
	}
	d.Show(w.frame.Canvas(), form.First())
}

// takeSettings keeps what was filled in; where something does not fit or cannot
// be written, the dialog stays.
func (w *Window) takeSettings(form *settings.Form) bool {
	facts, d, ok := form.Values()
	if !ok {
		return false
	}
	facts.Logo = w.clinic.Facts.Logo // it is kept when it is chosen
	if !reflect.DeepEqual(facts, w.clinic.Facts) && !w.saveFacts(facts) {
		return false
	}
	w.keepDesk(d)
	return true
}

// keepDesk takes and saves the settings of this desk. Another folder of the clinic
// is read at once.
func (w *Window) keepDesk(d desk.Desk) {
	moved := d.Clinic != w.desk.Clinic
	w.desk = d
	w.saveDesk()
	if moved {
		w.lookForFolder()
	}
}

// applySettings shows the window as the settings want it.
func (w *Window) applySettings() {
	w.applyTheme()
	w.speak()
	w.showAll()
	w.toast("settings.saved")
}

// saveFacts writes clinic.yaml and says where it cannot.
func (w *Window) saveFacts(facts clinic.Facts) bool {
	changed, err := w.clinic.SaveFacts(w.deps.Files, facts)
	if err != nil {
		w.fail("fail.clinic", err)
		return false
	}
	w.clinic = changed
	return true
}

// mostLogo is the largest picture that is read, in bytes.
const mostLogo = 10 << 20

// pictures are the endings of files that can become a logo.
var pictures = []string{".png", ".jpg", ".jpeg", ".gif"}

// chooseLogo lets a picture be chosen as the logo.
func (w *Window) chooseLogo(says func(words string, failed bool)) {
	w.pick(w.words.T("settings.logo.choose"), w.deps.Documents, pictures, func(path string) {
		info, err := w.deps.Files.Stat(path)
		if err == nil && info.Size() > mostLogo {
			says(w.words.T("logo.large"), true)
			return
		}
		var data []byte
		if err == nil {
			data, err = w.deps.Files.ReadFile(path)
		}
		if err != nil {
			says(w.words.T("logo.unread", "why", err), true)
			return
		}
		w.setLogo(data, says)
	})
}

// setLogo makes a picture the clinic's logo; none takes it away. A picture that
// cannot be one is refused with the reason.
func (w *Window) setLogo(picture []byte, says func(words string, failed bool)) {
	var made []byte
	var err error
	if len(picture) > 0 {
		if made, err = sheet.Logo(picture); err != nil {
			says(sentence(err.Error()), true)
			return
		}
	}
	changed, err := w.clinic.SaveLogo(w.deps.Files, made)
	if err != nil {
		says(sentence(err.Error()), true)
		return
	}
	w.clinic = changed
	key := "settings.logo.set"
	if len(made) == 0 {
		key = "settings.logo.none"
	}
	says(w.words.T(key), false)
	w.showAll()
}

// firstStart asks once for the clinic's name and phones. It can be skipped: the
// pages then have lines to write on.
func (w *Window) firstStart() {
	if w.desk.Asked || w.clinic.Away != clinic.Here {
		return
	}
	if w.clinic.Facts.Name != "" || w.clinic.Locked() || w.latched() {
		w.offerTour()
		return
	}
	t := w.words.T
	form := settings.NewFirst(w.words, w.clinic.Facts)
	d := widgets.NewDialog(t("first.title"), form.Content(),
		widgets.Action{Text: t("first.skip"), Cancel: true},
		widgets.Action{Text: t("first.save"), Default: true, Do: func() bool {
			facts, ok := form.Facts()
			return ok && w.saveFacts(facts)
		}})
	d.Width = 520
	d.OnClosed = func() {
		w.desk.Asked = true
		w.saveDesk()
		w.showAll()
		w.focusSearch()
		w.offerTour()
	}
	d.Show(w.frame.Canvas(), form.First())
}
