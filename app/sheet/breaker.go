package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A style is how words are set.
type style struct {
	size float64
	bold bool // all of them, whatever their runs say
	ink  Ink
	max  int // letters in a line; 0 for no bound
}

// A piece is a stretch of one line that is drawn at once: words of one face, or
// a line to write on.
type piece struct {
	x, width float64
	text     string
	face     Face
	size     float64 // where it differs from its line's; 0 where not
	blank    bool
	at       Place
}

// A line is what stands between two breaks.
type line struct {
	pieces []piece
	width  float64
}

// lonely reports whether the line is one word, and no room to write.
func (l line) lonely() bool {
	return len(l.pieces) == 1 && !l.pieces[0].blank && !strings.Contains(strings.TrimSpace(l.pieces[0].text), " ")
}

// placed is the line at another place in the tree.
func (l line) placed(at Place) line {
	pieces := append([]piece{}, l.pieces...)
	for i := range pieces {
		pieces[i].at = at
	}
	return line{pieces, l.width}
}

// followed is the line as words that go on: it ends in a space.
func (l line) followed() line {
	pieces := append([]piece{}, l.pieces...)
	if n := len(pieces); n > 0 && !pieces[n-1].blank && !strings.HasSuffix(pieces[n-1].text, " ") {
		pieces[n-1].text += " "
	}
	return line{pieces, l.width}
}

// toWrite reports whether there is a blank on the line.
func (l line) toWrite() bool {
	for _, p := range l.pieces {
		if p.blank {
			return true
		}
	}
	return false
}

// A word is what is never broken: pieces, then perhaps a space where a line may
// end.
type word struct {
	pieces  []piece // x unset
	width   float64
	letters int
	space   float64 // width of the space after it; 0 where the break has none
	face    Face    // of that space
	at      Place
}

// A breaker sets a text in lines of a width. Lines are ragged and words are
// never hyphenated; a word wider than the line is cut.
type breaker struct {
	faces *typefaces
	style style
	width float64

	lines   []line
	current line
	letters int
	pending float64 // the space after the last word of the current line
	gapFace Face
	gapAt   Place
}

// breakLines sets words in lines. There is at least one line, perhaps empty.
func breakLines(faces *typefaces, words []word, st style, width float64) []line {
	b := breaker{faces: faces, style: st, width: max(width, st.size)}
	for i, w := range words {
		b.place(w, i == len(words)-1)
	}
	b.lines = append(b.lines, b.current)
	return b.lines
}

// place puts a word on the current line, or on the next where it does not fit.
func (b *breaker) place(w word, last bool) {
	wide := b.current.width + b.pending + w.width
	many := b.letters + 1 + w.letters
	full := wide > b.width+0.01 || b.style.max > 0 && many > b.style.max
	if full && len(b.current.pieces) > 0 {
		b.end()
	}
	if w.width > b.width+0.01 {
		b.cut(w)
		return
	}
	b.put(w)
	if last && len(w.pieces) == 1 && w.pieces[0].blank {
		b.stretch()
	}
}

// put appends a word that fits.
func (b *breaker) put(w word) {
	if b.pending > 0 {
		b.add(piece{text: " ", width: b.pending, face: b.gapFace, at: b.gapAt})
		b.letters++
	}
	for _, p := range w.pieces {
		b.add(p)
	}
	b.letters += w.letters
	b.pending, b.gapFace, b.gapAt = w.space, w.face, w.at
}

// add appends a piece to the line, joined to the one before where both are alike.
func (b *breaker) add(p piece) {
	p.x = b.current.width
	b.current.width += p.width
	if n := len(b.current.pieces); n > 0 {
		before := &b.current.pieces[n-1]
		if !before.blank && !p.blank && before.face == p.face && before.at == p.at {
			before.text += p.text
			before.width += p.width
			return
		}
	}
	b.current.pieces = append(b.current.pieces, p)
}

// end closes the current line. Where it broke at a space, its words keep one.
func (b *breaker) end() {
	if n := len(b.current.pieces); n > 0 && b.pending > 0 {
		if p := &b.current.pieces[n-1]; !p.blank {
			p.text += " "
		}
	}
	b.lines = append(b.lines, b.current)
	b.current, b.letters, b.pending = line{}, 0, 0
}

// stretch lets the blank at the end of a line take the rest of it.
func (b *breaker) stretch() {
	p := &b.current.pieces[len(b.current.pieces)-1]
	if rest := b.width - b.current.width; rest > 0 {
		p.width += rest
		b.current.width = b.width
	}
}

