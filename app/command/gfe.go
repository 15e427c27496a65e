package command

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"deskleaf/app/cost"
	"deskleaf/app/cost/gfe"
	"deskleaf/app/cost/paper"
	"deskleaf/content/civil"
)

// mostForm is how many bytes of standard input are taken as a form.
const mostForm = 1 << 20

// goodFaithWork is what the gfe command was asked for.
type goodFaithWork struct {
	occasion  gfe.Occasion
	out       string
	final     bool
	clinic    string
	today     civil.Date
	bills     map[string]cost.Cents
	firstBill civil.Date
}

func (w *goodFaithWork) flags(set *flag.FlagSet) {
	date := func(name string, into *civil.Date) {
		set.Func(name, "", func(s string) (err error) { *into, err = civil.ParseDate(s); return err })
	}
	date("scheduled", &w.occasion.Scheduled)
	date("service", &w.occasion.Service)
	date("requested", &w.occasion.Requested)
	date("today", &w.today)
	date("first-bill", &w.firstBill)
	set.StringVar(&w.out, "o", "", "")
	set.StringVar(&w.clinic, "clinic", "", "")
	set.BoolVar(&w.final, "final", false, "")
	set.Func("billed", "", func(s string) error {
		name, amount, ok := strings.Cut(s, "=")
		cents, err := cost.ReadAmount(amount)
		if !ok || err != nil {
			return fmt.Errorf("%q is not a name and an amount, as in 'Dr. Ana Ruiz=1200'", s)
		}
		if w.bills == nil {
			w.bills = map[string]cost.Cents{}
		}
		w.bills[name] += cents
		return nil
	})
}

// goodFaith says by when a good-faith estimate is due, makes its pages, reads it
// again from a saved PDF, or puts a bill beside it.
func (p *Program) goodFaith(args []string) error {
	w := goodFaithWork{today: p.Today}
	words, err := parse("gfe", args, w.flags, 1, 2)
	if err != nil {
		return err
	}
	switch verb, file := words[0], strings.Join(words[1:], ""); {
	case verb == "due" && file == "":
		due, err := gfe.DueDate(w.occasion)
		if err != nil {
			return misuse(err.Error(), hintOf(err))
		}
		fmt.Fprintln(p.Out, due)
		return nil
	case verb == "make" && file == "":
		return p.makeGoodFaith(w)
	case verb == "read" && file != "":
		form, err := p.readForm(file)
		if err != nil {
			return err
		}
		data, err := form.Write()
		if err != nil {
			return err
		}
		_, err = p.Out.Write(data)
		return err
	case verb == "compare" && file != "":
		return p.compareGoodFaith(w, file)
	}
	return misuse("gfe does not know what to do with "+strings.Join(words, " "), usageOf("gfe"))
}

// makeGoodFaith makes the pages from a form on standard input. What is missing is
// said; a final estimate must have all of it.
func (p *Program) makeGoodFaith(w goodFaithWork) error {
	if w.out == "" {
		return misuse("gfe make needs to know where to write", "add -o estimate.pdf, or -o - for standard output")
	}
	way, err := wayOut(w.out)
	if err != nil {
		return err
	}
	data, err := io.ReadAll(io.LimitReader(p.In, mostForm+1))
	if err != nil {
		return failure("the form could not be read from standard input: "+err.Error(), "")
	}
	if len(data) > mostForm {
		return failure("standard input holds too much for a form", "")
	}
	form, err := gfe.Read("standard input", data)
	if err != nil {
		return wrongForm(err)
	}
	if due, err := form.Due(); err == nil && !due.Day.IsZero() && due.Day.Before(w.today) {
		p.warn("this estimate was due "+due.String(), "give it to the patient today")
	}
	lacks := form.Lacks()
	for _, l := range lacks {
		p.warn(l.String(), "")
	}
	if len(lacks) > 0 && w.final {
		return failure(fmt.Sprintf("the estimate is not final: %d things are missing", len(lacks)), "add them, or leave --final out for a draft")
	}
	c := p.clinic(w.clinic)
	s, err := paper.GoodFaith(form, c, w.today)
	if err != nil {
		return failure(err.Error(), "")
	}
	return p.writeSheet(w.out, way, s)
}

// readForm reads a form from a file: a PDF that was saved, or its data.
func (p *Program) readForm(name string) (gfe.Form, error) {
	if info, err := os.Stat(name); err == nil && info.Size() > 64*mostForm {
		return gfe.Form{}, wrongForm(gfe.ErrTooLarge)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return gfe.Form{}, failure(err.Error(), "")
	}
	form, err := gfe.Read(name, data)
	if err != nil {
		return gfe.Form{}, wrongForm(err)
	}
	return form, nil
}

// wrongForm says what is wrong in a form.
func wrongForm(err error) error {
	return failure("the form cannot be read: "+err.Error(), "open a PDF that Deskleaf saved, or the data of one")
}

// compareGoodFaith puts bills beside an estimate.
func (p *Program) compareGoodFaith(w goodFaithWork, name string) error {
	if len(w.bills) == 0 {
		return misuse("gfe compare needs a bill", "add --billed 'NAME=AMOUNT', with the name as it stands in the estimate")
	}
	form, err := p.readForm(name)
	if err != nil {
		return err
	}
	list, unknown := form.Compare(w.bills)
	for _, c := range list {
		verdict := "not above the estimate"
		switch {
		case c.Disputed:
			verdict = "at least $400 above the estimate: the patient may start a dispute"
		case c.Above > 0:
			verdict = "less than $400 above the estimate: no dispute by this rule"
		}
		fmt.Fprintf(p.Out, "%s: expected %v, billed %v, %v above; %s\n", c.Provider, c.Expected, c.Billed, c.Above, verdict)
		if c.Disputed && !w.firstBill.IsZero() {
			fmt.Fprintf(p.Out, "the dispute must start by %v, 120 calendar days after the first bill\n", gfe.DisputeBy(w.firstBill))
		}
	}
	if len(unknown) > 0 {
		names := make([]string, len(form.Providers))
		for i, provider := range form.Providers {
			names[i] = provider.Name
		}
		return failure(fmt.Sprintf("the estimate does not name %s", strings.Join(unknown, ", ")), "it names "+strings.Join(names, ", "))
	}
	return nil
}
