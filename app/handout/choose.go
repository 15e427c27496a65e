package handout

import (
	"slices"
	"strings"

	"deskleaf/content"
	"deskleaf/content/phrases"
)

// wordBudget is how many English words the steps and signs of a part may have on
// one page, so that the page holds them at standard size beside its letterhead,
// the visit box and, after the visit, a diary and the lines to write on. It was
// found by laying out real sheets. Large print has the same words on more pages:
// whoever needs larger letters needs no fewer words.
var wordBudget = map[content.Part]int{content.Preparation: 190, content.Aftercare: 200}

// laterBudget is the same for each page of a part after its first, which has no
// title, no visit box and no lines to write on.
const laterBudget = 260

// A chosenStep is a step that is printed, with the words of its open conditions.
type chosenStep struct {
	content.Step
	condition string
}

// A chosenSign is the same of a sign.
type chosenSign struct {
	content.Sign
	condition string
}

// chosen are the steps and signs of a part that are printed, in the order of the
// file.
type chosen struct {
	steps []chosenStep
	signs []chosenSign
}

// choose takes what holds for this visit: all that is essential, then the others
// in their order, steps before signs, each that the budget still has room for.
func (c *composer) choose(part content.Part) chosen {
	var all chosen
	used := 0
	for _, s := range c.procedure.Steps {
		if condition, holds := c.holds(s.OnlyIf); holds && s.Part == part && s.Audience != content.Staff {
			all.steps = append(all.steps, chosenStep{s, condition})
			used += c.essentialWords(s.Essential, condition, c.words.Steps[s.ID].Text)
		}
	}
	for _, s := range c.procedure.Signs {
		if condition, holds := c.holds(s.OnlyIf); holds && s.Box.Part() == part {
			all.signs = append(all.signs, chosenSign{s, condition})
			used += c.essentialWords(s.Essential, condition, c.words.Signs[s.ID])
		}
	}
	budget := wordBudget[part] + (pagesOf(c.procedure, part)-1)*laterBudget
	left := budget*c.phrases.Expansion/100 - used
	out := func(id string, essential bool, condition, text string) bool {
		if c.original != nil {
			return slices.Contains(c.original.notes.LeftOut, id)
		}
		if essential || c.longer {
			return false
		}
		if n := countWords(condition, text); n <= left {
			left -= n
			return false
		}
		c.notes.LeftOut = append(c.notes.LeftOut, id)
		return true
	}
	all.steps = slices.DeleteFunc(all.steps, func(s chosenStep) bool {
		return out(s.ID, s.Essential, s.condition, c.words.Steps[s.ID].Text)
	})
	all.signs = slices.DeleteFunc(all.signs, func(s chosenSign) bool {
		return out(s.ID, s.Essential, s.condition, c.words.Signs[s.ID])
	})
	c.noteUnchosen(all)
	return all
}

func (c *composer) essentialWords(essential bool, condition, text string) int {
	if !essential {
		return 0
	}
	return countWords(condition, text)
}

func countWords(texts ...string) int {
	n := 0
	for _, t := range texts {
		n += len(strings.Fields(content.Plain(t)))
	}
	return n
}

// holds reports whether a condition may hold for this visit. Where an option was
// not chosen, condition says in words when it does: "For a test shot:".
func (c *composer) holds(cond content.Condition) (condition string, holds bool) {
	var open []string
	for _, o := range c.procedure.Options {
		choices, asked := cond[o.ID]
		if !asked {
			continue
		}
		if choice := c.visit.Choice(o); choice != "" {
			if !slices.Contains(choices, choice) {
				return "", false
			}
			continue
		}
		if words := c.ifWords(o, choices); words != "" {
			open = append(open, words)
		}
	}
	return strings.Join(open, " "), true
}

// ifWords open a step that holds with some choices of an option; nothing where
// it holds with all.
func (c *composer) ifWords(o content.Option, choices []string) string {
	var words []string
	for _, choice := range o.Choices {
		if slices.Contains(choices, choice) {
			words = append(words, c.words.Options[o.ID].Choices[choice].If)
		}
	}
	if len(words) == len(o.Choices) {
		return ""
	}
	for i := range words[:len(words)-1] {
		words[i] = strings.TrimRight(words[i], ":, ")
	}
	for i := range words {
		if i > 0 {
			words[i] = phrases.LowerFirst(words[i])
		}
	}
	return strings.Join(words, " "+c.phrases.Condition.Or+" ")
}

// noteUnchosen notes the options that printed steps and signs hang on and nobody
// chose.
func (c *composer) noteUnchosen(all chosen) {
	note := func(cond content.Condition) {
		for _, o := range c.procedure.Options {
			choices, asked := cond[o.ID]
			if asked && c.visit.Choice(o) == "" && c.ifWords(o, choices) != "" && !slices.Contains(c.notes.Unchosen, o.ID) {
				c.notes.Unchosen = append(c.notes.Unchosen, o.ID)
			}
		}
	}
	for _, s := range all.steps {
		note(s.OnlyIf)
	}
	for _, s := range all.signs {
		note(s.OnlyIf)
	}
}
