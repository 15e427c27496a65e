package handout

import (
	"strings"
	"testing"

	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/civil"
)

// spaced shows unbreakable spaces as plain ones.
func spaced(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// heads composes a part that has one step a timing, and gives for each group its
// date, its note in brackets, and its steps: "Wed, Dec 9 (the day before): s0".
func heads(t *testing.T, in Input, part content.Part, timings ...string) []string {
	t.Helper()
	p, w := *in.Procedure, *in.Words
	p.Steps, p.Signs, p.Diary = nil, nil, false
	w.Steps = map[string]content.StepWords{}
	for i, text := range timings {
		id := "s" + string(rune('0'+i))
		fine := strings.HasSuffix(text, " (fine)")
		p.Steps = append(p.Steps, content.Step{ID: id, Part: part, Essential: true, When: timing(t, strings.TrimSuffix(text, " (fine)")), FineWhenLate: fine})
		w.Steps[id] = content.StepWords{Text: id}
	}
	in.Procedure, in.Words = &p, &w
	c, err := newComposer(in)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, g := range c.groups(part, c.choose(part).steps) {
		head := plain(g.When)
		if len(g.Note) > 0 {
			head += " (" + plain(g.Note) + ")"
		}
		var steps []string
		for _, s := range g.Steps {
			steps = append(steps, plain(s.Text))
		}
		got = append(got, spaced(head+": "+strings.Join(steps, ", ")))
	}
	return got
}

// at sets the sample's visit and day of printing.
func at(t *testing.T, moment, today string) Input {
	t.Helper()
	in := sampleInput(t)
	in.Visit = visit.Visit{Language: "en"}
	if m, err := civil.ParseMoment(moment); err == nil {
		in.Visit.SetWhen(m, true)
	} else if moment != "" {
		in.Visit.SetWhen(date(t, moment).At(0), false)
	}
	in.Today = date(t, today)
	return in
}

func TestDates(t *testing.T) {
	const thursday = "2026-12-10T09:30" // be here by 9:00, done by 11:30 at the latest
	tests := []struct {
		name, visit, timing, want string
	}{
		{"at once", thursday, "now", "Now (when you get this)"},
		{"at once, without a visit", "", "now", "Now (when you get this)"},
		{"the day before", thursday, "1 day before", "Wed, Dec 9 (the day before)"},
		{"three days before", thursday, "3 days before", "Mon, Dec 7 (3 days before)"},
		{"a week before", thursday, "1 week before", "Thu, Dec 3 (1 week before)"},
		{"over a month's end", "2026-12-01T09:30", "1 day before", "Mon, Nov 30 (the day before)"},
		{"over the year's end", "2027-01-01T09:30", "1 day before", "Thu, Dec 31, 2026 (the day before)"},
		{"before a leap day's morrow", "2028-03-01T09:30", "1 day before", "Tue, Feb 29 (the day before)"},
		{"the same without a leap day", "2027-03-01T09:30", "1 day before", "Sun, Feb 28 (the day before)"},
		{"a month before a day that its month lacks", "2027-03-31T09:30", "1 month before", "Sun, Feb 28 (1 month before)"},
		{"a span before", thursday, "3 to 1 days before", "Mon, Dec 7 – Wed, Dec 9 (3 to 1 days before)"},
		{"before leaving", thursday, "visit day", "Thu, Dec 10 (before you leave home)"},
		{"at the arrival", thursday, "arrival", "Thu, Dec 10, 9:00 AM (when you arrive)"},
		{"at the start", thursday, "start", "Thu, Dec 10, 9:30 AM (when your visit starts)"},
		{"at the end, whose hour nobody knows", thursday, "end", "Thu, Dec 10 (when your visit ends)"},
		{"hours before the start", thursday, "2 hours before", "Thu, Dec 10, 7:30 AM (2 hours before)"},
		{"hours before the arrival", thursday, "2 hours before arrival", "Thu, Dec 10, 7:00 AM (2 hours before you arrive)"},
		{"hours into the evening before", thursday, "12 hours before arrival", "Wed, Dec 9, 9:00 PM (12 hours before you arrive)"},
		{"hours that end at midnight", thursday, "9 hours before arrival", "Midnight before Thu, Dec 10 (9 hours before you arrive)"},
		{"minutes", thursday, "45 minutes before", "Thu, Dec 10, 8:45 AM (45 minutes before)"},
		{"an answered amount", thursday, "{fasting} before arrival", "Thu, Dec 10, 1:00 AM (8 hours before you arrive)"},
		{"an open amount", thursday, "{other-wait} before arrival", "____ before you arrive"},
		{"the rest of the day", thursday, "rest of the day", "Thu, Dec 10 (rest of the day)"},
		{"until hours later, from the longest stay", thursday, "until 24 hours after", "Until Fri, Dec 11, 11:30 AM (24 hours after)"},
		{"the end rounded up", "2026-12-10T09:35", "until 24 hours after", "Until Fri, Dec 11, 12:00 noon (24 hours after)"},
		{"until midnight", "2026-12-10T22:00", "until 24 hours after", "Until midnight before Sat, Dec 12 (24 hours after)"},
		{"until days later", thursday, "until 2 days after", "Until Sat, Dec 12 (2 days after)"},
		{"until hours from the start", thursday, "until 4 hours after start", "Until Thu, Dec 10, 1:30 PM (4 hours after your visit starts)"},
		{"until an answered amount", thursday, "until {drive-wait} after", "Until Thu, Dec 10, 11:30 PM (12 hours after)"},
		{"until an open amount", thursday, "until {other-wait} after", "Until ____"},
		{"the day after", thursday, "1 day after", "Fri, Dec 11 (the day after)"},
		{"a span of days", thursday, "2 to 10 days after", "Sat, Dec 12 – Sun, Dec 20 (2 to 10 days after; starts and ends on a weekend)"},
		{"a span that ends on a holiday", "2026-12-15T09:30", "2 to 10 days after", "Thu, Dec 17 – Fri, Dec 25 (2 to 10 days after; ends on Christmas Day)"},
		{"a span that starts on a holiday and ends on a weekend", "2026-12-24T09:30", "1 to 9 days after", "Fri, Dec 25 – Sat, Jan 2, 2027 (1 to 9 days after; starts on Christmas Day; ends on a weekend)"},
		{"a day on which a holiday is observed", "2026-06-26T09:30", "1 week after", "Fri, Jul 3 (1 week after; Independence Day (observed))"},
		{"a weekend day before the visit is no matter", "2026-12-14T09:30", "1 day before", "Sun, Dec 13 (the day before)"},
		{"a span over new year", "2026-12-28T09:30", "2 to 10 days after", "Wed, Dec 30 – Thu, Jan 7, 2027 (2 to 10 days after)"},
		{"a span of weeks", thursday, "1 to 2 weeks after", "Thu, Dec 17 – Thu, Dec 24 (1 to 2 weeks after)"},
		{"a span of hours of one day", thursday, "2 to 4 hours after", "Thu, Dec 10, 1:30 PM – 3:30 PM (2 to 4 hours after)"},
		{"a span of hours over midnight", thursday, "10 to 14 hours after", "Thu, Dec 10, 9:30 PM – Fri, Dec 11, 1:30 AM (10 to 14 hours after)"},
		{"months", "2027-08-31T09:30", "6 months after", "Tue, Feb 29, 2028 (6 months after)"},
		{"an event whose day is not known", thursday, "on next-visit", "Next visit ____"},
		{"days from such an event", thursday, "3 days after next-visit", "3 days after: Next visit"},

		{"the night when clocks go forward", "2027-03-14T09:30", "10 hours before", "Sat, Mar 13, 11:30 PM (10 hours before)"},
		{"the day when clocks go forward", "2027-03-13T09:30", "until 24 hours after", "Until Sun, Mar 14, 11:30 AM (24 hours after)"},
		{"the night when clocks go back", "2026-11-01T09:30", "10 hours before", "Sat, Oct 31, 11:30 PM (10 hours before)"},
		{"the day when clocks go back", "2026-10-31T09:30", "until 24 hours after", "Until Sun, Nov 1, 11:30 AM (24 hours after)"},

		{"no hour: days", "2026-12-10", "1 day before", "Wed, Dec 9 (the day before)"},
		{"no hour: hours", "2026-12-10", "12 hours before arrival", "12 hours before you arrive"},
		{"no hour: until hours", "2026-12-10", "until 24 hours after", "For 24 hours after"},
		{"no hour: arrival", "2026-12-10", "arrival", "Thu, Dec 10 (when you arrive)"},

		{"no visit: the day before", "", "1 day before", "The day before"},
		{"no visit: days before", "", "3 days before", "3 days before"},
		{"no visit: the day itself", "", "visit day", "The day of your visit (before you leave home)"},
		{"no visit: arrival", "", "arrival", "When you arrive"},
		{"no visit: the rest of the day", "", "rest of the day", "Rest of the day"},
		{"no visit: a span", "", "2 to 10 days after", "2 to 10 days after"},
		{"no visit: until hours", "", "until 24 hours after", "For 24 hours after"},
		{"no visit: until an answered amount", "", "until {drive-wait} after", "For 12 hours after"},
		{"no visit: until an open amount", "", "until {other-wait} after", "Until ____"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in := at(t, test.visit, "2026-10-01")
			in.Blanks["other-wait"] = content.Blank{ID: "other-wait", Type: content.DurationBlank, Scopes: []content.Scope{content.VisitScope}}
			in.Visit.Answers = map[string]string{"fasting": "8 hours", "drive-wait": "12 hours"}
			got := heads(t, in, content.Aftercare, test.timing)
			if len(got) != 1 || got[0] != test.want+": s0" {
				t.Errorf("prints %q, want %q", got, test.want+": s0")
			}
		})
	}
}

