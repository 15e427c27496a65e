package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/app/cost"
	"deskleaf/app/cost/gfe"
	"deskleaf/app/cost/prices"
	"deskleaf/app/desk"
	"deskleaf/app/store"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/widgets"
)

// atCost is a trial with the cost tab of the injection in sight.
func atCost(t testing.TB, set ...setUp) *trial {
	t.Helper()
	tr := try(t, 1366, 900, set...)
	tr.Choose("si-joint-injection")
	tr.do("tab-cost")
	return tr
}

// known is a plan of which everything is known.
func known(talk *cost.Talk) {
	talk.Plan = cost.Plan{Deductible: new(cost.Exactly(200_00)), Coinsurance: new(cost.Percent(20_00)), Maximum: new(cost.Exactly(3000_00))}
}

func TestWithoutPriceThereIsNoEstimate(t *testing.T) {
	tr := atCost(t)
	tr.editMoney(known)
	shown := markup(tr)
	if !strings.Contains(shown, "No price is known") || strings.Contains(shown, "Patient pays about") || strings.Contains(shown, "$0.00") {
		t.Error("without a price there is an estimate, or nothing says why there is none")
	}
	tr.press(ctrl(fyne.KeyM))
	if got := fyne.CurrentApp().Clipboard().Content(); strings.Contains(got, "share") {
		t.Errorf("copied %q", got)
	}
}

func TestEstimateIsShownAndCopied(t *testing.T) {
	tr := atCost(t)
	tr.editMoney(known)
	tr.editMoney(func(talk *cost.Talk) { talk.SetPrice(content.Doctor, cost.Range{Low: 620_00, High: 980_00}) })
	shown := markup(tr)
	for _, want := range []string{"$284.00", "$356.00", "$284 to $356", "amount given for this visit"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the screen does not say %q", want)
		}
	}
	tr.press(ctrl(fyne.KeyM))
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.HasPrefix(got, "For one side, your share would likely be between $284 and $356. That is an estimate") {
		t.Errorf("copied %q", got)
	}
	tr.speakMoney("es")
	tr.press(ctrl(fyne.KeyM))
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.HasPrefix(got, "Por un lado, su parte estaría") {
		t.Errorf("copied %q", got)
	}
	tr.do("copy-tab")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, "Patient pays about: $284.00 – $356.00") {
		t.Errorf("the copied tab says\n%s", got)
	}
}

// TestMoneyFollowsTheVisit: the side is the visit's, and what belongs to one
// procedure does not stay for the next.
func TestMoneyFollowsTheVisit(t *testing.T) {
	tr := atCost(t)
	tr.editMoney(known)
	tr.editMoney(func(talk *cost.Talk) { talk.SetPrice(content.Doctor, cost.Exactly(100_00)) })
	tr.edit(func(v *visit.Visit) { v.Side = content.Both })
	if !tr.talk.BothSides {
		t.Error("a visit for both sides is reckoned for one")
	}
	tr.edit(func(v *visit.Visit) { v.Name = "Ana" })
	if !tr.talk.BothSides {
		t.Error("a name changes the side")
	}
	tr.Choose("colonoscopy")
	if len(tr.talk.Prices) > 0 || tr.talk.BothSides || tr.talk.Plan.Deductible == nil {
		t.Errorf("after another procedure the talk is %+v", tr.talk)
	}
}

func TestNextPatientForgetsMoney(t *testing.T) {
	tr := atCost(t)
	tr.editMoney(known)
	tr.editMoney(func(talk *cost.Talk) {
		talk.SetPrice(content.Doctor, cost.Exactly(777_00))
		talk.Approval = cost.Approval{State: cost.ApprovalNeeded, Who: "Mr. Plan", Number: "REF-4711"}
		talk.Copay = &cost.Copay{Amount: 40_00, Rule: cost.Plus}
	})
	tr.speakMoney("es")
	tr.NextPatient()
	if tr.holdsMoney() || tr.saying != "" {
		t.Errorf("the talk still is %+v", tr.talk)
	}
	tr.Choose("si-joint-injection")
	shown := markup(tr)
	for _, gone := range []string{"777", "REF-4711", "Mr. Plan", "$200"} {
		if strings.Contains(shown, gone) {
			t.Errorf("the next patient sees %q", gone)
		}
	}
}

func TestPractice(t *testing.T) {
	tr := atCost(t)
	tr.practise(true)
	if shown := markup(tr); !strings.Contains(shown, "Practice numbers.") || !strings.Contains(shown, "$284.00") {
		t.Error("the practice plan is not shown as one")
	}
	tr.practise(false)
	if shown := markup(tr); tr.holdsMoney() || strings.Contains(shown, "$284.00") {
		t.Error("practice numbers stay")
	}
}

