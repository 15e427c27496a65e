package handout

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/civil"
)

// A randomVisit is a visit, a day of printing and steps with random times.
type randomVisit struct {
	in      Input
	part    content.Part
	start   time.Time // of the visit, on a clock without zones
	arrival time.Time
	end     time.Time
}

// randomTimings are times that steps may have; {n} and {m} become numbers, n the
// smaller.
var randomTimings = []string{
	"now", "visit day", "rest of the day", "arrival", "start", "end",
	"{n} days before", "{n} weeks before", "{n} hours before", "{n} minutes before arrival", "{n} hours before arrival", "{m} to {n} days before",
	"{n} days after", "{n} weeks after", "{n} hours after", "{n} to {m} days after", "{n} to {m} weeks after", "{n} hours after start",
	"until {n} hours after", "until {n} days after", "until {wait} after", "{wait} before arrival", "on next-visit", "{n} days after next-visit",
}

// makeRandom makes one visit of ten thousand.
func makeRandom(t *testing.T, rng *rand.Rand) randomVisit {
	r := randomVisit{in: sampleInput(t), part: content.Parts[rng.IntN(len(content.Parts))]}
	day := civil.Date{Year: 2024, Month: 1, Day: 1}.AddDays(rng.IntN(9 * 365))
	minute := rng.IntN(24 * 60)
	arrive, stay := rng.IntN(180), 1+rng.IntN(8*60)
	v := visit.Visit{Procedure: sampleID, Language: "en", Arrive: visit.Minutes{N: arrive, Set: true}, Answers: map[string]string{}}
	v.SetWhen(day.At(minute), true)
	if rng.IntN(3) == 0 {
		v.Answers["wait"] = fmt.Sprintf("%d hours", 1+rng.IntN(72))
	}
	if rng.IntN(3) == 0 {
		v.Answers["next-visit"] = day.AddDays(rng.IntN(60)).String()
	}
	p, w := *r.in.Procedure, *r.in.Words
	p.Minutes = content.Minutes{Procedure: content.Range{Low: 1, High: stay}}
	p.Steps, p.Signs, p.Diary = nil, nil, false
	w.Steps = map[string]content.StepWords{}
	for i := range 1 + rng.IntN(9) {
		n := 1 + rng.IntN(6)
		text := strings.NewReplacer("{n}", fmt.Sprint(n), "{m}", fmt.Sprint(n+1+rng.IntN(9))).Replace(randomTimings[rng.IntN(len(randomTimings))])
		id := fmt.Sprintf("step-%d", i)
		p.Steps = append(p.Steps, content.Step{ID: id, Part: r.part, Essential: true, When: timing(t, text), FineWhenLate: rng.IntN(3) == 0})
		w.Steps[id] = content.StepWords{Text: "Words of " + id + "."}
	}
	r.in.Procedure, r.in.Words, r.in.Visit = &p, &w, v
	r.in.Blanks["wait"] = content.Blank{ID: "wait", Type: content.DurationBlank, Scopes: []content.Scope{content.VisitScope}}
	r.in.Today = day.AddDays(rng.IntN(40) - 28)
	r.start = time.Date(day.Year, day.Month, day.Day, 0, minute, 0, 0, time.UTC)
	r.arrival = r.start.Add(-time.Duration(arrive) * time.Minute)
	r.end = r.start.Add(time.Duration(stay) * time.Minute)
	if over := r.end.Sub(r.end.Truncate(30 * time.Minute)); over > 0 {
		r.end = r.end.Add(30*time.Minute - over)
	}
	return r
}

// due is the first and the last moment of a step, worked out with package time
// and not as the program does; ok only where all of it is known.
func (r randomVisit) due(s content.Step) (from, to time.Time, ok bool) {
	t := s.When
	anchors := map[content.Anchor]time.Time{content.Arrival: r.arrival, content.Start: r.start, content.End: r.end}
	if answer := r.in.Visit.Answers["next-visit"]; answer != "" {
		anchors["next-visit"], _ = time.Parse(time.DateOnly, answer)
	}
	anchor, known := anchors[t.Anchor]
	day := func(at time.Time) time.Time { return at.Truncate(24 * time.Hour) }
	lastOf := func(at time.Time) time.Time { return day(at).Add(24*time.Hour - time.Minute) }
	switch t.Kind {
	case content.VisitDay:
		return day(r.start), r.start, true
	case content.RestOfDay:
		last := lastOf(r.start)
		if last.Before(r.end) {
			last = r.end
		}
		return r.end, last, true
	case content.At:
		return anchor, anchor, known
	case content.Now:
		return from, to, false
	}
	amount, other := t.Amount, t.To
	if amount.Blank != "" {
		answer := r.in.Visit.Answers["wait"]
		if answer == "" {
			return from, to, false
		}
		amount, _ = content.ParseDuration(answer)
	}
	move := func(a content.Amount) time.Time {
		n := a.N
		if t.Way == content.Before {
			n = -n
		}
		switch a.Unit {
		case content.MinuteUnit:
			return anchor.Add(time.Duration(n) * time.Minute)
		case content.HourUnit:
			return anchor.Add(time.Duration(n) * time.Hour)
		case content.WeekUnit:
			n *= 7
		}
		return anchor.AddDate(0, 0, n)
	}
	from, to = move(amount), move(amount)
	if t.Kind == content.Span {
		to = move(other)
	}
	if amount.Unit == content.DayUnit || amount.Unit == content.WeekUnit {
		from, to = day(from), lastOf(to)
	}
	if t.Kind == content.Until {
		from = anchor
	}
	return from, to, known
}

