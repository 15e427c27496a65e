package day

import (
	"slices"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/table"
	"deskleaf/content"
	"deskleaf/content/library"
)

// typed is what an appointment type means.
type typed struct {
	id      string
	side    content.Side
	noSheet bool
	options map[string]string
	trouble Trouble
	note    *Trouble
}

// typeOf reads what a line says of its procedure. It takes, in this order, what the
// clinic has taught, a code, and a name in full; and then the same of the text
// without the words for a side at its ends. Nothing that is only alike is taken.
func (r *Reader) typeOf(text string) typed {
	if text == "" {
		return typed{trouble: Trouble{Field: Type, Reason: NoType}}
	}
	folded := table.Fold(text)
	if t, known := r.exact(text, folded); known {
		return t
	}
	if words, side := withoutSide(folded); side != content.NoSide {
		t, known := r.exact(text, words)
		if known && (t.noSheet || t.side == content.NoSide || t.side == side) {
			t.side = side
			return t
		}
	}
	return typed{trouble: Trouble{Field: Type, Reason: UnknownType, Said: text}}
}

// exact is what a text means as it stands.
func (r *Reader) exact(text, folded string) (typed, bool) {
	if t, ok := r.Clinic.Schedules.Type(folded); ok && (t.NoSheet || r.short[t.Procedure] != "") {
		return typed{id: t.Procedure, side: t.Side, noSheet: t.NoSheet, options: t.Options}, true
	}
	if number, side, ok := codeIn(folded); ok {
		return r.byCode(text, number, side)
	}
	switch ids := r.names[folded]; len(ids) {
	case 0:
		return typed{}, false
	case 1:
		return typed{id: ids[0]}, true
	default:
		return typed{trouble: Trouble{Field: Type, Reason: SharedType, Said: text, Other: strings.Join(ids, ", ")}}, true
	}
}

// codeIn is the code that a folded text is: "27096", "cpt 27096", "27096 rt". A
// number among other words may be anything, such as a patient's.
func codeIn(folded string) (number string, side content.Side, ok bool) {
	for _, word := range strings.Fields(folded) {
		upper := strings.ToUpper(word)
		switch ofModifier, modifies := modifiers[word]; {
		case word == "cpt" || word == "hcpcs" || word == "code" || word == "codigo":
		case content.IsCode(upper) && number == "":
			number = upper
		case modifies && number != "" && side == content.NoSide:
			side = ofModifier
		default:
			return "", content.NoSide, false
		}
	}
	return number, side, number != ""
}

// byCode is the procedure that a code means. A code that several share, and that
// means none of them first, is for somebody to decide.
func (r *Reader) byCode(text, number string, side content.Side) (typed, bool) {
	matches := r.Library.ByCode(number)
	if len(matches) == 0 {
		return typed{}, false
	}
	first := matches[0]
	if len(matches) > 1 && !first.Code.Primary {
		ids := make([]string, len(matches))
		for i, m := range matches {
			ids[i] = m.Entry.ID
		}
		return typed{trouble: Trouble{Field: Type, Reason: SharedType, Said: text, Other: strings.Join(ids, ", ")}}, true
	}
	t := typed{id: first.Entry.ID, side: side}
	if odd(first) {
		t.note = &Trouble{Field: Type, Reason: OddCode, Said: number, Other: strings.Join(first.Instead, ", ")}
	}
	return t, true
}

// odd reports whether a code is not the right one for the procedure that lists it.
func odd(m library.CodeMatch) bool {
	return m.Code.Status == string(content.CodeDisputed) || m.Code.Status == string(content.CodeRetired)
}

// withoutSide takes the word for a side from the end of a folded text, or from its
// beginning.
func withoutSide(folded string) (words string, side content.Side) {
	all := strings.Fields(folded)
	if len(all) < 2 {
		return folded, content.NoSide
	}
	if s, ok := sides[all[len(all)-1]]; ok {
		return strings.Join(all[:len(all)-1], " "), s
	}
	if s, ok := sides[all[0]]; ok {
		return strings.Join(all[1:], " "), s
	}
	return folded, content.NoSide
}

// TeachType is the rules with an appointment type learned: that it means a
// procedure, on a side where the text itself does not say one, or, where p is nil,
// that there is no sheet to give. A text that ends in a side is learned without it,
// so that its other sides are known too.
func TeachType(rules clinic.Schedules, text string, p *content.Procedure, side content.Side) clinic.Schedules {
	t := clinic.AppointmentType{Name: table.Fold(text), NoSheet: p == nil}
	if p == nil {
		return rules.WithType(t)
	}
	t.Procedure, t.Side = p.ID, side
	if words, said := withoutSide(t.Name); side == said && slices.Contains(p.Sides, said) {
		t.Name, t.Side = words, content.NoSide
	}
	return rules.WithType(t)
}

// TeachOptions is the rules with what is chosen for the options of the procedure
// that an appointment type means; a type that was not taught learns nothing.
func TeachOptions(rules clinic.Schedules, text string, options map[string]string) clinic.Schedules {
	folded := table.Fold(text)
	words, _ := withoutSide(folded)
	for _, name := range []string{folded, words} {
		if t, ok := rules.Type(name); ok {
			t.Options = options
			return rules.WithType(t)
		}
	}
	return rules
}

// SideOf is the side that an appointment type names at its end or beginning.
func SideOf(text string) content.Side {
	_, side := withoutSide(table.Fold(text))
	return side
}
