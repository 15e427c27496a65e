package day

import (
	"strings"

	"fyne.io/fyne/v2"

	schedule "deskleaf/app/day"
	"deskleaf/app/table"
	"deskleaf/widgets"
)

// guess is what is known of the columns now.
func (s *Screen) guess() schedule.Columns {
	if s.schedule.Columns.Of != nil {
		return s.schedule.Columns
	}
	return schedule.Guess(s.table, s.deps.Setting().Clinic.Schedules)
}

// askColumns asks which column is which. What is answered is kept for the next
// schedule of the same system.
func (s *Screen) askColumns(known schedule.Columns) {
	t := s.deps.Words.T
	names := []string{t("day.columns.none")}
	for i := range widest(s.table) {
		names = append(names, s.columnName(known, i))
	}
	rows := []fyne.CanvasObject{widgets.NewText(widgets.MutedStyle, widgets.Plain(t("day.columns.about", "file", s.table.File)))}
	choices := map[schedule.Field]*widgets.Choice{}
	for _, f := range schedule.Fields {
		chosen := 0
		if column, ok := known.Of[f]; ok {
			chosen = column + 1
		}
		choices[f] = widgets.NewChoice("", names, chosen, nil)
		rows = append(rows, widgets.NewFormRow(t("day.field."+string(f)), choices[f]))
	}
	fault := widgets.NewText(widgets.ErrorStyle, nil)
	fault.Hide()
	rows = append(rows, fault)
	var d *widgets.Dialog
	take := func() bool {
		c := known
		c.Of = map[schedule.Field]int{}
		for f, choice := range choices {
			if i := choice.Chosen(); i > 0 {
				c.Of[f] = i - 1
			}
		}
		if why := wrongColumns(c); why != "" {
			fault.SetText(t(why))
			fault.Show()
			d.Fit()
			return false
		}
		s.deps.Learn(schedule.Learn(s.deps.Setting().Clinic.Schedules, s.table, c))
		s.take(c)
		return true
	}
	d = widgets.NewDialog(t("day.columns.title"), widgets.NewColumn(8, rows...),
		widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t("day.columns.use"), Default: true, Do: take})
	d.Width = 560
	s.deps.Ask(d, choices[schedule.Date])
}

// wrongColumns is the key of what is wrong with columns, or nothing.
func wrongColumns(c schedule.Columns) string {
	if _, ok := c.Of[schedule.Type]; !ok {
		return "day.columns.no-procedure"
	}
	taken := map[int]bool{}
	for _, column := range c.Of {
		if taken[column] {
			return "day.columns.twice"
		}
		taken[column] = true
	}
	return ""
}

func widest(t table.Table) int {
	n := 0
	for _, r := range t.Rows {
		n = max(n, len(r.Cells))
	}
	return n
}

// longestSample is how many letters of a cell show what its column holds.
const longestSample = 24

// columnName is a column by its header and the first text under it.
func (s *Screen) columnName(known schedule.Columns, column int) string {
	name := table.ColumnName(column)
	if known.Header >= 0 {
		if header := s.table.Rows[known.Header].Cell(column); header != "" {
			name = header
		}
	}
	for _, r := range s.table.Rows[known.First:] {
		sample := []rune(strings.Join(strings.Fields(r.Cell(column)), " "))
		if len(sample) > longestSample {
			sample = append(sample[:longestSample], '…')
		}
		if len(sample) > 0 {
			return s.deps.Words.T("day.columns.sample", "column", name, "sample", string(sample))
		}
	}
	return name
}
