package goodfaith

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/cost"
	"deskleaf/app/cost/gfe"
	"deskleaf/assets/words"
	"deskleaf/content/civil"
	"deskleaf/widgets"
)

// open shows a form with an estimate in it.
func open(t *testing.T, language string, known gfe.Form) (*Form, *[]gfe.Lack, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(widgets.NewTheme(widgets.Light, 1))
	w, err := words.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	var lacks []gfe.Lack
	f := New(Deps{Words: w, Say: civil.Date.String, Changed: func(l []gfe.Lack) { lacks = l }, Read: func(text string) (civil.Date, error) {
		if text != "12/10" {
			return civil.Date{}, errors.New("no")
		}
		return civil.Date{Year: 2026, Month: 12, Day: 10}, nil
	}}, known)
	window := test.NewTempWindow(t, f.Content())
	window.Resize(fyne.NewSize(700, 2400))
	return f, &lacks, window
}

// type_ types into the n-th field that has an id's label.
func (f *Form) type_(t *testing.T, label, text string) {
	t.Helper()
	for i, o := range f.rows.Objects {
		row, ok := o.(*widgets.FormRow)
		if !ok || row.Label() != label {
			continue
		}
		field := f.fields[f.fieldAt(i)]
		field.SetText(text)
		return
	}
	t.Fatalf("there is no field %q", label)
}

// fieldAt is the number of the field in a row.
func (f *Form) fieldAt(row int) (n int) {
	for _, o := range f.rows.Objects[:row] {
		if _, ok := o.(*widgets.FormRow); ok {
			n++
		}
	}
	return n
}

// TestFillingInMakesItFinal types all that is missing, and sees it go.
func TestFillingInMakesItFinal(t *testing.T) {
	f, lacks, window := open(t, "en", gfe.Form{Scheduled: civil.Date{Year: 2026, Month: 11, Day: 23}, Service: "An injection",
		Providers: []gfe.Provider{{Kind: "doctor", Charges: []gfe.Line{{Service: "the shot", Code: "27096", Quantity: 1}}}}})
	if len(*lacks) == 0 || !strings.Contains(f.missing.Words(), "A draft. Missing:") || !strings.Contains(f.due.Words(), "not known") {
		t.Fatalf("an empty form says %q and %q", f.missing.Words(), f.due.Words())
	}
	f.type_(t, "Date of birth", "soon")
	if !strings.Contains(test.RenderToMarkup(window.Canvas()), "not a day") || !f.Value().Patient.Born.IsZero() {
		t.Error("a date of birth that is none was taken")
	}
	for label, text := range map[string]string{"Date of birth": "5/4/1961", "Date of the visit": "12/10", "NPI": "1234567893", "Tax ID (TIN)": "12-3456789", "Address": "12 Main Street", "State": "IL"} {
		f.type_(t, label, text)
	}
	f.type_(t, "Expected charge", "450-900")
	if f.Value().Providers[0].Charges[0].Charge != nil {
		t.Error("a range was taken for a charge")
	}
	f.type_(t, "Expected charge", "$450")
	f.type_(t, "Name", "Ana Ruiz")
	f.fields[10].SetText("Dr. Li")
	if len(*lacks) > 0 || !strings.Contains(f.missing.Words(), "$450.00") {
		t.Fatalf("still missing: %v; %q", *lacks, f.missing.Words())
	}
	if !strings.Contains(f.due.Words(), "2026-11-27") || !strings.Contains(f.due.Words(), "149.610(b)(1)(vi)(B)") {
		t.Errorf("due: %q", f.due.Words())
	}
	v := f.Value()
	if v.Patient.Name != "Ana Ruiz" || v.Patient.Born.Year != 1961 || v.Providers[0].Name != "Dr. Li" || *v.Providers[0].Charges[0].Charge != 450_00 {
		t.Errorf("the form holds %+v", v)
	}
}

// TestFocusedFieldIsInSight: whoever goes through the form with Tab sees where
// they are.
func TestFocusedFieldIsInSight(t *testing.T) {
	f, _, window := open(t, "en", gfe.Form{Providers: []gfe.Provider{{Charges: []gfe.Line{{}}}}})
	window.Resize(fyne.NewSize(700, 300))
	for _, one := range []*input{f.fields[len(f.fields)-1], f.fields[0]} {
		window.Canvas().Focus(one.Field)
		driver := fyne.CurrentApp().Driver()
		top := driver.AbsolutePositionForObject(one.Field).Y - driver.AbsolutePositionForObject(f.scroll).Y
		if top < 0 || top+one.Size().Height > f.scroll.Size().Height {
			t.Errorf("a focused field stands at %v of %v", top, f.scroll.Size().Height)
		}
	}
}

// TestProvidersComeAndGo without losing what was typed.
func TestProvidersComeAndGo(t *testing.T) {
	f, _, _ := open(t, "en", gfe.Form{Providers: []gfe.Provider{{Kind: "doctor", Charges: []gfe.Line{{Charge: new(cost.Cents(5))}}}}})
	f.type_(t, "Name", "Ana")
	press := func(words string) {
		t.Helper()
		for _, o := range test.LaidOutObjects(f.Content()) {
			if l, ok := o.(*widgets.Link); ok && l.AccessibilityLabel() == words {
				l.OnTapped()
				return
			}
		}
		t.Fatalf("there is no link %q", words)
	}
	press("Add a charge")
	press("Add somebody who bills")
	if v := f.Value(); len(v.Providers) != 2 || len(v.Providers[0].Charges) != 2 || v.Patient.Name != "Ana" || *v.Providers[0].Charges[0].Charge != 5 {
		t.Errorf("after adding: %+v", v)
	}
	press("Take this one out")
	if v := f.Value(); len(v.Providers) != 1 || v.Providers[0].Kind != "" {
		t.Errorf("after taking the first out: %+v", v)
	}
}

// TestEveryLackHasWords in every language, so that a draft says what it lacks.
func TestEveryLackHasWords(t *testing.T) {
	for _, language := range words.Languages() {
		f, lacks, _ := open(t, language, gfe.Form{Scheduled: civil.Date{Year: 2026, Month: 11, Day: 23}, Diagnoses: []gfe.Diagnosis{{Code: "x"}},
			Providers: []gfe.Provider{{}, {Charges: []gfe.Line{{Diagnosis: "x"}}}}})
		if len(*lacks) < 15 || strings.Contains(f.missing.Words(), "[") {
			t.Errorf("%s: %d lacks, said as %q", language, len(*lacks), f.missing.Words())
		}
	}
}
