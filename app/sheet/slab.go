package sheet

// A slab is the least that is moved from page to page: a line of text, a row of
// cards. Slabs that keep are not parted from the next unless together they are
// longer than a page.
type slab struct {
	gap    float64 // above it; nothing at the top of a page or a frame
	height float64
	keep   bool
	frame  *frame
	draw   func(c *canvas, y float64) // y is the slab's top
}

// A frame is what stands around slabs in a row on each page that they reach: the
// date beside steps, the border of a long card, the head of a table.
type frame struct {
	gap     float64 // above the frame
	padTop  float64
	padFoot float64
	head    func(again bool) float64 // height of what open draws above the slabs; nil for none
	beside  func(again bool) float64 // height of what open draws beside them; nil for none
	open    func(c *canvas, y float64, again bool)
	close   func(c *canvas, top, foot float64)
}

// A cursor is how far a page is filled.
type cursor struct {
	y     float64
	empty bool
	frame *frame
	top   float64 // of the open frame
	least float64 // where the open frame must reach because of what is beside
	again bool    // the open frame began on an earlier page
}

// A flow packs slabs into pages. Frames that were opened stay known, so that
// they say "continued" when they open again.
type flow struct {
	top    func(page int) float64
	bottom func(page int) float64
	opened map[*frame]bool
}

// A placed slab or frame has found its page and its height on it.
type placed struct {
	y     float64
	draw  func(c *canvas, y float64)
	frame *frame  // opened or closed here, where draw is nil
	again bool    // of a frame opened here
	from  float64 // the top of a frame closed here
	ends  bool    // closed, not opened
}

// filled is a page with its slabs.
type filled struct {
	items []placed
	end   float64 // how far down it is filled
	first int     // the first slab on it
}

// pack fills pages one after another.
func (f *flow) pack(slabs []slab) []filled {
	f.opened = map[*frame]bool{}
	var pages []filled
	page := filled{}
	at := cursor{y: f.top(0), empty: true}
	turn := func(next int) {
		page.items, at = f.leave(page.items, at)
		page.end = at.y
		pages = append(pages, page)
		page = filled{first: next}
		at = cursor{y: f.top(len(pages)), empty: true}
	}
	loose := 0 // up to here, slabs that keep are longer than a page and part anywhere
	for i := 0; i < len(slabs); {
		n := 1
		if i >= loose {
			n, loose = f.clump(slabs, i, len(pages)+1)
		} else if i+2 == loose {
			n = 2
		}
		if !at.empty && !f.fits(at, slabs[i:i+n], len(pages)) {
			turn(i)
		}
		for range n {
			page.items, at = f.put(page.items, at, slabs[i])
			if fr := slabs[i].frame; fr != nil {
				f.opened[fr] = true
			}
			i++
		}
	}
	turn(len(slabs))
	return pages
}

// clump is how many slabs from i on must go together. Where they are longer than
// a page, a few at their head stay together and the rest, up to loose, flows.
func (f *flow) clump(slabs []slab, i, page int) (n, loose int) {
	n = 1
	for i+n < len(slabs) && slabs[i+n-1].keep {
		n++
	}
	blank := cursor{y: f.top(page), empty: true}
	if f.fits(blank, slabs[i:i+n], page) {
		return n, i
	}
	loose = i + n
	for n = min(n, atHead); n > 1 && !f.fits(blank, slabs[i:i+n], page); n-- {
	}
	return n, loose
}

// atHead is how many slabs of something longer than a page stay together.
const atHead = 4

// fits tells whether slabs fit under the cursor, with what closes their frame.
func (f *flow) fits(at cursor, slabs []slab, page int) bool {
	for _, s := range slabs {
		_, at = f.put(nil, at, s)
	}
	_, at = f.leave(nil, at)
	return at.y <= f.bottom(page)+0.01
}

// put places one slab, closing and opening frames as it needs.
func (f *flow) put(items []placed, at cursor, s slab) ([]placed, cursor) {
	gap := s.gap
	if s.frame != at.frame {
		items, at = f.leave(items, at)
		if s.frame != nil {
			items, at = f.enter(items, at, s.frame)
			gap = 0
		}
	}
	if at.empty {
		gap = 0
	}
	at.y += gap
	items = append(items, placed{y: at.y, draw: s.draw})
	at.y += s.height
	at.empty = false
	return items, at
}

// enter opens a frame.
func (f *flow) enter(items []placed, at cursor, fr *frame) ([]placed, cursor) {
	if !at.empty {
		at.y += fr.gap
	}
	at.frame, at.top, at.again = fr, at.y, f.opened[fr]
	items = append(items, placed{y: at.y, frame: fr, again: at.again})
	at.y += fr.padTop
	if fr.head != nil {
		at.y += fr.head(at.again)
	}
	if at.least = at.y; fr.beside != nil {
		at.least += fr.beside(at.again)
	}
	at.empty = true
	return items, at
}

// leave closes the open frame, if any.
func (f *flow) leave(items []placed, at cursor) ([]placed, cursor) {
	fr := at.frame
	if fr == nil {
		return items, at
	}
	at.y = max(at.y, at.least) + fr.padFoot
	items = append(items, placed{y: at.y, frame: fr, from: at.top, ends: true})
	at.frame, at.empty = nil, false
	return items, at
}

// paint draws what is placed on one page.
func (p filled) paint(c *canvas) {
	for _, it := range p.items {
		switch {
		case it.draw != nil:
			it.draw(c, it.y)
		case it.frame == nil:
		case it.ends && it.frame.close != nil:
			it.frame.close(c, it.from, it.y)
		case !it.ends && it.frame.open != nil:
			it.frame.open(c, it.y, it.again)
		}
	}
}
