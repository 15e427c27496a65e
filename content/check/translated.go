package check

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"deskleaf/content"
)

// Translated finds numbers and blanks of a translation that the words it was made from
// do not have, and those of theirs that it lacks: "48 horas" where they say 24. It says
// so as advice, because a translator may well write a number as a word.
func Translated(base, w *content.Words) []Finding {
	if base == nil || base == w {
		return nil
	}
	var fs findings
	from, lengths := base.Texts(), sectionLengths(base, w)
	for path, text := range w.Texts() {
		original := from[path]
		list, _, inList := strings.Cut(path, "[")
		if text == "" || original == "" || inList && strings.HasPrefix(list, "sections.") && !lengths[list] {
			continue
		}
		has, should := figures(text), figures(original)
		for _, f := range missingFrom(has, should) {
			fs.add(Advice, path, 0, "say the same number, or write both as words", "the %s words say %s here, and these do not", base.Language, f)
		}
		for _, f := range missingFrom(should, has) {
			fs.add(Advice, path, max(strings.Index(text, f), 0), "say the same number, or write both as words", "%s does not stand in the %s words", f, base.Language)
		}
	}
	return fs.sorted()
}

// sectionLengths are the sections that have as many lines in both: of others nobody
// knows which line tells which.
func sectionLengths(a, b *content.Words) map[string]bool {
	same := map[string]bool{}
	other := b.Sections.All()
	for i, s := range a.Sections.All() {
		same["sections."+s.ID] = len(s.Lines) == len(other[i].Lines)
	}
	return same
}

var figure = regexp.MustCompile(`\{[a-z-]+\}|\d[\d.,:/]*\d|\d`)

// figures are the numbers and blanks of a text, each once. One is none: languages say
// it as an article.
func figures(text string) []string {
	all := map[string]bool{}
	for _, f := range figure.FindAllString(text, -1) {
		if f != "1" {
			all[f] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// missingFrom are those of should that has does not have.
func missingFrom(has, should []string) []string {
	return slices.DeleteFunc(slices.Clone(should), func(f string) bool { return slices.Contains(has, f) })
}
