package find

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A slot is the kind of text that a word stands in, as far as scores tell them
// apart.
type slot uint8

const (
	slotShort slot = iota
	slotTitle
	slotName
	slotInitials
	slotPrimaryCode
	slotCode
	slotDisputedCode
	slotRetiredCode
	slotTopic
	slotCategory
	slotMisspelled
	slots
)

// field is the slot as [Match] tells it.
func (s slot) field() Field {
	switch {
	case s <= slotInitials:
		return Field(s)
	case s.isCode():
		return FieldCode
	}
	return Field(s - slotRetiredCode + slot(FieldCode))
}

func (s slot) isCode() bool { return slotPrimaryCode <= s && s <= slotRetiredCode }

// isReal reports whether words of this slot are words that people mean, and not
// slips, numbers or initials.
func (s slot) isReal() bool { return s != slotMisspelled && s != slotInitials && !s.isCode() }

// An entryText is one text of an entry.
type entryText struct {
	slot slot
	// text is as it stands in the entry; initials are made of it when they are
	// asked for.
	text string
	// acronyms says that initials take short words in capitals whole.
	acronyms bool
	code     *Code
}

// textsOf lists the texts of an entry, in the order in which one is preferred
// where two fit as well.
func textsOf(e *Entry) []entryText {
	texts := make([]entryText, 0, 7+len(e.Names)+len(e.Codes)+len(e.Topics)+len(e.Misspelled))
	add := func(s slot, list ...string) {
		for _, text := range list {
			texts = append(texts, entryText{slot: s, text: text})
		}
	}
	addInitials := func(text string) {
		texts = append(texts, entryText{slot: slotInitials, text: text}, entryText{slot: slotInitials, text: text, acronyms: true})
	}
	add(slotShort, e.Short)
	if e.Title != e.Short {
		add(slotTitle, e.Title)
	}
	add(slotName, e.Names...)
	addInitials(e.Short)
	if e.Title != e.Short {
		addInitials(e.Title)
	}
	for i := range e.Codes {
		texts = append(texts, entryText{slot: slotOfCode(e.Codes[i]), text: e.Codes[i].Number, code: &e.Codes[i]})
	}
	add(slotTopic, e.Topics...)
	add(slotCategory, e.Category)
	add(slotMisspelled, e.Misspelled...)
	return texts
}

func slotOfCode(c Code) slot {
	switch {
	case c.Status == "disputed" || c.Status == "unverified":
		return slotDisputedCode
	case c.Status == "retired":
		return slotRetiredCode
	case c.Primary:
		return slotPrimaryCode
	}
	return slotCode
}

// appendWords appends the words of the text that the index keeps.
func (t entryText) appendWords(words []word) []word {
	switch {
	case t.slot == slotInitials:
		if letters, _ := t.initials(); letters != "" {
			words = append(words, word{folded: letters, end: len(t.text)})
		}
		return words
	case t.slot.isCode():
		return append(words, word{folded: fold(t.text), end: len(t.text)})
	}
	return appendWords(words, t.text, true)
}

// initials makes the initials of a text of two words or more, without fillers
// and what stands in brackets, and says where each letter stands. A short word
// in capitals may count whole: "SI joint injection" is SJI, and SIJI with
// acronyms. With acronyms, a text that has none makes no initials again.
func (t entryText) initials() (letters string, from []Span) {
	var buffer [16]word
	count, found := 0, false
	for _, w := range appendWords(buffer[:0], t.text, false) {
		if fillers[w.folded] || inBrackets(t.text, w.start) {
			continue
		}
		count++
		if t.acronyms && isAcronym(t.text[w.start:w.end]) {
			found = true
			for i := w.start; i < w.end; i++ {
				from = append(from, Span{i, i + 1})
			}
			letters += w.folded
			continue
		}
		_, size := utf8.DecodeRuneInString(w.folded)
		letters += w.folded[:size]
		from = append(from, Span{w.start, w.start + prefixBytes(t.text[w.start:w.end], 1)})
	}
	if count < 2 || t.acronyms && !found {
		return "", nil
	}
	return letters, from
}

// inBrackets reports whether the byte at i stands within round brackets.
func inBrackets(text string, i int) bool {
	return strings.Count(text[:i], "(") > strings.Count(text[:i], ")")
}

// maxAcronym is the most letters that a word in capitals is taken for an
// acronym with.
const maxAcronym = 4

// isAcronym reports whether a word is one like "SI": two to four capital ASCII
// letters.
func isAcronym(w string) bool {
	if len(w) < 2 || len(w) > maxAcronym {
		return false
	}
	return strings.IndexFunc(w, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsUpper(r) }) < 0
}
