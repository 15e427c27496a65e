package gfe

import (
	"fmt"
	"regexp"
	"strings"

	"deskleaf/app/cost"
	"deskleaf/content"
	"deskleaf/content/civil"
)

// Format is the version of the form's layout that this program writes.
const Format = 1

// A Form is everything that stands in a good-faith estimate. It lives in memory
// and in the PDF that staff save, nowhere else.
type Form struct {
	Format    int        `yaml:"format,omitempty"`
	Language  string     `yaml:"language,omitempty"` // of the pages: "en" where nothing is said
	Made      civil.Date `yaml:"made,omitempty"`     // the day of the estimate; of printing where nothing is said
	Scheduled civil.Date `yaml:"scheduled,omitempty"`
	Requested civil.Date `yaml:"requested,omitempty"`

	Patient   Patient     `yaml:"patient,omitempty"`
	Service   string      `yaml:"service,omitempty"` // the primary service in plain words
	Date      civil.Date  `yaml:"date,omitempty"`    // of the visit, where it is scheduled
	Diagnoses []Diagnosis `yaml:"diagnoses,omitempty"`

	Providers []Provider `yaml:"providers,omitempty"`
	Others    []Other    `yaml:"not_included,omitempty"`         // who bills too, with amounts that are not known here
	Separate  []Separate `yaml:"scheduled_separately,omitempty"` // services before or after that need a visit of their own
}

// A Patient is whom the estimate is for.
type Patient struct {
	Name    string     `yaml:"name,omitempty"`
	Born    civil.Date `yaml:"born,omitempty"`
	Number  string     `yaml:"number,omitempty"` // the clinic's own number for the patient
	Address string     `yaml:"address,omitempty"`
	Phone   string     `yaml:"phone,omitempty"`
	Email   string     `yaml:"email,omitempty"`
	Prefers string     `yaml:"prefers,omitempty"` // how to be reached
}

// A Diagnosis is an ICD-10 code, where one is known.
type Diagnosis struct {
	Code  string `yaml:"code,need"`
	Words string `yaml:"words,omitempty"`
}

// A Provider is a doctor or a facility that bills, with what it expects to bill.
type Provider struct {
	Name    string `yaml:"name,omitempty"`
	Kind    string `yaml:"kind,omitempty"`  // "doctor", "facility", …, as in a procedure's bills
	Place   string `yaml:"place,omitempty"` // the office's or facility's address
	State   string `yaml:"state,omitempty"` // two letters
	Phone   string `yaml:"phone,omitempty"`
	NPI     string `yaml:"npi,omitempty"`
	TIN     string `yaml:"tin,omitempty"`
	Charges []Line `yaml:"charges,omitempty"`
}

// A Line is one service with its expected charge.
type Line struct {
	Service   string      `yaml:"service,omitempty"`
	Code      string      `yaml:"code,omitempty"`
	Diagnosis string      `yaml:"diagnosis,omitempty"`
	Date      civil.Date  `yaml:"date,omitempty"` // where it differs from the visit's
	Quantity  int         `yaml:"quantity,omitempty"`
	Charge    *cost.Cents `yaml:"charge,omitempty"` // for all of the quantity, discounts taken off
}

// An Other is a provider whose charges are not in the estimate.
type Other struct {
	Name string `yaml:"name,need"`
	For  string `yaml:"for,omitempty"` // "anesthesia"
}

// A Separate is a service that must be scheduled by itself.
type Separate struct {
	Service string `yaml:"service,need"`
	When    string `yaml:"when,omitempty"` // "before", "after", in words
}

// Total is the expected charge of a provider.
func (p Provider) Total() (sum cost.Cents) {
	for _, l := range p.Charges {
		if l.Charge != nil {
			sum += *l.Charge
		}
	}
	return sum
}

// Total is the expected charge of all providers in the estimate.
func (f Form) Total() (sum cost.Cents) {
	for _, p := range f.Providers {
		sum += p.Total()
	}
	return sum
}

// Due is by when the estimate must be given.
func (f Form) Due() (Due, error) {
	return DueDate(Occasion{Scheduled: f.Scheduled, Service: f.Date, Requested: f.Requested})
}

// A Lack is something that a final estimate must have. Path names it as in
// "providers[0].npi".
type Lack struct {
	Path      string
	What      string
	Paragraph string // of 45 CFR 149.610(c)(1)
}

// String is the lack in one line.
func (l Lack) String() string {
	return fmt.Sprintf("%s: %s (45 CFR 149.610(c)(1)(%s))", l.Path, l.What, l.Paragraph)
}

