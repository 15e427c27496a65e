package gfe

import (
	"deskleaf/app/cost"
	"deskleaf/content"
)

// Fill gives who bills for a procedure and what each expects to charge a patient
// without a plan: the prices of the case, with sides and discount, where they are
// one amount. Whose price is not known stands in others. Says tells what a code is
// for, in words that a patient reads.
func Fill(c cost.Case, p *content.Procedure, says func(code string) string) (providers []Provider, others []content.Bill) {
	c.Payer, c.Offer.Months = cost.WithNone, 0
	seen := map[content.Biller]bool{}
	for _, b := range c.Bills(p) {
		if seen[b.Who] {
			continue
		}
		seen[b.Who] = true
		if _, known := c.Prices[b.Who]; !known {
			others = append(others, b)
			continue
		}
		alone := c
		alone.Prices = map[content.Biller]cost.Price{b.Who: c.Prices[b.Who]}
		code := c.Code(p, b)
		line := Line{Service: says(code), Code: code, Quantity: 1}
		if a, err := alone.Answer(p); err == nil && a.Total().Low == a.Total().High {
			line.Charge = new(a.Total().High)
		}
		providers = append(providers, Provider{Kind: string(b.Who), Charges: []Line{line}})
	}
	return providers, others
}
