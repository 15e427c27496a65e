package content

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"deskleaf/content/civil"
)

// A CodeStatus says how far a code can be trusted for this procedure.
type CodeStatus string

// The statuses. A disputed code is one that some references list and that is
// wrong or doubtful, an unverified one came with a document and nobody has looked it
// up: both can be searched, and never print.
const (
	CodeCurrent    CodeStatus = "current"
	CodeDisputed   CodeStatus = "disputed"
	CodeRetired    CodeStatus = "retired"
	CodeUnverified CodeStatus = "unverified"
)

// CodeStatuses are all statuses, that of a code to be used first.
var CodeStatuses = []CodeStatus{CodeCurrent, CodeDisputed, CodeRetired, CodeUnverified}

// NeedsInstead reports whether a code of this status has to name the codes to use
// instead of it.
func (s CodeStatus) NeedsInstead() bool { return s == CodeDisputed || s == CodeRetired }

// A Code is a number that a plan asks about. What it is for stands in
// [Words.Codes], in our own words; never a descriptor of the AMA or of CMS.
type Code struct {
	System  string     `yaml:"system,need"` // "CPT" or "HCPCS"
	Number  string     `yaml:"number,need"`
	Status  CodeStatus `yaml:"status,need"`
	Primary bool       `yaml:"primary,omitempty"` // this procedure is what the code means; at most one procedure has it so
	Instead []string   `yaml:"instead,omitempty"` // the right codes, where this one is disputed or retired
	Setting []Setting  `yaml:"setting,omitempty"` // where it is billed; none for anywhere

	// Indicators of the Medicare physician fee schedule, as CMS's file gives
	// them: global period ("000", "010", "090", "XXX", "ZZZ"), bilateral ("1" is
	// the 150 % rule; "0", "2" forbid it; "3" is 100 % each side), multiple
	// procedures.
	Global    string `yaml:"global,omitempty"`
	Bilateral string `yaml:"bilateral,omitempty"`
	Multiple  string `yaml:"multiple,omitempty"`

	Sources    []string   `yaml:"sources,omitempty"`
	Checked    civil.Date `yaml:"checked,omitempty"`
	CheckAgain civil.Date `yaml:"check_again,omitempty"`
}

// codePattern is five digits, four digits and one of F, T, U, M, A, or a letter
// and four digits.
var codePattern = regexp.MustCompile(`^([0-9]{5}|[0-9]{4}[FTUMA]|[A-Z][0-9]{4})$`)

// IsCode reports whether text has the shape of a CPT or HCPCS code.
func IsCode(text string) bool { return codePattern.MatchString(text) }

// modifierPattern is two digits or letters.
var modifierPattern = regexp.MustCompile(`^[0-9A-Z]{2}$`)

// IsModifier reports whether text has the shape of a modifier.
func IsModifier(text string) bool { return modifierPattern.MatchString(text) }

// Code finds a code by its number.
func (p *Procedure) Code(number string) (Code, bool) {
	for _, c := range p.Codes {
		if c.Number == number {
			return c, true
		}
	}
	return Code{}, false
}

// A Modifier is two signs beside a code. Its words stand in [Words.Modifiers].
type Modifier struct {
	Number  string   `yaml:"number,need"`
	For     []string `yaml:"for,omitempty"` // the codes that it goes with
	Sources []string `yaml:"sources,omitempty"`
}

// A Setting is a kind of place where a procedure is done.
type Setting string

// The settings of a bill.
const (
	Office        Setting = "office"
	SurgeryCenter Setting = "asc"
	Hospital      Setting = "hospital"
)

// Settings are all settings, from the smallest place.
var Settings = []Setting{Office, SurgeryCenter, Hospital}

// A Biller is who sends a bill.
type Biller string

// The billers of a procedure.
const (
	Doctor     Biller = "doctor"
	Facility   Biller = "facility"
	Anesthesia Biller = "anesthesia"
	Laboratory Biller = "laboratory"
)

// A Bill is one that the patient may get: in this setting, from this biller, for
// these codes.
type Bill struct {
	Setting Setting   `yaml:"setting,need"`
	Who     Biller    `yaml:"who,need"`
	Codes   []string  `yaml:"codes,omitempty"`
	OnlyIf  Condition `yaml:"only_if,omitempty"`
	Maybe   bool      `yaml:"maybe,omitempty"` // comes only in some cases: a laboratory, when a sample is taken
}

// A Preventive says by which rules a procedure is preventive care, when it is
// done as such.
type Preventive string

// The kinds of preventive care. Screening of the large bowel has rules of its own
// for when it becomes treatment; any other either counts as a screening or does
// not.
const (
	NotPreventive       Preventive = ""
	ColorectalScreening Preventive = "colorectal"
	OtherScreening      Preventive = "screening"
)

// Price is what is known of prices in general. It is shown as a comparison and
// never calculated with.
type Price struct {
	Reference Range         `yaml:"reference,omitempty"` // whole dollars that references name
	Posted    []PostedPrice `yaml:"posted,omitempty"`
	Source    string        `yaml:"source,omitempty"`
	Date      civil.Date    `yaml:"date,omitempty"`
}

// A PostedPrice is the distribution of US hospitals' posted cash prices for a
// code, in whole dollars, one value a hospital.
type PostedPrice struct {
	Code      string `yaml:"code,need"`
	Hospitals int    `yaml:"hospitals,need"`
	P10       int    `yaml:"p10,need"`
	P25       int    `yaml:"p25,need"`
	Median    int    `yaml:"median,need"`
	P75       int    `yaml:"p75,need"`
	P90       int    `yaml:"p90,need"`
}

// A Range is one whole number or two with a hyphen: "30", "10-30".
type Range struct{ Low, High int }

// IsZero reports whether the range says nothing.
func (r Range) IsZero() bool { return r == Range{} }

// String is the range as files have it.
func (r Range) String() string {
	switch {
	case r.IsZero():
		return ""
	case r.Low == r.High:
		return strconv.Itoa(r.Low)
	}
	return fmt.Sprintf("%d-%d", r.Low, r.High)
}

// MarshalText writes what [Range.String] says.
func (r Range) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads "30" or "10-30"; the first number must not be larger.
func (r *Range) UnmarshalText(b []byte) error {
	low, high, two := strings.Cut(string(b), "-")
	if !two {
		high = low
	}
	l, errLow := strconv.Atoi(strings.TrimSpace(low))
	h, errHigh := strconv.Atoi(strings.TrimSpace(high))
	if errLow != nil || errHigh != nil || l < 0 || h < l {
		return fmt.Errorf("%q is not a number or a range such as 10-30", b)
	}
	*r = Range{l, h}
	return nil
}
