package medicine

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A token is a word, a fixed expression, or a mark of punctuation.
type token struct {
	word       string // without case and accents; of a mark the mark itself, "." for all that end a sentence
	flags      flags
	start, end int  // bytes of the text
	accented   bool // written with an accent: "qué" asks, "que" does not
	question   bool // of the end of a sentence: it was a question mark
}

func (t token) is(f flags) bool { return t.flags.is(f) }

// read cuts a text into tokens, the last of which ends a sentence.
func read(text string) []token {
	tokens := make([]token, 0, len(text)/4+2)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == ' ':
			i++
		case isLetter(r) || unicode.IsDigit(r):
			end := wordEnd(text, i)
			tokens = appendWord(tokens, text, i, end)
			i = end
		case r == '{':
			end := strings.IndexByte(text[i:], '}')
			if end < 0 {
				end = 0
			}
			tokens = append(tokens, token{word: "_", start: i, end: i + end + 1})
			i += end + 1
		case unicode.Is(unicode.No, r): // ½ and the like
			tokens = append(tokens, token{word: "half", flags: flagsOf("half"), start: i, end: i + size})
			i += size
		case r == '%':
			tokens = append(tokens, token{word: "percent", flags: flagsOf("percent"), start: i, end: i + size})
			i += size
		case isCrossOut(r):
			tokens = append(tokens, token{word: ":", flags: colon, start: i, end: i}, token{word: "no", flags: flagsOf("no"), start: i, end: i + size})
			i += size
		default:
			if mark := markOf(r, text[i+size:]); mark != "" {
				tokens = append(tokens, token{word: mark, flags: markFlags[mark], start: i, end: i + size, question: r == '?'})
			}
			i += size
		}
	}
	tokens = append(tokens, token{word: ".", flags: sentenceEnd, start: len(text), end: len(text)})
	return joined(tokens)
}

// isLetter reports whether r is part of a word: a letter, an accent that stands
// by itself, or something that cannot be seen and so splits no word.
func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || isUnseen(r)
}

// isUnseen reports whether r takes no place on a page: soft hyphens, joiners.
func isUnseen(r rune) bool { return unicode.Is(unicode.Cf, r) }

// wordEnd is where the word that begins at start ends. Bold marks within a word
// do not end it, nor do points between single letters: "a.m." is one word.
func wordEnd(text string, start int) int {
	end, letters := start, 0
	for end < len(text) {
		if c := text[end]; 'a' <= c|0x20 && c|0x20 <= 'z' {
			letters++
			end++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[end:])
		next, _ := utf8.DecodeRuneInString(text[end+size:])
		switch {
		case isLetter(r) || unicode.IsDigit(r):
			letters++
		case isApostrophe(r) && unicode.IsLetter(next):
		case strings.HasPrefix(text[end:], "**") && end+2 < len(text) && isLetterAt(text[end+2:]):
			size = 2
		case r == '.' && (letters == 1 && unicode.IsLetter(next) || unicode.IsDigit(next)):
			letters = 0
		default:
			return end
		}
		end += size
	}
	return end
}

