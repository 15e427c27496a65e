package sheet

import (
	"slices"
	"strings"
)

// Join is several sheets as the pages of one job, in their order. Each keeps its
// head, its foot, its own page numbers and its own place in the document; none may
// be of another paper than the first. What is joined shares what it does not change.
func Join(sheets ...*Pages) *Pages {
	if len(sheets) == 1 {
		return sheets[0]
	}
	all := *sheets[0]
	all.List, all.Parts, all.Complaints = nil, nil, nil
	all.Tree, all.joined = newTree(), sheets
	var titles []string
	for n, s := range sheets {
		titles = append(titles, s.sheet.Title)
		all.Complaints = append(all.Complaints, s.Complaints...)
		if all.LogoTrouble == nil {
			all.LogoTrouble = s.LogoTrouble
		}
		pages, parts := len(all.List), len(all.Parts)
		for _, part := range s.Parts {
			part.First += pages
			all.Parts = append(all.Parts, part)
		}
		to := all.Tree.graft(s.Tree)
		if s.sheet.Language != all.sheet.Language {
			all.Tree[to(Root)].Lang = s.sheet.Language
		}
		for _, page := range s.List {
			page.Part += parts
			page.Sheet = n
			page.Ops = slices.Clone(page.Ops)
			for i, op := range page.Ops {
				page.Ops[i] = moved(op, to(op.Where()))
			}
			all.List = append(all.List, page)
		}
	}
	all.sheet.Title = strings.Join(titles, " · ")
	return &all
}

// graft appends a whole tree as a section below the root and says where its places are now. The
// artifacts, which every tree has, stay where they are.
func (t *Tree) graft(whole Tree) (to func(Place) Place) {
	root := Place(len(*t))
	to = func(p Place) Place {
		switch {
		case p == Root:
			return root
		case p < Opening:
			return p
		}
		return root + 1 + p - Opening
	}
	node := whole[Root]
	node.Kind, node.Parent = KindSect, Root
	*t = append(*t, node)
	for _, node := range whole[Opening:] {
		node.Parent = to(node.Parent)
		*t = append(*t, node)
	}
	return to
}

// moved is an operation at another place.
func moved(op Op, to Place) Op {
	switch op := op.(type) {
	case TextOp:
		op.Place = to
		return op
	case RuleOp:
		op.Place = to
		return op
	case BoxOp:
		op.Place = to
		return op
	case TickOp:
		op.Place = to
		return op
	case IconOp:
		op.Place = to
		return op
	case SquaresOp:
		op.Place = to
		return op
	case ImageOp:
		op.Place = to
		return op
	}
	panic("sheet: an operation that cannot be moved")
}

// OnLeaves is the pages for printing on both sides: each of joined sheets begins on
// the front of a leaf, so that none is printed on the back of another.
func (p *Pages) OnLeaves() *Pages {
	leaves := *p
	leaves.List = nil
	for i, page := range p.List {
		if i > 0 && page.Sheet != p.List[i-1].Sheet && len(leaves.List)%2 == 1 {
			leaves.List = append(leaves.List, Page{Part: p.List[i-1].Part, Sheet: p.List[i-1].Sheet})
		}
		leaves.List = append(leaves.List, page)
	}
	return &leaves
}
