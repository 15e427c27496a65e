package cost

// A SelfPay is what a clinic offers a patient without a plan.
type SelfPay struct {
	Discount Percent // off the price
	Months   int     // of the payment plan; 0 and 1 for none
}

// MostMonths is the longest payment plan.
const MostMonths = 120

// SelfPay reckons what a patient without a plan pays: the prices, less the
// clinic's discount.
func (in Input) SelfPay(offer SelfPay) (Estimate, error) {
	if err := in.check(); err != nil {
		return Estimate{}, err
	}
	if offer.Discount < 0 || offer.Discount > Whole || offer.Months < 0 || offer.Months > MostMonths {
		return Estimate{}, &Refusal{Reason: OutOfRange}
	}
	return in.bothEnds(func(in Input, r *reckoning) (total Cents) {
		for _, b := range in.Bills {
			one := in.adjust(r, b)
			off := of(one, offer.Discount)
			r.add(Step{Kind: DiscountStep, Who: b.Who}, -off, offer.Discount)
			if len(in.Bills) > 1 {
				r.add(Step{Kind: BillStep, Who: b.Who}, one-off)
			}
			total += one - off
		}
		return total + in.notCovered(r)
	}), nil
}

// Monthly is a payment plan over an amount: so much each month, and the rest,
// never more than that, in the last one.
func (s SelfPay) Monthly(total Cents) (each, last Cents) {
	n := Cents(max(s.Months, 1))
	each = (total + n - 1) / n
	return each, max(total-each*(n-1), 0)
}
