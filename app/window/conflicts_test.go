package window

import (
	"os"
	"strings"
	"testing"

	"deskleaf/widgets"
)

// TestConflictCopies holds that conflict copies are told, put together as somebody
// chooses, and put away, not deleted.
func TestConflictCopies(t *testing.T) {
	s := newShared(t)
	s.rewrite("summary", "Our own summary.")
	en, err := os.ReadFile(s.path("procedures/si-joint-injection/en.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	twin := "procedures/si-joint-injection/en-FRONT-2.yaml"
	s.write(twin, strings.Replace(string(en), "Our own summary.", "The front desk’s summary.", 1))
	s.write("answers (1).yaml", "clinic:\n  drive-wait: 12 hours\n")
	s.write("prices (1).csv", "code,allowed\n27096,100\n")
	tr := try(t, 1366, 700, s.following())
	if said := told(tr); !strings.Contains(said, "There are two versions of") || !strings.Contains(said, "the clinic’s answers") {
		t.Errorf("told: %q", said)
	}
	tr.do("conflicts")
	for tr.dialogOpen() {
		shown := overlay(tr)
		switch {
		case strings.Contains(shown, "answers.yaml"):
			tr.tap("Add what is missing")
		case strings.Contains(shown, "prices.csv"):
			tr.tap("Keep the list as it is")
		default:
			if !strings.Contains(shown, "front desk’s") {
				t.Fatalf("the other text is not shown:\n%s", shown)
			}
			segments(tr)[0].SetChosen(1)
			tr.tap("Keep what is chosen")
		}
	}
	if w := s.words().Words["en"]; w.Summary != "The front desk’s summary." {
		t.Errorf("the summary is %q", w.Summary)
	}
	if tr.clinic.Answers.Clinic["drive-wait"] != "12 hours" || tr.hasTwins() {
		t.Errorf("the answers are %v, and left are %v", tr.clinic.Answers.Clinic, tr.clinic.Twins)
	}
	for _, at := range []string{twin, "answers (1).yaml", "prices (1).csv"} {
		if _, err := os.Stat(s.path("conflicts/" + at)); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(s.path(at)); err == nil {
			t.Errorf("%s is still there", at)
		}
	}
}

// TestAConflictCopyThatCannotBeRead is told with what is wrong in it, in the language of
// the window, and can be put away.
func TestAConflictCopyThatCannotBeRead(t *testing.T) {
	tr := try(t, 1366, 700, conflict(twinPath, "title: Other\n")(t), inSpanish)
	tr.do("conflicts")
	says := said(tr)
	if !strings.Contains(says, "no se puede leer") || !strings.Contains(says, "en-FRONT-2.yaml") || strings.Contains(says, "^") || strings.Contains(says, "missing") {
		t.Errorf("it says:\n%s", says)
	}
	tr.tap(tr.words.T("twins.put-away"))
	if tr.hasTwins() {
		t.Error("it is not put away")
	}
}

// segments are the choices of the dialog in sight, from the top.
func segments(tr *trial) []*widgets.Segments {
	return inDialog[*widgets.Segments](tr)
}

// TestTwoPriceLists holds that a conflict copy of the price list is shown beside it, and that
// the one that is chosen counts; neither is lost.
func TestTwoPriceLists(t *testing.T) {
	for _, test := range []struct{ choice, want string }{
		{"Keep the list as it is", "27096:100"},
		{"Add what is missing", "27096:100 45378:300"},
		{"Take the second file", "27096:200 45378:300"},
	} {
		t.Run(test.choice, func(t *testing.T) {
			s := newShared(t)
			s.write("prices.csv", "code,allowed\n27096,100\n")
			s.write("prices (1).csv", "code,allowed\n27096,200\n45378,300\n")
			tr := try(t, 1366, 700, s.following())
			tr.do("conflicts")
			if shown := overlay(tr); !strings.Contains(shown, "45378") || !strings.Contains(shown, "in the second file: allowed 200") {
				t.Fatalf("the second list is not shown:\n%s", shown)
			}
			tr.tap(test.choice)
			var got []string
			for _, e := range tr.prices {
				got = append(got, e.Code+":"+e.Allowed.Plain())
			}
			if strings.Join(got, " ") != test.want || tr.hasTwins() || tr.dialogOpen() {
				t.Errorf("the list is %v; %s", got, bands(tr))
			}
			if _, err := os.Stat(s.path("conflicts/prices (1).csv")); err != nil {
				t.Error(err)
			}
			if before, err := os.ReadFile(s.path("prices.csv.last-good")); test.choice != "Keep the list as it is" && (err != nil || !strings.Contains(string(before), "100")) {
				t.Errorf("the list from before is gone: %v", err)
			}
		})
	}
}
