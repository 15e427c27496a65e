package civil

import "time"

// A Holiday is a legal public holiday of the United States by its id, which the
// words of a language name: "christmas". The zero value is none.
//
// The days stand in 5 U.S.C. 6103(a). A holiday on a Saturday is observed on the
// Friday before it (6103(b)(1)), one on a Sunday on the Monday after it (Executive
// Order 11582, section 3), where the work week is Monday to Friday. Inauguration
// Day is a holiday around Washington alone (6103(c)) and is not here. Checked
// November 27, 2026, against the list of the federal courts
// (okwb.uscourts.gov/holidays).
type Holiday string

// The holidays, in the order of the year.
const (
	NewYear        Holiday = "new-year"         // January 1
	KingDay        Holiday = "king-day"         // third Monday in January
	WashingtonsDay Holiday = "washingtons-day"  // third Monday in February
	MemorialDay    Holiday = "memorial-day"     // last Monday in May
	Juneteenth     Holiday = "juneteenth"       // June 19
	Independence   Holiday = "independence-day" // July 4
	LaborDay       Holiday = "labor-day"        // first Monday in September
	ColumbusDay    Holiday = "columbus-day"     // second Monday in October
	VeteransDay    Holiday = "veterans-day"     // November 11
	Thanksgiving   Holiday = "thanksgiving"     // fourth Thursday in November
	Christmas      Holiday = "christmas"        // December 25
)

// Holidays are all of them, in the order of the year.
var Holidays = []Holiday{
	NewYear, KingDay, WashingtonsDay, MemorialDay, Juneteenth, Independence, LaborDay, ColumbusDay, VeteransDay, Thanksgiving, Christmas,
}

// Holiday is the holiday that d is, or is observed on d; "" for none. Observed
// says that the holiday's own day is a day before or after d.
func (d Date) Holiday() (h Holiday, observed bool) {
	if h := d.named(); h != "" {
		return h, false
	}
	switch d.Weekday() {
	case time.Friday:
		h = d.AddDays(1).named()
	case time.Monday:
		h = d.AddDays(-1).named()
	}
	return h, h != ""
}

// named is the holiday whose own day d is.
func (d Date) named() Holiday {
	week, day := (d.Day+6)/7, d.Weekday() // the first, second, … of its weekday in the month
	switch {
	case d.Month == time.January && d.Day == 1:
		return NewYear
	case d.Month == time.January && day == time.Monday && week == 3:
		return KingDay
	case d.Month == time.February && day == time.Monday && week == 3:
		return WashingtonsDay
	case d.Month == time.May && day == time.Monday && d.Day > 31-7:
		return MemorialDay
	case d.Month == time.June && d.Day == 19:
		return Juneteenth
	case d.Month == time.July && d.Day == 4:
		return Independence
	case d.Month == time.September && day == time.Monday && week == 1:
		return LaborDay
	case d.Month == time.October && day == time.Monday && week == 2:
		return ColumbusDay
	case d.Month == time.November && d.Day == 11:
		return VeteransDay
	case d.Month == time.November && day == time.Thursday && week == 4:
		return Thanksgiving
	case d.Month == time.December && d.Day == 25:
		return Christmas
	}
	return ""
}

// IsWeekend reports whether d is a Saturday or a Sunday.
func (d Date) IsWeekend() bool { return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday }

// IsBusinessDay reports whether d is from Monday to Friday and no legal public
// holiday is on it or observed on it.
func (d Date) IsBusinessDay() bool {
	h, _ := d.Holiday()
	return h == "" && !d.IsWeekend()
}
