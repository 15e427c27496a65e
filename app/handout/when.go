package handout

import (
	"slices"
	"strings"

	"deskleaf/app/sheet"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/phrases"
)

// A when is a timing on the visit's time line, and how the page says it.
type when struct {
	label, note sheet.Text
	blank       string // the id of the unanswered blank that the timing hangs on

	from, to civil.Moment // for order only where exact says unknown
	exact    precision
	rank     rank
	late     bool // it was due before today, and the visit is still ahead
	distant  bool // it is an amount away from its anchor
}

// A rank is a stretch of the timeline that comes before all of the next.
type rank int

const (
	atOnce rank = iota
	inTime
	someDay // on or around an event whose day is not known
)

// when puts a timing on the time line. after is the step before it in the file:
// a timing whose amount is not known keeps its place behind it.
func (c *composer) when(t content.Timing, after when) when {
	t, blank := c.filled(t)
	w := c.place(t)
	w.blank = blank
	w.distant = t.Kind == content.Offset || t.Kind == content.Span
	if blank != "" {
		w.exact = unknown
		c.placeUnknown(&w, t, after)
	}
	if event := string(t.Anchor); t.Kind == content.At && w.rank == someDay && c.blanks[event].Type == content.DateBlank {
		w.blank = event // its day is a line to write on, too
	}
	w.late = w.exact > unknown && w.to.Date.Before(c.today) && !c.visit.Date.IsZero() && !c.notes.Past
	w.label, w.note = c.say(t, w)
	if first := &w.label[0]; first.Blank == 0 {
		first.Text = phrases.UpperFirst(first.Text)
	}
	return w
}

// placeUnknown gives a time whose amount is not known its place in the order: behind
// the step before it in the file, where that is on the right side of the anchor. What
// ends at the visit stands no earlier than right before the visit's day, behind all
// days before it, whichever of them the file has in front.
func (c *composer) placeUnknown(w *when, t content.Timing, after when) {
	if w.rank != inTime {
		return
	}
	anchor, eve := c.calendar.anchor(t.Anchor), lastMinute(c.calendar.start.Date.AddDays(-1))
	switch {
	case t.Way == content.Before && !t.Anchor.IsEvent() && (after.rank != inTime || after.from.Before(eve) || anchor.Before(after.from)):
		w.from, w.to = eve, eve
	case after.rank == inTime && (t.Way == content.Before || !after.from.Before(anchor)):
		w.from, w.to = after.from, after.to
	}
}

// filled puts the answer to its blank into a timing. blank is the id of one that
// has none; its amount then counts as nothing.
func (c *composer) filled(t content.Timing) (_ content.Timing, blank string) {
	for _, a := range []*content.Amount{&t.Amount, &t.To} {
		if a.Blank == "" {
			continue
		}
		answer, ok := c.duration(a.Blank)
		if !ok {
			blank = a.Blank
			answer = content.Amount{Unit: content.MinuteUnit}
		}
		*a = answer
	}
	return t, blank
}

// place says where on the time line a timing falls, and how much of it is known.
func (c *composer) place(t content.Timing) when {
	cal := &c.calendar
	day := cal.start.Date
	w := when{rank: inTime, exact: min(cal.known[content.Start], dayOnly)}
	switch t.Kind {
	case content.NoTiming, content.Now:
		return when{rank: atOnce}
	case content.VisitDay:
		w.from, w.to = firstMinute(day), cal.start
	case content.RestOfDay:
		w.from, w.to = cal.end, lastMinute(day)
		if w.to.Before(w.from) {
			w.to = w.from
		}
	default:
		return c.fromAnchor(t)
	}
	return w
}

// fromAnchor places a timing that has an anchor.
func (c *composer) fromAnchor(t content.Timing) when {
	anchor, known := c.calendar.anchor(t.Anchor), c.calendar.known[t.Anchor]
	w := when{rank: inTime, exact: known, from: anchor, to: anchor}
	if t.Anchor.IsEvent() && known == unknown {
		w.rank = someDay
	}
	if t.Kind == content.At {
		return w
	}
	first, whole := move(anchor, t.Amount, t.Way)
	last := first
	if t.Kind == content.Span {
		last, _ = move(anchor, t.To, t.Way)
	}
	w.from, w.to = first, last
	switch {
	case whole:
		w.from, w.to = firstMinute(first.Date), lastMinute(last.Date)
		w.exact = min(known, dayOnly)
	case known < dayClock:
		w.exact = unknown // hours from an hour that nobody knows
	}
	if t.Kind == content.Until {
		w.from = anchor
	}
	return w
}

// say tells a time in words: what stands in the date's column, and the small
// note under it.
func (c *composer) say(t content.Timing, w when) (label, note sheet.Text) {
	p, day := c.phrases, c.calendar.start.Date
	switch t.Kind {
	case content.NoTiming, content.Now:
		return sheet.Strong(p.When.Now), sheet.Plainly(p.When.NowNote)
	case content.VisitDay:
		return c.dayOr(w, day, p.When.VisitDay), sheet.Plainly(p.When.LeaveNote)
	case content.RestOfDay:
		if w.exact == unknown {
			return sheet.Strong(p.When.Rest), nil
		}
		return c.dayOr(w, day, ""), sheet.Plainly(p.When.RestNote)
	case content.At:
		return c.sayAt(t, w)
	}
	distance := c.distance(t)
	switch {
	case w.blank != "":
		return c.sayBlank(t)
	case t.Kind == content.Until && w.exact == unknown:
		return sheet.Strong(phrases.Fill(p.When.For, "time", distance)), nil
	case w.exact == unknown:
		return sheet.Strong(distance), nil
	case t.Kind == content.Until:
		return sheet.Strong(c.until(w)), sheet.Plainly(distance)
	case t.Way == content.After && w.exact == dayOnly:
		distance = c.closed(distance, w)
	}
	return sheet.Strong(c.moments(w)), sheet.Plainly(distance)
}

