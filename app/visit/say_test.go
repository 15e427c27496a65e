package visit

import (
	"errors"
	"strings"
	"testing"
	"time"

	"deskleaf/content/civil"
)

// monday is the day on which all of this is said: Monday, November 23, 2026.
var monday = civil.Date{Year: 2026, Month: time.November, Day: 23}

// said is what people say at a counter, and what is understood: a day, with a
// time if there is one, or the words of the complaint.
var said = []struct{ text, lang, want string }{
	// Month and day.
	{"12/10 930", "en", "2026-12-10T09:30"},
	{"12/10/26 9:30", "en", "2026-12-10T09:30"},
	{"12/10/2026", "en", "2026-12-10"},
	{"12-10 9.30 am", "en", "2026-12-10T09:30"},
	{"12.10 2", "en", "2026-12-10T14:00"},
	{"12/10, 9:30 a.m.", "en", "2026-12-10T09:30"},
	{"12/10 930", "es", "2026-12-10T09:30"},
	{"12/10 9:30 p. m.", "es", "2026-12-10T21:30"},
	{"1/5", "en", "2027-01-05"},
	{"11/23", "en", "2026-11-23"},
	{"dec 10 930", "en", "2026-12-10T09:30"},
	{"Dec. 10th, 9:30", "en", "2026-12-10T09:30"},
	{"december 10 2027 9", "en", "2027-12-10T09:00"},
	{"dec 10 1430", "en", "2026-12-10T14:30"},
	{"dec10 9am", "en", "2026-12-10T09:00"},
	{"10 dic", "es", "2026-12-10"},
	{"10 de diciembre de 2026 a las 9", "es", "2026-12-10T09:00"},
	{"jueves 10 de diciembre", "es", "2026-12-10"},
	{"10-dec-2026", "en", "2026-12-10"},
	{"2026-12-10 09:30", "en", "2026-12-10T09:30"},
	{"2026-12-10T09:30", "en", "2026-12-10T09:30"},
	{"2026-12-10 01:30", "en", "2026-12-10T01:30"},
	{"the 15th 9", "en", "2026-12-15T09:00"},
	{"el 30", "es", "2026-11-30"},
	{"31st", "en", "2026-12-31"},

	// A year that is over may be printed again, if it is said.
	{"11/20/26 930", "en", "2026-11-20T09:30"},
	{"11/20", "en", "November 20 was 3 days ago; type the year: 11/20/26 for that day, 11/20/27 for the next one"},
	{"11/22 930", "en", "November 22 was yesterday; type the year: 11/22/26 for that day, 11/22/27 for the next one"},
	{"9/23", "en", "2027-09-23"},

	// Weekdays.
	{"tue 9", "en", "2026-11-24T09:00"},
	{"tuesday 2pm", "en", "2026-11-24T14:00"},
	{"mon 9", "en", "2026-11-30T09:00"},
	{"sun", "en", "2026-11-29"},
	{"this thurs 10", "en", "2026-11-26T10:00"},
	{"next thu 10:15", "en", "2026-12-03T10:15"},
	{"next mon", "en", "2026-11-30"},
	{"tue 9.30", "en", "2026-11-24T09:30"},
	{"Tue 9 30", "en", "2026-11-24T09:30"},
	{"9:30 tue", "en", "2026-11-24T09:30"},
	{"9am tue", "en", "2026-11-24T09:00"},
	{"martes a las 9", "es", "2026-11-24T09:00"},
	{"mié 8 de la mañana", "es", "2026-11-25T08:00"},
	{"próximo jueves 3", "es", "2026-11-26T15:00"},
	{"el jueves que viene 3 de la tarde", "es", "2026-11-26T15:00"},
	{"thu 12/10 930", "en", "2026-12-10T09:30"},
	{"tue 12/10 930", "en", "December 10, 2026 is a Thursday, not a Tuesday; check the day with the patient, and type the right one"},
	{"fri the 4th", "en", "2026-12-04"},
	{"sat 12 dec 9", "en", "2026-12-12T09:00"},

	// March and martes.
	{"mar 9", "en", "2027-03-09"},
	{"mar 9", "es", "2026-11-24T09:00"},
	{"mar 9 10", "en", "2027-03-09T10:00"},
	{"9 mar", "es", "2027-03-09"},
	{"marzo 9", "es", "2027-03-09"},
	{"martes 9", "en", "2026-11-24T09:00"},

	// From today.
	{"today", "en", "2026-11-23"},
	{"hoy 4:15", "es", "2026-11-23T16:15"},
	{"tomorrow 8", "en", "2026-11-24T08:00"},
	{"mañana 8", "es", "2026-11-24T08:00"},
	{"MAN\u0303ANA martes", "es", `"martes" is not understood; type a day and a time, as in 12/10 930 or tue 9`},
	{"pasado mañana a las 8", "es", "2026-11-25T08:00"},
	{"the day after tomorrow at 8", "en", "2026-11-25T08:00"},
	{"in 2 weeks", "en", "2026-12-07"},
	{"in a week 9", "en", "2026-11-30T09:00"},
	{"in 1 day", "en", "2026-11-24"},
	{"en 10 días a las 9", "es", "2026-12-03T09:00"},
	{"dentro de dos semanas", "es", "2026-12-07"},
	{"2 months", "en", "2027-01-23"},
	{"next week", "en", "2026-11-30"},
	{"la próxima semana", "es", "2026-11-30"},

	// Times.
	{"12/10 7", "en", "2026-12-10T07:00"},
	{"12/10 6", "en", "2026-12-10T18:00"},
	{"12/10 6am", "en", "2026-12-10T06:00"},
	{"12/10 0630", "en", "2026-12-10T06:30"},
	{"12/10 0130", "en", "2026-12-10T13:30"},
	{"12/10 12", "en", "2026-12-10T12:00"},
	{"12/10 noon", "en", "2026-12-10T12:00"},
	{"Thu, Dec 10, 12:00 noon", "en", "2026-12-10T12:00"},
	{"12/10 12 noon", "en", "2026-12-10T12:00"},
	{"mañana al mediodía", "es", "2026-11-24T12:00"},
	{"12/10 9 o'clock", "en", "2026-12-10T09:00"},
	{"12/10 9a", "en", "2026-12-10T09:00"},
	{"12/10 12:30pm", "en", "2026-12-10T12:30"},
	{"12/10 12am", "en", "12 AM is midnight; for noon, type 12 PM"},
	{"12/10 14pm", "en", "there is no time 14 pm; type the time as 9:30 AM, or as 14:30"},
	{"12/10 25", "en", "there is no time 25; type the time as 9:30 AM, or as 14:30"},
	{"12/10 975", "en", "there is no time 975; type the time as 9:30 or 930"},

	// What cannot be a day.
	{"31/31", "en", "there is no day 31 in month 31; type month/day, as in 12/10"},
	{"13/13", "en", "there is no day 13 in month 13; type month/day, as in 12/10"},
	{"31/12", "en", "there is no month 31; type month/day: 12/31"},
	{"2/30", "en", "February 2027 has no day 30; type month/day; the last of that month is 2/28"},
	{"2/29", "en", "February 2027 has no day 29; type month/day; the last of that month is 2/28"},
	{"2/29/28", "en", "2028-02-29"},
	{"0/0", "en", "there is no day 0 in month 0; type month/day, as in 12/10"},
	{"the 32nd", "en", "no month has a day 32; type month/day, as in 12/10"},
	{"12/10/62", "en", "2062 is too far away for a visit; type the day as in 12/10 or 12/10/26"},
	{"in 300 weeks", "en", "300 weeks is too far away for a visit; type the day as in 12/10 or 12/10/26"},
	{"930", "en", "this has no day; type the day first, as in 12/10 930 or today 930"},
	{"9:30 am", "en", "this has no day; type the day first, as in 12/10 930 or today 930"},
	{" ", "en", "this has no day; type the day first, as in 12/10 930 or today 930"},
	{"tue 9-10", "en", "September 10, 2027 is a Friday, not a Tuesday; check the day with the patient, and type the right one"},
	{"soon", "en", `"soon" is not understood; type a day and a time, as in 12/10 930 or tue 9`},
	{"2 weeks ago", "en", `"ago" is not understood; type a day and a time, as in 12/10 930 or tue 9`},
	{"in 2 hours", "en", `"2 hours" is not understood; type a day and a time, as in 12/10 930 or tue 9`},
	{"12/10 930 or so", "en", `"or" is not understood; type a day and a time, as in 12/10 930 or tue 9`},
}

