// Package phrases holds the fixed words of sheets, one file a language: what a
// handout says that no procedure says, such as "Be here by", "the day before",
// and how a date is written.
//
// [In] gives the words of a language. Every phrase is a field that must be
// there, so that a language with a missing phrase is no language: a sheet is
// never mixed. Dates, clock times and amounts are written by methods, because
// languages differ in more than words: "Thu, Dec 10" is "jueves, 10 de
// diciembre", "1 day" and "2 days" have their forms.
//
// A phrase may hold places such as {date}. [Fill] puts strings there; the
// handout, which needs strong words and lines to write on, fills them itself.
//
// The words of a language are reviewed apart from those of procedures: [Checked]
// says by whom. What ships in Spanish was checked by nobody.
package phrases

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/file"
)

// Phrases are the fixed words of sheets in one language.
type Phrases struct {
	Format    int               `yaml:"format,need"`
	Language  string            `yaml:"language,need"`  // BCP 47: "en", "es"
	Names     map[string]string `yaml:"names,need"`     // of languages, by tag, in this language
	Plural    string            `yaml:"plural,need"`    // the rule by which a number chooses a form: see plurals
	Expansion int               `yaml:"expansion,need"` // how many words this language needs to say 100 English ones
	Checked   Checked           `yaml:"checked,omitempty"`

	Dates     Dates     `yaml:"dates,need"`
	Clocks    Clocks    `yaml:"clock,need"`
	Units     Units     `yaml:"units,need"`
	Visit     Visit     `yaml:"visit,need"`
	Sides     Sides     `yaml:"sides,need"`
	When      When      `yaml:"when,need"`
	Closed    Closed    `yaml:"closed,need"`
	Boxes     Boxes     `yaml:"boxes,need"`
	Page      Page      `yaml:"page,need"`
	Message   Message   `yaml:"message,need"`
	Extras    Extras    `yaml:"extras,need"`
	Staff     Staff     `yaml:"staff,need"`
	Condition Condition `yaml:"condition,need"`
	Cost      Cost      `yaml:"cost,need"`
	CostSheet CostSheet `yaml:"cost_sheet,need"`
	GoodFaith GoodFaith `yaml:"good_faith,need"`
}

// Checked says which qualified translator checked the fixed words, and when. It
// is empty where nobody did.
type Checked struct {
	By   string     `yaml:"by,omitempty"`
	Date civil.Date `yaml:"date,omitempty"`
}

// Dates are the names of days and months and the ways to write a date. The
// formats may use {weekday}, {short-weekday}, {month}, {short-month}, {day} and
// {year}.
type Dates struct {
	Weekdays      []string `yaml:"weekdays,need"` // from Sunday
	ShortWeekdays []string `yaml:"short_weekdays,need"`
	Months        []string `yaml:"months,need"` // from January
	ShortMonths   []string `yaml:"short_months,need"`

	Full     string `yaml:"full,need"`      // of the visit: always with its year
	Day      string `yaml:"day,need"`       // of a step, in the year of the visit
	DayYear  string `yaml:"day_year,need"`  // of a step in another year
	Ends     string `yaml:"ends,need"`      // of the ends of a span
	EndsYear string `yaml:"ends_year,need"` // of an end in another year than the visit's
	Printed  string `yaml:"printed,need"`   // in the foot: no weekday
	Moment   string `yaml:"moment,need"`    // {date} and {clock}
	Span     string `yaml:"span,need"`      // {from} and {to}
}

// Clocks are the ways to write a clock time. Noon and midnight have words,
// because many people take 12:00 AM for the one or the other.
type Clocks struct {
	Text     string `yaml:"text,need"` // {hour}, {minute} and {half}, on a clock of twelve hours
	AM       string `yaml:"am,need"`
	PM       string `yaml:"pm,need"`
	Noon     string `yaml:"noon,need"`
	Midnight string `yaml:"midnight,need"`
}

// Units are the forms of each unit of time, with {n}.
type Units struct {
	Minute Forms  `yaml:"minute,need"`
	Hour   Forms  `yaml:"hour,need"`
	Day    Forms  `yaml:"day,need"`
	Week   Forms  `yaml:"week,need"`
	Month  Forms  `yaml:"month,need"`
	Range  string `yaml:"range,need"` // {low} and {high}, which stands in for a number: "2 to 10"
}

// Forms are a phrase by the number it is about: "one" and "other" in English.
type Forms map[string]string

// Visit are the words of the box with the visit.
type Visit struct {
	YourVisit string `yaml:"your_visit,need"`
	Name      string `yaml:"name,need"` // {name}: whose sheet this is
	BeHere    string `yaml:"be_here,need"`
	Starts    string `yaml:"starts,need"` // {noun} and {clock}
	YourTime  string `yaml:"your_time,need"`
	Where     string `yaml:"where,need"`
	With      string `yaml:"with,need"` // {doctor}
	Stay      string `yaml:"stay,need"` // {amount}
}

