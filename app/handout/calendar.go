package handout

import (
	"deskleaf/content"
	"deskleaf/content/civil"
)

// A calendar holds the points of a visit's time line. Where one is not known, it
// stands for the sake of order at a likely place, and known says so.
type calendar struct {
	arrival, start, end civil.Moment
	events              map[content.Anchor]civil.Date // those whose day is known
	known               map[content.Anchor]precision
	today               civil.Date
}

// A precision is how much is known of a point in time.
type precision int

const (
	unknown  precision = iota
	dayOnly            // its day
	dayClock           // its day and clock time
)

// Where points stand that nobody told us, for the sake of order only.
const (
	likelyStart   = 12 * 60 // minutes after midnight
	likelyArrival = 30      // minutes before the start
	likelyStay    = 60      // minutes
)

// likelyDay stands for the visit's day where there is none.
var likelyDay = civil.Date{Year: 2001, Month: 1, Day: 15}

// endStep is to how many minutes of the clock the end of a visit is rounded up.
const endStep = 30

// newCalendar reads the visit's points off visit, clinic and procedure.
func (c *composer) newCalendar() calendar {
	cal := calendar{today: c.today, events: map[content.Anchor]civil.Date{}, known: map[content.Anchor]precision{}}
	day, minute, level := c.visit.Date, likelyStart, unknown
	if day.IsZero() {
		day = likelyDay
	} else {
		level = dayOnly
	}
	if c.visit.HasTime {
		minute = c.visit.Minute
	}
	exact := func(ok bool) precision {
		if level == dayOnly && c.visit.HasTime && ok {
			return dayClock
		}
		return level
	}
	before, told := c.clinic.Facts.ArriveBefore(&c.visit)
	if !told {
		before = likelyArrival
	}
	stay, limited := longestStay(c.procedure)
	cal.start = day.At(minute)
	cal.arrival = cal.start.AddMinutes(-before)
	cal.end = roundUp(cal.start.AddMinutes(stay))
	cal.known[content.Start], cal.known[content.Arrival], cal.known[content.End] = exact(true), exact(told), exact(limited)
	for _, event := range c.procedure.Events {
		if d, ok := c.eventDay(event); ok {
			cal.events[content.Anchor(event)], cal.known[content.Anchor(event)] = d, dayOnly
		}
	}
	return cal
}

// eventDay is the day of an event of the procedure, where the visit answers a
// blank of type date with the event's id.
func (c *composer) eventDay(event string) (civil.Date, bool) {
	if c.blanks[event].Type != content.DateBlank {
		return civil.Date{}, false
	}
	answer, ok := c.rawAnswer(event)
	if !ok {
		return civil.Date{}, false
	}
	d, err := civil.ParseDate(answer)
	return d, err == nil
}

// longestStay is how many minutes from the start a visit lasts at most, as far
// as the procedure says.
func longestStay(p *content.Procedure) (minutes int, ok bool) {
	switch {
	case p.Minutes.Building.High > 0:
		return p.Minutes.Building.High, true
	case p.Minutes.Procedure.High > 0:
		return p.Minutes.Procedure.High, true
	}
	return likelyStay, false
}

// roundUp is the next half hour of the clock, or m itself if it is one.
func roundUp(m civil.Moment) civil.Moment {
	if over := m.Minute % endStep; over > 0 {
		return m.AddMinutes(endStep - over)
	}
	return m
}

// year is the visit's year: dates in it print without their year.
func (c *calendar) year() int {
	if c.known[content.Start] == unknown {
		return c.today.Year
	}
	return c.start.Date.Year
}

// anchor is the moment of a point. An event whose day is unknown stands after
// everything else.
func (c *calendar) anchor(a content.Anchor) civil.Moment {
	switch a {
	case content.Arrival:
		return c.arrival
	case content.End:
		return c.end
	case content.Start, "":
		return c.start
	}
	if d, ok := c.events[a]; ok {
		return d.At(0)
	}
	return c.start.AddDays(longAfter)
}

// longAfter is how many days after the visit an unknown event stands for the
// sake of order: after every amount that a timing can have.
const longAfter = 100000

// move is the moment an amount away from another, and whether that counts whole
// days, so that a date says it.
func move(m civil.Moment, a content.Amount, way content.Way) (civil.Moment, bool) {
	n := a.N
	if way == content.Before {
		n = -n
	}
	if a.Unit == content.MonthUnit {
		return civil.Moment{Date: m.Date.AddMonths(n), Minute: m.Minute}, true
	}
	minutes, _ := content.Amount{N: n, Unit: a.Unit}.Minutes()
	if a.Whole() {
		return m.AddDays(minutes / civil.MinutesOfDay), true
	}
	return m.AddMinutes(minutes), false
}

// firstMinute and lastMinute bound a day.
func firstMinute(d civil.Date) civil.Moment { return civil.Moment{Date: d} }
func lastMinute(d civil.Date) civil.Moment {
	return civil.Moment{Date: d, Minute: civil.MinutesOfDay - 1}
}
