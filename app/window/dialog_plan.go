package window

import (
	"deskleaf/app/visit"
	visitpanel "deskleaf/app/window/visit"
	"deskleaf/widgets"
)

// fillPlan asks for the medicine plan of this patient, in the name of the clinician
// who decided. It lives in the visit and is forgotten with it.
func (w *Window) fillPlan() {
	t := w.words.T
	form := visitpanel.NewPlanForm(w.words, w.visit.Plan)
	take := func() bool {
		plan, ok := form.Plan()
		if ok {
			w.edit(func(v *visit.Visit) {
				v.Plan = plan
				v.SetExtra(visit.PlanExtra, true)
			})
		}
		return ok
	}
	d := widgets.NewDialog(t("plan.title"), form.Content(),
		widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t("plan.take"), Icon: "medicine", Default: true, Do: take})
	d.Width = 660
	d.Show(w.frame.Canvas(), form.First())
}
