package edit

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/content/check"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// A remark is something said of a text, with how much it counts.
type remark struct {
	weight weight
	words  string
	offers []offer
}

// An offer is words that can be set in the place of others.
type offer struct {
	key      string // of the field
	was, now string
	at       int // the byte of the field's text where the words stand
}

type weight int

const (
	advises weight = iota
	warns
	refuses
)

// Tell shows what there is to say of the work as it is now.
func (s *Screen) Tell(j library.Judged) {
	s.judged = j
	s.showLanguages()
	s.tell()
}

// tell puts each remark under its field, and says what is missing and how hard the
// words are to read.
func (s *Screen) tell() {
	if s.work == nil || s.judged.Book == nil {
		return
	}
	s.tabs.Content() // its fields are built by now
	remarks := map[*field][]remark{}
	for _, f := range s.judged.Facts {
		s.remark(remarks, facts, f)
	}
	for _, language := range []string{library.BaseLanguage, s.other} {
		for _, f := range s.judged.Words[language] {
			s.remark(remarks, language, f)
		}
	}
	for _, path := range s.missing(library.BaseLanguage) {
		if f := s.fieldOf(textKey(library.BaseLanguage, path)); f != nil && f.entry != nil {
			remarks[f] = append(remarks[f], remark{weight: refuses, words: s.deps.Words.T("edit.missing")})
		}
	}
	moved := false
	for key, f := range s.fields {
		if !s.unread[key] { // or what it says is of the text in the field, which is not understood
			moved = s.put(f, remarks[f]) || moved
		}
	}
	moved = s.tellReadings() || moved
	s.tellMissing()
	if moved {
		s.relayout()
	}
}

// remark notes a finding with the field that it belongs to.
func (s *Screen) remark(remarks map[*field][]remark, language string, f check.Finding) {
	path := f.Path
	if language != facts {
		path = s.screenPath(path)
	}
	key, line := textKey(language, path), -1
	if m := numberedLine.FindStringSubmatch(path); m != nil && language != facts {
		if n, err := strconv.Atoi(m[2]); err == nil {
			key, line = textKey(language, m[1]), n
		}
	}
	to := s.fieldOf(key)
	if to == nil {
		return
	}
	r := remark{words: Told(s.deps.Words, f.Said)}
	switch f.Weight {
	case check.Mistake:
		r.weight = warns
	case check.Refusal:
		r.weight = refuses
	}
	at := f.At
	if line >= 0 {
		r.words = s.deps.Words.T("edit.line", "n", line+1) + " " + r.words
		at += lineStart(s.text(language, strings.TrimPrefix(key, language+"/")), line)
	}
	if len(f.Offers) == 0 && f.Hint != "" {
		r.words += ": " + s.deps.Words.Tell(f.Hint)
	}
	if to.typing != nil && f.End > f.At {
		text := s.text(language, strings.TrimPrefix(key, language+"/"))
		end := at + f.End - f.At
		if end > len(text) {
			return // of another text than stands there now
		}
		r.words = s.excerpt(text[at:end]) + r.words
		for _, plain := range f.Offers {
			r.offers = append(r.offers, offer{key, text[at:end], plain, at})
		}
	}
	remarks[to] = append(remarks[to], r)
}

// Told is a sentence about a procedure in the language of the window.
func Told(w *words.Words, x content.Saying) string {
	args := slices.Clone(x.Args)
	for i, arg := range args {
		if part, ok := arg.(content.Saying); ok {
			args[i] = Told(w, part)
		} else if english := fmt.Sprint(arg); w.Tell(english) != english {
			args[i] = w.Tell(english) // a word of the program, or an error
		}
	}
	return fmt.Sprintf(w.Say(x.Format), args...)
}

// mostQuoted is how many words of a long sentence are quoted.
const mostQuoted = 5

// excerpt is the beginning of a sentence, to be found in the text; "" for a few
// words, which the remark itself names.
func (s *Screen) excerpt(text string) string {
	words := strings.Fields(strings.ReplaceAll(text, "**", ""))
	if len(words) <= mostQuoted {
		return ""
	}
	return s.deps.Words.T("edit.quote", "words", strings.Join(words[:mostQuoted], " ")) + " "
}

