package library

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"deskleaf/content"
	"deskleaf/content/check"
)

// Judged is what there is to say of a procedure that somebody is writing.
type Judged struct {
	Book *Book // as it would be read from its files
	// Facts and Words are the findings, those of words by language. The path of a
	// step or sign has its id, also in Facts: "steps.ice.when". A refusal keeps the
	// words from printing.
	Facts []check.Finding
	Words map[string][]check.Finding
	// Missing are, by language, the paths that have no words yet.
	Missing map[string][]string
	// Readings are, by language, how hard it is to read; see [check.Verdict].
	Readings map[string]map[string]check.Reading
}

// A Judging judges one procedure again and again while somebody writes it, and
// looks anew only at what changed. The zero Judging knows nothing yet. Several
// goroutines must not use one at a time.
type Judging struct{ checkers map[string]*check.Checker }

// Judge holds a procedure that is not in files yet against all that files are held
// to. Nothing given is changed, and the book must not be.
func (g *Judging) Judge(p *content.Procedure, words map[string]*content.Words) Judged {
	j := Judged{
		Book:  &Book{Procedure: *p, Words: words, Missing: map[string][]string{}},
		Words: map[string][]check.Finding{}, Missing: map[string][]string{},
		Readings: map[string]map[string]check.Reading{},
	}
	var faults []string
	for _, problem := range p.Problems(World()) {
		f := refusal(problem)
		f.Path = byID(p, f.Path)
		if strings.HasSuffix(f.Path, ".icon") {
			f.Weight = check.Mistake
		} else {
			faults = append(faults, f.What)
		}
		j.Facts = append(j.Facts, f)
	}
	for _, f := range check.Facts(p, words[BaseLanguage]) {
		f.Path = byID(p, f.Path)
		j.Facts = append(j.Facts, f)
	}
	for _, language := range languages(words) {
		j.judge(g.checker(language), language, words[language], words[BaseLanguage])
		if why := slices.Concat(faults, j.Book.Missing[language]); len(why) > 0 {
			j.Book.Missing[language] = why
		}
	}
	return j
}

// checker is what judges the words of a language.
func (g *Judging) checker(language string) *check.Checker {
	if g.checkers == nil {
		g.checkers = map[string]*check.Checker{}
	}
	if g.checkers[language] == nil {
		g.checkers[language] = &check.Checker{}
	}
	return g.checkers[language]
}

// judge judges the words of one language.
func (j *Judged) judge(checker *check.Checker, language string, w, base *content.Words) {
	p := &j.Book.Procedure
	verdict := checker.Words(p, w)
	found := append(verdict.Findings, check.Translated(base, w)...)
	j.Readings[language] = verdict.Readings
	for _, problem := range append(w.Problems(p, World()), untold(base, w)...) {
		if problem.Missing {
			j.Missing[language] = append(j.Missing[language], problem.Path)
			continue
		}
		found = append(found, refusal(problem))
	}
	slices.Sort(j.Missing[language])
	j.Missing[language] = slices.Compact(j.Missing[language])
	j.Words[language] = found
	j.Book.Missing[language] = slices.Clone(j.Missing[language])
	for _, f := range found {
		if f.Weight == check.Refusal {
			j.Book.Missing[language] = append(j.Book.Missing[language], f.What)
		}
	}
}

// Refused reports whether there is a mistake, other than words that a translation
// lacks, with which the words of some language would not print.
func (j *Judged) Refused() bool {
	refused := func(fs []check.Finding) bool {
		return slices.ContainsFunc(fs, func(f check.Finding) bool { return f.Weight == check.Refusal })
	}
	for _, found := range j.Words {
		if refused(found) {
			return true
		}
	}
	return refused(j.Facts) || len(j.Missing[BaseLanguage]) > 0
}

func refusal(p content.Problem) check.Finding {
	return check.Finding{Path: p.Path, Weight: check.Refusal, What: p.What, Said: p.Said, Hint: p.Hint}
}

var numbered = regexp.MustCompile(`^(steps|signs)\[(\d+)\]`)

// byID is a path with the id of a step or sign in the place of its number.
func byID(p *content.Procedure, path string) string {
	return numbered.ReplaceAllStringFunc(path, func(head string) string {
		m := numbered.FindStringSubmatch(head)
		i, err := strconv.Atoi(m[2])
		switch {
		case err == nil && m[1] == "steps" && i < len(p.Steps):
			return "steps." + p.Steps[i].ID
		case err == nil && m[1] == "signs" && i < len(p.Signs):
			return "signs." + p.Signs[i].ID
		}
		return head
	})
}
