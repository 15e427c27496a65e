package cost

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deskleaf/content"
	"deskleaf/content/civil"
)

// office is one bill of the doctor's for one code.
func office(price Range) []Bill {
	return []Bill{{Who: content.Doctor, Lines: []Line{{Code: "27096", Price: price, Bilateral: "1", Multiple: "2"}}}}
}

// plan is a plan with everything known.
func plan(deductible Cents, coinsurance Percent, maximum Cents) Plan {
	return Plan{Deductible: new(Exactly(deductible)), Coinsurance: new(coinsurance), Maximum: new(Exactly(maximum))}
}

const large = 1_000_000_00

// TestCases are worked examples: those of the sources that the rules come from,
// and one for each rule.
func TestCases(t *testing.T) {
	bill := func(copay *Copay, prices ...Cents) []Bill {
		b := Bill{Who: content.Doctor, Copay: copay}
		for _, p := range prices {
			b.Lines = append(b.Lines, Line{Code: "64483", Price: Exactly(p), Bilateral: "1", Multiple: "2"})
		}
		return []Bill{b}
	}
	free := plan(0, 0, large)
	tests := []struct {
		name string
		in   Input
		want Cents
	}{
		{"deductible, then coinsurance", Input{Bills: bill(nil, 900_00), Plan: plan(200_00, 30_00, large)}, 410_00},
		{"a deductible larger than the price takes the price", Input{Bills: bill(nil, 350_00), Plan: plan(1500_00, 20_00, 6000_00)}, 350_00},
		{"a published example, put right", Input{Bills: bill(nil, 1500_00), Plan: plan(300_00, 30_00, large)}, 660_00},
		{"the copay alone", Input{Bills: bill(&Copay{30_00, Instead}, 150_00)}, 30_00},
		{"Medicare, one side, 2026 national office rate", Input{Bills: bill(nil, 175_69), Plan: Plan{Deductible: new(Range{}), Coinsurance: new(Percent(20_00))}}, 35_14},
		{"a copay larger than the price", Input{Bills: bill(&Copay{200_00, Instead}, 150_00)}, 150_00},
		{"copay before the rest", Input{Bills: bill(&Copay{40_00, Before}, 1000_00), Plan: plan(200_00, 20_00, large)}, 392_00},
		{"copay on top of the rest", Input{Bills: bill(&Copay{40_00, Plus}, 1000_00), Plan: plan(200_00, 20_00, large)}, 400_00},
		{"copay on top, never above the price", Input{Bills: bill(&Copay{40_00, Plus}, 210_00), Plan: plan(200_00, 20_00, large)}, 210_00},
		{"the maximum", Input{Bills: bill(nil, 10_000_00), Plan: plan(1000_00, 20_00, 1500_00)}, 1500_00},
		{"a copay counts toward the maximum", Input{Bills: bill(&Copay{40_00, Instead}, 300_00), Plan: plan(0, 0, 25_00)}, 25_00},
		{"the family's deductible is smaller", Input{Bills: bill(nil, 1000_00), Plan: Plan{
			Deductible: new(Exactly(800_00)), FamilyDeductible: new(Exactly(100_00)), Coinsurance: new(Percent(20_00)),
		}}, 280_00},
		{"the family's maximum is smaller", Input{Bills: bill(nil, 1000_00), Plan: Plan{
			Deductible: new(Exactly(100_00)), Coinsurance: new(Percent(50_00)), Maximum: new(Exactly(900_00)), FamilyMaximum: new(Exactly(300_00)),
		}}, 300_00},
		{"not covered is outside the maximum", Input{Bills: bill(nil, 1000_00), NotCovered: Exactly(75_00), Plan: plan(100_00, 50_00, 300_00)}, 375_00},
		{"three procedures on one day", Input{Bills: bill(nil, 100_00, 300_00, 200_00), Plan: plan(large, 0, large)}, 450_00},
		{"a plan's own rule for further procedures", Input{Bills: bill(nil, 100_00, 300_00, 200_00), Further: []Percent{100_00, 50_00, 25_00}, Plan: plan(large, 0, large)}, 425_00},
		{"both sides come before further procedures", Input{Bills: bill(nil, 100_00, 120_00), BothSides: true, Plan: plan(large, 0, large)}, 255_00},
		{"half a cent goes up, once", Input{Bills: bill(nil, 10_01, 10_01), BothSides: true, Plan: plan(large, 0, large)}, 15_02 + 7_51},
		{"nothing to pay", Input{Bills: bill(nil, 100_00), Plan: free}, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := test.in.Estimate()
			if err != nil {
				t.Fatal(err)
			}
			if got.Total != Exactly(test.want) {
				t.Errorf("the share is %v to %v, want %v; steps: %+v", got.Total.Low, got.Total.High, test.want, got.Steps)
			}
		})
	}
}

