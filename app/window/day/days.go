package day

import (
	"strconv"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/widgets"
)

// furthest is how many days ahead a rule may reach.
const furthest = 365

// askDays asks how many days ahead of a visit each part goes out at this clinic.
func (s *Screen) askDays() {
	t := s.deps.Words.T
	rules := s.deps.Setting().Clinic.Schedules
	days := rules.Days()
	preparation, aftercare := widgets.NewField(""), widgets.NewField("")
	preparation.SetSilently(strconv.Itoa(days.Preparation))
	aftercare.SetSilently(strconv.Itoa(days.Aftercare))
	take := func() bool {
		p, okP := daysIn(preparation, t("day.days.bad"))
		a, okA := daysIn(aftercare, t("day.days.bad"))
		if !okP || !okA {
			return false
		}
		rules.Parts = &clinic.PartDays{Preparation: p, Aftercare: a}
		s.learn(rules)
		return true
	}
	d := widgets.NewDialog(t("day.days.title"), widgets.NewColumn(10,
		widgets.NewText(widgets.MutedStyle, widgets.Plain(t("day.days.about"))),
		widgets.NewFormRow(t("day.days.preparation"), preparation),
		widgets.NewFormRow(t("day.days.aftercare"), aftercare)),
		widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t("settings.save"), Default: true, Do: take})
	d.Width = 480
	s.deps.Ask(d, preparation)
}

// daysIn reads a number of days, and shows in the field where it is none.
func daysIn(f *widgets.Field, bad string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(f.Text))
	if err != nil || n < 0 || n > furthest {
		f.SetHint(bad, true)
		return 0, false
	}
	f.SetHint("", false)
	return n, true
}
