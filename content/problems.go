package content

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A Problem is something in a procedure that does not fit together. Path names
// the value as in "steps[3].icon", for whoever has the file to find its place.
type Problem struct {
	Path    string
	What    string
	Said    Saying // What, to be said in another language too
	Hint    string // what to do, where that can be said; may be empty
	Missing bool   // words that are not written yet, as in an unfinished translation
}

// A World is what a procedure is held against: the blanks that exist and the
// icons that can be drawn.
type World struct {
	Blanks Blanks
	Icon   func(name string) bool
}

// A Saying is a sentence about a procedure, its English form and its values apart, so
// that it can be said in another language.
type Saying struct {
	Format string // as of package fmt
	Args   []any  // a Saying among them is a part of the sentence
}

// String is the sentence in English.
func (s Saying) String() string { return fmt.Sprintf(s.Format, s.Args...) }

// problems gathers what is found on the way.
type problems []Problem

func (ps *problems) add(path, what string, args ...any) {
	ps.hint(path, "", what, args...)
}

func (ps *problems) hint(path, hint, what string, args ...any) {
	said := Saying{what, args}
	*ps = append(*ps, Problem{Path: path, What: said.String(), Said: said, Hint: hint})
}

// missing notes words that are not there yet.
func (ps *problems) missing(path, what string, args ...any) {
	said := Saying{what, args}
	*ps = append(*ps, Problem{Path: path, What: said.String(), Said: said, Missing: true})
}

// Problems says what in the procedure does not fit together. It does not look at
// words; [Words.Problems] does.
func (p *Procedure) Problems(w World) []Problem {
	var ps problems
	if !isID(p.ID) {
		ps.add("id", "%q is not an id: lower-case letters, digits and hyphens, beginning with a letter", p.ID)
	}
	if !slices.Contains(Categories, p.Category) {
		ps.hint("category", "one of "+strings.Join(Categories, ", "), "there is no category %q", p.Category)
	}
	for i, s := range p.Sides {
		if s != Left && s != Right && s != Both {
			ps.add(at("sides", i), "a side is left, right or both, not %q", s)
		}
	}
	p.checkOptions(&ps)
	p.checkSteps(&ps, w)
	p.checkSigns(&ps)
	p.checkCodes(&ps)
	p.checkBills(&ps)
	if p.Preventive != NotPreventive && p.Preventive != ColorectalScreening && p.Preventive != OtherScreening {
		ps.hint("preventive", "colorectal or screening, or leave it out", "there is no kind of preventive care %q", p.Preventive)
	}
	p.checkCompany(&ps)
	p.checkSources(&ps)
	return ps
}

func at(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }

// ids complains about an id that is none or stands twice.
func (ps *problems) ids(list string, n int, id func(int) string) {
	seen := map[string]bool{}
	for i := range n {
		switch name := id(i); {
		case !isID(name):
			ps.add(at(list, i)+".id", "%q is not an id: lower-case letters, digits and hyphens, beginning with a letter", name)
		case seen[name]:
			ps.add(at(list, i)+".id", "the id %q stands twice", name)
		default:
			seen[name] = true
		}
	}
}

func (p *Procedure) checkOptions(ps *problems) {
	ps.ids("options", len(p.Options), func(i int) string { return p.Options[i].ID })
	for i, o := range p.Options {
		if len(o.Choices) < 2 {
			ps.add(at("options", i)+".choices", "an option needs two choices or more")
		}
		if o.Default != "" && !slices.Contains(o.Choices, o.Default) {
			ps.hint(at("options", i)+".default", "one of "+strings.Join(o.Choices, ", "), "%q is not one of the choices", o.Default)
		}
	}
}

// checkCondition complains about options and choices that do not exist.
func (p *Procedure) checkCondition(ps *problems, path string, c Condition) {
	for _, id := range slices.Sorted(maps.Keys(c)) {
		i := slices.IndexFunc(p.Options, func(o Option) bool { return o.ID == id })
		if i < 0 {
			ps.hint(path+"."+id, "list it under options", "there is no option %q", id)
			continue
		}
		for _, choice := range c[id] {
			if !slices.Contains(p.Options[i].Choices, choice) {
				ps.hint(path+"."+id, "one of "+strings.Join(p.Options[i].Choices, ", "), "the option %q has no choice %q", id, choice)
			}
		}
	}
}

func (p *Procedure) checkSteps(ps *problems, w World) {
	ps.ids("steps", len(p.Steps), func(i int) string { return p.Steps[i].ID })
	for i, s := range p.Steps {
		path := at("steps", i)
		if !slices.Contains(Parts, s.Part) {
			ps.hint(path+".part", "preparation or aftercare", "there is no part %q", s.Part)
		}
		if s.Audience != "" && s.Audience != Patient && s.Audience != Staff {
			ps.hint(path+".audience", "patient or staff", "there is no audience %q", s.Audience)
		}
		if s.Icon != "" && w.Icon != nil && !w.Icon(s.Icon) {
			ps.hint(path+".icon", "leave it out, or run `deskleaf check --icons` for their names", "there is no icon %q", s.Icon)
		}
		if s.When.Anchor.IsEvent() && !slices.Contains(p.Events, string(s.When.Anchor)) {
			ps.hint(path+".when", "list it under events, or use arrival, start or end", "there is no event %q", s.When.Anchor)
		}
		for _, id := range s.When.Blanks() {
			if b, ok := w.Blanks[id]; !ok {
				ps.add(path+".when", "there is no blank %q", id)
			} else if b.Type != DurationBlank {
				ps.add(path+".when", "the blank %q is not a length of time", id)
			}
		}
		p.checkCondition(ps, path+".only_if", s.OnlyIf)
		p.checkSourceIDs(ps, path+".sources", s.Sources)
	}
}

