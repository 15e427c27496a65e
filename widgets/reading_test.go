package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

var menuWords = ReadingWords{Copy: "Copy", CopySection: "Copy section", CopyAll: "Copy all", SelectAll: "Select all"}

// sample is a text with every kind of words.
func sample() []Block {
	return []Block{
		{Kind: HeadingBlock, Runs: Plain("Why people have it")},
		{Kind: BulletBlock, Runs: Marked("Low back pain that **may come** from the joint, and goes on for longer than three months")},
		{Kind: BulletBlock, Runs: Plain("Swelling")},
		{Kind: HeadingBlock, Runs: Plain("Codes")},
		{Kind: RowBlock, Key: Plain("27096"), Runs: Plain("The doctor’s work")},
		{Kind: RowBlock, Key: Plain("G0260"), Runs: Plain("The facility’s")},
		{Kind: IconBlock, Icon: "call", Runs: Plain("Call us.")},
		{Kind: SmallBlock, Runs: Plain("Checked in 2026")},
	}
}

const sampleText = `Why people have it
• Low back pain that may come from the joint, and goes on for longer than three months
• Swelling

Codes
27096: The doctor’s work
G0260: The facility’s
Call us.
Checked in 2026`

func TestReadingCopiesAllAsItStands(t *testing.T) {
	r := NewReading(menuWords, sample()...)
	c := stage(t, r, 400, 300).Canvas()
	copied := ""
	r.OnCopied = func(text string) { copied = text }
	c.Focus(r)
	r.TypedShortcut(&fyne.ShortcutCopy{}) // nothing is selected: the clipboard stays
	if copied != "" {
		t.Errorf("copied %q", copied)
	}
	r.TypedShortcut(&fyne.ShortcutSelectAll{})
	r.TypedShortcut(&fyne.ShortcutCopy{})
	if copied != sampleText {
		t.Errorf("copied\n%s\nwant\n%s", copied, sampleText)
	}
	if got := fyne.CurrentApp().Clipboard().Content(); got != sampleText {
		t.Errorf("the clipboard has %q", got)
	}
	if r.Text() != sampleText {
		t.Errorf("the text is\n%s", r.Text())
	}
}

// drag selects from a place in a line to a place in another.
func drag(r *Reading, fromLine, fromCol, toLine, toCol int) {
	at := func(line, col int) fyne.Position {
		l := &r.body.laid.lines[line]
		return fyne.NewPos(l.at(col), l.y+l.height/2)
	}
	r.body.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at(fromLine, fromCol)}, Button: desktop.MouseButtonPrimary})
	r.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at(toLine, toCol)}})
	r.body.DragEnd()
}

func TestReadingSelectsAcrossBlocks(t *testing.T) {
	r := NewReading(menuWords, sample()...)
	stage(t, r, 400, 300)
	lines := r.body.laid.lines
	last := len(lines) - 1
	for _, test := range []struct {
		name                           string
		fromLine, fromCol, line, toCol int
		want                           string
	}{
		{"within a line", 0, 4, 0, 10, "people"},
		{"backwards", 0, 10, 0, 4, "people"},
		{"a heading and a point", 0, 11, 1, 8, "have it\n• Low back"},
		{"over a wrapped line", 1, 0, 2, 2, "• " + lines[1].text() + " " + lines[2].text()[:2]},
		{"small words at the end", last, 0, last, 7, "Checked"},
	} {
		t.Run(test.name, func(t *testing.T) {
			drag(r, test.fromLine, test.fromCol, test.line, test.toCol)
			if got := r.Selected(); got != test.want {
				t.Errorf("selected %q, want %q", got, test.want)
			}
		})
	}
}

func TestReadingMarksWhatIsSelected(t *testing.T) {
	r := NewReading(menuWords, sample()...)
	stage(t, r, 400, 300)
	before := len(r.body.shown)
	drag(r, 0, 0, 1, 4)
	if got := len(r.body.shown); got != before+2 {
		t.Errorf("%d things are drawn, before %d: want a ground under two lines", got, before)
	}
	r.body.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, 5)}, Button: desktop.MouseButtonPrimary})
	if r.Selected() != "" || len(r.body.shown) != before {
		t.Error("a click leaves the selection")
	}
}

func TestReadingSelectsTheWordUnderADoubleClick(t *testing.T) {
	r := NewReading(menuWords, sample()...)
	stage(t, r, 400, 300)
	l := &r.body.laid.lines[1]
	at := strings.Index(l.text(), "pain") + 2
	r.body.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(l.at(at), l.y+5)})
	if got := r.Selected(); got != "pain" {
		t.Errorf("selected %q", got)
	}
}

func TestReadingExtendsWithShift(t *testing.T) {
	r := NewReading(menuWords, sample()...)
	stage(t, r, 400, 300)
	drag(r, 0, 0, 0, 3)
	l := &r.body.laid.lines[0]
	r.body.MouseDown(&desktop.MouseEvent{
		PointEvent: fyne.PointEvent{Position: fyne.NewPos(l.at(10), l.y+5)},
		Button:     desktop.MouseButtonPrimary, Modifier: fyne.KeyModifierShift,
	})
	if got := r.Selected(); got != "Why people" {
		t.Errorf("selected %q", got)
	}
}

