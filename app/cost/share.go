package cost

import "deskleaf/content"

// Estimate reckons what the patient is likely to pay with a plan. What cannot be
// reckoned is a [*Refusal].
func (in Input) Estimate() (Estimate, error) {
	if err := in.check(); err != nil {
		return Estimate{}, err
	}
	if err := in.checkPlan(); err != nil {
		return Estimate{}, err
	}
	e := in.bothEnds(Input.share)
	if in.Plan.maximum() == nil {
		e.Notes = append(e.Notes, Note{Kind: NoMaximum})
	}
	return e, nil
}

// bothEnds reckons once with all low ends and once with all high ends.
func (in Input) bothEnds(reckon func(Input, *reckoning) Cents) Estimate {
	lows, highs := reckoning{end: low}, reckoning{end: high}
	e := Estimate{Notes: in.notes()}
	e.Total.Low, e.Total.High = reckon(in, &lows), reckon(in, &highs)
	e.Allowed = Range{lows.allowed, highs.allowed}
	lows.add(Step{Kind: TotalStep}, e.Total.Low)
	highs.add(Step{Kind: TotalStep}, e.Total.High)
	e.Steps = join(lows.steps, highs.steps)
	return e
}

// left is what the bills so far have left of the plan's sums.
type left struct {
	deductible Cents
	maximum    Cents
	limited    bool // there is a maximum
}

// leftAt is what is left before the first bill.
func (p Plan) leftAt(e end) left {
	var l left
	if d := p.deductible(); d != nil {
		l.deductible = d.at(e)
	}
	if m := p.maximum(); m != nil {
		l.maximum, l.limited = m.at(e), true
	}
	return l
}

// share is the patient's share of all bills at one end.
func (in Input) share(r *reckoning) (total Cents) {
	sums := in.Plan.leftAt(r.end)
	for _, b := range in.Bills {
		one := in.billShare(r, b, &sums)
		if len(in.Bills) > 1 {
			r.add(Step{Kind: BillStep, Who: b.Who}, one)
		}
		total += one
	}
	return total + in.notCovered(r)
}

// notCovered is what the plan does not pay for at all.
func (in Input) notCovered(r *reckoning) Cents {
	amount := in.NotCovered.at(r.end)
	r.add(Step{Kind: NotCoveredStep}, amount)
	return amount
}

// billShare is the patient's share of one bill; it takes from sums what the bill
// uses up of them.
func (in Input) billShare(r *reckoning, b Bill, sums *left) (share Cents) {
	allowed := in.adjust(r, b)
	switch {
	case b.Copay == nil:
		share = in.insured(r, b.Who, allowed, sums)
	case b.Copay.Rule == Instead:
		share = min(b.Copay.Amount, allowed)
		r.add(Step{Kind: CopayStep, Who: b.Who}, share)
	case b.Copay.Rule == Before:
		share = min(b.Copay.Amount, allowed)
		r.add(Step{Kind: CopayStep, Who: b.Who}, share)
		share += in.insured(r, b.Who, allowed-share, sums)
	default: // Plus; never more than what the bill allows
		share = in.insured(r, b.Who, allowed, sums)
		top := min(b.Copay.Amount, allowed-share)
		r.add(Step{Kind: CopayStep, Who: b.Who}, top)
		share += top
	}
	if sums.limited {
		over := max(share-sums.maximum, 0)
		r.add(Step{Kind: MaximumStep, Who: b.Who}, -over)
		share -= over
		sums.maximum -= share
	}
	return share
}

// insured is deductible and coinsurance of an amount.
func (in Input) insured(r *reckoning, who content.Biller, amount Cents, sums *left) Cents {
	deductible := min(sums.deductible, amount)
	sums.deductible -= deductible
	r.add(Step{Kind: DeductibleStep, Who: who}, deductible)
	var rate Percent
	if in.Plan.Coinsurance != nil {
		rate = *in.Plan.Coinsurance
	}
	coinsurance := of(amount-deductible, rate)
	r.add(Step{Kind: CoinsuranceStep, Who: who}, coinsurance, rate)
	return deductible + coinsurance
}