func (p *Procedure) checkSigns(ps *problems) {
	ps.ids("signs", len(p.Signs), func(i int) string { return p.Signs[i].ID })
	for i, s := range p.Signs {
		if !slices.Contains(Boxes, s.Box) {
			ps.hint(at("signs", i)+".box", "before, happens, expect, hours, call or emergency", "there is no box %q", s.Box)
		}
		p.checkCondition(ps, at("signs", i)+".only_if", s.OnlyIf)
		p.checkSourceIDs(ps, at("signs", i)+".sources", s.Sources)
	}
	ps.ids("ask_before", len(p.AskBefore), func(i int) string { return p.AskBefore[i].ID })
}

func (p *Procedure) checkCodes(ps *problems) {
	seen := map[string]bool{}
	for i, c := range p.Codes {
		path := at("codes", i)
		if !IsCode(c.Number) {
			ps.hint(path+".number", "five digits, or a letter and four digits, in quotes", "%q is not a code", c.Number)
		}
		if seen[c.Number] {
			ps.add(path+".number", "the code %s stands twice", c.Number)
		}
		seen[c.Number] = true
		if !slices.Contains(CodeStatuses, c.Status) {
			ps.hint(path+".status", "current, disputed, retired or unverified", "there is no status %q", c.Status)
		}
		if c.Status.NeedsInstead() && len(c.Instead) == 0 {
			ps.hint(path, "name the right codes under instead", "a code that is %s needs the codes to use instead", c.Status)
		}
		for _, s := range c.Setting {
			if !slices.Contains(Settings, s) {
				ps.hint(path+".setting", "office, asc or hospital", "there is no setting %q", s)
			}
		}
		p.checkSourceIDs(ps, path+".sources", c.Sources)
	}
	for i, m := range p.Modifiers {
		if !IsModifier(m.Number) {
			ps.hint(at("modifiers", i)+".number", "two digits or letters, in quotes", "%q is not a modifier", m.Number)
		}
		for _, number := range m.For {
			if c, ok := p.Code(number); !ok {
				ps.add(at("modifiers", i)+".for", "the code %s is not among the codes", number)
			} else if m.Number == "50" && (c.Bilateral == "0" || c.Bilateral == "2" || c.Bilateral == "9") {
				ps.add(at("modifiers", i)+".for", "modifier 50 does not go with %s: its bilateral indicator is %s", number, c.Bilateral)
			}
		}
	}
}

func (p *Procedure) checkBills(ps *problems) {
	for i, b := range p.Bills {
		path := at("bills", i)
		if !slices.Contains(Settings, b.Setting) {
			ps.hint(path+".setting", "office, asc or hospital", "there is no setting %q", b.Setting)
		}
		if !slices.Contains([]Biller{Doctor, Facility, Anesthesia, Laboratory}, b.Who) {
			ps.hint(path+".who", "doctor, facility, anesthesia or laboratory", "nobody called %q sends bills", b.Who)
		}
		for _, number := range b.Codes {
			if c, ok := p.Code(number); !ok {
				ps.add(path+".codes", "the code %s is not among the codes", number)
			} else if c.Status != CodeCurrent {
				ps.add(path+".codes", "the code %s is %s and must not stand on a bill", number, c.Status)
			}
		}
		p.checkCondition(ps, path+".only_if", b.OnlyIf)
	}
}

// checkCompany complains about what a procedure says of the sheets beside its own.
// Whether they exist is asked of the whole library.
func (p *Procedure) checkCompany(ps *problems) {
	for _, list := range []struct {
		key string
		ids []string
	}{{"print_also", p.PrintAlso}, {"not_with", p.NotWith}} {
		for i, id := range list.ids {
			switch {
			case id == p.ID:
				ps.add(at(list.key, i), "this is the procedure itself")
			case slices.Contains(list.ids[:i], id):
				ps.add(at(list.key, i), "the id %q stands twice", id)
			}
		}
	}
}

func (p *Procedure) checkSources(ps *problems) {
	ps.ids("sources", len(p.Sources), func(i int) string { return p.Sources[i].ID })
	if len(p.Sources) == 0 {
		ps.hint("", "add sources: with id and title", "no sources are named")
	}
	for i, s := range p.Sources {
		if s.Title == "" {
			ps.add(at("sources", i)+".title", "a source needs a title")
		}
	}
}

func (p *Procedure) checkSourceIDs(ps *problems, path string, ids []string) {
	for i, id := range ids {
		if !slices.ContainsFunc(p.Sources, func(s Source) bool { return s.ID == id }) {
			ps.add(at(path, i), "there is no source %q", id)
		}
	}
}
