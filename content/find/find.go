// Package find answers the search field: half a word, a code, a name that
// patients use, a word spelled wrong, in any language, while it is typed.
//
// An [Entry] is what the search knows of one procedure. [New] turns entries into
// an [Index], which never changes afterwards and may be asked from several
// goroutines. [Index.Search] gives the best matches first, says which text
// matched and which of its letters to mark, and, where a word had to be
// corrected, how it was read.
//
// How matches are ranked is told in rank.go, how a query is read in query.go,
// which errors of spelling are forgiven in typo.go, and which never are in
// soundalike.go. The same entries and the same query always give the same
// answer: by score, then by title, then by id.
package find

import (
	"cmp"
	"slices"
)

// An Entry is what can be found of one procedure. Texts may be in any language
// and may be empty.
type Entry struct {
	ID    string
	Title string
	// Short is what a list shows: "SI joint injection". Where it is empty, New
	// fills in the title.
	Short string
	// Names are what else people call it.
	Names []string
	// Misspelled are names as people misspell them. A word that stands only here
	// is found when it is typed, and never offered as a correction.
	Misspelled []string
	Codes      []Code
	// Category is the category in words: "Spine & pain".
	Category string
	// Topics are body parts, symptoms and conditions.
	Topics []string
	// Called is what it is called in languages other than the title's, by tag. The
	// search finds these only where they stand among the names too.
	Called map[string]Called `json:",omitempty"`
}

// Called is a title with its short form in one language.
type Called struct{ Title, Short string }

// In is the entry as a list in a language shows it; where it has no title there, as
// it is.
func (e Entry) In(language string) Entry {
	called, ok := e.Called[language]
	if !ok {
		return e
	}
	e.Names = append(slices.Clone(e.Names), e.Title, e.Short)
	e.Title, e.Short = called.Title, called.Short
	return e
}

// A Code is a billing code as it stands on a procedure.
type Code struct {
	Number string
	// Status is "current", "disputed", "retired" or "unverified"; anything else counts as
	// current.
	Status string
	// Primary says that this procedure is the first one meant by the code.
	Primary bool
}

// A Field says what kind of text matched.
type Field uint8

// The fields, in the order in which one is preferred where two match as well.
const (
	FieldShort Field = iota
	FieldTitle
	FieldName
	FieldInitials
	FieldCode
	FieldTopic
	FieldCategory
	FieldMisspelled
)

// A Span is a range of bytes of a text, from Start up to but not including End.
// It never cuts a letter, nor a letter from its accents.
type Span struct{ Start, End int }

// A Match is an entry that fits, and why.
type Match struct {
	Entry *Entry
	Score int
	// Field and Text say which text of the entry fits best.
	Field Field
	Text  string
	// Marks are the parts of Text that fit, ShortMarks those of Entry.Short, both
	// in order and apart from each other. Where Field is FieldShort they are the
	// same.
	Marks, ShortMarks []Span
	// Code is the code of the entry that a word of the query fits best, if any.
	Code *Code
}

// A Result is the answer to one query.
type Result struct {
	Matches []Match
	// Meant is the query as it was read for the first match, where a word of it
	// was corrected: "low back shot" for "low bakc shot". Otherwise it is empty.
	Meant string
	// Nearest are entries that fit a part of the query, where none fits it all.
	Nearest []Match
}

// MaxNearest is how many entries Result.Nearest holds at most.
const MaxNearest = 5

// An Index is a set of entries that is ready to be searched.
type Index struct {
	entries []Entry // in the order of equals: by folded title, then by id
	vocabulary
	// texts[entryTexts[e]:entryTexts[e+1]] are the texts of entry e.
	entryTexts []uint32
	texts      []indexedText
	tokens     []token
}

// An indexedText is one text of an entry; its tokens end where those of the
// next text begin.
type indexedText struct {
	first uint32 // in Index.tokens
	slot  slot
}

// A token is a word's number in the vocabulary, and two flags.
type token uint32

const (
	// tokenFiller marks a word that carries no meaning: "the".
	tokenFiller token = 1 << 31
	// tokenAside marks a word that is not one of the text's words in a row: the
	// "xray" of "x-ray".
	tokenAside token = 1 << 30
	tokenWord        = tokenAside - 1
)

// New makes an index of entries. It keeps a copy of the slice, and the texts
// that the entries share with it must not change.
func New(entries []Entry) *Index {
	x := &Index{entries: slices.Clone(entries)}
	for i := range x.entries {
		if e := &x.entries[i]; e.Short == "" {
			e.Short = e.Title
		}
	}
	sortEntries(x.entries)
	var b vocabularyBuilder
	var words []word
	for i := range x.entries {
		x.entryTexts = append(x.entryTexts, uint32(len(x.texts)))
		for _, t := range textsOf(&x.entries[i]) {
			x.texts = append(x.texts, indexedText{uint32(len(x.tokens)), t.slot})
			words = t.appendWords(words[:0])
			for _, w := range words {
				x.tokens = append(x.tokens, b.add(w, t.slot))
			}
		}
	}
	x.entryTexts = append(x.entryTexts, uint32(len(x.texts)))
	x.texts = append(x.texts, indexedText{first: uint32(len(x.tokens))})
	x.vocabulary = b.finish(x)
	return x
}

// sortEntries brings entries into the order in which equals are shown.
func sortEntries(entries []Entry) {
	folded := make(map[string]string, len(entries))
	for i := range entries {
		folded[entries[i].Title] = fold(entries[i].Title)
	}
	slices.SortStableFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(folded[a.Title], folded[b.Title]), cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
}

// Search finds the entries that fit query, at most limit of them, or all where
// limit is 0 or less. An empty query finds nothing.
func (x *Index) Search(query string, limit int) Result {
	words := queryWords(query)
	if len(words) == 0 {
		return Result{}
	}
	s := &search{Index: x, terms: map[termKey]*term{}}
	for _, forgive := range []forgiveness{forgiveUnknown, forgiveUnfinished} {
		readings := s.readings(words, forgive)
		if hits := s.run(readings, true, limit); len(hits) > 0 {
			r := Result{Matches: s.matches(hits, readings)}
			r.Meant = s.meant(query, hits[0], &readings[hits[0].reading])
			return r
		}
	}
	readings := s.readings(words, forgiveMore)[:1]
	if limit <= 0 || limit > MaxNearest {
		limit = MaxNearest
	}
	return Result{Nearest: s.matches(s.run(readings, false, limit), readings)}
}
