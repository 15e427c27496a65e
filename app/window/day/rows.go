package day

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	schedule "deskleaf/app/day"
	"deskleaf/app/visit"
	"deskleaf/widgets"
)

// What the list can show: every line, or those of one state.
const (
	all = iota
	printing
	blocked
	passed
)

// stateOf is the state of a line as a person sees it: what was left out is passed
// over.
func (s *Screen) stateOf(e schedule.Entry) int {
	switch {
	case s.out[e.Line.Number], e.State == schedule.Passed:
		return passed
	case e.State == schedule.Blocked:
		return blocked
	}
	return printing
}

// counts are how many lines there are of each state.
func (s *Screen) counts() [4]int {
	var n [4]int
	for _, e := range s.entries {
		n[all]++
		n[s.stateOf(e)]++
	}
	return n
}

// columns are those of the list. In a narrow window the last ranks go.
func (s *Screen) columns() []widgets.GridColumn {
	t := s.deps.Words.T
	return []widgets.GridColumn{
		{Title: t("day.column.line"), Least: 38, Rank: 4},
		{Title: t("day.column.when"), Least: 138, Share: 0.4},
		{Title: t("day.column.procedure"), Least: 150, Share: 1.4},
		{Title: t("day.column.side"), Least: 74},
		{Title: t("day.column.name"), Least: 110, Share: 1.2, Rank: 1},
		{Title: t("day.column.prints"), Least: 150, Share: 0.6, Rank: 2},
		{Title: t("day.column.language"), Least: 80, Rank: 3},
		{Title: t("day.column.doctor"), Least: 120, Share: 0.8, Rank: 5},
		{Title: t("day.column.place"), Least: 120, Share: 0.8, Rank: 6},
	}
}

// rows are the lines that the list shows.
func (s *Screen) rows() []widgets.GridRow {
	var rows []widgets.GridRow
	for _, e := range s.entries {
		if s.filter == all || s.filter == s.stateOf(e) {
			rows = append(rows, s.row(e))
		}
	}
	return rows
}

// row is one line: what it means where that is known, else what it says.
func (s *Screen) row(e schedule.Entry) widgets.GridRow {
	state := s.stateOf(e)
	r := widgets.GridRow{ID: strconv.Itoa(e.Line.Number), Faint: state == passed}
	r.Icon, r.Ink = s.looks(e, state)
	r.Note = s.note(e, state)
	v, facts := e.Visit, s.reader.Clinic.Facts
	doctor, place := e.Line.Said(schedule.Doctor), e.Line.Said(schedule.Place)
	if d, ok := facts.Doctor(v.Doctor); ok {
		doctor = d.Name
	}
	if p, ok := facts.Place(v.Place); ok {
		place = p.Name
	}
	r.Cells = []string{r.ID, s.when(e), or(e.Title, e.Line.Said(schedule.Type)), s.side(e), e.Line.Said(schedule.Name), s.prints(e, state),
		s.language(e), doctor, place}
	return r
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func (s *Screen) when(e schedule.Entry) string {
	if v := e.Visit; !v.Date.IsZero() {
		return s.deps.Say(v.Date.At(v.Minute), v.HasTime)
	}
	return strings.TrimSpace(e.Line.Said(schedule.Date) + " " + e.Line.Said(schedule.Time))
}

func (s *Screen) side(e schedule.Entry) string {
	if side := e.Visit.Side; side != "" {
		return s.deps.Words.T("side." + string(side))
	}
	return e.Line.Said(schedule.Side)
}

func (s *Screen) language(e schedule.Entry) string {
	if l := e.Visit.Language; l != "" {
		return s.deps.Tongue(l)
	}
	return e.Line.Said(schedule.Language)
}

// prints says which parts a line prints, and in which size.
func (s *Screen) prints(e schedule.Entry, state int) string {
	if state != printing {
		return ""
	}
	return s.partsOf(e.Visit)
}

func (s *Screen) partsOf(v visit.Visit) string {
	t := s.deps.Words.T
	var parts []string
	for _, p := range v.Parts {
		parts = append(parts, t("part."+string(p)))
	}
	if v.Large {
		parts = append(parts, t("says.large"))
	}
	return strings.Join(parts, ", ")
}

// looks are the icon of a line and its color. What they say, the note says too.
func (s *Screen) looks(e schedule.Entry, state int) (string, fyne.ThemeColorName) {
	switch state {
	case blocked:
		return "alert", theme.ColorNameError
	case passed:
		return "minus", widgets.ColorMuted
	}
	if len(e.Notes) > 0 {
		return "check", widgets.ColorMuted
	}
	return "check", theme.ColorNameSuccess
}

// note says why a line does not print, or what to know of one that does.
func (s *Screen) note(e schedule.Entry, state int) string {
	if s.out[e.Line.Number] {
		return s.deps.Words.T("day.left-out")
	}
	says := e.Notes
	if state == blocked {
		says = e.Troubles
	}
	var lines []string
	for _, t := range says {
		lines = append(lines, s.say(t))
	}
	return strings.Join(lines, "  ")
}

// say is a trouble or a note in the window's words.
func (s *Screen) say(t schedule.Trouble) string {
	other := t.Other
	switch t.Reason {
	case schedule.BadDay, schedule.BadTime:
		other = s.deps.WhyNot(t.Err)
	case schedule.Unreadable, schedule.NotMade:
		other = t.Err.Error()
	case schedule.NotInLanguage, schedule.NotApproved:
		other = s.deps.Tongue(t.Other)
	case schedule.TwoSides:
		t.Said, other = s.deps.Words.T("side."+t.Said), s.deps.Words.T("side."+t.Other)
	case schedule.NotThisSide:
		t.Said = s.deps.Words.T("side." + t.Said)
	}
	return s.deps.Words.T("day.says."+string(t.Reason), "said", t.Said, "other", other)
}
