// Package handout makes the sheet that a patient takes home: what to do before
// a procedure and after it, with the dates of this visit, this clinic's phones
// and its own rules.
//
// [Compose] puts a procedure, its words in one language, the clinic and the
// visit together as a [sheet.Sheet], a tree of blocks, and says in [Notes] what
// staff should know before they print: steps that are late, blanks that nobody
// filled, options that nobody chose. [LayOut] makes pages of it, and of the sheets of
// other procedures that go out in the same job. [Messages] tells the same dated steps
// as text to paste into a portal, a [Teller] tells them to the window.
//
// A [Code] in the foot stands for the words and the options, nothing of the patient;
// [Lookup] finds them again.
//
// # Dates
//
// A step's time is a [content.Timing]. With a visit it becomes a date with its
// weekday, and a clock time where it counts hours; without one, words. These
// rules decide:
//
//   - Days are calendar days from the day of the visit: "2 days after" a visit
//     on Thursday is Saturday, whatever the hour.
//   - Hours before are counted from the start, or from the arrival where the
//     timing says so and it is known how early the patient comes.
//   - Hours after are counted from the end of the visit. Nobody knows that hour
//     ahead, and a promise such as "you may drive from 11 AM" must not come too
//     early. So the end is taken as the start and the longest stay that the
//     procedure names, rounded up to the next half hour of the clock.
//   - The clock is the one on the wall: see [civil].
//   - A step of the preparation whose day has passed while the visit is still
//     ahead stands under "Now" and begins "Call us: this was due …". One that is
//     fine when late stands there too, without those words.
//   - Aftercare keeps its dates, whenever it is printed.
//
// Steps stand in the order of their times; those whose time prints the same
// stand together.
//
// # What is on the page
//
// Essential steps and signs always are. The others follow, in the order of the
// file, while the part's budget of words lasts. Blanks without an answer are
// lines to write on. Where an option was not chosen, the steps that hang on it
// say so themselves: "If you get sedation: …". Codes, prices and staff's own
// steps never are. Nothing here stores or returns the patient's name but the
// sheet itself.
package handout

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/sheet"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/phrases"
)

// Input is everything that a handout is made of. The same input gives the same
// sheet.
type Input struct {
	Procedure *content.Procedure
	Words     *content.Words
	Blanks    content.Blanks
	Clinic    *clinic.Clinic // nil for none
	Visit     visit.Visit
	Today     civil.Date   // the day of printing
	Longer    bool         // print also what is over the budget of words
	Look      bool         // the pages are only looked at, not handed out
	More      []sheet.Part // pages of another kind that the patient takes too, after the handout's own
	// Earlier says that newer words of this clinic wait for approval, and that the
	// ones given are the last that were approved.
	Earlier bool
	// Old says that the words are no longer in use, and when they were: every page
	// tells it. The zero value is for words in use.
	Old Old
	// Staff are the words that staff read, in English, for pages that are theirs;
	// nil where there are none.
	Staff *content.Words
	// Also are whole sheets of other procedures that go out in the same job, for the
	// same visit; see [LayOut].
	Also []Input
}

// Old is a version that is no longer in use.
type Old struct {
	Version int
	Date    civil.Date // when it was approved or saved
}

// Notes are what staff should know before they print.
type Notes struct {
	State        clinic.State   // how far the words are reviewed here
	SignOff      clinic.SignOff // whose approval the words have; the zero value for none
	Earlier      bool           // newer words wait for approval
	Refused      bool           // this clinic does not hand out words that are so little reviewed
	Untranslated bool           // no qualified translator checked the words of this language
	Past         bool           // the visit's day has passed
	Closed       []civil.Date   // of the visit and of events, those on a weekend or a federal holiday
	NeedsSide    bool           // the side matters and was not chosen
	Late         []Late         // steps of the preparation that were due before today
	Moved        []string       // ids of steps that were due before today and are fine under "Now"
	Unanswered   []string       // ids of blanks that print as lines, in the order of print
	Unchosen     []string       // ids of options that steps or signs hang on and nobody chose
	LeftOut      []string       // ids of steps and signs for which the page had no room
	Missing      []string       // what the page has a line for: "clinic.name", "visit.date", …
	NameLost     []rune         // letters of the patient's name that cannot be printed: the page has a line for it
	Unprintable  []string       // lines of the clinic's language notice that were left out, for want of letters
}

