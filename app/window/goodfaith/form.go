// Package goodfaith is the form of a good-faith estimate: what stands in it is
// typed or was filled in from the visit, and under it stand at once by when it is
// due and what is missing before it is final.
//
// The form gives a [gfe.Form] back and keeps nothing else. Saving, printing and
// opening are the shell's.
package goodfaith

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"deskleaf/app/cost"
	"deskleaf/app/cost/gfe"
	"deskleaf/assets/words"
	"deskleaf/content/civil"
	"deskleaf/widgets"
)

// Deps is what the form works with. Nothing may be nil.
type Deps struct {
	Words *words.Words
	// Read understands a day as people say it; the error says why not.
	Read func(text string) (civil.Date, error)
	Say  func(civil.Date) string // writes a day
	// Changed is called after something was typed, with what is missing.
	Changed func(lacks []gfe.Lack)
}

// Form is the form.
type Form struct {
	deps     Deps
	held     gfe.Form
	fields   []*input
	rows     *fyne.Container
	scroll   *container.Scroll
	due      *widgets.Text
	missing  *widgets.Text
	remember *widgets.Check
	content  *fyne.Container
	first    *widgets.Field
}

// An input is a field with what it puts into the form. A text that it cannot take
// is marked, and counts as nothing.
type input struct {
	*widgets.Field
	take func(f *gfe.Form, text string) (wrong string)
}

// New makes the form with what is known.
func New(deps Deps, known gfe.Form) *Form {
	f := &Form{deps: deps}
	t := deps.Words.T
	f.due, f.missing = widgets.NewText(widgets.BodyStyle, nil), widgets.NewText(widgets.MutedStyle, nil)
	f.remember = widgets.NewCheck(t("gfe.remember"), true, func(bool) {})
	f.rows = widgets.NewColumn(7)
	f.scroll = widgets.NewScroll(container.New(inset{}, widgets.NewColumn(12, f.rows, f.remember)))
	f.content = widgets.NewColumnAround(6, f.scroll, f.scroll, f.due, f.missing)
	f.Show(known)
	return f
}

// Content is what a dialog shows.
func (f *Form) Content() fyne.CanvasObject { return f.content }

// First is the field that has the focus at first: the first that is empty.
func (f *Form) First() fyne.Focusable {
	for _, one := range f.fields {
		if one.Text == "" {
			return one.Field
		}
	}
	return f.first
}

// Remember reports whether those who bill are to be kept for the next estimate.
func (f *Form) Remember() bool { return f.remember.Checked() }

// Value is the estimate as it stands in the fields.
func (f *Form) Value() gfe.Form { return f.held }

// Show shows another estimate.
func (f *Form) Show(known gfe.Form) {
	f.held, f.fields, f.rows.Objects = known, nil, nil
	f.patient()
	f.visit()
	for i := range known.Providers {
		f.provider(i)
	}
	f.add(widgets.NewFlow(0, widgets.NewLink(f.deps.Words.T("gfe.add-provider"), func() {
		f.held.Providers = append(f.held.Providers, gfe.Provider{Charges: []gfe.Line{{Quantity: 1}}})
		f.Show(f.held)
	})))
	f.rest()
	f.first = f.fields[0].Field
	f.rows.Refresh()
	f.tell()
}

func (f *Form) add(o fyne.CanvasObject) { f.rows.Objects = append(f.rows.Objects, o) }

// heading adds the words that open a group of rows.
func (f *Form) heading(key string, pairs ...any) {
	f.add(widgets.NewText(widgets.HeadingStyle, widgets.Plain(f.deps.Words.T(key, pairs...))))
}

// row adds a field under its label.
func (f *Form) row(id, text string, take func(g *gfe.Form, text string) string) *input {
	one := &input{Field: widgets.NewField(""), take: take}
	one.SetSilently(text)
	one.OnChanged = func(text string) {
		one.SetHint(take(&f.held, strings.TrimSpace(text)), true)
		f.tell()
	}
	f.fields = append(f.fields, one)
	f.add(widgets.NewFormRow(f.deps.Words.T("gfe.field."+id), one.Field))
	return one
}

