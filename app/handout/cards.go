package handout

import (
	"slices"

	"deskleaf/app/sheet"
	"deskleaf/content"
)

// cards are the boxes of a part, in one row: expect, call us, call 911. In large
// print they stand under one another, perhaps over two pages, so what matters most
// comes first: call 911, call us, expect. What can wait for working hours stands apart at the end of "call us", where there is one;
// a row of four boxes would be too narrow to read, and two rows do not fit beside
// a diary.
func (c *composer) cards(part content.Part, signs []chosenSign) []sheet.Block {
	anyHour := slices.ContainsFunc(signs, func(s chosenSign) bool { return s.Box == content.BoxCall })
	var cards []sheet.Card
	boxes := slices.Clone(content.Boxes)
	if c.visit.Large && part == content.Aftercare {
		slices.Reverse(boxes)
	}
	for _, box := range boxes {
		card := c.card(box, signs)
		if box.Part() != part || len(card.Items) == 0 || box == content.BoxHours && anyHour {
			continue
		}
		if line, ok := c.waits(signs); ok && box == content.BoxCall {
			card.Items = append(card.Items, line)
		}
		cards = append(cards, card)
	}
	if len(cards) == 0 {
		return nil
	}
	return []sheet.Block{sheet.Cards{Cards: cards}}
}

// waits is the line of "call us" for what can wait: its signs after one another.
func (c *composer) waits(signs []chosenSign) (line sheet.Text, ok bool) {
	for _, item := range c.card(content.BoxHours, signs).Items {
		if ok {
			line = append(line, sheet.Run{Text: "; "})
			line = append(line, item...)
			continue
		}
		line, ok = join(sheet.Strong(c.phrases.Box(content.BoxHours)+":"), item), true
	}
	return line, ok
}

// card is one box with its signs.
func (c *composer) card(box content.Box, signs []chosenSign) sheet.Card {
	card := sheet.Card{Title: sheet.Plainly(c.phrases.Box(box)), Heavy: box == content.BoxEmergency}
	if box == content.BoxCall {
		card.Note = sheet.Plainly(c.phrases.Boxes.CallNote)
	}
	for _, s := range signs {
		if s.Box == box {
			card.Items = append(card.Items, join(sheetWords(s.condition), c.text(c.words.Signs[s.ID])))
		}
	}
	return card
}

// diaryRow is the height of a row to write in, in points at standard size.
const diaryRow = 24

// diary is the table to fill in at home, with its heading.
func (c *composer) diary() []sheet.Block {
	d := c.words.Diary
	if !c.procedure.Diary || d == nil {
		return nil
	}
	blocks := []sheet.Block{sheet.Heading{Text: c.text(d.Title)}}
	if d.Note != "" {
		blocks = append(blocks, sheet.Paragraph{Text: c.text(d.Note), Small: true})
	}
	table := sheet.Table{Caption: content.Plain(d.Title), RowHeight: diaryRow, Rows: [][]sheet.Text{make([]sheet.Text, len(d.Columns))}}
	for _, column := range d.Columns {
		table.Head = append(table.Head, c.text(column))
	}
	return append(blocks, table)
}
