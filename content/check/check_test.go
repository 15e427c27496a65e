package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"deskleaf/content"
	"deskleaf/content/check"
	"deskleaf/content/civil"
	"deskleaf/content/library"
)

// sample is a procedure without a fault, with its words in English and Spanish.
func sample() (*content.Procedure, map[string]*content.Words) {
	p := &content.Procedure{
		ID: "knee", Version: 1, Category: "joints",
		Minutes: content.Minutes{Procedure: content.Range{Low: 10, High: 20}, Building: content.Range{Low: 30, High: 60}},
		Steps: []content.Step{
			{ID: "bring", Part: content.Preparation, When: content.Timing{Kind: content.Now}, Sources: []string{"a"}},
			{ID: "rest", Part: content.Aftercare, When: content.Timing{Kind: content.RestOfDay}, Sources: []string{"a"}},
			{ID: "staff", Part: content.Aftercare, Audience: content.Staff, When: content.Timing{Kind: content.Now}, Sources: []string{"a"}},
		},
		Signs: []content.Sign{
			{ID: "fever", Box: content.BoxCall, Essential: true, Sources: []string{"a"}},
			{ID: "chest", Box: content.BoxEmergency, Essential: true, Sources: []string{"a"}},
		},
		Codes: []content.Code{{System: "CPT", Number: "20610", Status: content.CodeCurrent, Primary: true, Global: "000", Bilateral: "1", Multiple: "2",
			Sources: []string{"a"}, Checked: civil.Date{Year: 2026, Month: 11, Day: 23}, CheckAgain: civil.Date{Year: 2027, Month: 1, Day: 4}}},
		Bills:   []content.Bill{{Setting: content.Hospital, Who: content.Doctor, Codes: []string{"20610"}}, {Setting: content.Hospital, Who: content.Facility}},
		Sources: []content.Source{{ID: "a", Title: "A"}},
	}
	words := func(language, title, bring, rest, staff, fever, chest string) *content.Words {
		return &content.Words{Language: language, Title: title, Short: title, Noun: title, Summary: title + ".",
			Handout: map[content.Part]content.HandoutWords{content.Preparation: {Title: title}, content.Aftercare: {Title: title}},
			Steps:   map[string]content.StepWords{"bring": {Text: bring}, "rest": {Text: rest}, "staff": {Text: staff}},
			Signs:   map[string]string{"fever": fever, "chest": chest}}
	}
	return p, map[string]*content.Words{
		"en": words("en", "Knee injection", "**Bring** your ID.", "If it hurts, use ice for 20 minutes.", "Tell the patient when to call.", "fever", "chest pain"),
		"es": words("es", "Inyección en la rodilla", "**Traiga** su identificación.", "Si le duele, póngase hielo 20 minutos.", "Dígale al paciente cuándo llamar.", "fiebre", "dolor de pecho"),
	}
}

func TestASoundProcedureHasNoFinding(t *testing.T) {
	p, words := sample()
	found := check.Facts(p, words["en"])
	for _, w := range words {
		found = append(found, check.Words(p, w)...)
	}
	for _, f := range found {
		t.Errorf("%s: %s", f.Path, f.What)
	}
}

