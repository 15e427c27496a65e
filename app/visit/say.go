package visit

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"deskleaf/content/civil"
)

// ReadWhen reads a date, and a time if there is one, as people say them at a
// counter, in English or Spanish. hasTime says whether a time was said; without
// one the moment is at midnight. lang, "en" or "es", is only asked where a word
// has two meanings: "mar 9" is March 9 in English and Tuesday at 9 in Spanish.
//
// # Days
//
//	12/10  12-10  12.10       month and day, in this order in both languages
//	dec 10   10 dic   december 10th   10 de diciembre
//	12/10/26   dec 10 2026   2026-12-10
//	tue   this tuesday   martes   next thu   tue 12/8
//	today   tomorrow   mañana   pasado mañana   in 2 weeks   en 10 días   next week
//	the 15th   el 15
//
// A day without a year is the next one from today, which counts. Where such a day
// was in the last 60 days, the next one is most of a year away and hardly meant:
// that is refused, with both years to choose from. A day with a year may be past,
// to print a sheet again, but not by more than ten years.
//
// A weekday is the next one and never today. "Next Thursday" is the one of next
// week, counted from Sunday; in Spanish, "próximo jueves" and "jueves que viene"
// are the next one. A weekday beside a date must be right.
//
// # Times
//
//	9   930   9:30   9.30   9 30   0930   1430   9am   9:30 p.m.   noon   8 de la mañana
//
// Without AM or PM, 7 to 11 are in the morning, 12 is noon, and 1 to 6 are in the
// afternoon. 05 and 06 with their zero are in the morning, and behind a date that
// begins with its year the clock has 24 hours. A time may stand first where
// nothing else looks like it: "9:30 tue". A time alone is refused, because no day
// is the likely one.
//
// An error is a [WhenError].
func ReadWhen(text string, today civil.Date, lang string) (m civil.Moment, hasTime bool, err error) {
	r := whenReader{today: today, lang: lang, pieces: piecesOf(text)}
	d, minute, hasTime, err := r.dateAndTime()
	if err == nil && len(r.pieces) > 0 {
		err = unclear(r.peek(0).text)
	}
	if err != nil {
		return civil.Moment{}, false, err
	}
	return d.At(minute), hasTime, nil
}

// Limits of what is taken for a visit.
const (
	justPast   = 60   // days that a day without a year may not be past
	yearsBack  = 10   // for a day with a year
	yearsAhead = 5    // for a day with a year
	daysAhead  = 1000 // for "in 10 weeks"
)

// A whenReader reads pieces from the first to the last.
type whenReader struct {
	today  civil.Date
	lang   string
	pieces []piece
	clock  bool // a clock of 24 hours: the date began with its year
}

// peek is piece i from here, or an empty one.
func (r *whenReader) peek(i int) piece {
	if i < len(r.pieces) {
		return r.pieces[i]
	}
	return piece{}
}

func (r *whenReader) skip(n int) { r.pieces = r.pieces[n:] }

// dateAndTime reads a day, with a time behind it or before it.
func (r *whenReader) dateAndTime() (d civil.Date, minute int, hasTime bool, err error) {
	if len(r.pieces) == 0 {
		return d, 0, false, noDate()
	}
	if r.beginsWithTime() {
		if minute, err = r.time(); err == nil {
			d, err = r.date()
		}
		return d, minute, true, err
	}
	d, err = r.date()
	if err != nil || len(r.pieces) == 0 {
		return d, 0, false, err
	}
	minute, err = r.time()
	return d, minute, true, err
}

// date reads a day from the front.
func (r *whenReader) date() (civil.Date, error) {
	first := r.peek(0)
	if days, ok := dayWords[first.text]; ok {
		r.skip(1)
		return r.today.AddDays(days), nil
	}
	if first.text == nextWord {
		return r.next()
	}
	if day, ok := r.weekday(first); ok {
		return r.weekdayDate(day)
	}
	if d, ok, err := r.distance(); ok {
		return d, err
	}
	if d, ok, err := r.calendarDate(); ok {
		return d, err
	}
	if first.text == "" || isNumber(first.text) {
		return civil.Date{}, noDate()
	}
	return civil.Date{}, unclear(first.text)
}

// next reads what follows "next".
func (r *whenReader) next() (civil.Date, error) {
	r.skip(1)
	if day, ok := r.weekday(r.peek(0)); ok {
		r.skip(1)
		sunday := r.today.AddDays(-int(r.today.Weekday()))
		return sunday.AddDays(7 + int(day)), nil
	}
	if _, ok := units[r.peek(0).text]; ok {
		d, _, err := r.distance()
		return d, err
	}
	return civil.Date{}, unclear("next " + r.peek(0).text)
}

// weekday reads the name of a weekday. "mar" is one in Spanish alone.
func (r *whenReader) weekday(p piece) (time.Weekday, bool) {
	if p.text == "mar" && r.lang != "es" {
		return 0, false
	}
	return named(weekdays, p.text)
}

// weekdayDate reads a weekday, and a date that must fall on it if one follows.
// "Tue 9.30" is half past nine and no date.
func (r *whenReader) weekdayDate(day time.Weekday) (civil.Date, error) {
	r.skip(1)
	if !isTime(r.peek(0).text) || r.peek(0).ordinal || isMonth(r.peek(1)) {
		d, ok, err := r.calendarDate()
		if err == nil && ok && d.Weekday() != day {
			err = wrongWeekday(d, day)
		}
		if ok {
			return d, err
		}
	}
	ahead := (int(day) - int(r.today.Weekday()) + 7) % 7
	if ahead == 0 {
		ahead = 7
	}
	return r.today.AddDays(ahead), nil
}

