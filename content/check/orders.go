package check

import (
	"fmt"
	"strings"

	"deskleaf/content"
	"deskleaf/content/medicine"
)

// askInstead is what to write in place of an order, with its examples in the
// language of the text.
func askInstead(language string) string {
	if language == "es" {
		return `write "Pregúntele a quien se lo recetó si … y cuándo." or "No deje … por su cuenta. Llámenos y llame a quien se lo recetó."`
	}
	return `write "Ask the person who prescribed it whether … and when." or "Do not stop … on your own. Call us and the person who prescribed it."`
}

// isOrder is what is said of an order.
const isOrder = "%q with %q tells a patient what to do with a medicine; only the person who prescribed it decides that, so this must not print"

// orders finds the orders about medicines in a text.
func (fs *findings) orders(language, path, text string) {
	for _, o := range medicine.Orders(text) {
		fs.add(Refusal, path, o.Start, askInstead(language), isOrder, o.Words, o.Medicine)
	}
}

// A follower is a text that goes on with another, and may mean with "it" what that
// one names.
type follower struct {
	path         string
	before, text string
}

// followers are the texts of one language that go on with another: what more there
// is to a step, a line of a section below the first, the lead below a title.
func followers(w *content.Words) []follower {
	var all []follower
	add := func(path, before, text string) {
		if before != "" && text != "" {
			all = append(all, follower{path, before, text})
		}
	}
	for id, step := range w.Steps {
		add("steps."+id+".more", step.Text, step.More)
	}
	for part, h := range w.Handout {
		add("handout."+string(part)+".lead", h.Title, h.Lead)
	}
	for _, s := range w.Sections.All() {
		for i := 1; i < len(s.Lines); i++ {
			add(fmt.Sprintf("sections.%s[%d]", s.ID, i), s.Lines[i-1], s.Lines[i])
		}
	}
	if w.Diary != nil {
		add("diary.note", w.Diary.Title, w.Diary.Note)
	}
	return all
}

// followed finds an order about a medicine that only the text before names: "You take
// a blood thinner?", and below it "Stop 3 days before."
func (fs *findings) followed(language string, f follower) {
	if len(medicine.Orders(f.text)) > 0 || len(medicine.Mentions(f.before)) == 0 {
		return // told already, or nothing that it could be about
	}
	before := strings.TrimSpace(f.before)
	if !strings.HasSuffix(before, ".") && !strings.HasSuffix(before, "?") && !strings.HasSuffix(before, "!") {
		before += "."
	}
	before += " "
	for _, o := range medicine.Orders(before + f.text) {
		if o.Start >= len(before) && o.Plain {
			fs.add(Refusal, f.path, o.Start-len(before), askInstead(language), isOrder, o.Words, o.Medicine)
		}
	}
}

// answered finds an order that a question and its answer give together: "Should I
// stop aspirin?" "Yes, 5 days before."
func (fs *findings) answered(language string, i int, q content.Question) {
	path := fmt.Sprintf("questions[%d].answer", i)
	if len(medicine.Orders(q.Answer)) > 0 {
		return // told already
	}
	for _, o := range medicine.Orders(q.Ask + " " + q.Answer) {
		if o.Start > len(q.Ask) {
			fs.add(Refusal, path, o.Start-len(q.Ask)-1, askInstead(language), "%q answers with an order about a medicine (%q); only the person who prescribed it decides that, so this must not print", strings.TrimSpace(q.Answer), o.Medicine)
		}
	}
}