// Sides are the words for a side of the body: after the label Side in the box,
// and in a line of its own.
type Sides struct {
	Side      string `yaml:"side,need"`
	Left      string `yaml:"left,need"`
	Right     string `yaml:"right,need"`
	Both      string `yaml:"both,need"`
	LeftLine  string `yaml:"left_line,need"`
	RightLine string `yaml:"right_line,need"`
	BothLine  string `yaml:"both_line,need"`
}

// When are the words for a time. Those that end in "note" stand under a date;
// those with {amount} stand there too, and alone where there is no date.
type When struct {
	Now       string `yaml:"now,need"`
	NowNote   string `yaml:"now_note,need"`
	VisitDay  string `yaml:"visit_day,need"`
	LeaveNote string `yaml:"leave_note,need"`
	Rest      string `yaml:"rest,need"`
	RestNote  string `yaml:"rest_note,need"`

	Arrival string `yaml:"arrival,need"`
	Start   string `yaml:"start,need"`
	End     string `yaml:"end,need"`

	DayBefore     string `yaml:"day_before,need"`
	DayAfter      string `yaml:"day_after,need"`
	Before        string `yaml:"before,need"` // {amount}
	BeforeArrival string `yaml:"before_arrival,need"`
	BeforeEnd     string `yaml:"before_end,need"`
	BeforeEvent   string `yaml:"before_event,need"` // {amount} and {event}
	After         string `yaml:"after,need"`        // {amount}
	AfterArrival  string `yaml:"after_arrival,need"`
	AfterStart    string `yaml:"after_start,need"`
	AfterEvent    string `yaml:"after_event,need"` // {amount} and {event}

	Until         string `yaml:"until,need"` // {time}: a day, or a day and a clock time
	UntilMidnight string `yaml:"until_midnight,need"`
	UntilBlank    string `yaml:"until_blank,need"` // above a line to write on
	For           string `yaml:"for,need"`         // {time}: a phrase of After
	Midnight      string `yaml:"midnight,need"`    // {date}: that begins with it

	Late string `yaml:"late,need"` // {date}
}

// Closed are the words for days on which clinics tend to be closed.
type Closed struct {
	Weekend  string            `yaml:"weekend,need"`
	Observed string            `yaml:"observed,need"` // {holiday}, on a day that is not its own
	Starts   string            `yaml:"starts,need"`   // {day}: the first of a span
	Ends     string            `yaml:"ends,need"`     // {day}: the last of one
	Both     string            `yaml:"both,need"`     // {day}: the first and the last of one
	Holidays map[string]string `yaml:"holidays,need"` // by [civil.Holiday]
}

// Boxes are the titles of the cards, and the note under one of them.
type Boxes struct {
	Before    string `yaml:"before,need"`
	Happens   string `yaml:"happens,need"`
	Expect    string `yaml:"expect,need"`
	Hours     string `yaml:"hours,need"`
	Call      string `yaml:"call,need"`
	CallNote  string `yaml:"call_note,need"`
	Emergency string `yaml:"emergency,need"`
}

// Page are the words of the page itself: bands, headings, letterhead, foot.
type Page struct {
	WhatToDo    string `yaml:"what_to_do,need"`
	OwnWords    string `yaml:"own_words,need"`
	ThreeThings string `yaml:"three_things,need"`
	Draft       string `yaml:"draft,need"`

	// On pages that were made to learn with: at the top, and before a title.
	Practice      string `yaml:"practice,need"`
	PracticeTitle string `yaml:"practice_title,need"`
	Untranslated  string `yaml:"untranslated,need"`
	Expired       string `yaml:"expired,need"` // {date}: the day by which the clinic wanted to review the words again
	Old           string `yaml:"old,need"`     // of words no longer in use: {version}, {date}
	Clinic        string `yaml:"clinic,need"`  // where no name of the clinic is known
	DayPhone      string `yaml:"day_phone,need"`
	AnyHourPhone  string `yaml:"any_hour_phone,need"`
	Foot          string `yaml:"foot,need"` // {short}, {language}, {version}, {date}, {code}
	Number        string `yaml:"number,need"`
	Continued     string `yaml:"continued,need"`
	CheckBox      string `yaml:"check_box,need"`
	Blank         string `yaml:"blank,need"` // what a screen reader says for a line to write on
}

// Message are words that only the message has, the text to paste into a portal.
type Message struct {
	Visit   string `yaml:"visit,need"`    // {short} and {date}
	NoVisit string `yaml:"no_visit,need"` // {short}
	Phone   string `yaml:"phone,need"`    // {label} and {number}
}

