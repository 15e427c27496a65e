package fresh

import (
	"deskleaf/app/document"
	"deskleaf/content"
	"deskleaf/content/change"
)

// Places are where a text that has no place can be put, in the order of the pages.
func Places(e change.Edition, language string) []Where {
	var all []Where
	if e.Words[language].Summary == "" {
		all = append(all, Summary)
	}
	all = append(all, Where(content.Preparation), "box.before", Where(content.Aftercare), "box.expect", "box.hours", "box.call", "box.emergency")
	for _, s := range (content.Sections{}).All() {
		if s.ID != "home_care" { // the page after the visit says it
			all = append(all, Where("sections."+s.ID))
		}
	}
	return all
}

// Put is an edition in which one of the texts of a document that have no place has one.
// It still stands as in the document there.
func Put(e change.Edition, language string, left int, where Where) change.Edition {
	e = e.Clone()
	m := &maker{facts: e.Facts, words: e.Words[language], kept: map[string]bool{}}
	if m.words.Steps == nil {
		m.words.Steps = map[string]content.StepWords{}
	}
	if m.words.Signs == nil {
		m.words.Signs = map[string]string{}
	}
	text := m.words.Imported.Left[left].Text
	m.words.Imported = m.words.Imported.Without(left)
	for _, known := range m.words.Imported.Texts {
		m.kept[known] = true
	}
	m.put(heading{where: where}, document.Block{Text: text}, document.Block{Kind: document.Heading}, text)
	e.Facts, e.Words[language] = m.facts, m.words
	return e
}
