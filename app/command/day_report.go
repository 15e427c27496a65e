package command

import (
	"fmt"
	"strings"

	"deskleaf/app/day"
	"deskleaf/app/table"
	"deskleaf/content"
)

// dayRow is a line of a schedule as day prints it with --json.
type dayRow struct {
	Line      int            `json:"line"`
	State     string         `json:"state"` // "printed", "passed", "blocked"
	Procedure string         `json:"procedure,omitempty"`
	Side      string         `json:"side,omitempty"`
	Visit     string         `json:"visit,omitempty"` // as --visit of handout takes it
	Parts     []content.Part `json:"parts,omitempty"`
	Troubles  []string       `json:"troubles,omitempty"`
	Notes     []string       `json:"notes,omitempty"`
}

// dayStates are the states of lines once they are made.
var dayStates = map[day.State]string{day.Ready: "printed", day.Passed: "passed", day.Blocked: "blocked"}

func dayRowOf(e day.Entry) dayRow {
	v := e.Visit
	r := dayRow{Line: e.Line.Number, State: dayStates[e.State], Procedure: v.Procedure, Side: string(v.Side), Visit: v.Date.String(), Parts: v.Parts}
	if start, ok := v.Start(); ok {
		r.Visit = start.String()
	}
	for _, t := range e.Troubles {
		r.Troubles = append(r.Troubles, t.Error())
	}
	for _, n := range e.Notes {
		r.Notes = append(r.Notes, n.Error())
	}
	return r
}

// reportDay says what became of each line, by its number in the file. It fails
// where a line is blocked, so that a script notices.
func (p *Program) reportDay(r *dayRequest, t table.Table, entries []day.Entry, o day.Outcome) error {
	rows := make([]dayRow, len(entries))
	for i, e := range entries {
		rows[i] = dayRowOf(e)
	}
	if r.asJSON {
		if err := writeJSON(p, rows); err != nil {
			return err
		}
	} else {
		for i, row := range rows {
			fmt.Fprintf(p.Out, "%s: %s\n", t.Where(table.Row{Line: row.Line}, -1), row.words(entries[i]))
		}
	}
	blocked := 0
	for _, e := range entries {
		if e.State == day.Blocked {
			blocked++
		}
	}
	switch {
	case blocked > 0:
		return failure(fmt.Sprintf("%d of %d lines did not print", blocked, len(entries)), "correct them in the schedule, or teach what they mean with --type and --remember; then run the command again")
	case o.Made == 0:
		p.warn("no line of this schedule needs a handout", "")
	}
	return nil
}

// words are the row for people.
func (r dayRow) words(e day.Entry) string {
	switch e.State {
	case day.Passed:
		return "passed over: " + strings.Join(r.Notes, "; ")
	case day.Blocked:
		var said []string
		for _, t := range e.Troubles {
			one := t.Error()
			if hint := t.Hint(); hint != "" {
				one += " (" + hint + ")"
			}
			said = append(said, one)
		}
		return "not printed: " + strings.Join(said, "; ")
	}
	parts := make([]string, len(r.Parts))
	for i, part := range r.Parts {
		parts[i] = string(part)
	}
	line := strings.Join(strings.Fields(strings.Join([]string{r.Procedure, r.Side, r.Visit}, " ")), " ") + ", " + strings.Join(parts, " and ")
	if len(r.Notes) > 0 {
		line += "; " + strings.Join(r.Notes, "; ")
	}
	return line
}
