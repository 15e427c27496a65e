package sheet

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// Pages is a sheet laid out: what every way out draws.
type Pages struct {
	Width, Height float64 // of the paper
	List          []Page
	Parts         []PartPages
	Tree          Tree
	Complaints    []Complaint // letters that could not be printed as given

	LogoTrouble error // why the letterhead's logo was left out; nil where all is well

	sheet     Sheet
	faces     *typefaces
	logo      *logoSize
	furniture *furniture
	joined    []*Pages // what these pages were joined of; nil where they are one sheet
}

// A Page is what is painted on one page, in reading order: head, words in the
// order of the tree, foot.
type Page struct {
	Part  int // index into [Pages.Parts]
	Sheet int // of those that were joined, from 0
	Ops   []Op
}

// PartPages are the pages of one part.
type PartPages struct {
	Name   string
	First  int // index into [Pages.List]
	Count  int
	Should int     // how many the sheet wanted at standard size
	Tight  float64 // 0 where space is as it should be, 1 where it could not be less
}

// Paginate lays a sheet out. Each part begins on a new page. Space tightens, to
// bounds, where that saves a page; type never shrinks, and no word is left out.
func Paginate(s Sheet) (*Pages, error) {
	if len(s.Parts) == 0 {
		return nil, errors.New("lay out sheet: it has no parts")
	}
	fs, err := faces()
	if err != nil {
		return nil, fmt.Errorf("lay out sheet: %w", err)
	}
	p := &Pages{Tree: newTree(), sheet: s, faces: &fs}
	p.Width, p.Height = s.Paper.size()
	p.logo, p.LogoTrouble = readLogo(s.Letterhead.Logo)
	c := &cleaner{faces: fs}
	p.furniture = newFurniture(p, lookOf(s.Size, 0), c)
	for i, part := range s.Parts {
		p.lay(i, part, c)
	}
	p.finish()
	p.Complaints = c.complaints
	return p, nil
}

// lay adds the pages of one part, as loose as the fewest pages allow.
func (p *Pages) lay(i int, part Part, c *cleaner) {
	keep := &kept{widths: map[int][]float64{}, lines: map[setting]set{}}
	best := loosest(func(tight float64) attempt { return p.attempt(part, tight, keep, c) })
	p.Tree = best.tree
	first := len(p.List)
	for n, page := range best.pages {
		canvas := &canvas{top: best.furniture.top(first + n)}
		best.furniture.paintHead(canvas, first+n)
		head := len(canvas.ops)
		page.paint(canvas)
		p.inReadingOrder(canvas.ops[head:])
		p.List = append(p.List, Page{Part: i, Ops: canvas.ops})
	}
	p.Parts = append(p.Parts, PartPages{Name: part.Name, First: first, Count: len(best.pages), Should: max(1, part.Pages), Tight: best.tight})
}

// loosest is the attempt that has the fewest pages, and of those the loosest, to
// an eighth.
func loosest(try func(tight float64) attempt) attempt {
	loose := try(0)
	if len(loose.pages) == 1 {
		return loose
	}
	best := try(1)
	fewest := len(best.pages)
	if fewest == len(loose.pages) {
		return loose
	}
	const steps = 8
	for lo, hi := 0, steps; hi-lo > 1; {
		mid := (lo + hi) / 2
		if a := try(float64(mid) / steps); len(a.pages) <= fewest {
			best, hi = a, mid
		} else {
			lo = mid
		}
	}
	return best
}

// An attempt is a part packed at one tightness.
type attempt struct {
	tight     float64
	pages     []filled
	tree      Tree // with the part's nodes
	furniture *furniture
}

// usual is how many nodes a part has, or a few more.
const usual = 256

// least is the least that may stand alone on a part's last page, in points at
// standard size; for less, more of the page before goes with it. It is more than a
// heading with three lines to write on.
const least = 140

func (p *Pages) attempt(part Part, tight float64, keep *kept, c *cleaner) attempt {
	lk := lookOf(p.sheet.Size, tight)
	f := p.furniture.with(lk)
	first, tree := len(p.List), append(make(Tree, 0, len(p.Tree)+usual), p.Tree...)
	l := layout{look: lk, tightest: lookOf(p.sheet.Size, 1), kept: keep, words: p.sheet.Words, left: lk.side, width: f.width(), faces: p.faces, cleaner: c,
		tree: &tree, lang: p.sheet.Language}
	l.room = f.bottom() - max(f.top(0), f.top(1)) - 2*lk.block
	l.sect = tree.add(Root, KindSect)
	if part.Lang != "" && part.Lang != l.lang {
		tree[l.sect].Lang, l.lang = part.Lang, part.Lang
	}
	l.blocks(part.Blocks)
	flow := flow{
		top:    func(n int) float64 { return f.top(first + n) },
		bottom: func(int) float64 { return f.bottom() },
	}
	pages := flow.pack(l.slabs)
	if n := len(pages); n > 1 {
		if short := least*p.furniture.look.scale - (pages[n-1].end - flow.top(n-1)); short > 0 {
			flow.bottom = func(at int) float64 {
				if at == n-2 {
					return f.bottom() - short
				}
				return f.bottom()
			}
			if again := flow.pack(l.slabs); len(again) == n {
				pages = again
			}
		}
	}
	return attempt{tight, pages, tree, f}
}

// inReadingOrder sorts what was painted by its place in the tree. Artifacts go
// first, since words stand on boxes.
func (p *Pages) inReadingOrder(ops []Op) {
	slices.SortStableFunc(ops, func(a, b Op) int {
		return int(p.order(a) - p.order(b))
	})
}

func (p *Pages) order(op Op) Place { return p.Tree.Block(op.Where()) }

// finish paints the feet, now that the pages are counted.
func (p *Pages) finish() {
	for i := range p.List {
		canvas := &canvas{ops: p.List[i].Ops}
		p.furniture.paintFoot(canvas, i, len(p.List))
		p.List[i].Ops = canvas.ops
	}
}

func decimal(n int) string { return strconv.Itoa(n) }
