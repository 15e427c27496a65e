package sheet

import (
	"slices"
	"strings"
	"testing"
)

// brokenInto sets words in lines of a width and gives the lines' words; a blank
// stands as underscores, one for every 10 points.
func brokenInto(t *testing.T, text Text, st style, width float64) []string {
	t.Helper()
	fs, err := faces()
	if err != nil {
		t.Fatal(err)
	}
	tree := newTree()
	l := layout{faces: &fs, cleaner: &cleaner{faces: fs}, tree: &tree, look: lookOf(Standard, 0)}
	var made []string
	for _, ln := range breakLines(&fs, l.split(text, st, Root), st, width) {
		var b strings.Builder
		for _, p := range ln.pieces {
			if p.blank {
				b.WriteString(strings.Repeat("_", int(p.width/10+0.5)))
			}
			b.WriteString(p.text)
		}
		made = append(made, b.String())
		if ln.width > width+0.01 {
			t.Errorf("%q is %.1f wide, more than %.1f", b.String(), ln.width, width)
		}
	}
	return made
}

func TestWhereLinesBreak(t *testing.T) {
	plain := style{size: 10}
	tests := map[string]struct {
		text  Text
		width float64
		want  []string
	}{
		"at spaces":                    {Plainly("one two three"), 40, []string{"one two ", "three"}},
		"nothing":                      {nil, 40, []string{""}},
		"many spaces are one":          {Plainly("  one   two  "), 100, []string{"one two"}},
		"not at a hard space":          {Plainly("ring 555\u00a00142"), 50, []string{"ring ", "555\u00a00142"}},
		"not in a phone number":        {Plainly("call 555-0142"), 50, []string{"call ", "555-0142"}},
		"not in X-ray":                 {Plainly("an X-ray"), 30, []string{"an ", "X-ray"}},
		"after a hyphen between words": {Plainly("a follow-up"), 45, []string{"a follow-", "up"}},
		"at a zero-width space":        {Plainly("and\u200bor\u200bnot"), 30, []string{"andor", "not"}},
		"a word that is too long":      {Plainly("aaaaaaaaaa"), 30, []string{"aaaaa", "aaaaa"}},
		"strong and plain are one":     {Text{strong("strong"), run("ly put")}, 42, []string{"strongly ", "put"}},
		"a blank takes the rest":       {Text{run("Name: "), blank(40)}, 130, []string{"Name: __________"}},
		"a blank that does not fit":    {Text{run("Name and phone: "), blank(60)}, 100, []string{"Name and phone: ", "__________"}},
		"a blank before words":         {Text{run("for "), blank(40), run(" hours")}, 130, []string{"for ____ hours"}},
		"a blank wider than the line":  {Text{run("a "), blank(400)}, 100, []string{"a ", "__________"}},
		"a blank keeps its full stop":  {Text{run("until "), blank(60), run(".")}, 90, []string{"until ______."}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := brokenInto(t, tt.text, plain, tt.width); !slices.Equal(got, tt.want) {
				t.Errorf("got %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestRunningTextHasAtMost70LettersALine(t *testing.T) {
	for name, s := range variants() {
		t.Run(name, func(t *testing.T) {
			s.Parts[0].Blocks = append(s.Parts[0].Blocks, Paragraph{Text: Plainly(strings.Repeat("ill it is ", 60))}, List{[]Text{Plainly(strings.Repeat("it ", 60))}})
			letters := map[[2]float64]int{} // by page and baseline, of one block
			p := paginate(t, s)
			for i, page := range p.List {
				clear(letters)
				for _, op := range page.Ops {
					if text, ok := op.(TextOp); ok && !p.Tree.Artifact(text.Place) {
						key := [2]float64{float64(p.order(op)), text.Y}
						letters[key] += len([]rune(strings.TrimSpace(text.Text)))
						if letters[key] > 70 {
							t.Errorf("page %d: %d letters: %s", i+1, letters[key], text.Text)
						}
					}
				}
			}
		})
	}
}
