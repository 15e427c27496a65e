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
	return &some
}
