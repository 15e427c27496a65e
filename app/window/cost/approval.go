package cost

import (
	"slices"

	"fyne.io/fyne/v2"

	"deskleaf/app/cost"
	"deskleaf/widgets"
)

// An approval asks what is known of the plan's approval: needed or not, who was
// asked, when, and the number that they gave. It is kept for this visit only.
type approval struct {
	screen            *Screen
	state             *widgets.Segments
	who, when, number *widgets.Field
	content           *fyne.Container
}

func newApproval(s *Screen) *approval {
	t := s.deps.Words.T
	a := &approval{screen: s}
	a.state = widgets.NewSegments(namesOf(cost.ApprovalStates, func(one cost.ApprovalState) string {
		if one == cost.ApprovalUnknown {
			return t("cost.approval.unknown")
		}
		return t("cost.approval." + string(one))
	}), slices.Index(cost.ApprovalStates, cost.ApprovalUnknown), func(i int) {
		s.deps.Change(func(talk *cost.Talk) { talk.Approval.State = cost.ApprovalStates[i] })
	})
	text := func(set func(*cost.Approval, string)) *widgets.Field {
		f := widgets.NewField("")
		f.OnChanged = func(text string) { s.deps.Change(func(talk *cost.Talk) { set(&talk.Approval, text) }) }
		f.OnFocus = func() { s.explained("approval") }
		return f
	}
	a.who = text(func(ap *cost.Approval, text string) { ap.Who = text })
	a.when = text(func(ap *cost.Approval, text string) { ap.When = text })
	a.number = text(func(ap *cost.Approval, text string) { ap.Number = text })
	a.content = widgets.NewColumn(6,
		widgets.NewText(widgets.HeadingStyle, widgets.Plain(t("cost.approval"))),
		a.state, s.row("who", a.who), s.row("when", a.when), s.row("number", a.number),
		widgets.NewText(widgets.MutedStyle, widgets.Plain(t("cost.approval.note"))))
	return a
}

// fill shows what the state holds.
func (a *approval) fill(held cost.Approval) {
	a.state.SetChosen(slices.Index(cost.ApprovalStates, held.State))
	for _, f := range []struct {
		field *widgets.Field
		text  string
	}{{a.who, held.Who}, {a.when, held.When}, {a.number, held.Number}} {
		if f.field.Text != f.text {
			f.field.SetSilently(f.text)
		}
	}
}

func (a *approval) clear() { a.fill(cost.Approval{}) }
