package handout

import "deskleaf/app/sheet"

// practise marks a sheet that was made to learn with: at the top of every page, and in
// the title of every part, so that nobody takes it for a patient's.
func (c *composer) practise(s *sheet.Sheet) {
	if !c.visit.Practice {
		return
	}
	s.Band = c.phrases.Page.Practice // in the place of what is said of words: nobody gets these
	mark := sheet.Run{Text: c.phrases.Page.PracticeTitle + " ", Bold: true}
	for _, part := range s.Parts {
		for i, b := range part.Blocks {
			if title, ok := b.(sheet.Title); ok {
				part.Blocks[i] = sheet.Title{Text: append(sheet.Text{mark}, title.Text...)}
			}
		}
	}
}
