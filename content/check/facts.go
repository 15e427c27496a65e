package check

import (
	"fmt"
	"slices"
	"strings"

	"deskleaf/content"
)

// Facts finds what in a procedure contradicts itself or leaves a patient alone,
// beyond what content.Procedure.Problems holds it to. base are its words in the
// language that others are translated from; nil where there are none.
func Facts(p *content.Procedure, base *content.Words) []Finding {
	var fs findings
	fs.trouble(p)
	for i, c := range p.Codes {
		fs.code(fmt.Sprintf("codes[%d]", i), p, c, base)
	}
	fs.bills(p)
	fs.price(p)
	fs.sources(p)
	if m := p.Minutes; !m.Building.IsZero() && m.Procedure.High > m.Building.High {
		fs.add(Mistake, "minutes.building", 0, "", "the whole stay of %s minutes is shorter than the procedure's %s", m.Building, m.Procedure)
	}
	if p.Ride == content.RideOption && len(p.Options) == 0 {
		fs.add(Mistake, "ride", 0, "list the option, or write yes or no", "an option decides about the ride, and there is none")
	}
	return fs.sorted()
}

// troubleBoxes are the boxes that every aftercare page needs, with what they are
// called.
var troubleBoxes = []struct {
	box  content.Box
	what string
}{{content.BoxCall, `"call us now, any hour"`}, {content.BoxEmergency, `"call 911"`}}

// trouble finds aftercare that does not say when to call, and signs of danger that
// could be cut or hidden.
func (fs *findings) trouble(p *content.Procedure) {
	if !p.HasPart(content.Aftercare) {
		return
	}
	for _, b := range troubleBoxes {
		always := false
		for i, s := range p.Signs {
			if s.Box != b.box {
				continue
			}
			always = always || len(s.OnlyIf) == 0
			if !s.Essential {
				fs.add(Mistake, fmt.Sprintf("signs[%d]", i), 0, "write essential: true", "%q stands in the box %s and could be left out where room is short", s.ID, b.what)
			}
		}
		if !always {
			fs.add(Mistake, "signs", 0, "a sign with box: "+string(b.box)+" and no only_if", "there is aftercare, and the box %s has nothing that always stands there", b.what)
		}
	}
}

// Indicators of the Medicare physician fee schedule, as CMS's record layout
// (PPRRVU) lists them; and the shape of the numbers of each system.
var (
	globals    = []string{"", "000", "010", "090", "XXX", "YYY", "ZZZ", "MMM"}
	bilaterals = []string{"", "0", "1", "2", "3", "9"}
	multiples  = []string{"", "0", "1", "2", "3", "4", "5", "6", "7", "9"}
)

// injections are words of a title that say that nothing is cut.
var injections = set(`injection injections shot shots block blocks inyeccion inyecciones infiltracion bloqueo`)

// code finds what one code says against itself, or against what the procedure is.
func (fs *findings) code(path string, p *content.Procedure, c content.Code, base *content.Words) {
	one := func(key, value string, of []string, what string) {
		if !slices.Contains(of, value) {
			fs.add(Mistake, path+"."+key, 0, "one of "+strings.Join(of[1:], ", "), "there is no %s %q", what, value)
		}
	}
	one("global", c.Global, globals, "global period")
	one("bilateral", c.Bilateral, bilaterals, "bilateral indicator")
	one("multiple", c.Multiple, multiples, "multiple-procedure indicator")
	if letter := c.Number != "" && c.Number[0] >= 'A' && c.Number[0] <= 'Z'; content.IsCode(c.Number) && letter != (c.System == "HCPCS") {
		fs.add(Mistake, path+".system", 0, "CPT numbers begin with a digit, HCPCS numbers with a letter", "%s is no number of %s", c.Number, c.System)
	}
	if c.Primary && c.Status != content.CodeCurrent {
		fs.add(Mistake, path+".primary", 0, "take primary out", "%s is %s and cannot be what this procedure is", c.Number, c.Status)
	}
	for i, right := range c.Instead {
		if other, ok := p.Code(right); !ok || other.Status != content.CodeCurrent {
			fs.add(Mistake, fmt.Sprintf("%s.instead[%d]", path, i), 0, "list it under codes with status: current", "%s stands here instead of %s, and is no current code of this procedure", right, c.Number)
		}
	}
	if c.Status == content.CodeCurrent && c.Global == "090" && base != nil && isInjection(base) {
		fs.add(Mistake, path+".global", 0, "is it the right code? Mark a doubtful one status: disputed", "%s has a global period of 90 days, which means an operation, and this is an injection", c.Number)
	}
	switch {
	case c.Status == content.CodeUnverified:
		fs.add(Advice, path, 0, "look it up, then write status: current", "%s came with a document, and nobody has looked it up", c.Number)
	case c.Status == content.CodeCurrent && c.Checked.IsZero():
		fs.add(Advice, path, 0, "add checked: and check_again:", "nothing says when %s was checked", c.Number)
	case !c.CheckAgain.IsZero() && !c.Checked.Before(c.CheckAgain):
		fs.add(Mistake, path+".check_again", 0, "a day after checked:", "%s is to be checked again before it was checked", c.Number)
	}
}