func TestEventWithItsDay(t *testing.T) {
	in := at(t, "2026-12-10T09:30", "2026-12-01")
	in.Visit.Answers = map[string]string{"next-visit": "2027-01-07"}
	got := heads(t, in, content.Aftercare, "on next-visit", "3 days before next-visit")
	want := []string{"Mon, Jan 4, 2027 (3 days before: Next visit): s1", "Thu, Jan 7, 2027 (Next visit): s0"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("prints %q, want %q", got, want)
	}
}

// Nobody told how early to come: hours before the arrival stay words, since an
// hour that is too late would mean too short a fast.
func TestHoursBeforeAnUnknownArrival(t *testing.T) {
	in := at(t, "2026-12-10T09:30", "2026-12-01")
	in.Clinic.Facts.Arrive = 0
	got := heads(t, in, content.Preparation, "8 hours before arrival")
	if len(got) != 1 || got[0] != "8 hours before you arrive: s0" {
		t.Errorf("prints %q, want words without an hour", got)
	}
}

// The procedure says nothing of how long it takes: no promise of an hour.
func TestHoursAfterAnUnknownEnd(t *testing.T) {
	in := at(t, "2026-12-10T09:30", "2026-12-01")
	p := *in.Procedure
	p.Minutes = content.Minutes{}
	in.Procedure = &p
	got := heads(t, in, content.Aftercare, "until 24 hours after")
	if len(got) != 1 || got[0] != "For 24 hours after: s0" {
		t.Errorf("prints %q, want words without an hour", got)
	}
}

