package content

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"deskleaf/content/medicine"
)

// A BlankType is what may be answered to a blank.
type BlankType string

// The types of blanks.
const (
	DurationBlank BlankType = "duration" // "24 hours"
	ClockBlank    BlankType = "clock"    // "18:00"
	PhoneBlank    BlankType = "phone"    // "(217) 555-0142"
	NumberBlank   BlankType = "number"   // a number of the blank's unit
	ChoiceBlank   BlankType = "choice"   // one of the blank's choices
	TextBlank     BlankType = "text"     // a few words, one answer a language
	DateBlank     BlankType = "date"     // a day; only for one visit
)

// A Scope is where a blank may be answered. The nearest answer wins: this visit,
// then the procedure, the doctor, the place, the clinic.
type Scope string

// The scopes, from the nearest.
const (
	VisitScope     Scope = "visit"
	ProcedureScope Scope = "procedure"
	DoctorScope    Scope = "doctor"
	PlaceScope     Scope = "place"
	ClinicScope    Scope = "clinic"
)

// Scopes are all scopes from the nearest to the farthest.
var Scopes = []Scope{VisitScope, ProcedureScope, DoctorScope, PlaceScope, ClinicScope}

// A Blank is what differs from clinic to clinic. It never has an answer of its
// own: unanswered it prints as a line to write on.
type Blank struct {
	ID       string                       `yaml:"id,need"`
	Type     BlankType                    `yaml:"type,need"`
	Scopes   []Scope                      `yaml:"scopes,need"`
	Question map[string]string            `yaml:"question,need"` // by language of the interface
	Example  string                       `yaml:"example,omitempty"`
	Unit     map[string]string            `yaml:"unit,omitempty"`    // of a number, by language of the page
	Choices  map[string]map[string]string `yaml:"choices,omitempty"` // id of the choice, then language, then words
	Least    int                          `yaml:"least,omitempty"`   // of a number
	Most     int                          `yaml:"most,omitempty"`
	Line     int                          `yaml:"line,omitempty"` // length of the line to write on, in characters; 0 for 12
}

// Blanks is the registry of blanks, by id.
type Blanks map[string]Blank

// phoneDigits is a US number with its area code, as people write it.
var phoneDigits = regexp.MustCompile(`^\+?1?[ .-]*\(?([0-9]{3})\)?[ .-]*([0-9]{3})[ .-]*([0-9]{4})( *(?:x|ext\.?) *[0-9]{1,6})?$`)

// FormatPhone writes a US number as "(217) 555-0142", with an extension as it
// was typed. A number without an area code is an error.
func FormatPhone(text string) (string, error) {
	m := phoneDigits.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return "", fmt.Errorf("%q is not a phone number with its area code, such as (217) 555-0142", text)
	}
	return fmt.Sprintf("(%s) %s-%s%s", m[1], m[2], m[3], m[4]), nil
}

// Check says whether an answer fits the blank, in words for whoever typed it.
// An empty answer always fits: it is no answer.
func (b Blank) Check(answer string) error {
	if answer = strings.TrimSpace(answer); answer == "" {
		return nil
	}
	switch b.Type {
	case DurationBlank:
		_, err := ParseDuration(answer)
		return err
	case ClockBlank:
		_, err := ParseClock(answer)
		return err
	case PhoneBlank:
		_, err := FormatPhone(answer)
		return err
	case NumberBlank:
		return b.checkNumber(answer)
	case ChoiceBlank:
		if _, ok := b.Choices[answer]; !ok {
			return fmt.Errorf("%q is not one of the choices", answer)
		}
	case TextBlank:
		return checkTextAnswer(answer)
	}
	return nil
}

// checkNumber holds a number to the blank's bounds.
func (b Blank) checkNumber(answer string) error {
	n, err := strconv.Atoi(answer)
	switch {
	case err != nil:
		return fmt.Errorf("%q is not a whole number", answer)
	case b.Most > 0 && (n < b.Least || n > b.Most):
		return fmt.Errorf("%d is not between %d and %d", n, b.Least, b.Most)
	}
	return nil
}

// ErrMedicine says that an answer tells about a medicine. What a patient is to do
// with one is a plan that a clinician writes on the page by hand.
var ErrMedicine = errors.New("a clinician writes what is about a medicine on the page by hand")

// longestTextAnswer is how many letters a short text may have: two lines of a step.
const longestTextAnswer = 120

func checkTextAnswer(answer string) error {
	if n := len([]rune(answer)); n > longestTextAnswer {
		return fmt.Errorf("this has %d letters; at most %d fit on the page", n, longestTextAnswer)
	}
	if strings.ContainsAny(answer, "\n\r{}*") {
		return fmt.Errorf("write it on one line, without { } or *")
	}
	if named := medicine.Mentions(answer); len(named) > 0 {
		return fmt.Errorf("%w (%q)", ErrMedicine, named[0].Words)
	}
	return nil
}

// ParseClock reads a clock time, "18:00", "6 pm", "6:30 PM", as minutes after
// midnight.
func ParseClock(text string) (int, error) {
	fail := fmt.Errorf("%q is not a clock time such as 6:30 PM", text)
	s := strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(text, " ", ""), ".", ""))
	half := ""
	for _, suffix := range []string{"am", "pm"} {
		if cut, ok := strings.CutSuffix(s, suffix); ok {
			s, half = cut, suffix
		}
	}
	hours, minutes, _ := strings.Cut(s, ":")
	h, err := strconv.Atoi(hours)
	m := 0
	if err == nil && minutes != "" {
		m, err = strconv.Atoi(minutes)
	}
	if err != nil || h < 0 || m < 0 || m > 59 || h > 23 || (half != "" && (h < 1 || h > 12)) || (half == "" && minutes == "") {
		return 0, fail
	}
	if half != "" {
		h %= 12
		if half == "pm" {
			h += 12
		}
	}
	return h*60 + m, nil
}

// May reports whether the blank may be answered in a scope.
func (b Blank) May(s Scope) bool { return slices.Contains(b.Scopes, s) }
