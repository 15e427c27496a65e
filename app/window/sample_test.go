package window

import (
	"fmt"

	"deskleaf/app/clinic"
	"deskleaf/content"
	"deskleaf/content/file"
	"deskleaf/content/find"
	"deskleaf/content/library"
)

// sampleFacts are the facts of a clinic that has filled in everything.
func sampleFacts() clinic.Facts {
	return clinic.Facts{
		Name: "Maple Street Spine & Joint", Address: "12 Maple Street, Springfield, IL 62701",
		Phones:  clinic.Phones{Day: "(217) 555-0142", AnyHour: "(217) 555-0199"},
		Arrive:  30,
		Doctors: []clinic.Doctor{{ID: "ruiz", Name: "Dr. Ana Ruiz"}, {ID: "okafor", Name: "Dr. Ben Okafor"}},
		Places:  []clinic.Place{{ID: "main", Name: "Main Street", Address: "12 Main Street"}, {ID: "north", Name: "North side", Arrive: 45}},
	}
}

// shelf is a library of books made by hand, which no change of the real one can
// disturb.
type shelf []*library.Book

func (s shelf) Entries() []find.Entry {
	var all []find.Entry
	for _, b := range s {
		w := b.Words["en"]
		e := find.Entry{ID: b.Procedure.ID, Title: w.Title, Short: w.Short, Names: w.Names, Category: b.Procedure.Category}
		for _, c := range b.Procedure.Codes {
			e.Codes = append(e.Codes, find.Code{Number: c.Number, Status: string(c.Status), Primary: c.Primary})
		}
		all = append(all, e)
	}
	return all
}

func (s shelf) Book(id string) (*library.Book, file.Complaints, error) {
	for _, b := range s {
		if b.Procedure.ID == id {
			return b, nil, nil
		}
	}
	return nil, nil, fmt.Errorf("open procedure %q: %w", id, library.ErrUnknown)
}

func (s shelf) Blanks() content.Blanks {
	return content.Blanks{
		"drive-wait": {ID: "drive-wait", Type: content.DurationBlank, Scopes: []content.Scope{content.VisitScope, content.ProcedureScope},
			Question: map[string]string{"en": "How long must the patient not drive?"}},
		"arrive-by": {ID: "arrive-by", Type: content.ClockBlank, Scopes: []content.Scope{content.ClinicScope},
			Question: map[string]string{"en": "When do the doors open?"}},
	}
}

func (s shelf) ByCode(number string) []library.CodeMatch {
	var found []library.CodeMatch
	for _, e := range s.Entries() {
		for _, c := range e.Codes {
			if c.Number == number {
				found = append(found, library.CodeMatch{Entry: e, Code: c})
			}
		}
	}
	return found
}

func (s shelf) Complaints() file.Complaints { return nil }

func (s shelf) Bilateral(code string) string {
	for _, b := range s {
		if c, ok := b.Procedure.Code(code); ok {
			return c.Bilateral
		}
	}
	return ""
}

func (s shelf) Editions() []*library.Book { return s }

// sample is an injection with a side, an option, blanks and two languages, and a
// test with nothing of the kind.
func sample() shelf { return shelf{injection(), scope()} }

