package sheet

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"

	"deskleaf/app/sheet/tagged"
	"deskleaf/content/civil"
)

// PDF is the pages as a tagged PDF file, with its fonts embedded and cut down to
// what is used. The same sheet gives the same bytes. Words stand in it in
// reading order.
func (p *Pages) PDF() ([]byte, error) {
	var b bytes.Buffer
	s := NewStack(&b, About{Title: p.sheet.Title, Language: p.sheet.Language, Printed: p.sheet.Printed, Attached: p.sheet.Attached})
	if err := s.Add(p); err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// About is what is said of a PDF as a whole.
type About struct {
	Title    string     // never a patient's name
	Language string     // BCP 47, of sheets that are in no other
	Printed  civil.Date // the day of printing
	Attached Attachment // a file that the PDF carries; without a name there is none
}

// A Stack is a PDF of any number of sheets, written as they come: it keeps little
// of those that it has. What they share, such as fonts, stands in the file once.
type Stack struct {
	to    *tagged.Writer
	about About
	pages int
}

// NewStack begins a PDF.
func NewStack(to io.Writer, about About) *Stack {
	title := about.Title
	if fs, err := faces(); err == nil {
		c := cleaner{faces: fs}
		title = c.clean(title)
	}
	return &Stack{about: about, to: tagged.NewWriter(to, tagged.Document{
		Title: title, Language: about.Language, Program: "Deskleaf", Made: noon(about.Printed),
		Attached: tagged.Attachment(about.Attached),
	})}
}

// noon is a day as a moment; PDF has no dates alone.
func noon(d civil.Date) time.Time {
	if !d.Valid() {
		return time.Date(2000, 1, 1, 12, 0, 0, 0, time.UTC)
	}
	return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC)
}

// Add appends the pages of a sheet.
func (s *Stack) Add(p *Pages) error {
	part, err := p.part()
	return s.append(p, part, err)
}

// append writes the pages as they were drawn, unless that failed.
func (s *Stack) append(p *Pages, part tagged.Part, err error) error {
	if err != nil {
		return fmt.Errorf("make PDF: %w", err)
	}
	if p.sheet.Language != s.about.Language {
		part.Elements[0].Language = p.sheet.Language
	}
	s.pages += len(p.List)
	if err := s.to.Add(part); err != nil {
		return fmt.Errorf("make PDF: %w", err)
	}
	return nil
}

// AddAll appends sheets, of which it draws as many at a time as there are
// processors. With leaves, each begins on the front of a leaf, for printing on both
// sides: after an odd number of pages one is left empty.
func (s *Stack) AddAll(sheets []*Pages, leaves bool) error {
	parts, errs := make([]tagged.Part, len(sheets)), make([]error, len(sheets))
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(len(sheets), runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := range next {
				parts[i], errs[i] = sheets[i].part()
			}
		})
	}
	for i := range sheets {
		next <- i
	}
	close(next)
	wg.Wait()
	for i, p := range sheets {
		if leaves && s.pages%2 == 1 {
			s.to.AddBlank(p.Width, p.Height)
			s.pages++
		}
		if err := s.append(p, parts[i], errs[i]); err != nil {
			return err
		}
	}
	return nil
}

// Close ends the PDF. Without it there is none.
func (s *Stack) Close() error {
	if err := s.to.Close(); err != nil {
		return fmt.Errorf("make PDF: %w", err)
	}
	return nil
}
