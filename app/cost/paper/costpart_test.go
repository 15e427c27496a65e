package paper

import (
	"os"
	"strings"
	"testing"

	"deskleaf/app/cost"
	"deskleaf/app/sheet"
	"deskleaf/assets/goldentest"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/phrases"
)

// injection is a procedure with two settings, a reference, and posted prices.
func injection() *content.Procedure {
	return &content.Procedure{
		ID: "si", Sides: []content.Side{content.Left, content.Right, content.Both}, Preventive: content.ColorectalScreening,
		Codes: []content.Code{{Number: "27096", Primary: true, Status: content.CodeCurrent, Bilateral: "1"}, {Number: "G0260", Status: content.CodeCurrent, Bilateral: "9"}},
		Bills: []content.Bill{{Setting: content.Office, Who: content.Doctor, Codes: []string{"27096"}},
			{Setting: content.Hospital, Who: content.Doctor, Codes: []string{"27096"}}, {Setting: content.Hospital, Who: content.Facility, Codes: []string{"G0260"}}},
		Price: content.Price{Reference: content.Range{Low: 500, High: 1500}, Date: civil.Date{Year: 2026, Month: 1, Day: 28},
			Posted: []content.PostedPrice{{Code: "27096", Hospitals: 2117, P10: 184, P25: 444, Median: 955, P75: 1777, P90: 2925}}},
	}
}

// money is what is known of one patient's money.
func money(t *testing.T, change func(*cost.Case)) Money {
	t.Helper()
	c := cost.Case{
		Setting: content.Hospital, Day: civil.Date{Year: 2026, Month: 12, Day: 10},
		Prices: map[content.Biller]cost.Price{content.Doctor: {Range: cost.Range{Low: 620_00, High: 980_00}, From: cost.Listed, Source: "contract of May", Date: civil.Date{Year: 2026, Month: 9, Day: 1}}},
		Plan:   cost.Plan{Deductible: new(cost.Exactly(200_00)), Coinsurance: new(cost.Percent(20_00)), Maximum: new(cost.Exactly(3000_00))},
	}
	if change != nil {
		change(&c)
	}
	a, err := c.Answer(injection())
	if err != nil && len(c.Prices) > 0 {
		t.Fatal(err)
	}
	return Money{Procedure: injection(), Case: c, Answer: a, Approval: cost.Approval{State: cost.ApprovalNeeded, Who: "Ms. Hall", When: "11/24", Number: "REF-1"},
		Help: "Call Jo at (217) 555-0142.\nAsk for form 7.", Includes: "The shot and one visit after it."}
}

// onPaper is the page about money as a sheet of its own.
func onPaper(t *testing.T, language string, m Money) *sheet.Pages {
	t.Helper()
	p, err := phrases.In(language)
	if err != nil {
		t.Fatal(err)
	}
	return pages(t, CostSheet(p, m, clinicHere(), "SI joint injection", today), nil)
}

func TestCostPages(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		made := onPaper(t, language, money(t, nil))
		goldentest.Hold(t, "testdata/cost-"+language+".txt", made.Plain())
		if len(made.List) > 2 {
			t.Errorf("%s: the page about money has %d pages", language, len(made.List))
		}
		if folder := os.Getenv("DESKLEAF_PAGES"); folder != "" {
			pdf, err := made.PDF()
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(folder+"/cost-"+language+".pdf", pdf, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestCostPageAnswersTheQuestions, however the case lies, and never says nothing
// where it should say that nothing is known.
func TestCostPageAnswersTheQuestions(t *testing.T) {
	tests := []struct {
		name   string
		change func(*cost.Case)
		has    []string
		hasNot []string
	}{
		{"a plan", nil, []string{"You pay about $284 to $356.", "27096, G0260", "Not included: the facility", "Ms. Hall", "REF-1", "form 7", "Price | Low: $620.00", "contract of May", "Sep 1, 2026"}, []string{"one visit after it"}},
		{"no price", func(c *cost.Case) { c.Prices = nil }, []string{"We do not have a price yet", "Hospitals post: $955", "Questions for your plan"}, []string{"$0.00", "You pay about"}},
		{"one amount", func(c *cost.Case) {
			c.Prices = map[content.Biller]cost.Price{content.Doctor: {Range: cost.Exactly(900_00)}}
		}, []string{"You pay about $340.", "Amount: $900.00"}, []string{"Low:"}},
		{"self-pay", func(c *cost.Case) { c.Payer, c.Offer = cost.WithNone, cost.SelfPay{Discount: 25_00, Months: 6} },
			[]string{"You can pay in 6 months: $122.50 each month", "Self-pay discount, 25%", "one visit after it"}, []string{"Questions for your plan", "approval"}},
		{"a screening", func(c *cost.Case) { c.Preventive = true }, []string{"If it stays a screening, you pay about $0.", "If something is found and treated, you pay about $0 to $356."}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := onPaper(t, "en", money(t, test.change)).Plain()
			flat := strings.ToLower(strings.Join(strings.Fields(text), " "))
			for _, want := range append(test.has, "How much will I have to pay?", "What is included?", "What if I have trouble paying?", "CPT is a registered trademark") {
				if !strings.Contains(flat, strings.ToLower(want)) {
					t.Errorf("the page does not say %q:\n%s", want, text)
				}
			}
			for _, not := range test.hasNot {
				if strings.Contains(flat, strings.ToLower(not)) {
					t.Errorf("the page says %q:\n%s", not, text)
				}
			}
		})
	}
}
