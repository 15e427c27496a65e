package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/day"
	"deskleaf/app/store"
	"deskleaf/app/table"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/library"
)

// dayRequest is what the day command was asked for.
type dayRequest struct {
	setting  day.Setting
	paper    string
	clinic   string
	out      string
	leaves   bool     // each handout begins on a leaf of its own
	columns  []string // FIELD=HEADER
	types    []string // NAME=PROCEDURE
	remember bool
	asJSON   bool
}

// flags defines the options and writes them into r.
func (r *dayRequest) flags(set *flag.FlagSet) {
	set.StringVar(&r.out, "o", "", "")
	set.StringVar(&r.clinic, "clinic", "", "")
	set.BoolVar(&r.remember, "remember", false, "")
	set.BoolVar(&r.asJSON, "json", false, "")
	set.BoolVar(&r.leaves, "two-sided", false, "")
	set.BoolVar(&r.setting.DayFirst, "day-first", false, "")
	set.StringVar(&r.setting.Language, "lang", "en", "")
	set.Func("column", "", r.pair(&r.columns, "FIELD=HEADER"))
	set.Func("type", "", r.pair(&r.types, "NAME=PROCEDURE"))
	set.Func("parts", "", func(s string) (err error) { r.setting.Parts, err = readParts(s); return err })
	set.Func("size", "", func(s string) error { r.setting.Large = s == "large"; return oneOf(s, "standard", "large") })
	set.Func("paper", "", func(s string) error { r.paper = s; return oneOf(s, "letter", "a4") })
	set.Func("date", "", func(s string) (err error) { r.setting.Day, err = civil.ParseDate(s); return err })
	set.Func("today", "", func(s string) (err error) { r.setting.Today, err = civil.ParseDate(s); return err })
}

func (r *dayRequest) pair(into *[]string, form string) func(string) error {
	return func(s string) error {
		if !strings.Contains(s, "=") {
			return fmt.Errorf("%q is not %s", s, form)
		}
		*into = append(*into, s)
		return nil
	}
}

// day makes the handouts of a schedule and reports what became of each line.
func (p *Program) day(args []string) error {
	r := dayRequest{setting: day.Setting{Today: p.Today}}
	words, err := parse("day", args, r.flags, 1, 1)
	if err != nil {
		return err
	}
	if r.out == "" {
		return misuse("day needs to know where to write", "add -o day.pdf for one PDF, or -o FOLDER for a file a patient")
	}
	lib, err := p.library(r.clinic)
	if err != nil {
		return err
	}
	c := p.clinic(r.clinic)
	if err := r.checkOut(); err != nil {
		return err
	}
	t, err := p.table(words[0])
	if err != nil {
		return err
	}
	s, err := r.understand(t, c, lib)
	if err != nil {
		return err
	}
	if err := p.remember(&r, c); err != nil {
		return err
	}
	if r.paper != "" {
		c.Facts.Paper = r.paper
	}
	r.setting.Places = s.PlacesNamed()
	r.setting.Library, r.setting.Clinic, r.setting.Mixed = lib, c, s.MixedDays() && !r.setting.DayFirst
	return p.makeDay(&r, t, s)
}

// table reads the schedule; "-" is standard input.
func (p *Program) table(name string) (table.Table, error) {
	t, err := fileOrInput(p, name, table.MostBytes,
		func() (table.Table, error) { return table.Open(store.OS{}, name) },
		func(data []byte) (table.Table, error) { return table.Read("standard input", data) })
	if said, ok := errors.AsType[*table.Error](err); ok {
		return t, failure(said.Error(), said.Hint())
	}
	if err == nil && len(t.Other) > 0 {
		p.warn(fmt.Sprintf("only the sheet %q is read; there are more: %s", t.Sheet, strings.Join(t.Other, ", ")), "")
	}
	return t, err
}

// checkOut refuses what is neither a PDF nor a folder, before anything is read.
func (r *dayRequest) checkOut() error {
	ext := strings.ToLower(filepath.Ext(r.out))
	if info, err := os.Stat(r.out); ext == "" || ext == ".pdf" || err == nil && info.IsDir() {
		return nil
	}
	return misuse(fmt.Sprintf("%q is neither a PDF nor a folder", r.out), "add -o day.pdf for one PDF, or -o FOLDER for a file a patient")
}

