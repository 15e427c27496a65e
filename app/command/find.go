package command

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/store"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/find"
	"deskleaf/content/library"
)

// checkChoices refuses a side or an option that the procedure does not have.
func checkChoices(book *library.Book, v visit.Visit) error {
	p := &book.Procedure
	if v.Side != content.NoSide && !slices.Contains(p.Sides, v.Side) {
		if len(p.Sides) == 0 {
			return misuse(fmt.Sprintf("%s has no side", p.ID), "leave --side out")
		}
		return misuse(fmt.Sprintf("%s is not done on the side %q", p.ID, v.Side), "")
	}
	for _, id := range slices.Sorted(maps.Keys(v.Options)) {
		i := slices.IndexFunc(p.Options, func(o content.Option) bool { return o.ID == id })
		if i < 0 {
			names := make([]string, len(p.Options))
			for i, o := range p.Options {
				names[i] = o.ID
			}
			hint := p.ID + " has none"
			if len(names) > 0 {
				hint = "it has " + strings.Join(names, ", ")
			}
			return misuse(fmt.Sprintf("%s has no option %q", p.ID, id), hint)
		}
		if choice := v.Options[id]; !slices.Contains(p.Options[i].Choices, choice) {
			return misuse(fmt.Sprintf("the option %s cannot be %q", id, choice), "it can be "+strings.Join(p.Options[i].Choices, ", "))
		}
	}
	return nil
}

// wordsIn are the book's words in a language. A language that lacks words is
// refused with the list, never mixed with another.
func wordsIn(book *library.Book, language string) (*content.Words, error) {
	if w, ok := book.In(language); ok {
		return w, nil
	}
	if missing := book.Missing[language]; len(missing) > 0 {
		return nil, failure(fmt.Sprintf("%s has no whole words in %q yet; missing: %s", book.Procedure.ID, language, strings.Join(missing, ", ")),
			"print it in "+strings.Join(book.Languages(), " or "))
	}
	return nil, misuse(fmt.Sprintf("%s is not written in the language %q", book.Procedure.ID, language), "it is written in "+strings.Join(book.Languages(), ", "))
}

// library opens the procedures: what ships, and the clinic's.
func (p *Program) library(folder string) (*library.Library, error) {
	if folder == "" {
		return p.ownLibrary(), nil
	}
	if !p.Signed.None() {
		return nil, failure("this computer takes content only from its signed library", "leave --clinic out")
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return nil, failure(fmt.Sprintf("there is no clinic's folder %s", folder), "name the folder that holds clinic.yaml, or leave --clinic out")
	}
	return library.Open(folder, ""), nil
}

// ownLibrary is the procedures of this desk's clinic.
func (p *Program) ownLibrary() *library.Library {
	if p.Source != nil {
		return library.Open(p.Source(), p.Index)
	}
	return library.Open(p.Clinic, p.Index)
}

// clinic reads the clinic's own facts and warns of what it could not read.
func (p *Program) clinic(folder string) *clinic.Clinic {
	var c clinic.Clinic
	switch {
	case p.Open != nil:
		c = p.Open(folder)
	case folder == "":
		c = clinic.Open(store.OS{}, p.Clinic)
	default:
		c = clinic.Open(store.OS{}, folder)
	}
	switch {
	case c.Away != clinic.Here && c.Known():
		p.warn(fmt.Sprintf("the clinic's folder %s %s", c.Folder, c.Away), fmt.Sprintf("this desk's copy of it is used, as it was on %s at %s; connect the folder and try again", civil.DateOf(c.AsOf), c.AsOf.Format("15:04")))
	case c.Away != clinic.Here:
		p.warn(fmt.Sprintf("the clinic's folder %s %s", c.Folder, c.Away), "what only it knows has a line to write on; connect the folder and try again")
	}
	for _, notice := range c.Notices {
		p.warn(notice.String(), "")
	}
	return &c
}

// find finds the procedure that an id or a code names, and warns where a code is
// disputed or shared.
func (p *Program) find(lib *library.Library, name string) (*library.Book, error) {
	if content.IsCode(strings.ToUpper(name)) {
		id, err := p.byCode(lib, strings.ToUpper(name))
		if err != nil {
			return nil, err
		}
		name = id
	}
	book, complaints, err := lib.Book(name)
	if errors.Is(err, library.ErrUnknown) {
		return nil, failure(fmt.Sprintf("there is no procedure %q", name), nearest(lib, name))
	}
	if err != nil {
		return nil, failure(err.Error(), "")
	}
	for _, c := range complaints {
		p.warn(c.String(), "")
	}
	return book, nil
}

// byCode is the id of the procedure that a code means.
func (p *Program) byCode(lib *library.Library, number string) (string, error) {
	matches := lib.ByCode(number)
	if len(matches) == 0 {
		return "", failure(fmt.Sprintf("no procedure lists the code %s", number), "`deskleaf search` finds procedures by name")
	}
	first := matches[0]
	if first.Code.Status != string(content.CodeCurrent) {
		p.warn(fmt.Sprintf("the code %s is %s for %s", number, first.Code.Status, first.Entry.Short),
			fmt.Sprintf("check the code before you quote or bill; references that are right name %s", strings.Join(first.Instead, ", ")))
	}
	if len(matches) > 1 && !first.Code.Primary {
		ids := make([]string, len(matches))
		for i, m := range matches {
			ids[i] = m.Entry.ID
		}
		return "", misuse(fmt.Sprintf("several procedures share the code %s: %s", number, strings.Join(ids, ", ")), "name one of them")
	}
	return first.Entry.ID, nil
}

// nearest is a hint with the procedures that a word may have meant.
func nearest(lib *library.Library, name string) string {
	found := find.New(lib.Entries()).Search(strings.ReplaceAll(name, "-", " "), find.MaxNearest)
	matches := found.Matches
	if len(matches) == 0 {
		matches = found.Nearest
	}
	if len(matches) == 0 {
		return "`deskleaf list` prints all of them"
	}
	ids := make([]string, len(matches))
	for i, m := range matches {
		ids[i] = m.Entry.ID
	}
	return "did you mean " + strings.Join(ids, ", ") + "?"
}
