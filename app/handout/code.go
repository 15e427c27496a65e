package handout

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"

	"deskleaf/content"
)

// signs are Crockford's 32 signs for numbers that people read out: no I, L, O or
// U, which look or sound like others (crockford.com/base32.html).
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// codeSigns is how many signs of a code come from the words; one more checks
// them.
const codeSigns = 5

// Code is the short code in a sheet's foot, such as "7KQ4-2M": five signs from
// the words' fingerprint, the language, the size, the parts and the options, and
// a sign that checks the five. Two sheets with one code tell the same words but
// for one chance in 33 million. Nothing of the patient, the visit, the clinic's
// answers or the extras is in it. Without procedure or words it is "". [Lookup]
// goes the other way.
func Code(in Input) string {
	if in.Procedure == nil || in.Words == nil {
		return ""
	}
	m := imprint{fingerprint: content.Fingerprint(in.Procedure, in.Words), language: in.Words.Language, large: in.Visit.Large, longer: in.Longer, parts: printed(in)}
	for _, o := range in.Procedure.Options {
		m.options = append(m.options, choice{o.ID, in.Visit.Choice(o)})
	}
	return m.code()
}

// An imprint is what a code is made from.
type imprint struct {
	fingerprint, language string
	large, longer         bool
	parts                 []content.Part
	options               []choice // in the order of the procedure
}

// A choice is what was chosen for an option; "" for nothing.
type choice struct{ option, chosen string }

// code is the code of an imprint.
func (m imprint) code() string {
	var what strings.Builder
	fmt.Fprintf(&what, "%s\n%s\nlarge %t\nlonger %t\n", m.fingerprint, m.language, m.large, m.longer)
	for _, part := range m.parts {
		fmt.Fprintf(&what, "part %s\n", part)
	}
	for _, o := range m.options {
		fmt.Fprintf(&what, "option %s=%s\n", o.option, o.chosen)
	}
	return codeOf(sha256.Sum256([]byte(what.String())))
}

// codeOf writes the first bits of a hash as a code.
func codeOf(hash [sha256.Size]byte) string {
	bits := uint64(0)
	for _, b := range hash[:8] {
		bits = bits<<8 | uint64(b)
	}
	var values []byte
	for i := range codeSigns {
		values = append(values, byte(bits>>(59-5*i))&31)
	}
	values = append(values, checkSign(values))
	return spell(values)
}

// spell writes values as signs, four and then the rest.
func spell(values []byte) string {
	var b strings.Builder
	for i, v := range values {
		if i == 4 {
			b.WriteByte('-')
		}
		b.WriteByte(signs[v])
	}
	return b.String()
}

// checkSign is the sum of the values, each times its own power of two, in the
// field of 32 elements. It differs for any one wrong sign and any two neighbors
// that changed places.
func checkSign(values []byte) byte {
	sum := byte(0)
	for _, v := range values {
		sum = double(sum ^ v)
	}
	return sum
}

// double multiplies by two in the field of 32 elements, modulo x^5 + x^2 + 1.
func double(v byte) byte {
	v <<= 1
	if v&32 != 0 {
		v ^= 0b100101
	}
	return v
}

// ErrSlip says that a text has the form of a sheet code and a letter or digit of
// it is wrong.
var ErrSlip = errors.New("a letter or digit is wrong")

// ReadCode reads a sheet code as people type it: small letters, without its
// hyphen, O for 0, I and L for 1. What cannot be a code is an error; one that was
// read or typed wrong wraps [ErrSlip].
func ReadCode(text string) (string, error) {
	var values []byte
	for _, r := range strings.ToUpper(text) {
		switch r {
		case '-', ' ':
			continue
		case 'O':
			r = '0'
		case 'I', 'L':
			r = '1'
		}
		v := strings.IndexRune(signs, r)
		if v < 0 {
			return "", fmt.Errorf("%q is not a sheet code such as 7KQ4-2M: it cannot hold %q", text, r)
		}
		values = append(values, byte(v))
	}
	if len(values) != codeSigns+1 {
		return "", fmt.Errorf("%q is not a sheet code such as 7KQ4-2M: it has %d letters and digits, not %d", text, len(values), codeSigns+1)
	}
	if checkSign(values[:codeSigns]) != values[codeSigns] {
		return "", fmt.Errorf("the sheet code %q cannot be right: %w", text, ErrSlip)
	}
	return spell(values), nil
}

// FileName is the name for a saved handout: the procedure's id, the visit's
// date, and the language where it is not English. It never holds a patient's
// name.
func FileName(in Input) string {
	name := "handout"
	if in.Procedure != nil {
		name = in.Procedure.ID
	}
	for _, also := range in.Also {
		name += "+" + also.Visit.Procedure
	}
	if !in.Visit.Date.IsZero() {
		name += "-" + in.Visit.Date.String()
	}
	if in.Words != nil && in.Words.Language != "en" {
		name += "-" + in.Words.Language
	}
	return name + ".pdf"
}