// TestWords tells what a line may not say: the words that the finding points at,
// how much it counts, and a part of what is told.
func TestWords(t *testing.T) {
	const english, spanish = "en", "es"
	cases := []struct {
		language, line, at string
		weight             check.Weight
		what               string
	}{
		{english, "Rest, and stop aspirin.", "stop", check.Refusal, `"stop" with "aspirin"`},
		{english, "Descanse y suspenda la aspirina.", "suspenda", check.Refusal, `"suspenda" with "aspirina"`},
		{english, "It is covered.", "covered", check.Mistake, "promises"},
		{english, "Your insurance will pay for it.", "insurance will pay", check.Mistake, "promises"},
		{english, "This is completely safe.", "completely safe", check.Mistake, "promises"},
		{english, "Rest as directed.", "as directed", check.Advice, "guess"},
		{english, "Call us with unusual symptoms.", "unusual symptoms", check.Advice, "guess"},
		{english, "Rest if necessary.", "if necessary", check.Advice, "guess"},
		{spanish, "Descanse según las indicaciones.", "según las indicaciones", check.Advice, "guess"},
		{spanish, "Descanse si es necesario.", "si es necesario", check.Advice, "guess"},
		{spanish, "Llame si tiene síntomas raros.", "síntomas raros", check.Advice, "guess"},
		{english, "You may see a hematoma.", "hematoma", check.Advice, "trade"},
		{spanish, "Puede salir un hematoma.", "hematoma", check.Advice, "trade"},
		{english, "Wait 30 and then go.", "30", check.Advice, "no unit"},
		{spanish, "Espere 30 y luego salga.", "30", check.Advice, "no unit"},
		{english, strings.Repeat("walk ", 21) + ".", "walk", check.Advice, "21 words"},
	}
	for _, tt := range cases {
		p, words := sample()
		w := words[tt.language]
		w.Sections.Why = []string{"It may help.", tt.line}
		found := check.Words(p, w)
		if len(found) != 1 {
			t.Errorf("%q: %d findings: %+v", tt.line, len(found), found)
			continue
		}
		f := found[0]
		if f.Path != "sections.why[1]" || !strings.HasPrefix(tt.line[f.At:], tt.at) || f.Weight != tt.weight || !strings.Contains(f.What, tt.what) {
			t.Errorf("%q: %+v, want %q at %q", tt.line, f, tt.what, tt.at)
		}
	}
}

// TestPromises holds promises of coverage and safety to what brings people to
// believe them.
func TestPromises(t *testing.T) {
	for _, line := range []string{
		"Your plan covers this.", "It is fully covered by Medicare.", "Your insurance will pay.", "Medicare always pays.", "Insurance will always cover it.", "It is free of charge.", "There is no cost to you.",
		"You will not pay anything.", "You pay nothing.", "This is safe.", "It is very safe.", "There is no risk.", "It has no side effects.", "The shot is painless.", "It won't hurt.",
		"You will not feel anything.", "You will feel no pain.", "We guarantee it.", "Relief is guaranteed.", "It always works.", "This will cure you.", "If you are over 45, it is covered.",
		"Su seguro lo cubre.", "Está cubierto por Medicare.", "Su plan pagará todo.", "Es gratis.", "Sin ningún costo.", "No paga nada.", "Es totalmente seguro.", "Es muy seguro.", "No hay riesgo.",
		"Sin riesgos.", "Es indoloro.", "No duele.", "No le va a doler.", "No sentirá nada.", "Está garantizado.", "Siempre funciona.", "Se hace sin dolor.",
	} {
		p, words := sample()
		words["en"].Sections.Cost = []string{line}
		if !slices.ContainsFunc(check.Words(p, words["en"]), func(f check.Finding) bool { return f.Weight == check.Mistake }) {
			t.Errorf("passes: %q", line)
		}
	}
}

func TestSteps(t *testing.T) {
	for line, wrong := range map[string]string{
		"**Bring** your ID.": "", "Do not drive.": "", "**If you feel ill,** call us.": "", "No driving today.": "driving", "Your ID is needed.": "Your", "Please bring your ID.": "",
		"**If you have diabetes,** your doctor calls.": "your", "Bring the patient's ID.": "patient's", "When you come in, show your ID.": "",
	} {
		p, words := sample()
		words["en"].Steps["bring"] = content.StepWords{Text: line}
		findings(t, line, check.Words(p, words["en"]), wrong)
	}
	for line, wrong := range map[string]string{
		"**Traiga** su identificación.": "", "No maneje.": "", "Si se siente mal, llámenos.": "", "Pregúntele a su médico.": "", "Póngase ropa floja.": "", "Su identificación.": "Su",
		"Traiga la tarjeta del paciente.": "paciente", "Cuando llegue, muestre su tarjeta.": "", "No se bañe.": "",
	} {
		p, words := sample()
		words["es"].Steps["bring"] = content.StepWords{Text: line}
		findings(t, line, check.Words(p, words["es"]), wrong)
	}
}

// findings holds what was found in a line to one finding at a word, or none.
func findings(t *testing.T, line string, found []check.Finding, at string) {
	t.Helper()
	switch {
	case at == "" && len(found) > 0:
		t.Errorf("%q: %s", line, found[0].What)
	case at != "" && (len(found) != 1 || !strings.HasPrefix(line[found[0].At:], at)):
		t.Errorf("%q: %+v, want one at %q", line, found, at)
	}
}