// output is where the handouts go: one PDF, or a folder, which is made where it is
// missing.
func (r *dayRequest) output(reader *day.Reader) (day.Output, error) {
	path, err := filepath.Abs(r.out)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return day.NewFolder(store.OS{}, path), nil
	}
	if filepath.Ext(path) != "" {
		f, err := reader.NewFile(store.OS{}, path, "Handouts", r.leaves)
		if err != nil {
			return nil, saveFailure(r.out, err)
		}
		return f, nil
	}
	if err := os.MkdirAll(path, store.FolderPermission); err != nil {
		return nil, failure(fmt.Sprintf("the folder %s cannot be made: %v", r.out, err), "choose another folder")
	}
	return day.NewFolder(store.OS{}, path), nil
}

// understand finds the columns, with what the command line says of them and of
// appointment types; both are learned by the clinic's rules.
func (r *dayRequest) understand(t table.Table, c *clinic.Clinic, lib *library.Library) (day.Schedule, error) {
	rules := c.Schedules
	for _, pair := range r.columns {
		field, header, _ := strings.Cut(pair, "=")
		if !isField(field) {
			return day.Schedule{}, misuse(fmt.Sprintf("--column: there is no field %q", field), "the fields are "+fieldNames())
		}
		rules.Columns = clinic.WithName(rules.Columns, table.Fold(header), field)
	}
	for _, pair := range r.types {
		name, id, _ := strings.Cut(pair, "=")
		if id == "" {
			rules = day.TeachType(rules, name, nil, content.NoSide)
			continue
		}
		book, _, err := lib.Book(id)
		if err != nil {
			return day.Schedule{}, misuse(fmt.Sprintf("--type: there is no procedure %q", id), "`deskleaf list` prints all of them")
		}
		rules = day.TeachType(rules, name, &book.Procedure, day.SideOf(name))
	}
	c.Schedules = rules
	columns, ok := day.FindColumns(t, rules)
	if !ok {
		first := t.Rows[max(day.Guess(t, rules).Header, 0)].Cells
		return day.Schedule{}, failure(fmt.Sprintf("%s: no column is known to hold the procedure; the headers are %s", t.File, strings.Join(first, " | ")),
			`say which column it is, as in --column procedure="Appt Type" --column date="Day", and add --remember to say it once`)
	}
	return day.NewSchedule(t, columns), nil
}

func isField(name string) bool {
	for _, f := range day.Fields {
		if string(f) == name {
			return true
		}
	}
	return false
}

func fieldNames() string {
	var names []string
	for _, f := range day.Fields {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

// remember writes what the command line taught into the clinic's folder.
func (p *Program) remember(r *dayRequest, c *clinic.Clinic) error {
	if !r.remember {
		return nil
	}
	if _, err := c.SaveSchedules(store.OS{}, c.Schedules); err != nil {
		return saveFailure("schedules.yaml", err)
	}
	return nil
}

// tellEvery is after how many handouts a long run says how far it is.
const tellEvery = 500

// tellProgress says on standard error how far a long run is.
func (p *Program) tellProgress() func(done, of int) {
	told := 0
	return func(done, of int) {
		if done-told >= tellEvery && done < of {
			told = done
			fmt.Fprintf(p.Err, "deskleaf: %d of %d\n", done, of)
		}
	}
}

// makeDay reads all lines, makes the ready ones and reports. Ctrl+C leaves nothing
// behind.
func (p *Program) makeDay(r *dayRequest, t table.Table, s day.Schedule) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	reader := day.NewReader(r.setting)
	entries := make([]day.Entry, len(s.Lines))
	for i, l := range s.Lines {
		entries[i] = reader.Read(l)
	}
	out, err := r.output(reader)
	if err != nil {
		return err
	}
	o, err := reader.Make(ctx, entries, out, p.tellProgress())
	switch {
	case errors.Is(err, context.Canceled):
		return failure("stopped; nothing was written", "")
	case err != nil:
		return saveFailure(r.out, err)
	}
	for _, failed := range o.Failed {
		for i := range entries {
			if entries[i].Line.Number == failed.Line.Number {
				entries[i] = failed
			}
		}
	}
	return p.reportDay(r, t, entries, o)
}
