package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"deskleaf/content"
)

// A Verdict is what there is to say of the words of one language.
type Verdict struct {
	Findings []Finding
	// Readings are how hard the words are to read, by what they are the words of:
	// "handout" is both pages, "handout.preparation" one, "sections.why" a section.
	// What nothing stands in is missing, and all of a language that cannot be counted.
	Readings map[string]Reading
}

// A Checker judges the words of one language again and again while somebody writes
// them. What it found about a text it keeps for as long as the text, and what the
// text is for, stay the same. The zero Checker knows nothing yet. Several
// goroutines must not use one at a time.
type Checker struct {
	context string // what all findings depend on besides the texts
	kept    map[string]judged
}

// judged is what was found about one text.
type judged struct {
	text
	role     role
	findings findings
	reading  Reading
	long     map[string]int
}

// A role is what a text is held to.
type role int

const (
	forStaff role = iota
	forPatients
	patientsStep
)

func (t text) role(p *content.Procedure) role {
	switch {
	case !t.forPatients(p):
		return forStaff
	case t.isPatientsStep(p):
		return patientsStep
	}
	return forPatients
}

// Words judges words as they are now.
func (c *Checker) Words(p *content.Procedure, w *content.Words) Verdict {
	l, known := languageOf(w.Language)
	if !known {
		return Verdict{Findings: append(Orders(w), Unwritten(w)...)}
	}
	if context := contextOf(p, w); context != c.context {
		c.context, c.kept = context, nil
	}
	texts := w.Texts()
	names := nameWords(w)
	kept := make(map[string]judged, len(texts)+len(w.Questions))
	var fs findings
	all := make([]judged, 0, len(texts))
	for _, path := range slices.Sorted(maps.Keys(texts)) {
		t := text{path: path, text: texts[path]}
		role := t.role(p)
		j, same := c.kept[path]
		if !same || j.text.text != t.text || j.role != role {
			j = judge(l, w.Language, p, t, role, names)
		}
		kept[path] = j
		all = append(all, j)
		fs = append(fs, j.findings...)
	}
	for i, q := range w.Questions {
		key := fmt.Sprintf("questions[%d]", i)
		j, same := c.kept[key]
		if together := q.Ask + "\n" + q.Answer; !same || j.text.text != together {
			j = judged{text: text{text: together}}
			j.findings.answered(w.Language, i, q)
		}
		kept[key] = j
		fs = append(fs, j.findings...)
	}
	for _, f := range followers(w) {
		key := "after " + f.path
		j, same := c.kept[key]
		if together := f.before + "\n" + f.text; !same || j.text.text != together {
			j = judged{text: text{text: together}}
			j.findings.followed(w.Language, f)
		}
		kept[key] = j
		fs = append(fs, j.findings...)
	}
	c.kept = kept
	fs = append(fs, Unwritten(w)...)
	v := Verdict{Readings: readings(p, all)}
	for _, part := range content.Parts {
		fs.hard(l, part, v.Readings["handout."+string(part)], longWords(all, func(j judged) bool { return j.inPart(p, part) }))
	}
	for _, s := range w.Sections.All() {
		section := "sections." + s.ID
		fs.hardSection(l, section, v.Readings[section], longWords(all, func(j judged) bool { return strings.HasPrefix(j.path, section+"[") }))
	}
	v.Findings = fs.sorted()
	return v
}

// contextOf is what every finding depends on besides its text: the names, which
// are no jargon, and the modifiers, which are no bare numbers.
func contextOf(p *content.Procedure, w *content.Words) string {
	parts := []string{w.Language, w.Title, w.Short, w.Noun}
	for _, m := range p.Modifiers {
		parts = append(parts, m.Number)
	}
	return strings.Join(parts, "\n")
}

// judge holds one text of the language id to everything.
func judge(l *language, id string, p *content.Procedure, t text, role role, names map[string]bool) judged {
	t.line = lineOf(t.text)
	var fs findings
	fs.orders(id, t.path, t.text)
	fs.promises(t)
	if role != forStaff {
		fs.sentences(t)
		fs.vague(l, t)
		fs.jargon(l, t, names)
		fs.numbers(l, p, t)
	}
	if role == patientsStep {
		fs.step(l, t)
	}
	j := judged{text: t, role: role, findings: fs}
	j.reading, j.long = l.count(t.line, names)
	return j
}

// readings adds up what is read together.
func readings(p *content.Procedure, all []judged) map[string]Reading {
	sums := map[string]Reading{}
	add := func(key string, r Reading) {
		if r.Words > 0 {
			sum := sums[key]
			sum.add(r)
			sums[key] = sum
		}
	}
	for _, j := range all {
		for _, part := range content.Parts {
			if j.inPart(p, part) {
				add("handout."+string(part), j.reading)
				add("handout", j.reading)
			}
		}
		if list, _, of := strings.Cut(j.path, "["); of && strings.HasPrefix(list, "sections.") {
			add(list, j.reading)
		}
	}
	return sums
}

// longWords are the long words of some texts with how often each stands there.
func longWords(all []judged, of func(judged) bool) map[string]int {
	sum := map[string]int{}
	for _, j := range all {
		if len(j.long) > 0 && of(j) {
			for w, n := range j.long {
				sum[w] += n
			}
		}
	}
	return sum
}
