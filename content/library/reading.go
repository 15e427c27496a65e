package library

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"deskleaf/content"
	"deskleaf/content/check"
	"deskleaf/content/file"
)

// A reading is a procedure on its way from its files.
type reading struct {
	place
	book       *Book
	complaints file.Complaints
	facts      *file.Document            // procedure.yaml
	documents  map[string]*file.Document // of words, by language
	faults     []string                  // why nothing of the procedure prints
	own        map[string][]string       // why one language does not print
	half       bool                      // not all of the procedure could be read
}

// read reads all files of a procedure.
func read(p place) *reading {
	settled, unsettled := p.settled()
	r := &reading{
		place:     settled,
		book:      &Book{Words: map[string]*content.Words{}, Missing: map[string][]string{}, Shipped: p.shipped, Folder: p.folder},
		documents: map[string]*file.Document{},
		own:       map[string][]string{},
	}
	if unsettled != nil {
		found := about(p.file(file.TogetherName), "a save of this procedure is half done: "+unsettled.Error(), "save the procedure again, or put its files right and take this one away")
		r.complaints, r.faults = found, told(found)
	}
	r.procedure()
	names, err := r.languageFiles()
	for _, name := range names {
		r.words(name)
	}
	switch {
	case err != nil:
		r.complaints = append(r.complaints, about(p.folder, "this folder cannot be read: "+err.Error(), "")...)
	case len(names) == 0:
		r.complaints = append(r.complaints, about(p.folder, "this procedure has no words in any language", "add a file en.yaml")...)
	}
	r.compareWords()
	r.holdBackOrders()
	r.holdBackUnwritten()
	r.refuse()
	r.complaints.Sort()
	return r
}

// procedure reads procedure.yaml.
func (r *reading) procedure() {
	var p content.Procedure
	doc, found := r.file(procedureFile, &p)
	r.facts, r.book.Procedure, r.half = doc, p, len(found) > 0
	if doc != nil && p.ID != "" {
		if p.ID != r.id {
			found = append(found, doc.Complain("id", fmt.Sprintf("the id is %q and the folder is called %q", p.ID, r.id), "give both the same name"))
		}
		for _, problem := range p.Problems(World()) {
			c := doc.Complain(problem.Path, problem.What, problem.Hint)
			if strings.HasSuffix(problem.Path, ".icon") { // a step without its drawing is still whole
				r.complaints = append(r.complaints, c)
				continue
			}
			found = append(found, c)
		}
	}
	r.complaints = append(r.complaints, found...)
	r.faults = append(r.faults, told(found)...)
}

// words reads a file of words.
func (r *reading) words(name string) {
	language := strings.TrimSuffix(name, wordsEnding)
	w := &content.Words{}
	doc, found := r.file(name, w)
	if doc != nil && w.Language != "" && w.Language != language {
		found = append(found, doc.Complain("language", fmt.Sprintf("the language is %q and the file is called %s", w.Language, name), "give both the same language"))
	}
	w.Language = language
	r.book.Words[language] = w
	if doc != nil {
		r.documents[language] = doc
	}
	r.own[language] = told(found)
	if w.Partial { // what it lacks is no mistake
		found = slices.DeleteFunc(found, func(c file.Complaint) bool { return c.Absent })
	}
	r.complaints = append(r.complaints, found...)
}

// file reads one file into a struct. The document is nil where there is nothing
// to point into.
func (r *reading) file(name string, into any) (*file.Document, file.Complaints) {
	shown := r.place.file(name)
	data, err := r.place.read(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, about(shown, "this file is missing", "a procedure is a folder with "+procedureFile+" and en.yaml")
	case err != nil:
		return nil, about(shown, "this file cannot be read: "+err.Error(), "")
	}
	if err := file.CheckFormat(shown, data, content.Format); err != nil {
		return nil, about(shown, "this file was written by a newer Deskleaf", "update Deskleaf on this computer; the file was not changed")
	}
	return file.Read(shown, data, into)
}

// compareWords holds the words against the procedure and against the base
// language. Against half a procedure they are not held: every second line would
// seem to be too much.
func (r *reading) compareWords() {
	for _, language := range languages(r.book.Words) {
		doc, w := r.documents[language], r.book.Words[language]
		if doc == nil || r.half {
			continue
		}
		problems := append(w.Problems(&r.book.Procedure, World()), untold(r.book.Words[BaseLanguage], w)...)
		for _, p := range problems {
			if p.Missing && !slices.Contains(r.own[language], p.Path) {
				r.own[language] = append(r.own[language], p.Path)
			}
			if p.Missing && w.Partial {
				continue
			}
			c := doc.Complain(p.Path, p.What, p.Hint)
			if !p.Missing {
				r.own[language] = append(r.own[language], told(file.Complaints{c})...)
			}
			r.complaints = append(r.complaints, c)
		}
		if w.Partial && len(r.own[language]) == 0 {
			r.own[language] = []string{"partial"}
			r.complaints = append(r.complaints, doc.Complain("partial", "these words say that they are not finished, and nothing is missing", "take the line out"))
		}
	}
}

