package paper

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deskleaf/app/clinic"
	"deskleaf/app/cost"
	"deskleaf/app/cost/gfe"
	"deskleaf/app/sheet"
	"deskleaf/assets/goldentest"
	"deskleaf/content/civil"
	"deskleaf/content/phrases"
)

var today = civil.Date{Year: 2026, Month: 11, Day: 24}

// clinicHere is a clinic with a whole letterhead.
func clinicHere() *clinic.Clinic {
	return &clinic.Clinic{Facts: clinic.Facts{
		Name: "Riverside Spine & Joint", Address: "12 Main Street, Springfield, IL 62701",
		Phones: clinic.Phones{Day: "2175550142", AnyHour: "2175550199"},
	}}
}

// form is an estimate with everything in it.
func form(language string) gfe.Form {
	return gfe.Form{
		Language: language, Scheduled: civil.Date{Year: 2026, Month: 11, Day: 23}, Date: civil.Date{Year: 2026, Month: 12, Day: 10},
		Patient: gfe.Patient{Name: "Ana Ruiz", Born: civil.Date{Year: 1961, Month: 5, Day: 4}, Number: "4711", Phone: "(217) 555-0123", Email: "ana@example.com", Prefers: "phone"},
		Service: "An injection into the right sacroiliac joint", Diagnoses: []gfe.Diagnosis{{Code: "M53.3", Words: "pain of that joint"}},
		Providers: []gfe.Provider{
			{Name: "Dr. Li", Kind: "doctor", Place: "12 Main Street, Springfield", State: "IL", Phone: "(217) 555-0142", NPI: "1234567893", TIN: "12-3456789",
				Charges: []gfe.Line{{Service: "The injection", Code: "27096", Diagnosis: "M53.3", Quantity: 1, Charge: new(cost.Cents(450_00))},
					{Service: "Medicine", Code: "J1010", Date: civil.Date{Year: 2026, Month: 12, Day: 11}, Quantity: 40, Charge: new(cost.Cents(12_40))}}},
			{Name: "Lake Center", Kind: "facility", Place: "9 Lake Road, Springfield, IL", State: "IL", NPI: "1245319599", TIN: "987654321",
				Charges: []gfe.Line{{Service: "The room", Code: "G0260", Charge: new(cost.Cents(1100_00))}}},
		},
		Others: []gfe.Other{{Name: "Prairie Group", For: "anesthesia"}}, Separate: []gfe.Separate{{Service: "Therapy", When: "after"}},
	}
}

// pages lays a sheet out, and complains of what did not fit.
func pages(t *testing.T, s sheet.Sheet, err error) *sheet.Pages {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	p, err := sheet.Paginate(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range p.Complaints {
		t.Error(c)
	}
	return p
}

func TestGoodFaithPages(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		s, err := GoodFaith(form(language), clinicHere(), today)
		goldentest.Hold(t, "testdata/good-faith-"+language+".txt", pages(t, s, err).Plain())
	}
}

// TestGoodFaithSaysWhatTheRuleAsks holds each element of 45 CFR 149.610(c)(1) in
// every language: what comes from the form, and the notices.
func TestGoodFaithSaysWhatTheRuleAsks(t *testing.T) {
	for _, language := range phrases.Languages() {
		s, err := GoodFaith(form(language), clinicHere(), today)
		text := strings.Join(strings.Fields(pages(t, s, err).Plain()), " ")
		p, err := phrases.In(language)
		if err != nil {
			t.Fatal(err)
		}
		needs := []string{
			"Ana Ruiz", p.Printed(form("").Patient.Born), "An injection into the right sacroiliac joint", p.Date(form("").Date),
			"M53.3", "27096", "J1010", "G0260", "$450.00", "$12.40", "$1,100.00", "$462.40", "$1,562.40",
			"Dr. Li", "1234567893", "12-3456789", "Lake Center", "1245319599", "987654321", "12 Main Street, Springfield, IL", "9 Lake Road, Springfield, IL",
			"Therapy", p.GoodFaith.SeparateNote, "Prairie Group", p.GoodFaith.OthersNote,
			"$400", "120", "www.cms.gov/nosurprises", "1-800-985-3059", "CPT",
		}
		needs = slices.Concat(needs, p.GoodFaith.Notice, p.GoodFaith.Disputes)
		for _, need := range needs {
			if !strings.Contains(text, strings.Join(strings.Fields(need), " ")) {
				t.Errorf("%s: %q is not on the pages", language, need)
			}
		}
		if len(p.GoodFaith.Notice) != 3 || len(p.GoodFaith.Disputes) < 4 {
			t.Errorf("%s has %d notices and %d lines on disputes", language, len(p.GoodFaith.Notice), len(p.GoodFaith.Disputes))
		}
		if strings.Contains(text, p.GoodFaith.Draft) {
			t.Errorf("%s: a whole form is a draft", language)
		}
	}
}

// TestGoodFaithDraft says on the page that it is not whole, and has lines where
// something is missing.
func TestGoodFaithDraft(t *testing.T) {
	s, err := GoodFaith(gfe.Form{Providers: []gfe.Provider{{Charges: []gfe.Line{{}}}}}, &clinic.Clinic{}, today)
	if text := pages(t, s, err).Plain(); !strings.Contains(text, "DRAFT") || !strings.Contains(text, "____") {
		t.Errorf("a form of nothing gives\n%s", text)
	}
}

// TestGoodFaithOpensAgain: the saved PDF carries its data.
func TestGoodFaithOpensAgain(t *testing.T) {
	s, err := GoodFaith(form("en"), clinicHere(), today)
	pdf, err := pages(t, s, err).PDF()
	if err != nil {
		t.Fatal(err)
	}
	got, err := gfe.Read("saved.pdf", pdf)
	if err != nil {
		t.Fatal(err)
	}
	want := form("en")
	want.Format, want.Made = gfe.Format, today
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("opened again (-saved +opened):\n%s", diff)
	}
}