func TestReadWhen(t *testing.T) {
	for _, test := range said {
		t.Run(test.text+" "+test.lang, func(t *testing.T) {
			if got := understood(t, test.text, test.lang, monday); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// understood is what ReadWhen makes of a text, as the table writes it.
func understood(t *testing.T, text, lang string, today civil.Date) string {
	t.Helper()
	m, hasTime, err := ReadWhen(text, today, lang)
	if err != nil {
		var complaint *WhenError
		if !errors.As(err, &complaint) || complaint.Reason == "" || complaint.Hint() == "" {
			t.Fatalf("%q: %#v says too little", text, err)
		}
		return err.Error() + "; " + complaint.Hint()
	}
	if !hasTime {
		if m.Minute != 0 {
			t.Errorf("%q has no time and minute %d", text, m.Minute)
		}
		return m.Date.String()
	}
	return m.String()
}

// TestOnOtherDays says things on days that are the edge of something.
func TestOnOtherDays(t *testing.T) {
	for _, test := range []struct{ name, today, text, want string }{
		{"a Saturday is in the week that ends", "2026-11-28", "next thu", "2026-12-03"},
		{"a Sunday begins a week", "2026-11-29", "next thu", "2026-12-10"},
		{"this weekday is in a week", "2026-11-26", "thu", "2026-12-03"},
		{"the year turns", "2026-12-31", "tomorrow 9", "2027-01-01T09:00"},
		{"today at the end of a year", "2026-12-31", "12/31", "2026-12-31"},
		{"a month without a 31st is passed over", "2026-11-01", "the 31st", "2026-12-31"},
		{"the 31st of a month that has one", "2026-12-31", "the 31st", "2026-12-31"},
		{"a month from the 31st", "2027-01-31", "in 1 month", "2027-02-28"},
		{"a leap day ahead", "2028-01-10", "2/29", "2028-02-29"},
		{"a leap day of the next year", "2027-03-10", "2/29", "2028-02-29"},
		{"last year just now", "2027-01-02", "12/30", "December 30 was 3 days ago; type the year: 12/30/26 for that day, 12/30/27 for the next one"},
		{"sixty days ago", "2027-03-01", "12/31", "December 31 was 60 days ago; type the year: 12/31/26 for that day, 12/31/27 for the next one"},
		{"sixty-one days ago", "2027-03-02", "12/31", "2027-12-31"},
	} {
		t.Run(test.name, func(t *testing.T) {
			today, err := civil.ParseDate(test.today)
			if err != nil {
				t.Fatal(err)
			}
			if got := understood(t, test.text, "en", today); got != test.want {
				t.Errorf("on %s, %q is\n     %s\nwant %s", test.today, test.text, got, test.want)
			}
		})
	}
}

// TestEveryDaySaidIsUnderstood says each day of two years in every way that has
// a year, and each of the next ten months in those that have none.
func TestEveryDaySaidIsUnderstood(t *testing.T) {
	for n := range 2 * 365 {
		d := monday.AddDays(n)
		texts := []string{d.String(), written(d, "1/2/2006"), written(d, "1/2/06"), written(d, "January 2 2006"), written(d, "2 Jan 2006"), written(d, "Mon 1/2/06")}
		if n < 300 {
			texts = append(texts, written(d, "1/2"), written(d, "Jan 2"), written(d, "01-02"))
		}
		for _, text := range texts {
			if got := understood(t, text+" 930", "en", monday); got != d.String()+"T09:30" {
				t.Errorf("%q is %s", text, got)
			}
		}
	}
}

// written is a date in a layout of the time package.
func written(d civil.Date, layout string) string {
	return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC).Format(layout)
}

func FuzzReadWhen(f *testing.F) {
	for _, test := range said {
		f.Add(test.text, test.lang, uint16(0))
	}
	f.Add("the 9a t 2026-1-1t", "es", uint16(400))
	f.Fuzz(func(t *testing.T, text, lang string, ahead uint16) {
		today := monday.AddDays(int(ahead))
		m, hasTime, err := ReadWhen(text, today, lang)
		if err != nil {
			if m != (civil.Moment{}) || hasTime {
				t.Errorf("%q: %v beside an error", text, m)
			}
			understood(t, text, lang, today)
			return
		}
		if !m.Date.Valid() || m.Minute < 0 || m.Minute >= civil.MinutesOfDay {
			t.Fatalf("%q is %v, which no calendar has", text, m)
		}
		if m.Date.Before(today) && !saysYear(text) {
			t.Errorf("%q is %v, before %v", text, m, today)
		}
		if today.DaysUntil(m.Date) > (yearsAhead+1)*366 {
			t.Errorf("%q is %v, too far from %v", text, m, today)
		}
	})
}

// saysYear reports whether a text may hold a year: a number of four digits, or
// three with a sign between.
func saysYear(text string) bool {
	for _, p := range piecesOf(text) {
		if len(p.text) == 4 && isNumber(p.text) || strings.Count(p.text, "/")+strings.Count(p.text, "-")+strings.Count(p.text, ".") == 2 {
			return true
		}
	}
	return false
}
