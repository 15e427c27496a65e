package file

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Complaint is one mistake in a file, for a person to put right.
type Complaint struct {
	File    string // as it was given to Read
	Line    int    // from 1
	Column  int    // from 1, in characters
	What    string // what is wrong
	Hint    string // what to do; may be empty
	Excerpt string // the line and a caret below the column; may be empty
	Warning bool   // it should be better, and is no mistake
	Absent  bool   // it is about a value that must be there and is not
}

// String is the complaint as a terminal shows it: file:line:column: what, then
// the line, a caret, and the hint.
func (c Complaint) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d:%d: ", c.File, c.Line, c.Column)
	if c.Warning {
		b.WriteString("warning: ")
	}
	b.WriteString(c.What)
	if c.Excerpt != "" {
		b.WriteString("\n" + c.Excerpt)
	}
	if c.Hint != "" {
		b.WriteString("\nhint: " + c.Hint)
	}
	return b.String()
}

// Error is the same as String.
func (c Complaint) Error() string { return c.String() }

// Complaints are all the mistakes of one file or more. They are an error where
// there is at least one; see [Complaints.Err].
type Complaints []Complaint

// Error is all complaints, one below the other.
func (cs Complaints) Error() string {
	all := make([]string, len(cs))
	for i, c := range cs {
		all[i] = c.String()
	}
	return strings.Join(all, "\n")
}

// Err is the complaints as an error, and nil where there is none.
func (cs Complaints) Err() error {
	if len(cs) == 0 {
		return nil
	}
	return cs
}

// Sort puts complaints in the order of file, line and column. Read returns them
// so; it is for those that were added later.
func (cs Complaints) Sort() {
	slices.SortStableFunc(cs, func(a, b Complaint) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// maxComplaints is how many complaints of one file are told; a file with more
// is not the file that somebody meant to open.
const maxComplaints = 100

// limited sorts complaints and cuts them to [maxComplaints], saying so.
func (cs Complaints) limited() Complaints {
	cs.Sort()
	if len(cs) <= maxComplaints {
		return cs
	}
	last := cs[maxComplaints-1]
	last.What = "there are more mistakes from here on"
	last.Hint, last.Excerpt = "put the first ones right, then check again", ""
	return append(cs[:maxComplaints-1:maxComplaints-1], last)
}

// excerptWidth is how many characters of a long line an excerpt shows.
const excerptWidth = 100

// excerpt draws a line with a caret below column (from 1). A long line is cut
// around the column, and characters that a terminal would obey are replaced.
func excerpt(line string, column int) string {
	runes := []rune(line)
	at := min(max(column-1, 0), len(runes))
	from, to := 0, len(runes)
	before, after := "", ""
	if len(runes) > excerptWidth {
		from = min(max(at-excerptWidth/2, 0), len(runes)-excerptWidth)
		to = from + excerptWidth
		if from > 0 {
			before = "… "
		}
		if to < len(runes) {
			after = " …"
		}
	}
	var text, pad strings.Builder
	for i, r := range runes[from:to] {
		text.WriteRune(visible(r))
		if i < at-from {
			if r != '\t' {
				r = ' '
			}
			pad.WriteRune(r)
		}
	}
	indent := strings.Repeat(" ", utf8.RuneCountInString(before))
	return "  " + before + text.String() + after + "\n  " + indent + pad.String() + "^"
}

// visible is a character, or a dot for one that cannot be seen or that a
// terminal would obey.
func visible(r rune) rune {
	if r != '\t' && (!unicode.IsPrint(r) || r == utf8.RuneError) {
		return '·'
	}
	return r
}

// inQuotes is the hint for text that YAML takes for something else.
const inQuotes = `put the whole text in double quotes: "…"`
