package table

import (
	"encoding/xml"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"deskleaf/app/office"
	"time"
)

// A style is what a number's format says of it.
type style struct {
	day, clock bool // it is a date, a time of day, or both
	percent    bool
	zeros      int // digits that it always has, with zeros before it: 5 for "00000"
}

// mostStyles is how many styles of cells a workbook may have; Excel's own bound.
const mostStyles = 65_490

// readStyles reads which numbers are dates. Each style of cells names a format by
// its number; the workbook spells out those that are its own.
func (w *workbook) readStyles(part string) error {
	own, inCells := map[int]style{}, false
	return w.Each(part, func(_ *office.Tokens, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			if id, err := strconv.Atoi(office.Attribute(e, "numFmtId")); err == nil && len(own) < mostStyles {
				own[id] = styleOf(office.Attribute(e, "formatCode"))
			}
		case "cellXfs":
			inCells = true
		case "cellStyles", "cellStyleXfs", "dxfs":
			inCells = false
		case "xf":
			if !inCells || len(w.styles) == mostStyles {
				break
			}
			id, _ := strconv.Atoi(office.Attribute(e, "numFmtId"))
			s, ok := own[id]
			if !ok {
				s = builtIn(id)
			}
			w.styles = append(w.styles, s)
		}
		return nil
	})
}

// builtIn are the formats that a workbook need not spell out, by number (ECMA-376,
// part 1, 18.8.30); those from 27 to 58 are dates in East Asian Excel.
func builtIn(id int) style {
	switch {
	case id == 9 || id == 10:
		return style{percent: true}
	case 14 <= id && id <= 17, 27 <= id && id <= 31, id == 36, 50 <= id && id <= 54, 57 <= id && id <= 58:
		return style{day: true}
	case 18 <= id && id <= 21, 32 <= id && id <= 35, 45 <= id && id <= 47, 55 <= id && id <= 56:
		return style{clock: true}
	case id == 22:
		return style{day: true, clock: true}
	}
	return style{}
}

// notShape is what in a format says nothing of the kind of number: words, colors
// and conditions, and letters that only make room. Hours that count on past 24
// are no words.
var notShape = regexp.MustCompile(`"[^"]*"?|\\.|_.|\*.|\[[^\]hHmMsS][^\]]*\]|\[(?:magenta|MAGENTA|Magenta)\]`)

// styleOf reads the first part of a format, the one for positive numbers.
func styleOf(format string) style {
	shape, _, _ := strings.Cut(strings.ToLower(notShape.ReplaceAllString(format, "")), ";")
	if shape == "general" {
		return style{}
	}
	s := style{percent: strings.Contains(shape, "%")}
	s.clock = strings.ContainsAny(shape, "hs")
	s.day = strings.ContainsAny(shape, "yd") || strings.Contains(shape, "m") && !s.clock
	if len(shape) > 1 && strings.Trim(shape, "0") == "" {
		s.zeros = len(shape)
	}
	return s
}

// number is a number as people see it. What is no number stays as it is.
func number(value string, s style, from int) string {
	value = strings.TrimSpace(value)
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return value
	}
	switch {
	case s.day || s.clock:
		if m, ok := moment(n, s, from); ok {
			return m
		}
	case s.percent:
		return plainNumber(n*100) + "%"
	case s.zeros > 0 && n >= 0 && n == math.Trunc(n):
		return fmt.Sprintf("%0*.0f", s.zeros, n)
	}
	return plainNumber(n)
}

// plainNumber writes a number with the 15 digits that a spreadsheet keeps, so that
// 0.1+0.2 is 0.3, and never with a power of ten.
func plainNumber(n float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		rounded = n
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// lastDay is the last day that a spreadsheet counts, in the year 9999.
const lastDay = 2_958_465

// moment is a count of days as a date, a time, or both. Day 1 is January 1, 1900;
// Excel counts a February 29 of that year, which the calendar lacks, so that its
// days from March on are one too high. Or day 0 is January 1, 1904.
func moment(n float64, s style, from int) (string, bool) {
	minutes := math.Round(n * 24 * 60)
	if minutes < 0 || minutes >= (lastDay+1)*24*60 {
		return "", false
	}
	days, minute := int(minutes)/(24*60), int(minutes)%(24*60)
	clock := fmt.Sprintf("%02d:%02d", minute/60, minute%60)
	if !s.day {
		return clock, true
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from == 1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days < 1:
		return "", false
	case days < 60:
		days++
	}
	date := first.AddDate(0, 0, days).Format(time.DateOnly)
	if s.clock {
		return date + " " + clock, true
	}
	return date, true
}

// isoMoment is a date that stands in the workbook in words, as other cells show
// theirs.
func isoMoment(value string) string {
	value = strings.TrimSpace(value)
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04:05.999", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, strings.TrimSuffix(value, "Z")); err == nil {
			if t.Hour()+t.Minute() == 0 {
				return t.Format(time.DateOnly)
			}
			return t.Format("2006-01-02 15:04")
		}
	}
	return value
}
