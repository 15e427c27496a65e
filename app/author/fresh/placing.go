package fresh

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"deskleaf/app/document"
	"deskleaf/content"
)

// intro takes a text under no heading that leads anywhere: the first one sums up.
func (m *maker) intro(at heading, text string) {
	if m.words.Summary == "" && (at.title || at.level == 0) && len(strings.Fields(text)) >= 6 {
		m.sum(at, text)
		return
	}
	m.leave(at.text, text)
}

// longestSummary is how many words the summary may have.
const longestSummary = 40

// sum makes a text the summary, as much of it as that holds.
func (m *maker) sum(at heading, text string) {
	if m.words.Summary != "" {
		m.leave(at.text, text)
		return
	}
	head, rest := cut(text, longestSummary)
	m.words.Summary = m.keep(head)
	m.report.Lines++
	if rest != "" {
		m.leave(at.text, rest)
	}
}

// put places a text where the heading above it leads.
func (m *maker) put(at heading, b, next document.Block, text string) {
	where := string(at.where)
	switch {
	case at.where == Summary:
		m.sum(at, text)
	case at.where == Questions:
		m.leave(at.text, text)
	case strings.HasPrefix(where, "box."):
		m.sign(content.Box(strings.TrimPrefix(where, "box.")), text)
	case at.where == Where(content.Aftercare) && b.Kind != document.Row && expected.MatchString(folded(text)):
		m.sign(content.BoxExpect, text)
	case strings.HasPrefix(where, "sections."):
		m.line(strings.TrimPrefix(where, "sections."), text)
	case b.Kind == document.Row:
		m.rowStep(at, b)
	case at.label != "":
		label := strings.TrimRight(at.label, ": ")
		m.under[len(m.under)-1].label = ""
		if m.listed = (&listed{at: at, text: label}); m.listed.takes(b) {
			m.listed.items = []string{text}
			return
		}
		m.listed = nil
		m.step(at, label+": "+text)
	default:
		m.listed = &listed{at: at, text: text}
		if b.Kind == document.Item {
			m.listed.level = b.Level
		} else if next.Kind != document.Item {
			m.endStep()
		}
	}
}

// rowStep makes a step of a row of a table, whose first cell may say when.
func (m *maker) rowStep(at heading, b document.Block) {
	cells := slices.DeleteFunc(slices.Clone(b.Cells), func(c string) bool { return c == "" })
	if when, said := timeOf(at.where.part(), cells[0]+" "); said {
		at.when = &when
	}
	m.step(at, unmarked(cells[0]+": "+strings.Join(cells[1:], "; ")))
}

// longestStep is how many words of a step stand on the page; the rest is told in the
// window.
const longestStep = 25

// step adds a step with a text.
func (m *maker) step(at heading, text string) {
	part := at.where.part()
	step := content.Step{ID: m.id(func(id string) bool { _, taken := m.words.Steps[id]; return taken }), Part: part, When: usual(part), Sources: []string{source}}
	if at.when != nil {
		step.When = *at.when
	}
	head, rest := cut(text, longestStep)
	if when, said := timeOf(part, head); said {
		step.When = when
	}
	m.facts.Steps = append(m.facts.Steps, step)
	m.words.Steps[step.ID] = content.StepWords{Text: m.keep(head), More: m.keep(rest)}
	m.report.Steps++
}

// expected is how what may come begins, which is nothing to do.
var expected = regexp.MustCompile(`^ (?:you (?:may|might) (?:also )?(?:have|feel|notice|see|be|get)|it is (?:normal|common)|some \w+ is (?:normal|common)|expect|(?:es posible que|puede que|usted puede|puede) (?:tenga|sienta|note|sentir|tener|notar)|es normal) `)

// emergency is what no other box may hold.
var emergency = regexp.MustCompile(`\b911\b`)

// sign adds a line to a box. Those that say when to call are always printed.
func (m *maker) sign(box content.Box, text string) {
	if box == content.BoxCall && emergency.MatchString(text) {
		box = content.BoxEmergency
	}
	s := content.Sign{
		ID: m.id(func(id string) bool { _, taken := m.words.Signs[id]; return taken }), Box: box, Sources: []string{source},
		Essential: box == content.BoxCall || box == content.BoxEmergency,
	}
	m.facts.Signs = append(m.facts.Signs, s)
	m.words.Signs[s.ID] = m.keep(text)
	m.report.Signs++
}

// line adds a line to a section.
func (m *maker) line(section, text string) {
	*m.section(section) = append(*m.section(section), m.keep(text))
	m.report.Lines++
}

