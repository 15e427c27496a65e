package cost

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"deskleaf/app/cost"
	"deskleaf/content"
	"deskleaf/widgets"
)

// makeFields makes every field that the form may show. They stay the same while
// rows come and go, so that whoever types in one keeps it.
func (s *Screen) makeFields() {
	add := func(id string, a *amount) { s.fields[id] = a }
	add("deductible", s.rangeOf("deductible", func(t *cost.Talk) **cost.Range { return &t.Plan.Deductible }))
	add("maximum", s.rangeOf("maximum", func(t *cost.Talk) **cost.Range { return &t.Plan.Maximum }))
	add("family-deductible", s.rangeOf("deductible", func(t *cost.Talk) **cost.Range { return &t.Plan.FamilyDeductible }))
	add("family-maximum", s.rangeOf("maximum", func(t *cost.Talk) **cost.Range { return &t.Plan.FamilyMaximum }))
	add("copay", s.copayOf())
	add("coinsurance", s.percentOf("coinsurance",
		func(t *cost.Talk) *cost.Percent { return t.Plan.Coinsurance },
		func(t *cost.Talk, p *cost.Percent) { t.Plan.Coinsurance = p }))
	add("not-covered", s.plainRange("not-covered",
		func(t *cost.Talk) cost.Range { return t.NotCovered },
		func(t *cost.Talk, r cost.Range) { t.NotCovered = r }, cost.ReadRange))
	add("also", s.plainRange("also",
		func(t *cost.Talk) cost.Range {
			if len(t.Also) == 0 {
				return cost.Range{}
			}
			return t.Also[0]
		},
		func(t *cost.Talk, r cost.Range) {
			if t.Also = nil; !r.IsZero() {
				t.Also = []cost.Range{r}
			}
		}, cost.ReadPrice))
	add("second", s.percentOf("second",
		func(t *cost.Talk) *cost.Percent {
			if t.SecondSide == 0 {
				return nil
			}
			return new(t.SecondSide - cost.Whole)
		},
		func(t *cost.Talk, p *cost.Percent) {
			if t.SecondSide = 0; p != nil {
				t.SecondSide = cost.Whole + *p
			}
		}))
	add("further", s.percentOf("also",
		func(t *cost.Talk) *cost.Percent {
			if len(t.Further) < 2 {
				return nil
			}
			return &t.Further[1]
		},
		func(t *cost.Talk, p *cost.Percent) {
			if t.Further = nil; p != nil {
				t.Further = []cost.Percent{cost.Whole, *p}
			}
		}))
	add("discount", s.percentOf("discount",
		func(t *cost.Talk) *cost.Percent {
			if t.Offer.Discount == 0 {
				return nil
			}
			return &t.Offer.Discount
		},
		func(t *cost.Talk, p *cost.Percent) {
			if t.Offer.Discount = 0; p != nil {
				t.Offer.Discount = *p
			}
		}))
	add("months", s.monthsOf())
}

// price is the field of one bill's price.
func (s *Screen) price(who content.Biller) *amount {
	if s.prices[who] == nil {
		s.prices[who] = s.plainRange("price",
			func(t *cost.Talk) cost.Range { return t.Prices[who].Range },
			func(t *cost.Talk, r cost.Range) { t.SetPrice(who, r) }, cost.ReadPrice)
	}
	return s.prices[who]
}

// shapeOf says which rows the state needs.
func (s *Screen) shapeOf() string {
	var b strings.Builder
	t := s.state.Talk
	if p := s.state.Procedure; p != nil {
		fmt.Fprint(&b, p.ID, p.Version)
	}
	fmt.Fprint(&b, t.Payer, t.Copay != nil, s.state.Settings, s.state.Bills, s.state.Insurers, s.state.Plans, s.more)
	return b.String()
}

// labelShare is the part of the form's width that labels have: they are longer
// than amounts.
const labelShare = 0.455

// row is a row of the form whose label stands under "cost.field." and the id.
func (s *Screen) row(id string, field fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewFormRow(s.deps.Words.T("cost.field."+id), field).WithLabels(labelShare)
}

// build makes the rows that the state needs.
func (s *Screen) build() {
	var rows []fyne.CanvasObject
	add := func(id string, field fyne.CanvasObject) { rows = append(rows, s.row(id, field)) }
	fields := func(ids ...string) {
		for _, id := range ids {
			add(id, s.fields[id].Field)
		}
	}
	if s.state.Procedure == nil {
		s.form.Objects = nil
		return
	}
	rows = append(rows, s.choices.payer)
	switch places, sides := len(s.state.Settings) > 1, slices.Contains(s.state.Procedure.Sides, content.Both); {
	case places && sides:
		rows = append(rows, container.New(halves{}, s.choices.setting, s.choices.sides))
	case places:
		add("setting", s.choices.setting)
	case sides:
		add("sides", s.choices.sides)
	}
	if s.state.Procedure.Preventive != content.NotPreventive && s.state.Talk.Payer != cost.WithNone {
		rows = append(rows, s.choices.preventive)
	}
	insured := s.state.Talk.Payer == cost.WithPlan || s.state.Talk.Payer == ""
	if insured && len(s.state.Insurers) > 0 {
		add("insurer", s.choices.insurer)
		if len(s.state.Plans) > 0 {
			add("plan", s.choices.plan)
		}
	}
	rows = append(rows, s.priceRows()...)
	switch {
	case insured:
		fields("deductible", "copay")
		if s.state.Talk.Copay != nil {
			add("copay-rule", s.choices.rule)
		}
		fields("coinsurance", "maximum")
	case s.state.Talk.Payer == cost.WithMedicare:
		fields("deductible")
	default:
		fields("discount", "months")
		rows = append(rows, widgets.NewFlow(0, s.choices.goodFaith))
	}
	rows = append(rows, widgets.NewFlow(16, s.choices.more, s.choices.practise))
	if s.more {
		if insured {
			fields("family-deductible", "family-maximum")
		}
		if s.state.Talk.Payer != cost.WithNone {
			fields("not-covered")
		}
		fields("also", "further")
		if slices.Contains(s.state.Procedure.Sides, content.Both) {
			fields("second")
		}
	}
	s.form.Objects = rows
	s.form.Refresh()
}

// priceRows are the prices of the bills that may come, each with its code where
// it may have one of several.
func (s *Screen) priceRows() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, b := range s.state.Bills {
		id := "price"
		if len(s.state.Bills) > 1 {
			id = "price." + string(b.Who)
		}
		if len(b.Codes) > 1 {
			rows = append(rows, s.row("code."+string(b.Who), s.choices.code(b)))
		}
		rows = append(rows, s.row(id, s.price(b.Who).Field))
	}
	return rows
}

// fill puts the state into the rows.
func (s *Screen) fill() {
	t := &s.state.Talk
	for _, f := range s.fields {
		f.show(t)
	}
	for who, f := range s.prices {
		f.show(t)
		f.SetPlaceHolder(s.deps.Words.T("cost.price.hint"))
		if listed, ok := s.state.Listed[who]; ok {
			f.SetPlaceHolder(listed.String())
		}
	}
	s.fields["deductible"].SetPlaceHolder("")
	if year, ok := cost.Medicare(t.Day); ok && t.Payer == cost.WithMedicare {
		s.fields["deductible"].SetPlaceHolder(cost.Range{High: year.Deductible}.String())
	}
	s.fields["second"].SetPlaceHolder(s.deps.Words.T("cost.hint.second"))
	s.choices.fill(s)
	s.approval.fill(t.Approval)
}