func injection() *library.Book {
	timing := func(text string) content.Timing {
		t, err := content.ParseTiming(text)
		if err != nil {
			panic(err)
		}
		return t
	}
	p := content.Procedure{
		ID: "si-joint-injection", Version: 3, Category: "spine", Sides: []content.Side{content.Left, content.Right, content.Both},
		Minutes: content.Minutes{Procedure: content.Range{Low: 30, High: 30}}, Ride: content.RideYes, Home: content.SameDay,
		Options: []content.Option{{ID: "purpose", Choices: []string{"test", "treatment"}}},
		Steps: []content.Step{
			{ID: "medicines", Part: content.Preparation, Essential: true, When: timing("now"), Icon: "medicine"},
			{ID: "driver", Part: content.Preparation, Essential: true, When: timing("2 days before"), Icon: "ride"},
			{ID: "diary", Part: content.Preparation, When: timing("visit day"), Icon: "write", OnlyIf: content.Condition{"purpose": {"test"}}},
			{ID: "chart", Part: content.Preparation, Audience: content.Staff, When: timing("1 day before")},
			{ID: "drive", Part: content.Aftercare, Essential: true, When: timing("until {drive-wait} after"), Icon: "no-drive"},
		},
		Signs:     []content.Sign{{ID: "fever", Box: content.BoxCall, Essential: true}},
		AskBefore: []content.AskRow{{ID: "blood-thinner", Nurse: true}},
		Codes: []content.Code{
			{System: "CPT", Number: "27096", Status: content.CodeCurrent, Primary: true},
			{System: "CPT", Number: "20957", Status: content.CodeDisputed, Instead: []string{"27096"}},
		},
		Sources: []content.Source{{ID: "a", Title: "A source", URL: "https://example.org/a"}},
	}
	en := &content.Words{
		Language: "en", Title: "Sacroiliac (SI) joint injection", Short: "SI joint injection", Noun: "Injection",
		Summary: "Numbing medicine in the joint between the spine and the hip.", Names: []string{"low back shot"},
		Handout: map[content.Part]content.HandoutWords{
			content.Preparation: {Title: "Get ready for your injection"}, content.Aftercare: {Title: "After your injection"},
		},
		Sections: content.Sections{Why: []string{"Low back pain", "Swelling in the joint"}, FollowUp: []string{"Call us after a week"}},
		Steps: map[string]content.StepWords{
			"medicines": {Text: "**Tell us your medicines.**", More: "All of them."},
			"driver":    {Text: "**Ask an adult to drive you.**"},
			"diary":     {Text: "Write down your pain."},
			"chart":     {Text: "Check the chart."},
			"drive":     {Text: "**Do not drive.**"},
		},
		Signs:     map[string]string{"fever": "You have a **fever**."},
		AskBefore: map[string]string{"blood-thinner": "Do you take a blood thinner?"},
		Options: map[string]content.OptionWords{"purpose": {Name: "Purpose", Choices: map[string]content.ChoiceWords{
			"test": {Name: "Test", If: "For a test shot:"}, "treatment": {Name: "Treatment", If: "For a treatment shot:"},
		}}},
		CodeNotice: "Some references list 20957. This injection is 27096.",
		Codes:      map[string]string{"27096": "the injection", "20957": "a bone graft"},
		Questions:  []content.Question{{Ask: "Does it hurt?", Answer: "A little."}},
	}
	es := *en
	es.Language, es.Title, es.Short = "es", "Inyección sacroilíaca", "Inyección sacroilíaca"
	return &library.Book{Procedure: p, Words: map[string]*content.Words{"en": en, "es": &es}, Missing: map[string][]string{}}
}

func scope() *library.Book {
	p := content.Procedure{
		ID: "colonoscopy", Version: 1, Category: "bowel", Ride: content.RideYes,
		Steps: []content.Step{{ID: "fast", Part: content.Preparation, Essential: true, When: content.Timing{Kind: content.Now}}},
		Codes: []content.Code{{System: "CPT", Number: "45378", Status: content.CodeCurrent, Primary: true}},
	}
	en := &content.Words{
		Language: "en", Title: "Colonoscopy", Short: "Colonoscopy", Noun: "Test", Summary: "A look at the large bowel.",
		Handout: map[content.Part]content.HandoutWords{content.Preparation: {Title: "Get ready for your colonoscopy"}},
		Steps:   map[string]content.StepWords{"fast": {Text: "**Do not eat.**"}},
	}
	return &library.Book{Procedure: p, Words: map[string]*content.Words{"en": en}, Missing: map[string][]string{}}
}