// TestRange is the example of the cost screen, with every step.
func TestRange(t *testing.T) {
	got, err := Input{Bills: office(Range{620_00, 980_00}), Plan: plan(200_00, 20_00, 3000_00)}.Estimate()
	if err != nil {
		t.Fatal(err)
	}
	want := []Step{
		{Kind: PriceStep, Who: content.Doctor, Code: "27096", Amount: Range{620_00, 980_00}},
		{Kind: DeductibleStep, Who: content.Doctor, Amount: Exactly(200_00)},
		{Kind: CoinsuranceStep, Who: content.Doctor, Amount: Range{84_00, 156_00}, Percent: [2]Percent{20_00, 20_00}},
		{Kind: TotalStep, Amount: Range{284_00, 356_00}},
	}
	if diff := cmp.Diff(want, got.Steps); diff != "" {
		t.Errorf("steps (-want +got):\n%s", diff)
	}
}

// TestBillsInOrder carries what is left from bill to bill.
func TestBillsInOrder(t *testing.T) {
	in := Input{
		Bills: []Bill{
			{Who: content.Facility, Lines: []Line{{Code: "G0260", Price: Exactly(900_00)}}},
			{Who: content.Doctor, Lines: []Line{{Code: "27096", Price: Exactly(100_00)}}},
		},
		Plan: plan(500_00, 20_00, 590_00),
	}
	for range 2 {
		got, err := in.Estimate()
		if err != nil {
			t.Fatal(err)
		}
		if got.Total != Exactly(590_00) { // 500 + 20 % of 500 is 600, and 590 are left
			t.Errorf("the share is %v", got.Total)
		}
		in.Bills[0], in.Bills[1] = in.Bills[1], in.Bills[0]
	}
}

// TestSides holds the bilateral indicators of the fee schedule.
func TestSides(t *testing.T) {
	tests := []struct {
		indicator string
		second    Percent
		want      Cents
		note      NoteKind
	}{
		{"1", 0, 150_00, ""},
		{"1", 145_00, 145_00, ""},
		{"3", 0, 200_00, ""},
		{"0", 0, 100_00, SideForbidden},
		{"2", 150_00, 100_00, SideForbidden},
		{"9", 0, 100_00, SideUnruled},
		{"", 0, 150_00, SideAssumed},
	}
	for _, test := range tests {
		bills := office(Exactly(100_00))
		bills[0].Lines[0].Bilateral = test.indicator
		got, err := Input{Bills: bills, BothSides: true, SecondSide: test.second, Plan: plan(large, 0, large)}.Estimate()
		if err != nil {
			t.Fatal(err)
		}
		var note NoteKind
		if len(got.Notes) > 0 {
			note = got.Notes[0].Kind
		}
		if got.Total != Exactly(test.want) || note != test.note {
			t.Errorf("indicator %q: %v with note %q, want %v with %q", test.indicator, got.Total.Low, note, test.want, test.note)
		}
	}
	bills := office(Exactly(100_00))
	bills[0].Lines[0].Both = true
	if got, _ := (Input{Bills: bills, BothSides: true, Plan: plan(large, 0, large)}).Estimate(); got.Total != Exactly(100_00) {
		t.Errorf("a price for both sides became %v", got.Total.Low)
	}
}

// TestEndoscopy takes codes of one family reduced and in full.
func TestEndoscopy(t *testing.T) {
	bills := []Bill{{Who: content.Doctor, Lines: []Line{
		{Code: "45385", Price: Exactly(400_00), Multiple: "3"}, {Code: "45380", Price: Exactly(300_00), Multiple: "3"},
	}}}
	got, err := Input{Bills: bills, Plan: plan(large, 0, large)}.Estimate()
	if want := (Range{550_00, 700_00}); err != nil || got.Total != want || got.Notes[0].Kind != FurtherUncertain {
		t.Errorf("got %v with %v, %v; want %v and a note", got.Total, got.Notes, err, want)
	}
}

func TestRefusals(t *testing.T) {
	price := office(Exactly(500_00))
	copay := office(Exactly(500_00))
	copay[0].Copay = &Copay{Amount: 40_00}
	over := plan(0, 120_00, large)
	tests := []struct {
		name string
		in   Input
		want RefusalReason
	}{
		{"no bills", Input{Plan: plan(0, 0, 0)}, NoPrice},
		{"a price of nothing", Input{Bills: office(Range{}), Plan: plan(0, 0, 0)}, NoPrice},
		{"a bill without lines", Input{Bills: []Bill{{Who: content.Doctor}}, Plan: plan(0, 0, 0)}, NoPrice},
		{"low above high", Input{Bills: office(Range{500_00, 100_00}), Plan: plan(0, 0, 0)}, OutOfRange},
		{"no deductible", Input{Bills: price, Plan: Plan{Coinsurance: new(Percent(20_00))}}, NoDeductible},
		{"no coinsurance", Input{Bills: price, Plan: Plan{Deductible: new(Range{})}}, NoCoinsurance},
		{"a copay without its rule", Input{Bills: copay, Plan: plan(0, 0, large)}, NoCopayRule},
		{"a maximum below the deductible", Input{Bills: price, Plan: plan(3000_00, 20_00, 1000_00)}, MaximumLow},
		{"120 percent", Input{Bills: price, Plan: over}, OutOfRange},
		{"less for both sides than for one", Input{Bills: price, SecondSide: 50_00, Plan: plan(0, 0, large)}, OutOfRange},
		{"further procedures above the whole", Input{Bills: price, Further: []Percent{150_00}, Plan: plan(0, 0, large)}, OutOfRange},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := test.in.Estimate()
			var refusal *Refusal
			if !errors.As(err, &refusal) || refusal.Reason != test.want {
				t.Fatalf("got %v, want the reason %q", err, test.want)
			}
			if refusal.Error() == "" || refusal.Hint() == "" {
				t.Errorf("says %q and %q", refusal.Error(), refusal.Hint())
			}
		})
	}
}

