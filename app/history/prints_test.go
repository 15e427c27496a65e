package history_test

import (
	"maps"
	"strings"
	"testing"

	"deskleaf/app/clinic"
	"deskleaf/app/handout"
	"deskleaf/app/history"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/library"
)

var (
	today = civil.Date{Year: 2026, Month: 12, Day: 10}
	later = civil.Date{Year: 2028, Month: 1, Day: 1}
)

// reworded is a shipped book with another title in one language, which costs it
// the approval of these words alone.
func reworded(t *testing.T, id, language string) *library.Book {
	t.Helper()
	shipped, _, err := library.Open("", "").Book(id)
	if err != nil {
		t.Fatal(err)
	}
	book := *shipped
	book.Procedure.Version++
	book.Words = maps.Clone(book.Words)
	words := *book.Words[language]
	words.Title, words.Version = "Another title", book.Procedure.Version
	book.Words[language] = &words
	return &book
}

func TestWhatPrintsWhileChangedWordsWait(t *testing.T) {
	folder, id := t.TempDir(), "si-joint-injection"
	signed := approved(t, folder, id)
	signed.List[0].Date, signed.List[0].Next = today, today.AddMonths(12)
	book := reworded(t, id, "en")
	for _, test := range []struct {
		name    string
		facts   clinic.Facts
		on      civil.Date
		old     bool   // the words approved last print
		band    bool   // the page says how it stands
		refused string // why nothing is handed out; "" where it is
	}{
		{"as a draft", clinic.Facts{}, today, false, true, ""},
		{"refused", clinic.Facts{Unreviewed: clinic.Refuse}, today, false, false, "approved words only"},
		{"the last approved", clinic.Facts{LastApproved: true}, today, true, false, ""},
		{"the last approved, all else refused", clinic.Facts{LastApproved: true, Unreviewed: clinic.Refuse}, today, true, false, ""},
		{"the last approved, overdue", clinic.Facts{LastApproved: true}, later, true, false, ""},
		{"the last approved, overdue and said", clinic.Facts{LastApproved: true, Expired: clinic.PrintDraft}, later, true, true, ""},
		{"the last approved, overdue and refused", clinic.Facts{LastApproved: true, Expired: clinic.Refuse}, later, true, false, "overdue"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := &clinic.Clinic{Folder: folder, Facts: test.facts, SignOffs: signed}
			in, ok := history.ApprovedOf(store.OS{}, c, id).Prints(c, book, "en", test.on)
			if !ok || in.Earlier != test.old || (in.Words.Title == "Another title") == test.old || in.Staff == nil {
				t.Fatalf("it prints %q, earlier %t", in.Words.Title, in.Earlier)
			}
			in.Blanks, in.Clinic, in.Today = library.Blanks(), c, test.on
			in.Visit.Language = "en"
			s, notes, err := handout.Compose(in)
			switch {
			case test.refused != "":
				if err == nil || !strings.Contains(err.Error(), test.refused) {
					t.Errorf("it is refused with %v", err)
				}
			case err != nil || (s.Band != "") != test.band || notes.Earlier != test.old:
				t.Errorf("the band is %q, the notes %+v, %v", s.Band, notes, err)
			}
		})
	}
}

// The words of one language change; those of the others stay approved.
func TestOnlyTheLanguageThatChangedIsADraft(t *testing.T) {
	id, signed := "colonoscopy", clinic.SignOffs{}
	before := reworded(t, id, "en")
	before.Words["en"] = reworded(t, id, "es").Words["en"]
	for _, language := range []string{"en", "es"} {
		signed.List = append(signed.List, clinic.SignOff{Procedure: id, Language: language, Who: "Dr. Ana Ruiz", Role: "physician", Date: today, Next: later,
			Fingerprint: content.Fingerprint(&before.Procedure, before.Words[language])})
	}
	after := reworded(t, id, "en")
	after.Procedure.Version = 7
	for language, want := range map[string]clinic.State{"en": clinic.Draft, "es": clinic.Approved} {
		if got, _ := signed.State(id, language, content.Fingerprint(&after.Procedure, after.Words[language]), today); got != want {
			t.Errorf("%s is %v, want %v", language, got, want)
		}
	}
}

// Nothing was kept, as by an older program: the words print as they are.
func TestWithoutAKeptEditionTheWordsPrintAsADraft(t *testing.T) {
	signed := approved(t, t.TempDir(), "colonoscopy")
	c := &clinic.Clinic{Folder: t.TempDir(), Facts: clinic.Facts{LastApproved: true}, SignOffs: signed}
	in, ok := history.ApprovedOf(store.OS{}, c, "colonoscopy").Prints(c, reworded(t, "colonoscopy", "en"), "en", today)
	if !ok || in.Earlier || in.Words.Title != "Another title" {
		t.Errorf("it prints %q, earlier %t", in.Words.Title, in.Earlier)
	}
}