func TestReadingMenuCopiesASection(t *testing.T) {
	r := NewReading(menuWords, sample()...)
	c := stage(t, r, 400, 300).Canvas()
	var row *readLine
	for i := range r.body.laid.lines {
		if l := &r.body.laid.lines[i]; l.cell == 1 {
			row = l
		}
	}
	at := fyne.NewPos(row.x+5, row.y+5)
	labels := func() (list []string) {
		for _, item := range r.body.menu(at).Items {
			list = append(list, item.Label)
		}
		return list
	}
	if got := strings.Join(labels(), ", "); got != "Copy section, Copy all, Select all" {
		t.Errorf("with nothing selected the menu is %s", got)
	}
	r.body.menu(at).Items[0].Action()
	want := "Codes\n27096: The doctor’s work\nG0260: The facility’s\nCall us.\nChecked in 2026"
	if got := fyne.CurrentApp().Clipboard().Content(); got != want {
		t.Errorf("the section is\n%s\nwant\n%s", got, want)
	}
	r.SelectAll()
	if got := labels()[0]; got != "Copy" {
		t.Errorf("with a selection the menu begins with %q", got)
	}
	test.TapSecondaryAt(r.body, at)
	if c.Overlays().Top() == nil {
		t.Error("no menu came up")
	}
}

func TestReadingColumnsFollowThePointer(t *testing.T) {
	r := NewReading(menuWords, sample()...)
	stage(t, r, 400, 300)
	for i := range r.body.laid.lines {
		l := &r.body.laid.lines[i]
		for col := range l.text() {
			if got := l.column(l.at(col) + 0.2); got != col {
				t.Errorf("line %q: column %d is found as %d", l.text(), col, got)
			}
		}
		if got := l.column(l.x + l.width + 50); got != len(l.text()) {
			t.Errorf("line %q: its end is found as %d of %d", l.text(), got, len(l.text()))
		}
	}
}

func TestReadingScrollsWithKeys(t *testing.T) {
	r := NewReading(menuWords)
	w := stage(t, r, 400, 200)
	var blocks []Block
	for range 60 {
		blocks = append(blocks, sample()...)
	}
	r.SetBlocks(blocks...)
	c := w.Canvas()
	c.Focus(r)
	press(c, fyne.KeyPageDown)
	if r.scroll.Offset.Y < 100 {
		t.Errorf("after PageDown at %v", r.scroll.Offset.Y)
	}
	press(c, fyne.KeyEnd)
	most := r.body.MinSize().Height - r.scroll.Size().Height
	if got := r.scroll.Offset.Y; got < most-1 || got > most+1 {
		t.Errorf("the end is at %v of %v", got, most)
	}
	press(c, fyne.KeyHome, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp)
	if r.scroll.Offset.Y != 0 {
		t.Errorf("the top is at %v", r.scroll.Offset.Y)
	}
}

func TestReadingHoldsFieldsAmongText(t *testing.T) {
	field := NewField("hours")
	r := NewReading(menuWords, append(sample(), Block{Kind: ObjectBlock, Object: NewFormRow("Hours", field), Runs: Plain("Hours: ____")})...)
	c := stage(t, r, 400, 500).Canvas()
	if y := field.Position(); field.Size().Width < 100 || r.body.laid.height < 200 {
		t.Errorf("the field is at %v with %v", y, field.Size())
	}
	c.FocusNext()
	c.FocusNext()
	if c.Focused() != fyne.Focusable(field) {
		t.Errorf("Tab went to %T", c.Focused())
	}
	if !strings.HasSuffix(r.Text(), "Hours: ____") {
		t.Errorf("the text ends with %q", r.Text())
	}
}

func TestReadingWrapsToItsWidth(t *testing.T) {
	r := NewReading(menuWords, sample()...)
	w := stage(t, r, 700, 300)
	wide := r.body.laid.height
	w.Resize(fyne.NewSize(250, 300))
	if narrow := r.body.laid.height; narrow <= wide {
		t.Errorf("%v high at 700, %v at 250", wide, narrow)
	}
	for _, l := range r.body.laid.lines {
		if end := l.x + l.width; end > 250 {
			t.Errorf("%q ends at %v", l.text(), end)
		}
	}
}

func TestReadingLooksAsDrawn(t *testing.T) {
	w := stage(t, NewReading(menuWords, sample()...), 400, 300)
	golden(t, "reading", w.Canvas())
}

func BenchmarkReading(b *testing.B) {
	var blocks []Block
	for range 17 {
		blocks = append(blocks, sample()...)
	}
	r := NewReading(menuWords)
	stage(b, r, 700, 500)
	for b.Loop() {
		r.SetBlocks(blocks...)
	}
}
