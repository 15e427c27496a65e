package handout

import (
	"slices"
	"strconv"

	"deskleaf/app/sheet"
	"deskleaf/content"
	"deskleaf/content/phrases"
)

// A dated step is a step with its time.
type dated struct {
	chosenStep
	when
	called bool // it is late, and the page says to call
}

// groups are the steps of a part in the order of their times. Steps whose time
// prints the same stand together, at the place of the first.
func (c *composer) groups(part content.Part, steps []chosenStep) []sheet.Group {
	var groups []sheet.Group
	var heads []when
	var ids [][]string // of the steps of each group
	for _, s := range c.dated(part, steps) {
		i := slices.IndexFunc(heads, func(w when) bool { return same(w, s.when) })
		if i < 0 {
			i = len(heads)
			heads = append(heads, s.when)
			groups, ids = append(groups, sheet.Group{When: s.label, Note: s.note}), append(ids, nil)
		}
		if s.blank != "" && !slices.Contains(c.notes.Unanswered, s.blank) {
			c.notes.Unanswered = append(c.notes.Unanswered, s.blank)
		}
		groups[i].Steps = append(groups[i].Steps, sheet.Step{Icon: s.Icon, Text: c.stepText(s)})
		ids[i] = append(ids[i], s.ID)
	}
	for i := range groups {
		for j := range groups[i].Steps {
			step := &groups[i].Steps[j]
			step.Text = join(c.number(ids[i][j]), step.Text)
		}
	}
	return groups
}

// number is the number of a step on a page that has a twin, in the order of
// print; on any other page there is none. The twin has the numbers of the page
// that it is a twin of.
func (c *composer) number(id string) sheet.Text {
	switch {
	case c.original != nil:
		return sheet.Strong(strconv.Itoa(c.original.numbers[id]) + ".")
	case c.numbers == nil:
		return nil
	}
	c.numbers[id] = len(c.numbers) + 1
	return sheet.Strong(strconv.Itoa(c.numbers[id]) + ".")
}

// same reports whether two times print the same. Two that are the same stretch
// of days told in other units, 7 days and 1 week, count as the same; two lines
// to write on do only where they are for the same blank.
func same(a, b when) bool {
	if a.blank != b.blank || plain(a.label) != plain(b.label) {
		return false
	}
	return plain(a.note) == plain(b.note) || a.exact == dayOnly && a.distant && b.distant && a.from == b.from && a.to == b.to
}

// dated puts the steps of a part in order of time.
func (c *composer) dated(part content.Part, steps []chosenStep) []dated {
	list := make([]dated, len(steps))
	var before when
	for i, s := range steps {
		w := c.when(s.When, before)
		before = w
		list[i] = dated{chosenStep: s, when: w}
		if w.late && part == content.Preparation {
			list[i].called = !s.FineWhenLate
			list[i].when = c.atOnce(w)
		}
	}
	slices.SortStableFunc(list, func(a, b dated) int { return compare(a.when, b.when) })
	return list
}

// atOnce is a late time moved to now; late steps keep their order among
// themselves, behind what was always to be done at once.
func (c *composer) atOnce(w when) when {
	now := c.when(content.Timing{Kind: content.Now}, when{})
	w.label, w.note, w.rank = now.label, now.note, atOnce
	return w
}

// compare orders times: by rank, by where they begin, by where they end.
func compare(a, b when) int {
	if a.rank != b.rank {
		return int(a.rank - b.rank)
	}
	if n := a.from.Compare(b.from); n != 0 {
		return n
	}
	return a.to.Compare(b.to)
}

// stepText is what a step says: that it is late, on what it hangs, and its words.
func (c *composer) stepText(s dated) sheet.Text {
	words := c.words.Steps[s.ID].Text
	var late sheet.Text
	if s.late && s.rank == atOnce {
		due := s.to.Date
		if s.called {
			late = sheet.Strong(phrases.Fill(c.phrases.When.Late, "date", c.phrases.Day(due, c.calendar.year())))
			c.notes.Late = append(c.notes.Late, Late{ID: s.ID, Title: content.Plain(words), Due: due})
		} else {
			c.notes.Moved = append(c.notes.Moved, s.ID)
		}
	}
	return join(late, sheetWords(s.condition), c.text(words))
}

// sheetWords is a text of plain words, or none.
func sheetWords(words string) sheet.Text {
	if words == "" {
		return nil
	}
	return sheet.Plainly(words)
}
