package check

import (
	"cmp"
	"slices"
	"strings"

	"deskleaf/content"
)

// A text is one line of a procedure's words.
type text struct {
	path string
	text string
}

// textsOf are all lines of words in the order of their paths. Names for the
// search, misspelled ones among them, are no lines that anybody reads.
func textsOf(w *content.Words) []text {
	all := w.Texts()
	texts := make([]text, 0, len(all))
	for path, t := range all {
		texts = append(texts, text{path, t})
	}
	slices.SortFunc(texts, func(a, b text) int { return cmp.Compare(a.path, b.path) })
	return texts
}

// forPatients reports whether patients read the line, on paper or read out to
// them: not what staff do, nor codes.
func (t text) forPatients(p *content.Procedure) bool {
	head, rest, _ := strings.Cut(t.path, ".")
	switch {
	case strings.HasPrefix(head, "code"), head == "modifiers", head == "lead", head == "events", head == "options":
		return false
	case head == "steps":
		id, _, _ := strings.Cut(rest, ".")
		s, ok := p.Step(id)
		return ok && s.Audience != content.Staff
	}
	return true
}

// isHeading reports whether the line is a title, which is no sentence.
func (t text) isHeading() bool {
	return t.path == "title" || t.path == "short" || strings.HasSuffix(t.path, ".title") || strings.HasPrefix(t.path, "diary.columns")
}
