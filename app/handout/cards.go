package handout

import (
	"deskleaf/app/sheet"
	"deskleaf/content"
)

// cards are the boxes of a part. Three stand in one row; where there are four,
// two and two, so that no column gets too narrow to read.
func (c *composer) cards(part content.Part, signs []chosenSign) []sheet.Block {
	var cards []sheet.Card
	for _, box := range content.Boxes {
		if box.Part() != part {
			continue
		}
		if card := c.card(box, signs); len(card.Items) > 0 {
			cards = append(cards, card)
		}
	}
	switch len(cards) {
	case 0:
		return nil
	case 4:
		return []sheet.Block{sheet.Cards{Cards: cards[:2]}, sheet.Cards{Cards: cards[2:]}}
	}
	return []sheet.Block{sheet.Cards{Cards: cards}}
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
