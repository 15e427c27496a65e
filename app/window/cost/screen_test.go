package cost

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/cost"
	"deskleaf/app/cost/tell"
	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/phrases"
	"deskleaf/widgets"
)

// A desk is a screen with a shell around it that does what the real one does.
type desk struct {
	*Screen
	t         *testing.T
	window    fyne.Window
	procedure *content.Procedure
	talk      cost.Talk
	did       []string
}

// scope is a procedure with several settings, bills and codes.
func scope() *content.Procedure {
	p := &content.Procedure{ID: "scope", Preventive: content.ColorectalScreening, Sides: []content.Side{content.Left, content.Both},
		Codes: []content.Code{{Number: "45378", Primary: true, Bilateral: "1"}, {Number: "45385"}, {Number: "G0105"}}}
	for _, setting := range content.Settings {
		p.Bills = append(p.Bills, content.Bill{Setting: setting, Who: content.Doctor, Codes: []string{"45378", "45385"}},
			content.Bill{Setting: setting, Who: content.Anesthesia, Maybe: true})
	}
	p.Price = content.Price{Reference: content.Range{Low: 500, High: 1500}, Date: civil.Date{Year: 2026, Month: 1, Day: 28}, Posted: []content.PostedPrice{{Code: "45378", Hospitals: 2233, P10: 392, P25: 873, Median: 1650, P75: 2576, P90: 4177}}}
	return p
}

func sit(t *testing.T, language string, width float32) *desk {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(widgets.NewTheme(widgets.Light, 1))
	w, err := words.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, procedure: scope()}
	d.Screen = New(Deps{
		Words: w, Change: func(change func(*cost.Talk)) { change(&d.talk); d.show() }, Do: func(id string) { d.did = append(d.did, id) },
		Speak: func(string) {}, CopyKey: "Ctrl M",
		Practise: func(on bool) {
			d.talk.Clear()
			if on {
				d.talk.Practise(d.procedure)
			}
			d.show()
		},
	})
	d.show()
	d.window = test.NewTempWindow(t, d.Screen)
	d.window.Resize(fyne.NewSize(width, 1400))
	return d
}

// show reckons and shows, as the shell does.
func (d *desk) show() {
	p, err := phrases.In("en")
	if err != nil {
		d.t.Fatal(err)
	}
	answer, err := d.talk.Answer(d.procedure)
	s := State{Procedure: d.procedure, Talk: d.talk.Clone(), Settings: cost.Settings(d.procedure), Bills: d.talk.Bills(d.procedure), In: "en",
		Insurers: []string{"Acme"}, Picture: tell.Draw(p, d.talk.Case, d.procedure, answer, tell.Staff)}
	if err != nil {
		s.Why = err.Error()
	} else {
		s.Rows, s.Say = tell.Rows(p, answer, tell.Staff), tell.Said(p, d.talk.Case, d.procedure, answer)
	}
	d.SetState(s)
}

// types types into a field, as its focus is.
func (d *desk) types(f *widgets.Field, text string) {
	d.window.Canvas().Focus(f)
	f.SelectAll()
	for _, r := range text {
		d.window.Canvas().Focused().TypedRune(r)
	}
}

func (d *desk) shown() string { return test.RenderToMarkup(d.window.Canvas()) }

// TestAnswersAsOneTypes shows the share as soon as all that it hangs on is typed.
func TestAnswersAsOneTypes(t *testing.T) {
	d := sit(t, "en", 700)
	d.types(d.price(content.Doctor).Field, "620-980")
	d.types(d.fields["deductible"].Field, "200")
	if shown := d.shown(); strings.Contains(shown, "Patient pays about") || !strings.Contains(shown, "$620 to $980") {
		t.Error("while the coinsurance is not known there is a share, or the price is not shown")
	}
	d.types(d.fields["coinsurance"].Field, "20")
	if shown := d.shown(); !strings.Contains(shown, "$284.00") || !strings.Contains(shown, "$356.00") {
		t.Errorf("the share is not shown")
	}
	d.types(d.fields["copay"].Field, "40")
	if d.window.Canvas().Focused() != fyne.Focusable(d.fields["copay"].Field) || d.fields["copay"].Text != "40" {
		t.Error("the row that came for the copay's rule took the focus or the text")
	}
	if strings.Contains(d.shown(), "$284.00") {
		t.Error("a copay without its rule is ignored")
	}
	d.choices.rule.OnChanged(2) // on top
	if !strings.Contains(d.shown(), "$324.00") {
		t.Error("the copay is not reckoned")
	}
}

