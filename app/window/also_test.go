package window

import (
	"strings"
	"testing"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/store"
	"deskleaf/content"

	"fyne.io/fyne/v2"
)

// company is the sample with a scan that often shares a visit with the injection.
func company(d *Deps) {
	scan := scope()
	scan.Procedure.ID, scan.Procedure.Sides = "scan", []content.Side{content.Left, content.Right}
	scan.Words["en"].Title, scan.Words["en"].Short = "Bone scan", "Bone scan"
	scan.Words["en"].Handout = map[content.Part]content.HandoutWords{content.Preparation: {Title: "Get ready for your scan"}}
	shot := injection()
	shot.Procedure.PrintAlso = []string{"scan", "gone"}
	colonoscopy := scope()
	colonoscopy.Procedure.NotWith = []string{"si-joint-injection"}
	d.Library = func(clinic.Clinic) Library { return shelf{shot, scan, colonoscopy} }
}

func TestSheetsThatGoTogetherPrintInOneJob(t *testing.T) {
	tr := try(t, 1366, 900, company)
	tr.type_("si j")
	if text := markup(tr); !strings.Contains(panelText(tr), "Print also") || !strings.Contains(text, "Bone scan") || strings.Contains(text, "gone") {
		t.Fatalf("the panel offers:\n%s", text)
	}
	tr.press(ctrl(fyne.KeyR)) // a side for the injection
	alone := len(tr.draft.pages.List)
	tr.press(ctrlShift(fyne.KeyB))
	text := tr.draftText()
	if !strings.Contains(text, "GET READY FOR YOUR INJECTION") || !strings.Contains(text, "GET READY FOR YOUR SCAN") {
		t.Fatalf("the pages say:\n%s", text)
	}
	if says := panelText(tr); !strings.Contains(markup(tr), "1 more sheet") || !strings.Contains(says, "Bone scan: **No side chosen") && !strings.Contains(says, "Bone scan: No side chosen") {
		t.Errorf("the panel says:\n%s", says)
	}
	tr.press(ctrl(fyne.KeyP))
	if len(tr.printer.jobs) != 1 || tr.printer.jobs[0].Pages.Count() != alone+1 {
		t.Fatalf("%d jobs", len(tr.printer.jobs))
	}
	scan := tr.draft.laid[1]
	if !scan.Notes.NeedsSide || strings.Contains(scan.Pages.Plain(), "RIGHT") || tr.draft.laid[0].Notes.NeedsSide {
		t.Error("the side of one sheet is the other's too")
	}
	tr.press(ctrlShift(fyne.KeyB))
	if strings.Contains(tr.draftText(), "YOUR SCAN") {
		t.Error("the sheet cannot be taken away again")
	}
	tr.press(ctrlShift(fyne.KeyB))
	tr.NextPatient()
	tr.type_("si j")
	if len(tr.visit.Also) > 0 || len(tr.draft.laid) != 1 {
		t.Error("the next patient is given the other sheet too")
	}
}

func TestASheetThatCannotPrintHoldsBothBack(t *testing.T) {
	tr := try(t, 1366, 900, company)
	tr.type_("si j")
	tr.press(ctrlShift(fyne.KeyB))
	tr.press(ctrl(fyne.KeyL)) // the scan has no Spanish
	tr.press(ctrl(fyne.KeyP))
	if len(tr.printer.jobs) > 0 {
		t.Error("one of two sheets was printed")
	}
	if said := wordsIn(tr.root); !strings.Contains(said, "Bone scan: ") {
		t.Errorf("nothing names the sheet:\n%s", said)
	}
}

func TestAnotherSheetIsChosenAndKeptForTheClinic(t *testing.T) {
	folder := t.TempDir()
	tr := try(t, 1366, 900, company, func(d *Deps) {
		d.Files = store.OS{}
		d.Clinic = func(desk.Desk) clinic.Clinic { return clinic.Open(store.OS{}, folder) }
	})
	tr.type_("bone")
	tr.do("also-choose")
	tr.key(fyne.KeyDown, fyne.KeyReturn, fyne.KeyReturn) // the first of the others: the colonoscopy
	tr.tap(tr.words.T("also.keep", "procedure", "Bone scan"))
	tr.tap(tr.words.T("also.take"))
	if tr.dialogOpen() || len(tr.draft.laid) != 2 || tr.draft.laid[1].Procedure != "colonoscopy" {
		t.Fatalf("the sheets are %d", len(tr.draft.laid))
	}
	tr.NextPatient()
	tr.type_("bone")
	if got := clinic.Open(store.OS{}, folder).Facts.PrintAlso["scan"]; len(got) != 1 || got[0] != "colonoscopy" {
		t.Errorf("the clinic keeps %q", got)
	}
	if all := tr.offered(); len(all) != 1 || all[0].Name != "Colonoscopy" || len(tr.visit.Also) > 0 {
		t.Error("the sheet is not offered from now on, or printed unasked")
	}
}

func TestSheetsThatContradictEachOtherAreRefused(t *testing.T) {
	tr := try(t, 1366, 900, company)
	tr.type_("si j")
	tr.do("also-choose")
	tr.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyReturn)
	tr.tap(tr.words.T("also.take"))
	if !tr.dialogOpen() || len(tr.visit.Also) > 0 {
		t.Errorf("the visit has %v", tr.visit.Also)
	}
}
