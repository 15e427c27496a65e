package check

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"deskleaf/content"
	"deskleaf/content/medicine"
)

// A Reading is how hard a page is to read, as counted over a patient's whole text
// of one part: without headings, names of drugs and the procedure's own name.
// Each line is a sentence or more; one without a full stop, as in the boxes for
// trouble, is one sentence.
type Reading struct {
	Sentences, Words, Syllables int
	Long                        int // words of three syllables or more
}

// Grade is the Flesch-Kincaid grade: the year of US school that the text asks for.
// Kincaid, Fishburne, Rogers, Chissom: Derivation of new readability formulas,
// Naval Technical Training Command, Research Branch Report 8-75, 1975.
func (r Reading) Grade() float64 {
	return 0.39*r.sentence() + 11.8*r.word() - 15.59
}

// SMOG is McLaughlin's grade, which is stricter and holds better for texts on
// health. G. H. McLaughlin: SMOG grading, a new readability formula, Journal of
// Reading 12 (1969), 639-646. For fewer than 30 sentences the count is projected to
// 30, as usual.
func (r Reading) SMOG() float64 {
	return 1.043*math.Sqrt(float64(r.Long)*30/float64(max(r.Sentences, 1))) + 3.1291
}

// Inflesz is the Szigriszt-Pazos index of how clear a Spanish text is, from 0 to
// 100, more being easier. F. Szigriszt Pazos, doctoral thesis, Universidad
// Complutense de Madrid, 1993; its scale for patients' texts is INFLESZ, by I.
// Barrio-Cantalejo and others, Anales del Sistema Sanitario de Navarra 31 (2008),
// 135-152: below 40 very hard, to 55 rather hard, to 65 normal, to 80 rather easy,
// above very easy.
func (r Reading) Inflesz() float64 {
	return 206.835 - 62.3*r.word() - r.sentence()
}

// sentence is the words a sentence has, word the syllables a word has.
func (r Reading) sentence() float64 { return float64(r.Words) / float64(max(r.Sentences, 1)) }
func (r Reading) word() float64     { return float64(r.Syllables) / float64(max(r.Words, 1)) }

// bounds are how hard a text may be, by each formula; 0 where it is not asked.
type bounds struct{ grade, smog, inflesz float64 }

// The bounds of a page that a patient takes home. Grade 6 is what the American Medical Association and the National
// Library of Medicine ask for; SMOG reads about two grades higher on the same
// text. For Spanish, 65 is where INFLESZ begins to call a text rather easy: what
// somebody reads who left school after the sixth year.
var onPaper = bounds{grade: 6, smog: 8, inflesz: 65}

// The bounds of a section that only the window shows: staff have it before them and
// say it in their own words, or turn the screen. Grade 8 is the most that the National
// Institutes of Health allow for words to patients; 55 is where INFLESZ calls a text
// normal. SMOG is not asked: on so few sentences it says little.
var onScreen = bounds{grade: 8, inflesz: 55}

// leastWords is how long a text must be to be judged: on less the formulas say
// nothing.
const leastWords = 50

// boundsOf are the bounds of what a reading is of; see [Verdict].
func boundsOf(what string) bounds {
	if strings.HasPrefix(what, "sections.") {
		return onScreen
	}
	return onPaper
}

// Easy reports whether what was counted in a language reads as easily as is wanted.
// What is too short to be judged is easy.
func Easy(language, what string, r Reading) bool {
	l, known := languageOf(language)
	return !known || r.Words < leastWords || len(l.tooHard(r, boundsOf(what))) == 0
}

// Bound is the most that [Reading.Grade] may be of what was counted, or in Spanish
// the least that [Reading.Inflesz] should be.
func Bound(language, what string) float64 {
	if b := boundsOf(what); language == "es" {
		return b.inflesz
	} else {
		return b.grade
	}
}

