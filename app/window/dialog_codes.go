package window

import (
	"deskleaf/app/clinic"
	"deskleaf/app/window/settings"
	"deskleaf/content"
	"deskleaf/widgets"
)

// codeChecked says who looked a code up here, when and against what; "" where nobody
// did since it changed.
func (w *Window) codeChecked(code content.Code) string {
	k, ok := w.clinic.CodeChecks.Of(w.book.Procedure.ID, code)
	if !ok {
		return ""
	}
	return w.words.T("codes.checked", "who", k.Who, "date", w.spoken().Printed(k.Date), "against", k.Against)
}

func (w *Window) hasCodes() bool { return w.hasProcedure() && len(w.book.Procedure.Codes) > 0 }

// checkCodes asks which code somebody has looked up, and against what.
func (w *Window) checkCodes() {
	t, p := w.words.T, w.book.Procedure
	deps := settings.CodeCheckDeps{Words: w.words, Text: t("codes.text", "procedure", w.titleOf(p.ID)), Who: w.desk.Who}
	for _, c := range p.Codes {
		says := w.codeChecked(c)
		if says == "" {
			says = t("codes.unchecked")
		}
		deps.Codes = append(deps.Codes, settings.CheckedCode{Name: t("codes.code", "code", c.Number, "status", t("code."+string(c.Status))), Says: says})
	}
	if n := len(w.clinic.CodeChecks.List); n > 0 {
		deps.Against = w.clinic.CodeChecks.List[n-1].Against
	}
	form := settings.NewCodeCheck(deps)
	var d *widgets.Dialog
	take := func() bool {
		if i, who, against, ok := form.Said(); ok {
			w.rememberWho(who)
			c := p.Codes[i]
			w.saveCodeCheck(d, clinic.CodeCheck{Procedure: p.ID, Code: c.Number, Fingerprint: c.Fingerprint(), Who: who, Date: w.today(), Against: against})
		}
		return false
	}
	d = widgets.NewDialog(t("codes.title"), form.Content(),
		widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t("codes.mark"), Default: true, Do: take})
	d.Width = 540
	d.Show(w.frame.Canvas(), form.First())
}

// saveCodeCheck keeps that somebody looked a code up.
func (w *Window) saveCodeCheck(from *widgets.Dialog, k clinic.CodeCheck) {
	files := w.deps.Files
	w.saveSoon(clinicSave{
		from: from,
		do:   func(c clinic.Clinic) (clinic.Clinic, error) { return c.SaveCodeCheck(files, k) },
		then: func(err error) {
			if err != nil {
				w.fail("fail.codes", err)
				return
			}
			w.showAll()
			w.toast("codes.done", "code", k.Code)
		},
	})
}