// holdBackOrders keeps words from printing that tell a patient what to do with a
// medicine.
func (r *reading) holdBackOrders() {
	for _, language := range languages(r.book.Words) {
		doc := r.documents[language]
		if doc == nil {
			continue
		}
		found := complaintsOf(doc, check.Orders(r.book.Words[language]))
		r.own[language] = append(r.own[language], told(found)...)
		r.complaints = append(r.complaints, found...)
	}
}

// holdBackUnwritten keeps words from printing that stand as a document has them. That
// is no mistake in the files: somebody is at work on them.
func (r *reading) holdBackUnwritten() {
	for _, language := range languages(r.book.Words) {
		for _, f := range check.Unwritten(r.book.Words[language]) {
			r.own[language] = append(r.own[language], f.Path)
		}
	}
}

// judge adds what whoever writes the procedure should know besides: what makes
// it hard to read, misleads, or does not fit together.
func (r *reading) judge() {
	p := &r.book.Procedure
	if r.facts != nil && !r.half {
		r.complaints = append(r.complaints, complaintsOf(r.facts, check.Facts(p, r.book.Words[BaseLanguage]))...)
	}
	for _, language := range languages(r.book.Words) {
		if doc := r.documents[language]; doc != nil {
			w := r.book.Words[language]
			judged := slices.DeleteFunc(check.Words(p, w), func(f check.Finding) bool { return f.Weight == check.Refusal })
			r.complaints = append(r.complaints, complaintsOf(doc, slices.Concat(judged, check.Unwritten(w), check.Translated(r.book.Words[BaseLanguage], w)))...)
		}
	}
	r.complaints.Sort()
}

// judgeTogether adds what is wrong between procedures. Those that ship count too,
// where none of readings stands in for one.
func judgeTogether(readings []*reading) {
	var told []check.Told
	own := map[string]bool{}
	for _, r := range readings {
		if id := r.book.Procedure.ID; r.facts != nil && id != "" && !own[id] {
			own[id] = true
			told = append(told, check.Told{Procedure: &r.book.Procedure, Words: r.book.Words})
		}
	}
	for _, id := range shippedIDs() {
		if book, _ := readBook(shippedPlace(id)); !own[id] {
			told = append([]check.Told{{Procedure: &book.Procedure, Words: book.Words}}, told...)
		}
	}
	facts, words := check.Together(told)
	for _, r := range readings {
		id := r.book.Procedure.ID
		if r.facts != nil {
			r.complaints = append(r.complaints, complaintsOf(r.facts, facts[id])...)
		}
		for language, found := range words[id] {
			if doc := r.documents[language]; doc != nil {
				r.complaints = append(r.complaints, complaintsOf(doc, found)...)
			}
		}
	}
}

// complaintsOf turns findings into complaints about the file that they are of.
func complaintsOf(doc *file.Document, findings []check.Finding) file.Complaints {
	var found file.Complaints
	for _, f := range findings {
		c := doc.ComplainWithin(f.Path, f.At, f.What, f.Hint)
		c.Warning = f.Weight == check.Advice
		found = append(found, c)
	}
	return found
}

// untold lists what the base language tells and a translation does not, besides
// what [content.Words.Problems] finds.
func untold(base, w *content.Words) []content.Problem {
	if base == nil || base == w {
		return nil
	}
	has, lists := w.Texts(), map[string]bool{}
	for path := range has {
		lists[listOf(path)] = true
	}
	var missing []string
	for path := range base.Texts() {
		if _, ok := has[path]; ok || knownByID(path) {
			continue
		}
		if list := listOf(path); list != "" && !lists[list] {
			path = list // not a line of it is there
		}
		missing = append(missing, path)
	}
	slices.Sort(missing)
	var found []content.Problem
	for _, path := range slices.Compact(missing) {
		found = append(found, content.Problem{Path: path, What: fmt.Sprintf("a translation of %q is missing", path), Missing: true})
	}
	return found
}

// listOf is the list that the text at a path stands in: "sections.why" of
// "sections.why[0]"; "" where it stands in none.
func listOf(path string) string {
	if i := strings.IndexByte(path, '['); i > 0 {
		return path[:i]
	}
	return ""
}

// knownByID reports whether content compares the words at a path with the
// procedure itself.
func knownByID(path string) bool {
	head, rest, _ := strings.Cut(path, ".")
	switch head {
	case "signs", "ask_before", "codes", "modifiers", "events":
		return true
	case "steps":
		return strings.HasSuffix(rest, ".text")
	case "handout":
		return strings.HasSuffix(rest, ".title")
	}
	return false
}

// refuse writes down, by language, what keeps its words from printing.
func (r *reading) refuse() {
	for language := range r.book.Words {
		if why := slices.Concat(r.faults, r.own[language]); len(why) > 0 {
			r.book.Missing[language] = why
		}
	}
}

// told is complaints in short: file's name, line and what is wrong.
func told(cs file.Complaints) []string {
	var list []string
	for _, c := range cs {
		name := c.File[strings.LastIndexAny(c.File, `/\`)+1:]
		list = append(list, fmt.Sprintf("%s line %d: %s", name, c.Line, c.What))
	}
	return list
}
