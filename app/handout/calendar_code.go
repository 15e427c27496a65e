package handout

import (
	"fmt"
	"strings"
	"unicode"

	"rsc.io/qr/coding"

	"deskleaf/app/sheet"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/phrases"
)

// calendarCode is the visit as a code that a phone's camera reads, with the same
// words beside it. The patient's name is not in it. Without a date there is none.
func (c *composer) calendarCode() []sheet.Block {
	if c.visit.Date.IsZero() {
		c.lacks(NoVisitDate)
		return nil
	}
	p := &c.phrases.Extras
	code, ok := squares(c.calendarEntry())
	if !ok {
		return nil // longer than the largest code: no place has such a name
	}
	return []sheet.Block{
		sheet.Heading{Text: sheet.Plainly(p.Calendar)},
		sheet.Squares{Cells: code, Says: p.CalendarSays, Text: append([]sheet.Text{sheet.Plainly(p.CalendarHow)}, c.entryWords()...)},
	}
}

// squares is a text as a QR code, as a sheet has it: '#' for dark, '.' for light,
// a line a row. About an eighth of it may be lost, as to a fold.
func squares(text string) (string, bool) {
	parts := []coding.Encoding{coding.String(text)}
	if strings.ContainsFunc(text, func(r rune) bool { return r > unicode.MaxASCII }) {
		parts = append([]coding.Encoding{inUTF8{}}, parts...)
	}
	for v := coding.Version(coding.MinVersion); v <= coding.MaxVersion; v++ {
		bits := 0
		for _, p := range parts {
			bits += p.Bits(v)
		}
		if bits > v.DataBytes(coding.M)*8 {
			continue
		}
		plan, err := coding.NewPlan(v, coding.M, 0)
		if err != nil {
			return "", false
		}
		code, err := plan.Encode(parts...)
		if err != nil {
			return "", false
		}
		return cells(code), true
	}
	return "", false
}

// inUTF8 says that what follows in a code is UTF-8 (ISO/IEC 18004, 7.4.2: extended
// channel interpretation 26). Without it a reader guesses, and some guess Chinese.
type inUTF8 struct{}

// Check finds nothing wrong.
func (inUTF8) Check() error { return nil }

// Bits is how many bits it takes.
func (inUTF8) Bits(coding.Version) int { return 12 }

// Encode writes the mode and the number.
func (inUTF8) Encode(b *coding.Bits, _ coding.Version) {
	b.Write(7, 4)
	b.Write(26, 8)
}

// cells are the cells of a code.
func cells(code *coding.Code) string {
	var b strings.Builder
	for y := range code.Size {
		for x := range code.Size {
			if code.Black(x, y) {
				b.WriteByte('#')
			} else {
				b.WriteByte('.')
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// entryTitle is what the phone calls the visit.
func (c *composer) entryTitle() string {
	clinic := c.clinic.Facts.Name
	if clinic == "" {
		clinic = c.phrases.Page.Clinic
	}
	return phrases.Fill(c.phrases.Extras.CalendarEntry, "noun", phrases.UpperFirst(content.Plain(c.words.Noun)), "clinic", clinic)
}

// entryPlace is where the visit is, as far as the clinic has said.
func (c *composer) entryPlace() string {
	facts := c.clinic.Facts
	if place, ok := facts.Place(c.visit.Place); ok {
		return commas(place.Name, place.Address)
	}
	return facts.Address
}

func commas(all ...string) string {
	var some []string
	for _, s := range all {
		if strings.TrimSpace(s) != "" {
			some = append(some, s)
		}
	}
	return strings.Join(some, ", ")
}

// entryBegins is when the patient is to be here.
func (c *composer) entryBegins() civil.Moment {
	if before, told := c.clinic.Facts.ArriveBefore(&c.visit); told {
		return c.calendar.start.AddMinutes(-before)
	}
	return c.calendar.start
}

// entryWords are the entry as people read it: what, when, where.
func (c *composer) entryWords() []sheet.Text {
	when := c.phrases.Date(c.visit.Date)
	if c.visit.HasTime {
		begins := c.entryBegins()
		when = phrases.Fill(c.phrases.Dates.Moment, "date", c.phrases.Date(begins.Date), "clock", c.phrases.Clock(begins.Minute))
	}
	words := []sheet.Text{sheet.Strong(c.entryTitle()), sheet.Strong(phrases.UpperFirst(when))}
	if place := c.entryPlace(); place != "" {
		words = append(words, sheet.Strong(place))
	}
	return words
}

// calendarEntry is the visit as an event of iCalendar (RFC 5545), its times as the
// clock on the wall shows them. A visit without a time is its whole day.
func (c *composer) calendarEntry() string {
	var b strings.Builder
	line := func(name, value string) { b.WriteString(name + ":" + value + "\r\n") }
	day := func(d civil.Date) string { return fmt.Sprintf("%04d%02d%02d", d.Year, int(d.Month), d.Day) }
	at := func(m civil.Moment) string {
		return fmt.Sprintf("%sT%02d%02d00", day(m.Date), m.Minute/60, m.Minute%60)
	}
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("BEGIN", "VEVENT")
	line("SUMMARY", escaped(c.entryTitle()))
	if c.visit.HasTime {
		line("DTSTART", at(c.entryBegins()))
		line("DTEND", at(c.calendar.end))
	} else {
		line("DTSTART;VALUE=DATE", day(c.visit.Date))
	}
	if place := c.entryPlace(); place != "" {
		line("LOCATION", escaped(place))
	}
	line("END", "VEVENT")
	line("END", "VCALENDAR")
	return b.String()
}

// escaped is a text as iCalendar has it (RFC 5545, 3.3.11).
var escaped = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", "").Replace