// TestReading holds the formulas to a text that was counted by hand, and a page
// that is too hard to its bounds.
func TestReading(t *testing.T) {
	p, words := sample()
	w := words["en"]
	w.Steps["bring"] = content.StepWords{Text: "Bring your card. Medicine can help."} // 6 words, 8 syllables, 1 long
	var c check.Checker
	r, ok := c.Words(p, w).Readings["handout.preparation"]
	if want := (check.Reading{Sentences: 2, Words: 6, Syllables: 8, Long: 1}); !ok || r != want {
		t.Errorf("counted %+v, want %+v", r, want)
	}
	for name, got := range map[string][2]float64{"grade": {r.Grade(), 1.31}, "SMOG": {r.SMOG(), 7.17}, "INFLESZ": {r.Inflesz(), 120.77}} {
		if d := got[0] - got[1]; d > 0.01 || d < -0.01 {
			t.Errorf("%s is %.3f, want %.2f", name, got[0], got[1])
		}
	}
	// A drug's name and the procedure's own do not count.
	w.Steps["bring"] = content.StepWords{Text: "Bring your card. Medicine can help after an injection of amoxicillin."}
	if r := c.Words(p, w).Readings["handout.preparation"]; r.Long != 1 || r.Words != 9 {
		t.Errorf("with names: %+v", r)
	}
	hard := strings.Repeat("Hospitals administer considerable quantities of medication. ", 12)
	w.Steps["bring"] = content.StepWords{Text: "Bring it.", More: hard}
	told := 0
	for _, f := range check.Words(p, w) {
		if f.Path == "handout.preparation.title" && strings.Contains(f.Hint, "considerable (12)") {
			told++
		}
	}
	if told != 2 {
		t.Errorf("a hard page has %d findings by formula, want two", told)
	}
	es := words["es"]
	es.Steps["bring"] = content.StepWords{Text: "Traiga todo.", More: strings.Repeat("Los establecimientos hospitalarios administran medicamentos extraordinariamente diversos. ", 12)}
	if !slices.ContainsFunc(check.Words(p, es), func(f check.Finding) bool { return strings.Contains(f.What, "INFLESZ") }) {
		t.Error("a hard Spanish page passes")
	}
}

// TestQuestionAndAnswer holds that two harmless lines give no order together.
func TestQuestionAndAnswer(t *testing.T) {
	p, words := sample()
	for answer, refused := range map[string]bool{"Yes, 5 days before.": true, "Yes. Stop it 5 days before.": true, "Ask us and the doctor who ordered it.": false} {
		words["en"].Questions = []content.Question{{Ask: "Should I stop my blood thinner?", Answer: answer}}
		if found := check.Words(p, words["en"]); refused != (len(found) > 0 && found[0].Weight == check.Refusal && found[0].Path == "questions[0].answer") {
			t.Errorf("%q: %+v", answer, found)
		}
	}
}

