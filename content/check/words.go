package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A word of a text, with where it stands.
type word struct {
	text    string // as written, without bold marks
	folded  string // small letters without accents
	at, end int    // bytes of the text
	blank   bool   // a {blank}, which stands for a word or two
	after   string // what stands between it and the last mark before the next word; "" without marks
}

// A line is a text as sentences of words.
type line [][]word

// lineOf reads a text. Bold marks are no part of it; a sentence ends at a full
// stop, question or exclamation mark, and at the end of the text.
func lineOf(text string) line {
	var l line
	var sentence []word
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '{' && strings.IndexByte(text[i:], '}') > 0:
			end := i + strings.IndexByte(text[i:], '}') + 1
			sentence = append(sentence, word{text: text[i:end], folded: "_", at: i, end: end, blank: true})
			i = end
		case isWordRune(r):
			end := wordEnd(text, i)
			plain := text[i:end]
			if strings.Contains(plain, "**") {
				plain = strings.ReplaceAll(plain, "**", "")
			}
			sentence = append(sentence, word{text: plain, folded: fold(plain), at: i, end: end})
			i = end
		default:
			if n := len(sentence); n > 0 && r != ' ' && r != '*' {
				sentence[n-1].after = text[sentence[n-1].end : i+size]
			}
			i += size
			if endsSentence(r, text[i:], sentence) {
				l, sentence = append(l, sentence), nil
			}
		}
	}
	if len(sentence) > 0 {
		l = append(l, sentence)
	}
	return l
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '$' || r == '%' || r == '°'
}

// wordEnd is the end of the word that begins at start: letters and digits, with
// hyphens, apostrophes, points and commas inside ("X-ray", "doctor's", "100.4",
// "1,500", "a.m").
func wordEnd(text string, start int) int {
	end := start
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		next, _ := utf8.DecodeRuneInString(text[end+size:])
		previous, _ := utf8.DecodeLastRuneInString(text[:end])
		switch {
		case isWordRune(r):
		case (r == '-' || r == '\'' || r == '’') && isWordRune(next):
		case (r == '.' || r == ',' || r == ':') && unicode.IsDigit(previous) && unicode.IsDigit(next):
		case r == '.' && end-start <= 3 && unicode.IsLetter(next) && (end-start == 1 || text[end-2] == '.'):
		case strings.HasPrefix(text[end:], "**") && end+2 < len(text) && isWordRune(rune(text[end+2])) && isWordRune(previous):
			size = 2
		default:
			return end
		}
		end += size
	}
	return end
}

// shortened are words that end in a point without ending a sentence.
var shortened = set(`dr dra sr sra mr mrs ms st vs no num tel ext a.m p.m u.s ud uds`)

// endsSentence reports whether a mark ends the sentence, by what follows it.
func endsSentence(mark rune, rest string, sentence []word) bool {
	if len(sentence) == 0 || mark != '.' && mark != '!' && mark != '?' {
		return false
	}
	next := strings.TrimLeft(rest, `*"'”’) `)
	first, _ := utf8.DecodeRuneInString(next)
	if mark == '.' && shortened[sentence[len(sentence)-1].folded] && next != "" && !unicode.IsUpper(first) {
		return false
	}
	return true
}

// fold is a word in small letters without accents, with one kind of apostrophe.
func fold(word string) string {
	plain := true
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf || 'A' <= word[i] && word[i] <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return word
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(word) {
		switch {
		case unicode.IsMark(r):
		case r == '’':
			b.WriteByte('\'')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// set is the set of the words that stand in list.
func set(list string) map[string]bool {
	s := map[string]bool{}
	for _, w := range strings.Fields(list) {
		s[w] = true
	}
	return s
}

// foldedSet is the same, of words without accents.
func foldedSet(list string) map[string]bool { return set(fold(list)) }

// A pattern is an expression to look for: words side by side, each perhaps one of
// several ("pay|pays"), perhaps left out ("will?"), or up to three words of any
// kind ("…").
type pattern struct {
	elements [][]string // nil for "…"
	optional []bool
	hint     string
}

// patterns are expressions by the words they can begin with.
type patterns map[string][]pattern

// patternsOf reads a table: an expression a line, and behind "=" what to write
// instead.
func patternsOf(table string) patterns {
	byFirst := patterns{}
	for row := range strings.Lines(table) {
		expression, hint, _ := strings.Cut(strings.TrimSpace(row), "=")
		if expression = strings.TrimSpace(expression); expression == "" {
			continue
		}
		p := pattern{hint: strings.TrimSpace(hint)}
		for _, w := range strings.Fields(expression) {
			if w == "…" {
				p.elements, p.optional = append(p.elements, nil), append(p.optional, true)
				continue
			}
			w, optional := strings.CutSuffix(w, "?")
			p.elements, p.optional = append(p.elements, strings.Split(w, "|")), append(p.optional, optional)
		}
		for i, e := range p.elements {
			for _, w := range e {
				byFirst[w] = append(byFirst[w], pattern{p.elements[i:], p.optional[i:], p.hint})
			}
			if !p.optional[i] {
				break
			}
		}
	}
	return byFirst
}

// at is the longest expression that begins at word i of a sentence: its hint and
// the word after it.
func (ps patterns) at(sentence []word, i int) (hint string, end int) {
	for _, p := range ps[sentence[i].folded] {
		if e := p.end(sentence, i, 0); e > end {
			hint, end = p.hint, e
		}
	}
	return hint, end
}

// end is the word after the expression's rest from element k, if it stands at i;
// 0 where it does not.
func (p pattern) end(sentence []word, i, k int) int {
	if k == len(p.elements) {
		return i
	}
	if p.elements[k] == nil {
		for skip := 0; skip <= 3 && i+skip <= len(sentence); skip++ {
			if e := p.end(sentence, i+skip, k+1); e > 0 {
				return e
			}
		}
		return 0
	}
	if i < len(sentence) {
		for _, w := range p.elements[k] {
			if sentence[i].folded == w {
				if e := p.end(sentence, i+1, k+1); e > 0 {
					return e
				}
			}
		}
	}
	if p.optional[k] {
		return p.end(sentence, i, k+1)
	}
	return 0
}
