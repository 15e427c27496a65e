package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"deskleaf/app/store"
	"deskleaf/assets/words"
	"deskleaf/content/file"
	"deskleaf/widgets"
)

// mostNotices is how many bands stand under the bar; the oldest goes first.
const mostNotices = 3

// notices are the bands under the bar: what went wrong, until somebody closes
// it, and the warning that a visit left alone will be cleared.
type notices struct {
	widget.BaseWidget
	words   *words.Words
	changed func() // the height is another
	column  *fyne.Container
	scroll  *widgets.Scrolling // what it is in
	list    []*widgets.Notice
	failed  map[string]*widgets.Notice // what did not work, by its title
	lasting map[*widgets.Notice]bool   // those that are about no patient, and stay for the next
	pinned  *widgets.Notice
	guiding *widgets.Notice // the step of a tour
}

func newNotices(w *Window) *notices {
	n := &notices{words: w.words, changed: w.relayout, column: widgets.NewColumn(1), failed: map[string]*widgets.Notice{}, lasting: map[*widgets.Notice]bool{}}
	n.scroll = widgets.NewScrolling(n.column)
	n.ExtendBaseWidget(n)
	n.Hide()
	return n
}

// CreateRenderer draws the bands under each other; where the window has no room for
// all, they scroll.
func (n *notices) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(n.scroll) }

// add shows a band: what it is about in bold, then the particulars, and what can
// be done. The same band twice is shown once.
func (n *notices) add(tone widgets.Tone, title, text string, links ...*widgets.Link) *widgets.Notice {
	var band *widgets.Notice
	closing := widgets.NewLink(n.words.T("notice.close"), func() { n.remove(band) })
	band = widgets.NewNotice(tone, []widgets.Run{{Text: title + " ", Bold: true}, {Text: text}}, append(links, closing)...)
	n.list = slices.DeleteFunc(n.list, func(b *widgets.Notice) bool { return b.Words() == band.Words() })
	n.list = append(n.list, band)
	if len(n.list) > mostNotices {
		n.list = n.list[len(n.list)-mostNotices:]
	}
	n.arrange()
	return band
}

// pin shows a band that only its link, or unpin, takes away.
func (n *notices) pin(text, link string, do func()) {
	n.pinned = widgets.NewNotice(widgets.Caution, widgets.Marked(text), widgets.NewLink(link, do))
	n.arrange()
}

func (n *notices) unpin() {
	n.pinned = nil
	n.arrange()
}

// guide shows the step of a tour, until unguide or another step.
func (n *notices) guide(text []widgets.Run, links ...*widgets.Link) {
	n.guiding = widgets.NewNotice(widgets.Inform, text, links...)
	n.arrange()
}

func (n *notices) unguide() {
	n.guiding = nil
	n.arrange()
}

// settle takes the band away that said under a title what did not work, because it
// works now.
func (n *notices) settle(title string) {
	if band := n.failed[title]; band != nil {
		delete(n.failed, title)
		n.remove(band)
	}
}

func (n *notices) remove(band *widgets.Notice) {
	n.list = slices.DeleteFunc(n.list, func(b *widgets.Notice) bool { return b == band })
	delete(n.lasting, band)
	n.arrange()
}

// last has a band stay when the next patient comes.
func (n *notices) last(band *widgets.Notice) *widgets.Notice {
	n.lasting[band] = true
	return band
}

// clear takes all bands away that do not last.
func (n *notices) clear() {
	n.list = slices.DeleteFunc(n.list, func(b *widgets.Notice) bool { return !n.lasting[b] })
	clear(n.failed)
	n.arrange()
}

// arrange shows the bands that there are.
func (n *notices) arrange() {
	n.column.Objects = nil
	if n.pinned != nil {
		n.column.Objects = append(n.column.Objects, n.pinned)
	}
	if n.guiding != nil {
		n.column.Objects = append(n.column.Objects, n.guiding)
	}
	for _, b := range n.list {
		n.column.Objects = append(n.column.Objects, b)
	}
	n.Hidden = len(n.column.Objects) == 0
	n.scroll.Refresh()
	n.Refresh()
	n.changed()
}

// noticeWords are a notice in the window's language, where it has words for it.
func (w *Window) noticeWords(n store.Notice) string {
	if key := "told." + n.Key; w.words.Has(key) {
		return w.words.T(key, n.Pairs...)
	}
	return n.English
}

// noticeProcedures says that something is wrong in files of procedures, and what first.
func (w *Window) noticeProcedures(complaints file.Complaints) {
	w.notice(w.words.T("notice.procedures", "n", len(complaints)), w.complaintWords(complaints[0]))
}

// complaintWords are a complaint with its place, in the window's language.
func (w *Window) complaintWords(c file.Complaint) string {
	c.What, c.Hint = w.words.Tell(c.What), w.words.Tell(c.Hint)
	words := w.words.T("complaint.at", "file", c.File, "line", c.Line, "column", c.Column) + " " + sentence(c.What)
	if c.Excerpt != "" {
		words += "\n" + c.Excerpt + "\n"
	}
	return strings.TrimSpace(words + sentence(c.Hint))
}

// notice shows a band with something that staff should know.
func (w *Window) notice(title, text string) { w.band(widgets.Caution, title, text) }

// band shows a band and makes room for it.
func (w *Window) band(tone widgets.Tone, title, text string) {
	if tone != widgets.Fail {
		w.notices.add(tone, title, text)
		return
	}
	w.notices.settle(title) // the last failure stands, not those before it
	w.notices.failed[title] = w.notices.add(tone, title, text)
}

// works takes the band of a failure away, once the same was done.
func (w *Window) works(key string) { w.notices.settle(w.words.T(key)) }

// toast shows a short notice whose words stand under a key.
func (w *Window) toast(key string, pairs ...any) {
	w.toasts.Say("check-circle", w.words.T(key, pairs...), nil)
}

// relayout places the parts anew after one of them changed its height.
func (w *Window) relayout() {
	if size := w.root.Size(); size.Width > 0 {
		w.whole.Layout(nil, size)
	}
}
