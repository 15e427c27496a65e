// Package command does Deskleaf's work from a terminal: the same handouts, words
// and checks as the window, also in a program built without one.
//
//	deskleaf list [--json]
//	deskleaf search WORDS [--json] [-n N]
//	deskleaf show PROCEDURE [--section S] [--lang L] [--json]
//	deskleaf handout PROCEDURE [--visit WHEN] … -o FILE|-
//	deskleaf estimate PROCEDURE --price AMOUNT --deductible N --coinsurance N --oop N …
//	deskleaf prices check FILE | take FILE | medicare … | undo
//	deskleaf day SCHEDULE … -o FILE|FOLDER
//	deskleaf history PROCEDURE
//	deskleaf sheet CODE [-o FILE|-]
//	deskleaf gfe due … | make -o FILE | read FILE | compare FILE …
//	deskleaf key new -o NAME
//	deskleaf pack FOLDER -o FILE --key KEYFILE
//	deskleaf install FILE
//	deskleaf new NAME [--from FILE|- | --like PROCEDURE] -o FOLDER
//	deskleaf check FILE|FOLDER…
//	deskleaf open PROCEDURE
//	deskleaf version
//
// PROCEDURE is an id or a code. What fails is said as "deskleaf: what failed"
// and, on a line of its own, "hint: what to do". Wrong use exits with 2, failure
// with 1. A patient's name comes by standard input only, so that no list of
// processes shows it.
package command

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/pack"
	"deskleaf/content/civil"
)

// A Program is what commands work with: where they read and write, what day it
// is, and how a window opens.
type Program struct {
	In       io.Reader
	Out, Err io.Writer
	Version  string
	Today    civil.Date
	Clinic   string                            // the clinic's folder of this desk
	Open     func(folder string) clinic.Clinic // reads that folder, or the one given, as this computer wants it; nil for plainly
	Signed   pack.Place                        // where this computer keeps its signed library, which it alone takes content from; zero for none
	Source   func() string                     // the folder to read the clinic's procedures from; nil for Clinic
	Index    string                            // where the parsed index of the clinic's procedures is kept; "" for nowhere
	// Window opens the window, at a procedure where the id is not "". It returns
	// when the window is closed, or with an error where there can be none.
	Window func(procedure string) error
}

// A command is one word after "deskleaf".
type command struct {
	name  string
	usage string // what follows the name
	about string
	run   func(*Program, []string) error
}

// commands are all commands, in the order in which help lists them.
func commands() []command {
	return []command{
		{"list", "[--json]", "every procedure", (*Program).list},
		{"search", "WORDS [--json] [-n N]", "the procedures that fit half a word, a code, a plain name", (*Program).search},
		{"show", "PROCEDURE [--section S] [--lang L] [--json]", "what a procedure is, step by step", (*Program).show},
		{"handout", "PROCEDURE -o FILE|- [--parts P] [--visit 2026-12-10T09:30] [--arrive 30m] [--side left|right|both]\n" +
			"          [--option NAME=VALUE] [--lang L] [--size standard|large] [--paper letter|a4] [--name-stdin]\n" +
			"          [--extra note,driver,plan,diary,teach-back,calendar,language,staff,twin] [--also PROCEDURE] [--clinic FOLDER] [--today D]",
			"the pages to print, as .pdf, .txt or .png; name and note come by standard input", (*Program).handout},
		{"estimate", "PROCEDURE --price [BILLER=]AMOUNT --deductible N --coinsurance N --oop N [--copay N --copay-rule instead|before|plus]\n" +
			"          [--family-deductible N] [--family-oop N] [--sides one|both] [--setting office|asc|hospital] [--code CODE]\n" +
			"          [--insurer NAME] [--plan NAME] [--also AMOUNT] [--not-covered N] [--both-percent N] [--further N,N,…] [--payer plan|medicare|self]\n" +
			"          [--discount N] [--months N] [--preventive] [--visit D] [--lang L] [--clinic FOLDER] [--json | -o FILE]", "what the patient is likely to pay, step by step", (*Program).estimate},
		{"prices", "check FILE | take FILE | medicare --rvu FILE --gpci FILE --locality 'FL 04' [--check] | undo   [--clinic FOLDER]",
			"the clinic's price list: what a new one changes, taking it, Medicare's amounts, going back", (*Program).prices},
		{"day", "SCHEDULE -o FILE|FOLDER [--two-sided] [--parts P] [--date D] [--day-first] [--column FIELD=HEADER] [--type NAME=PROCEDURE]\n" +
			"          [--remember] [--lang L] [--size standard|large] [--paper letter|a4] [--clinic FOLDER] [--today D] [--json]",
			"the handouts of a day's schedule, .csv or .xlsx: one PDF, or a file each", (*Program).day},
		{"history", "PROCEDURE [--clinic FOLDER]", "what happened to a procedure's words at this clinic: who, when, what, why", (*Program).history},
		{"sheet", "CODE [-o FILE|-] [--clinic FOLDER]", "which words a printed page has, by the code in its foot; with -o, the page again", (*Program).sheet},
		{"gfe", "due [--scheduled D --service D] [--requested D] | make -o FILE [--final] [--clinic FOLDER] [--today D]\n" +
			"          | read FILE | compare FILE --billed NAME=AMOUNT… [--first-bill D]",
			"good-faith estimates: by when, the pages from data on standard input, the data of a saved PDF, a bill beside it", (*Program).goodFaith},
		{"key", "new -o NAME [--password-stdin]", "a pair of keys to sign libraries with: NAME.key stays with who signs, NAME.pub is for the desks", (*Program).key},
		{"pack", "FOLDER -o FILE --key KEYFILE [--comment WORDS] [--password-stdin]", "one signed file of a clinic's folder, to be installed at every desk", (*Program).pack},
		{"install", "FILE [--check] [--older]", "a signed library in the place of the one that is installed; --check only tells what it changes", (*Program).install},
		{"new", "NAME [--from FILE|- [--own] | --like PROCEDURE] [--lang en|es] -o FOLDER",
			"the first files of a procedure: empty, from a document (.docx, .html, .txt, .md), or like another", (*Program).newProcedure},
		{"check", "FILE|FOLDER…", "what is wrong in procedure files, by file, line and column", (*Program).check},
		{"open", "PROCEDURE", "the window at that procedure", (*Program).open},
		{"version", "", "the version of this program", (*Program).version},
		{"help", "", "this page", (*Program).help},
	}
}

