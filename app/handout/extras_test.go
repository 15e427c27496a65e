package handout

import (
	"bytes"
	"errors"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"deskleaf/app/sheet"
	"deskleaf/app/visit"
	"deskleaf/assets/goldentest"
	"deskleaf/content"
	"deskleaf/content/library"
)

// withExtras is the sample with extras and what is typed into them.
func withExtras(t *testing.T, extras ...visit.Extra) Input {
	t.Helper()
	in := sampleInput(t)
	in.Visit.Name, in.Visit.Extras = "Maria Lopez", extras
	in.Visit.Note = "Park on Oak Street.\n\nBring your insulin."
	in.Visit.Driver = "Rosa Lopez, (217) 555-0177"
	in.Visit.Plan = visit.Plan{By: "Ana Ruiz, MD", Lines: []visit.PlanLine{{Medicine: "warfarin", Do: "stop 5 days before", Until: "the day after"}}}
	in.Words.Codes = map[string]string{"27096": "The doctor's bill."}
	return in
}

func TestAllExtras(t *testing.T) {
	p, notes := pages(t, withExtras(t, visit.Extras...))
	goldentest.Hold(t, "testdata/extras.txt", p.Plain())
	if !slices.Contains(notes.Missing, NoLanguageNotice) {
		t.Error("nobody is told that the language notice is a sample")
	}
	if len(p.Parts) != 3 || p.Parts[2].Name != "staff" {
		t.Errorf("the parts are %+v", p.Parts)
	}
}

// An extra that was not asked for leaves nothing on the page, whatever was typed.
func TestWithoutExtrasNothingTypedIsPrinted(t *testing.T) {
	with, _ := pages(t, withExtras(t))
	plain := sampleInput(t)
	plain.Visit.Name = "Maria Lopez"
	plain.Words.Codes = map[string]string{"27096": "The doctor's bill."}
	without, _ := pages(t, plain)
	if with.Plain() != without.Plain() {
		t.Errorf("the page says:\n%s", with.Plain())
	}
}

// Where only one part is printed, it has what was asked for.
func TestExtrasGoWhereThereIsAPage(t *testing.T) {
	in := withExtras(t, visit.NoteExtra, visit.DriverExtra, visit.PlanExtra, visit.DiaryExtra, visit.TeachBackExtra, visit.CalendarExtra)
	in.Procedure.Diary = false
	for _, part := range content.Parts {
		in.Visit.Parts = []content.Part{part}
		p, _ := pages(t, in)
		for _, want := range []string{"Oak Street", "Rosa Lopez", "Medicine: warfarin", "MY DAYS AT HOME", "When I will call:", "PUT THIS VISIT IN YOUR PHONE"} {
			if !strings.Contains(p.Plain(), want) {
				t.Errorf("the %s alone does not say %q", part, want)
			}
		}
	}
}

func TestTypedTextsAreRefused(t *testing.T) {
	in := withExtras(t, visit.NoteExtra)
	in.Visit.Note = "Stop aspirin 5 days before."
	var refused *visit.TextError
	if _, _, err := Compose(in); !errors.As(err, &refused) {
		t.Errorf("a note that orders to stop aspirin is printed: %v", err)
	}
	if _, err := messageOf(in); !errors.As(err, &refused) {
		t.Errorf("a note that orders to stop aspirin is in the message: %v", err)
	}
	in = withExtras(t, visit.PlanExtra)
	in.Visit.Plan.By = ""
	if _, _, err := Compose(in); !errors.As(err, &refused) {
		t.Errorf("a plan that nobody wrote is printed: %v", err)
	}
}

func TestMessageHasTheNote(t *testing.T) {
	m, err := messageOf(withExtras(t, visit.NoteExtra, visit.DriverExtra))
	if err != nil || !strings.Contains(m, "A note from the clinic\nPark on Oak Street.") || strings.Contains(m, "Lopez") {
		t.Errorf("the message is %v:\n%s", err, m)
	}
}

