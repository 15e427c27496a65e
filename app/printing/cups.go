//go:build !windows

package printing

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// CUPS prints through lp and lpstat, which Linux and macOS have.
type CUPS struct{}

// New is this system's printers.
func New() System { return CUPS{} }

// queueLine is what `lpstat -p` says of a queue in the C locale.
var queueLine = regexp.MustCompile(`(?m)^printer (\S+) (is idle|now printing|disabled)[^\n]*(?:\n[ \t]+([^\n]*))?`)

// defaultLine is what `lpstat -d` says.
var defaultLine = regexp.MustCompile(`(?m)^system default destination: (\S+)`)

// requestLine is what lp answers.
var requestLine = regexp.MustCompile(`request id is (\S+)`)

// Printers asks lpstat. The default stands first.
func (CUPS) Printers(ctx context.Context) ([]Printer, error) {
	queues, err := run(ctx, nil, "lpstat", "-p")
	// lpstat fails too where no queue is set up. There may be printers all the
	// same: those of the network, which get a queue when they are first used.
	if err != nil && !strings.Contains(strings.ToLower(err.Error()), "no destinations") {
		return nil, err
	}
	found, _ := run(ctx, nil, "lpstat", "-e")
	standard, _ := run(ctx, nil, "lpstat", "-d")
	if ctx.Err() != nil {
		return nil, silent()
	}
	return parsePrinters(queues, found, standard), nil
}

// parsePrinters reads lpstat's answers: the queues and their states, the names of
// all printers that it found, and the default.
func parsePrinters(queues, found, standard string) []Printer {
	name := ""
	if m := defaultLine.FindStringSubmatch(standard); m != nil {
		name = m[1]
	}
	var all []Printer
	for _, m := range queueLine.FindAllStringSubmatch(queues, -1) {
		p := Printer{Name: m[1], Default: m[1] == name}
		switch m[2] {
		case "now printing":
			p.State = Busy
		case "disabled":
			p.State = Paused
			if note := strings.TrimSpace(m[3]); note != "Paused" && note != "reason unknown" {
				p.Note = note
			}
		}
		all = append(all, p)
	}
	for _, line := range strings.Split(found, "\n") {
		known := func(p Printer) bool { return p.Name == line }
		if line != "" && !strings.ContainsFunc(line, unicode.IsSpace) && !slices.ContainsFunc(all, known) {
			all = append(all, Printer{Name: line, Default: line == name})
		}
	}
	defaultFirst(all)
	return all
}

// Print checks that the printer is there and not paused, because lp takes jobs
// for a paused one without a word, and sends the pages to lp.
func (c CUPS) Print(ctx context.Context, job Job) (Sent, error) {
	printers, err := c.Printers(ctx)
	if err != nil {
		return Sent{}, err
	}
	target, err := choose(printers, job.Printer)
	if err != nil {
		return Sent{}, err
	}
	pdf, err := job.Pages.PDF()
	if err != nil {
		return Sent{}, undrawn(err)
	}
	said, err := run(ctx, pdf, "lp", arguments(target.Name, job)...)
	if err != nil {
		return Sent{}, err
	}
	sent := Sent{Printer: target}
	if m := requestLine.FindStringSubmatch(said); m != nil {
		sent.ID = m[1]
	}
	return sent, nil
}

// arguments are lp's, one by one: nothing goes through a shell. The title stands
// behind -t, so that one that begins with a hyphen is still a title.
func arguments(printer string, job Job) []string {
	media := map[Paper]string{Letter: "Letter", A4: "A4"}[job.Paper]
	sides := map[Sides]string{OneSide: "one-sided", LongEdge: "two-sided-long-edge", ShortEdge: "two-sided-short-edge"}[job.Sides]
	return []string{
		"-d", printer, "-t", job.Title, "-n", strconv.Itoa(job.copies()),
		"-o", "media=" + media, "-o", "sides=" + sides, "-",
	}
}

// patience is how long a program that was told to stop may keep its pipes open.
const patience = time.Second

// run starts a program of CUPS with fixed words as its language, so that its
// answers can be read.
func run(ctx context.Context, in []byte, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.WaitDelay = patience
	cmd.Env = append(os.Environ(), "LC_ALL=C", "LANG=C")
	cmd.Stdin = bytes.NewReader(in)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	err := cmd.Run()
	switch {
	case err == nil:
		return out.String(), nil
	case errors.Is(err, exec.ErrNotFound):
		return "", &Error{NoSystem, "", fmt.Sprintf("printing needs CUPS, and its program %s is not on this computer", name),
			"ask who looks after this computer to install cups-client, or save the PDF and print it from there"}
	case ctx.Err() != nil:
		return "", silent()
	}
	return "", refused(name, said.String(), err)
}

// refused is the error of a program that ended with err and these words.
func refused(name, said string, err error) error {
	what := strings.TrimSpace(said)
	what = strings.TrimPrefix(strings.TrimPrefix(what, name+": "), "Error - ")
	what = strings.TrimSuffix(what, ".")
	switch lower := strings.ToLower(what); {
	case strings.Contains(lower, "scheduler") || strings.Contains(lower, "connect to server"):
		return &Error{NoSystem, "", "the print system CUPS is not running on this computer",
			"ask who looks after this computer to start CUPS, or save the PDF and print it elsewhere"}
	case what == "":
		what = err.Error()
	}
	return &Error{Refused, "", "the print system refused: " + what, "look at the printer's settings, or choose another printer"}
}