// lineStart is the byte at which a line of a text begins.
func lineStart(text string, n int) int {
	at := 0
	for range n {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			return at
		}
		at += i + 1
	}
	return at
}

var numberedLine = regexp.MustCompile(`^([a-z_.]+)\[(\d+)\]$`)

// fieldOf is the field of a key, or of what it is a part of; nil where none of it is
// in sight.
func (s *Screen) fieldOf(key string) *field {
	for more := true; more; key, more = parent(key) {
		if f := s.fields[key]; f != nil {
			return f
		}
	}
	return nil
}

// say puts remarks under a field and makes room for them.
func (s *Screen) say(f *field, remarks []remark) {
	if s.put(f, remarks) {
		s.relayout()
	}
}

// put puts remarks under a field, and reports whether they are others than before.
func (s *Screen) put(f *field, remarks []remark) bool {
	saying := fmt.Sprint(remarks)
	if len(remarks) == 0 {
		saying = ""
	}
	if saying == f.saying {
		return false
	}
	f.saying = saying
	f.told.Objects = nil
	slices.SortStableFunc(remarks, func(a, b remark) int { return int(b.weight - a.weight) })
	t := s.deps.Words.T
	for _, r := range remarks {
		style, key := widgets.MutedStyle, "edit.advice"
		switch r.weight {
		case warns:
			style, key = widgets.ErrorStyle, "edit.mistake"
		case refuses:
			style, key = widgets.ErrorStyle, "edit.refused"
		}
		f.told.Add(widgets.NewText(style, []widgets.Run{{Text: t(key) + " ", Bold: true}, {Text: r.words}}))
		var links []fyne.CanvasObject
		for _, o := range r.offers {
			links = append(links, widgets.NewLink(t("edit.use", "words", o.now), func() { s.use(o) }))
		}
		if len(links) > 0 {
			f.told.Add(widgets.NewFlow(12, links...))
		}
	}
	return true
}

// use sets plain words in the place of words of the trade, with a capital where
// there was one.
func (s *Screen) use(o offer) {
	f := s.fields[o.key]
	if f == nil || f.typing == nil {
		return
	}
	text := f.typing.Text
	if len(text) < o.at+len(o.was) || text[o.at:o.at+len(o.was)] != o.was {
		return // somebody typed meanwhile
	}
	now := o.now
	if first, _ := utf8.DecodeRuneInString(o.was); unicode.IsUpper(first) {
		r, size := utf8.DecodeRuneInString(now)
		now = string(unicode.ToUpper(r)) + now[size:]
	}
	s.work.Rest()
	s.take(f.entry)
	f.typing.SetText(text[:o.at] + now + text[o.at+len(o.was):])
	s.work.Rest()
}

// relayout makes room for remarks that came or went.
func (s *Screen) relayout() {
	if scroll := s.scrolls[s.tabs.Chosen()]; scroll != nil {
		scroll.Content.Refresh()
		scroll.Refresh()
	}
}

// refusals are how many remarks keep the words of the pages from printing, and the
// key of the first.
func (s *Screen) refusals() (first string, n int) {
	count := func(key string) {
		if n++; first == "" {
			first = key
		}
	}
	for _, path := range s.missing(s.language) {
		count(textKey(s.language, path))
	}
	for _, f := range s.judged.Facts {
		if f.Weight == check.Refusal {
			count(factKey(f.Path))
		}
	}
	for _, f := range s.judged.Words[s.language] {
		if f.Weight == check.Refusal {
			count(textKey(s.language, s.screenPath(f.Path)))
		}
	}
	return first, n
}

// wrong is how many remarks of a chapter keep words from printing or mislead.
func (s *Screen) wrong(chapter int) int {
	n := 0
	for _, f := range s.judged.Facts {
		if f.Weight != check.Advice && s.chapterOf(f.Path) == chapter {
			n++
		}
	}
	for _, language := range []string{library.BaseLanguage, s.other} {
		for _, f := range s.judged.Words[language] {
			if f.Weight != check.Advice && s.chapterOf(f.Path) == chapter {
				n++
			}
		}
	}
	for _, path := range s.missing(library.BaseLanguage) {
		if s.chapterOf(path) == chapter {
			n++
		}
	}
	return n
}
