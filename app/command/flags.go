package command

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// parse reads flags and the other words of a command in any order, so that
// "show colonoscopy --json" and "show --json colonoscopy" are the same. After
// "--" everything is a word. It wants at least least and at most most words; a
// most of -1 is any number.
func parse(name string, args []string, define func(*flag.FlagSet), least, most int) ([]string, error) {
	set := flag.NewFlagSet(name, flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.Usage = func() {}
	if define != nil {
		define(set)
	}
	var words []string
	for len(args) > 0 {
		if args[0] == "--" {
			words = append(words, args[1:]...)
			break
		}
		if args[0] == "-" || !strings.HasPrefix(args[0], "-") {
			words, args = append(words, args[0]), args[1:]
			continue
		}
		if err := set.Parse(args); err != nil {
			return nil, flagError(name, err)
		}
		rest := set.Args()
		if len(rest) > 0 && len(args) > len(rest) && args[len(args)-len(rest)-1] == "--" {
			words, rest = append(words, rest...), nil
		}
		args = rest
	}
	switch {
	case len(words) < least:
		return nil, misuse(fmt.Sprintf("%s needs more words than that", name), usageOf(name))
	case most >= 0 && len(words) > most:
		return nil, misuse(fmt.Sprintf("%s does not know what to do with %q", name, words[most]), usageOf(name))
	}
	return words, nil
}

// flagError says in words what package flag says in its own.
func flagError(name string, err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return misuse("how to use "+name, usageOf(name))
	}
	what := err.Error()
	if option, ok := strings.CutPrefix(what, "flag provided but not defined: "); ok {
		what = fmt.Sprintf("%s has no option -%s", name, option)
	} else if option, ok := strings.CutPrefix(what, "flag needs an argument: "); ok {
		what = fmt.Sprintf("the option -%s needs a value", option)
	} else if i := strings.LastIndex(what, ": "); i >= 0 {
		what = strings.ReplaceAll(what[:i], "for flag -", "for the option --") + ": " + what[i+2:]
	}
	return misuse(what, usageOf(name))
}

// usageOf is the line of help for a command.
func usageOf(name string) string {
	for _, c := range commands() {
		if c.name == name {
			return strings.Join(strings.Fields("deskleaf "+c.name+" "+c.usage), " ")
		}
	}
	return ""
}
