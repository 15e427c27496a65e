package widgets

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Run is words of one weight within a text.
type Run struct {
	Text string
	Bold bool
}

// Plain is a text of one weight.
func Plain(text string) []Run { return []Run{{Text: text}} }

// Strong is a text in bold.
func Strong(text string) []Run { return []Run{{Text: text, Bold: true}} }

// Marked reads a text in which **bold** stands between two pairs of stars. A pair
// without its partner stays as it is.
func Marked(text string) []Run {
	var runs []Run
	for {
		before, rest, found := strings.Cut(text, "**")
		strong, after, closed := strings.Cut(rest, "**")
		if !found || !closed {
			break
		}
		if before != "" {
			runs = append(runs, Run{Text: before})
		}
		if strong != "" {
			runs = append(runs, Run{Text: strong, Bold: true})
		}
		text = after
	}
	if text != "" || len(runs) == 0 {
		runs = append(runs, Run{Text: text})
	}
	return runs
}

// TextOf is the words of runs, without their weight.
func TextOf(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// A piece is words of one weight that stand on one line.
type piece struct {
	text     string
	bold     bool
	x, width float32
}

// A line is the pieces of one line from left to right. Its text has no space at
// the end: where lines are joined again, one stands between them.
type line struct {
	pieces []piece
	width  float32
	hard   bool // a line break of the text itself ends it
}

// A word is what is never parted, unless it is wider than a whole line: fragments
// of either weight.
type word struct {
	parts  []piece
	width  float32
	spaced bool // a space stands before it
	breaks bool // it is a line break
}

// wrap breaks runs into lines of at most width. Width 0 or less is no bound.
func wrap(runs []Run, textSize, width float32) []line {
	var lines []line
	var now line
	finish := func(hard bool) {
		now.hard = hard
		lines = append(lines, now)
		now = line{}
	}
	space := textWidth(" ", textSize, false)
	for _, w := range words(runs, textSize) {
		if w.breaks {
			finish(true)
			continue
		}
		gap := float32(0)
		if w.spaced && len(now.pieces) > 0 {
			gap = space
		}
		if width > 0 && len(now.pieces) > 0 && now.width+gap+w.width > width {
			finish(false)
			gap = 0
		}
		if width > 0 && w.width > width {
			for _, part := range split(w, textSize, width) {
				if len(now.pieces) > 0 {
					finish(false)
				}
				now.add(part, 0)
			}
			continue
		}
		now.add(w, gap)
	}
	finish(false)
	return lines
}

// add puts a word at the end of the line, and joins it to the piece before it
// where the weight is the same, so that a line is drawn in few pieces.
func (l *line) add(w word, gap float32) {
	for i, part := range w.parts {
		if i > 0 {
			gap = 0
		}
		if n := len(l.pieces); n > 0 && l.pieces[n-1].bold == part.bold {
			last := &l.pieces[n-1]
			if gap > 0 {
				last.text += " "
			}
			last.text += part.text
			last.width += gap + part.width
			l.width = last.x + last.width
			continue
		} else if gap > 0 { // the space belongs to the piece before
			l.pieces[n-1].text += " "
			l.pieces[n-1].width += gap
		}
		part.x = l.width + gap
		l.pieces = append(l.pieces, part)
		l.width = part.x + part.width
	}
}

// text is the words of the line.
func (l *line) text() string {
	if len(l.pieces) == 1 {
		return l.pieces[0].text
	}
	var b strings.Builder
	for _, p := range l.pieces {
		b.WriteString(p.text)
	}
	return b.String()
}

// words takes runs apart. A run may end in the middle of a word.
func words(runs []Run, textSize float32) []word {
	var out []word
	fresh, spaced := true, false // whether the next letter begins a word, after a space
	for _, run := range runs {
		for text := run.Text; text != ""; {
			r, width := utf8.DecodeRuneInString(text)
			switch {
			case r == '\n':
				out = append(out, word{breaks: true})
				fresh, spaced, text = true, false, text[width:]
			case isSpace(r):
				fresh, spaced, text = true, true, text[width:]
			default:
				end := strings.IndexFunc(text, func(r rune) bool { return r == '\n' || isSpace(r) })
				if end < 0 {
					end = len(text)
				}
				part := piece{text: text[:end], bold: run.Bold}
				part.width = textWidth(part.text, textSize, part.bold)
				if fresh {
					out = append(out, word{spaced: spaced})
				}
				last := &out[len(out)-1]
				last.parts = append(last.parts, part)
				last.width += part.width
				fresh, spaced, text = false, false, text[end:]
			}
		}
	}
	return out
}

// isSpace tells where a line may break: at every space but those that hold.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f'
}

// split parts a word that is wider than a line, as late as it can.
func split(w word, textSize, width float32) []word {
	var out []word
	var now word
	for _, part := range w.parts {
		for part.text != "" {
			fits := fitting(part.text, textSize, part.bold, width-now.width)
			if fits == 0 && len(now.parts) == 0 { // a line holds one letter at least
				_, fits = utf8.DecodeRuneInString(part.text)
			}
			if fits > 0 {
				head := piece{text: part.text[:fits], bold: part.bold}
				head.width = textWidth(head.text, textSize, head.bold)
				now.parts, now.width = append(now.parts, head), now.width+head.width
				part.text = part.text[fits:]
			}
			if part.text != "" {
				out, now = append(out, now), word{}
			}
		}
	}
	return append(out, now)
}

// fitting is how many bytes of a text, whole letters, fit into a width.
func fitting(text string, textSize float32, bold bool, width float32) int {
	if text == "" || textWidth(text, textSize, bold) <= width {
		return len(text)
	}
	ends := make([]int, 0, len(text)+1)
	for i := range text {
		ends = append(ends, i)
	}
	low, high := 0, len(ends)-1 // ends[low] fits
	for low < high {
		mid := (low + high + 1) / 2
		if textWidth(text[:ends[mid]], textSize, bold) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return ends[low]
}

// dots stand at the end of a text that was cut.
const dots = "…"

// ellipsis cuts a text that is too wide and puts three dots at its end. Where
// there is no room at all, there is no text.
func ellipsis(text string, textSize float32, bold bool, width float32) string {
	if width <= 0 {
		return ""
	}
	if textWidth(text, textSize, bold) <= width {
		return text
	}
	fits := fitting(text, textSize, bold, width-textWidth(dots, textSize, bold))
	return strings.TrimRight(text[:fits], " ,·") + dots
}
