package day

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deskleaf/app/clinic"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/library"
)

// TestSchedule is a morning's schedule as a front desk has it: what prints, what is
// passed over, and what is in the way of which line.
func TestSchedule(t *testing.T) {
	rules := clinic.Schedules{}
	rules = TeachType(rules, "SIJ INJ R", sacroiliac, content.Right)
	rules = TeachType(rules, "NEW PT", nil, content.NoSide)
	rules.Doctors = map[string]string{"pa jones": Anyone}
	s := schedule(t, rules, `Riverside,,,,,,,
Schedule for Thu 12/10/2026,,,,,,,
Appt Date,Appt Time,Appt Type,Provider,Location,Lang,Patient Name,Status
12/10/2026,9:30 AM,SIJ INJ R,"RUIZ, ANA",Main Street clinic,English,"Doe, Jo",Confirmed
12/10/2026,10:00 AM,SIJ INJ LT,Ruiz,east,Spanish,José Núñez,
12/10/2026,10:30,27096-50,"Lee, S",,,,
12/10/2026,1030a,27096,Sam Lee,,,,
12/10/2026,,scope,,,,,
12/10/2026,11:00 AM,NEW PT,Ruiz,,,,
12/10/2026,11:00 AM,bowel scope,Ruiz,,,,CANCELLED
12/10/2026,1:00 PM,FLU SHOT,Ruiz,,,,
12/32/2026,1:00 PM,scope,Ruiz,,,,
11/24/2026,1:30,scope,PA Jones,,,,
11/23/2026,1:30,scope,,,,,
11/20/2026,1:30,scope,,,,,
12/10/2026,25:00,scope,Nobody,Nowhere,Klingon,,
12/10/2026,9,scope R,,,,,
12/10/2026,9,45378,,,,,
12/10/2026,2:15,20957 LT,,,,,
Total: 12 patients,,,,,,,
`)
	set := setting()
	set.Clinic.Schedules = rules
	want := `4: si-joint-injection right 2026-12-10T09:30 p ruiz main en Doe, Jo
5: si-joint-injection left 2026-12-10T10:00 p ruiz east es José Núñez
6: blocked; "Lee, S" is none of the clinic's doctors
7: si-joint-injection 2026-12-10T10:30 p lee en; no side
8: scope 2026-12-10 p en; no time
9: passed; "NEW PT" needs no sheet
10: passed; its status is "CANCELLED"
11: blocked; the appointment type "FLU SHOT" is not known
12: blocked; the day "12/32/2026": December 2026 has no day 32
13: scope 2026-11-24T13:30 p en; a step of the preparation was due before today
14: scope 2026-11-23T13:30 a en
15: scope 2026-11-20T13:30 a en; the visit is in the past
16: blocked; the time "25:00": there is no time 25:00; "Nobody" is none of the clinic's doctors; "Nowhere" is none of the clinic's places; there are no handouts in the language "Klingon"
17: blocked; Scope has no side "right"
18: scope 2026-12-10T09:00 p en
19: si-joint-injection left 2026-12-10T14:15 p en; the code 20957 is not the right one for this: references that are right name 27096, G0260
20: blocked; no procedure; the day "Total: 12 patients": "total" is not understood
`
	if diff := cmp.Diff(want, readAll(NewReader(set), s)); diff != "" {
		t.Error(diff)
	}
}

// TestSidesNeverGuessed: two texts that name two sides are trouble.
func TestSidesNeverGuessed(t *testing.T) {
	rules := TeachType(clinic.Schedules{}, "RSIJ", sacroiliac, content.Right)
	set := setting()
	set.Clinic.Schedules = rules
	s := schedule(t, rules, "date,type,side\n12/10,RSIJ,\n12/10,RSIJ,Right\n12/10,RSIJ,left\n12/10,27096 RT,lt\n12/10,27096,izquierdo\n12/10,27096,bilateral\n12/10,27096,up\n12/10,RSIJ L,\n12/10,scope,n/a\n")
	want := `2: si-joint-injection right 2026-12-10 p en; no time
3: si-joint-injection right 2026-12-10 p en; no time
4: blocked; the appointment type says right, the side column says left; no time
5: blocked; the appointment type says right, the side column says left; no time
6: si-joint-injection left 2026-12-10 p en; no time
7: si-joint-injection both 2026-12-10 p en; no time
8: blocked; the side "up" is not left, right or both; no time
9: blocked; the appointment type "RSIJ L" is not known; no time
10: scope 2026-12-10 p en; no time
`
	if diff := cmp.Diff(want, readAll(NewReader(set), s)); diff != "" {
		t.Error(diff)
	}
}