// Late is a step that was due before the day of printing.
type Late struct {
	ID    string
	Title string // the step's words
	Due   civil.Date
}

// What [Notes.Missing] may name.
const (
	NoClinicName   = "clinic.name"
	NoDayPhone     = "clinic.phones.day"
	NoAnyHourPhone = "clinic.phones.any_hour"
	NoVisitDate    = "visit.date"
	NoVisitTime    = "visit.time"
	NoArrival      = "visit.arrive"
	NoPlace        = "visit.place"

	NoLanguageNotice = "clinic.language_notice" // a sample of ours stands there
)

// ErrNoParts says that no page was asked for, or that nothing stands on those that were.
var ErrNoParts = errors.New("none of its parts was chosen")

// MissingWords says that a language lacks words which the handout needs. Paths
// name them as in "steps.ice.text".
type MissingWords struct {
	Language string
	Paths    []string
}

func (m *MissingWords) Error() string {
	return fmt.Sprintf("the handout cannot be printed in %q: these words are missing: %s", m.Language, strings.Join(m.Paths, ", "))
}

// Compose makes the sheet of a visit. Words that the language lacks are a
// [*MissingWords] error: a sheet is never mixed. Words that this clinic does not
// hand out are a [*NotApproved] error, what was typed for the visit and does not
// print a [*visit.TextError].
func Compose(in Input) (sheet.Sheet, Notes, error) {
	c, err := newComposer(in)
	if err == nil {
		err = c.refusal(in)
	}
	if err != nil {
		return sheet.Sheet{}, Notes{}, err
	}
	if c.visit.Wants(visit.TwinExtra) && c.language != staffLanguage && in.Staff != nil {
		c.numbers = map[string]int{}
	}
	s := sheet.Sheet{
		Language:   c.language,
		Title:      content.Plain(c.words.Title),
		Paper:      sheet.Letter,
		Letterhead: c.letterhead(),
		Band:       c.band(),
		Foot:       sheet.Foot{Text: c.foot()},
		Printed:    c.today,
		Words:      sheet.Words{Page: c.phrases.Page.Number, Continued: c.phrases.Page.Continued, CheckBox: c.phrases.Page.CheckBox, Blank: c.phrases.Page.Blank},
	}
	if c.clinic.Facts.Paper == "a4" {
		s.Paper = sheet.A4
	}
	if c.visit.Large {
		s.Size = sheet.Large
	}
	for _, part := range c.parts {
		s.Parts = append(s.Parts, c.part(part))
	}
	s.Parts = append(s.Parts, in.More...)
	staff, err := c.staffParts(in)
	if err != nil {
		return sheet.Sheet{}, Notes{}, err
	}
	s.Parts = append(s.Parts, staff...)
	c.practise(&s)
	if len(c.missing) > 0 {
		return sheet.Sheet{}, Notes{}, c.missingWords()
	}
	return s, c.notes, nil
}

// part is one part of the handout, first what matters most.
func (c *composer) part(part content.Part) sheet.Part {
	words := c.words.Handout[part]
	p := sheet.Part{Name: string(part), Pages: pagesOf(c.procedure, part)}
	add := func(blocks ...sheet.Block) { p.Blocks = append(p.Blocks, blocks...) }

	add(sheet.Title{Text: c.text(words.Title)})
	if words.Lead != "" {
		add(sheet.Lead{Text: c.text(words.Lead)})
	}
	if part == content.Preparation {
		add(c.visitBox())
	}
	add(c.note(part)...)
	chosen := c.choose(part)
	if groups := c.groups(part, chosen.steps); len(groups) > 0 {
		if part == content.Preparation {
			add(sheet.Heading{Text: sheet.Plainly(c.phrases.Page.WhatToDo)})
		}
		add(sheet.Timeline{Groups: groups})
	}
	if part == content.Aftercare {
		add(c.diary()...)
	}
	add(c.cards(part, chosen.signs)...)
	if part == content.Aftercare {
		add(sheet.Heading{Text: sheet.Plainly(c.phrases.Page.OwnWords)},
			sheet.Lines{Label: sheet.Plainly(c.phrases.Page.ThreeThings), Count: ownWordsLines})
	}
	add(c.extras(part)...)
	return p
}

// ownWordsLines is how many lines there are for what the patient will do at home.
const ownWordsLines = 3

