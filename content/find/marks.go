package find

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// matches tells of each hit what fits where.
func (s *search) matches(hits []hit, readings []reading) []Match {
	var list []Match
	for _, h := range hits {
		list = append(list, s.match(h, &readings[h.reading]))
	}
	return list
}

func (s *search) match(h hit, r *reading) Match {
	e := &s.entries[h.entry]
	texts := textsOf(e)
	m := Match{Entry: e, Score: int(h.score), Text: e.Short}
	best, bestSum, bestCode := 0, 0, int16(0)
	for i := range texts {
		var score textScore
		r.scoreText(s.tokensOf(h.entry, i), texts[i].slot, &score)
		sum := r.total(&score.points, score.bonus, false)
		if sum > bestSum {
			best, bestSum = i, sum
		}
		if p := slices.Max(score.points[:]); texts[i].code != nil && p > bestCode {
			bestCode, m.Code = p, texts[i].code
		}
	}
	m.Field, m.Text = texts[best].slot.field(), texts[best].text
	m.ShortMarks = s.marks(h.entry, 0, texts[0], r)
	m.Marks = m.ShortMarks
	if best != 0 {
		m.Marks = s.marks(h.entry, best, texts[best], r)
	}
	return m
}

// tokensOf are the tokens of text i of an entry.
func (x *Index) tokensOf(entry uint32, i int) []token {
	at := x.entryTexts[entry] + uint32(i)
	return x.tokens[x.texts[at].first:x.texts[at+1].first]
}

// marks are the parts of a text, text i of an entry, that the terms of r fit.
func (x *Index) marks(entry uint32, i int, t entryText, r *reading) []Span {
	var score textScore
	r.scoreText(x.tokensOf(entry, i), t.slot, &score)
	var buffer [16]word
	words := t.appendWords(buffer[:0])
	var spans []Span
	for i, term := range r.terms {
		if score.points[i] > 0 {
			spans = append(spans, t.markWord(words[score.found[i]], term.typed)...)
		}
	}
	return merged(spans)
}

// markWord is the part of a word that was typed: its beginning, or all of it,
// where it was typed another way.
func (t entryText) markWord(w word, typed string) []Span {
	letters, begun := utf8.RuneCountInString(typed), strings.HasPrefix(w.folded, typed)
	switch {
	case t.slot == slotInitials:
		_, from := t.initials()
		return from[:letters]
	case begun:
		return []Span{{w.start, w.start + prefixBytes(t.text[w.start:w.end], letters)}}
	}
	return []Span{{w.start, w.end}}
}

// prefixBytes is how many bytes of a text its first n folded letters take, with
// the accents behind them.
func prefixBytes(text string, n int) int {
	count := 0
	for i, r := range text {
		folded := utf8.RuneCountInString(fold(string(r)))
		if count >= n && !(count > 0 && folded == 0 && unicode.IsMark(r)) {
			return i
		}
		count += folded
	}
	return len(text)
}

// merged brings spans in order and joins those that touch or overlap.
func merged(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	kept := spans[:0]
	for _, s := range spans {
		if n := len(kept); n > 0 && s.Start <= kept[n-1].End {
			kept[n-1].End = max(kept[n-1].End, s.End)
		} else {
			kept = append(kept, s)
		}
	}
	return kept
}

// meant is the query as it was read for a hit: each word that was corrected is
// replaced by the word of the entry. It is "" where none was.
func (s *search) meant(query string, h hit, r *reading) string {
	var b strings.Builder
	done := 0 // bytes of the query that are written
	for i, t := range r.terms {
		if said := s.correction(h.entry, t); said != "" {
			b.WriteString(query[done:r.from[i].Start])
			b.WriteString(said)
			done = r.from[i].End
		}
	}
	if done == 0 {
		return ""
	}
	b.WriteString(query[done:])
	return strings.TrimSpace(b.String())
}

// correction is the word of an entry that t was corrected to, in small letters;
// "" where t needed no correction.
func (s *search) correction(entry uint32, t *term) string {
	best, said := int16(0), ""
	for i, text := range textsOf(&s.entries[entry]) {
		for n, tok := range s.tokensOf(entry, i) {
			if p := t.pointsOf(tok, text.slot); p > best {
				best, said = p, ""
				if t.kinds[tok&tokenWord] >= kindError {
					w := text.appendWords(nil)[n]
					said = strings.ToLower(text.text[w.start:w.end])
				}
			}
		}
	}
	return said
}