func TestTimesThatPrintTheSameStandTogether(t *testing.T) {
	tests := []struct {
		name    string
		timings []string
		want    []string
	}{
		{"an answered blank and a number", []string{"until {drive-wait} after", "rest of the day", "until 12 hours after"},
			[]string{"Until Thu, Dec 10, 11:30 PM (12 hours after): s0, s2", "Thu, Dec 10 (rest of the day): s1"}},
		{"7 days and 1 week", []string{"7 days after", "1 week after"}, []string{"Thu, Dec 17 (7 days after): s0, s1"}},
		{"48 hours and 2 days are not the same time", []string{"until 48 hours after", "until 2 days after"},
			[]string{"Until Sat, Dec 12, 11:30 AM (48 hours after): s0", "Until Sat, Dec 12 (2 days after): s1"}},
		{"one open blank twice, with another step between", []string{"until {a-wait} after", "rest of the day", "until {a-wait} after"},
			[]string{"Until ____: s0, s2", "Thu, Dec 10 (rest of the day): s1"}},
		{"two open blanks are two lines", []string{"until {a-wait} after", "until {b-wait} after"}, []string{"Until ____: s0", "Until ____: s1"}},
		{"one day with two moments", []string{"visit day", "rest of the day"},
			[]string{"Thu, Dec 10 (before you leave home): s0", "Thu, Dec 10 (rest of the day): s1"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in := at(t, "2026-12-10T09:30", "2026-12-01")
			for _, id := range []string{"a-wait", "b-wait"} {
				in.Blanks[id] = content.Blank{ID: id, Type: content.DurationBlank, Scopes: []content.Scope{content.VisitScope}}
			}
			in.Visit.Answers = map[string]string{"drive-wait": "12 hours"}
			if got := heads(t, in, content.Aftercare, test.timings...); strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("prints %q,\nwant %q", got, test.want)
			}
		})
	}
}