// TestScreening holds both outcomes of preventive care, by payer and date.
func TestScreening(t *testing.T) {
	in := Input{Bills: office(Exactly(1000_00)), Plan: plan(500_00, 20_00, large)}
	tests := []struct {
		name  string
		of    content.Preventive
		payer Payer
		day   string
		kind  OutcomeKind
		want  Range
		until string
	}{
		{"Medicare, large bowel, the last day of 15 %", content.ColorectalScreening, WithMedicare, "2026-12-31", BecomesTreatment, Exactly(150_00), "2026-12-31"},
		{"Medicare, large bowel, the first day of 10 %", content.ColorectalScreening, WithMedicare, "2027-01-01", BecomesTreatment, Exactly(100_00), "2029-12-31"},
		{"Medicare, large bowel, nothing from 2030", content.ColorectalScreening, WithMedicare, "2030-01-01", BecomesTreatment, Exactly(0), ""},
		{"Medicare, another screening", content.OtherScreening, WithMedicare, "2026-12-10", NotScreening, Exactly(600_00), ""},
		{"a plan, another screening", content.OtherScreening, WithPlan, "2026-12-10", NotScreening, Exactly(600_00), ""},
		{"a plan may pay all or its usual part", content.ColorectalScreening, WithPlan, "2026-12-10", BecomesTreatment, Range{0, 600_00}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			date, err := civil.ParseDate(test.day)
			if err != nil {
				t.Fatal(err)
			}
			got, err := in.Screening(test.of, test.payer, date)
			if err != nil {
				t.Fatal(err)
			}
			if got[0].Kind != StaysScreening || got[0].Estimate.Total != (Range{}) {
				t.Errorf("a screening costs %v", got[0].Estimate.Total)
			}
			if got[1].Kind != test.kind || got[1].Estimate.Total != test.want || got[1].Until.String() != test.until {
				t.Errorf("%s costs %v until %q, want %v until %q", got[1].Kind, got[1].Estimate.Total, got[1].Until, test.want, test.until)
			}
			if last := got[1].Estimate.Steps[len(got[1].Estimate.Steps)-1]; last.Amount != test.want {
				t.Errorf("the last step says %v", last.Amount)
			}
		})
	}
}

func TestMedicareYears(t *testing.T) {
	for i, y := range medicareYears {
		if i > 0 && medicareYears[i-1].Until.AddDays(1) != y.From {
			t.Errorf("between %v and %v there is a gap", medicareYears[i-1].Until, y.From)
		}
		for _, day := range []civil.Date{y.From, y.Until} {
			if got, ok := Medicare(day); !ok || got != y {
				t.Errorf("%v is in %+v, %t", day, got, ok)
			}
		}
	}
	last := medicareYears[len(medicareYears)-1]
	if _, ok := Medicare(last.Until.AddDays(1)); ok {
		t.Error("figures of a year that is over are taken for the next one")
	}
}

func TestSelfPay(t *testing.T) {
	in := Input{Bills: office(Range{500_00, 900_00}), BothSides: true}
	got, err := in.SelfPay(SelfPay{Discount: 25_00})
	if want := (Range{562_50, 1012_50}); err != nil || got.Total != want {
		t.Errorf("got %v, %v, want %v", got.Total, err, want)
	}
	for _, test := range []struct {
		total      Cents
		months     int
		each, last Cents
	}{{600_00, 6, 100_00, 100_00}, {100_00, 3, 33_34, 33_32}, {100_00, 0, 100_00, 100_00}, {5, 4, 2, 0}} {
		each, last := SelfPay{Months: test.months}.Monthly(test.total)
		if each != test.each || last != test.last {
			t.Errorf("%v in %d months: %v and last %v, want %v and %v", test.total, test.months, each, last, test.each, test.last)
		}
	}
	if _, err := in.SelfPay(SelfPay{Discount: 101_00}); err == nil {
		t.Error("a discount of more than the price was taken")
	}
	if _, err := (Input{}).SelfPay(SelfPay{}); err == nil {
		t.Error("no price at all was taken")
	}
}