func (m *maker) section(id string) *[]string {
	s := &m.words.Sections
	return map[string]*[]string{
		"why": &s.Why, "signs": &s.Signs, "causes": &s.Causes, "tests": &s.Tests, "happens": &s.Happens, "risks": &s.Risks,
		"alternatives": &s.Alternatives, "follow_up": &s.FollowUp, "prevention": &s.Prevention, "cost": &s.Cost, "insurance": &s.Insurance,
	}[id]
}

// endQuestion takes the question that is open. One without an answer has no place.
func (m *maker) endQuestion() {
	q := m.asked
	if m.asked = nil; q == nil {
		return
	}
	if q.Answer == "" {
		m.leave("", q.Ask)
		return
	}
	q.Answer = m.keep(q.Answer)
	m.words.Questions = append(m.words.Questions, *q)
	m.report.Asked++
}

// leave lists a text that has no place.
func (m *maker) leave(under, text string) {
	for i := range m.under {
		m.under[i].alone = m.under[i].alone && m.under[i].text != under
	}
	m.words.Imported.Left = append(m.words.Imported.Left, content.Unplaced{Under: under, Text: m.keep(text)})
}

// keep notes a text as one of the document's, and gives it back.
func (m *maker) keep(text string) string {
	if text != "" && !m.kept[text] {
		m.kept[text] = true
		m.words.Imported.Texts = append(m.words.Imported.Texts, text)
	}
	return text
}

// id is an id that no step or sign has.
func (m *maker) id(taken func(string) bool) string {
	for n := 1; ; n++ {
		if id := fmt.Sprintf("own-%d", n); !taken(id) {
			return id
		}
	}
}

// unmarked is a text without what would be a mark here: stars and braces.
func unmarked(text string) string {
	return strings.Join(strings.Fields(marks.Replace(text)), " ")
}

var marks = strings.NewReplacer("**", " ", "{", "(", "}", ")", "*", " ")

// sentenceEnd is where a sentence ends and another begins.
var sentenceEnd = regexp.MustCompile(`[.!?]["”)]* +[A-ZÁÉÍÓÚÑ¿¡(“"]`)

// cut cuts a text behind a sentence, so that at most so many words stand before; at
// the first sentence's end where that is longer.
func cut(text string, most int) (head, rest string) {
	if len(strings.Fields(text)) <= most {
		return text, ""
	}
	end := 0
	for _, at := range sentenceEnd.FindAllStringIndex(text, -1) {
		space := at[0] + strings.IndexByte(text[at[0]:], ' ')
		if end > 0 && len(strings.Fields(text[:space])) > most {
			break
		}
		end = space
	}
	if end == 0 {
		return text, ""
	}
	return text[:end], strings.TrimSpace(text[end:])
}

// Name is what a document's procedure is probably called; "" where it does not say.
func Name(d document.Document) string {
	head, _, _ := strings.Cut(d.Title, ":")
	for _, title := range []string{about.ReplaceAllString(calm(d.Title), ""), head} {
		title = behind.ReplaceAllString(title, "")
		if _, _, leads := lead(title, Nowhere); !leads {
			return capital(calm(unmarked(title)))
		}
	}
	return ""
}

// about is what titles say before the name of the procedure.
var about = regexp.MustCompile(`(?i)^(?:(?:patient )?instructions (?:for|before|after)|(?:how to )?(?:get(?:ting)? ready|prepar(?:e|ing|ation)) for|what to expect (?:before|during|after)|(?:instrucciones|indicaciones|preparación|información|cuidados) (?:para|sobre|antes de|después de)|(?:cómo )?(?:prepararse|preparándose|prepárese) para)(?: having)?(?: your| a| an| the| su| la| el| un| una)? |^(?:your|su) `)

// behind is what titles say after it.
var behind = regexp.MustCompile(`(?i)[ :–—-]+(?:(?:patient )?(?:prep(?:aration)?|pre-?op|post-?op|discharge|aftercare|home care)[ -]?)?(?:instructions?|instruction sheet|sheet|information|handout|guide|preparation|prep|appointment|visit)$`)

// capital is a text with its first letter large.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// calm is a title in capitals as one writes it in a text.
func calm(title string) string {
	if len([]rune(title)) < 6 || title != strings.ToUpper(title) {
		return title
	}
	words := strings.Fields(title)
	for i, w := range words {
		if !strings.HasPrefix(w, "(") && !slices.Contains(initials, w) {
			words[i] = strings.ToLower(w)
		}
	}
	return capital(strings.Join(words, " "))
}

// initials are names of procedures that stay in capitals.
var initials = strings.Fields("MRI MRA CT CAT PET EGD ERCP EUS EKG ECG EEG EMG TEE TTE IV IUD DEXA DXA RFA ESI SI LASIK LEEP D&C")
