package file

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// size is a part of what is read, so that the tests stay quick; work that
// grew with the square of it would not.
const size = MaxSize / 16

// full is text repeated up to that size.
func full(text string) string { return strings.Repeat(text, size/len(text)) }

// However hostile a file is, its complaints come soon and are few.
func TestHugeFiles(t *testing.T) {
	var many strings.Builder
	for i := 0; many.Len() < size-20; i++ {
		fmt.Fprintf(&many, "k%d: x\n", i)
	}
	bomb := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c <= 'z'; c++ {
		bomb += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat("*"+string(c-1)+",", 9), ","))
	}
	tests := []struct {
		name, text, says string
	}{
		{"too large", strings.Repeat("a", MaxSize+1), "this file is too large"},
		{"a bomb of aliases", bomb, "which is not allowed here"},
		{"unknown keys", many.String(), "unknown key"},
		{"the same key", full("id: x\n"), "is there twice"},
		{"breaks on every line", full("a: b: c\n"), "a colon inside a text ends it"},
		{"one break at the end", full("- x\n")[:size-20] + "- \"x\n", "this quote is not closed"},
		{"one break in one block", "why:\n" + full("- x\n")[:size-20] + "- \"x\n", "this quote is not closed"},
		{"a quote that never ends", "id: \"" + full("x\n")[:size-20], "this quote is not closed"},
		{"deep brackets", full("["), "[ is not closed"},
		{"deep braces", full("{a: "), "{ is not closed"},
		{"deep dashes", full("- "), "this line cannot be understood"},
		{"deep dashes that are closed", "why: " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000), "nested more than 40 deep"},
		{"comments", full("# x\n"), "this file is empty"},
		{"blank lines", full("\n"), "this file is empty"},
		{"documents", full("---\n"), "a second document"},
		{"a long line", "why: [" + full("x, ")[:size-20] + "]", `the key "id" is missing`},
		{"a long text", "id: " + full("x ")[:size-20], ""},
		{"a folded text", "id: >\n" + full("  x\n")[:size-20], ""},
		{"indented ever more", stairs(), "nested more than 40 deep"},
		{"question marks", full("? "), ""},
		{"commented values", "id: x\nwhy:\n" + full("- x # y\n")[:size-40], ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var s sheet
			began := time.Now()
			_, complaints := Read("a.yaml", []byte(test.text), &s)
			t.Logf("%v, %d complaints", time.Since(began).Round(time.Millisecond), len(complaints))
			if len(complaints) > maxComplaints {
				t.Errorf("%d complaints", len(complaints))
			}
			if len(complaints) > 0 && len(complaints.Error()) > 100_000 {
				t.Errorf("the complaints are %d bytes", len(complaints.Error()))
			}
			if !strings.Contains(complaints.Error(), test.says) {
				t.Errorf("it says %.500s", complaints.Error())
			}
		})
	}
}

// stairs are keys each indented one more than the one above.
func stairs() string {
	var b strings.Builder
	for i := 0; b.Len()+i+4 < size; i++ {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}
