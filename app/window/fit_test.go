package window

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	editscreen "deskleaf/app/window/edit"
	"deskleaf/assets/words"
	"deskleaf/widgets"
)

// screens are the windows in which everything must be whole: a large
// screen, a small laptop, the same at 125 %, and the smallest.
var screens = [][2]float32{{1920, 1080}, {1366, 768}, {1093, 560}, {800, 560}}

// menuBar is the height that Fyne's menu bar takes of the window.
func menuBar(percent int) float32 {
	return fyne.MeasureText("M", 15*float32(percent)/100, fyne.TextStyle{}).Height + 2*theme.InnerPadding()
}

// texts are the sizes and languages of the window's text in that test, sizes together:
// with each, Fyne reads its type anew.
var texts = []struct {
	percent  int
	language setUp
}{{100, withEnglish}, {100, inSpanish}, {150, withEnglish}, {150, inSpanish}, {200, withEnglish}, {200, inSpanish}}

// soon reports whether a scene, by its place, is tried with a text, by its place, when not
// everything is: each scene meets every size, the longer language always at the largest,
// and both languages.
func soon(scene, text int) bool {
	return texts[text].percent == 200 && text%2 == 1 || texts[text].percent < 200 && (scene+text+text/2)%2 == 0
}

var everyFit = flag.Bool("whole", false, "try every scene with every size of text in every language")

// TestEveryTextIsWhole at every size of window and of text: no text leaves the
// part of the window that it stands in, is cut off with dots, or lies over another.
func TestEveryTextIsWhole(t *testing.T) {
	for n, text := range texts {
		for i, s := range scenes() {
			if !*everyFit && !soon(i, n) {
				continue
			}
			var d Deps
			text.language(&d)
			t.Run(fmt.Sprintf("%d %s %s", text.percent, d.Words.Language, s.name), func(t *testing.T) {
				menu := menuBar(text.percent)
				tr := s.show(t, screens[0][0], screens[0][1]-menu, text.language, func(d *Deps) { d.Desk.TextSize = text.percent })
				for i, screen := range screens {
					tr.resize(screen[0], screen[1]-menu)
					if s.popUp && i > 0 { // it stands where it opened
						widgets.CloseDialogs(tr.frame.Canvas())
						for tr.dialogOpen() {
							tr.key(fyne.KeyEscape)
						}
						s.open(tr)
					}
					for _, wrong := range misfits(tr) {
						t.Errorf("%vx%v, text at %d %%, in %s: %s", screen[0], screen[1], text.percent, tr.words.Language, wrong)
					}
				}
			})
		}
	}
}

// TestEditorOpensWhole holds the same of the editor where it opens in a small window at
// once, with a part unfolded and something noted over it: what the words need is known only
// when they are there.
func TestEditorOpensWhole(t *testing.T) {
	for n, text := range texts {
		if !*everyFit && !soon(0, n) {
			continue
		}
		for _, screen := range [][2]float32{{1093, 560}, {800, 560}} {
			s := scene{set: []setUp{withLibrary}, open: func(tr *trial) {
				tr.do("edit-procedure")
				for n := range editscreen.Chapters {
					tr.toChapter(n)
					check := func(what string) {
						for _, wrong := range misfits(tr) {
							t.Errorf("%vx%v, text at %d %%, chapter %d%s: %s", screen[0], screen[1], text.percent, n+1, what, wrong)
						}
					}
					check("")
					if cells := cellsOf(tr); len(cells) > 0 {
						cells[0].Tapped(nil)
						check(", a part unfolded")
						tr.tap(tr.words.T("edit.delete"))
						check(", a part deleted")
						tr.editor.Undo(false)
					}
				}
			}}
			s.show(t, screen[0], screen[1]-menuBar(text.percent), text.language, func(d *Deps) { d.Desk.TextSize = text.percent })
		}
	}
}

// misfits says what is wrong with the texts in sight. A toast lies over others for as
// long as it shows.
func misfits(tr *trial) []string {
	var wrong []string
	texts, meant := lettered(tr.inSight()), dotted(tr.t)
	isMeant := func(text string) bool { // or the last line of what is
		return slices.ContainsFunc(meant, func(says string) bool { return strings.HasSuffix(says, text) })
	}
	boxes := make([]box, len(texts))
	for i, s := range texts {
		text := s.CanvasObject.(*canvas.Text)
		boxes[i] = textBox(s, text)
		holder := s.parents[len(s.parents)-1]
		switch {
		case !boxes[i].in(s.room):
			wrong = append(wrong, fmt.Sprintf("%q of a %T leaves what it stands in: %v in %v", text.Text, holder, boxes[i], s.room))
		case strings.HasSuffix(text.Text, "…") && !isMeant(text.Text) && !shortened(tr, s):
			wrong = append(wrong, fmt.Sprintf("%q of a %T is cut off", text.Text, holder))
		}
	}
	for i := range boxes {
		for j := range i {
			both := boxes[i].and(boxes[j])
			if passing(texts[i]) != passing(texts[j]) {
				continue
			}
			if both.x1-both.x0 > 2 && both.y1-both.y0 > 4 && !both.and(texts[i].sight).and(texts[j].sight).empty() {
				wrong = append(wrong, fmt.Sprintf("%q and %q lie over each other: %v %v", texts[j].CanvasObject.(*canvas.Text).Text, texts[i].CanvasObject.(*canvas.Text).Text, boxes[j], boxes[i]))
			}
		}
	}
	return wrong
}

// passing reports whether a text is of a toast.
func passing(s seen) bool {
	return slices.ContainsFunc(s.parents, func(o fyne.CanvasObject) bool { _, ok := o.(*widgets.Toast); return ok })
}

// dotted are the words of the window that end in dots by themselves.
func dotted(t testing.TB) []string {
	t.Helper()
	var all []string
	for _, language := range words.Languages() {
		text, err := os.ReadFile("../../assets/words/" + language + ".json")
		if err != nil {
			t.Fatal(err)
		}
		said := map[string]string{}
		if err := json.Unmarshal(text, &said); err != nil {
			t.Fatal(err)
		}
		for _, says := range said {
			if strings.HasSuffix(says, "…") {
				all = append(all, says)
			}
		}
	}
	return all
}

// shortened reports whether a text is only what there is a line for, because a
// press shows all of it: a row of a list, or what a step or sign is folded to in the
// editor; or because a tip says it: what is chosen, and what a field says of its text.
func shortened(tr *trial, s seen) bool {
	for _, parent := range s.parents {
		switch parent.(type) {
		case *widgets.Results, *widgets.Grid, *widgets.Cell, *widgets.Choice, *widgets.Field, *widgets.SearchEntry:
			return true
		case *widgets.Link:
			return tr.editShown()
		}
	}
	return false
}

// textBox is where the letters of a text stand.
func textBox(s seen, text *canvas.Text) box {
	least := text.MinSize()
	x := s.at.x0
	switch room := text.Size().Width - least.Width; text.Alignment {
	case fyne.TextAlignCenter:
		x += room / 2
	case fyne.TextAlignTrailing:
		x += room
	}
	y := s.at.y0 + (text.Size().Height-least.Height)/2
	return box{x, y, x + least.Width, y + least.Height}
}
