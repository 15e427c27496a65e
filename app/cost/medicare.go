package cost

import (
	"deskleaf/content/civil"
)

// A MedicareYear is what Original Medicare (Part B) asks of everybody in one
// year. It has no out-of-pocket maximum.
type MedicareYear struct {
	From, Until civil.Date // the first and last day
	Deductible  Cents      // for the whole year
	Coinsurance Percent
	Source      string
	Read        civil.Date // the day that the source was read
}

// medicareYears are the years that are known, in their order. A year that is not
// here is not reckoned with another year's figures: staff type what is left of
// the deductible.
//
// Sources: CMS fact sheets of 8 November 2024 and 14 November 2025, "Medicare
// Parts A & B Premiums and Deductibles". Coinsurance: 42 U.S.C. 1395l(a).
var medicareYears = []MedicareYear{
	{
		From: civil.Date{Year: 2025, Month: 1, Day: 1}, Until: civil.Date{Year: 2025, Month: 12, Day: 31},
		Deductible: 257_00, Coinsurance: 20_00, Source: "CMS, 2024-11-08", Read: civil.Date{Year: 2026, Month: 11, Day: 23},
	},
	{
		From: civil.Date{Year: 2026, Month: 1, Day: 1}, Until: civil.Date{Year: 2026, Month: 12, Day: 31},
		Deductible: 283_00, Coinsurance: 20_00, Source: "CMS, 2025-11-14", Read: civil.Date{Year: 2026, Month: 11, Day: 23},
	},
}

// Medicare is the year that a day is in; ok is false for a day whose figures are
// not known here, and the last year that is known comes with it.
func Medicare(day civil.Date) (year MedicareYear, ok bool) {
	for _, y := range medicareYears {
		if !day.Before(y.From) && !y.Until.Before(day) {
			return y, true
		}
	}
	return medicareYears[len(medicareYears)-1], false
}

// A growthRule is what Medicare asks when a screening of the large bowel becomes
// treatment, because a polyp or tissue is taken out.
type growthRule struct {
	from        civil.Date
	coinsurance Percent
}

// growthRules are in force from their day on, until the next one. There is no
// deductible. 42 U.S.C. 1395l(a)(1)(Y) as amended by section 122 of Public Law
// 116-260; Medicare.gov, "Colonoscopies (screening)", read 2026-11-23.
var growthRules = []growthRule{
	{civil.Date{Year: 2023, Month: 1, Day: 1}, 15_00},
	{civil.Date{Year: 2027, Month: 1, Day: 1}, 10_00},
	{civil.Date{Year: 2030, Month: 1, Day: 1}, 0},
}

// growthRate is the patient's part when a screening of the large bowel on a day
// becomes treatment; until is the last day of that rate, zero where no end is
// known.
func growthRate(day civil.Date) (rate Percent, until civil.Date) {
	for i, rule := range growthRules {
		if i == 0 || !day.Before(rule.from) {
			rate, until = rule.coinsurance, civil.Date{}
			if i+1 < len(growthRules) {
				until = growthRules[i+1].from.AddDays(-1)
			}
		}
	}
	return rate, until
}
