package sheet

import (
	"slices"
	"strings"
)

// WordsOf are the words of a sheet's parts in reading order, as they can be
// printed: what a reader must find on its pages, whatever their layout. Words of
// band, letterhead and foot, which stand on every page, are not among them.
func WordsOf(s Sheet) []string {
	fs, err := faces()
	if err != nil {
		return nil
	}
	var all []string
	c := cleaner{faces: fs}
	say := func(texts ...Text) {
		for _, t := range texts {
			var b strings.Builder
			for _, r := range t {
				if r.Blank > 0 {
					b.WriteByte(' ')
					continue
				}
				b.WriteString(c.clean(r.Text))
			}
			all = append(all, strings.Fields(strings.ReplaceAll(b.String(), string(zwsp), ""))...)
		}
	}
	for _, part := range s.Parts {
		for _, b := range part.Blocks {
			say(textsOf(b)...)
		}
	}
	return all
}

// textsOf are the texts of a block in reading order.
func textsOf(b Block) (texts []Text) {
	switch b := b.(type) {
	case Title:
		return []Text{b.Text}
	case Lead:
		return []Text{b.Text}
	case Heading:
		return []Text{b.Text}
	case Paragraph:
		return []Text{b.Text}
	case List:
		return b.Items
	case Facts:
		for _, f := range b.Columns {
			texts = append(append(texts, Plainly(f.Label), f.Value), f.Notes...)
		}
	case Timeline:
		for _, g := range b.Groups {
			texts = append(texts, g.When, g.Note)
			for _, s := range g.Steps {
				texts = append(texts, s.Text)
			}
		}
	case Cards:
		for _, c := range b.Cards {
			texts = append(append(texts, c.Title, c.Note), c.Items...)
		}
	case Table:
		return textsOfTable(b)
	case Lines:
		return []Text{b.Label}
	case Squares:
		return b.Text
	case Scale:
		for _, r := range b.Rows {
			texts = append(texts, r.Label, r.Says)
		}
	case Signature:
		for _, l := range b.Labels {
			texts = append(texts, Plainly(l))
		}
	}
	return texts
}

func textsOfTable(b Table) []Text {
	texts := slices.Clone(b.Head)
	if b = squared(b); len(b.Head) > 0 {
		for _, r := range b.Rows {
			texts = append(texts, r...)
		}
	}
	return texts
}
