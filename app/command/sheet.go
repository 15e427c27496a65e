package command

import (
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/handout"
	"deskleaf/app/history"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/library"
	"deskleaf/content/phrases"
)

// sheet says from which words a sheet was printed, by the code in its foot, and
// prints it again where it is told to.
func (p *Program) sheet(args []string) error {
	var out, folder string
	words, err := parse("sheet", args, func(set *flag.FlagSet) {
		set.StringVar(&out, "o", "", "")
		set.StringVar(&folder, "clinic", "", "")
	}, 1, 1)
	if err != nil {
		return err
	}
	code, err := handout.ReadCode(words[0])
	if err != nil {
		return failure(err.Error(), "the code stands at the end of the line at the foot of every page")
	}
	lib, err := p.library(folder)
	if err != nil {
		return err
	}
	c := p.clinic(folder)
	found := handout.Lookup(code, history.Sheets(lib.Editions(), history.All(store.OS{}, c.Source(), c.SignOffs)), c.SignOffs)
	if len(found) == 0 {
		return failure(fmt.Sprintf("no sheet that this desk knows has the code %s", code),
			"its words changed since, or they came from another clinic or another Deskleaf; the foot of the page also says procedure, language and version")
	}
	for i, f := range found {
		if i > 0 {
			fmt.Fprintln(p.Out)
		}
		p.tellSheet(f)
	}
	if out == "" {
		return nil
	}
	return p.sheetAgain(found, lib, c, out)
}

// tellSheet prints what a code says of a sheet.
func (p *Program) tellSheet(f handout.Found) {
	title, language := f.Procedure, f.Language
	if f.Edition != nil {
		title = fmt.Sprintf("%s (%s)", content.Plain(f.Edition.Words.Short), f.Procedure)
	}
	if english, err := phrases.In("en"); err == nil {
		language = english.Name(f.Language)
	}
	fmt.Fprintf(p.Out, "%s, %s, version %d\n", title, language, f.Version)
	row := func(label, value string) { fmt.Fprintf(p.Out, "  %-9s %s\n", label, value) }
	parts := make([]string, len(f.Parts))
	for i, part := range f.Parts {
		parts[i] = string(part)
	}
	row("parts", strings.Join(parts, ", "))
	size := "standard"
	if f.Large {
		size = "large"
	}
	if f.Longer {
		size += ", with all steps"
	}
	row("size", size)
	for _, id := range slices.Sorted(maps.Keys(f.Options)) {
		chosen := f.Options[id]
		if chosen == "" {
			chosen = "not chosen"
		}
		row("option", id+": "+chosen)
	}
	row("words", wordsOf(f))
}

// wordsOf says where a sheet's words are and who approved them.
func wordsOf(f handout.Found) string {
	where := "the clinic's own"
	switch {
	case f.Edition == nil:
		where = "changed since then and no longer here"
	case f.Edition.Kept:
		where = "those that were kept when they were approved"
	case f.Edition.Shipped:
		where = "those that ship with this Deskleaf"
	}
	if f.SignOff == (clinic.SignOff{}) {
		return where + "; not approved here"
	}
	return fmt.Sprintf("%s; approved by %s (%s) on %v", where, f.SignOff.Who, f.SignOff.Role, f.SignOff.Date)
}

// sheetAgain writes the pages of the one sheet that was found.
func (p *Program) sheetAgain(found []handout.Found, lib *library.Library, c *clinic.Clinic, out string) error {
	way, err := wayOut(out)
	if err != nil {
		return err
	}
	switch {
	case len(found) > 1:
		return failure("several sheets have that code by chance, so none is printed", "print the right one with `deskleaf handout`")
	case found[0].Edition == nil:
		return failure("the words of that sheet are no longer here, so it cannot be printed again", "look for a copy of the clinic's folder from before they changed")
	}
	s, _, err := handout.Compose(found[0].Input(lib.Blanks(), c, p.Today))
	if err != nil {
		return failure(err.Error(), "")
	}
	return p.writeSheet(out, way, s)
}