func TestStepsStandInOrderOfTime(t *testing.T) {
	in := at(t, "2026-12-10T09:30", "2026-12-01")
	got := heads(t, in, content.Preparation, "visit day", "4 hours before arrival", "1 day before", "now", "1 week before", "12 hours before")
	want := []string{
		"Now (when you get this): s3", "Thu, Dec 3 (1 week before): s4", "Wed, Dec 9 (the day before): s2",
		"Wed, Dec 9, 9:30 PM (12 hours before): s5", "Thu, Dec 10 (before you leave home): s0",
		"Thu, Dec 10, 5:00 AM (4 hours before you arrive): s1",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("prints %q,\nwant %q", got, want)
	}
	in = at(t, "", "2026-12-01")
	if got := heads(t, in, content.Preparation, "visit day", "1 day before", "now", "1 week before"); strings.Join(got, "|") !=
		"Now (when you get this): s2|1 week before: s3|The day before: s1|The day of your visit (before you leave home): s0" {
		t.Errorf("without a visit it prints %q", got)
	}
}

// A time that the clinic has not filled in stands in the same place whatever the file
// has in front of it: behind the days before the visit's.
func TestAnOpenTimeStandsRightBeforeTheDayOfTheVisit(t *testing.T) {
	const open, eve, day, now = "____ before you arrive", "Wed, Dec 9 (the day before)", "Thu, Dec 10 (before you leave home)", "Now (when you get this)"
	for _, test := range []struct{ timings, want []string }{
		{[]string{"3 days before", "{other-wait} before arrival", "1 day before", "visit day"}, []string{"Mon, Dec 7 (3 days before): s0", eve + ": s2", open + ": s1", day + ": s3"}},
		{[]string{"now", "{other-wait} before arrival", "1 day before", "visit day"}, []string{now + ": s0", eve + ": s2", open + ": s1", day + ": s3"}},
		{[]string{"{other-wait} before arrival", "visit day", "1 day before"}, []string{eve + ": s2", open + ": s0", day + ": s1"}},
		{[]string{"1 day before", "visit day", "{other-wait} before arrival"}, []string{eve + ": s0", day + ": s1", open + ": s2"}},
	} {
		in := at(t, "2026-12-10T09:30", "2026-12-01")
		if got := heads(t, in, content.Preparation, test.timings...); strings.Join(got, "\n") != strings.Join(test.want, "\n") {
			t.Errorf("%q prints %q,\nwant %q", test.timings, got, test.want)
		}
	}
}

