package day

import (
	"fmt"
	"slices"
	"sync"
	"unicode/utf8"

	"deskleaf/app/clinic"
	"deskleaf/app/handout"
	"deskleaf/app/history"
	"deskleaf/app/sheet"
	"deskleaf/app/store"
	"deskleaf/app/table"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/file"
	"deskleaf/content/find"
	"deskleaf/content/library"
)

// A Library gives procedures. [library.Library] is one.
type Library interface {
	Entries() []find.Entry
	Book(id string) (*library.Book, file.Complaints, error)
	ByCode(number string) []library.CodeMatch
	Blanks() content.Blanks
}

// A Setting is what lines are held against.
type Setting struct {
	Library  Library
	Clinic   *clinic.Clinic
	Today    civil.Date
	Day      civil.Date          // of lines that name none; zero for none
	DayFirst bool                // 5/12 is the 5th of December
	Places   int                 // how many places the schedule names
	Mixed    bool                // the schedule has days such as 25/12, and nobody said which stands first
	Language string              // of handouts that name none
	Spoken   string              // the language in which staff read procedures' names; "" for English
	Large    bool                // the same of their size
	Parts    []content.Part      // to print whatever the day; none for those that are due
	Extras   map[string][]string // ids of the extras that a procedure's handouts have, by its id
}

// A Reader reads the lines of a schedule. It may be used from several goroutines.
type Reader struct {
	Setting
	index *find.Index
	names map[string][]string // ids of procedures by a name, folded
	short map[string]string   // what lists call them, by id

	mu       sync.Mutex
	printing map[string]printing // by procedure and language
}

// printing is what prints, or that nothing does.
type printing struct {
	in      handout.Input
	ok      bool
	refused bool // the clinic does not hand out words that are so far reviewed
}

// NewReader makes a reader.
func NewReader(s Setting) *Reader {
	entries := s.Library.Entries()
	r := &Reader{Setting: s, index: find.New(entries), names: map[string][]string{}, short: map[string]string{}, printing: map[string]printing{}}
	for _, e := range entries {
		r.short[e.ID] = e.In(s.Spoken).Short
		names := slices.Concat([]string{e.ID, e.Title, e.Short}, e.Names, e.Misspelled)
		for _, called := range e.Called {
			names = append(names, called.Title, called.Short)
		}
		for _, name := range names {
			if key := table.Fold(name); key != "" && !slices.Contains(r.names[key], e.ID) {
				r.names[key] = append(r.names[key], e.ID)
			}
		}
	}
	return r
}

// Propose are the procedures that an unknown text may mean, the likeliest first.
func (r *Reader) Propose(text string) []string {
	words, _ := withoutSide(table.Fold(text))
	found := r.index.Search(words, find.MaxNearest)
	var ids []string
	for _, m := range append(found.Matches, found.Nearest...) {
		ids = append(ids, m.Entry.ID)
	}
	return ids
}

// Title is what lists call a procedure.
func (r *Reader) Title(id string) string { return r.short[id] }

// Taught reports whether the clinic has taught what an appointment type means.
func (r *Reader) Taught(text string) bool {
	folded := table.Fold(text)
	words, _ := withoutSide(folded)
	_, whole := r.Clinic.Schedules.Type(folded)
	_, part := r.Clinic.Schedules.Type(words)
	return whole || part
}

// longestName is how many letters a patient's name may have.
const longestName = 200

// Read says what a line means.
func (r *Reader) Read(l Line) Entry {
	e := Entry{Line: l}
	if status := l.Said(Status); isCalledOff(status) {
		return e.passed(CalledOff, Status, status, "")
	}
	said := r.typeOf(l.Said(Type))
	if said.noSheet {
		return e.passed(NoSheet, Type, l.Said(Type), "")
	}
	e.add(said.trouble)
	e.note(said.note)
	v := &e.Visit
	v.Procedure, e.Title, v.Name = said.id, r.short[said.id], l.Said(Name)
	r.when(&e)
	r.doctor(&e)
	r.place(&e)
	r.size(&e)
	r.language(&e)
	if utf8.RuneCountInString(v.Name) > longestName {
		e.add(Trouble{Field: Name, Reason: LongName})
	}
	if lost := sheet.Lost(v.Name); len(lost) > 0 {
		e.note(&Trouble{Field: Name, Reason: NameLost, Said: string(lost)})
	}
	if said.id != "" {
		r.ofProcedure(&e, said)
	}
	if len(e.Troubles) > 0 {
		e.State = Blocked
	}
	return e
}