// A printedVisit is what the program made of one.
type printedVisit struct {
	randomVisit
	c       *composer
	ordered []dated
	printed []string          // ids of steps in the order of print
	under   map[string]string // the date that a step stands under, by its id
	merged  int               // dates with several steps
}

// print makes the steps of the visit's part.
func (r randomVisit) print(t *testing.T) printedVisit {
	t.Helper()
	c, err := newComposer(r.in)
	if err != nil {
		t.Fatal(err)
	}
	p := printedVisit{randomVisit: r, c: c, under: map[string]string{}}
	steps := c.choose(r.part).steps
	for _, g := range c.groups(r.part, steps) {
		if len(g.Steps) > 1 {
			p.merged++
		}
		for _, s := range g.Steps {
			text := plain(s.Text)
			id := text[strings.Index(text, "step-"):][:len("step-0")]
			p.printed = append(p.printed, id)
			p.under[id] = strings.ToLower(spaced(plain(g.When)))
		}
	}
	p.ordered = c.dated(r.part, steps)
	return p
}

// lost says which steps are lost or told twice.
func (p printedVisit) lost() error {
	once := slices.Compact(slices.Sorted(slices.Values(p.printed)))
	if asked := len(p.in.Procedure.Steps); len(once) != asked || len(p.printed) != asked {
		return fmt.Errorf("%d steps were asked for, and printed were %v", asked, p.printed)
	}
	return nil
}

// misplaced says which step stands under a date that is not its own, without the
// page or staff being told.
func (p printedVisit) misplaced(s dated) error {
	from, to, known := p.due(s.Step)
	if !known {
		return nil
	}
	visit, today := p.in.Visit.Date, p.in.Today
	late := p.part == content.Preparation && !visit.Before(today) && civil.DateOf(to).Before(today)
	told := slices.ContainsFunc(p.c.notes.Late, func(l Late) bool { return l.ID == s.ID && l.Due == civil.DateOf(to) })
	moved := slices.Contains(p.c.notes.Moved, s.ID)
	says := p.under[s.ID]
	if late {
		if !strings.HasPrefix(says, "now") || told == s.FineWhenLate || moved != s.FineWhenLate {
			return fmt.Errorf("it is late, fine when late: %t, and stands under %q; the page says to call: %t; staff are told that it was moved: %t", s.FineWhenLate, says, told, moved)
		}
		return nil
	}
	if strings.HasPrefix(says, "until") != (s.When.Kind == content.Until) {
		return fmt.Errorf("it stands under %q", says)
	}
	for _, d := range p.dates(s.When.Kind, from, to) {
		if date := strings.ToLower(spaced(p.c.phrases.Day(d, visit.Year))); told || moved || !strings.Contains(says, date) {
			return fmt.Errorf("it is from %v to %v and stands under %q, which does not say %q", from, to, says, date)
		}
	}
	return nil
}

// dates are the days that a time must say.
func (p printedVisit) dates(kind content.TimingKind, from, to time.Time) []civil.Date {
	switch kind {
	case content.Until:
		return []civil.Date{civil.DateOf(to)}
	case content.RestOfDay:
		return []civil.Date{p.in.Visit.Date}
	}
	return []civil.Date{civil.DateOf(from), civil.DateOf(to)}
}

// disordered says where a step stands behind one that begins after it.
func (p printedVisit) disordered() error {
	var before time.Time
	place := 0
	for _, s := range p.ordered {
		if from, _, known := p.due(s.Step); known && s.rank == inTime {
			if from.Before(before) {
				return fmt.Errorf("%q, from %v, stands behind what begins at %v", s.When, from, before)
			}
			before = from
		}
		if at := slices.Index(p.printed, s.ID); p.under[s.ID] != p.under[p.printed[max(at-1, 0)]] {
			if at < place {
				return fmt.Errorf("the date %q is printed before its turn", p.under[s.ID])
			}
			place = at
		}
	}
	return nil
}

// TestTenThousandVisits holds for random visits and days of printing: no step is
// lost or told twice, steps stand in the order of their times, and each stands
// under its own date, unless the page says that it is late or staff are told that
// it was moved.
func TestTenThousandVisits(t *testing.T) {
	rng := rand.New(rand.NewPCG(2026, 11))
	tried := map[string]int{}
	for range 10_000 {
		p := makeRandom(t, rng).print(t)
		complaints := []error{p.lost(), p.disordered()}
		for _, s := range p.ordered {
			if err := p.misplaced(s); err != nil {
				complaints = append(complaints, fmt.Errorf("%q: %w", s.When, err))
			}
		}
		if err := errors.Join(complaints...); err != nil {
			t.Fatalf("a visit at %v, printed on %v: %v", p.start, p.in.Today, err)
		}
		tried["late"] += len(p.c.notes.Late)
		tried["moved"] += len(p.c.notes.Moved)
		tried["merged"] += p.merged
		if p.c.notes.Past {
			tried["past"]++
		}
	}
	for _, what := range []string{"late", "moved", "merged", "past"} {
		if tried[what] < 200 {
			t.Errorf("only %d of the random visits had something %s: the test hardly tries it", tried[what], what)
		}
	}
}