// text adds a field of plain words.
func (f *Form) text(id string, at func(*gfe.Form) *string) {
	f.row(id, *at(&f.held), func(g *gfe.Form, text string) string {
		*at(g) = text
		return ""
	})
}

// day adds a field of a day.
func (f *Form) day(id string, at func(*gfe.Form) *civil.Date, read func(string) (civil.Date, error)) {
	said := ""
	if d := *at(&f.held); !d.IsZero() {
		said = slashed(d)
	}
	one := f.row(id, said, func(g *gfe.Form, text string) string {
		*at(g) = civil.Date{}
		if text == "" {
			return ""
		}
		d, err := read(text)
		if err != nil {
			return f.deps.Words.T("gfe.not-a-day")
		}
		*at(g) = d
		return ""
	})
	one.OnLeave = func(string) {
		if d := *at(&f.held); !d.IsZero() {
			one.SetSilently(slashed(d))
		}
	}
}

// birthLayouts are the ways to type a date of birth, always with its year.
var birthLayouts = []string{"1/2/2006", "1-2-2006", time.DateOnly}

// readBorn reads a date of birth, which a day as people say it for a visit is not.
func readBorn(text string) (civil.Date, error) {
	for _, layout := range birthLayouts {
		if t, err := time.Parse(layout, text); err == nil {
			return civil.DateOf(t), nil
		}
	}
	return civil.Date{}, fmt.Errorf("%q is not a date of birth", text)
}

// slashed is a day as it is typed: "12/10/2026".
func slashed(d civil.Date) string { return fmt.Sprintf("%d/%d/%d", d.Month, d.Day, d.Year) }

// patient adds whom the estimate is for.
func (f *Form) patient() {
	f.heading("gfe.patient")
	f.text("name", func(g *gfe.Form) *string { return &g.Patient.Name })
	f.day("born", func(g *gfe.Form) *civil.Date { return &g.Patient.Born }, readBorn)
	f.text("number", func(g *gfe.Form) *string { return &g.Patient.Number })
	f.text("phone", func(g *gfe.Form) *string { return &g.Patient.Phone })
	f.text("email", func(g *gfe.Form) *string { return &g.Patient.Email })
}

// visit adds what will be done, and the days that the due date hangs on.
func (f *Form) visit() {
	f.heading("gfe.visit")
	f.text("service", func(g *gfe.Form) *string { return &g.Service })
	f.day("date", func(g *gfe.Form) *civil.Date { return &g.Date }, f.deps.Read)
	f.day("scheduled", func(g *gfe.Form) *civil.Date { return &g.Scheduled }, f.deps.Read)
	f.day("requested", func(g *gfe.Form) *civil.Date { return &g.Requested }, f.deps.Read)
	codes := make([]string, len(f.held.Diagnoses))
	for i, d := range f.held.Diagnoses {
		codes[i] = d.Code
	}
	f.row("diagnosis", strings.Join(codes, ", "), func(g *gfe.Form, text string) string {
		g.Diagnoses = nil
		for _, code := range list(text) {
			g.Diagnoses = append(g.Diagnoses, gfe.Diagnosis{Code: strings.ToUpper(code)})
		}
		return ""
	})
}

// provider adds one who bills, with what is charged.
func (f *Form) provider(i int) {
	t := f.deps.Words.T
	who := t("gfe.provider", "n", i+1)
	if key := "biller." + f.held.Providers[i].Kind; f.deps.Words.Has(key) {
		who = t(key)
	}
	f.heading("gfe.who", "who", who)
	at := func(g *gfe.Form) *gfe.Provider { return &g.Providers[i] }
	f.text("provider-name", func(g *gfe.Form) *string { return &at(g).Name })
	f.text("npi", func(g *gfe.Form) *string { return &at(g).NPI })
	f.text("tin", func(g *gfe.Form) *string { return &at(g).TIN })
	f.text("place", func(g *gfe.Form) *string { return &at(g).Place })
	f.text("state", func(g *gfe.Form) *string { return &at(g).State })
	for j := range f.held.Providers[i].Charges {
		f.charge(i, j)
	}
	add := widgets.NewLink(t("gfe.add-charge"), func() {
		f.held.Providers[i].Charges = append(f.held.Providers[i].Charges, gfe.Line{Quantity: 1})
		f.Show(f.held)
	})
	remove := widgets.NewLink(t("gfe.remove-provider"), func() {
		f.held.Providers = append(f.held.Providers[:i:i], f.held.Providers[i+1:]...)
		f.Show(f.held)
	})
	f.add(widgets.NewFlow(16, add, remove))
}

