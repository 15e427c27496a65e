package edit

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"deskleaf/content"
	"deskleaf/content/check"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// A remark is something said of a text, with how much it counts.
type remark struct {
	weight weight
	words  string
}

type weight int

const (
	advises weight = iota
	warns
	refuses
)

// Tell shows what there is to say of the work as it is now.
func (s *Screen) Tell(j library.Judged) {
	s.judged = j
	s.showLanguages()
	s.tell()
}

// tell puts each remark under its field, and how hard the pages are to read under
// the pages.
func (s *Screen) tell() {
	if s.work == nil || s.judged.Book == nil {
		return
	}
	remarks := map[string][]remark{}
	add := func(f check.Finding) {
		path, words := place(f.Path), f.What
		if f.Hint != "" {
			words += ": " + f.Hint
		}
		if m := numberedLine.FindStringSubmatch(f.Path); m != nil {
			if n, err := strconv.Atoi(m[2]); err == nil {
				words = s.deps.Words.T("edit.line", "n", n+1) + " " + words
			}
		}
		w := advises
		switch f.Weight {
		case check.Mistake:
			w = warns
		case check.Refusal:
			w = refuses
		}
		remarks[path] = append(remarks[path], remark{w, words})
	}
	for _, f := range s.judged.Facts {
		add(f)
	}
	for _, f := range s.judged.Words[s.language] {
		add(f)
	}
	for _, path := range s.judged.Missing[s.language] {
		if strings.HasPrefix(path, "steps.") && !strings.HasSuffix(path, ".text") {
			path += ".text"
		}
		key := "edit.missing"
		if s.language != library.BaseLanguage {
			key = "edit.untranslated"
		}
		remarks[place(path)] = []remark{{refuses, s.deps.Words.T(key)}}
	}
	moved := false
	for path, f := range s.fields {
		if id, ok := strings.CutPrefix(path, "steps."); ok && s.timings[strings.TrimSuffix(id, ".when")] && strings.HasSuffix(id, ".when") {
			continue // what it says is of the text in the field, which is no timing yet
		}
		moved = s.put(f, remarks[path]) || moved
	}
	s.tellGrades()
	if moved {
		s.relayout()
	}
}

var numberedLine = regexp.MustCompile(`^([a-z_.]+)\[(\d+)\]$`)

// place is the path of the field that a finding belongs to.
func place(path string) string {
	if m := numberedLine.FindStringSubmatch(path); m != nil {
		return m[1]
	}
	return path
}

// say puts remarks under a field and makes room for them.
func (s *Screen) say(f *field, remarks []remark) {
	if s.put(f, remarks) {
		s.relayout()
	}
}

// put puts remarks under a field, and reports whether they are others than before.
func (s *Screen) put(f *field, remarks []remark) bool {
	saying := fmt.Sprint(remarks)
	if saying == f.saying {
		return false
	}
	f.saying = saying
	f.told.Objects = nil
	for _, r := range remarks {
		style, key := widgets.MutedStyle, "edit.advice"
		switch r.weight {
		case warns:
			style, key = widgets.ErrorStyle, "edit.mistake"
		case refuses:
			style, key = widgets.ErrorStyle, "edit.refused"
		}
		f.told.Add(widgets.NewText(style, []widgets.Run{{Text: s.deps.Words.T(key) + " ", Bold: true}, {Text: r.words}}))
	}
	return true
}

// relayout makes room for remarks that came or went.
func (s *Screen) relayout() {
	if scroll := s.scrolls[s.tabs.Chosen()]; scroll != nil {
		scroll.Content.Refresh()
		scroll.Refresh()
	}
}

// tellGrades says how hard each page is to read.
func (s *Screen) tellGrades() {
	t := s.deps.Words.T
	s.grades.Objects = nil
	for _, part := range content.Parts {
		r, ok := s.judged.Readings[s.language]["handout."+string(part)]
		if !ok {
			continue
		}
		key, value, good := "edit.grade", fmt.Sprintf("%.1f", max(r.Grade(), 0)), check.Easy(s.language, r)
		if s.language == "es" {
			key, value = "edit.inflesz", fmt.Sprintf("%.0f", r.Inflesz())
		}
		words := t(key, "part", t("part."+string(part)), "grade", value)
		style := widgets.MutedStyle
		if !good {
			style, words = widgets.ErrorStyle, words+" "+t("edit.hard")
		}
		s.grades.Add(widgets.NewText(style, widgets.Plain(words)))
	}
	if n := s.refusals(); n > 0 {
		s.grades.Add(widgets.NewText(widgets.ErrorStyle, widgets.Plain(t("edit.refusals", "n", n))))
	}
	s.grades.Refresh()
}

// refusals are how many remarks keep the words that are shown from printing.
func (s *Screen) refusals() int {
	n := len(s.judged.Missing[s.language])
	for _, list := range [][]check.Finding{s.judged.Facts, s.judged.Words[s.language]} {
		for _, f := range list {
			if f.Weight == check.Refusal {
				n++
			}
		}
	}
	return n
}