// ofProcedure reads what depends on the procedure: side, whether there are words,
// parts.
func (r *Reader) ofProcedure(e *Entry, said typed) {
	book, _, err := r.Library.Book(said.id)
	if err != nil {
		e.add(Trouble{Field: Type, Reason: Unreadable, Said: e.Line.Said(Type), Err: err})
		return
	}
	r.side(e, said.side, &book.Procedure)
	chooseOptions(e, said.options, &book.Procedure)
	for _, id := range r.Extras[said.id] {
		if x := visit.Extra(id); slices.Contains(visit.Extras, x) {
			e.Visit.SetExtra(x, true)
		}
	}
	r.words(e, book)
	if !e.Visit.Date.IsZero() && len(e.Troubles) == 0 {
		r.parts(e, &book.Procedure)
	}
}

// chooseOptions takes what is chosen on the line itself, else with its type. What is
// no choice of the option is none.
func chooseOptions(e *Entry, ofType map[string]string, p *content.Procedure) {
	for _, o := range p.Options {
		for _, choice := range []string{e.Line.Said(Option(o.ID)), ofType[o.ID]} {
			if slices.Contains(o.Choices, choice) {
				e.Visit.SetOption(o.ID, choice)
				break
			}
		}
	}
}

// words reports where there are no words to print in the line's language, or none
// that the clinic lets out.
func (r *Reader) words(e *Entry, book *library.Book) {
	language := e.Visit.Language
	if language == "" {
		return // which is trouble already
	}
	p := r.prints(book, language)
	switch {
	case !p.ok:
		e.add(Trouble{Field: Language, Reason: NotInLanguage, Said: e.Title, Other: language})
	case p.refused:
		e.add(Trouble{Field: Type, Reason: NotApproved, Said: e.Title, Other: language})
	}
}

// prints are the words that print of a procedure in a language, worked out once for
// all lines.
func (r *Reader) prints(book *library.Book, language string) printing {
	key := book.Procedure.ID + "/" + language
	r.mu.Lock()
	defer r.mu.Unlock()
	p, known := r.printing[key]
	if !known {
		var kept history.Approved
		if r.Clinic.Facts.LastApproved {
			kept = history.ApprovedOf(store.OS{}, r.Clinic, book.Procedure.ID)
		}
		if p.in, p.ok = kept.Prints(r.Clinic, book, language, r.Today); p.ok {
			state, _ := r.Clinic.SignOffs.State(book.Procedure.ID, language, content.Fingerprint(p.in.Procedure, p.in.Words), r.Today)
			p.refused = r.Clinic.Way(state) == clinic.Refuse
		}
		r.printing[key] = p
	}
	return p
}

// side takes what the type or the column says.
func (r *Reader) side(e *Entry, ofType content.Side, p *content.Procedure) {
	text, side := e.Line.Said(Side), ofType
	switch ofColumn, known := sides[table.Fold(text)]; {
	case text == "" || slices.Contains(noSides, table.Fold(text)):
	case !known:
		e.add(Trouble{Field: Side, Reason: UnknownSide, Said: text})
		return
	case ofType != content.NoSide && ofType != ofColumn:
		e.add(Trouble{Field: Side, Reason: TwoSides, Said: string(ofType), Other: string(ofColumn)})
		return
	default:
		side = ofColumn
	}
	switch {
	case side == content.NoSide && len(p.Sides) > 0:
		e.note(&Trouble{Field: Side, Reason: NoSide})
	case side != content.NoSide && !slices.Contains(p.Sides, side):
		e.add(Trouble{Field: Side, Reason: NotThisSide, Said: string(side), Other: e.Title})
	}
	e.Visit.Side = side
}

// language takes the column's, or the desk's.
func (r *Reader) language(e *Entry) {
	text := e.Line.Said(Language)
	language, known := r.Language, true
	if text != "" {
		if language, known = r.Clinic.Schedules.Languages[table.Fold(text)]; !known {
			language, known = languages[table.Fold(text)]
		}
	}
	if !known {
		e.add(Trouble{Field: Language, Reason: UnknownLanguage, Said: text})
		return
	}
	e.Visit.Language = language
}

