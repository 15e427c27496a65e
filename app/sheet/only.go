package sheet

import "slices"

// Only is some of the pages, counted from 0, in their order, as they are among all
// of them: with their own page numbers. It shares what it does not change. Plain
// text is still of the whole sheet.
func (p *Pages) Only(pages []int) *Pages {
	some := *p
	some.List, some.Parts = nil, nil
	for i, part := range p.Parts {
		part.First, part.Count = len(some.List), 0
		for n := p.Parts[i].First; n < p.Parts[i].First+p.Parts[i].Count; n++ {
			if slices.Contains(pages, n) {
				page := p.List[n]
				page.Part = len(some.Parts)
				some.List = append(some.List, page)
				part.Count++
			}
		}
		if part.Count > 0 {
			some.Parts = append(some.Parts, part)
		}
	}
	some.Tree = p.Tree.leveled(some.List)
	return &some
}

// leveled is the tree as some of its pages need it: until a heading of the first
// level comes, those of the second are of the first, so that none is skipped.
func (t Tree) leveled(pages []Page) Tree {
	leveled := slices.Clone(t)
	for _, page := range pages {
		for _, op := range page.Ops {
			switch at := t.Block(op.Where()); t[at].Kind {
			case KindH1:
				return leveled
			case KindH2:
				leveled[at].Kind = KindH1
			}
		}
	}
	return leveled
}
