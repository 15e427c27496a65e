package command

import (
	"flag"
	"fmt"
	"strings"

	"deskleaf/app/history"
	"deskleaf/app/store"
)

// history tells what happened to a procedure's words at this clinic, the latest first.
func (p *Program) history(args []string) error {
	var folder string
	words, err := parse("history", args, func(set *flag.FlagSet) { set.StringVar(&folder, "clinic", "", "") }, 1, 1)
	if err != nil {
		return err
	}
	lib, err := p.library(folder)
	if err != nil {
		return err
	}
	book, err := p.find(lib, words[0])
	if err != nil {
		return err
	}
	c := p.clinic(folder)
	story, err := history.Story(store.OS{}, c.Source(), c.SignOffs, book.Procedure.ID)
	if err != nil {
		return failure(err.Error(), "")
	}
	if len(story) == 0 {
		return failure(fmt.Sprintf("nobody at this clinic has changed or approved the words of %s", book.Procedure.ID), "they are as they came with Deskleaf")
	}
	for _, e := range story {
		fmt.Fprintln(p.Out, entryLine(e))
	}
	return nil
}

// entryLine is an entry in a line: when, what, who, of what, why.
func entryLine(e history.Entry) string {
	var languages []string
	for _, w := range e.Words {
		languages = append(languages, w.Language)
	}
	line := fmt.Sprintf("%-16s  %-8s  %s", strings.TrimSpace(e.Date.String()+" "+e.Time), e.Kind, strings.Join(languages, ","))
	if e.Version > 0 {
		line += fmt.Sprintf("  version %d", e.Version)
	}
	if e.Who != "" {
		line += "  by " + e.Who
	}
	if e.Role != "" {
		line += " (" + e.Role + ")"
	}
	if e.Why != "" {
		line += ": " + e.Why
	}
	return line
}
