package civil

import (
	"slices"
	"testing"
)

// The federal holidays of five years as the Office of Personnel Management
// publishes them (opm.gov, "Federal Holidays"): the days off, with those observed
// on another day marked.
func TestHolidaysAsPublished(t *testing.T) {
	published := map[string][]string{
		"2021": {"2021-01-01", "2021-01-18", "2021-02-15", "2021-05-31", "2021-06-18*", "2021-07-05*", "2021-09-06", "2021-10-11", "2021-11-11", "2021-11-25", "2021-12-24*", "2021-12-31*"},
		"2022": {"2022-01-17", "2022-02-21", "2022-05-30", "2022-06-20*", "2022-07-04", "2022-09-05", "2022-10-10", "2022-11-11", "2022-11-24", "2022-12-26*"},
		"2023": {"2023-01-02*", "2023-01-16", "2023-02-20", "2023-05-29", "2023-06-19", "2023-07-04", "2023-09-04", "2023-10-09", "2023-11-10*", "2023-11-23", "2023-12-25"},
		"2026": {"2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03*", "2026-09-07", "2026-10-12", "2026-11-11", "2026-11-26", "2026-12-25"},
		"2027": {"2027-01-01", "2027-01-18", "2027-02-15", "2027-05-31", "2027-06-18*", "2027-07-05*", "2027-09-06", "2027-10-11", "2027-11-11", "2027-11-25", "2027-12-24*", "2027-12-31*"},
	}
	for year, want := range published {
		var got []string
		first, err := ParseDate(year + "-01-01")
		if err != nil {
			t.Fatal(err)
		}
		for d := first; d.Year == first.Year; d = d.AddDays(1) {
			if h, observed := d.Holiday(); h != "" && !d.IsWeekend() {
				mark := ""
				if observed {
					mark = "*"
				}
				got = append(got, d.String()+mark)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %v\nwant %v", year, got, want)
		}
	}
}

// Every year has each holiday once on its own day, in order, and no business day
// is one.
func TestEveryYearHasEveryHoliday(t *testing.T) {
	for year := 1990; year < 2100; year++ {
		var own []Holiday
		business := 0
		for d := (Date{year, 1, 1}); d.Year == year; d = d.AddDays(1) {
			h, observed := d.Holiday()
			if h != "" && !observed {
				own = append(own, h)
			}
			if d.IsBusinessDay() {
				business++
				if h != "" || d.IsWeekend() {
					t.Errorf("%v counts as a business day", d)
				}
			}
		}
		if !slices.Equal(own, Holidays) {
			t.Errorf("%d has %v", year, own)
		}
		if business < 249 || business > 252 {
			t.Errorf("%d has %d business days", year, business)
		}
	}
}
