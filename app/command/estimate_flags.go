package command

import (
	"flag"
	"fmt"
	"strings"

	"deskleaf/app/cost"
	"deskleaf/content"
	"deskleaf/content/civil"
)

// quote is what the estimate command was asked for.
type quote struct {
	cost     cost.Case
	copay    *cost.Cents
	rule     cost.CopayRule
	code     string
	insurer  string
	plan     string
	clinic   string
	out      string
	language string
	asJSON   bool
}

// flags defines the options and writes them into q.
func (q *quote) flags(set *flag.FlagSet) {
	set.StringVar(&q.language, "lang", "en", "")
	set.StringVar(&q.code, "code", "", "")
	set.StringVar(&q.insurer, "insurer", "", "")
	set.StringVar(&q.plan, "plan", "", "")
	set.StringVar(&q.clinic, "clinic", "", "")
	set.StringVar(&q.out, "o", "", "")
	set.BoolVar(&q.asJSON, "json", false, "")
	set.BoolVar(&q.cost.Preventive, "preventive", false, "")
	set.IntVar(&q.cost.Offer.Months, "months", 0, "")
	set.Func("price", "", q.setPrice)
	set.Func("also", "", q.setAlso)
	amount := func(name string, into **cost.Range) {
		set.Func(name, "", func(s string) error {
			r, err := cost.ReadRange(s)
			*into = &r
			return err
		})
	}
	plan := &q.cost.Plan
	amount("deductible", &plan.Deductible)
	amount("family-deductible", &plan.FamilyDeductible)
	amount("oop", &plan.Maximum)
	amount("family-oop", &plan.FamilyMaximum)
	set.Func("not-covered", "", func(s string) (err error) { q.cost.NotCovered, err = cost.ReadRange(s); return err })
	set.Func("coinsurance", "", func(s string) error {
		p, err := cost.ReadPercent(s)
		plan.Coinsurance = &p
		return err
	})
	set.Func("copay", "", func(s string) error {
		c, err := cost.ReadAmount(s)
		q.copay = &c
		return err
	})
	set.Func("copay-rule", "", func(s string) error { q.rule = cost.CopayRule(s); return oneOf(s, "instead", "before", "plus") })
	set.Func("sides", "", func(s string) error { q.cost.BothSides = s == "both"; return oneOf(s, "one", "both") })
	set.Func("setting", "", func(s string) error {
		q.cost.Setting = content.Setting(s)
		return oneOf(s, "office", "asc", "hospital")
	})
	set.Func("payer", "", func(s string) error { q.cost.Payer = cost.Payer(s); return oneOf(s, "plan", "medicare", "self") })
	set.Func("discount", "", func(s string) (err error) { q.cost.Offer.Discount, err = cost.ReadPercent(s); return err })
	set.Func("both-percent", "", q.setBothPercent)
	set.Func("further", "", q.setFurther)
	set.Func("visit", "", func(s string) (err error) { q.cost.Day, err = civil.ParseDate(s); return err })
}

// billers are those whose price can be given by name.
var billers = []string{string(content.Doctor), string(content.Facility), string(content.Anesthesia), string(content.Laboratory)}

// setPrice reads "500-1500", for the first bill, or "facility=900".
func (q *quote) setPrice(s string) error {
	who, amount, named := strings.Cut(s, "=")
	if !named {
		who, amount = "", s
	} else if err := oneOf(who, billers...); err != nil {
		return err
	}
	r, err := cost.ReadPrice(amount)
	if err != nil {
		return err
	}
	if q.cost.Prices == nil {
		q.cost.Prices = map[content.Biller]cost.Price{}
	}
	q.cost.Prices[content.Biller(who)] = cost.Price{Range: r}
	return nil
}

func (q *quote) setAlso(s string) error {
	r, err := cost.ReadPrice(s)
	q.cost.Also = append(q.cost.Also, r)
	return err
}

// setBothPercent reads what the plan allows for both sides, of one side's price:
// from 100 to 200.
func (q *quote) setBothPercent(s string) error {
	half, err := cost.ReadPercent(strings.TrimPrefix(s, "1"))
	if strings.TrimSuffix(strings.TrimSpace(s), "%") == "200" {
		half, err = cost.Whole, nil
	}
	if err != nil || !strings.HasPrefix(s, "1") && half != cost.Whole {
		return fmt.Errorf("%q is not a percentage from 100 to 200", s)
	}
	q.cost.SecondSide = cost.Whole + half
	return nil
}

func (q *quote) setFurther(s string) error {
	q.cost.Further = nil
	for _, one := range strings.Split(s, ",") {
		p, err := cost.ReadPercent(one)
		if err != nil {
			return err
		}
		q.cost.Further = append(q.cost.Further, p)
	}
	return nil
}