// TestFacts spoils a sound procedure in one way each.
func TestFacts(t *testing.T) {
	cases := []struct {
		name  string
		spoil func(p *content.Procedure)
		path  string
	}{
		{"no 911 box", func(p *content.Procedure) { p.Signs = p.Signs[:1] }, "signs"},
		{"no call box", func(p *content.Procedure) { p.Signs = p.Signs[1:] }, "signs"},
		{"a 911 box only with an option", func(p *content.Procedure) { p.Signs[1].OnlyIf = content.Condition{"x": {"y"}} }, "signs"},
		{"a sign of danger that may be left out", func(p *content.Procedure) { p.Signs[0].Essential = false }, "signs[0]"},
		{"an injection with the global period of an operation", func(p *content.Procedure) { p.Codes[0].Global = "090" }, "codes[0].global"},
		{"an unknown global period", func(p *content.Procedure) { p.Codes[0].Global = "10" }, "codes[0].global"},
		{"an unknown bilateral indicator", func(p *content.Procedure) { p.Codes[0].Bilateral = "8" }, "codes[0].bilateral"},
		{"a CPT number under HCPCS", func(p *content.Procedure) { p.Codes[0].System = "HCPCS" }, "codes[0].system"},
		{"a retired code as the procedure's own", func(p *content.Procedure) {
			p.Codes = append(p.Codes, content.Code{System: "CPT", Number: "20957", Status: content.CodeRetired, Primary: true, Instead: []string{"20610"}, Sources: []string{"a"}})
		}, "codes[1].primary"},
		{"instead of it a code that is not there", func(p *content.Procedure) {
			p.Codes = append(p.Codes, content.Code{System: "CPT", Number: "20957", Status: content.CodeRetired, Instead: []string{"20611"}, Sources: []string{"a"}})
		}, "codes[1].instead[0]"},
		{"checked again before it was checked", func(p *content.Procedure) { p.Codes[0].CheckAgain = p.Codes[0].Checked }, "codes[0].check_again"},
		{"never checked", func(p *content.Procedure) { p.Codes[0].Checked, p.Codes[0].CheckAgain = civil.Date{}, civil.Date{} }, "codes[0]"},
		{"a facility's bill in an office", func(p *content.Procedure) {
			p.Bills = append(p.Bills, content.Bill{Setting: content.Office, Who: content.Facility})
		}, "bills[2].who"},
		{"a facility's code in an office", func(p *content.Procedure) {
			p.Codes[0].Setting = []content.Setting{content.Hospital}
			p.Bills = append(p.Bills, content.Bill{Setting: content.Office, Who: content.Doctor, Codes: []string{"20610"}})
		}, "bills[2].codes[0]"},
		{"no bill of the hospital", func(p *content.Procedure) { p.Bills = p.Bills[:1] }, "bills[0]"},
		{"a price from nowhere", func(p *content.Procedure) { p.Price.Reference = content.Range{Low: 1, High: 2} }, "price"},
		{"a distribution that falls", func(p *content.Procedure) {
			p.Price = content.Price{Source: "s", Date: civil.Date{Year: 2026, Month: 1, Day: 1}, Posted: []content.PostedPrice{{Code: "20610", Hospitals: 2, P10: 5, P25: 4, Median: 6, P75: 7, P90: 8}}}
		}, "price.posted[0]"},
		{"a price of another code", func(p *content.Procedure) {
			p.Price = content.Price{Source: "s", Date: civil.Date{Year: 2026, Month: 1, Day: 1}, Posted: []content.PostedPrice{{Code: "20611", Hospitals: 2, P10: 3, P25: 4, Median: 6, P75: 7, P90: 8}}}
		}, "price.posted[0].code"},
		{"a step without a source", func(p *content.Procedure) { p.Steps[1].Sources = nil }, "steps[1]"},
		{"a stay shorter than the procedure", func(p *content.Procedure) { p.Minutes.Building = content.Range{Low: 5, High: 15} }, "minutes.building"},
		{"an option about the ride that is not there", func(p *content.Procedure) { p.Ride = content.RideOption }, "ride"},
	}
	for _, tt := range cases {
		p, words := sample()
		tt.spoil(p)
		if found := check.Facts(p, words["en"]); len(found) != 1 || found[0].Path != tt.path {
			t.Errorf("%s: %+v, want one finding at %s", tt.name, found, tt.path)
		}
	}
	// Without aftercare no box is missed.
	p, words := sample()
	p.Signs, p.Steps = nil, p.Steps[:1]
	if found := check.Facts(p, words["en"]); len(found) > 0 {
		t.Errorf("preparation alone: %+v", found)
	}
}

func TestTogether(t *testing.T) {
	p, words := sample()
	other, otherWords := sample()
	other.ID = "hip"
	for language, title := range map[string]string{"en": "Colonoscopy", "es": "Colonoscopia"} {
		otherWords[language].Title, otherWords[language].Short = title, title
	}
	otherWords["en"].Names = []string{"colon check", "Knee injection"}
	otherWords["es"].Misspelled = []string{"colonoscopía", "colposcopia"}
	facts, told := check.Together([]check.Told{{Procedure: p, Words: words}, {Procedure: other, Words: otherWords}})
	if got := facts["hip"]; len(got) != 1 || got[0].Path != "codes[0].primary" || !strings.Contains(got[0].What, `"knee"`) || len(facts["knee"]) > 0 {
		t.Errorf("a code of two: %+v", facts)
	}
	for language, path := range map[string]string{"en": "names[1]", "es": "misspelled[1]"} {
		if got := told["hip"][language]; len(got) != 1 || got[0].Path != path {
			t.Errorf("names in %s: %+v, want one finding at %s", language, got, path)
		}
	}
	if len(told["knee"]) > 0 {
		t.Errorf("names of the other: %+v", told["knee"])
	}
}

