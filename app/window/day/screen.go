// Package day is the screen of a day's schedule: what each line of it will print,
// what is in the way of the others, and the buttons that print them all. A line is
// put right where it stands; what the clinic's own system calls things is asked
// once and kept.
//
// The lines are patients': they live here, in memory, until [Screen.Clear].
package day

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"deskleaf/app/clinic"
	schedule "deskleaf/app/day"
	"deskleaf/app/table"
	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/widgets"
)

// Deps is what the screen works with. Nothing may be nil.
type Deps struct {
	Words   *words.Words
	Setting func() schedule.Setting                  // the clinic, the procedures and the day as they are now
	Learn   func(clinic.Schedules)                   // keeps what was taught, and uses it from now on
	Do      func(command string)                     // a button was pressed
	Paste   func(text string)                        // a schedule was pasted
	Ask     func(*widgets.Dialog, fyne.Focusable)    // shows a dialog over the window
	Changed func()                                   // other lines are ready than before
	Read    func(string) (civil.Moment, bool, error) // a day as people say it
	WhyNot  func(error) string                       // why a text is no day
	Say     func(m civil.Moment, hasTime bool) string
	Tongue  func(tag string) string // what a language is called

	PasteKey string   // the key that pastes, as people say it
	Tongues  []string // the languages of handouts
}

// A Screen is the schedule, its lines and what they mean.
type Screen struct {
	widget.BaseWidget
	deps Deps

	table    table.Table
	schedule schedule.Schedule
	reader   *schedule.Reader
	entries  []schedule.Entry
	out      map[int]bool // lines that a person left out, by number
	day      civil.Date   // of lines that name none
	dayFirst int          // what a person said of days such as 5/12: unsaid, monthFirst, dayFirst
	parts    []content.Part
	filter   int

	made *parted // nil until it is needed: most days begin without a schedule
}

// What a person said of days such as 5/12.
const (
	unsaid = iota
	monthFirst
	dayFirst
)

// New makes a screen without a schedule.
func New(deps Deps) *Screen {
	s := &Screen{deps: deps}
	s.Clear()
	s.ExtendBaseWidget(s)
	return s
}

// From takes over the schedule of another screen, as when the window changes its
// language.
func (s *Screen) From(o *Screen) {
	s.table, s.schedule, s.out, s.day, s.dayFirst, s.parts, s.filter = o.table, o.schedule, o.out, o.day, o.dayFirst, o.parts, o.filter
	s.Reread()
}

// Clear forgets the schedule.
func (s *Screen) Clear() {
	clear(s.entries)
	s.table, s.schedule, s.reader, s.entries = table.Table{}, schedule.Schedule{}, nil, nil
	s.out, s.day, s.dayFirst, s.parts, s.filter = map[int]bool{}, civil.Date{}, unsaid, nil, all
	if s.made != nil {
		s.made.show()
	}
}

// parted is what the screen is made of.
func (s *Screen) parted() *parted {
	if s.made == nil {
		s.made = newParted(s)
	}
	return s.made
}

// Holds reports whether there is a schedule to forget.
func (s *Screen) Holds() bool { return len(s.table.Rows) > 0 }

// Open takes another schedule. Where its headers are not known, it asks which
// column is which.
func (s *Screen) Open(t table.Table) {
	s.Clear()
	s.table = t
	rules := s.deps.Setting().Clinic.Schedules
	columns, ok := schedule.FindColumns(t, rules)
	if !ok {
		s.askColumns(schedule.Guess(t, rules))
		return
	}
	s.take(columns)
}

// take makes lines of the table by its columns.
func (s *Screen) take(c schedule.Columns) {
	s.schedule = schedule.NewSchedule(s.table, c)
	s.Reread()
}

// Reread reads all lines again: something that they are held against has changed.
func (s *Screen) Reread() {
	if s.schedule.Columns.Of == nil {
		return // nobody has said yet which column is which
	}
	setting := s.deps.Setting()
	setting.Day, setting.Parts = s.day, s.parts
	setting.DayFirst = s.dayFirst == dayFirst
	setting.Mixed = s.dayFirst == unsaid && s.schedule.MixedDays()
	setting.Places = s.schedule.PlacesNamed()
	s.reader = schedule.NewReader(setting)
	s.entries = make([]schedule.Entry, len(s.schedule.Lines))
	for i, l := range s.schedule.Lines {
		s.entries[i] = s.reader.Read(l)
	}
	s.parted().show()
	s.deps.Changed()
}

// Reader is what the lines were read with.
func (s *Screen) Reader() *schedule.Reader { return s.reader }

// Ready are the entries that print.
func (s *Screen) Ready() []schedule.Entry {
	var ready []schedule.Entry
	for _, e := range s.entries {
		if s.stateOf(e) == printing {
			ready = append(ready, e)
		}
	}
	return ready
}

// Failed marks lines whose pages could not be made.
func (s *Screen) Failed(entries []schedule.Entry) {
	for _, failed := range entries {
		if i := s.at(failed.Line.Number); i >= 0 {
			s.entries[i] = failed
		}
	}
	s.parted().show()
	s.deps.Changed()
}

// at is the index of a line by its number, or -1.
func (s *Screen) at(number int) int {
	for i := range s.entries {
		if s.entries[i].Line.Number == number {
			return i
		}
	}
	return -1
}

// Rows are the lines that the list shows.
func (s *Screen) Rows() []widgets.GridRow { return s.parted().grid.Rows() }

// Focusable is the list of lines.
func (s *Screen) Focusable() fyne.Focusable { return s.parted().grid }

// Focus gives the focus to where a person begins.
func (s *Screen) Focus(c fyne.Canvas) {
	if s.reader != nil {
		c.Focus(s.parted().grid)
		return
	}
	c.Focus(s.parted().begin)
}

// TwoSided reports whether each handout is to begin on a sheet of its own.
func (s *Screen) TwoSided() bool { return s.parted().twoSided.Checked() }

// SetTwoSided says what the desk's printer does.
func (s *Screen) SetTwoSided(on bool) { s.parted().twoSided.SetChecked(on) }

// CreateRenderer shows the parts of the screen.
func (s *Screen) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(s.parted().content)
}

// learn keeps what was taught and reads all lines by it.
func (s *Screen) learn(rules clinic.Schedules) {
	s.deps.Learn(rules)
	s.Reread()
}

// leaveOut leaves a line out, or takes it in again.
func (s *Screen) leaveOut(id string) {
	number, err := strconv.Atoi(id)
	if err != nil {
		return
	}
	s.out[number] = !s.out[number]
	s.parted().show()
	s.deps.Changed()
}