// distance reads "2 weeks", or "week" for one, if that is at the front.
func (r *whenReader) distance() (civil.Date, bool, error) {
	n, said, used := 1, r.peek(0).text, 1
	unit, ok := units[said]
	if !ok {
		if n, ok = count(said); ok {
			unit, ok = units[r.peek(1).text]
		}
		if !ok {
			return civil.Date{}, false, nil
		}
		said, used = said+" "+r.peek(1).text, 2
	}
	r.skip(used)
	if unit.isZero() {
		return civil.Date{}, true, unclear(said)
	}
	d := unit.after(r.today, n)
	if r.today.DaysUntil(d) > daysAhead {
		return civil.Date{}, true, tooFar(said)
	}
	return d, true, nil
}

var (
	yearFirst = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$`)
	monthDay  = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?$`)
)

// calendarDate reads a day that is said by its number, if one is at the front.
func (r *whenReader) calendarDate() (d civil.Date, ok bool, err error) {
	first, second := r.peek(0), r.peek(1)
	if m := yearFirst.FindStringSubmatch(first.text); m != nil {
		r.skip(1)
		r.clock = true
		d, err = r.withYear(number(m[1]), number(m[2]), number(m[3]))
		return d, true, err
	}
	if m := monthDay.FindStringSubmatch(first.text); m != nil {
		r.skip(1)
		d, err = r.inYear(number(m[1]), number(m[2]), m[3])
		return d, true, err
	}
	if isMonth(second) { // "10 dic"
		first, second = second, first
	}
	if month, ok := named(months, first.text); ok && isDay(second.text) {
		r.skip(2)
		d, err = r.inYear(int(month), number(second.text), r.takeYear())
		return d, true, err
	}
	if first := r.peek(0); first.ordinal {
		r.skip(1)
		d, err = r.dayOfMonth(number(first.text))
		return d, true, err
	}
	return civil.Date{}, false, nil
}

// takeYear takes a year from the front, if the next piece is one that a visit can
// have: "dec 10 2026", but not the time of "dec 10 1430".
func (r *whenReader) takeYear() string {
	text := r.peek(0).text
	if len(text) != 4 || !isNumber(text) || !r.mayBeYear(number(text)) {
		return ""
	}
	r.skip(1)
	return text
}

func (r *whenReader) mayBeYear(year int) bool {
	return r.today.Year-yearsBack <= year && year <= r.today.Year+yearsAhead
}

// inYear is a day of a year as it was typed, of two digits or four, or the next
// such day where year is "".
func (r *whenReader) inYear(month, day int, year string) (civil.Date, error) {
	switch len(year) {
	case 4:
		return r.withYear(number(year), month, day)
	case 2:
		return r.withYear(r.today.Year/100*100+number(year), month, day)
	}
	here := r.today.Year
	if month < int(r.today.Month) || month == int(r.today.Month) && day < r.today.Day {
		here++ // this year's is over
	}
	d, err := validDate(here, month, day)
	if err != nil {
		return civil.Date{}, err
	}
	last := civil.Date{Year: here - 1, Month: d.Month, Day: d.Day}
	if ago := last.DaysUntil(r.today); last.Valid() && ago > 0 && ago <= justPast {
		return civil.Date{}, justPassed(last, d, ago)
	}
	return d, nil
}

// withYear is a day with its year, if that can be a visit's.
func (r *whenReader) withYear(year, month, day int) (civil.Date, error) {
	d, err := validDate(year, month, day)
	if err == nil && !r.mayBeYear(year) {
		err = tooFar(strconv.Itoa(year))
	}
	if err != nil {
		return civil.Date{}, err
	}
	return d, nil
}

// dayOfMonth is the next day with this number, today included.
func (r *whenReader) dayOfMonth(day int) (civil.Date, error) {
	if day < 1 || day > 31 {
		return civil.Date{}, noSuchDay(fmt.Sprintf("no month has a day %d", day), hintMonthDay)
	}
	first := civil.Date{Year: r.today.Year, Month: r.today.Month, Day: 1}
	for n := 0; ; n++ { // of two months that follow each other, one has a 31st
		d := first.AddMonths(n)
		if d.Day = day; d.Valid() && !d.Before(r.today) {
			return d, nil
		}
	}
}

// validDate is a day that the calendar has.
func validDate(year, month, day int) (civil.Date, error) {
	d := civil.Date{Year: year, Month: time.Month(month), Day: day}
	swapped := civil.Date{Year: year, Month: time.Month(day), Day: month}
	switch {
	case d.Valid():
		return d, nil
	case month > 12 && swapped.Valid():
		return civil.Date{}, noSuchDay(fmt.Sprintf("there is no month %d", month), fmt.Sprintf("type month/day: %d/%d", day, month))
	case month < 1 || month > 12:
		return civil.Date{}, noSuchDay(fmt.Sprintf("there is no day %d in month %d", day, month), hintMonthDay)
	}
	last := civil.Date{Year: year, Month: d.Month, Day: 1}.AddMonths(1).AddDays(-1)
	return civil.Date{}, noSuchDay(fmt.Sprintf("%v %d has no day %d", d.Month, year, day),
		fmt.Sprintf("type month/day; the last of that month is %d/%d", month, last.Day))
}

// number reads a few digits.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		panic("visit: " + digits + " was taken for a number")
	}
	return n
}

// isNumber reports whether text is one to four digits.
func isNumber(text string) bool {
	return text != "" && len(text) <= 4 && strings.Trim(text, "0123456789") == ""
}

// isDay reports whether text can be the number of a day, right or wrong.
func isDay(text string) bool { return isNumber(text) && len(text) <= 2 }

func isMonth(p piece) bool {
	_, ok := named(months, p.text)
	return ok
}