// isInjection reports whether a title says that the procedure is an injection.
func isInjection(w *content.Words) bool {
	for _, sentence := range lineOf(w.Title + ". " + w.Noun) {
		if anyOf(sentence, injections) {
			return true
		}
	}
	return false
}

// bills finds bills that nobody would send: from a facility in an office, none
// from the facility elsewhere, with a code that is not for that place.
func (fs *findings) bills(p *content.Procedure) {
	facility, any := map[content.Setting]bool{}, map[content.Setting]int{}
	for i, b := range p.Bills {
		path := fmt.Sprintf("bills[%d]", i)
		if _, known := any[b.Setting]; !known {
			any[b.Setting] = i
		}
		facility[b.Setting] = facility[b.Setting] || b.Who == content.Facility
		if b.Setting == content.Office && b.Who == content.Facility {
			fs.add(Mistake, path+".who", 0, "in an office, the doctor's bill holds both", "an office sends no bill of a facility")
		}
		for k, number := range b.Codes {
			if c, ok := p.Code(number); ok && len(c.Setting) > 0 && !slices.Contains(c.Setting, b.Setting) {
				fs.add(Mistake, fmt.Sprintf("%s.codes[%d]", path, k), 0, "another code, or another setting of the code", "%s is not billed in this place (%s)", number, b.Setting)
			}
		}
	}
	for _, setting := range content.Settings {
		if i, ok := any[setting]; ok && setting != content.Office && !facility[setting] {
			fs.add(Mistake, fmt.Sprintf("bills[%d]", i), 0, "add who: facility", "a patient in this place (%s) gets a bill of the facility too, and none is listed", setting)
		}
	}
}

// price finds figures without their source or date, and distributions that are
// none.
func (fs *findings) price(p *content.Procedure) {
	if pr := p.Price; (len(pr.Posted) > 0 || !pr.Reference.IsZero()) && (pr.Source == "" || pr.Date.IsZero()) {
		fs.add(Mistake, "price", 0, "add source: and date:", "a price needs to say where it comes from and of what day it is")
	}
	for i, row := range p.Price.Posted {
		path := fmt.Sprintf("price.posted[%d]", i)
		if !slices.IsSorted([]int{row.P10, row.P25, row.Median, row.P75, row.P90}) || row.P10 <= 0 || row.Hospitals <= 0 {
			fs.add(Mistake, path, 0, "", "p10, p25, median, p75 and p90 of %s do not rise, or something is missing", row.Code)
		}
		if c, ok := p.Code(row.Code); !ok || c.Status != content.CodeCurrent {
			fs.add(Mistake, path+".code", 0, "", "%s is no current code of this procedure", row.Code)
		}
	}
}

// sources finds what patients and staff are told without saying where it comes
// from. Sections name no sources, so one that nothing refers to is no fault.
func (fs *findings) sources(p *content.Procedure) {
	first, missing := "", 0
	note := func(ids []string, list string, i int) {
		if len(ids) > 0 {
			return
		}
		if missing++; missing == 1 {
			first = fmt.Sprintf("%s[%d]", list, i)
		}
	}
	for i, s := range p.Steps {
		note(s.Sources, "steps", i)
	}
	for i, s := range p.Signs {
		note(s.Sources, "signs", i)
	}
	for i, a := range p.AskBefore {
		note(a.Sources, "ask_before", i)
	}
	for i, c := range p.Codes {
		note(c.Sources, "codes", i)
	}
	for i, m := range p.Modifiers {
		note(m.Sources, "modifiers", i)
	}
	if missing > 0 {
		fs.add(Advice, first, 0, "add sources: with ids of the sources below", "no source is named: %d of the steps, signs, questions, codes and modifiers from here on have none", missing)
	}
}