// TestPriceListIsTakenAndUndone goes the whole way: a bad list is refused with
// its places, a good one is looked at, taken, used, and undone.
func TestPriceListIsTakenAndUndone(t *testing.T) {
	tr := atCost(t)
	tr.editMoney(known)
	choose := func(text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(tr.folder, "a.csv"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		tr.do("prices")
		if !strings.Contains(overlay(tr), "Prices of the clinic") {
			t.Fatal("the prices do not open")
		}
		widgets.CloseDialogs(tr.frame.Canvas())
		tr.choosePrices()
		tr.key(fyne.KeyDown, fyne.KeyReturn) // past the folder above
	}
	choose("code,allowed\n27096,-5\n1.2E+05,100\n")
	for _, want := range []string{"Nothing was taken from a.csv", "line 2, column 2", "line 3, column 1"} {
		if !strings.Contains(overlay(tr), want) {
			t.Errorf("of a bad list it is not said that %q", want)
		}
	}
	tr.key(fyne.KeyReturn)
	if overlay(tr) != "" || len(tr.prices) > 0 {
		t.Fatal("a bad list was taken, or its dialog stays")
	}

	choose("Fees of 2026\nCPT,Description,BCBS PPO allowed,Self pay\n27096,SI joint,412.50,600\n")
	if shown := overlay(tr); !strings.Contains(shown, "Not used:") || !strings.Contains(shown, "Description, BCBS PPO allowed.") {
		t.Errorf("columns that are not used are left out in silence:\n%s", shown)
	}
	tr.key(fyne.KeyEscape)

	choose("code,payer,allowed,from,to,source\n27096,Acme,620-980,2026-09-01,,contract of May\n27096,Acme,1,2024-01-01,2024-12-31,\n")
	if shown := overlay(tr); !strings.Contains(shown, "2 new, 0 changed, 0 dropped") || !strings.Contains(shown, "1 expired (never used)") || !strings.Contains(shown, "contract") && !strings.Contains(shown, "Acme") {
		t.Errorf("the preview is\n%s", shown)
	}
	if len(tr.prices) > 0 {
		t.Error("the list is in use before anybody agreed")
	}
	tr.key(fyne.KeyReturn)
	if len(tr.prices) != 2 || !strings.Contains(markup(tr), "$284.00") || !strings.Contains(markup(tr), "contract of May") {
		t.Error("the new prices are not used")
	}
	if again, _, err := prices.Open(store.OS{}, tr.folder); err != nil || len(again) != 2 {
		t.Errorf("the folder holds %d prices, %v", len(again), err)
	}
	if tr.holdsMoney() && len(tr.talk.Prices) > 0 {
		t.Error("a listed price became one of the patient's")
	}
	tr.undoPrices()
	if len(tr.prices) > 0 || strings.Contains(markup(tr), "$284.00") {
		t.Error("undone, the prices are still used")
	}
}

// TestDamagedPriceListIsSaid at the start.
func TestDamagedPriceListIsSaid(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, prices.File), []byte("code,allowed\n27096,lots\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tr := try(t, 1366, 700, func(d *Deps) { d.Clinic = func(desk.Desk) clinic.Clinic { return clinic.Open(store.OS{}, folder) } })
	if !strings.Contains(markup(tr), "About the clinic’s price list:") {
		t.Error("nothing says that the price list cannot be used")
	}
}

// TestScheduleGivesMedicareAmounts takes the two files of CMS.
func TestScheduleGivesMedicareAmounts(t *testing.T) {
	tr := atCost(t)
	write := func(name, text string) string {
		path := filepath.Join(tr.folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	relative := write("PPRRVU26.csv", ",,2026 National Physician Fee Schedule\n,,,STATUS,WORK,NON-FAC,NA,FACILITY,MP,CONV\nHCPCS,MOD,,CODE,RVU,PE RVU,INDICATOR,PE RVU,RVU,FACTOR\n27096,,,A,1.44,3.68,,0.75,0.14,33.4009\n")
	indices := write("GPCI2026.csv", "State,Locality Number,Locality Name,2026 PW GPCI,2026 PE GPCI,2026 MP GPCI\nFL,4,MIAMI,1,1,1\n")
	tr.readFees(relative, relative)
	if !strings.Contains(markup(tr), "not laid out as the table of geographic indices") {
		t.Error("the wrong file was taken for the indices")
	}
	tr.readFees(relative, indices)
	if !strings.Contains(overlay(tr), "FL 04, MIAMI") {
		t.Fatal("nothing asks for the locality")
	}
	tr.frame.Canvas().Focus(nil)
	tr.key(fyne.KeyReturn) // look
	tr.key(fyne.KeyReturn) // use
	tr.editMoney(func(talk *cost.Talk) { talk.Payer, talk.Plan.Deductible = cost.WithMedicare, new(cost.Range{}) })
	if !strings.Contains(markup(tr), "$35.14") {
		t.Error("Medicare's share is not shown")
	}
}

// TestCostNotesGoWithTheHandout: ticked, they print in the handout's language;
// practice numbers never do; the next patient begins without them.
func TestCostNotesGoWithTheHandout(t *testing.T) {
	tr := atCost(t)
	tr.editMoney(known)
	before := tr.draft.pages.Count()
	tr.printMoney(true)
	if tr.draft.pages.Count() <= before || !strings.Contains(tr.draft.pages.Plain(), "We do not have a price yet") {
		t.Fatal("ticked, the page about money does not print")
	}
	tr.editMoney(func(talk *cost.Talk) { talk.SetPrice(content.Doctor, cost.Exactly(900_00)) })
	if text := tr.draft.pages.Plain(); !strings.Contains(text, "You pay about $340.") || !strings.Contains(text, "WHAT IF I HAVE TROUBLE PAYING?") {
		t.Errorf("the pages say\n%s", text)
	}
	if shown := markup(tr); !strings.Contains(shown, "cost notes") {
		t.Error("Print does not say that it prints cost notes")
	}
	tr.edit(func(v *visit.Visit) { v.Language = "es" })
	if text := tr.draft.pages.Plain(); !strings.Contains(text, "Usted paga más o menos $340.") {
		t.Errorf("in Spanish the pages say\n%s", text)
	}
	tr.practise(true)
	tr.printMoney(true)
	if text := tr.draft.pages.Plain(); strings.Contains(text, "$284") || !strings.Contains(markup(tr), "Practice numbers are not printed.") {
		t.Error("practice numbers print, or nothing says that they do not")
	}
	tr.NextPatient()
	if tr.talk.Paper {
		t.Error("the next patient gets cost notes without asking")
	}
}

// TestGoodFaithIsSavedAndOpened: filled in from the visit, saved, opened again,
// and compared with a bill. The clinic remembers who bills, and nothing else.
func TestGoodFaithIsSavedAndOpened(t *testing.T) {
	tr := atCost(t)
	tr.editMoney(func(talk *cost.Talk) { talk.SetPrice(content.Doctor, cost.Exactly(450_00)) })
	tr.edit(func(v *visit.Visit) { v.Name, v.Date = "Maria Lopez", civil.Date{Year: 2026, Month: 12, Day: 10} })
	tr.press(ctrlShift(fyne.KeyG))
	shown := overlay(tr)
	for _, want := range []string{"Maria Lopez", "Sacroiliac (SI) joint injection", "12/10/2026", "27096", "450", "Save as a draft", "Nov 27"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the form does not say %q", want)
		}
	}
	form := tr.knownGoodFaith()
	form.Patient.Born = civil.Date{Year: 1961, Month: 5, Day: 4}
	form.Providers[0].Name, form.Providers[0].NPI, form.Providers[0].TIN, form.Providers[0].Place, form.Providers[0].State = "Dr. Li", "1234567893", "12-3456789", "12 Main Street", "IL"
	widgets.CloseDialogs(tr.frame.Canvas())
	tr.showGoodFaith(form)
	if strings.Contains(overlay(tr), "Save as a draft") {
		t.Fatalf("with everything in it the form is a draft: %v", form.Lacks())
	}
	button(t, tr, "Save").OnTapped()
	tr.key(fyne.KeyReturn)
	path := filepath.Join(tr.folder, "good-faith-estimate-2026-12-10.pdf")
	saved, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	again, err := gfe.Read("saved.pdf", saved)
	if err != nil || again.Patient.Name != "Maria Lopez" || *again.Providers[0].Charges[0].Charge != 450_00 {
		t.Errorf("the saved PDF holds %+v, %v", again, err)
	}
	widgets.CloseDialogs(tr.frame.Canvas())
	kept, err := os.ReadFile(filepath.Join(tr.folder, "clinic.yaml"))
	if err != nil || !strings.Contains(string(kept), "1234567893") || strings.Contains(string(kept), "Lopez") {
		t.Errorf("the clinic remembers %q, %v", kept, err)
	}
	tr.NextPatient()
	tr.Choose("si-joint-injection")
	if known := tr.knownGoodFaith(); known.Providers[0].NPI != "1234567893" || known.Patient.Name != "" {
		t.Errorf("the next estimate begins with %+v", known)
	}
	says := tr.compared(form, []*widgets.Field{typedField("850")}, "12/20")
	if !strings.Contains(says, "$400.00 above") || !strings.Contains(says, "Apr 19, 2027") {
		t.Errorf("compared: %q", says)
	}
	tr.chooseGoodFaith()
	tr.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // past the folder above and clinic.yaml
	if !strings.Contains(overlay(tr), "Maria Lopez") {
		t.Error("the saved estimate does not open")
	}
	if !tr.holdsVisit() {
		t.Error("an open estimate is not cleared when nobody is at the desk")
	}
}

func typedField(text string) *widgets.Field {
	f := widgets.NewField("")
	f.SetText(text)
	return f
}