func TestWhen(t *testing.T) {
	for _, test := range []struct{ day, clock, want string }{
		{"12/10/2026", "9:30 AM", "2026-12-10T09:30"},
		{"2026-12-10", "09:30", "2026-12-10T09:30"},
		{"20261210", "0930", "2026-12-10T09:30"},
		{"12/10/2026 9:30 AM", "", "2026-12-10T09:30"},
		{"2026-12-10T09:30:00.000", "", "2026-12-10T09:30"},
		{"2026-12-10 00:00:00", "2:15 PM", "2026-12-10T14:15"},
		{"12/10/2026 0:00", "", "2026-12-10"},
		{"12/10/2026 9:30", "9:30 AM", "2026-12-10T09:30"},
		{"", "2026-12-10 09:30", "2026-12-10T09:30"},
		{"Thursday, December 10, 2026", "9:30 AM - 10:00 AM", "2026-12-10T09:30"},
		{"jueves 10 de diciembre", "9:30 a 10:00", "2026-12-10T09:30"},
		{"12/10", "7:00-8:00 PM", "2026-12-10T19:00"},
		{"12/10", "11-1 pm", "2026-12-10T11:00"},
		{"12/10", "930-1000", "2026-12-10T09:30"},
		{"", "9:30", `no day`},
		{"12/10/2026 9:30", "10:30", `the day says 12/10/2026 9:30, the time says 10:30`},
		{"12/10/2026", "12/11/2026 9:30", `the day says 12/10/2026, the time says 12/11/2026 9:30`},
		{"fri 12/10/2026", "9", `the day "fri 12/10/2026": December 10, 2026 is a Thursday, not a Friday`},
		{"10/20", "9", `the day "10/20": October 20 was 34 days ago`},
		{"12/10", "soon", `the time "soon": "soon" is not understood`},
	} {
		l := Line{}.With(Date, test.day).With(Time, test.clock).With(Type, scope)
		e := NewReader(setting()).Read(l)
		got := e.Visit.Date.String()
		if e.Visit.HasTime {
			got = e.Visit.Date.At(e.Visit.Minute).String()
		}
		if len(e.Troubles) > 0 {
			got = e.Troubles[0].Error()
		}
		if got != test.want {
			t.Errorf("%q, %q: %s, want %s", test.day, test.clock, got, test.want)
		}
	}
}

// TestDayOfTheSchedule: a schedule of one day may name it once, or not at all.
func TestDayOfTheSchedule(t *testing.T) {
	set := setting()
	set.Day = civil.Date{Year: 2026, Month: 12, Day: 10}
	s := schedule(t, clinic.Schedules{}, "Hora\tProcedimiento\tPaciente\n9:30\tscope\tAna\n\tscope\tBo\n")
	want := "2: scope 2026-12-10T09:30 p en Ana\n3: scope 2026-12-10 p en Bo; no time\n"
	if diff := cmp.Diff(want, readAll(NewReader(set), s)); diff != "" {
		t.Error(diff)
	}
}

// TestPlacesThatNobodyListed: a clinic without a list of places prints its own address,
// and says so where its schedule names several houses.
func TestPlacesThatNobodyListed(t *testing.T) {
	for text, want := range map[string][]string{
		"date,type,place\n12/10,scope,Main\n12/10,scope,main\n":        {"", ""},
		"date,type,place\n12/10,scope,Main\n12/10,scope,Endo Center\n": {"Main", "Endo Center"},
	} {
		s, set := schedule(t, clinic.Schedules{}, text), setting()
		facts := *set.Clinic
		facts.Facts.Places = nil
		set.Clinic, set.Places = &facts, s.PlacesNamed()
		r := NewReader(set)
		for i, l := range s.Lines {
			told := ""
			for _, n := range r.Read(l).Notes {
				if n.Reason == OwnPlace {
					told = n.Said
				}
			}
			if told != want[i] {
				t.Errorf("line %d tells of %q, want %q", i, told, want[i])
			}
		}
	}
}

// TestNamesInTheLanguageOfStaff: a schedule says a procedure's name in any language, and
// the list shows it in that of the window.
func TestNamesInTheLanguageOfStaff(t *testing.T) {
	set := setting()
	set.Library, set.Spoken = library.Open("", ""), "es"
	l := Line{}.With(Date, "12/10/2026").With(Type, "Colonoscopia")
	if e := NewReader(set).Read(l); e.Visit.Procedure != "colonoscopy" || e.Title != "Colonoscopia" {
		t.Errorf("“Colonoscopia” is read as %q, and shown as %q: %v", e.Visit.Procedure, e.Title, e.Troubles)
	}
}

