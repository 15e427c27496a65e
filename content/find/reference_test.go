package find

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// slow is the search as one would write it who has all the time in the world: no
// vocabulary in order, no tables carried over, every word of every text compared
// by hand. The fast search must find the same with the same scores.
type slow struct {
	entries []Entry
	real    map[string]bool // every word, and whether it is a real one
	kinds   map[slowPair]kind
}

// slowPair is a question that was asked before; even a slow search need not
// answer it a thousand times.
type slowPair struct {
	typed, word string
	strict      bool
	forgive     forgiveness
}

type slowHit struct {
	id    string
	score int
}

func newSlow(entries []Entry) *slow {
	s := &slow{entries: slices.Clone(entries), real: map[string]bool{}, kinds: map[slowPair]kind{}}
	for i := range s.entries {
		e := &s.entries[i]
		e.Short = cmp.Or(e.Short, e.Title)
		for _, t := range textsOf(e) {
			for _, w := range t.appendWords(nil) {
				s.real[w.folded] = s.real[w.folded] || t.slot.isReal()
			}
		}
	}
	return s
}

// anyWord reports whether some word, or some real one, begins with prefix.
func (s *slow) anyWord(prefix string, real bool) bool {
	for w, r := range s.real {
		if strings.HasPrefix(w, prefix) && (r || !real) {
			return true
		}
	}
	return false
}

func (s *slow) search(query string) (matches, nearest []slowHit) {
	words := queryWords(query)
	if len(words) == 0 {
		return nil, nil
	}
	for _, f := range []forgiveness{forgiveUnknown, forgiveUnfinished} {
		if hits := s.hits(s.readings(words), f, true); len(hits) > 0 {
			return hits, nil
		}
	}
	nearest = s.hits(s.readings(words)[:1], forgiveMore, false)
	return nil, nearest[:min(len(nearest), MaxNearest)]
}

// slowTerm is a word of a reading. Errors in it are forgiven only where strict
// is false; its weight is in halves.
type slowTerm struct {
	typed  string
	weight int
	strict bool
}

func (s *slow) readings(words []word) [][]slowTerm {
	var plain []slowTerm
	for _, w := range words {
		if !fillers[w.folded] {
			plain = append(plain, slowTerm{w.folded, 2, false})
		}
	}
	last := words[len(words)-1].folded
	if len(plain) == 0 {
		for _, w := range words {
			plain = append(plain, slowTerm{w.folded, 2, false})
		}
		last = ""
	}
	all := [][]slowTerm{plain}
	if fillers[last] {
		all = append(all, append(slices.Clone(plain), slowTerm{last, 2, false}))
	}
	join := func(i, j int) {
		joined := slowTerm{weight: 2 * (j - i), strict: true}
		for _, t := range plain[i:j] {
			joined.typed += t.typed
		}
		if s.anyWord(joined.typed, false) {
			all = append(all, slices.Concat(plain[:i], []slowTerm{joined}, plain[j:]))
		}
	}
	for i := 1; i < len(plain); i++ {
		join(i-1, i+1)
	}
	if len(plain) > 2 {
		join(0, len(plain))
	}
	var parts []slowTerm
	for _, t := range plain {
		parts = append(parts, s.split(t)...)
	}
	if len(parts) > len(plain) && len(parts) <= maxTerms {
		all = append(all, parts)
	}
	return all
}

// split is a word in two parts, or as it is.
func (s *slow) split(t slowTerm) []slowTerm {
	if s.anyWord(t.typed, false) {
		return []slowTerm{t}
	}
	for cut := len(t.typed) - minRightPart; cut >= minLeftPart; cut-- {
		left, right := t.typed[:cut], t.typed[cut:]
		if s.real[left] && !fillers[left] && !fillers[right] && s.anyWord(right, true) {
			return []slowTerm{{left, 1, true}, {right, 1, true}}
		}
	}
	return []slowTerm{t}
}

