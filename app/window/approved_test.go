package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/content"
	"deskleaf/content/civil"
)

// atClinic is a desk whose clinic has decided some things.
func atClinic(t *testing.T, facts clinic.Facts) *trial {
	t.Helper()
	return try(t, 1366, 700, func(d *Deps) {
		c := clinic.Clinic{Folder: t.TempDir(), Facts: facts}
		d.Clinic = func(desk.Desk) clinic.Clinic { return c }
	})
}

// changed is what a procedure has in the panel after it was approved and then
// changed.
func changed(tr *trial) {
	tr.type_("si j")
	approveAs(tr, "Ana Ruiz, MD")
	reword(tr)
}

func TestTheLastApprovedWordsGoOnPrinting(t *testing.T) {
	tr := atClinic(t, clinic.Facts{LastApproved: true, Unreviewed: clinic.Refuse})
	tr.type_("si j")
	was := content.Plain(tr.book.Words["en"].Steps["medicines"].Text)
	approveAs(tr, "Ana Ruiz, MD")
	reword(tr)
	if says := wordsIn(tr.root); !strings.Contains(says, "which Ana Ruiz, MD approved on") || !strings.Contains(says, "Draft: not yet reviewed") {
		t.Error("the window does not say which words print")
	}
	tr.press(ctrl(fyne.KeyP))
	if len(tr.printer.jobs) != 1 || !strings.Contains(tr.draft.pages.Plain(), was) || tr.draft.laid[0].Sheet.Band != "" {
		t.Errorf("the last approved words do not print: %s", bands(tr))
	}
	approveAs(tr, "Ben Okafor, MD")
	if !strings.Contains(tr.draft.pages.Plain(), "every pill") || strings.Contains(wordsIn(tr.root), "which Ana Ruiz, MD approved") {
		t.Error("approved, the new words do not print")
	}
}

func TestUnreviewedWordsAreRefusedInWords(t *testing.T) {
	tr := atClinic(t, clinic.Facts{Unreviewed: clinic.Refuse})
	changed(tr)
	tr.press(ctrl(fyne.KeyP))
	if len(tr.printer.jobs) > 0 || !strings.Contains(bands(tr), "Review and approve them first") {
		t.Errorf("it is said: %s", bands(tr))
	}
}

// approvedUntil is a clinic whose approval of the sample runs out on a day.
func approvedUntil(t *testing.T, next civil.Date, facts clinic.Facts) *trial {
	t.Helper()
	return try(t, 1366, 700, func(d *Deps) {
		book, _, err := sample().Book("si-joint-injection")
		if err != nil {
			t.Fatal(err)
		}
		c := clinic.Clinic{Folder: t.TempDir(), Facts: facts}
		c.SignOffs.List = []clinic.SignOff{{
			Procedure: "si-joint-injection", Language: "en", Fingerprint: content.Fingerprint(&book.Procedure, book.Words["en"]),
			Who: "Ana Ruiz, MD", Role: "physician", Date: next.AddMonths(-12), Next: next,
		}}
		d.Clinic = func(desk.Desk) clinic.Clinic { return c }
	})
}

func TestStatesAreTold(t *testing.T) {
	now := civil.DateOf(monday)
	for _, test := range []struct {
		name    string
		next    civil.Date
		facts   clinic.Facts
		says    []string
		band    bool
		refused bool
	}{
		{"approved", now.AddMonths(6), clinic.Facts{}, []string{"Approved by Ana Ruiz, MD on"}, false, false},
		{"due", now.AddDays(10), clinic.Facts{Expired: clinic.Refuse}, []string{"next review due Dec 3, 2026", "Review and approve"}, false, false},
		{"expired", now, clinic.Facts{}, []string{"ran out on Nov 23, 2026", "The review of these words was due"}, false, false},
		{"expired, told", now, clinic.Facts{Expired: clinic.PrintDraft}, []string{"ran out on"}, true, false},
		{"expired, refused", now, clinic.Facts{Expired: clinic.Refuse}, []string{"ran out on", "Not to hand out:"}, false, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			tr := approvedUntil(t, test.next, test.facts)
			tr.type_("si j")
			shown := wordsIn(tr.root) + markup(tr)
			for _, want := range test.says {
				if !strings.Contains(shown, want) {
					t.Errorf("the window does not say %q", want)
				}
			}
			if !test.refused && (tr.draft.laid[0].Sheet.Band != "") != test.band {
				t.Errorf("the band is %q", tr.draft.laid[0].Sheet.Band)
			}
			tr.press(ctrl(fyne.KeyP))
			if (len(tr.printer.jobs) == 0) != test.refused {
				t.Errorf("%d jobs: %s", len(tr.printer.jobs), bands(tr))
			}
		})
	}
}