// Run does what the arguments after the program's name say and gives the exit
// status: 0, 1 for a failure, 2 for wrong use. Without arguments it opens the
// window.
func (p *Program) Run(args []string) int {
	if len(args) == 0 {
		return p.report(p.Window(""))
	}
	name := args[0]
	if name == "-h" || name == "--help" {
		name = "help"
	}
	if name == "--version" {
		name = "version"
	}
	for _, c := range commands() {
		if c.name == name {
			return p.report(p.runOne(c, args[1:]))
		}
	}
	return p.report(misuse(fmt.Sprintf("there is no command %q", name), "`deskleaf help` lists them"))
}

// runOne turns a panic of a command into a failure in words: nobody at a counter
// can use a stack trace.
func (p *Program) runOne(c command, args []string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = failure(fmt.Sprintf("%s met a fault in the program: %v", c.name, r), "please report it with the command that you typed")
		}
	}()
	return c.run(p, args)
}

// report prints an error as people read it and gives the exit status.
func (p *Program) report(err error) int {
	if err == nil {
		return 0
	}
	var said *sayable
	if !errors.As(err, &said) {
		said = &sayable{what: err.Error(), status: 1}
	}
	if said.what != "" {
		fmt.Fprintf(p.Err, "deskleaf: %s\n", said.what)
	}
	if said.hint != "" {
		fmt.Fprintf(p.Err, "hint: %s\n", said.hint)
	}
	return said.status
}

// sayable is an error with what to do about it.
type sayable struct {
	what, hint string
	status     int
}

func (s *sayable) Error() string { return s.what }

func failure(what, hint string) error { return &sayable{what, hint, 1} }
func misuse(what, hint string) error  { return &sayable{what, hint, 2} }

// warn says something on standard error that does not stop the command.
func (p *Program) warn(what, hint string) {
	fmt.Fprintf(p.Err, "deskleaf: %s\n", what)
	if hint != "" {
		fmt.Fprintf(p.Err, "hint: %s\n", hint)
	}
}

func (p *Program) version(args []string) error {
	if _, err := parse("version", args, nil, 0, 0); err != nil {
		return err
	}
	fmt.Fprintln(p.Out, "deskleaf", p.Version)
	return nil
}

func (p *Program) help([]string) error {
	var b strings.Builder
	b.WriteString("Deskleaf tells what a procedure is and prints the pages that patients take home.\n\nWithout a command it opens its window.\n\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  deskleaf %s\n          %s\n", strings.TrimSpace(c.name+" "+c.usage), c.about)
	}
	b.WriteString("\nPROCEDURE is an id, as `deskleaf list` prints it, or a code.\n")
	_, err := io.WriteString(p.Out, b.String())
	return err
}

// fileOrInput reads a file, or for "-" standard input, of which one byte more than the
// most is taken, so that whoever reads it sees that it is too much.
func fileOrInput[T any](p *Program, name string, most int64, open func() (T, error), read func([]byte) (T, error)) (T, error) {
	if name != "-" {
		return open()
	}
	data, err := io.ReadAll(io.LimitReader(p.In, most+1))
	if err != nil {
		var none T
		return none, err
	}
	return read(data)
}
