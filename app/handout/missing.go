package handout

import (
	"maps"
	"slices"

	"deskleaf/content"
)

// wordsMissing are the paths of words that these parts need and the language
// lacks. Words for staff, and of parts that are not printed, are not asked for.
func wordsMissing(p *content.Procedure, w *content.Words, parts []content.Part) []string {
	var missing []string
	need := func(path, text string) {
		if text == "" {
			missing = append(missing, path)
		}
	}
	need("title", w.Title)
	need("short", w.Short)
	need("noun", w.Noun)
	for _, part := range parts {
		need("handout."+string(part)+".title", w.Handout[part].Title)
		for _, s := range p.Steps {
			if s.Part == part && s.Audience != content.Staff {
				need("steps."+s.ID+".text", w.Steps[s.ID].Text)
				needConditions(need, w, s.OnlyIf)
				if s.When.Anchor.IsEvent() {
					need("events."+string(s.When.Anchor), w.Events[string(s.When.Anchor)])
				}
			}
		}
		for _, s := range p.Signs {
			if s.Box.Part() == part {
				need("signs."+s.ID, w.Signs[s.ID])
				needConditions(need, w, s.OnlyIf)
			}
		}
		if part == content.Aftercare && p.Diary && (w.Diary == nil || len(w.Diary.Columns) == 0) {
			missing = append(missing, "diary")
		}
	}
	return missing
}

// needConditions asks for the words that open a step whose option nobody chose.
func needConditions(need func(path, text string), w *content.Words, cond content.Condition) {
	for _, id := range slices.Sorted(maps.Keys(cond)) {
		for _, choice := range cond[id] {
			need("options."+id+".choices."+choice+".if", w.Options[id].Choices[choice].If)
		}
	}
}
