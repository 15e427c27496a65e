package visit

import (
	"regexp"
	"strings"
)

// clockTime is a time with its minutes apart, or with its hour alone; runTime is
// one without anything between.
var (
	clockTime = regexp.MustCompile(`^(\d{1,2})(?:[:.](\d{2}))?(?::00)?$`)
	runTime   = regexp.MustCompile(`^(\d{1,2})(\d{2})$`)
)

// beginsWithTime reports whether the front is a time and can be nothing else: it
// has a colon, AM or PM, or is noon.
func (r *whenReader) beginsWithTime() bool {
	first := r.peek(0).text
	return first == noonWord || isTime(first) && (strings.Contains(first, ":") || halves[r.peek(1).text] != "")
}

// time reads a time from the front, as minutes after midnight.
func (r *whenReader) time() (int, error) {
	said := r.peek(0).text
	if said == noonWord {
		r.skip(1)
		return 12 * 60, nil
	}
	m := clockTime.FindStringSubmatch(said)
	if m == nil {
		m = runTime.FindStringSubmatch(said)
	}
	if m == nil {
		return 0, unclear(said)
	}
	r.skip(1)
	hour, minutes := m[1], m[2]
	if next := r.peek(0).text; minutes == "" && len(next) == 2 && isNumber(next) { // "9 30"
		minutes, said = next, said+":"+next
		r.skip(1)
	}
	half := halves[r.peek(0).text]
	if half != "" {
		r.skip(1)
	}
	h, min := number(hour), 0
	if minutes != "" {
		min = number(minutes)
	}
	h, err := r.hour(h, hour[0] == '0', half, said)
	if err == nil && min > 59 {
		err = noSuchTime("there is no time "+said, "type the time as 9:30 or 930")
	}
	return h*60 + min, err
}

// hour is the hour of the day that was said, by the rules of [ReadWhen]; zero
// says that it was written with a zero before it.
func (r *whenReader) hour(h int, zero bool, half, said string) (int, error) {
	switch {
	case h > 23, half != "" && (h < 1 || h > 12):
		return 0, noSuchTime("there is no time "+strings.TrimSpace(said+" "+half), "type the time as 9:30 AM, or as 14:30")
	case half == "am" && h == 12:
		return 0, noSuchTime("12 AM is midnight", "for noon, type 12 PM")
	case half == "pm" && h < 12:
		return h + 12, nil
	case half != "" || r.clock || zero && (h == 0 || h >= 5):
		return h, nil
	case 1 <= h && h <= 6:
		return h + 12, nil
	}
	return h, nil
}