// pagesOf is how many pages a part may take at standard size.
func pagesOf(p *content.Procedure, part content.Part) int {
	if part == content.Preparation {
		return max(1, p.Pages.Preparation)
	}
	return max(1, p.Pages.Aftercare)
}

// A composer makes one sheet. It gathers on the way what staff should know and
// what words are missing.
type composer struct {
	procedure *content.Procedure
	words     *content.Words
	blanks    content.Blanks
	clinic    *clinic.Clinic
	visit     visit.Visit
	today     civil.Date
	longer    bool

	language string
	phrases  *phrases.Phrases
	parts    []content.Part
	calendar calendar
	code     string

	numbers  map[string]int // of the steps, by id, where the pages have a twin; else nil
	original *composer      // of the pages that these are a twin of; else nil

	way     string // what becomes of words that are so far reviewed: see clinic.Way
	old     Old
	notes   Notes
	missing []string
}

// newComposer takes what is given, and refuses what cannot be printed.
func newComposer(in Input) (*composer, error) {
	if in.Procedure == nil {
		return nil, fmt.Errorf("compose a handout: no procedure was chosen")
	}
	if in.Words == nil {
		return nil, &MissingWords{Language: in.Visit.Language, Paths: []string{in.Visit.Language + ".yaml"}}
	}
	c := &composer{
		procedure: in.Procedure, words: in.Words, blanks: in.Blanks, clinic: in.Clinic,
		visit: in.Visit.Clone(), today: in.Today, longer: in.Longer, language: in.Words.Language, old: in.Old,
		parts: printed(in),
	}
	c.visit.Procedure = in.Procedure.ID
	if c.clinic == nil {
		c.clinic = &clinic.Clinic{}
	}
	var err error
	if c.phrases, err = phrases.In(c.language); err != nil {
		return nil, fmt.Errorf("compose the handout of %s: %w", in.Procedure.ID, err)
	}
	if len(c.parts) == 0 {
		return nil, fmt.Errorf("compose the handout of %s: %w", in.Procedure.ID, ErrNoParts)
	}
	if c.missing = wordsMissing(in.Procedure, in.Words, c.parts); len(c.missing) > 0 {
		return nil, c.missingWords()
	}
	c.calendar = c.newCalendar()
	c.code = Code(in)
	c.review(in)
	c.noteClosed()
	return c, nil
}

// printed are the parts that will be printed, in their order.
func printed(in Input) []content.Part {
	return slices.DeleteFunc(slices.Clone(content.Parts), func(p content.Part) bool {
		return !in.Visit.Has(p) || !in.Procedure.HasPart(p)
	})
}

// review notes how far the words are checked and what of the visit is unsaid.
func (c *composer) review(in Input) {
	fingerprint := content.Fingerprint(c.procedure, c.words)
	state, signOff := c.clinic.SignOffs.State(c.procedure.ID, c.language, fingerprint, c.today)
	c.notes.State, c.notes.SignOff, c.notes.Earlier = state, signOff, in.Earlier
	if c.way = c.clinic.Way(state); in.Old != (Old{}) {
		c.way = clinic.PrintPlain // the page says that it is old
	}
	c.notes.Refused = c.way == clinic.Refuse
	c.notes.Untranslated = c.language != "en" && signOff.Translator == ""
	c.notes.Past = !c.visit.Date.IsZero() && c.visit.Date.Before(c.today)
	c.notes.NeedsSide = len(c.procedure.Sides) > 0 && !slices.Contains(c.procedure.Sides, c.visit.Side)
}

// noteClosed notes the appointments on days when clinics tend to be closed.
func (c *composer) noteClosed() {
	days := []civil.Date{c.visit.Date}
	for _, event := range c.procedure.Events {
		days = append(days, c.calendar.events[content.Anchor(event)])
	}
	for _, d := range days {
		if !d.IsZero() && !d.IsBusinessDay() && !slices.Contains(c.notes.Closed, d) {
			c.notes.Closed = append(c.notes.Closed, d)
		}
	}
}

// missingWords is the error that lists what the language lacks.
func (c *composer) missingWords() error {
	slices.Sort(c.missing)
	return &MissingWords{Language: c.language, Paths: slices.Compact(c.missing)}
}

// lacks notes something that the page has a line for instead.
func (c *composer) lacks(what string) {
	if !slices.Contains(c.notes.Missing, what) {
		c.notes.Missing = append(c.notes.Missing, what)
	}
}