// cut sets a word that is wider than a whole line, as many letters a line as fit.
func (b *breaker) cut(w word) {
	for _, p := range w.pieces {
		if p.blank {
			p.width = min(p.width, b.width)
			if b.current.width+p.width > b.width {
				b.end()
			}
			b.add(p)
			continue
		}
		for rest := p.text; rest != ""; {
			n, width, letters := b.fitting(rest, p.face)
			if n == 0 {
				b.end()
				continue
			}
			b.add(piece{text: rest[:n], width: width, face: p.face, at: p.at})
			b.letters += letters
			rest = rest[n:]
		}
	}
	b.pending, b.gapFace, b.gapAt = w.space, w.face, w.at
}

// fitting is how many bytes of text fit on the rest of the current line; at
// least one letter on an empty one.
func (b *breaker) fitting(text string, f Face) (n int, width float64, letters int) {
	for i, r := range text {
		units, _ := b.faces[f].advance(r)
		more := width + float64(units)*b.style.size/1000
		over := b.current.width+more > b.width || b.style.max > 0 && b.letters+letters >= b.style.max
		if over && sideOf(r) == noMark && (i > 0 || len(b.current.pieces) > 0) {
			return i, width, letters
		}
		width = more
		letters++
	}
	return len(text), width, letters
}

// A splitter turns runs into words.
type splitter struct {
	faces *typefaces
	style style
	words []word
	now   word
	text  strings.Builder
	face  Face
	at    Place
}

// add takes the cleaned words of one run.
func (s *splitter) add(text string, bold bool, at Place) {
	s.flush()
	s.face, s.at = Regular, at
	if bold || s.style.bold {
		s.face = Bold
	}
	for i, r := range text {
		switch {
		case r == ' ':
			s.endWord(true)
		case r == zwsp:
			s.endWord(false)
		default:
			s.text.WriteRune(r)
			s.now.letters++
			if r == '-' && breaksAfter(text, i) {
				s.endWord(false)
			}
		}
	}
}

// breaksAfter reports whether a line may end after the hyphen at i: between two
// words of at least two letters, so not in X-ray and not in a phone number.
func breaksAfter(text string, i int) bool {
	b, n := utf8.DecodeLastRuneInString(text[:i])
	c, _ := utf8.DecodeLastRuneInString(text[:i-n])
	d, _ := utf8.DecodeRuneInString(text[i+1:])
	return unicode.IsLetter(b) && unicode.IsLetter(c) && unicode.IsLetter(d)
}

// blank adds a line to write on, glued to what touches it.
func (s *splitter) blank(width float64, at Place) {
	s.flush()
	s.now.pieces = append(s.now.pieces, piece{width: width, blank: true, at: at})
	s.now.width += width
	s.now.letters += int(width / s.style.size * 2)
}

// flush closes the piece under way: several, where letters need another face.
func (s *splitter) flush() {
	for rest := s.text.String(); rest != ""; {
		face, n := s.stretch(rest)
		p := piece{text: rest[:n], width: s.faces[face].width(rest[:n], s.style.size), face: face, at: s.at}
		s.now.pieces = append(s.now.pieces, p)
		s.now.width += p.width
		rest = rest[n:]
	}
	s.text.Reset()
}

// stretch is the face that sets the first letters of a text, and how many bytes of
// it.
func (s *splitter) stretch(text string) (f Face, n int) {
	for i, r := range text {
		face := s.faces.of(r, s.face)
		if i > 0 && face != f {
			return f, i
		}
		f = face
	}
	return f, len(text)
}

// endWord closes the word under way, at a space or at a place to break.
func (s *splitter) endWord(space bool) {
	s.flush()
	if space && len(s.now.pieces) == 0 {
		s.spaceAfterLast()
		return
	}
	if len(s.now.pieces) == 0 {
		return
	}
	if space {
		s.now.space, s.now.face, s.now.at = s.faces[s.face].width(" ", s.style.size), s.face, s.at
	}
	s.words = append(s.words, s.now)
	s.now = word{}
}

// spaceAfterLast makes "a-" and a space after it a word that ends in a space;
// many spaces are one.
func (s *splitter) spaceAfterLast() {
	if n := len(s.words); n > 0 && s.words[n-1].space == 0 {
		s.words[n-1].space, s.words[n-1].face, s.words[n-1].at = s.faces[s.face].width(" ", s.style.size), s.face, s.at
	}
}

// end closes the last word and gives all.
func (s *splitter) end() []word {
	s.flush()
	if len(s.now.pieces) > 0 {
		s.words = append(s.words, s.now)
	}
	if n := len(s.words); n > 0 {
		s.words[n-1].space = 0
	}
	return s.words
}