// charge adds one line of a provider: what for, its code, and one amount.
func (f *Form) charge(i, j int) {
	at := func(g *gfe.Form) *gfe.Line { return &g.Providers[i].Charges[j] }
	f.text("item", func(g *gfe.Form) *string { return &at(g).Service })
	f.text("code", func(g *gfe.Form) *string { return &at(g).Code })
	amount := ""
	if c := at(&f.held).Charge; c != nil {
		amount = c.Plain()
	}
	f.row("charge", amount, func(g *gfe.Form, text string) string {
		at(g).Charge = nil
		if text == "" {
			return ""
		}
		c, err := cost.ReadAmount(text)
		if err != nil {
			return f.deps.Words.T("cost.wrong.not-amount")
		}
		at(g).Charge = &c
		return ""
	})
}

// rest adds who else bills, and what must be scheduled separately.
func (f *Form) rest() {
	f.heading("gfe.more")
	names(f, "others", func(g *gfe.Form) *[]gfe.Other { return &g.Others }, func(o *gfe.Other) *string { return &o.Name })
	names(f, "separate", func(g *gfe.Form) *[]gfe.Separate { return &g.Separate }, func(s *gfe.Separate) *string { return &s.Service })
}

// names adds a field for a list of what has only a name here, with commas between.
func names[T any](f *Form, key string, of func(*gfe.Form) *[]T, name func(*T) *string) {
	var said []string
	for _, one := range *of(&f.held) {
		said = append(said, *name(&one))
	}
	f.row(key, strings.Join(said, ", "), func(g *gfe.Form, text string) string {
		*of(g) = nil
		for _, part := range list(text) {
			var one T
			*name(&one) = part
			*of(g) = append(*of(g), one)
		}
		return ""
	})
}

// list are the parts of a text between commas.
func list(text string) []string {
	var parts []string
	for _, part := range strings.Split(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// tell says by when the estimate is due, and what is missing.
func (f *Form) tell() {
	t := f.deps.Words.T
	due, err := f.held.Due()
	switch {
	case err != nil:
		f.due.SetRuns(widgets.Marked(t("gfe.due.unknown")))
	case due.Day.IsZero():
		f.due.SetRuns(widgets.Marked(t("gfe.due.none")))
	default:
		f.due.SetRuns(widgets.Marked(t("gfe.due", "date", f.deps.Say(due.Day)) + " " + t("gfe.rule."+string(due.Rule))))
	}
	lacks := f.held.Lacks()
	var said []string
	for _, l := range lacks {
		said = append(said, t("gfe.lack."+l.Kind())+f.whose(l))
	}
	says := t("gfe.whole", "total", f.held.Total().String())
	if len(said) > 0 {
		says = t("gfe.missing", "what", strings.Join(said, ", "))
	}
	f.missing.SetRuns(widgets.Marked(says))
	f.deps.Changed(lacks)
	f.content.Refresh()
}

// whose says of which provider something is missing, where there are several.
func (f *Form) whose(l gfe.Lack) string {
	if i := l.Provider(); i >= 0 && len(f.held.Providers) > 1 {
		return " (" + fmt.Sprint(i+1) + ")"
	}
	return ""
}

// inset keeps fields clear of the scroll bar, and their rings whole.
type inset struct{}

func (inset) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(4, 4))
	o[0].Resize(fyne.NewSize(s.Width-24, s.Height-8))
}

func (inset) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize().AddWidthHeight(28, 8) }