// parts takes those that were asked for, or that are due, as far as the procedure
// has them.
func (r *Reader) parts(e *Entry, p *content.Procedure) {
	ahead := r.Today.DaysUntil(e.Visit.Date)
	due := r.Parts
	if len(due) == 0 {
		due = r.Clinic.Schedules.Days().Due(ahead)
	}
	for _, part := range content.Parts {
		if slices.Contains(due, part) && p.HasPart(part) {
			e.Visit.Parts = append(e.Visit.Parts, part)
		}
	}
	if len(e.Visit.Parts) == 0 {
		*e = e.passed(NothingDue, Date, e.Line.Said(Date), sayAhead(ahead))
		return
	}
	switch {
	case ahead < 0:
		e.note(&Trouble{Field: Date, Reason: PastVisit})
	case !e.Visit.Date.IsBusinessDay():
		e.note(&Trouble{Field: Date, Reason: ClosedDay})
	}
	if ahead >= 0 && ahead < p.LeadDays() && slices.Contains(e.Visit.Parts, content.Preparation) {
		e.note(&Trouble{Field: Date, Reason: LateSteps})
	}
}

// sayAhead is how far a visit is away.
func sayAhead(days int) string {
	switch {
	case days == 0:
		return "today"
	case days < 0:
		return "after the visit"
	case days == 1:
		return "1 day ahead"
	}
	return fmt.Sprintf("%d days ahead", days)
}

// Anyone is what a doctor's or place's name may be taught to mean when nobody in
// particular is meant.
const Anyone = "any"

// doctor finds who is meant. A clinic that lists no doctors prints none.
func (r *Reader) doctor(e *Entry) {
	text, rules := e.Line.Said(Doctor), r.Clinic.Schedules.Doctors
	doctors := r.Clinic.Facts.Doctors
	if text == "" || len(doctors) == 0 {
		return
	}
	id, taught := rules[table.Fold(text)]
	if _, there := r.Clinic.Facts.Doctor(id); taught && (there || id == Anyone) {
		if there {
			e.Visit.Doctor = id
		}
		return
	}
	var fit []string
	for _, d := range doctors {
		if d.ID == text || fitsPerson(text, d.Name) {
			fit = append(fit, d.ID)
		}
	}
	if len(fit) != 1 {
		e.add(Trouble{Field: Doctor, Reason: UnknownDoctor, Said: text})
		return
	}
	e.Visit.Doctor = fit[0]
}

// place finds where the visit is. A clinic that lists no places is its own place; where
// its schedule names several, that is told, so that nobody is sent to the wrong house.
func (r *Reader) place(e *Entry) {
	text, rules := e.Line.Said(Place), r.Clinic.Schedules.Places
	places := r.Clinic.Facts.Places
	if text == "" {
		return
	}
	if len(places) == 0 {
		if r.Places > 1 {
			e.note(&Trouble{Field: Place, Reason: OwnPlace, Said: text})
		}
		return
	}
	id, taught := rules[table.Fold(text)]
	if taught && id == Anyone {
		return
	}
	for _, p := range places {
		if taught && p.ID == id || p.ID == text || table.Fold(p.Name) == table.Fold(text) {
			e.Visit.Place = p.ID
			return
		}
	}
	e.add(Trouble{Field: Place, Reason: UnknownPlace, Said: text})
}

func (r *Reader) size(e *Entry) {
	text := e.Line.Said(Size)
	e.Visit.Large = r.Large
	if text == "" {
		return
	}
	large, known := sizes[table.Fold(text)]
	if !known {
		e.add(Trouble{Field: Size, Reason: UnknownSize, Said: text})
	}
	e.Visit.Large = large
}

// add notes what is in the way; the zero Trouble is none.
func (e *Entry) add(t Trouble) {
	if t.Reason != "" {
		e.Troubles = append(e.Troubles, t)
	}
}

func (e *Entry) note(t *Trouble) {
	if t != nil {
		e.Notes = append(e.Notes, *t)
	}
}

// passed is the entry of a line for which there is nothing to print.
func (e Entry) passed(why Reason, f Field, said, other string) Entry {
	return Entry{Line: e.Line, State: Passed, Why: why, Title: e.Title, Visit: visit.Visit{Procedure: e.Visit.Procedure, Date: e.Visit.Date, Minute: e.Visit.Minute, HasTime: e.Visit.HasTime},
		Notes: []Trouble{{Field: f, Reason: why, Said: said, Other: other}}}
}
