package content

import (
	"reflect"
	"testing"

	"deskleaf/content/civil"
)

// fingerprinted is a procedure and its words with something of each kind.
func fingerprinted() (*Procedure, *Words) {
	return &Procedure{
			ID: "shot", Version: 2, Sides: []Side{Left}, Diary: true, Minutes: Minutes{Procedure: Range{Low: 5, High: 10}},
			Steps: []Step{{ID: "eat", Part: Preparation, When: Timing{Kind: Offset, Amount: Amount{N: 1, Unit: DayUnit}}, OnlyIf: Condition{"purpose": {"test"}}}},
		}, &Words{
			Language: "en", Title: "Shot", Names: []string{"jab", "needle"},
			Steps: map[string]StepWords{"eat": {Text: "Eat."}, "rest": {Text: "Rest."}}, Diary: &DiaryWords{Title: "Pain", Columns: []string{"Day 1"}},
		}
}

func TestFingerprintTellsWordsApart(t *testing.T) {
	p, w := fingerprinted()
	first := Fingerprint(p, w)
	for range 20 {
		if p, w := fingerprinted(); Fingerprint(p, w) != first {
			t.Fatal("the same words have two fingerprints")
		}
	}
	seen := map[string]string{first: "nothing"}
	for name, change := range map[string]func(*Procedure, *Words){
		"a comma":              func(_ *Procedure, w *Words) { w.Title = "Shot," },
		"a letter moved over":  func(_ *Procedure, w *Words) { w.Names = []string{"jabn", "eedle"} },
		"two names made one":   func(_ *Procedure, w *Words) { w.Names = []string{"jabneedle"} },
		"a step's words":       func(_ *Procedure, w *Words) { w.Steps["eat"] = StepWords{Text: "Eat"} },
		"more, not text":       func(_ *Procedure, w *Words) { w.Steps["eat"] = StepWords{More: "Eat."} },
		"another step":         func(_ *Procedure, w *Words) { w.Steps["go"] = StepWords{Text: "Go."} },
		"the words of another": func(_ *Procedure, w *Words) { w.Steps["eat"], w.Steps["rest"] = w.Steps["rest"], w.Steps["eat"] },
		"no diary":             func(_ *Procedure, w *Words) { w.Diary = nil },
		"a number":             func(p *Procedure, _ *Words) { p.Minutes.Procedure = Range{Low: 10, High: 5} },
		"a time":               func(p *Procedure, _ *Words) { p.Steps[0].When.Amount.N = 2 },
		"a condition":          func(p *Procedure, _ *Words) { p.Steps[0].OnlyIf = Condition{"purpose": {"test", "treatment"}} },
		"a flag":               func(p *Procedure, _ *Words) { p.Diary = false },
	} {
		p, w := fingerprinted()
		change(p, w)
		print := Fingerprint(p, w)
		if other, taken := seen[print]; taken {
			t.Errorf("%s and %s have one fingerprint", name, other)
		}
		seen[print] = name
	}
}

// A save counts the version up, also for the languages whose words stay as they are.
func TestTheVersionIsNoPartOfTheFingerprint(t *testing.T) {
	p, w := fingerprinted()
	want := Fingerprint(p, w)
	p.Version, p.Format, w.Version, w.Format = 9, 2, 9, 2
	if Fingerprint(p, w) != want || p.Version != 9 || w.Version != 9 {
		t.Error("the same words of another version have another fingerprint, or the version was lost")
	}
}

func TestACodesFingerprint(t *testing.T) {
	c := Code{System: "CPT", Number: "27096", Status: CodeCurrent, Setting: []Setting{Office}, Global: "000"}
	first := c.Fingerprint()
	c.Checked, c.Sources = civil.Date{Year: 2026, Month: 1, Day: 2}, []string{"cms"}
	if c.Fingerprint() != first {
		t.Error("the day of a check changes what was checked")
	}
	for name, change := range map[string]func(*Code){
		"its number": func(c *Code) { c.Number = "27097" }, "its status": func(c *Code) { c.Status = CodeRetired },
		"where it is billed": func(c *Code) { c.Setting = nil }, "its global period": func(c *Code) { c.Global = "010" },
	} {
		other := c
		if change(&other); other.Fingerprint() == first {
			t.Errorf("%s changes, and the fingerprint does not", name)
		}
	}
}

// A program that knows one field more has the fingerprints of before, as long as
// nothing stands in it.
func TestWhatIsEmptyLeavesNoMark(t *testing.T) {
	p, w := fingerprinted()
	want := Fingerprint(p, w)
	p.Options, p.Codes, w.Events, w.Questions = []Option{}, []Code{}, map[string]string{}, []Question{}
	if Fingerprint(p, w) != want {
		t.Error("an empty list is not the same as none")
	}
	old := struct{ Text string }{"Eat."}
	grown := struct{ Text, Picture string }{Text: "Eat."}
	if printOf(old) != printOf(grown) {
		t.Error("a new field changes the fingerprint of words that do not have it")
	}
}

func printOf(v any) string {
	var d digest
	d.value(reflect.ValueOf(v))
	return string(d.bytes)
}

func BenchmarkFingerprint(b *testing.B) {
	p, w := fingerprinted()
	for b.Loop() {
		Fingerprint(p, w)
	}
}
