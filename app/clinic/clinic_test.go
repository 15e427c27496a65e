package clinic

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deskleaf/app/store"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/civil"
)

var day = civil.Date{Year: 2026, Month: 12, Day: 10}

// TestSavedIsReadAgain keeps what people wrote into a file by hand.
func TestSavedIsReadAgain(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "clinic")
	c := Open(store.OS{}, folder)
	if len(c.Notices) != 0 {
		t.Fatalf("a folder that is not there: %v", c.Notices)
	}
	facts := Facts{Name: "Riverside", Phones: Phones{Day: "(217) 555-0142"}, Places: []Place{{ID: "main", Name: "Main Street", Arrive: 20}}}
	if _, err := c.SaveFacts(store.OS{}, facts); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, factsFile)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, append([]byte("# our clinic\n"), data...), 0o600); err != nil {
		t.Fatal(err)
	}
	c = Open(store.OS{}, folder)
	c.Facts.Name = "Riverside Spine"
	if c, err = c.SaveFacts(store.OS{}, c.Facts); err != nil {
		t.Fatal(err)
	}
	if data, _ = os.ReadFile(path); !strings.HasPrefix(string(data), "# our clinic\n") {
		t.Errorf("the comment is lost:\n%s", data)
	}
	if again := Open(store.OS{}, folder); again.Facts.Name != "Riverside Spine" || again.Facts.Places[0].Arrive != 20 {
		t.Errorf("read again: %+v", again.Facts)
	}
	if n, ok := c.Facts.ArriveBefore(&visit.Visit{Place: "main"}); !ok || n != 20 {
		t.Errorf("arrive %d minutes before, %t", n, ok)
	}
}

func TestNearestAnswerWins(t *testing.T) {
	b := content.Blank{ID: "drive-wait", Type: content.DurationBlank, Scopes: content.Scopes}
	v := &visit.Visit{Procedure: "si", Doctor: "ruiz", Place: "main"}
	var c Clinic
	for i := len(content.Scopes) - 1; i > 0; i-- {
		var err error
		want := fmt.Sprintf("%d hours", 10*i)
		if c.Answers, err = c.Answers.With(b, content.Scopes[i], v, "en", want); err != nil {
			t.Fatal(err)
		}
		if got, scope, ok := c.Answer(b, v, "en"); !ok || got != want || scope != content.Scopes[i] {
			t.Errorf("%s: got %q of %s, %t", content.Scopes[i], got, scope, ok)
		}
	}
	v.Answers = map[string]string{"drive-wait": "9 hours"}
	if got, scope, _ := c.Answer(b, v, "en"); got != "9 hours" || scope != content.VisitScope {
		t.Errorf("the visit's own answer gives way to %q of %s", got, scope)
	}
	if _, err := c.Answers.With(b, content.ClinicScope, v, "en", "a while"); err == nil {
		t.Error("an answer that is no length of time was taken")
	}
}

// TestTextOfAnotherLanguage holds that a page never mixes languages.
func TestTextOfAnotherLanguage(t *testing.T) {
	b := content.Blank{ID: "eating", Type: content.TextBlank, Scopes: []content.Scope{content.ClinicScope}}
	answers, err := Answers{}.With(b, content.ClinicScope, &visit.Visit{}, "en", "eat a light meal")
	if err != nil {
		t.Fatal(err)
	}
	c := Clinic{Answers: answers}
	if _, _, ok := c.Answer(b, &visit.Visit{}, "es"); ok {
		t.Error("an English answer stands on a Spanish page")
	}
}

