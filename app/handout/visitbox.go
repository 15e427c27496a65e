package handout

import (
	"slices"
	"strings"

	"deskleaf/app/sheet"
	"deskleaf/content"
	"deskleaf/content/phrases"
)

// visitBox is the box with the visit: when, by what hour, where. What is not
// known is a line to write on.
func (c *composer) visitBox() sheet.Facts {
	return sheet.Facts{Columns: []sheet.Fact{c.dayFact(), c.hourFact(), c.placeFact()}}
}

// The columns' shares of the box: a date with weekday and year needs more than
// a clock time, and an address the most.
const (
	dayShare   = 1.25
	hourShare  = 1.05
	placeShare = 1.6
)

// dayFact is the visit's day, the side, the doctor, and whose sheet it is.
func (c *composer) dayFact() sheet.Fact {
	f := sheet.Fact{Label: c.phrases.Visit.YourVisit, Wide: dayShare}
	if c.visit.Date.IsZero() {
		c.lacks(NoVisitDate)
		f.Value = sheet.Text{c.lineRun(factLine)}
	} else {
		f.Value = sheet.Strong(c.phrases.Date(c.visit.Date))
	}
	if c.visit.Name != "" {
		f.Notes = append(f.Notes, c.whose())
	}
	if len(c.procedure.Sides) > 0 {
		f.Notes = append(f.Notes, c.side())
	}
	if d, ok := c.clinic.Facts.Doctor(c.visit.Doctor); ok {
		f.Notes = append(f.Notes, sheet.Plainly(phrases.Fill(c.phrases.Visit.With, "doctor", d.Name)))
	}
	return f
}

// whose is the line with the patient's name: to be written on where the name has
// letters that cannot be printed.
func (c *composer) whose() sheet.Text {
	if c.notes.NameLost = sheet.Lost(c.visit.Name); len(c.notes.NameLost) == 0 {
		return sheet.Plainly(phrases.Fill(c.phrases.Visit.Name, "name", c.visit.Name))
	}
	before, after, _ := strings.Cut(c.phrases.Visit.Name, "{name}")
	t := sheet.Text{{Text: before}, c.lineRun(factLine)}
	if after != "" {
		t = append(t, sheet.Run{Text: after})
	}
	return t
}

// side is the line with the side of the body, in capitals and strong.
func (c *composer) side() sheet.Text {
	label := sheet.Run{Text: c.phrases.Sides.Side + ": "}
	if c.notes.NeedsSide {
		return sheet.Text{label, c.lineRun(factLine)}
	}
	return sheet.Text{label, {Text: c.phrases.Side(c.visit.Side), Bold: true}}
}

// hourFact is the hour to be here by, and the start. Where nobody said how early
// to come, it is the start alone.
func (c *composer) hourFact() sheet.Fact {
	f := sheet.Fact{Label: c.phrases.Visit.BeHere, Wide: hourShare}
	noun := phrases.UpperFirst(content.Plain(c.words.Noun))
	before, told := c.clinic.Facts.ArriveBefore(&c.visit)
	if !told {
		c.lacks(NoArrival)
	}
	switch {
	case !c.visit.HasTime:
		c.lacks(NoVisitTime)
		f.Value = sheet.Text{c.lineRun(factLine)}
	case !told:
		f.Label = c.phrases.Visit.YourTime
		f.Value = sheet.Strong(c.phrases.Clock(c.visit.Minute))
		f.Notes = []sheet.Text{sheet.Plainly(noun)}
	default:
		arrival := c.calendar.start.Date.At(c.visit.Minute - before)
		f.Value = sheet.Strong(c.phrases.Clock(arrival.Minute))
		start := phrases.Fill(c.phrases.Visit.Starts, "noun", noun, "clock", c.phrases.Clock(c.visit.Minute))
		f.Notes = []sheet.Text{sheet.Plainly(start)}
	}
	return f
}

// placeFact is where to go, and how long to plan for. A clinic that lists no
// places is its own place.
func (c *composer) placeFact() sheet.Fact {
	f := sheet.Fact{Label: c.phrases.Visit.Where, Wide: placeShare}
	facts := c.clinic.Facts
	var notes []string
	place, ok := facts.Place(c.visit.Place)
	switch {
	case ok:
		f.Value = sheet.Strong(place.Name)
		if place.Address != facts.Address {
			notes = append(notes, place.Address)
		}
		notes = append(notes, place.Directions)
		if place.Phone != "" {
			notes = append(notes, neatPhone(place.Phone))
		}
	case len(facts.Places) == 0 && facts.Name != "":
		f.Value = sheet.Strong(facts.Name)
		notes = append(notes, facts.Address)
	default:
		c.lacks(NoPlace)
		f.Value = sheet.Text{c.lineRun(2 * factLine)}
	}
	notes = append(notes, c.stay())
	if line := sentences(notes); line != "" {
		f.Notes = []sheet.Text{sheet.Plainly(line)}
	}
	return f
}

// sentences puts short notes in a row, each ended by a full stop.
func sentences(notes []string) string {
	notes = slices.DeleteFunc(slices.Clone(notes), func(n string) bool { return strings.TrimSpace(n) == "" })
	for i, n := range notes {
		if !strings.HasSuffix(n, ".") {
			notes[i] = n + "."
		}
	}
	return strings.Join(notes, " ")
}

// stay says how long to plan for: in minutes under two hours, else in whole
// hours, the shorter one rounded down and the longer one up.
func (c *composer) stay() string {
	r := c.procedure.Minutes.Building
	if r.IsZero() {
		return ""
	}
	amount := c.phrases.Range(r.Low, r.High, content.MinuteUnit)
	if r.High >= 120 || r.Low%60 == 0 && r.High%60 == 0 {
		amount = c.phrases.Range(max(1, r.Low/60), (r.High+59)/60, content.HourUnit)
	}
	return phrases.Fill(c.phrases.Visit.Stay, "amount", amount)
}
