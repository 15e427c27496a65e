package command

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"deskleaf/app/clinic"
	"deskleaf/app/handout"
	"deskleaf/app/history"
	"deskleaf/app/sheet"
	"deskleaf/app/store"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/library"
	"deskleaf/content/phrases"
)

// longestName is how many letters of standard input are taken as a name.
const longestName = 200

// request is what the handout command was asked for.
type request struct {
	visit    visit.Visit
	today    civil.Date
	paper    string
	clinic   string
	out      string
	wantName bool
	also     []string // procedures whose sheets go into the same file
}

// flags defines the options, which are written into r. Each says in words what it
// cannot read.
func (r *request) flags(set *flag.FlagSet) {
	set.StringVar(&r.out, "o", "", "")
	set.Func("also", "", func(s string) error { r.also = append(r.also, s); return nil })
	set.StringVar(&r.clinic, "clinic", "", "")
	set.BoolVar(&r.wantName, "name-stdin", false, "")
	set.StringVar(&r.visit.Language, "lang", "en", "")
	set.Func("parts", "", func(s string) (err error) { r.visit.Parts, err = readParts(s); return err })
	set.Func("visit", "", r.setWhen)
	set.Func("arrive", "", r.setArrive)
	set.Func("side", "", r.setSide)
	set.Func("option", "", r.setOption)
	set.Func("extra", "", r.setExtras)
	set.Func("size", "", func(s string) error { return r.setSize(s) })
	set.Func("paper", "", func(s string) error { r.paper = s; return oneOf(s, "letter", "a4") })
	set.Func("today", "", func(s string) (err error) { r.today, err = civil.ParseDate(s); return err })
}

func oneOf(s string, words ...string) error {
	for _, w := range words {
		if s == w {
			return nil
		}
	}
	return fmt.Errorf("%q is not one of %s", s, strings.Join(words, ", "))
}

// readParts reads parts with commas between them.
func readParts(s string) ([]content.Part, error) {
	var parts []content.Part
	for _, name := range strings.Split(s, ",") {
		if err := oneOf(name, string(content.Preparation), string(content.Aftercare)); err != nil {
			return nil, err
		}
		parts = append(parts, content.Part(name))
	}
	return parts, nil
}

func (r *request) setWhen(s string) error {
	if d, err := civil.ParseDate(s); err == nil {
		r.visit.SetWhen(d.At(0), false)
		return nil
	}
	m, err := civil.ParseMoment(s)
	r.visit.SetWhen(m, err == nil)
	return err
}

func (r *request) setArrive(s string) error {
	d, err := time.ParseDuration(s)
	if err != nil || d < 0 || d > 12*time.Hour || d%time.Minute != 0 {
		return fmt.Errorf("%q is not a time before the visit such as 30m or 1h", s)
	}
	r.visit.Arrive = visit.Minutes{N: int(d / time.Minute), Set: true}
	return nil
}

func (r *request) setSide(s string) error {
	r.visit.Side = content.Side(s)
	return oneOf(s, "left", "right", "both")
}

func (r *request) setOption(s string) error {
	name, value, ok := strings.Cut(s, "=")
	if !ok {
		return fmt.Errorf("%q is not NAME=VALUE", s)
	}
	r.visit.SetOption(name, value)
	return nil
}

// setExtras takes what is printed besides, by id, with commas between.
func (r *request) setExtras(s string) error {
	known := make([]string, len(visit.Extras))
	for i, e := range visit.Extras {
		known[i] = string(e)
	}
	for _, name := range strings.Split(s, ",") {
		if err := oneOf(name, known...); err != nil {
			return err
		}
		r.visit.SetExtra(visit.Extra(name), true)
	}
	return nil
}

func (r *request) setSize(s string) error {
	r.visit.Large = s == "large"
	return oneOf(s, "standard", "large")
}

func (p *Program) handout(args []string) error {
	r := request{today: p.Today}
	words, err := parse("handout", args, r.flags, 1, 1)
	if err != nil {
		return err
	}
	if r.out == "" {
		return misuse("handout needs to know where to write", "add -o handout.pdf, or -o - for standard output")
	}
	way, err := wayOut(r.out)
	if err != nil {
		return err
	}
	if err := p.readTexts(&r); err != nil {
		return err
	}
	pages, err := p.compose(words[0], r)
	if err != nil {
		return err
	}
	data, err := way(pages)
	if err != nil {
		return failure("the pages could not be drawn: "+err.Error(), "")
	}
	return p.write(r.out, data)
}

// readTexts takes from standard input what is about the patient: the name from
// the first line, where it was asked for, and the note from the rest.
func (p *Program) readTexts(r *request) error {
	wantNote := r.visit.Wants(visit.NoteExtra)
	if !r.wantName && !wantNote {
		return nil
	}
	data, err := io.ReadAll(io.LimitReader(p.In, 4*(longestName+visit.LongestNote)+1))
	if err != nil {
		return failure("standard input could not be read: "+err.Error(), "")
	}
	text := string(data)
	if r.wantName {
		line, rest, _ := strings.Cut(text, "\n")
		r.visit.Name, text = strings.TrimSpace(line), rest
		if len([]rune(r.visit.Name)) > longestName {
			return misuse(fmt.Sprintf("a name may have %d letters at most", longestName), "print with a line for the name instead: leave --name-stdin out")
		}
	}
	if wantNote {
		r.visit.Note = strings.TrimSpace(text)
	}
	return nil
}