// closed adds to the note under days after a visit that an end of them is a
// weekend or a federal holiday, when whoever would call or come finds nobody.
func (c *composer) closed(note string, w when) string {
	words := &c.phrases.Closed
	first, last := c.phrases.ClosedDay(w.from.Date), c.phrases.ClosedDay(w.to.Date)
	switch {
	case w.from.Date == w.to.Date:
		return semicolons(note, first)
	case first == last && first != "":
		return semicolons(note, phrases.Fill(words.Both, "day", first))
	}
	if first != "" {
		first = phrases.Fill(words.Starts, "day", first)
	}
	if last != "" {
		last = phrases.Fill(words.Ends, "day", last)
	}
	return semicolons(note, first, last)
}

// semicolons puts phrases in a row, without the empty ones.
func semicolons(all ...string) string {
	return strings.Join(slices.DeleteFunc(all, func(s string) bool { return s == "" }), "; ")
}

// dayOr is a day where it is known, else words.
func (c *composer) dayOr(w when, day civil.Date, words string) sheet.Text {
	if w.exact == unknown {
		return sheet.Strong(words)
	}
	return sheet.Strong(c.phrases.Day(day, c.calendar.year()))
}

// sayAt tells the time of an anchor itself.
func (c *composer) sayAt(t content.Timing, w when) (label, note sheet.Text) {
	words := map[content.Anchor]string{
		content.Arrival: c.phrases.When.Arrival, content.Start: c.phrases.When.Start, content.End: c.phrases.When.End,
	}[t.Anchor]
	if t.Anchor.IsEvent() {
		words = content.Plain(c.words.Events[string(t.Anchor)])
		if w.exact == unknown {
			return c.beforeLine(words), nil
		}
	}
	if w.exact == unknown {
		return sheet.Strong(words), nil
	}
	if t.Anchor == content.End {
		w.exact = dayOnly // the clock time of the end is a bound, not a promise
	}
	if t.Anchor.IsEvent() {
		words = c.closed(words, w)
	}
	return sheet.Strong(c.moments(w)), sheet.Plainly(words)
}

// sayBlank tells a time whose amount is a line to write on.
func (c *composer) sayBlank(t content.Timing) (label, note sheet.Text) {
	if t.Kind == content.Until {
		return c.beforeLine(c.phrases.When.UntilBlank), nil
	}
	before, after, _ := cutPlace(c.distancePhrase(t), "amount")
	if event := c.words.Events[string(t.Anchor)]; event != "" {
		after = phrases.Fill(after, "event", content.Plain(event))
	}
	label = append(label, sheet.Run{Text: before, Bold: true}, c.lineRun(dateLine), sheet.Run{Text: after, Bold: true})
	if before == "" {
		label = label[1:]
	}
	return label, nil
}

// beforeLine is strong words and a line to write a date on.
func (c *composer) beforeLine(words string) sheet.Text {
	return sheet.Text{{Text: words + " ", Bold: true}, c.lineRun(dateLine)}
}

// moments are a day, a day and a clock time, or the days or moments of a span.
func (c *composer) moments(w when) string {
	year := c.calendar.year()
	switch {
	case w.exact == dayOnly:
		return c.phrases.Span(w.from.Date, w.to.Date, year)
	case w.from == w.to:
		return c.moment(w.from)
	case w.from.Date == w.to.Date:
		return phrases.Fill(c.phrases.Dates.Span, "from", c.moment(w.from), "to", c.phrases.Clock(w.to.Minute))
	}
	return phrases.Fill(c.phrases.Dates.Span, "from", c.moment(w.from), "to", c.moment(w.to))
}

// moment is a day and a clock time. Midnight is told by the day that it begins,
// as "12:00 AM" is told by nobody: "midnight before Fri, Dec 11".
func (c *composer) moment(m civil.Moment) string {
	if m.Minute == 0 {
		return phrases.Fill(c.phrases.When.Midnight, "date", c.phrases.Day(m.Date, c.calendar.year()))
	}
	return c.phrases.Moment(m, c.calendar.year())
}

// until is the end of a stretch: "Until Sat, Dec 12, 9:30 AM".
func (c *composer) until(w when) string {
	year := c.calendar.year()
	switch {
	case w.exact == dayOnly:
		return phrases.Fill(c.phrases.When.Until, "time", c.phrases.Day(w.to.Date, year))
	case w.to.Minute == 0:
		return phrases.Fill(c.phrases.When.UntilMidnight, "date", c.phrases.Day(w.to.Date, year))
	}
	return phrases.Fill(c.phrases.When.Until, "time", c.phrases.Moment(w.to, year))
}
