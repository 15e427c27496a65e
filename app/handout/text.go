package handout

import (
	"slices"
	"strconv"
	"strings"

	"deskleaf/app/sheet"
	"deskleaf/content"
	"deskleaf/content/civil"
)

// Lengths of lines to write on, in points at standard size.
const (
	blankLetter  = 6.5 // for each letter that a blank asks for, in a quick hand
	blankLetters = 12  // where a blank does not say how many
	dateLine     = 90  // under a date of the timeline, whose column is about 100 wide
	factLine     = 80  // in the visit box
)

// text turns a line of words into runs: strong words, and for each blank its
// answer or a line to write on.
func (c *composer) text(words string) sheet.Text {
	pieces, err := content.ParseText(words)
	if err != nil {
		return sheet.Plainly(words) // checked when the file was read
	}
	var t sheet.Text
	for _, p := range pieces {
		if p.Blank == "" {
			t = append(t, sheet.Run{Text: p.Text, Bold: p.Bold})
			continue
		}
		if answer, ok := c.answer(p.Blank); ok {
			t = append(t, sheet.Run{Text: answer, Bold: p.Bold})
			continue
		}
		t = append(t, c.blankRun(p.Blank))
	}
	return t
}

// blankRun is the line to write on for a blank, and notes that it is open.
func (c *composer) blankRun(id string) sheet.Run {
	if !slices.Contains(c.notes.Unanswered, id) {
		c.notes.Unanswered = append(c.notes.Unanswered, id)
	}
	letters := c.blanks[id].Line
	if letters <= 0 {
		letters = blankLetters
	}
	return c.lineRun(float64(letters) * blankLetter)
}

// lineRun is a line to write on of a length.
func (c *composer) lineRun(points float64) sheet.Run {
	return sheet.Run{Text: c.phrases.Page.Blank, Blank: points}
}

// rawAnswer is the answer to a blank as it was given.
func (c *composer) rawAnswer(id string) (string, bool) {
	b, ok := c.blanks[id]
	if !ok {
		return "", false
	}
	answer, _, ok := c.clinic.Answer(b, &c.visit, c.language)
	return answer, ok
}

// answer is the answer to a blank as the page says it. Words that the language
// lacks for it, a unit or a choice, are noted as missing.
func (c *composer) answer(id string) (string, bool) {
	answer, ok := c.rawAnswer(id)
	if !ok {
		return "", false
	}
	b := c.blanks[id]
	inLanguage := func(path string, words map[string]string) string {
		if words[c.language] == "" {
			c.missing = append(c.missing, path+"."+c.language)
		}
		return words[c.language]
	}
	switch b.Type {
	case content.DurationBlank:
		if a, err := content.ParseDuration(answer); err == nil {
			return c.phrases.Amount(a.N, a.Unit), true
		}
	case content.ClockBlank:
		if minute, err := content.ParseClock(answer); err == nil {
			return c.phrases.Clock(minute), true
		}
	case content.PhoneBlank:
		if phone, err := content.FormatPhone(answer); err == nil {
			return unbroken(phone), true
		}
	case content.NumberBlank:
		if n, err := strconv.Atoi(answer); err == nil && len(b.Unit) > 0 {
			return strconv.Itoa(n) + "\u00a0" + inLanguage("blanks."+id+".unit", b.Unit), true
		}
	case content.ChoiceBlank:
		return inLanguage("blanks."+id+".choices."+answer, b.Choices[answer]), true
	case content.DateBlank:
		if d, err := civil.ParseDate(answer); err == nil {
			return c.phrases.Day(d, c.calendar.year()), true
		}
	}
	return answer, true
}

// duration is the answer to a blank that is a length of time.
func (c *composer) duration(id string) (content.Amount, bool) {
	answer, ok := c.rawAnswer(id)
	if !ok {
		return content.Amount{}, false
	}
	a, err := content.ParseDuration(answer)
	return a, err == nil
}

// unbroken keeps a number on one line.
func unbroken(number string) string { return strings.ReplaceAll(number, " ", "\u00a0") }

// join puts texts in a row with a space between.
func join(texts ...sheet.Text) sheet.Text {
	var all sheet.Text
	for _, t := range texts {
		if len(t) == 0 {
			continue
		}
		if len(all) > 0 {
			all = append(all, sheet.Run{Text: " "})
		}
		all = append(all, t...)
	}
	return all
}

// plain is a text without its marks; a line to write on is "____".
func plain(t sheet.Text) string {
	var b strings.Builder
	for _, r := range t {
		if r.Blank > 0 {
			b.WriteString("____")
			continue
		}
		b.WriteString(r.Text)
	}
	return b.String()
}