// count counts a text, without the words to skip. long gives how often each long
// word stands there; nil for none.
func (l *language) count(text line, skip map[string]bool) (r Reading, long map[string]int) {
	for _, sentence := range text {
		words := 0
		for _, w := range sentence {
			if w.blank || isPolicy(w.folded) || skip[w.folded] || skip[strings.TrimSuffix(w.folded, "s")] || medicine.IsName(w.folded) {
				continue
			}
			n := l.syllables(w.text)
			words++
			r.Syllables += n
			if n >= 3 {
				r.Long++
				if long == nil {
					long = map[string]int{}
				}
				long[strings.ToLower(w.text)]++
			}
		}
		if words > 0 {
			r.Words += words
			r.Sentences++
		}
	}
	return r, long
}

// isPolicy reports whether a word is the number of a plan's or Medicare's policy, such
// as L35350: nobody reads its digits as a word.
func isPolicy(word string) bool {
	if len(word) < 5 || word[0] < 'a' || word[0] > 'z' {
		return false
	}
	return strings.Trim(word[1:], "0123456789") == ""
}

// add counts another text too.
func (r *Reading) add(o Reading) {
	r.Sentences, r.Words, r.Syllables, r.Long = r.Sentences+o.Sentences, r.Words+o.Words, r.Syllables+o.Syllables, r.Long+o.Long
}

// nameWords are the words of a procedure's names that are long: they stand in the
// text because the thing is called so.
func nameWords(w *content.Words) map[string]bool {
	words := map[string]bool{}
	for _, name := range []string{w.Title, w.Short, w.Noun} {
		for _, sentence := range lineOf(name) {
			for _, w := range sentence {
				if len(w.folded) > 3 {
					words[w.folded] = true
				}
			}
		}
	}
	return words
}

// hard finds a part that is too hard to read.
func (fs *findings) hard(l *language, part content.Part, r Reading, long map[string]int) {
	if r.Words < leastWords {
		return
	}
	for _, what := range l.tooHard(r, onPaper) {
		fs.add(Advice, "handout."+string(part)+".title", 0, longest(long), "the words of this page, steps and boxes together, %s", what)
	}
}

// hardSection finds a section of the window that is too hard to read.
func (fs *findings) hardSection(l *language, section string, r Reading, long map[string]int) {
	if r.Words < leastWords {
		return
	}
	for _, what := range l.tooHard(r, onScreen) {
		fs.add(Advice, section+"[0]", 0, longest(long), "the lines of this section together %s", what)
	}
}

// mostNamed is how many long words a hint names.
const mostNamed = 6

// longest names the long words that stand there most often, for whoever has to
// find shorter ones.
func longest(long map[string]int) string {
	words := slices.Collect(maps.Keys(long))
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(long[b], long[a]), cmp.Compare(a, b)) })
	for i, w := range words {
		if long[w] > 1 {
			words[i] = fmt.Sprintf("%s (%d)", w, long[w])
		}
	}
	if len(words) > mostNamed {
		words = words[:mostNamed]
	}
	return "shorter words and sentences; long words here: " + strings.Join(words, ", ")
}

// tooHardEnglish says by which formulas a text is too hard.
func tooHardEnglish(r Reading, b bounds) []content.Saying {
	var why []content.Saying
	if g := r.Grade(); g > b.grade {
		why = append(why, content.Saying{Format: "ask for grade %.1f (Flesch-Kincaid); at most %.0f is wanted", Args: []any{g, b.grade}})
	}
	if g := r.SMOG(); b.smog > 0 && g > b.smog {
		why = append(why, content.Saying{Format: "ask for grade %.1f (SMOG); at most %.0f is wanted", Args: []any{g, b.smog}})
	}
	return why
}

// tooHardSpanish says the same of a Spanish text.
func tooHardSpanish(r Reading, b bounds) []content.Saying {
	if i := r.Inflesz(); i < b.inflesz {
		return []content.Saying{{Format: "have %.0f points of INFLESZ; at least %.0f are wanted", Args: []any{i, b.inflesz}}}
	}
	return nil
}
