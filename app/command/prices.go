package command

import (
	"errors"
	"flag"
	"fmt"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/cost"
	"deskleaf/app/cost/prices"
	"deskleaf/app/store"
	"deskleaf/app/table"
	"deskleaf/content/library"
)

// priceWork is what the prices command was asked for.
type priceWork struct {
	clinic, relative, indices, locality string
	only                                bool // look, and take nothing
}

// prices looks at a new price list, takes it, makes Medicare's amounts, or goes
// back.
func (p *Program) prices(args []string) error {
	var w priceWork
	words, err := parse("prices", args, func(set *flag.FlagSet) {
		set.StringVar(&w.clinic, "clinic", "", "")
		set.StringVar(&w.relative, "rvu", "", "")
		set.StringVar(&w.indices, "gpci", "", "")
		set.StringVar(&w.locality, "locality", "", "")
		set.BoolVar(&w.only, "check", false, "")
	}, 1, 2)
	if err != nil {
		return err
	}
	if !p.Signed.None() && !w.only && words[0] != "check" {
		return failure(clinic.ErrSigned.Error(), "")
	}
	if w.clinic == "" {
		w.clinic = p.Clinic
	}
	if w.clinic == "" {
		return failure("this desk has no folder for the clinic's files", "name one with --clinic")
	}
	lib, err := p.library(w.clinic)
	if err != nil {
		return err
	}
	switch verb, file := words[0], strings.Join(words[1:], ""); {
	case verb == "undo" && file == "":
		return p.undoPrices(w.clinic)
	case verb == "medicare" && file == "":
		return p.medicarePrices(w, lib)
	case (verb == "check" || verb == "take") && file != "":
		w.only = w.only || verb == "check"
		list, err := p.readPrices(file, lib)
		if err != nil {
			return err
		}
		return p.takePrices(w, func(prices.List) prices.List { return list })
	}
	return misuse("prices does not know what to do with "+strings.Join(words, " "), usageOf("prices"))
}

// readPrices reads a new list, saying everything that is wrong with it.
func (p *Program) readPrices(file string, lib *library.Library) (prices.List, error) {
	t, err := table.Open(store.OS{}, file)
	if err != nil {
		return nil, failure(err.Error(), hintOf(err))
	}
	list, complaints := prices.Read(t, lib.Bilateral)
	for _, c := range complaints {
		p.warn(fmt.Sprintf("%s: %s", t.File, c), c.Hint)
	}
	if len(complaints) > 0 {
		return nil, failure("nothing was taken from "+t.File, "put the lines right, and take it again; the prices are as they were")
	}
	return list, nil
}

// priceList is the clinic's list now.
func (p *Program) priceList(folder string) (prices.List, error) {
	if folder == "" {
		folder = p.Clinic
	}
	list, notice, err := prices.Open(store.OS{}, folder)
	if notice != "" {
		p.warn(notice, "")
	}
	return list, err
}

// takePrices shows what a change of the list changes and, unless it is only to be
// looked at, makes it.
func (p *Program) takePrices(w priceWork, change func(prices.List) prices.List) error {
	old, err := p.priceList(w.clinic)
	if err != nil {
		return failure("the price list that is there cannot be read: "+err.Error(), hintOf(err))
	}
	list := change(old)
	preview := prices.Compare(old, list, p.Today)
	p.printPreview(preview)
	if w.only || preview.IsEmpty() {
		return nil
	}
	if err := prices.Save(store.OS{}, clinic.Clinic{Folder: w.clinic}, old, list); err != nil {
		return saveFailure(prices.File, err)
	}
	fmt.Fprintln(p.Out, "taken; `deskleaf prices undo` goes back")
	return nil
}

func (p *Program) printPreview(v prices.Preview) {
	fmt.Fprintf(p.Out, "%d new, %d changed, %d dropped, %d as they are; %d expired\n", len(v.New), len(v.Changed), len(v.Dropped), v.Same, len(v.Expired))
	for _, e := range v.New {
		fmt.Fprintf(p.Out, "new      %s\n", priceLine(e))
	}
	for _, c := range v.Changed {
		fmt.Fprintf(p.Out, "changed  %s\n     to  %s\n", priceLine(c.Old), priceLine(c.New))
	}
	for _, e := range v.Dropped {
		fmt.Fprintf(p.Out, "dropped  %s\n", priceLine(e))
	}
	for _, e := range v.Expired {
		fmt.Fprintf(p.Out, "expired  %s\n", priceLine(e))
	}
}

// priceLine is an entry of the list in one line.
func priceLine(e prices.Entry) string {
	parts := []string{e.Code}
	for _, part := range []string{e.Modifier, string(e.Setting), string(e.Bill), e.Payer, e.Plan} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	for _, price := range []struct {
		name   string
		amount cost.Range
	}{{"allowed", e.Allowed}, {"cash", e.Cash}} {
		if !price.amount.IsZero() {
			parts = append(parts, price.name+" "+price.amount.Plain())
		}
	}
	if !e.From.IsZero() {
		parts = append(parts, "from "+e.From.String())
	}
	if !e.To.IsZero() {
		parts = append(parts, "to "+e.To.String())
	}
	return strings.Join(parts, " ")
}

func (p *Program) undoPrices(folder string) error {
	if !prices.CanUndo(store.OS{}, folder) {
		return failure("there is no price list from before to go back to", "")
	}
	list, err := p.priceList(folder)
	if err == nil {
		list, err = prices.Undo(store.OS{}, clinic.Clinic{Folder: folder}, list)
	}
	if err != nil {
		return failure("the price list was not changed: "+err.Error(), hintOf(err))
	}
	fmt.Fprintf(p.Out, "the price list from before is in use again: %d lines\n", len(list))
	return nil
}

// medicarePrices puts Medicare's amounts for the library's codes into the list.
func (p *Program) medicarePrices(w priceWork, lib *library.Library) error {
	if w.relative == "" || w.indices == "" {
		return misuse("prices medicare needs both files of CMS", "download the physician fee schedule's relative value files, and name them with --rvu PPRRVU….csv --gpci GPCI….csv")
	}
	var tables [2]table.Table
	for i, file := range []string{w.relative, w.indices} {
		var err error
		if tables[i], err = table.Open(store.OS{}, file); err != nil {
			return failure(err.Error(), hintOf(err))
		}
	}
	schedule, err := prices.ReadSchedule(tables[0], tables[1], func(code string) bool { return len(lib.ByCode(code)) > 0 })
	if err != nil {
		return failure(err.Error(), hintOf(err))
	}
	for _, l := range schedule.Localities {
		if strings.EqualFold(l.State+" "+l.Number, w.locality) {
			return p.takePrices(w, func(old prices.List) prices.List { return old.With(schedule.Prices(l)) })
		}
	}
	names := make([]string, len(schedule.Localities))
	for i, l := range schedule.Localities {
		names[i] = l.String()
	}
	return misuse(fmt.Sprintf("%s has no locality %q", tables[1].File, w.locality), "name one with --locality 'STATE NUMBER': "+strings.Join(names, "; "))
}

// hintOf is what an error says to do about it.
func hintOf(err error) string {
	var h interface{ Hint() string }
	if errors.As(err, &h) {
		return h.Hint()
	}
	return ""
}
