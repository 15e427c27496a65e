package gfe

import (
	"maps"
	"slices"
	"strings"

	"deskleaf/app/cost"
	"deskleaf/content/civil"
)

// A bill can be disputed when it is at least so much above what the estimate
// expects of that provider (45 CFR 149.620(a)(2)(ii)), within so many days of
// the first bill (149.620(c)(2)).
const (
	disputeFrom = cost.Cents(400_00)
	disputeDays = 120
)

// A Compared is a provider's bill beside what was expected of that provider. The
// rule looks at each provider by itself, never at the sum.
type Compared struct {
	Provider string
	Expected cost.Cents
	Billed   cost.Cents
	Above    cost.Cents // zero where the bill is not above
	Disputed bool       // it is far enough above for the patient to dispute it
}

// Compare puts bills beside the estimate, by the providers' names. A name that is
// not in the estimate comes back in unknown.
func (f Form) Compare(bills map[string]cost.Cents) (list []Compared, unknown []string) {
	found := map[string]bool{}
	for _, p := range f.Providers {
		for name, billed := range bills {
			if !strings.EqualFold(strings.TrimSpace(name), strings.TrimSpace(p.Name)) {
				continue
			}
			found[name] = true
			above := max(billed-p.Total(), 0)
			list = append(list, Compared{p.Name, p.Total(), billed, above, above >= disputeFrom})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(bills)) {
		if !found[name] {
			unknown = append(unknown, name)
		}
	}
	return list, unknown
}

// DisputeBy is the last day on which a patient can start a dispute.
func DisputeBy(firstBill civil.Date) civil.Date { return firstBill.AddDays(disputeDays) }
