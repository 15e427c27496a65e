package medicine

// An Order is a place where a text tells its reader what to do with a medicine.
type Order struct {
	Start, End int    // the bytes of the text that carry the order: "stop", "no"
	Words      string // what stands there
	Medicine   string // what it is about, as the text says it
	Plain      bool   // its word says by itself what to do: stop, lower, restart, take half, do not take
}

// Orders finds every order about a medicine in a text, which may hold **bold**
// marks and {blanks}, in the order of the text.
func Orders(text string) []Order {
	tokens := read(text)
	if !speaksOfTaking(tokens) {
		return nil
	}
	var found []Order
	s := sentence{}
	for start := 0; start < len(tokens); {
		end := start
		for !tokens[end].is(sentenceEnd) {
			end++
		}
		previous, had := s, len(found)
		s = sentence{tokens: tokens[start:end], asked: tokens[end].question, before: append(s.before, s.tokens)}
		for i, t := range s.tokens {
			m := s.order(i)
			if i == 0 && m == nil {
				m = s.answer(previous)
			}
			if m != nil {
				found = append(found, orderAt(text, t, m))
			}
		}
		if len(found) == had {
			if i, m := s.caught(); m != nil {
				t := s.tokens[i]
				found = append(found, orderAt(text, t, m))
			}
		}
		start = end + 1
	}
	return found
}

// orderAt is the order that the word t of a text gives about m.
func orderAt(text string, t token, m *token) Order {
	return Order{t.start, t.end, text[t.start:t.end], text[m.start:m.end], t.is(stopWord | weakWord | restartWord | halfWord | takeWord)}
}

// A Mention is a place where a text names a medicine.
type Mention struct {
	Start, End int
	Words      string
}

// Mentions finds the names of medicines in a text: classes, brands, generic
// names, and words such as "pills". What a clinic itself gives at a visit, such
// as numbing medicine, and the kits that clean the bowel do not count.
func Mentions(text string) []Mention {
	var found []Mention
	for _, t := range read(text) {
		if t.is(named) {
			found = append(found, Mention{t.start, t.end, text[t.start:t.end]})
		}
	}
	return found
}

// A sentence is what the lint looks at: its tokens without the end, and the
// sentences before it, for what "it" may mean.
type sentence struct {
	tokens []token
	asked  bool // it ends in a question mark
	before [][]token
	// excused are the words that something excuses: a word that "or" joins to
	// one of them is excused with it.
	excused map[int]bool
}

// excuse notes that something excuses the word at i.
func (s *sentence) excuse(i int) {
	if s.excused == nil {
		s.excused = map[int]bool{}
	}
	s.excused[i] = true
}

// A rule finds the medicine that a word of its kind gives an order about.
type rule struct {
	of flags
	is func(s *sentence, i int) *token
}

// rules are tried one after the other on each word that is of their kind.
var rules = []rule{
	{restartWord | onceMore, (*sentence).restart},
	{stopWord, (*sentence).stop},
	{weakWord, (*sentence).weak},
	{takeWord | useWord, (*sentence).take},
	{takeWord, (*sentence).takenLater},
	{noneWord, (*sentence).none},
	{negation, (*sentence).bareNegation},
	{agreesWord, (*sentence).disagree},
	{putsOff, (*sentence).putOff},
	{absent, (*sentence).leftOut},
	{unwise, (*sentence).discouraged},
	{container, (*sentence).keptShut},
	{stores, (*sentence).stored},
	{stopWord | weakWord, (*sentence).stopTaking},
	{shifts, (*sentence).shifted},
}

// order is the medicine that the word at i gives an order about; nil where it
// gives none.
func (s *sentence) order(i int) *token {
	t := s.tokens[i]
	for _, r := range rules {
		if t.is(r.of) {
			if m := r.is(s, i); m != nil {
				return m
			}
		}
	}
	if !ruledWords.mayHave(t.word) {
		return nil
	}
	if is := wordRules[t.word]; is != nil {
		return is(s, i)
	}
	return nil
}