func TestWordsAreSentToReview(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.do("send-review")
	tr.key(fyne.KeyReturn)
	if overlay(tr) == "" {
		t.Fatal("a request of nobody was taken")
	}
	tr.fill(fields(tr)[0], "Bea Lind")
	tr.fill(fields(tr)[1], "a new phone")
	tr.key(fyne.KeyReturn)
	if says := markup(tr); overlay(tr) != "" || !strings.Contains(says, "In review:") {
		t.Fatalf("after sending, the window says:\n%s", says)
	}
	if c := clinic.Open(tr.deps.Files, tr.clinic.Folder); len(c.SignOffs.ToReview) == 0 || tr.desk.Who != "Bea Lind" {
		t.Errorf("%d requests were kept, and the name is %q", len(c.SignOffs.ToReview), tr.desk.Who)
	}
	tr.do("reviews")
	if says := said(tr); !strings.Contains(says, "In review: Bea Lind asked for it on Nov 23, 2026: a new phone") {
		t.Errorf("the list says:\n%s", says)
	}
	tr.key(fyne.KeyEscape)
	tr.press(ctrlShift(fyne.KeyA))
	if says := said(tr); !strings.Contains(says, "Bea Lind asked for this review on Nov 23, 2026: a new phone") {
		t.Errorf("whoever approves reads:\n%s", says)
	}
}

func TestAClockThatWasSetBackIsTold(t *testing.T) {
	tr := approvedUntil(t, civil.DateOf(monday).AddMonths(13), clinic.Facts{})
	if says := bands(tr); !strings.Contains(says, "Is the date of this computer right?") || !strings.Contains(says, "Dec 23, 2026") {
		t.Errorf("the window says %q", says)
	}
}

// A share that hangs does not hold the window: no procedure is shown, so that none
// prints by mistake, and the one that was chosen comes when it is read.
func TestASlowShareHoldsNothingUp(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	slow := &later{}
	tr.reading = slow.background
	tr.Choose("colonoscopy")
	if tr.book != nil || strings.Contains(markup(tr), "slow to answer") {
		t.Fatal("the procedure from before is still there, or a busy moment is called a slow share")
	}
	if tr.clock.pass(slowBook); !strings.Contains(markup(tr), "slow to answer") {
		t.Fatal("nothing is said")
	}
	slow.run()
	if tr.book == nil || tr.book.Procedure.ID != "colonoscopy" {
		t.Fatal("the procedure did not come")
	}
	tr.Choose("si-joint-injection")
	tr.NextPatient()
	slow.run()
	if tr.book != nil {
		t.Error("a procedure came that the patient before had asked for")
	}
}

func TestACodeIsMarkedAsChecked(t *testing.T) {
	tr := try(t, 1366, 900)
	tr.type_("si j")
	tr.do("check-codes")
	tr.fill(fields(tr)[0], "Bea Lind")
	tr.key(fyne.KeyReturn)
	if overlay(tr) == "" {
		t.Fatal("a check against nothing was taken")
	}
	tr.fill(fields(tr)[1], "CMS PFS 2026 file")
	tr.key(fyne.KeyReturn)
	tr.do("tab-codes")
	const says = "checked here by Bea Lind on Nov 23, 2026 against CMS PFS 2026 file"
	if !strings.Contains(tr.read.Text(), says) {
		t.Fatalf("the codes say:\n%s", tr.read.Text())
	}
	if again := clinic.Open(tr.deps.Files, tr.clinic.Folder); len(again.CodeChecks.List) != 1 {
		t.Errorf("the clinic's folder has %d checks", len(again.CodeChecks.List))
	}
	tr.book.Procedure.Codes[0].Global = "010"
	tr.showAll()
	if strings.Contains(tr.read.Text(), says) {
		t.Error("a code that changed still counts as checked")
	}
}
