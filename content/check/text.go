package check

import (
	"slices"
	"strings"

	"deskleaf/content"
)

// A text is one line of a procedure's words, read into sentences.
type text struct {
	path string
	text string
	line line
}

// forPatients reports whether patients read the line, on paper or read out to
// them: not what staff do, nor codes.
func (t text) forPatients(p *content.Procedure) bool {
	head, _, _ := strings.Cut(t.path, ".")
	switch {
	case strings.HasPrefix(head, "code"), head == "modifiers", head == "lead", head == "events", head == "options":
		return false
	case head == "steps":
		return t.isPatientsStep(p)
	}
	return true
}

// isPatientsStep reports whether the line is of a step that a patient does.
func (t text) isPatientsStep(p *content.Procedure) bool {
	s, ok := p.Step(t.id("steps"))
	return ok && s.Audience != content.Staff
}

// id is the id in the path of a line of a list; "" for one of another list.
func (t text) id(list string) string {
	rest, ok := strings.CutPrefix(t.path, list+".")
	if !ok {
		return ""
	}
	id, _, _ := strings.Cut(rest, ".")
	return id
}

// inPart reports whether a patient reads the line on the page of a part: its lead,
// its steps with what more there is to each, and its boxes.
func (t text) inPart(p *content.Procedure, part content.Part) bool {
	if s, ok := p.Step(t.id("steps")); ok {
		return s.Part == part && s.Audience != content.Staff
	}
	if id := t.id("signs"); id != "" {
		return slices.ContainsFunc(p.Signs, func(s content.Sign) bool { return s.ID == id && s.Box.Part() == part })
	}
	return t.path == "handout."+string(part)+".lead" || t.path == "diary.note" && part == content.Aftercare
}

// isHeading reports whether the line is a title, which is no sentence.
func (t text) isHeading() bool {
	return t.path == "title" || t.path == "short" || strings.HasSuffix(t.path, ".title") || strings.HasPrefix(t.path, "diary.columns")
}
