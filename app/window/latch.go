package window

import (
	"time"

	"deskleaf/app/clinic"
	"deskleaf/widgets"
)

// A latch is how the window stands with the clinic's passcode.
type latch struct {
	open bool   // somebody has given it
	stop func() // of the wait until it closes by itself
}

// latched reports whether what changes settings, prices or words waits for the
// passcode.
func (w *Window) latched() bool { return w.clinic.Latch.Closed() && !w.latch.open }

// isOpen reports whether the latch can be closed now.
func (w *Window) isOpen() bool { return w.clinic.Latch.Closed() && w.latch.open }

// touchLatch begins the minutes anew after which the latch closes by itself.
func (w *Window) touchLatch() {
	if w.latch.stop != nil {
		w.latch.stop()
		w.latch.stop = nil
	}
	if w.latch.open {
		w.latch.stop = w.deps.After(time.Duration(w.clinic.Idle())*time.Minute, w.closeLatch)
	}
}

// closeLatch asks for the passcode from here on. What was open behind it is closed:
// words that somebody writes stay as a draft.
func (w *Window) closeLatch() {
	if !w.latch.open {
		return
	}
	widgets.CloseDialogs(w.frame.Canvas())
	w.closeEdit()
	w.latch.open = false
	w.touchLatch()
	w.refreshMenu()
	w.showVisit()
	w.toast("latch.closed")
}

// askPasscode asks for the passcode and then goes on.
func (w *Window) askPasscode(then func()) {
	t := w.words.T
	field := widgets.NewField("")
	field.Password = true
	says := widgets.NewText(widgets.ErrorStyle, nil)
	says.Hide()
	content := widgets.NewColumn(9, widgets.NewText(widgets.BodyStyle, widgets.Plain(t("latch.ask"))), widgets.NewFormRow(t("latch.passcode"), field), says)
	var d *widgets.Dialog
	trying, opened := false, false
	try := func() bool {
		if trying {
			return false
		}
		trying = true
		keep, right := w.clinic.Latch, false
		passcode := field.Text
		w.background(func() { right = keep.Opens(passcode) }, func() {
			trying = false
			switch {
			case !d.Open():
			case right:
				opened = true
				d.Close()
			default:
				field.SetText("")
				says.SetText(t("latch.wrong"))
				says.Show()
				d.Fit()
				w.frame.Canvas().Focus(field)
			}
		})
		return false
	}
	d = widgets.NewDialog(t("latch.title"), content,
		widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t("latch.open"), Default: true, Do: try})
	d.Width = 480
	d.OnClosed = func() {
		if !opened {
			return
		}
		w.latch.open = true
		w.touchLatch()
		w.refreshMenu()
		w.showVisit()
		then()
	}
	d.Show(w.frame.Canvas(), field)
}

// setPasscode lets somebody give the clinic a passcode, another one, or none.
func (w *Window) setPasscode() {
	t := w.words.T
	first, second := widgets.NewField(t("latch.least", "n", clinic.LeastPasscode)), widgets.NewField("")
	first.Password, second.Password = true, true
	var d *widgets.Dialog
	content := widgets.NewColumn(9,
		widgets.NewText(widgets.BodyStyle, widgets.Plain(t("latch.what"))),
		widgets.NewFormRow(t("latch.new"), first), widgets.NewFormRow(t("latch.again"), second),
		widgets.NewText(widgets.MutedStyle, widgets.Plain(t("latch.honest"))))
	actions := []widgets.Action{{Text: t("dialog.cancel"), Cancel: true}}
	if w.clinic.Latch.Closed() {
		actions = append(actions, widgets.Action{Text: t("latch.remove"), Do: func() bool { w.keepLatch(d, "", "latch.removed"); return false }})
	}
	save := func() bool {
		first.SetHint("", false)
		second.SetHint("", false)
		switch {
		case len([]rune(first.Text)) < clinic.LeastPasscode:
			first.SetHint(t("latch.short"), true)
			return false
		case first.Text != second.Text:
			second.SetHint(t("latch.differ"), true)
			return false
		}
		w.keepLatch(d, first.Text, "latch.set")
		return false
	}
	d = widgets.NewDialog(t("latch.title"), content, append(actions, widgets.Action{Text: t("settings.save"), Default: true, Do: save})...)
	d.Width = 540
	d.Show(w.frame.Canvas(), first)
}

// keepLatch gives the clinic a passcode; "" takes it away. Whoever did it need not give it
// at once.
func (w *Window) keepLatch(from *widgets.Dialog, passcode, says string) {
	files := w.deps.Files
	w.saveSoon(clinicSave{
		from: from,
		do: func(c clinic.Clinic) (clinic.Clinic, error) {
			var l clinic.Latch
			if passcode != "" {
				var err error
				if l, err = clinic.NewLatch(passcode); err != nil {
					return c, err
				}
			}
			return c.SaveLatch(files, l)
		},
		then: func(err error) {
			if err != nil {
				w.fail("fail.latch", err)
				return
			}
			w.latch.open = w.clinic.Latch.Closed()
			w.touchLatch()
			w.refreshMenu()
			w.toast(says)
		},
	})
}