func TestThePlanSaysWhoWroteIt(t *testing.T) {
	in := withExtras(t, visit.PlanExtra)
	p, _ := pages(t, in)
	if !strings.Contains(p.Plain(), "Written for this visit by Ana Ruiz, MD.") {
		t.Errorf("the plan does not say who wrote it:\n%s", p.Plain())
	}
	in.Visit.Plan = visit.Plan{}
	if p, _ = pages(t, in); !strings.Contains(p.Plain(), "A clinician fills in this table by hand.") || !strings.Contains(p.Plain(), "Clinician: ___") {
		t.Errorf("the empty plan has no line to sign on:\n%s", p.Plain())
	}
}

func TestLanguageNoticeIsTheClinicsOwn(t *testing.T) {
	in := withExtras(t, visit.LanguageExtra)
	in.Clinic.Facts.Notice = "Free help in your language: (217) 555-0142.\nAyuda gratis en su idioma: (217) 555-0142.\n免费语言帮助\nGiúp đỡ miễn phí bằng tiếng Việt.\n"
	p, notes := pages(t, in)
	words := p.Plain()
	if strings.Contains(words, "SAMPLE:") || !strings.Contains(words, "Ayuda gratis") || !strings.Contains(words, "tiếng Việt") || strings.Contains(words, "??") {
		t.Errorf("the page says:\n%s", words)
	}
	if len(notes.Unprintable) != 1 || notes.Unprintable[0] != "免费语言帮助" {
		t.Errorf("left out without a word: %q", notes.Unprintable)
	}
}

// Codes stand on the staff copy and nowhere else, with whose mark they are, and
// only those that hold.
func TestStaffCopy(t *testing.T) {
	in := withExtras(t, visit.StaffExtra)
	in.Visit.SetOption("purpose", "test")
	in.Procedure.Codes = append(in.Procedure.Codes, content.Code{System: "CPT", Number: "20957", Status: content.CodeDisputed})
	s, _, err := Compose(in)
	if err != nil {
		t.Fatal(err)
	}
	staff := s.Parts[len(s.Parts)-1]
	s.Parts = s.Parts[:len(s.Parts)-1]
	patient, err := sheet.Paginate(s)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(patient.Plain(), "27096") || strings.Contains(patient.Plain(), "CPT") {
		t.Error("the patient's pages have a code")
	}
	s.Parts = []sheet.Part{staff}
	chart, err := sheet.Paginate(s)
	if err != nil {
		t.Fatal(err)
	}
	words := chart.Plain()
	for _, want := range []string{"Do not give this page to the patient.", "27096", "registered trademark", "Maria Lopez", "Purpose: Test", "Handout in English, version 3, sheet " + Code(in), "Interpreter", "Teach-back", "Initials: ___"} {
		if !strings.Contains(words, want) {
			t.Errorf("the staff copy does not say %q", want)
		}
	}
	if strings.Contains(words, "20957") {
		t.Error("the staff copy has a disputed code")
	}
}

// Every step of a Spanish page of what ships has the number of the same step on
// its English twin, and the twin tells no step more or less.
func TestTheTwinHasTheSameNumbers(t *testing.T) {
	lib := library.Open("", "")
	tried := 0
	for _, entry := range lib.Entries() {
		book, _, err := lib.Book(entry.ID)
		if err != nil {
			t.Fatal(err)
		}
		spanish, whole := book.In("es")
		english, also := book.In("en")
		if !whole || !also {
			continue
		}
		tried++
		in := sampleInput(t)
		in.Procedure, in.Blanks, in.Words, in.Staff = &book.Procedure, lib.Blanks(), spanish, english
		in.Visit = visit.Visit{Procedure: entry.ID, Language: "es", Extras: []visit.Extra{visit.TwinExtra}}
		in.Visit.SetWhen(date(t, "2026-12-10").At(9*60+30), true)
		s, _, err := Compose(in)
		if err != nil {
			t.Fatal(err)
		}
		half := len(s.Parts) / 2
		for i := range half {
			page, twin := s.Parts[i], s.Parts[half+i]
			if twin.Name != "twin-"+page.Name || twin.Lang != "en" {
				t.Errorf("%s: the twin of %s is %s in %q", entry.ID, page.Name, twin.Name, twin.Lang)
			}
			if got, want := numbered(t, twin, book.Procedure, english), numbered(t, page, book.Procedure, spanish); !slices.Equal(got, want) {
				t.Errorf("%s, %s: the twin has the steps %q, the page %q", entry.ID, page.Name, got, want)
			}
		}
	}
	if tried == 0 {
		t.Fatal("nothing that ships is whole in both languages")
	}
}

