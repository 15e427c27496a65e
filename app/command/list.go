package command

import (
	"encoding/json"
	"flag"
	"fmt"
	"strings"

	"deskleaf/content/find"
	"deskleaf/content/library"
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

// codesNote is for people: the main codes, and those that some references list.
func codesNote(e find.Entry) string {
	var main, listed []string
	for _, c := range e.Codes {
		switch {
		case c.Status == "disputed":
			listed = append(listed, c.Number)
		case c.Primary:
			main = append(main, c.Number)
		}
	}
	note := strings.Join(main, ", ")
	if len(listed) > 0 {
		note += " (listed as " + strings.Join(listed, ", ") + ")"
	}
	return strings.TrimSpace(note)
}

func (p *Program) printRow(e find.Entry) {
	fmt.Fprintf(p.Out, "%-26s %-34s %s\n", e.ID, e.Short, codesNote(e))
}

func (p *Program) list(args []string) error {
	var asJSON bool
	if _, err := parse("list", args, func(set *flag.FlagSet) { set.BoolVar(&asJSON, "json", false, "") }, 0, 0); err != nil {
		return err
	}
	entries := library.Open(p.Clinic, p.Index).Entries()
	rows := make([]row, len(entries))
	for i, e := range entries {
		rows[i] = rowOf(e)
	}
	if asJSON {
		return writeJSON(p, rows)
	}
	for _, e := range entries {
		p.printRow(e)
	}
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
	found := find.New(library.Open(p.Clinic, p.Index).Entries()).Search(query, most)
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
	for _, m := range found.Matches {
		p.printRow(*m.Entry)
	}
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