// TestAnswersAboutMedicine holds that no answer, however it came into the file,
// tells a patient what to do with a medicine; and that it is told, not lost.
func TestAnswersAboutMedicine(t *testing.T) {
	b := content.Blank{ID: "eating-plan", Type: content.TextBlank, Scopes: []content.Scope{content.ProcedureScope, content.ClinicScope}}
	v := &visit.Visit{Procedure: "si"}
	if _, err := (Answers{}).With(b, content.ProcedureScope, v, "en", "stop warfarin 5 days before"); err == nil || !strings.Contains(err.Error(), "warfarin") {
		t.Errorf("an order was taken: %v", err)
	}
	folder := t.TempDir()
	path := filepath.Join(folder, answersFile)
	text := "clinic:\n  eating-plan/en: a light meal\nprocedures:\n  si:\n    eating-plan/en: stop warfarin 5 days before\n    eating-plan/es: nada de aspirina\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	c := Open(store.OS{}, folder)
	if len(c.Notices) != 2 || !strings.Contains(c.Notices[0].String(), "eating-plan") || !strings.Contains(c.Notices[0].String(), "procedure si") {
		t.Errorf("notices: %q", c.Notices)
	}
	if got, scope, _ := c.Answer(b, v, "en"); got != "a light meal" || scope != content.ClinicScope {
		t.Errorf("printed: %q of %s", got, scope)
	}
	answers, err := c.Answers.With(b, content.ClinicScope, v, "en", "soup")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.SaveAnswers(store.OS{}, answers); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(path); !strings.Contains(string(data), "stop warfarin 5 days before") {
		t.Errorf("the answer is lost:\n%s", data)
	}
}

func TestDamagedAndNewerFiles(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, factsFile)
	c, err := Open(store.OS{}, folder).SaveFacts(store.OS{}, Facts{Name: "First"})
	if err == nil {
		_, err = c.SaveFacts(store.OS{}, Facts{Name: "Second"})
	}
	if err != nil {
		t.Fatal(err)
	}
	write := func(text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("name: [half")
	if c = Open(store.OS{}, folder); c.Facts.Name != "First" || len(c.Notices) != 1 {
		t.Errorf("after damage: %q, %v; want the last good version and a notice", c.Facts.Name, c.Notices)
	}
	newer := "format: 99\nname: Tomorrow\n"
	write(newer)
	c = Open(store.OS{}, folder)
	if _, err := c.SaveFacts(store.OS{}, Facts{Name: "Today"}); err == nil || !c.Locked() {
		t.Error("a file of a newer program was written over")
	}
	if data, _ := os.ReadFile(path); string(data) != newer {
		t.Errorf("the newer file now holds %q", data)
	}
}

func TestSignOff(t *testing.T) {
	c := Clinic{Folder: t.TempDir()}
	o := SignOff{Procedure: "si", Language: "en", Fingerprint: "abc", Who: "Dr. Ana Ruiz", Role: "physician", Date: day, Next: day.AddMonths(12)}
	for _, bad := range []func(*SignOff){
		func(o *SignOff) { o.Who = " " }, func(o *SignOff) { o.Role = "" }, func(o *SignOff) { o.Next = day }, func(o *SignOff) { o.Date = civil.Date{} },
	} {
		wrong := o
		bad(&wrong)
		if _, err := c.SaveSignOff(store.OS{}, wrong); err == nil {
			t.Errorf("%+v was taken", wrong)
		}
	}
	c, err := c.SaveSignOff(store.OS{}, o)
	if err != nil {
		t.Fatal(err)
	}
	c = Open(store.OS{}, c.Folder)
	for _, test := range []struct {
		words string
		today civil.Date
		want  State
	}{
		{"abc", day, Approved}, {"changed", day, Draft},
		{"abc", o.Next.AddDays(-31), Approved}, {"abc", o.Next.AddDays(-30), Due}, {"abc", o.Next.AddDays(-1), Due}, {"abc", o.Next, Expired},
	} {
		if got, _ := c.SignOffs.State("si", "en", test.words, test.today); got != test.want {
			t.Errorf("words %q on %v are %v, want %v", test.words, test.today, got, test.want)
		}
	}
}

// Places and the language notice print too: one that tells what to do with a medicine
// is said when the folder is read.
func TestFactsThatOrderAreTold(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, factsFile), []byte("format: 1\nplaces:\n  - id: main\n    name: Main Street\n    directions: Do not take your insulin.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := Open(store.OS{}, folder)
	if len(c.Notices) != 1 || !strings.Contains(c.Notices[0].String(), "place main") {
		t.Errorf("it says %q", c.Notices)
	}
}