// hits are the entries that fit one of the readings, best first.
func (s *slow) hits(readings [][]slowTerm, f forgiveness, all bool) []slowHit {
	type entryHit struct {
		slowHit
		title string
	}
	var hits []entryHit
	for i := range s.entries {
		best := 0
		for _, terms := range readings {
			best = max(best, s.score(&s.entries[i], terms, f, all))
		}
		if best > 0 {
			hits = append(hits, entryHit{slowHit{s.entries[i].ID, best}, s.entries[i].Title})
		}
	}
	slices.SortStableFunc(hits, func(a, b entryHit) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(fold(a.title), fold(b.title)), cmp.Compare(a.title, b.title), cmp.Compare(a.id, b.id))
	})
	var plain []slowHit
	for _, h := range hits {
		plain = append(plain, h.slowHit)
	}
	return plain
}

func (s *slow) score(e *Entry, terms []slowTerm, f forgiveness, all bool) int {
	best, bonus := make([]int, len(terms)), 0
	for _, t := range textsOf(e) {
		kindsOf := func(i int, w word) (kind, int) {
			pair := slowPair{terms[i].typed, w.folded, terms[i].strict, f}
			k, ok := s.kinds[pair]
			if !ok {
				k = s.kind(terms[i], w.folded, f)
				s.kinds[pair] = k
			}
			p := int(pointsFor([]rune(terms[i].typed))[t.slot][k])
			if fillers[w.folded] {
				p = min(p, scoreFiller)
			}
			return k, p
		}
		words := t.appendWords(nil)
		inText := make([]int, len(terms))
		for _, w := range words {
			for i := range terms {
				_, p := kindsOf(i, w)
				inText[i] = max(inText[i], p)
				best[i] = max(best[i], p)
			}
		}
		bonus = max(bonus, slowAlignment(t.slot, words, len(terms), kindsOf)+slowTogetherness(words, inText, kindsOf))
	}
	sum := 0
	for i, t := range terms {
		if best[i] == 0 && all {
			return 0
		}
		sum += best[i] * t.weight
	}
	if sum == 0 {
		return 0
	}
	return sum/2 + bonus
}

func slowAlignment(in slot, words []word, terms int, kindsOf func(int, word) (kind, int)) int {
	var row []word
	for _, w := range words {
		if !fillers[w.folded] && !w.aside {
			row = append(row, w)
		}
	}
	if len(row) < terms {
		return 0
	}
	whole, strict := len(row) == terms, true
	for i := range terms {
		k, p := kindsOf(i, row[i])
		if p == 0 {
			return 0
		}
		whole = whole && k == kindWhole
		strict = strict && (k == kindWhole || k == kindBegun && i == terms-1)
	}
	switch {
	case whole:
		return bonuses[in].exact
	case strict:
		return bonuses[in].opens
	}
	return bonuses[in].loosely
}

func slowTogetherness(words []word, inText []int, kindsOf func(int, word) (kind, int)) int {
	if len(inText) < 2 || slices.Contains(inText, 0) {
		return 0
	}
	next := 0
	for _, w := range words {
		if next < len(inText) {
			if _, p := kindsOf(next, w); p > 0 {
				next++
			}
		}
	}
	if next == len(inText) {
		return bonusInOrder
	}
	return bonusTogether
}

// kind says how a typed word fits a word of the index.
func (s *slow) kind(t slowTerm, w string, f forgiveness) kind {
	typed := t.typed
	switch {
	case w == typed:
		return kindWhole
	case strings.HasPrefix(w, typed):
		return kindBegun
	}
	known, whole := s.anyWord(typed, true), s.real[typed]
	if !known && len(typed) >= 4 && strings.HasSuffix(typed, "s") && s.real[typed[:len(typed)-1]] {
		if w == typed[:len(typed)-1] {
			return kindWhole
		}
		known, whole = true, true
	}
	if t.strict {
		f = forgiveUnknown
	}
	if known && (f != forgiveUnfinished || whole) {
		return kindNone
	}
	return s.errorKind(typed, w, f)
}

