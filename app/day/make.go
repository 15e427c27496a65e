package day

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"deskleaf/app/handout"
	"deskleaf/app/sheet"
)

// A Handout is the pages of a line.
type Handout struct {
	Entry Entry
	Pages *sheet.Pages
}

// An Output takes the handouts of a day, some at a time and in their order. Nothing
// of it is there before Keep; Drop takes all of it away, and nothing where it was
// kept.
type Output interface {
	Add(some []Handout) error
	Keep() error
	Drop()
}

// An Outcome is what became of the lines that were to be made.
type Outcome struct {
	Made   int     // lines
	Failed []Entry // blocked, by a trouble that showed only when the pages were made
	Pages  int
}

// batch is how many handouts are in memory at a time, for each processor.
const batch = 8

// Make lays out the ready ones of the entries, as patients come, and gives them to
// an output, which it keeps at the end. An error means that nothing was kept: the
// output could not be written, or the context was canceled. A line whose pages
// cannot be made is in the outcome, and no other is held up by it. progress may be
// nil; it is told how many lines are done of how many.
func (r *Reader) Make(ctx context.Context, entries []Entry, out Output, progress func(done, of int)) (Outcome, error) {
	defer out.Drop()
	var ready []Entry
	for _, e := range entries {
		if e.State == Ready {
			ready = append(ready, e)
		}
	}
	InOrder(ready)
	var o Outcome
	size := batch * runtime.GOMAXPROCS(0)
	for from := 0; from < len(ready); from += size {
		some := ready[from:min(from+size, len(ready))]
		made, err := r.lay(ctx, some, &o)
		if err == nil {
			err = out.Add(made)
		}
		if err != nil {
			return Outcome{}, err
		}
		if progress != nil {
			progress(from+len(some), len(ready))
		}
	}
	if err := ctx.Err(); err != nil {
		return Outcome{}, err
	}
	if o.Made == 0 {
		return o, nil
	}
	return o, out.Keep()
}

// lay lays out some entries at a time and notes what became of them.
func (r *Reader) lay(ctx context.Context, some []Entry, o *Outcome) ([]Handout, error) {
	pages, errs := make([]*sheet.Pages, len(some)), make([]error, len(some))
	together(len(some), func(i int) {
		if errs[i] = ctx.Err(); errs[i] == nil {
			pages[i], errs[i] = r.Pages(some[i])
		}
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var made []Handout
	for i, e := range some {
		if errs[i] != nil {
			e.State = Blocked
			e.add(Trouble{Field: Type, Reason: NotMade, Said: e.Title, Err: errs[i]})
			o.Failed = append(o.Failed, e)
			continue
		}
		o.Made++
		o.Pages += len(pages[i].List)
		made = append(made, Handout{e, pages[i]})
	}
	return made, nil
}

// Pages lays out the handout of a ready entry.
func (r *Reader) Pages(e Entry) (pages *sheet.Pages, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("the pages met a fault in the program: %v", fault)
		}
	}()
	book, _, err := r.Library.Book(e.Visit.Procedure)
	if err != nil {
		return nil, err
	}
	p := r.prints(book, e.Visit.Language)
	if !p.ok {
		return nil, &handout.MissingWords{Language: e.Visit.Language, Paths: book.Missing[e.Visit.Language]}
	}
	in := p.in
	in.Blanks, in.Clinic, in.Visit, in.Today = r.Library.Blanks(), r.Clinic, e.Visit, r.Today
	s, _, err := handout.Compose(in)
	if err != nil {
		return nil, err
	}
	return sheet.Paginate(s)
}

// together calls do for 0 to n-1, as many at a time as there are processors.
func together(n int, do func(i int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}
