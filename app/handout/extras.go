package handout

import (
	"slices"
	"strconv"
	"strings"

	"deskleaf/app/sheet"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/phrases"
)

// home is the part that an extra belongs to: the diary to the days after the
// visit, all else to the first page that the patient takes; where that part is
// not printed, to the first that is.
func (c *composer) home(e visit.Extra) content.Part {
	if e == visit.DiaryExtra && slices.Contains(c.parts, content.Aftercare) {
		return content.Aftercare
	}
	return c.parts[0]
}

// wants reports whether an extra stands in a part.
func (c *composer) wants(e visit.Extra, part content.Part) bool {
	return c.visit.Wants(e) && c.home(e) == part
}

// note is what the clinic wants this patient to know, a paragraph a line. It
// stands before everything that is the same for all.
func (c *composer) note(part content.Part) []sheet.Block {
	if !c.wants(visit.NoteExtra, part) || strings.TrimSpace(c.visit.Note) == "" {
		return nil
	}
	return append([]sheet.Block{sheet.Heading{Text: sheet.Plainly(c.phrases.Extras.Note)}}, paragraphs(c.visit.Note)...)
}

// paragraphs are the lines of a text that was typed, without empty ones.
func paragraphs(text string) []sheet.Block {
	var blocks []sheet.Block
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			blocks = append(blocks, sheet.Paragraph{Text: sheet.Plainly(line)})
		}
	}
	return blocks
}

// extras are what stands at the end of a part because somebody asked for it.
func (c *composer) extras(part content.Part) []sheet.Block {
	var blocks []sheet.Block
	for _, e := range []struct {
		extra visit.Extra
		make  func() []sheet.Block
	}{
		{visit.DriverExtra, c.driver}, {visit.PlanExtra, c.plan}, {visit.DiaryExtra, c.ownDiary},
		{visit.TeachBackExtra, c.teachBack}, {visit.CalendarExtra, c.calendarCode},
	} {
		if c.wants(e.extra, part) {
			blocks = append(blocks, e.make()...)
		}
	}
	if part == c.parts[len(c.parts)-1] && c.visit.Wants(visit.LanguageExtra) {
		blocks = append(blocks, c.languageNotice()...)
	}
	return blocks
}

// driver is who drives the patient home: as typed, or lines to write on.
func (c *composer) driver() []sheet.Block {
	p := &c.phrases.Extras
	heading := sheet.Heading{Text: sheet.Plainly(p.Driver)}
	if strings.TrimSpace(c.visit.Driver) == "" {
		return []sheet.Block{heading, sheet.Signature{Labels: []string{p.DriverName, p.DriverPhone}}}
	}
	return append([]sheet.Block{heading}, paragraphs(c.visit.Driver)...)
}

// planRows is how many rows a medicine plan has that is filled in by hand.
const planRows = 4

// plan is what a clinician decides about this patient's medicines. It is the only
// place where a page may tell what to do with one, and it says who wrote it.
func (c *composer) plan() []sheet.Block {
	p := &c.phrases.Extras
	table := sheet.Table{Caption: p.Plan, RowHeight: diaryRow, RowHead: true,
		Head: []sheet.Text{sheet.Plainly(p.PlanMedicine), sheet.Plainly(p.PlanDo), sheet.Plainly(p.PlanUntil)}}
	blocks := []sheet.Block{sheet.Heading{Text: sheet.Plainly(p.Plan)}}
	if len(c.visit.Plan.Lines) > 0 {
		for _, l := range c.visit.Plan.Lines {
			table.Rows = append(table.Rows, []sheet.Text{sheet.Plainly(l.Medicine), sheet.Plainly(l.Do), sheet.Plainly(l.Until)})
		}
		by := phrases.Fill(p.PlanBy, "who", c.visit.Plan.By)
		return append(blocks, sheet.Paragraph{Text: sheet.Text{{Text: by, Bold: true}, {Text: " " + p.PlanKeep}}, Small: true}, table)
	}
	table.RowHead = false
	for range planRows {
		table.Rows = append(table.Rows, make([]sheet.Text, len(table.Head)))
	}
	return append(blocks, sheet.Paragraph{Text: sheet.Plainly(p.PlanHand + " " + p.PlanKeep), Small: true}, table,
		sheet.Signature{Labels: []string{p.PlanClinician, p.PlanDate}})
}

// diaryDays is how many days the diary has.
const diaryDays = 7

// ownDiary is a week to fill in at home; nothing where the procedure's page has a
// diary of its own.
func (c *composer) ownDiary() []sheet.Block {
	if c.procedure.Diary && slices.Contains(c.parts, content.Aftercare) {
		return nil
	}
	p := &c.phrases.Extras
	table := sheet.Table{Caption: p.Diary, RowHead: true, RowHeight: diaryRow}
	for _, head := range []string{p.DiaryDays, p.DiaryMorning, p.DiaryEvening, p.DiaryRemarks} {
		table.Head = append(table.Head, sheet.Plainly(head))
	}
	for day := range diaryDays {
		row := make([]sheet.Text, len(table.Head))
		row[0] = sheet.Plainly(phrases.Fill(p.DiaryDay, "n", strconv.Itoa(day+1)))
		table.Rows = append(table.Rows, row)
	}
	return []sheet.Block{sheet.Heading{Text: sheet.Plainly(p.Diary)}, sheet.Paragraph{Text: sheet.Plainly(p.DiaryNote), Small: true}, table}
}

// teachBack asks the patient to say it: what to do before, when to call, how to
// get home.
func (c *composer) teachBack() []sheet.Block {
	p := &c.phrases.Extras
	blocks := []sheet.Block{sheet.Heading{Text: sheet.Plainly(p.TeachBack)}}
	for _, label := range []string{p.TeachBackBefore, p.TeachBackCall, p.TeachBackHome} {
		blocks = append(blocks, sheet.Lines{Label: sheet.Plainly(label), Count: 1})
	}
	return blocks
}

// languageNotice says that help in other languages is free: in the clinic's own
// words, and where it has none in ours, as a sample. A line whose letters cannot
// be printed is left out, never printed wrong, and staff are told.
func (c *composer) languageNotice() []sheet.Block {
	p := &c.phrases.Extras
	blocks := []sheet.Block{sheet.Heading{Text: sheet.Plainly(p.Language)}}
	if strings.TrimSpace(c.clinic.Facts.Notice) == "" {
		c.lacks(NoLanguageNotice)
		phone := unbroken(c.letterhead().Phones[0].Number)
		return append(blocks, sheet.Paragraph{Text: sheet.Text{{Text: p.LanguageSample + " ", Bold: true}, {Text: phrases.Fill(p.LanguageText, "phone", phone)}}})
	}
	for line := range strings.Lines(c.clinic.Facts.Notice) {
		if line = strings.TrimSpace(line); line != "" && !sheet.Prints(line) {
			c.notes.Unprintable = append(c.notes.Unprintable, line)
			continue
		}
		blocks = append(blocks, paragraphs(line)...)
	}
	return blocks
}
