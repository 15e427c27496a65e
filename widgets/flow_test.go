package widgets

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestMarked(t *testing.T) {
	for _, test := range []struct {
		text string
		want []Run
	}{
		{"plain", []Run{{Text: "plain"}}},
		{"**Stop.** Call us.", []Run{{"Stop.", true}, {" Call us.", false}}},
		{"a **b** c **d**", []Run{{"a ", false}, {"b", true}, {" c ", false}, {"d", true}}},
		{"a ** b", []Run{{Text: "a ** b"}}},
		{"", []Run{{}}},
	} {
		if got := Marked(test.text); !slices.Equal(got, test.want) {
			t.Errorf("%q became %v", test.text, got)
		}
	}
}

func linesOf(runs []Run, width float32) []string {
	var out []string
	for _, l := range wrap(runs, 16, width) {
		out = append(out, l.text())
	}
	return out
}

func TestWrap(t *testing.T) {
	stage(t, NewLine(BodyStyle, ""), 100, 100)
	wide := textWidth("one two", 16, false) + 1
	for _, test := range []struct {
		name  string
		runs  []Run
		width float32
		want  []string
	}{
		{"breaks at spaces", Plain("one two six"), wide, []string{"one two", "six"}},
		{"no bound", Plain("one two six"), 0, []string{"one two six"}},
		{"line breaks stay", Plain("one\ntwo\n\nsix"), 0, []string{"one", "two", "", "six"}},
		{"spaces at a break go", Plain("one two   six"), wide, []string{"one two", "six"}},
		{"a space that holds", Plain("a one\u00a0two"), wide, []string{"a", "one\u00a0two"}},
		{"weight changes within a word", []Run{{"lo", true}, {"w back", false}}, 0, []string{"low back"}},
		{"a word wider than the line", Plain("onetwosixteen"), textWidth("onetwo", 16, false) + 1, []string{"onetwo", "sixteen"}},
		{"nothing", nil, 50, []string{""}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := linesOf(test.runs, test.width); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func FuzzWrapLosesNothing(f *testing.F) {
	f.Add("Do **not** drive for 24 hours.", float32(60))
	f.Add("Línea\nwith\u00a0holds and averyveryverylongword", float32(10))
	f.Fuzz(func(t *testing.T, text string, width float32) {
		if !utf8.ValidString(text) || len(text) > 400 || !(width > 5 && width < 1000) {
			return
		}
		stage(t, NewLine(BodyStyle, ""), 100, 100)
		bare := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsSpace(r) {
					return -1
				}
				return r
			}, s)
		}
		runs := Marked(text)
		if got, want := bare(strings.Join(linesOf(runs, width), "")), bare(TextOf(runs)); got != want {
			t.Errorf("%q became %q", want, got)
		}
	})
}

func TestWrappedLinesFit(t *testing.T) {
	stage(t, NewLine(BodyStyle, ""), 100, 100)
	text := strings.Repeat("Pain on one side of the **low back** or buttock, below the belt. ", 5)
	for width := float32(40); width < 600; width += 37 {
		for _, l := range wrap(Marked(text), 16, width) {
			if l.width > width+0.5 && strings.Contains(l.text(), " ") {
				t.Errorf("at %v the line %q is %v wide", width, l.text(), l.width)
			}
		}
	}
}

func TestEllipsis(t *testing.T) {
	stage(t, NewLine(BodyStyle, ""), 100, 100)
	const text = "Epidural steroid injection, low back"
	if got := ellipsis(text, 16, true, 1000); got != text {
		t.Errorf("with room for all it is %q", got)
	}
	for width := float32(20); width < 248; width += 11 {
		got := ellipsis(text, 16, true, width)
		if w := textWidth(got, 16, true); w > width || !strings.HasSuffix(got, dots) {
			t.Errorf("for %v it is %q, %v wide", width, got, w)
		}
	}
	if got := ellipsis(text, 16, true, 0); got != "" {
		t.Errorf("without room it is %q", got)
	}
}

func TestTextIsAsHighAsItsLines(t *testing.T) {
	text := NewText(BodyStyle, Plain(strings.Repeat("words that go on ", 20)))
	stage(t, NewColumn(0, text), 300, 400)
	narrow := text.MinSize().Height
	text.Resize(text.Size().AddWidthHeight(300, 0))
	if wide := text.MinSize().Height; wide >= narrow {
		t.Errorf("the text is %v high at 300 and %v at 600", narrow, wide)
	}
	if lines := len(text.lines); narrow < 3*lineHeight(16) || lines < 2 {
		t.Errorf("%v high, %d lines", narrow, lines)
	}
}