// numbered are the steps of a part as "3. driver", by the words that they have.
func numbered(t *testing.T, part sheet.Part, p content.Procedure, words *content.Words) []string {
	t.Helper()
	var all []string
	for _, b := range part.Blocks {
		timeline, ok := b.(sheet.Timeline)
		if !ok {
			continue
		}
		for _, g := range timeline.Groups {
			for _, step := range g.Steps {
				number, says, _ := strings.Cut(plain(step.Text), " ")
				id := slices.IndexFunc(p.Steps, func(s content.Step) bool {
					begins, _, _ := strings.Cut(content.Plain(words.Steps[s.ID].Text), "{")
					return begins != "" && strings.Contains(says, strings.TrimSpace(begins))
				})
				if id < 0 {
					t.Fatalf("no step has the words %q", says)
				}
				all = append(all, number+" "+p.Steps[id].ID)
			}
		}
	}
	return all
}

// An English page needs no twin, and then no numbers.
func TestNoTwinOfAnEnglishPage(t *testing.T) {
	in := withExtras(t, visit.TwinExtra)
	in.Staff = in.Words
	s, _, err := Compose(in)
	if err != nil || len(s.Parts) != 2 {
		t.Fatalf("%d parts, %v", len(s.Parts), err)
	}
	if p, _ := pages(t, in); strings.Contains(p.Plain(), "[ ] 1.") {
		t.Error("the steps are numbered")
	}
}

// The code holds the visit as iCalendar, and nothing of who the patient is.
func TestCalendarEntry(t *testing.T) {
	in := withExtras(t, visit.CalendarExtra)
	in.Clinic.Facts.Places[0].Address = "200 Main Street; Suite 4, Springfield"
	entry := func() string {
		t.Helper()
		c, err := newComposer(in)
		if err != nil {
			t.Fatal(err)
		}
		return c.calendarEntry()
	}
	want := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Shot\\, Riverside Spine & Joint Clinic\r\n" +
		"DTSTART:20261210T090000\r\nDTEND:20261210T113000\r\nLOCATION:Main Street clinic\\, 200 Main Street\\; Suite 4\\, Springfield\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	if got := entry(); got != want {
		t.Errorf("the entry is\n%q, want\n%q", got, want)
	}
	in.Visit.SetWhen(date(t, "2026-12-10").At(0), false)
	if got := entry(); !strings.Contains(got, "DTSTART;VALUE=DATE:20261210\r\n") || strings.Contains(got, "DTEND") {
		t.Errorf("without a time the entry is %q", got)
	}
	in.Visit.Date.Year = 0
	in.Visit = visit.Visit{Language: "en", Extras: in.Visit.Extras}
	if p, _ := pages(t, in); strings.Contains(p.Plain(), "PHONE") {
		t.Error("without a date there is a code")
	}
}

// A reader that no one here wrote reads the code from the picture of the page.
func TestAPhoneReadsTheCode(t *testing.T) {
	reader, err := exec.LookPath("zbarimg")
	if err != nil {
		t.Skip("zbarimg is not on this machine: the code is not read here")
	}
	for _, large := range []bool{false, true} {
		in := withExtras(t, visit.CalendarExtra)
		in.Clinic.Facts.Name, in.Visit.Large, in.Visit.Parts = "Clínica Peña", large, []content.Part{content.Preparation}
		p, _ := pages(t, in)
		var all string
		for i := range p.List {
			var picture bytes.Buffer
			if err := png.Encode(&picture, p.Picture(i, 150)); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "page.png")
			if err := os.WriteFile(path, picture.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			said, _ := exec.Command(reader, "-q", "--raw", path).Output() // it fails on a page without a code
			all += string(said)
		}
		if !strings.Contains(all, "SUMMARY:Shot\\, Clínica Peña") || !strings.Contains(all, "DTSTART:20261210T090000") {
			t.Errorf("large print %t: the reader says %q", large, all)
		}
	}
}
