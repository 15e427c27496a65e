package window

import (
	"context"
	"io/fs"
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
	var d *widgets.Dialog
	save := func() bool {
		w.takeSettings(d, form, deps.Facts)
		return false
	}
	d = widgets.NewDialog(t("settings.title"), box,
		widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t("settings.save"), Default: true, Do: save})
	d.Width = 640
	d.Show(w.frame.Canvas(), form.First())
}

// takeSettings keeps what was filled in, where was is what the clinic said of itself
// before; where something does not fit or cannot be written, the dialog stays.
func (w *Window) takeSettings(from *widgets.Dialog, form *settings.Form, was clinic.Facts) {
	facts, d, ok := form.Values()
	if !ok {
		return
	}
	was.Logo, facts.Logo = "", "" // it is kept when it is chosen
	take := func() {
		w.keepDesk(d)
		w.applySettings()
	}
	if reflect.DeepEqual(facts, was) {
		from.Close()
		take()
		return
	}
	was.Logo, facts.Logo = w.clinic.Facts.Logo, w.clinic.Facts.Logo
	w.saveFacts(from, was, facts, take)
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

// mostLogo is the largest picture that is read, in bytes.
const mostLogo = 10 << 20

// pictures are the endings of files that can become a logo.
var pictures = []string{".png", ".jpg", ".jpeg", ".gif"}

// chooseLogo lets a picture be chosen as the logo.
func (w *Window) chooseLogo(says func(words string, failed bool)) {
	w.pick(w.words.T("settings.logo.choose"), w.deps.Documents, pictures, func(path string) {
		var data []byte
		var large bool
		var err error
		w.background(func() {
			var info fs.FileInfo
			if info, err = w.deps.Files.Stat(path); err != nil || info.Size() > mostLogo {
				large = err == nil
				return
			}
			data, err = w.deps.Files.ReadFile(path)
		}, func() {
			switch {
			case large:
				says(w.words.T("logo.large"), true)
			case err != nil:
				says(w.words.T("logo.unread", "why", err), true)
			default:
				w.setLogo(data, says)
			}
		})
	})
}

// setLogo makes a picture the clinic's logo; none takes it away. A picture that
// cannot be one is refused with the reason.
func (w *Window) setLogo(picture []byte, says func(words string, failed bool)) {
	files := w.deps.Files
	w.saveSoon(clinicSave{
		do: func(c clinic.Clinic) (clinic.Clinic, error) {
			var made []byte
			if len(picture) > 0 {
				var err error
				if made, err = sheet.Logo(picture); err != nil {
					return c, err
				}
			}
			return c.SaveLogo(files, made)
		},
		then: func(err error) {
			switch {
			case err != nil:
				says(w.why(err), true)
			case len(picture) == 0:
				says(w.words.T("settings.logo.none"), false)
			default:
				says(w.words.T("settings.logo.set"), false)
			}
			w.showAll()
		},
	})
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
	was := w.clinic.Facts
	form := settings.NewFirst(w.words, was)
	var d *widgets.Dialog
	d = widgets.NewDialog(t("first.title"), form.Content(),
		widgets.Action{Text: t("first.skip"), Cancel: true},
		widgets.Action{Text: t("first.save"), Default: true, Do: func() bool {
			if facts, ok := form.Facts(); ok {
				w.saveFacts(d, was, facts, w.showAll)
			}
			return false
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
