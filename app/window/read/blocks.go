package read

import (
	"strings"

	"deskleaf/content"
	"deskleaf/widgets"
)

// blocks are the items of a tab as they are drawn, and after each what is to be
// filled in it. A blank is asked once in a tab, where it first shows.
func (s *Screen) blocks(tab string) []widgets.Block {
	var blocks []widgets.Block
	if tab == "cost" {
		blocks = append(blocks, widgets.Block{Kind: widgets.ObjectBlock, Object: s.deps.Cost, Runs: widgets.Plain(s.deps.Cost.Text())})
	}
	if tab == Tabs[0] && s.compact {
		blocks = append(blocks, widgets.Block{Runs: widgets.Plain(content.Plain(s.page.Words.Summary))})
		var facts []widgets.Run
		for i, fact := range s.facts() {
			if i > 0 {
				facts = append(facts, widgets.Run{Text: " · "})
			}
			facts = append(facts, fact...)
		}
		if len(facts) > 0 {
			blocks = append(blocks, widgets.Block{Runs: facts})
		}
	}
	if notice := s.page.Words.CodeNotice; tab == "codes" && s.compact && notice != "" {
		blocks = append(blocks, drawn(item{kind: paragraph, text: widgets.Marked(notice)})...)
	}
	asked := map[string]bool{}
	for _, i := range items(tab, s.page, s.deps.Words) {
		blocks = append(blocks, drawn(i)...)
		for _, id := range i.blanks {
			if form := s.form(id); form != nil && !asked[id] {
				asked[id] = true
				blocks = append(blocks, widgets.Block{Kind: widgets.ObjectBlock, Object: form, Under: i.kind == step})
			}
		}
	}
	return blocks
}

// drawn is one item as blocks.
func drawn(i item) []widgets.Block {
	text := i.text
	switch i.kind {
	case heading:
		return []widgets.Block{{Kind: widgets.HeadingBlock, Runs: widgets.Plain(i.title)}}
	case bullet:
		return []widgets.Block{{Kind: widgets.BulletBlock, Runs: text}}
	case step:
		return drawnStep(i, text)
	case question:
		return []widgets.Block{{Kind: widgets.HeadingBlock, Runs: widgets.Plain(i.title)}, {Runs: text}}
	case row:
		blocks := []widgets.Block{{Kind: widgets.RowBlock, Key: widgets.Plain(i.title), Runs: text}}
		if i.more != "" {
			blocks[0].Runs = append(text, widgets.Run{Text: "\n" + i.more})
		}
		return blocks
	case source:
		return []widgets.Block{
			{Runs: widgets.Strong(i.title)},
			{Kind: widgets.SmallBlock, Runs: widgets.Plain(strings.TrimSpace(widgets.TextOf(i.text) + "\n" + i.more))},
		}
	case small:
		return []widgets.Block{{Kind: widgets.SmallBlock, Runs: text}}
	case notice:
		return []widgets.Block{{Kind: widgets.ObjectBlock, Runs: text, Object: widgets.NewNotice(widgets.Caution, text)}}
	}
	return []widgets.Block{{Runs: text}}
}

// drawnStep is a step under its time: the words beside its icon, and what more
// the window says, small.
func drawnStep(i item, text []widgets.Run) []widgets.Block {
	var blocks []widgets.Block
	if i.title != "" {
		when := i.title
		if i.note != "" {
			when += " · " + i.note
		}
		blocks = append(blocks, widgets.Block{Kind: widgets.HeadingBlock, Runs: widgets.Plain(when)})
	}
	blocks = append(blocks, widgets.Block{Kind: widgets.IconBlock, Icon: i.icon, Runs: text})
	if i.more != "" {
		blocks = append(blocks, widgets.Block{Kind: widgets.SmallBlock, Under: true, Runs: widgets.Plain(i.more)})
	}
	return blocks
}
