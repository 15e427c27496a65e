package sheet

import (
	"math"
	"testing"

	"golang.org/x/image/font/sfnt"
)

// TestMarksStandOverTheirLetters: in the middle of the letter, clear of it and of
// one another, whatever its height.
func TestMarksStandOverTheirLetters(t *testing.T) {
	fs, err := faces()
	if err != nil {
		t.Fatal(err)
	}
	const marks = "\u0300\u0301\u0302\u0303\u0304\u0306\u0308\u030c\u0323\u0331"
	var b sfnt.Buffer
	for _, f := range fs[:OtherRegular] {
		for _, letter := range "aegijlmoxyzAEGIJLMOXYZłøąọ" {
			box, pen := f.box(letter, &b), f.width(string(letter), 1)
			for _, first := range marks {
				for _, second := range marks {
					m := markPen{face: f}
					m.next(letter, &b)
					top, foot := box.top, box.foot
					for _, mark := range []rune{first, second} {
						right, up := m.next(mark, &b)
						is := f.box(mark, &b)
						middle := pen + right + (is.left+is.right)/2
						if math.Abs(middle-(box.left+box.right)/2) > 0.001 {
							t.Errorf("%q on %q stands %.3f from the pen", mark, letter, middle)
						}
						clear := is.foot + up - top
						if sideOf(mark) == under {
							clear = foot - (is.top + up)
							foot = is.foot + up
						} else {
							top = is.top + up
						}
						if clear < 0.01 || clear > 0.35 {
							t.Errorf("%q on %q: %.3f of the size between them", mark, letter, clear)
						}
					}
				}
			}
		}
	}
}