// TestDayFirst: where one line can only be read with the day first, no other line
// is read with the month first without somebody saying so.
func TestDayFirst(t *testing.T) {
	s := schedule(t, clinic.Schedules{}, "date,type\n3/12/2026,scope\n17/12/2026,scope\n7/7/2027,scope\n")
	set := setting()
	set.Mixed = s.MixedDays()
	want := `2: blocked; the day "3/12/2026" reads both ways: other lines have the day before the month
3: blocked; the day "17/12/2026": there is no month 17
4: scope 2027-07-07 p en; no time
`
	if diff := cmp.Diff(want, readAll(NewReader(set), s)); diff != "" {
		t.Error(diff)
	}
	set.Mixed, set.DayFirst = false, true
	want = "2: scope 2026-12-03 p en; no time\n3: scope 2026-12-17 p en; no time\n4: scope 2027-07-07 p en; no time\n"
	if diff := cmp.Diff(want, readAll(NewReader(set), s)); diff != "" {
		t.Error(diff)
	}
}

// TestPartsDue: preparation goes out ahead, aftercare on the day; the clinic says
// how far ahead.
func TestPartsDue(t *testing.T) {
	s := schedule(t, clinic.Schedules{}, "date,type\n11/23,scope\n11/24,scope\n11/30,scope\n")
	set := setting()
	for _, test := range []struct {
		days  *clinic.PartDays
		asked []content.Part
		want  string
	}{
		{nil, nil, "a p p"},
		{&clinic.PartDays{Preparation: 0, Aftercare: 1}, nil, "pa pa p"},
		{&clinic.PartDays{Preparation: 7, Aftercare: 0}, nil, "a - p"},
		{nil, []content.Part{content.Aftercare}, "a a a"},
	} {
		set.Clinic.Schedules.Parts, set.Parts = test.days, test.asked
		var got []string
		for _, l := range s.Lines {
			e, parts := NewReader(set).Read(l), ""
			for _, p := range e.Visit.Parts {
				parts += string(p)[:1]
			}
			if e.State == Passed && e.Why == NothingDue {
				parts = "-"
			}
			got = append(got, parts)
		}
		if got := strings.Join(got, " "); got != test.want {
			t.Errorf("%+v, asked for %v: %s, want %s", test.days, test.asked, got, test.want)
		}
	}
}

// TestLate: a preparation that comes too late for one of its steps says so before it
// is printed.
func TestLate(t *testing.T) {
	set := setting()
	set.Parts = content.Parts
	s := schedule(t, clinic.Schedules{}, "date,time,type\n11/24,9,scope\n11/25,9,scope\n")
	want := "2: scope 2026-11-24T09:00 p+a en; a step of the preparation was due before today\n3: scope 2026-11-25T09:00 p+a en\n"
	if diff := cmp.Diff(want, readAll(NewReader(set), s)); diff != "" {
		t.Error(diff)
	}
}

// TestApprovedOnly: what the clinic does not let out is said before it is printed.
func TestApprovedOnly(t *testing.T) {
	set := setting()
	set.Clinic.Facts.Unreviewed = clinic.Refuse
	s := schedule(t, clinic.Schedules{}, "date,time,type,language\n12/12/2026,9,scope,en\n")
	want := "2: blocked; this clinic hands out approved words only, and those of Scope in the language \"en\" are not approved, or their review is overdue\n"
	if diff := cmp.Diff(want, readAll(NewReader(set), s)); diff != "" {
		t.Error(diff)
	}
	book, _, err := set.Library.Book(scope)
	if err != nil {
		t.Fatal(err)
	}
	set.Clinic.SignOffs.List = []clinic.SignOff{{Procedure: scope, Language: "en", Fingerprint: content.Fingerprint(&book.Procedure, book.Words["en"])}}
	want = "2: scope 2026-12-12T09:00 p en; the visit is on a weekend or a federal holiday\n"
	if diff := cmp.Diff(want, readAll(NewReader(set), s)); diff != "" {
		t.Error(diff)
	}
}

// TestCorrected: a line is put right in place, and the one that was read stays.
func TestCorrected(t *testing.T) {
	r := NewReader(setting())
	l := schedule(t, clinic.Schedules{}, "date,type,name\n12/32,SIJ,Ann\n").Lines[0]
	if e := r.Read(l); len(e.Troubles) != 2 {
		t.Fatalf("got %s", shown(e))
	}
	fixed := l.With(Date, "12/31").With(Type, "27096").With(Side, "L")
	if e := r.Read(fixed); e.State != Ready || e.Visit.Side != content.Left || e.Visit.Name != "Ann" {
		t.Errorf("corrected: %s", shown(e))
	}
	if l.Said(Date) != "12/32" {
		t.Error("the line as it was read has changed")
	}
}

