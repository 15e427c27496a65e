package cost

import (
	"slices"

	"deskleaf/app/cost"
	"deskleaf/content"
	"deskleaf/widgets"
)

// choices are the parts of the form that are chosen, not typed.
type choices struct {
	screen     *Screen
	payer      *widgets.Segments
	setting    *widgets.Choice
	sides      *widgets.Segments
	insurer    *widgets.Choice
	plan       *widgets.Choice
	rule       *widgets.Choice
	codes      map[content.Biller]*widgets.Choice
	preventive *widgets.Check
	more       *widgets.Link
	practise   *widgets.Link
	goodFaith  *widgets.Link
}

// newChoices makes them, all empty.
func (s *Screen) newChoices() choices {
	t, change := s.deps.Words.T, s.deps.Change
	c := choices{screen: s, codes: map[content.Biller]*widgets.Choice{}}
	c.payer = widgets.NewSegments(namesOf(cost.Payers, func(p cost.Payer) string { return t("cost.payer." + string(p)) }), 0, func(i int) {
		change(func(talk *cost.Talk) { talk.Payer = cost.Payers[i] })
	})
	c.setting = widgets.NewChoice("", nil, -1, func(i int) {
		setting := s.state.Settings[i]
		change(func(talk *cost.Talk) { talk.Setting = setting })
	})
	c.sides = widgets.NewSegments([]string{t("cost.sides.one"), t("cost.sides.both")}, 0, func(i int) {
		change(func(talk *cost.Talk) { talk.BothSides = i == 1 })
	})
	c.insurer = widgets.NewChoice("", nil, 0, func(i int) {
		name := chosenName(s.state.Insurers, i)
		change(func(talk *cost.Talk) { talk.Insurer, talk.PlanName = name, "" })
	})
	c.plan = widgets.NewChoice("", nil, 0, func(i int) {
		name := chosenName(s.state.Plans, i)
		change(func(talk *cost.Talk) { talk.PlanName = name })
	})
	c.rule = widgets.NewChoice(t("cost.rule.none"), namesOf(cost.CopayRules, func(r cost.CopayRule) string { return t("cost.rule." + string(r)) }), -1, func(i int) {
		change(func(talk *cost.Talk) {
			if talk.Copay != nil {
				talk.Copay = &cost.Copay{Amount: talk.Copay.Amount, Rule: cost.CopayRules[i]}
			}
		})
	})
	c.preventive = widgets.NewCheck(t("cost.preventive"), false, func(on bool) {
		change(func(talk *cost.Talk) { talk.Preventive = on })
	})
	c.more = widgets.NewLink(t("cost.more"), func() {
		s.more = !s.more
		change(func(*cost.Talk) {})
	})
	c.practise = widgets.NewLink(t("cost.practice"), func() { s.deps.Practise(true) })
	c.goodFaith = widgets.NewLink(t("command.good-faith"), func() { s.deps.Do("good-faith") })
	return c
}

// code chooses the code of a bill that may have one of several.
func (c *choices) code(b content.Bill) *widgets.Choice {
	if c.codes[b.Who] == nil {
		c.codes[b.Who] = widgets.NewChoice("", nil, 0, nil)
	}
	list := c.codes[b.Who]
	list.SetChoices(b.Codes, 0)
	list.OnChanged = func(i int) {
		c.screen.deps.Change(func(talk *cost.Talk) { talk.SetCode(b.Who, b.Codes[i]) })
	}
	return list
}

// fill shows what the state holds.
func (c *choices) fill(s *Screen) {
	t, state := s.deps.Words.T, &s.state
	talk := &state.Talk
	c.payer.SetChosen(max(slices.Index(cost.Payers, talk.Payer), 0))
	if state.Procedure == nil {
		return
	}
	c.setting.SetChoices(namesOf(state.Settings, func(p content.Setting) string { return t("setting." + string(p)) }), slices.Index(state.Settings, talk.In(state.Procedure)))
	side := 0
	if talk.BothSides {
		side = 1
	}
	c.sides.SetChosen(side)
	anyOf := func(names []string) []string { return append([]string{t("cost.any")}, names...) }
	c.insurer.SetChoices(anyOf(state.Insurers), slices.Index(state.Insurers, talk.Insurer)+1)
	c.plan.SetChoices(anyOf(state.Plans), slices.Index(state.Plans, talk.PlanName)+1)
	rule := -1
	if talk.Copay != nil {
		rule = slices.Index(cost.CopayRules, talk.Copay.Rule)
	}
	c.rule.SetChosen(rule)
	for _, b := range state.Bills {
		if list := c.codes[b.Who]; list != nil {
			list.SetChosen(slices.Index(b.Codes, talk.Code(state.Procedure, b)))
		}
	}
	c.preventive.SetChecked(talk.Preventive)
	c.more.SetText(t("cost.more"))
	if s.more {
		c.more.SetText(t("cost.less"))
	}
}

// namesOf are the words for a list.
func namesOf[T any](list []T, name func(T) string) []string {
	names := make([]string, len(list))
	for i, one := range list {
		names[i] = name(one)
	}
	return names
}

// chosenName is the i-th name of a list whose first choice is any of them.
func chosenName(names []string, i int) string {
	if i == 0 {
		return ""
	}
	return names[i-1]
}
