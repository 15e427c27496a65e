package gfe

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deskleaf/app/cost"
	"deskleaf/app/sheet/tagged"
	"deskleaf/content"
	"deskleaf/content/civil"
)

func day(t *testing.T, text string) civil.Date {
	t.Helper()
	var d civil.Date
	if err := d.UnmarshalText([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestDueDate counts business days over weekends and holidays: November 26, 2026
// is Thanksgiving, and July 4, 2026 is a Saturday, observed on Friday the 3rd.
func TestDueDate(t *testing.T) {
	tests := []struct{ name, scheduled, service, requested, want string }{
		{"far ahead, over Thanksgiving", "2026-11-23", "2026-12-10", "", "2026-11-27 far"},
		{"exactly ten business days ahead", "2026-11-02", "2026-11-17", "", "2026-11-05 far"}, // Veterans Day lies between
		{"nine business days ahead", "2026-11-02", "2026-11-16", "", "2026-11-03 ahead"},
		{"exactly three business days ahead", "2026-11-16", "2026-11-19", "", "2026-11-17 ahead"},
		{"two business days ahead", "2026-11-17", "2026-11-19", "", "close"},
		{"three days, one of them a holiday", "2026-11-24", "2026-11-27", "", "close"},
		{"the same day", "2026-11-17", "2026-11-17", "", "close"},
		{"due over a weekend", "2026-11-20", "2026-11-25", "", "2026-11-23 ahead"},
		{"scheduled on a Saturday", "2026-11-21", "2026-12-10", "", "2026-11-25 far"},
		{"due over an observed holiday", "2026-07-02", "2026-07-09", "", "2026-07-06 ahead"},
		{"asked only", "", "", "2026-11-24", "2026-11-30 requested"},
		{"asked, and scheduled too soon for the other rule", "2026-11-17", "2026-11-18", "2026-11-17", "2026-11-20 requested"},
		{"asked before it was scheduled", "2026-11-23", "2026-12-10", "2026-11-19", "2026-11-24 requested"},
		{"asked after it was scheduled", "2026-11-23", "2026-12-10", "2026-11-30", "2026-11-27 far"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			due, err := DueDate(Occasion{day(t, test.scheduled), day(t, test.service), day(t, test.requested)})
			if got := strings.TrimSpace(due.Day.String() + " " + string(due.Rule)); err != nil || got != test.want {
				t.Errorf("got %q, %v, want %q", got, err, test.want)
			}
			if !strings.Contains(due.String(), "149.610(b)(1)(vi)") {
				t.Errorf("%q does not name its paragraph", due)
			}
		})
	}
	for _, wrong := range [][3]string{
		{"2026-12-10", "2026-11-23", ""}, {"2026-11-23", "", ""}, {"", "2026-11-23", ""}, {"", "", ""}, {"2026-11-23", "2226-11-23", ""},
	} {
		var why *DateError
		if due, err := DueDate(Occasion{day(t, wrong[0]), day(t, wrong[1]), day(t, wrong[2])}); !errors.As(err, &why) || why.Hint() == "" {
			t.Errorf("%v gives %v, %v", wrong, due, err)
		}
	}
}

// whole is a form with everything in it.
func whole() Form {
	return Form{
		Format: Format, Language: "en", Made: civil.Date{Year: 2026, Month: 11, Day: 24},
		Scheduled: civil.Date{Year: 2026, Month: 11, Day: 23}, Date: civil.Date{Year: 2026, Month: 12, Day: 10},
		Patient: Patient{Name: "Ana (\"Annie\") Ruiz", Born: civil.Date{Year: 1961, Month: 5, Day: 4}},
		Service: "An injection: medicine into a joint", Diagnoses: []Diagnosis{{Code: "M53.3"}},
		Providers: []Provider{
			{Name: "Dr. Li", Kind: "doctor", Place: "12 Main Street", State: "IL", NPI: "1234567893", TIN: "12-3456789",
				Charges: []Line{{Service: "the injection", Code: "27096", Diagnosis: "M53.3", Quantity: 1, Charge: new(cost.Cents(450_00))},
					{Service: "medicine", Code: "J1010", Quantity: 40, Charge: new(cost.Cents(12_40))}}},
			{Name: "Lake Center", Kind: "facility", Place: "9 Lake Road", State: "IL", NPI: "1245319599", TIN: "987654321",
				Charges: []Line{{Service: "the room", Code: "G0260", Charge: new(cost.Cents(1100_00))}}},
		},
		Others: []Other{{Name: "Prairie", For: "anesthesia"}}, Separate: []Separate{{Service: "therapy", When: "after"}},
	}
}

// TestLacks takes one thing after the other away, and each is missed under its
// own paragraph.
func TestLacks(t *testing.T) {
	if lacks := whole().Lacks(); len(lacks) > 0 {
		t.Fatalf("a whole form lacks %v", lacks)
	}
	tests := []struct {
		take func(*Form)
		want string
	}{
		{func(f *Form) { f.Patient.Name = " " }, "patient.name (i)"},
		{func(f *Form) { f.Patient.Born = civil.Date{} }, "patient.born (i)"},
		{func(f *Form) { f.Service = "" }, "service (ii)"},
		{func(f *Form) { f.Date = civil.Date{} }, "date (ii)"},
		{func(f *Form) { f.Providers = nil }, "providers (iii)"},
		{func(f *Form) { f.Providers[1].Charges = nil }, "providers[1].charges (iii)"},
		{func(f *Form) { f.Providers[0].Charges[1].Service = "" }, "providers[0].charges[1].service (iii)"},
		{func(f *Form) { f.Providers[0].Charges[1].Code = "shot" }, "providers[0].charges[1].code (iv)"},
		{func(f *Form) { f.Providers[0].Charges[1].Charge = nil }, "providers[0].charges[1].charge (iv)"},
		{func(f *Form) { f.Providers[0].Charges[1].Charge = new(cost.Cents(0)) }, "providers[0].charges[1].charge (iv)"},
		{func(f *Form) { f.Diagnoses[0].Code = "back" }, "diagnoses[0].code (iv)"},
		{func(f *Form) { f.Providers[0].Name = "" }, "providers[0].name (v)"},
		{func(f *Form) { f.Providers[0].NPI = "1234567890" }, "providers[0].npi (v)"},
		{func(f *Form) { f.Providers[0].TIN = "12-34" }, "providers[0].tin (v)"},
		{func(f *Form) { f.Providers[0].State = "Illinois" }, "providers[0].state (v)"},
		{func(f *Form) { f.Providers[0].Place = "" }, "providers[0].place (v)"},
	}
	for _, test := range tests {
		f := whole()
		test.take(&f)
		lacks := f.Lacks()
		if len(lacks) != 1 || lacks[0].Path+" ("+lacks[0].Paragraph+")" != test.want {
			t.Errorf("got %v, want %s", lacks, test.want)
		}
	}
	f := whole()
	f.Diagnoses, f.Scheduled, f.Date = nil, civil.Date{}, civil.Date{}
	f.Providers[0].Charges[0].Diagnosis = ""
	if lacks := f.Lacks(); len(lacks) > 0 {
		t.Errorf("a form without a diagnosis, not scheduled yet, lacks %v", lacks)
	}
}

// TestFill takes one amount for each bill: with sides and discount, and nothing
// where only a range is known.
func TestFill(t *testing.T) {
	p := &content.Procedure{Codes: []content.Code{{Number: "27096", Primary: true, Bilateral: "1"}, {Number: "G0260", Bilateral: "9"}},
		Bills: []content.Bill{{Setting: content.Hospital, Who: content.Doctor, Codes: []string{"27096"}},
			{Setting: content.Hospital, Who: content.Facility, Codes: []string{"G0260"}}, {Setting: content.Hospital, Who: content.Laboratory, Maybe: true}}}
	c := cost.Case{Setting: content.Hospital, BothSides: true, Offer: cost.SelfPay{Discount: 10_00, Months: 6}, Prices: map[content.Biller]cost.Price{
		content.Doctor: {Range: cost.Exactly(400_00)}, content.Facility: {Range: cost.Range{Low: 900_00, High: 1000_00}},
	}}
	providers, others := Fill(c, p, func(code string) string { return "use of " + code })
	if len(providers) != 2 || len(others) != 1 || others[0].Who != content.Laboratory {
		t.Fatalf("got %+v and %+v", providers, others)
	}
	if line := providers[0].Charges[0]; line.Charge == nil || *line.Charge != 540_00 || line.Code != "27096" || line.Service != "use of 27096" {
		t.Errorf("the doctor's line is %+v", line)
	}
	if line := providers[1].Charges[0]; line.Charge != nil {
		t.Errorf("of a range, %v became the charge", *line.Charge)
	}
}

// TestReadAgain is a form, written and read.
func TestReadAgain(t *testing.T) {
	data, err := whole().Write()
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read("form", data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(whole(), got); diff != "" {
		t.Errorf("read again (-first +again):\n%s", diff)
	}
	if got.Total() != 1562_40 || got.Providers[0].Total() != 462_40 {
		t.Errorf("totals: %v and %v", got.Total(), got.Providers[0].Total())
	}
	if due, err := got.Due(); err != nil || due.Rule != FarAhead {
		t.Errorf("due %v, %v", due, err)
	}
}

// TestReadRefuses what is no form, with the place.
func TestReadRefuses(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"a wrong amount", "providers:\n  - charges:\n      - charge: 1.234,56\n", "3:17"},
		{"a wrong date", "date: soon\n", `"soon" is not a date`},
		{"a misspelled key", "pacient: {name: Ana}\n", "patient"},
		{"JSON with a range", `{"providers": [{"charges": [{"charge": "500-900"}]}]}`, "is not an amount"},
		{"a newer program's", "format: 99\n", "newer"},
		{"a PDF without a form", "%PDF-1.7\n", tagged.ErrNoAttachment.Error()},
		{"a huge file", strings.Repeat(" ", mostPDF+1), ErrTooLarge.Error()},
	}
	for _, test := range tests {
		if _, err := Read("form", []byte(test.data)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
	}
}

// TestCompare looks at each provider by itself: $399.99 above one and $400 above
// the other are one dispute, not two and not none.
func TestCompare(t *testing.T) {
	f := whole()
	list, unknown := f.Compare(map[string]cost.Cents{"dr. li": 862_39, "Lake Center": 1500_00, "Somebody": 1, "Anybody": 1})
	want := []Compared{{"Dr. Li", 462_40, 862_39, 399_99, false}, {"Lake Center", 1100_00, 1500_00, 400_00, true}}
	if diff := cmp.Diff(want, list); diff != "" {
		t.Errorf("compared (-want +got):\n%s", diff)
	}
	if len(unknown) != 2 || unknown[0] != "Anybody" {
		t.Errorf("unknown: %v", unknown)
	}
	if list, _ := f.Compare(map[string]cost.Cents{"Dr. Li": 100_00}); list[0].Above != 0 || list[0].Disputed {
		t.Errorf("a lower bill: %+v", list)
	}
	if got := DisputeBy(day(t, "2026-12-20")); got != day(t, "2027-04-19") {
		t.Errorf("the dispute must start by %v", got)
	}
}
