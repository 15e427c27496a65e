package visit

import (
	"fmt"
	"slices"
	"strings"

	"deskleaf/content/medicine"
)

// An Extra is something that is printed with a handout where it is asked for.
// Which ones are usual for a procedure is remembered at the desk; what is typed
// into them is the visit's and is forgotten with it.
type Extra string

// The extras, in the order in which they are offered.
const (
	NoteExtra      Extra = "note"       // a few words from the clinic
	DriverExtra    Extra = "driver"     // who drives the patient home
	PlanExtra      Extra = "plan"       // a table of medicines, filled by a clinician
	DiaryExtra     Extra = "diary"      // days to fill in at home
	TeachBackExtra Extra = "teach-back" // what the patient tells in own words
	CalendarExtra  Extra = "calendar"   // a code that puts the visit into a phone
	LanguageExtra  Extra = "language"   // the clinic's notice that help in other languages is free
	StaffExtra     Extra = "staff"      // a page for the chart, with codes
	TwinExtra      Extra = "twin"       // the same pages in English, for staff, with the same step numbers
)

// Extras are all of them.
var Extras = []Extra{NoteExtra, DriverExtra, PlanExtra, DiaryExtra, TeachBackExtra, CalendarExtra, LanguageExtra, StaffExtra, TwinExtra}

// A Plan is what a clinician lets be typed about the medicines of one patient.
// Without lines it is a table to fill in by hand.
type Plan struct {
	By    string // who wrote it, with credentials; needed where there are lines
	Lines []PlanLine
}

// A PlanLine is one medicine: its name, what to do with it, and until when.
type PlanLine struct{ Medicine, Do, Until string }

// IsEmpty reports whether nothing stands in the line.
func (l PlanLine) IsEmpty() bool {
	return strings.TrimSpace(l.Medicine) == "" && strings.TrimSpace(l.Do) == "" && strings.TrimSpace(l.Until) == ""
}

// Wants reports whether an extra is to be printed.
func (v *Visit) Wants(e Extra) bool { return slices.Contains(v.Extras, e) }

// SetExtra says whether an extra is to be printed. What was typed into it stays
// until the visit is cleared, so that a slip of the mouse loses nothing.
func (v *Visit) SetExtra(e Extra, on bool) {
	v.Extras = slices.DeleteFunc(slices.Clone(v.Extras), func(o Extra) bool { return o == e })
	if on {
		v.Extras = append(v.Extras, e)
	}
}

// Bounds of what is typed for one visit, in letters.
const (
	LongestNote   = 500
	LongestDriver = 100
	LongestPlan   = 120 // each cell of a plan, and who wrote it
)

// A TextError says why something that was typed for a visit does not print.
type TextError struct {
	What  Extra  // the extra that it was typed into
	Long  int    // the most letters it may have, where it has more
	Order string // the words that tell what to do with a medicine, where there are some
	NoOne bool   // a plan of which nobody says who wrote it
}

func (e *TextError) Error() string {
	switch {
	case e.Order != "":
		return fmt.Sprintf("the %s tells what to do with a medicine (%q): ask the patient to call, or let a clinician write it into the medicine plan", e.What, e.Order)
	case e.NoOne:
		return "the medicine plan does not say which clinician wrote it"
	}
	return fmt.Sprintf("the %s is too long: at most %d letters fit", e.What, e.Long)
}

// CheckTexts holds what was typed for the extras that will print to their bounds,
// and to what no page may tell a patient: what to do with a medicine. Only the
// plan may, and it names the clinician. The error is a [*TextError].
func (v *Visit) CheckTexts() error {
	if v.Wants(NoteExtra) {
		if err := checkText(NoteExtra, v.Note, LongestNote); err != nil {
			return err
		}
	}
	if v.Wants(DriverExtra) {
		if err := checkText(DriverExtra, v.Driver, LongestDriver); err != nil {
			return err
		}
	}
	if v.Wants(PlanExtra) {
		return v.Plan.check()
	}
	return nil
}

func checkText(what Extra, text string, longest int) error {
	if len([]rune(text)) > longest {
		return &TextError{What: what, Long: longest}
	}
	if orders := medicine.Orders(text); len(orders) > 0 {
		return &TextError{What: what, Order: orders[0].Words}
	}
	return nil
}

func (p Plan) check() error {
	if len(p.Lines) == 0 {
		return nil
	}
	if strings.TrimSpace(p.By) == "" {
		return &TextError{What: PlanExtra, NoOne: true}
	}
	cells := []string{p.By}
	for _, l := range p.Lines {
		cells = append(cells, l.Medicine, l.Do, l.Until)
	}
	for _, c := range cells {
		if len([]rune(c)) > LongestPlan {
			return &TextError{What: PlanExtra, Long: LongestPlan}
		}
	}
	return nil
}