// TestWrongAmounts are marked where they stand, and never kept.
func TestWrongAmounts(t *testing.T) {
	d := sit(t, "en", 700)
	for text, want := range map[string]string{"abc": "not an amount", "-5": "below zero", "0": "no price", "1500-500": "lower one first", "1e9": "write it out"} {
		d.types(d.price(content.Doctor).Field, text)
		if !strings.Contains(d.shown(), want) || len(d.talk.Prices) > 0 {
			t.Errorf("%q: it is not said that it is %q, or it was kept: %v", text, want, d.talk.Prices)
		}
		if d.price(content.Doctor).Text != text {
			t.Errorf("what was typed, %q, became %q", text, d.price(content.Doctor).Text)
		}
	}
	d.types(d.fields["coinsurance"].Field, "120")
	if !strings.Contains(d.shown(), "more than 100%") || d.talk.Plan.Coinsurance != nil {
		t.Error("120 percent was taken")
	}
	d.types(d.price(content.Doctor).Field, "900")
	d.Clear()
	if d.price(content.Doctor).Text != "" || d.fields["coinsurance"].Text != "" {
		t.Error("what was typed stays when the screen is cleared")
	}
}

// TestEveryWordIsExplained where its field has the focus, in both languages.
func TestEveryWordIsExplained(t *testing.T) {
	for _, language := range words.Languages() {
		d := sit(t, language, 700)
		d.choices.more.OnTapped()
		for _, f := range append([]*amount{d.price(content.Doctor)}, d.fields["deductible"], d.fields["coinsurance"], d.fields["maximum"], d.fields["copay"], d.fields["not-covered"], d.fields["also"]) {
			before := d.explain.Words()
			d.window.Canvas().Focus(f.Field)
			if d.explain.Words() == before && f.word != "deductible" || !strings.Contains(d.explain.Words(), ":") {
				t.Errorf("%s: the word of %q is not explained: %q", language, f.word, d.explain.Words())
			}
		}
	}
}

// TestNothingStandsOutside holds that every part keeps to its width, however
// narrow, with everything shown.
func TestNothingStandsOutside(t *testing.T) {
	for _, language := range words.Languages() {
		for _, width := range []float32{330, 480, 700, 1000} {
			d := sit(t, language, width)
			d.talk.Practise(d.procedure)
			d.talk.Copay = &cost.Copay{Amount: 40_00, Rule: cost.Before}
			d.choices.more.OnTapped()
			for _, o := range test.LaidOutObjects(d.Screen) {
				at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
				if o.Visible() && at.X+o.Size().Width > width+6 {
					t.Errorf("%s at %v: %T ends at %v", language, width, o, at.X+o.Size().Width)
				}
			}
		}
	}
}

// TestSelfPayAndMedicare ask only what counts there.
func TestSelfPayAndMedicare(t *testing.T) {
	d := sit(t, "en", 700)
	d.types(d.price(content.Doctor).Field, "1000")
	d.choices.payer.OnChanged(2)
	if shown := d.shown(); strings.Contains(shown, "Deductible left") || !strings.Contains(shown, "Discount") || !strings.Contains(shown, "$1,000.00") {
		t.Error("self-pay asks for a deductible, or shows no price")
	}
	d.choices.payer.OnChanged(1)
	d.choices.preventive.Tapped(nil)
	if shown := d.shown(); strings.Contains(shown, "Out-of-pocket left") || !strings.Contains(shown, "If it stays a screening") || !strings.Contains(shown, "If something is found") {
		t.Error("Medicare's screening does not show both ways that it can end")
	}
}

func TestNoPriceLeadsToPrices(t *testing.T) {
	d := sit(t, "en", 700)
	s := d.state
	s.Why, s.NoPrice = "No price.", true
	d.SetState(s)
	d.why.Links()[0].OnTapped()
	d.say.Links()[0].OnTapped()
	if strings.Join(d.did, " ") != "prices copy-say" {
		t.Errorf("the links do %v", d.did)
	}
}