// indexPattern is the place in a list that a path names.
var indexPattern = regexp.MustCompile(`\[[0-9]+\]`)

// Kind is the path without its places in lists: "providers.charges.code".
func (l Lack) Kind() string { return indexPattern.ReplaceAllString(l.Path, "") }

// Provider is the place of the provider that lacks something, from 0; -1 where the
// whole estimate does.
func (l Lack) Provider() int {
	var i int
	if _, err := fmt.Sscanf(l.Path, "providers[%d]", &i); err != nil {
		return -1
	}
	return i
}

// lacks gathers what is missing.
type lacks []Lack

func (l *lacks) need(has bool, paragraph, path, what string) {
	if !has {
		*l = append(*l, Lack{path, what, paragraph})
	}
}

var (
	npiPattern   = regexp.MustCompile(`^[0-9]{10}$`)
	tinPattern   = regexp.MustCompile(`^[0-9]{2}-?[0-9]{7}$|^[0-9]{3}-[0-9]{2}-[0-9]{4}$`)
	statePattern = regexp.MustCompile(`^[A-Z]{2}$`)
	icdPattern   = regexp.MustCompile(`^[A-Z][0-9][0-9A-Z](\.?[0-9A-Z]{1,4})?$`)
)

// Lacks is what the form must have before it is final, in the order of the
// paragraphs. A diagnosis may be missing: it is asked for where one applies.
func (f Form) Lacks() []Lack {
	var l lacks
	l.need(strings.TrimSpace(f.Patient.Name) != "", "i", "patient.name", "the patient's name is missing")
	l.need(f.Patient.Born.Valid(), "i", "patient.born", "the patient's date of birth is missing")
	l.need(strings.TrimSpace(f.Service) != "", "ii", "service", "what will be done, in plain words, is missing")
	l.need(f.Scheduled.IsZero() || f.Date.Valid(), "ii", "date", "the visit is scheduled, and its day is missing")
	l.need(len(f.Providers) > 0, "iii", "providers", "nobody is named who bills")
	for i, d := range f.Diagnoses {
		l.need(icdPattern.MatchString(strings.ToUpper(d.Code)), "iv", fmt.Sprintf("diagnoses[%d].code", i), fmt.Sprintf("%q is not an ICD-10 code", d.Code))
	}
	for i, p := range f.Providers {
		p.lacks(&l, fmt.Sprintf("providers[%d]", i))
	}
	return l
}

// lacks adds what is missing of a provider.
func (p Provider) lacks(l *lacks, path string) {
	l.need(len(p.Charges) > 0, "iii", path+".charges", "there are no charges")
	for i, line := range p.Charges {
		at := fmt.Sprintf("%s.charges[%d]", path, i)
		l.need(strings.TrimSpace(line.Service) != "", "iii", at+".service", "what is charged for, in plain words, is missing")
		l.need(content.IsCode(strings.ToUpper(line.Code)), "iv", at+".code", wrongOrMissing(line.Code, "service code"))
		l.need(line.Charge != nil && *line.Charge > 0, "iv", at+".charge", "the expected charge is missing: one amount, with the discount taken off")
		l.need(line.Diagnosis == "" || icdPattern.MatchString(strings.ToUpper(line.Diagnosis)), "iv", at+".diagnosis", fmt.Sprintf("%q is not an ICD-10 code", line.Diagnosis))
	}
	l.need(strings.TrimSpace(p.Name) != "", "v", path+".name", "the name is missing")
	l.need(isNPI(p.NPI), "v", path+".npi", wrongOrMissing(p.NPI, "National Provider Identifier"))
	l.need(tinPattern.MatchString(p.TIN), "v", path+".tin", wrongOrMissing(p.TIN, "Taxpayer Identification Number"))
	l.need(statePattern.MatchString(strings.ToUpper(p.State)), "v", path+".state", wrongOrMissing(p.State, "state of two letters"))
	l.need(strings.TrimSpace(p.Place) != "", "v", path+".place", "the address of the office or facility is missing")
}

func wrongOrMissing(text, what string) string {
	if strings.TrimSpace(text) == "" {
		return "the " + what + " is missing"
	}
	return fmt.Sprintf("%q is not a %s", text, what)
}

// isNPI reports whether a number is a National Provider Identifier: ten digits,
// of which the last checks the others by Luhn's rule after 80840 (45 CFR
// 162.406).
func isNPI(number string) bool {
	if !npiPattern.MatchString(number) {
		return false
	}
	sum := 24 // of the digits of 80840
	for i, r := range number {
		n := int(r - '0')
		if i%2 == 0 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}
