package content

import (
	"maps"
	"slices"
	"strings"
)

// Problems says where the words do not fit the procedure: a step without words,
// words for a step that is gone, a mark left open, a blank that does not exist.
func (w *Words) Problems(p *Procedure, world World) []Problem {
	var ps problems
	w.checkIDs(&ps, p)
	w.checkOptions(&ps, p)
	w.checkTold(&ps)
	for path, text := range w.Texts() {
		_, err := ParseText(text)
		if err != nil {
			ps.add(path, "%s", err)
			continue
		}
		for _, id := range TextBlanks(text) {
			if _, ok := world.Blanks[id]; !ok {
				ps.add(path, "there is no blank %q", id)
			}
		}
	}
	if p.Diary && w.Diary == nil {
		ps.missing("diary.title", "the procedure has a diary, and these words have none")
	}
	slices.SortStableFunc(ps, func(a, b Problem) int { return compare(a.Path, b.Path) })
	return ps
}

// checkTold says what stands without the words that it needs.
func (w *Words) checkTold(ps *problems) {
	need := func(path, text string) {
		if strings.TrimSpace(text) == "" {
			ps.missing(path, "%q has no words", path)
		}
	}
	need("title", w.Title)
	need("short", w.Short)
	need("noun", w.Noun)
	need("summary", w.Summary)
	for part, h := range w.Handout {
		need("handout."+string(part)+".title", h.Title)
	}
	for id, s := range w.Steps {
		need("steps."+id+".text", s.Text)
	}
	for id, o := range w.Options {
		need("options."+id+".name", o.Name)
		for choice, c := range o.Choices {
			need("options."+id+".choices."+choice+".if", c.If)
		}
	}
	if w.Diary != nil {
		need("diary.title", w.Diary.Title)
		need("diary.columns", strings.Join(w.Diary.Columns, " "))
	}
	for i, q := range w.Questions {
		need(at("questions", i)+".ask", q.Ask)
		need(at("questions", i)+".answer", q.Answer)
	}
}

func compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// checkIDs holds the words' ids against the procedure's.
func (w *Words) checkIDs(ps *problems, p *Procedure) {
	match := func(path string, has map[string]bool, needs []string) {
		for _, id := range needs {
			if !has[id] {
				ps.missing(path+"."+id, "words for %q are missing", path+"."+id)
			}
		}
		for _, id := range slices.Sorted(maps.Keys(has)) {
			if !slices.Contains(needs, id) {
				ps.hint(path+"."+id, "take it out, or add it to procedure.yaml", "the procedure has no %q here", id)
			}
		}
	}
	match("steps", keys(w.Steps), each(p.Steps, func(s Step) string { return s.ID }))
	match("signs", keys(w.Signs), each(p.Signs, func(s Sign) string { return s.ID }))
	match("ask_before", keys(w.AskBefore), each(p.AskBefore, func(a AskRow) string { return a.ID }))
	match("codes", keys(w.Codes), each(p.Codes, func(c Code) string { return c.Number }))
	match("modifiers", keys(w.Modifiers), each(p.Modifiers, func(m Modifier) string { return m.Number }))
	match("options", keys(w.Options), each(p.Options, func(o Option) string { return o.ID }))
	match("events", keys(w.Events), p.Events)
	for _, part := range Parts {
		if _, ok := w.Handout[part]; p.HasPart(part) && !ok {
			ps.missing("handout."+string(part), "the title of the part %q is missing", part)
		}
	}
}

func (w *Words) checkOptions(ps *problems, p *Procedure) {
	for _, o := range p.Options {
		for _, choice := range o.Choices {
			if words, ok := w.Options[o.ID]; ok && words.Choices[choice].Name == "" {
				ps.missing("options."+o.ID+".choices."+choice+".name", "words for the choice %q are missing", choice)
			}
		}
	}
}

func keys[V any](m map[string]V) map[string]bool {
	set := map[string]bool{}
	for k := range m {
		set[k] = true
	}
	return set
}

func each[T any](list []T, id func(T) string) []string {
	ids := make([]string, len(list))
	for i, v := range list {
		ids[i] = id(v)
	}
	return ids
}

// Texts are all lines of the words by their path, as in "steps.ice.text".
func (w *Words) Texts() map[string]string {
	all := map[string]string{"title": w.Title, "short": w.Short, "noun": w.Noun, "summary": w.Summary, "lead": w.Lead, "code_notice": w.CodeNotice}
	for part, h := range w.Handout {
		all["handout."+string(part)+".title"] = h.Title
		all["handout."+string(part)+".lead"] = h.Lead
	}
	for id, s := range w.Steps {
		all["steps."+id+".text"] = s.Text
		all["steps."+id+".more"] = s.More
	}
	for list, words := range map[string]map[string]string{"signs": w.Signs, "ask_before": w.AskBefore, "codes": w.Codes, "modifiers": w.Modifiers, "events": w.Events} {
		for id, text := range words {
			all[list+"."+id] = text
		}
	}
	for _, s := range w.Sections.All() {
		for i, line := range s.Lines {
			all[at("sections."+s.ID, i)] = line
		}
	}
	for id, o := range w.Options {
		all["options."+id+".name"] = o.Name
		for choice, words := range o.Choices {
			path := "options." + id + ".choices." + choice
			all[path+".name"], all[path+".if"] = words.Name, words.If
		}
	}
	if w.Diary != nil {
		all["diary.title"], all["diary.note"] = w.Diary.Title, w.Diary.Note
		for i, column := range w.Diary.Columns {
			all[at("diary.columns", i)] = column
		}
	}
	for i, q := range w.Questions {
		all[at("questions", i)+".ask"], all[at("questions", i)+".answer"] = q.Ask, q.Answer
	}
	maps.DeleteFunc(all, func(_, text string) bool { return text == "" })
	return all
}
