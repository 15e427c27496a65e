package command

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"deskleaf/app/author"
	"deskleaf/app/author/fresh"
	"deskleaf/app/document"
	"deskleaf/app/store"
	"deskleaf/content/change"
	"deskleaf/content/library"
)

// begun is what the new command was asked for.
type begun struct {
	from, like, language, folder string
	own                          bool
}

// newProcedure writes the first files of a procedure into a folder of its own, and says
// what of a document has no place in them.
func (p *Program) newProcedure(args []string) error {
	var b begun
	words, err := parse("new", args, func(set *flag.FlagSet) {
		set.StringVar(&b.from, "from", "", "")
		set.StringVar(&b.like, "like", "", "")
		set.StringVar(&b.language, "lang", "", "")
		set.StringVar(&b.folder, "o", "", "")
		set.BoolVar(&b.own, "own", false, "")
	}, 0, -1)
	switch {
	case err != nil:
		return err
	case b.folder == "":
		return misuse("new needs a folder to write into", usageOf("new"))
	case b.from != "" && b.like != "":
		return misuse("new begins from a document or from another procedure, not from both", usageOf("new"))
	case b.language != "" && b.language != "en" && b.language != "es":
		return misuse("a new procedure is begun in en or es", usageOf("new"))
	}
	e, doc, err := p.begin(b, strings.Join(words, " "))
	if err != nil {
		return err
	}
	if err := writeNew(b.folder, e); err != nil {
		return err
	}
	fmt.Fprintln(p.Out, filepath.Join(b.folder, e.Facts.ID))
	if _, m := author.Imported(e); m != nil {
		p.tellLeft(doc, e)
	}
	return nil
}

// begin makes the first edition of what was asked for.
func (p *Program) begin(b begun, name string) (change.Edition, document.Document, error) {
	lib := library.Open(p.Clinic, p.Index)
	var doc document.Document
	var err error
	if b.from != "" {
		if doc, err = p.readDocument(b.from); err != nil {
			return change.Edition{}, doc, err
		}
	}
	if name == "" {
		name = fresh.Name(doc)
	}
	if name == "" {
		return change.Edition{}, doc, misuse("new needs a name for the procedure", usageOf("new"))
	}
	known := map[string]bool{}
	for _, e := range lib.Entries() {
		known[e.ID] = true
	}
	taken := func(id string) bool {
		_, err := os.Lstat(filepath.Join(b.folder, id))
		return known[id] || err == nil
	}
	n := fresh.Procedure{ID: fresh.ID(name, taken), Name: name, Language: b.language, Source: "This clinic’s own words", Today: p.Today}
	switch {
	case b.from != "":
		if n.Language == "" {
			n.Language = doc.Language
		}
		if n.Source = doc.Title; n.Source == "" {
			n.Source = name
		}
		e, _ := fresh.Import(doc, n, b.own)
		return e, doc, nil
	case b.like != "":
		book, err := p.find(lib, b.like)
		if err != nil {
			return change.Edition{}, doc, err
		}
		n.Language = firstOf(n.Language, library.BaseLanguage)
		return fresh.Copy(author.EditionOf(book), n), doc, nil
	}
	n.Language = firstOf(n.Language, library.BaseLanguage)
	return fresh.Empty(n), doc, nil
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// readDocument reads a document from a file, or with "-" from standard input.
func (p *Program) readDocument(from string) (document.Document, error) {
	doc, err := fileOrInput(p, from, document.MostBytes,
		func() (document.Document, error) { return document.Open(store.OS{}, from) },
		func(data []byte) (document.Document, error) { return document.Read("", data) })
	if why, ok := errors.AsType[*document.Error](err); ok {
		return doc, failure(why.Error(), why.Hint())
	}
	return doc, err
}

// writeNew writes the files of a procedure into a folder that is not there yet.
func writeNew(folder string, e change.Edition) error {
	texts, err := author.Files(e)
	if err != nil {
		return err
	}
	into := filepath.Join(folder, e.Facts.ID)
	if err := os.MkdirAll(into, store.FolderPermission); err != nil {
		return fmt.Errorf("make the folder %s: %w", into, err)
	}
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		if err := store.SaveNew(store.OS{}, filepath.Join(into, name), texts[name]); err != nil {
			return err
		}
	}
	return nil
}

// tellLeft says on standard error what of a document has no place, and what was left
// out.
func (p *Program) tellLeft(doc document.Document, e change.Edition) {
	language, m := author.Imported(e)
	words := e.Words[language]
	p.warn(fmt.Sprintf("%s as in the document: none of it prints before it is written anew", counted(len(words.Unwritten()), "text")), "")
	for _, l := range m.Left {
		under := ""
		if l.Under != "" {
			under = " (under " + l.Under + ")"
		}
		fmt.Fprintf(p.Err, "no place%s: %s\n", under, l.Text)
	}
	for _, c := range m.Codes {
		fmt.Fprintf(p.Err, "a code that nobody looked up: %s\n", c)
	}
	for _, a := range doc.Asides {
		fmt.Fprintf(p.Err, "left out (%s): %s\n", a.Place, a.Text)
	}
}