func TestLateSteps(t *testing.T) {
	timings := []string{"now", "3 days before", "1 day before", "1 week before (fine)", "5 to 2 days before"}
	tests := []struct {
		name, today string
		part        content.Part
		want        []string
	}{
		{"in time", "2026-12-03", content.Preparation, []string{
			"Now (when you get this): s0", "Thu, Dec 3 (1 week before): s3", "Sat, Dec 5 – Tue, Dec 8 (5 to 2 days before): s4",
			"Mon, Dec 7 (3 days before): s1", "Wed, Dec 9 (the day before): s2"}},
		{"two days ahead: the span still runs", "2026-12-08", content.Preparation, []string{
			"Now (when you get this): s0, s3, Call us: this was due Mon, Dec 7. s1", "Sat, Dec 5 – Tue, Dec 8 (5 to 2 days before): s4",
			"Wed, Dec 9 (the day before): s2"}},
		{"on the day", "2026-12-10", content.Preparation, []string{
			"Now (when you get this): s0, s3, Call us: this was due Tue, Dec 8. s4, Call us: this was due Mon, Dec 7. s1, Call us: this was due Wed, Dec 9. s2"}},
		{"printed again when all is past", "2026-12-11", content.Preparation, []string{
			"Now (when you get this): s0", "Thu, Dec 3 (1 week before): s3", "Sat, Dec 5 – Tue, Dec 8 (5 to 2 days before): s4",
			"Mon, Dec 7 (3 days before): s1", "Wed, Dec 9 (the day before): s2"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in := at(t, "2026-12-10T09:30", test.today)
			if got := heads(t, in, test.part, timings...); strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("prints %q,\nwant %q", got, test.want)
			}
		})
	}
}

func TestAftercareKeepsItsDates(t *testing.T) {
	for _, today := range []string{"2026-12-01", "2026-12-10", "2026-12-31"} {
		in := at(t, "2026-12-10T09:30", today)
		got := heads(t, in, content.Aftercare, "rest of the day", "2 to 10 days after")
		if strings.Join(got, "|") != "Thu, Dec 10 (rest of the day): s0|Sat, Dec 12 – Sun, Dec 20 (2 to 10 days after; starts and ends on a weekend): s1" {
			t.Errorf("printed on %s: %q", today, got)
		}
	}
}

func TestNotesOnDates(t *testing.T) {
	in := sampleInput(t)
	in.Procedure.Steps[2].When = timing(t, "2 days before")
	in.Today = date(t, "2026-12-10")
	_, notes, err := Compose(in)
	if err != nil {
		t.Fatal(err)
	}
	if len(notes.Late) != 1 || notes.Late[0].ID != "eat" || notes.Late[0].Due != date(t, "2026-12-08") || !strings.HasPrefix(notes.Late[0].Title, "Follow your eating plan") {
		t.Errorf("late steps are %+v, want the eating plan, due December 8", notes.Late)
	}
	if len(notes.Moved) != 1 || notes.Moved[0] != "ride" {
		t.Errorf("moved steps are %v, want ride", notes.Moved)
	}
	if notes.Past {
		t.Error("a visit today counts as past")
	}
	in.Today = date(t, "2026-12-11")
	_, notes, err = Compose(in)
	if err != nil || !notes.Past || len(notes.Late) != 0 {
		t.Errorf("the day after: %+v, %v; want a past visit without late steps", notes, err)
	}
}

func TestNotesOnDaysWhenClinicsAreClosed(t *testing.T) {
	for moment, want := range map[string]int{"2026-12-10T09:30": 0, "2026-12-12T09:30": 1, "2026-12-25T09:30": 1, "2026-07-03T09:30": 1, "": 0} {
		in := at(t, moment, "2026-01-02")
		in.Procedure.Sides = nil
		in.Visit.Answers = map[string]string{"next-visit": "2027-01-01"}
		_, notes, err := Compose(in)
		if err != nil || len(notes.Closed) != want+1 {
			t.Errorf("a visit on %q and one on New Year's Day: %v, %v", moment, notes.Closed, err)
		}
	}
}

func TestSpanishDates(t *testing.T) {
	in := at(t, "2026-12-10T09:30", "2026-12-09")
	w := *in.Words
	w.Language = "es"
	in.Words = &w
	in.Visit.Language = "es"
	got := heads(t, in, content.Preparation, "now", "2 days before", "1 day before", "2 hours before arrival", "until 24 hours after", "2 to 10 days after")
	want := []string{
		"Ahora (al recibir esta hoja): s0, Llámenos: esto se debía hacer el martes, 8 dic. s1",
		"Miércoles, 9 dic (el día antes): s2", "Jueves, 10 dic, 7:00 a. m. (2 horas antes de llegar): s3",
		"Hasta el viernes, 11 dic, 11:30 a. m. (24 horas después): s4", "Sáb 12 dic – dom 20 dic (2 a 10 días después; empieza y termina en fin de semana): s5",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("prints %q,\nwant %q", got, want)
	}
}