// compose finds the procedure and lays its handout out.
func (p *Program) compose(name string, r request) (*sheet.Pages, error) {
	lib, err := p.library(r.clinic)
	if err != nil {
		return nil, err
	}
	book, err := p.find(lib, name)
	if err != nil {
		return nil, err
	}
	c := p.clinic(r.clinic)
	in, ok := history.ApprovedOf(store.OS{}, c, book.Procedure.ID).Prints(c, book, r.visit.Language, r.today)
	if !ok {
		_, err := wordsIn(book, r.visit.Language)
		return nil, err
	}
	if err := checkChoices(book, r.visit); err != nil {
		return nil, err
	}
	if r.paper != "" {
		c.Facts.Paper = r.paper
	}
	r.visit.Procedure = book.Procedure.ID
	in.Blanks, in.Clinic, in.Visit, in.Today = lib.Blanks(), c, r.visit, r.today
	if in.Also, err = p.alongside(lib, in, r.also); err != nil {
		return nil, err
	}
	pages, laid, err := handout.LayOut(in)
	if refused, is := errors.AsType[*handout.NotApproved](err); is {
		return nil, failure(err.Error(), refused.Hint())
	}
	if err != nil {
		return nil, failure(err.Error(), "")
	}
	for _, l := range laid {
		p.warnOf(l.Notes)
	}
	for _, c := range pages.Complaints {
		p.warn(c.String(), "")
	}
	if pages.LogoTrouble != nil {
		p.warn("the logo was left out: "+pages.LogoTrouble.Error(), "")
	}
	return pages, nil
}

// alongside are the inputs of other procedures' sheets for the same visit. Sides,
// options and extras that were given are the first one's alone.
func (p *Program) alongside(lib *library.Library, first handout.Input, names []string) ([]handout.Input, error) {
	var all []handout.Input
	for _, name := range names {
		book, err := p.find(lib, name)
		if err != nil {
			return nil, err
		}
		if book.Procedure.Apart(first.Procedure) {
			return nil, failure(fmt.Sprintf("the sheets for %s and %s contradict each other", first.Procedure.ID, book.Procedure.ID), "a visit with both needs one plan in writing from the doctor")
		}
		in, ok := history.ApprovedOf(store.OS{}, first.Clinic, book.Procedure.ID).Prints(first.Clinic, book, first.Visit.Language, first.Today)
		if !ok {
			_, err := wordsIn(book, first.Visit.Language)
			return nil, err
		}
		in.Blanks, in.Clinic, in.Today, in.Visit = first.Blanks, first.Clinic, first.Today, first.Visit.Along(&book.Procedure)
		all = append(all, in)
	}
	return all, nil
}

// warnOf says on standard error what the window would warn of before printing.
func (p *Program) warnOf(n handout.Notes) {
	if n.Earlier {
		p.warn(fmt.Sprintf("newer words wait for approval; these were approved by %s on %v", n.SignOff.Who, n.SignOff.Date), "")
	}
	if n.State == clinic.Expired {
		p.warn(fmt.Sprintf("the review of these words was due on %v", n.SignOff.Next), "review them in the window and approve them again")
	}
	for _, late := range n.Late {
		p.warn(fmt.Sprintf("a step of the preparation was due %v: %s", late.Due, late.Title), "the page asks the patient to call")
	}
	if n.Past {
		p.warn("this visit is in the past", "")
	}
	if english, err := phrases.In("en"); err == nil {
		for _, d := range n.Closed {
			p.warn(fmt.Sprintf("%v is %s", d, english.ClosedDay(d)), "check that the clinic is open that day")
		}
	}
	if n.NeedsSide {
		p.warn("no side was given", "add --side left, right or both; the page has a line for it")
	}
	if slices.Contains(n.Missing, handout.NoLanguageNotice) {
		p.warn("the clinic has no language notice of its own, so the page has a sample", "write yours into the window's Settings, or as language_notice into clinic.yaml")
	}
	if len(n.NameLost) > 0 {
		p.warn(fmt.Sprintf("the name has letters that cannot be printed: %s", spaced(n.NameLost)), "the page has a line for the name: write it by hand")
	}
	for _, line := range n.Unprintable {
		p.warn(fmt.Sprintf("a line of the language notice has letters that cannot be printed and was left out: %s", line), "give it on paper of its own")
	}
	for _, id := range n.Unchosen {
		p.warn(fmt.Sprintf("nothing was chosen for %q; the page says when each step holds", id), fmt.Sprintf("add --option %s=…", id))
	}
}

// spaced are letters with a space between them.
func spaced(letters []rune) string {
	return strings.Join(strings.Split(string(letters), ""), " ")
}
