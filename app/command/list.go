package command

import (
	"encoding/json"
	"flag"
	"fmt"
	"strings"
	"text/tabwriter"

	"deskleaf/content/find"
)

// row is a procedure as list and search print it with --json.
type row struct {
	ID       string    `json:"id"`
	Title    string    `json:"title"`
	Short    string    `json:"short"`
	Category string    `json:"category"`
	Codes    []codeRow `json:"codes"`
	Matched  string    `json:"matched,omitempty"` // of search: the text that fits
}

type codeRow struct {
	Number  string `json:"number"`
	Status  string `json:"status"`
	Primary bool   `json:"primary"`
}

func rowOf(e find.Entry) row {
	r := row{ID: e.ID, Title: e.Title, Short: e.Short, Category: e.Category, Codes: []codeRow{}}
	for _, c := range e.Codes {
		r.Codes = append(r.Codes, codeRow(c))
	}
	return r
}

// writeJSON prints objects, two spaces a level.
func writeJSON(p *Program, what any) error {
	enc := json.NewEncoder(p.Out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(what)
}

// codesNote is for people: the main codes, or else those that it shares with
// other procedures, and those that some references list.
func codesNote(e find.Entry) string {
	var main, shared, listed []string
	for _, c := range e.Codes {
		switch {
		case c.Status == "disputed":
			listed = append(listed, c.Number)
		case c.Primary:
			main = append(main, c.Number)
		case c.Status != "retired" && c.Status != "unverified":
			shared = append(shared, c.Number)
		}
	}
	if len(main) == 0 {
		main = shared
	}
	note := strings.Join(main, ", ")
	if len(listed) > 0 {
		note += " (listed as " + strings.Join(listed, ", ") + ")"
	}
	return strings.TrimSpace(note)
}

// printRows prints procedures for people, a line each, in columns.
func (p *Program) printRows(entries []find.Entry) {
	columns := tabwriter.NewWriter(p.Out, 0, 0, 2, ' ', 0)
	for _, e := range entries {
		fmt.Fprintf(columns, "%s\t%s\t%s\n", e.ID, e.Short, codesNote(e))
	}
	_ = columns.Flush() // where nothing can be printed, nobody can be told
}

func (p *Program) list(args []string) error {
	var asJSON bool
	if _, err := parse("list", args, func(set *flag.FlagSet) { set.BoolVar(&asJSON, "json", false, "") }, 0, 0); err != nil {
		return err
	}
	entries := p.ownLibrary().Entries()
	rows := make([]row, len(entries))
	for i, e := range entries {
		rows[i] = rowOf(e)
	}
	if asJSON {
		return writeJSON(p, rows)
	}
	p.printRows(entries)
	return nil
}

func (p *Program) search(args []string) error {
	asJSON, most := false, 10
	words, err := parse("search", args, func(set *flag.FlagSet) {
		set.BoolVar(&asJSON, "json", false, "")
		set.IntVar(&most, "n", most, "")
	}, 1, -1)
	if err != nil {
		return err
	}
	if most < 1 {
		return misuse("-n wants a number from 1 up", usageOf("search"))
	}
	query := strings.Join(words, " ")
	found := find.New(p.ownLibrary().Entries()).Search(query, most)
	if asJSON {
		rows := make([]row, len(found.Matches))
		for i, m := range found.Matches {
			rows[i] = rowOf(*m.Entry)
			rows[i].Matched = m.Text
		}
		return writeJSON(p, rows)
	}
	if len(found.Matches) == 0 {
		return p.nothingFound(query, found)
	}
	fitting := make([]find.Entry, len(found.Matches))
	for i, m := range found.Matches {
		fitting[i] = *m.Entry
	}
	p.printRows(fitting)
	if found.Meant != "" {
		p.warn(fmt.Sprintf("nothing is called %q; these fit %q", query, found.Meant), "")
	}
	return nil
}

// nothingFound names the nearest procedures, where some fit a part of the query.
func (p *Program) nothingFound(query string, found find.Result) error {
	hint := "`deskleaf list` prints every procedure"
	if len(found.Nearest) > 0 {
		ids := make([]string, len(found.Nearest))
		for i, m := range found.Nearest {
			ids[i] = m.Entry.ID
		}
		hint = "nearest: " + strings.Join(ids, ", ")
	}
	return failure(fmt.Sprintf("nothing fits %q", query), hint)
}
