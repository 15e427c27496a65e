package handout

import (
	"slices"
	"strconv"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/sheet"
	"deskleaf/content"
	"deskleaf/content/phrases"
)

// underline stands for a line to write on where the letterhead takes only words.
const underline = "____________________"

// phoneLine is one for a phone, about as long as the number would be.
const phoneLine = "_____________"

// Letterhead is the clinic's: its name, address and both phones, as on every
// page. What the clinic has not told yet is a line to write on, and stands in
// missing. Paper with a letterhead of its own has name and address already; the
// phones still stand here, since such paper seldom has one for any hour.
func Letterhead(c *clinic.Clinic, p *phrases.Phrases) (lh sheet.Letterhead, missing []string) {
	facts := c.Facts
	lh = sheet.Letterhead{Logo: logo(c.Logo), Name: facts.Name, Initial: initial(facts.Name)}
	if lh.Free = float64(facts.TopFree); lh.Free == 0 && lh.Name == "" {
		lh.Name = p.Page.Clinic + " " + underline
		missing = append(missing, NoClinicName)
	}
	if facts.Address != "" && lh.Free == 0 {
		lh.Lines = append(lh.Lines, facts.Address)
	}
	phone := func(number, name string) string {
		if strings.TrimSpace(number) == "" {
			missing = append(missing, name)
			return phoneLine
		}
		return neatPhone(number)
	}
	lh.Phones = []sheet.Phone{
		{Label: p.Page.DayPhone, Number: phone(facts.Phones.Day, NoDayPhone)},
		{Label: p.Page.AnyHourPhone, Number: phone(facts.Phones.AnyHour, NoAnyHourPhone), Strong: true},
	}
	return lh, missing
}

// neatPhone is a number as it prints.
func neatPhone(number string) string {
	if neat, err := content.FormatPhone(number); err == nil {
		return neat
	}
	return number
}

// letterhead is the clinic's, with what this handout adds to it.
func (c *composer) letterhead() sheet.Letterhead {
	lh, missing := Letterhead(c.clinic, c.phrases)
	for _, what := range missing {
		c.lacks(what)
	}
	lh.Running = c.running()
	if !slices.Contains(c.parts, content.Preparation) {
		lh.Lines = append(lh.Lines, c.alone())
	}
	return lh
}

// initial is the letter in the box where there is no logo.
func initial(name string) string {
	for _, r := range phrases.UpperFirst(strings.TrimSpace(name)) {
		return string(r)
	}
	return ""
}

// running stands at the top of every later page: "SI joint injection · Thu, Dec
// 10, 2026 · RIGHT side".
func (c *composer) running() string {
	parts := []string{content.Plain(c.words.Short)}
	if !c.visit.Date.IsZero() {
		parts = append(parts, c.phrases.Day(c.visit.Date, 0)) // with its year
	}
	if side := c.phrases.SideLine(c.visit.Side); side != "" {
		parts = append(parts, side)
	}
	return strings.Join(parts, " · ")
}

// alone is the running line of a handout without the visit box: it says as well
// whose it is.
func (c *composer) alone() string {
	if c.visit.Name == "" {
		return c.running()
	}
	if c.notes.NameLost = sheet.Lost(c.visit.Name); len(c.notes.NameLost) > 0 {
		return c.running() + " · " + underline
	}
	return c.running() + " · " + c.visit.Name
}

// band is the warning at the top of every page; nothing where these very words
// are approved, and checked by a translator if they are a translation. Words that
// are no longer in use say so, and which they are.
func (c *composer) band() string {
	var says []string
	switch {
	case c.old != Old{}:
		says = append(says, phrases.Fill(c.phrases.Page.Old, "version", strconv.Itoa(c.old.Version), "date", c.phrases.Printed(c.old.Date)))
	case c.way == clinic.PrintPlain:
	case c.notes.State == clinic.Expired:
		says = append(says, phrases.Fill(c.phrases.Page.Expired, "date", c.phrases.Printed(c.notes.SignOff.Next)))
	default:
		says = append(says, c.phrases.Page.Draft)
	}
	if c.notes.Untranslated {
		says = append(says, c.phrases.Page.Untranslated)
	}
	return strings.Join(says, " · ")
}

// foot says which words these are. Nothing in it is the patient's.
func (c *composer) foot() string {
	return phrases.Fill(c.phrases.Page.Foot,
		"short", content.Plain(c.words.Short), "language", c.phrases.Name(c.language),
		"version", strconv.Itoa(c.procedure.Version), "date", c.phrases.Printed(c.today), "code", c.code)
}
