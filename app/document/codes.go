package document

import (
	"regexp"
	"slices"
	"strings"
)

// A Code is something in a document that has the shape of a billing code. Nobody has
// looked it up: it may be another number, an old one, or the wrong one.
type Code struct {
	System string // "CPT", "HCPCS" or "ICD-10"
	Number string
	Near   string // a few words around it
}

// shapes are what codes look like: CPT (five digits, or four and a letter), HCPCS (a
// letter and four digits), ICD-10-CM (a letter, a digit, a digit or letter, a point).
var shapes = []struct {
	system string
	shape  *regexp.Regexp
}{
	{"CPT", regexp.MustCompile(`\b[0-9]{5}\b|\b[0-9]{4}[FTU]\b`)},
	{"HCPCS", regexp.MustCompile(`\b[A-V][0-9]{4}\b`)},
	{"ICD-10", regexp.MustCompile(`\b[A-TV-Z][0-9][0-9AB]\.[0-9A-Z]{1,4}\b`)},
}

// notCodes are what stands around five digits that are no code: a state before a ZIP
// code, a sign of money, a number of a phone, and what follows a ZIP code or a price.
var (
	notBefore = regexp.MustCompile(`(?:\b[A-Z]{2}\.? |[$#,.\-–/]|\) ?[0-9]*-?|(?i:box|suite|zip) )$`)
	notAfter  = regexp.MustCompile(`^(?:-[0-9]|,[0-9]|\.[0-9]|/)`)
)

// nearby is how many bytes around a code are shown with it.
const nearby = 40

// codesIn are all that have the shape of a code, each once.
func codesIn(texts []string) []Code {
	var all []Code
	for _, text := range texts {
		for _, s := range shapes {
			for _, at := range s.shape.FindAllStringIndex(text, -1) {
				number := text[at[0]:at[1]]
				if s.system == "CPT" && (notBefore.MatchString(text[:at[0]]) || notAfter.MatchString(text[at[1]:])) {
					continue
				}
				if !slices.ContainsFunc(all, func(c Code) bool { return c.Number == number }) {
					all = append(all, Code{s.system, number, around(text, at[0], at[1])})
				}
			}
		}
	}
	return all
}

// HasCode reports whether something in a text has the shape of a billing code.
func HasCode(text string) bool { return len(codesIn([]string{text})) > 0 }

// around is a text's words around a place.
func around(text string, from, to int) string {
	start, end := max(from-nearby, 0), min(to+nearby, len(text))
	if i := strings.IndexByte(text[start:from], ' '); start > 0 && i >= 0 {
		start += i + 1
	} else if start > 0 {
		start = from
	}
	if i := strings.LastIndexByte(text[to:end], ' '); end < len(text) && i >= 0 {
		end = to + i
	} else if end < len(text) {
		end = to
	}
	return text[start:end]
}