func TestInOrder(t *testing.T) {
	r, s := NewReader(setting()), schedule(t, clinic.Schedules{}, "date,time,type\n12/11,9,scope\n12/10,,scope\n12/10,2,scope\n12/10,9,scope\n12/10,9,scope\n")
	var entries []Entry
	for _, l := range s.Lines {
		entries = append(entries, r.Read(l))
	}
	InOrder(entries)
	var got []int
	for _, e := range entries {
		got = append(got, e.Line.Number)
	}
	if diff := cmp.Diff([]int{5, 6, 4, 3, 2}, got); diff != "" {
		t.Error(diff)
	}
}

// TestEveryReasonHasWords, in English at least.
func TestEveryReasonHasWords(t *testing.T) {
	for reason, saying := range sayings {
		if got := (Trouble{Reason: reason, Said: "a", Other: "b"}).Error(); saying.what == "" || strings.Contains(got, "%!") {
			t.Errorf("%s: %q", reason, got)
		}
	}
}

// BenchmarkRead reads ten thousand lines.
func BenchmarkRead(b *testing.B) {
	set := setting()
	set.Clinic.Schedules = TeachType(clinic.Schedules{}, "SIJ INJ R", sacroiliac, content.Right)
	s := schedule(b, clinic.Schedules{}, "date,time,type,name\n"+strings.Repeat("12/10/2026,9:30 AM,SIJ INJ R,\"Doe, Jo\"\n", 10_000))
	r := NewReader(set)
	for b.Loop() {
		for _, l := range s.Lines {
			if e := r.Read(l); e.State != Ready {
				b.Fatal(shown(e))
			}
		}
	}
}

// FuzzLine: whatever a line holds, it is ready with a visit that can be printed, or
// says why not.
func FuzzLine(f *testing.F) {
	f.Add("12/10/2026", "9:30 AM", "SIJ INJ R", "R", "Spanish")
	f.Add("20261310", "25:61-26", "27096-50", "l r", "\xff")
	f.Add("0/0", "a", "L R", "both sides", "e")
	r := NewReader(setting())
	f.Fuzz(func(t *testing.T, date, clock, kind, side, language string) {
		l := Line{Number: 1}.With(Date, date).With(Time, clock).With(Type, kind).With(Side, side).With(Language, language)
		e := r.Read(l)
		switch {
		case e.State == Ready && (!e.Visit.Date.Valid() || e.Visit.Procedure == "" || len(e.Visit.Parts) == 0 || len(e.Troubles) > 0):
			t.Errorf("ready: %+v", e)
		case e.State == Blocked && len(e.Troubles) == 0, e.State == Passed && e.Why == "":
			t.Errorf("nothing says why: %+v", e)
		}
	})
}

// TestNames: a name that cannot be printed as it is has a line on the page, and says
// so.
func TestNames(t *testing.T) {
	r := NewReader(setting())
	for name, want := range map[string]string{
		"José Núñez": "", "=1+1": "", "%PDF (x) \\n": "", "Ana 😀": "", "محمد": "letters of the name cannot be printed: محد",
		strings.Repeat("x", 201): "the name has more than 200 letters",
	} {
		e := r.Read(Line{}.With(Date, "12/10/2026").With(Time, "9").With(Type, scope).With(Name, name))
		got := ""
		for _, told := range append(e.Troubles, e.Notes...) {
			got += told.Error()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
		if e.State != Ready {
			continue
		}
		if _, err := r.Pages(e); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
}

// TestOptions: what is chosen with a type holds for its lines, and a line may have
// its own; what is no choice is none.
func TestOptions(t *testing.T) {
	rules := TeachType(clinic.Schedules{}, "SIJ INJ R", sacroiliac, content.Right)
	rules = TeachOptions(rules, "SIJ INJ L", map[string]string{"purpose": "test", "nonsense": "x"})
	set := setting()
	set.Clinic.Schedules = rules
	r := NewReader(set)
	l := Line{Number: 1}.With(Date, "12/10").With(Type, "SIJ INJ R")
	for _, test := range []struct {
		line Line
		want string
	}{
		{l, "test"}, {l.With(Option("purpose"), "treatment"), "treatment"}, {l.With(Option("purpose"), "lunch"), "test"}, {l.With(Type, "27096"), ""},
	} {
		if got := r.Read(test.line).Visit.Options["purpose"]; got != test.want {
			t.Errorf("%q, own choice %q: %q, want %q", test.line.Said(Type), test.line.Said(Option("purpose")), got, test.want)
		}
	}
	if again := TeachOptions(rules, "unknown", map[string]string{"purpose": "test"}); len(again.Types) != 1 {
		t.Errorf("a type nobody taught has options: %+v", again.Types)
	}
}