// What only the window shows may be a little harder than a page, and no more.
func TestSectionsAreHeldToALooserBound(t *testing.T) {
	p, words := sample()
	easy := "The shot may hurt. A sore knee is common for 1 to 2 days."
	middling := "The knee may swell and be sore for a day or 2, and most people can walk and go to work again soon after."
	hard := "Complications including infection, hemorrhage, and neurological deterioration necessitate immediate medical evaluation."
	for text, want := range map[string]int{easy: 0, middling: 0, hard: 1} {
		words["en"].Sections.Risks = slices.Repeat([]string{text}, 6)
		found := 0
		for _, f := range check.Words(p, words["en"]) {
			if f.Path == "sections.risks[0]" && strings.Contains(f.What, "lines of this section together") {
				found++
				if f.Weight != check.Advice || !strings.Contains(f.What, "grade") {
					t.Errorf("%q: %+v", text, f)
				}
			}
		}
		if found != want {
			t.Errorf("%q: %d findings", text, found)
		}
	}
}

// A number that a translation changes is found; one that it writes as a word may be.
func TestATranslationSaysTheSameNumbers(t *testing.T) {
	p, words := sample()
	en, es := words["en"], words["es"]
	if got := check.Translated(en, es); len(got) > 0 {
		t.Fatalf("a faithful one: %+v", got)
	}
	en.Signs["fever"], es.Signs["fever"] = "fever of 100.4 °F for 24 hours, or a week of {drive-wait}", "fiebre de 100.4 °F por 48 horas, o 1 semana de {drive-wait}"
	got := check.Translated(en, es)
	if len(got) != 2 || got[0].Path != "signs.fever" || got[0].Weight != check.Advice || !strings.Contains(got[0].What+got[1].What, "24") || !strings.Contains(got[0].What+got[1].What, "48") {
		t.Errorf("found %+v", got)
	}
	es.Signs["fever"] = "fiebre de 100.4 °F por 24 horas"
	if got := check.Translated(en, es); len(got) != 1 || !strings.Contains(got[0].What, "{drive-wait}") {
		t.Errorf("a blank that is missing: %+v", got)
	}
	if check.Translated(nil, es) != nil || check.Translated(en, en) != nil {
		t.Errorf("%s is a translation of itself", p.ID)
	}
}

func TestSheetsThatGoTogether(t *testing.T) {
	p, words := sample()
	other, otherWords := sample()
	other.ID, other.Codes = "hip", nil
	p.PrintAlso, other.NotWith = []string{"hip", "elbow"}, []string{"knee"}
	facts, _ := check.Together([]check.Told{{Procedure: p, Words: words}, {Procedure: other, Words: otherWords}})
	got := facts["knee"]
	if len(got) != 2 || got[0].Path != "print_also[0]" || got[1].Path != "print_also[1]" || !strings.Contains(got[1].What, `"elbow"`) || len(facts["hip"]) > 0 {
		t.Errorf("found %+v", facts)
	}
	p.PrintAlso = []string{"knee", "hip", "hip"}
	if got := p.Problems(content.World{}); len(got) < 2 || !slices.ContainsFunc(got, func(f content.Problem) bool { return f.Path == "print_also[0]" }) || !slices.ContainsFunc(got, func(f content.Problem) bool { return f.Path == "print_also[2]" }) {
		t.Errorf("found %+v", got)
	}
}

// BenchmarkProcedure is the whole check of the longest procedure that ships, in
// both languages, as an editor runs it.
func BenchmarkProcedure(b *testing.B) {
	lib := library.Open("", "")
	longest, most := &library.Book{}, 0
	for _, e := range lib.Entries() {
		book, _, err := lib.Book(e.ID)
		if err != nil {
			b.Fatal(err)
		}
		if n := len(fmt.Sprint(book.Words["en"].Texts())); n > most {
			longest, most = book, n
		}
	}
	for b.Loop() {
		check.Facts(&longest.Procedure, longest.Words["en"])
		for _, w := range longest.Words {
			check.Words(&longest.Procedure, w)
		}
	}
}