func isLetterAt(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isLetter(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '`' || r == '´' }

// isCrossOut reports whether r is a picture that says no: "🚫 ibuprofen".
func isCrossOut(r rune) bool {
	return strings.ContainsRune("❌❎🚫⛔🛑✋✖✗✘🙅👎⏸", r)
}

// marks that separate without ending a sentence, by how they read.
var markFlags = map[string]flags{",": comma, ":": colon, "(": colon, "/": orWord, ".": sentenceEnd, "&": andWord}

// markOf is the mark that a rune stands for, "" for none. A dash between spaces,
// a bracket, a bullet and a semicolon separate as a colon does.
func markOf(r rune, rest string) string {
	switch r {
	case '.', '!', '?', '…':
		return "."
	case '\n':
		if strings.HasPrefix(strings.TrimLeft(rest, " \t\r"), "\n") {
			return ":" // an empty line
		}
	case ',':
		return ","
	case '/':
		return "/"
	case '&', '+':
		return "&"
	case '(', ')', '[', ']':
		return "("
	case ':', ';', '–', '—', '•', '·', '|', '=', '→':
		return ":"
	case '-':
		if next, _ := utf8.DecodeRuneInString(rest); rest == "" || !isLetter(next) && !unicode.IsDigit(next) {
			return ":" // between words, whatever space or bold mark stands there
		}
	}
	return ""
}

// appendWord appends what text[start:end] says: contractions in full, without
// what was added to a name ("aspirin's").
func appendWord(tokens []token, text string, start, end int) []token {
	word, accented := fold(text[start:end])
	add := func(w string) {
		tokens = append(tokens, token{word: w, flags: flagsOf(w), start: start, end: end, accented: accented})
	}
	if word == "" {
		return tokens // accents without a letter
	}
	if full, ok := contractions[word]; ok {
		for _, w := range full {
			add(w)
		}
		return tokens
	}
	stem, tail, cut := strings.Cut(word, "'")
	switch {
	case word == "asa" && text[start:end] != "Asa", word == "aas": // a first name too
		add("aspirin")
		if text[start:end] == "asa" { // a loop, in Spanish
			tokens[len(tokens)-1].flags &^= proper
		}
	case !cut:
		add(word)
	case tail == "t" && strings.HasSuffix(stem, "n"):
		if verb := strings.TrimSuffix(stem, "n"); verb != "" {
			add(verb)
		}
		add("not")
	case stem != "":
		add(stem)
	}
	return tokens
}

// contractions in full, also as people type them.
var contractions = map[string][]string{
	"cannot": {"can", "not"}, "can't": {"can", "not"}, "cant": {"can", "not"}, "won't": {"will", "not"}, "wont": {"will", "not"},
	"shan't": {"shall", "not"}, "dont": {"do", "not"}, "doesnt": {"does", "not"}, "didnt": {"did", "not"}, "shouldnt": {"should", "not"},
	"mustnt": {"must", "not"}, "neednt": {"need", "not"}, "isnt": {"is", "not"}, "arent": {"are", "not"}, "couldnt": {"could", "not"},
	"wouldnt": {"would", "not"}, "ain't": {"is", "not"}, "gotta": {"have", "to"}, "gonna": {"going", "to"}, "y'all": {"you"},
	"al": {"a", "el"}, "del": {"de", "el"}, "w": {"with"},
}

// fold is a word without case, accents and what cannot be seen, with one kind of
// apostrophe. The n of "mañana" loses its tilde too.
func fold(word string) (folded string, accented bool) {
	plain := true
	for i := range len(word) {
		if c := word[i]; c >= utf8.RuneSelf || c == '*' || c == '.' || c == '`' {
			plain = false
			break
		}
	}
	if plain {
		return strings.ToLower(word), false
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(word) {
		switch {
		case isUnseen(r), r == '*', r == '.':
		case unicode.IsMark(r):
			accented = true
		case isApostrophe(r):
			b.WriteByte('\'')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String(), accented
}

// joined makes one token of each fixed expression, the longest that fits.
func joined(tokens []token) []token {
	out := tokens[:0]
	for i := 0; i < len(tokens); {
		n, f := expressionAt(tokens[i:])
		if next := i + 1; n == 0 && tokens[i].is(named) && next < len(tokens) && keepers[tokens[next].word] {
			n = 2
			if bottles[tokens[next].word] {
				f = container
			}
		}
		if n < 2 {
			out = append(out, tokens[i])
			i++
			continue
		}
		words := make([]string, n)
		for k := range words {
			words[k] = tokens[i+k].word
		}
		out = append(out, token{word: strings.Join(words, " "), flags: f, start: tokens[i].start, end: tokens[i+n-1].end})
		i += n
	}
	return out
}

// keepers are words that make of a medicine something else: a list, a bottle.
var keepers = setOf(`list lists plan plans bottle bottles box boxes cabinet cup label labels name names card chart code codes cost costs price prices
	bill bills allergy allergies reaction reactions question questions store history team company companies effects
	doctor doctors pharmacist team clinic number phone`)

// bottles are the keepers that a medicine lies in.
var bottles = setOf("bottle bottles box boxes cabinet cup")

// expressionAt is how many tokens the longest expression at the beginning of
// tokens has, and what it is; 0 for none.
func expressionAt(tokens []token) (n int, f flags) {
	known := expressions()
	if len(tokens) < 2 || !known.starts.mayHave(tokens[0].word) {
		return 0, 0
	}
	seconds := known.all[tokens[0].word]
	for _, e := range seconds[tokens[1].word] {
		if len(e.words) <= n || len(e.words) > len(tokens) {
			continue
		}
		fits := true
		for k := 2; k < len(e.words) && fits; k++ {
			fits = tokens[k].word == e.words[k]
		}
		if fits {
			n, f = len(e.words), e.flags
		}
	}
	return n, f
}