func (s *slow) errorKind(typed, w string, f forgiveness) kind {
	letters, of := []rune(typed), []rune(w)
	budget := errorsForgiven(len(letters))
	if budget == 0 || len(letters) > maxCompared || hasDigit(letters) || soundalikes[singularOf(typed)] > 0 {
		return kindNone
	}
	if f == forgiveMore {
		budget++
	}
	if !s.real[w] || len(of) < minOffered || len(of) > maxCompared || hasDigit(of) || slowRefuses(typed, w, budget) {
		return kindNone
	}
	whole, begun := slowDistances(letters, of)
	best := kindNone
	for _, try := range []struct {
		errors int
		begun  bool
	}{{whole, false}, {begun, true}} {
		if try.errors > budget {
			continue
		}
		if k := errorKind(try.errors, letters[0] != of[0], try.begun); best == kindNone || k.score() > best.score() {
			best = k
		}
	}
	return best
}

// slowRefuses reports whether typed must not be corrected to w, because of names
// that sound alike.
func slowRefuses(typed, w string, budget int) bool {
	named, same := false, false
	least, other := budget+1, budget+1
	for name, procedure := range soundalikes {
		if name == typed || strings.HasPrefix(name, typed) && utf8.RuneCountInString(typed) >= minSoundalikeBegun {
			named = true
			same = same || procedure == soundalikes[w]
		}
		if len(name) < minOffered || soundalikes[w] == 0 {
			continue
		}
		_, d := slowDistances([]rune(typed), []rune(name))
		if procedure == soundalikes[w] {
			least = min(least, d)
		} else {
			other = min(other, d)
		}
	}
	return named && !same || !named && soundalikes[w] > 0 && other < least
}

// slowDistances are the errors between typed and all of w, and between typed and
// the best beginning of w.
func slowDistances(typed, w []rune) (whole, begun int) {
	d := make([][]int, len(w)+1)
	begun = len(typed)
	for i := range d {
		d[i] = make([]int, len(typed)+1)
		for j := range d[i] {
			switch {
			case i == 0:
				d[i][j] = j
			case j == 0:
				d[i][j] = i
			default:
				cost := 1
				if w[i-1] == typed[j-1] {
					cost = 0
				}
				d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
				if i > 1 && j > 1 && w[i-1] == typed[j-2] && w[i-2] == typed[j-1] {
					d[i][j] = min(d[i][j], d[i-2][j-2]+1)
				}
			}
		}
		begun = min(begun, d[i][len(typed)])
	}
	return d[len(w)][len(typed)], begun
}

// compareWithSlow holds the fast search to the slow one.
func compareWithSlow(t *testing.T, x *Index, s *slow, query string) {
	t.Helper()
	wantMatches, wantNearest := s.search(query)
	got := x.Search(query, 0)
	compare := func(what string, got []Match, want []slowHit) {
		var hits []slowHit
		for _, m := range got {
			hits = append(hits, slowHit{m.Entry.ID, m.Score})
		}
		if !slices.Equal(hits, want) {
			t.Errorf("%q: %s\n got %v\nwant %v", query, what, hits, want)
		}
	}
	compare("matches", got.Matches, wantMatches)
	compare("nearest", got.Nearest, wantNearest)
	for _, limit := range []int{1, 2, 4} {
		compare("best matches", x.Search(query, limit).Matches, wantMatches[:min(limit, len(wantMatches))])
	}
	for _, m := range slices.Concat(got.Matches, got.Nearest) {
		checkMarks(t, query, m.Text, m.Marks)
		checkMarks(t, query, m.Entry.Short, m.ShortMarks)
	}
}

// checkMarks holds marks to what Span promises.
func checkMarks(t *testing.T, query, text string, marks []Span) {
	t.Helper()
	last := 0
	for i, m := range marks {
		if m.Start < last || m.Start >= m.End || m.End > len(text) || i > 0 && m.Start == last {
			t.Fatalf("%q: marks %v of %q are out of order or bounds", query, marks, text)
		}
		last = m.End
		for _, at := range []int{m.Start, m.End} {
			if utf8.ValidString(text) && !utf8.ValidString(text[:at]) {
				t.Fatalf("%q: mark %v cuts a letter of %q", query, m, text)
			}
		}
	}
}