// Condition are words that join the conditions of a step whose option nobody
// chose.
type Condition struct {
	Or string `yaml:"or,need"`
}

//go:embed *.yaml
var files embed.FS

// Languages are the tags of all languages that have phrases, English first.
func Languages() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(fmt.Sprintf("list the phrases built into the program: %v", err))
	}
	tags := []string{"en"}
	for _, e := range entries {
		if tag := strings.TrimSuffix(e.Name(), ".yaml"); tag != "en" {
			tags = append(tags, tag)
		}
	}
	return tags
}

// read keeps what was read, by language.
var read sync.Map

// result is what reading a language gave.
type result struct {
	phrases *Phrases
	err     error
}

// In gives the words of a language, read once. They are shared: do not change
// them. A language that has none, or not all, is an error.
func In(language string) (*Phrases, error) {
	if r, ok := read.Load(language); ok {
		return r.(result).phrases, r.(result).err
	}
	if language == PseudoLanguage {
		return pseudo()
	}
	if !slices.Contains(Languages(), language) {
		return nil, fmt.Errorf("there are no phrases for the language %q; there are: %s", language, strings.Join(Languages(), ", "))
	}
	var r result
	data, err := files.ReadFile(language + ".yaml")
	if err == nil {
		r.phrases, err = Read(language+".yaml", data)
	}
	if err != nil {
		r = result{err: fmt.Errorf("read the phrases for %q: %w", language, err)}
	}
	read.Store(language, r)
	return r.phrases, r.err
}

// Read reads the phrases of one file. Everything that is missing is an error at
// once, as [file.Complaints].
func Read(name string, data []byte) (*Phrases, error) {
	var p Phrases
	_, complaints := file.Read(name, data, &p)
	if err := complaints.Err(); err != nil {
		return nil, err
	}
	return &p, p.check()
}

// check holds lists to their lengths and forms to the language's plural.
func (p *Phrases) check() error {
	for _, list := range []struct {
		name string
		has  []string
		need int
	}{
		{"weekdays", p.Dates.Weekdays, 7}, {"short_weekdays", p.Dates.ShortWeekdays, 7},
		{"months", p.Dates.Months, 12}, {"short_months", p.Dates.ShortMonths, 12},
	} {
		if len(list.has) != list.need {
			return fmt.Errorf("dates.%s has %d names, not %d", list.name, len(list.has), list.need)
		}
	}
	rule, ok := plurals[p.Plural]
	if !ok {
		return fmt.Errorf("there is no plural rule %q", p.Plural)
	}
	for _, unit := range content.Units {
		for _, form := range rule.forms {
			if !strings.Contains(p.Units.of(unit)[form], "{n}") {
				return fmt.Errorf("units.%s has no form %q with {n} in it", unit, form)
			}
		}
	}
	for _, h := range civil.Holidays {
		if p.Closed.Holidays[string(h)] == "" {
			return fmt.Errorf("closed.holidays has no name for %s", h)
		}
	}
	if p.Expansion < 50 || p.Expansion > 300 {
		return fmt.Errorf("expansion is %d, and must be between 50 and 300", p.Expansion)
	}
	return nil
}

// Name is what a language is called in these words; its tag where that is not
// known.
func (p *Phrases) Name(language string) string {
	if name := p.Names[language]; name != "" {
		return name
	}
	return language
}

// Side is the word for a side after its label; "" for no side.
func (p *Phrases) Side(s content.Side) string {
	return map[content.Side]string{content.Left: p.Sides.Left, content.Right: p.Sides.Right, content.Both: p.Sides.Both}[s]
}

// SideLine is a side in a line with other facts: "RIGHT side"; "" for no side.
func (p *Phrases) SideLine(s content.Side) string {
	return map[content.Side]string{content.Left: p.Sides.LeftLine, content.Right: p.Sides.RightLine, content.Both: p.Sides.BothLine}[s]
}

// Box is the title of a card.
func (p *Phrases) Box(b content.Box) string {
	return map[content.Box]string{
		content.BoxBefore: p.Boxes.Before, content.BoxHappens: p.Boxes.Happens, content.BoxExpect: p.Boxes.Expect,
		content.BoxHours: p.Boxes.Hours, content.BoxCall: p.Boxes.Call, content.BoxEmergency: p.Boxes.Emergency,
	}[b]
}

// Fill puts values into the places of a phrase: Fill("by {date}", "date", day).
// Arguments are pairs of a name and its value.
func Fill(phrase string, pairs ...string) string {
	marks := make([]string, len(pairs))
	for i, s := range pairs {
		marks[i] = s
		if i%2 == 0 {
			marks[i] = "{" + s + "}"
		}
	}
	return strings.NewReplacer(marks...).Replace(phrase)
}
