package command

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"deskleaf/content"
)

// part is one section of a procedure, as show prints it.
type part struct {
	ID    string   `json:"id"`
	Title string   `json:"title"`
	Lines []string `json:"lines"`
}

// titles are the names of the sections.
var titles = map[string]string{
	"summary": "Summary", "why": "Why people have it", "signs": "Signs that point to it", "causes": "What can cause it",
	"tests": "Tests before", "happens": "What happens", "risks": "Risks", "alternatives": "What else could be done",
	"preparation": "Preparation", "aftercare": "Aftercare", "follow_up": "Follow-up", "home_care": "Home care",
	"prevention": "Prevention", "before": "Call before the visit", "trouble": "When to call", "cost": "Cost", "insurance": "Insurance",
	"codes": "Codes and modifiers", "ask_before": "Ask before you book", "questions": "Questions", "sources": "Sources",
}

// cptNotice stands wherever codes show.
const cptNotice = "CPT is a registered trademark of the American Medical Association; using CPT needs its license. Check every code before you quote or bill."

func (p *Program) show(args []string) error {
	var section, language string
	var asJSON bool
	words, err := parse("show", args, func(set *flag.FlagSet) {
		set.StringVar(&section, "section", "", "")
		set.StringVar(&language, "lang", "en", "")
		set.BoolVar(&asJSON, "json", false, "")
	}, 1, 1)
	if err != nil {
		return err
	}
	book, err := p.find(p.ownLibrary(), words[0])
	if err != nil {
		return err
	}
	w, err := wordsIn(book, language)
	if err != nil {
		return err
	}
	parts := partsOf(&book.Procedure, w)
	if section != "" {
		if parts, err = only(parts, section); err != nil {
			return err
		}
	}
	if asJSON {
		return writeJSON(p, parts)
	}
	fmt.Fprintf(p.Out, "%s\n", w.Title)
	for _, s := range parts {
		fmt.Fprintf(p.Out, "\n%s\n", s.Title)
		for _, line := range s.Lines {
			fmt.Fprintf(p.Out, "  - %s\n", line)
		}
	}
	return nil
}

// only keeps one section.
func only(parts []part, id string) ([]part, error) {
	var ids []string
	for _, s := range parts {
		if s.ID == id {
			return []part{s}, nil
		}
		ids = append(ids, s.ID)
	}
	return nil, misuse(fmt.Sprintf("there is no section %q here", id), "the sections are "+strings.Join(ids, ", "))
}

// partsOf is everything that the window shows of a procedure, section by section;
// empty ones are left out.
func partsOf(p *content.Procedure, w *content.Words) []part {
	var parts []part
	add := func(id string, lines []string) {
		plain := make([]string, len(lines))
		for i, line := range lines {
			plain[i] = content.Plain(line)
		}
		if len(lines) > 0 {
			parts = append(parts, part{id, titles[id], plain})
		}
	}
	add("summary", []string{w.Summary})
	for _, s := range w.Sections.All() {
		if s.ID == "follow_up" {
			add("preparation", stepLines(p, w, content.Preparation))
			add("before", signLines(p, w, content.Preparation))
			add("aftercare", stepLines(p, w, content.Aftercare))
			add("trouble", signLines(p, w, content.Aftercare))
		}
		add(s.ID, s.Lines)
	}
	add("codes", codeLines(p, w))
	add("ask_before", askLines(p, w))
	for _, q := range w.Questions {
		add("questions", []string{q.Ask + " " + q.Answer})
	}
	add("sources", sourceLines(p))
	return merged(parts)
}

// merged puts parts of the same id together, in the place of the first.
func merged(parts []part) []part {
	var all []part
	for _, s := range parts {
		if i := slices.IndexFunc(all, func(o part) bool { return o.ID == s.ID }); i >= 0 {
			all[i].Lines = append(all[i].Lines, s.Lines...)
		} else {
			all = append(all, s)
		}
	}
	return all
}

func stepLines(p *content.Procedure, w *content.Words, where content.Part) []string {
	var lines []string
	for _, s := range p.Steps {
		if s.Part != where {
			continue
		}
		line := fmt.Sprintf("(%s) %s", s.When, w.Steps[s.ID].Text)
		if s.Audience == content.Staff {
			line = "[staff] " + line
		}
		if more := w.Steps[s.ID].More; more != "" {
			line += " " + more
		}
		lines = append(lines, line)
	}
	return lines
}

// boxTitles say what a box's lines mean, for people at a terminal.
var boxTitles = map[content.Box]string{
	content.BoxBefore: "call before you come", content.BoxHappens: "what will happen", content.BoxExpect: "expect, no call",
	content.BoxHours: "call in working hours", content.BoxCall: "call, any hour", content.BoxEmergency: "911",
}

func signLines(p *content.Procedure, w *content.Words, where content.Part) []string {
	var lines []string
	for _, box := range content.Boxes {
		for _, s := range p.Signs {
			if s.Box == box && box.Part() == where {
				lines = append(lines, fmt.Sprintf("(%s) %s", boxTitles[box], w.Signs[s.ID]))
			}
		}
	}
	return lines
}

func codeLines(p *content.Procedure, w *content.Words) []string {
	var lines []string
	for _, c := range p.Codes {
		line := fmt.Sprintf("%s %s (%s): %s", c.System, c.Number, c.Status, w.Codes[c.Number])
		if len(c.Instead) > 0 {
			line += " Use " + strings.Join(c.Instead, ", ") + " instead."
		}
		lines = append(lines, line)
	}
	for _, m := range p.Modifiers {
		lines = append(lines, fmt.Sprintf("modifier %s: %s", m.Number, w.Modifiers[m.Number]))
	}
	if w.CodeNotice != "" {
		lines = append(lines, w.CodeNotice)
	}
	if len(lines) > 0 {
		lines = append(lines, cptNotice)
	}
	return lines
}

func askLines(p *content.Procedure, w *content.Words) []string {
	var lines []string
	for _, a := range p.AskBefore {
		line := w.AskBefore[a.ID]
		if a.Nurse {
			line += " (a yes goes to a nurse before you give a date)"
		}
		lines = append(lines, line)
	}
	if w.Lead != "" {
		lines = append(lines, w.Lead)
	}
	return lines
}

func sourceLines(p *content.Procedure) []string {
	var lines []string
	for _, s := range p.Sources {
		fields := []string{s.Title}
		for _, f := range []string{s.Publisher, s.Date, s.URL} {
			if f != "" {
				fields = append(fields, f)
			}
		}
		lines = append(lines, strings.Join(fields, ", "))
	}
	return lines
}
