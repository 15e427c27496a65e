package command

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"deskleaf/app/pack"
	"deskleaf/app/store"
)

// key makes the keys that libraries are signed with.
func (p *Program) key(args []string) error {
	out, asks := "", false
	words, err := parse("key", args, func(set *flag.FlagSet) {
		set.StringVar(&out, "o", "", "")
		set.BoolVar(&asks, "password-stdin", false, "")
	}, 1, 1)
	if err != nil {
		return err
	}
	if words[0] != "new" || out == "" {
		return misuse("key can make a new pair of keys", usageOf("key"))
	}
	password, err := p.password(asks)
	if err != nil {
		return err
	}
	secret, public, err := pack.NewKey(password)
	if err != nil {
		return failure(err.Error(), "")
	}
	for _, part := range []struct {
		name string
		data []byte
	}{{out + ".key", secret}, {out + ".pub", public}} {
		if err := store.SaveNew(store.OS{}, part.name, part.data); err != nil {
			return saveFailure(part.name, err)
		}
	}
	fmt.Fprintf(p.Out, "%s.key signs libraries: keep it where only whoever signs can read it, and a copy in a safe place\n", out)
	fmt.Fprintf(p.Out, "%s.pub is what desks trust; for their machine.yaml:\n\n    library_key: %s\n", out, strings.TrimSpace(lastLine(public)))
	return nil
}

// lastLine is the last line of a text that ends with a line break.
func lastLine(text []byte) string {
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return lines[len(lines)-1]
}

// password reads a password from standard input, a line, where it was asked for: as
// an argument every list of processes would show it.
func (p *Program) password(asked bool) (string, error) {
	if !asked {
		return "", nil
	}
	line, err := bufio.NewReader(io.LimitReader(p.In, 1<<10)).ReadString('\n')
	password := strings.TrimRight(line, "\r\n")
	if err != nil && !errors.Is(err, io.EOF) || password == "" {
		return "", failure("there is no password on standard input", "give it as one line, such as from a password manager")
	}
	return password, nil
}

// pack makes a signed library of a clinic's folder.
func (p *Program) pack(args []string) error {
	var out, key, comment string
	asks := false
	words, err := parse("pack", args, func(set *flag.FlagSet) {
		set.StringVar(&out, "o", "", "")
		set.StringVar(&key, "key", "", "")
		set.StringVar(&comment, "comment", "", "")
		set.BoolVar(&asks, "password-stdin", false, "")
	}, 1, 1)
	if err != nil {
		return err
	}
	if out == "" || key == "" {
		return misuse("pack needs a file to write and a key to sign with", usageOf("pack"))
	}
	password, err := p.password(asks)
	if err != nil {
		return err
	}
	signer, err := readSigner(key, password)
	if err != nil {
		return err
	}
	made, err := pack.Make(store.OS{}, pack.Order{Folder: words[0], Comment: comment, Made: time.Now(), Signer: signer})
	if err != nil {
		hint := "`deskleaf check` says everything that is wrong in procedures"
		if r, ok := errors.AsType[*pack.Refusal](err); ok && r.Reason == pack.BadName {
			hint = "give it a name of plain letters, digits, points, hyphens and underscores"
		}
		return failure("nothing was packed: "+err.Error(), hint)
	}
	if filepath.Ext(out) == "" {
		out += pack.Ending
	}
	if err := store.Save(store.OS{}, out, made.Bytes); err != nil {
		return saveFailure(out, err)
	}
	for _, name := range made.LeftOut {
		p.warn("left out: "+name, "")
	}
	fmt.Fprintf(p.Out, "%s: %s, signed %q\n", out, counted(made.Files, "file"), made.Comment)
	return nil
}

func readSigner(name, password string) (pack.Signer, error) {
	secret, err := store.OS{}.ReadFile(name)
	if err != nil {
		return pack.Signer{}, failure("the key cannot be read: "+err.Error(), "`deskleaf key new -o NAME` makes one")
	}
	signer, err := pack.ReadSigner(secret, password)
	switch {
	case errors.Is(err, pack.ErrLocked):
		return signer, failure(err.Error(), "give it with --password-stdin, as one line on standard input")
	case errors.Is(err, pack.ErrNoSecret):
		return signer, failure(fmt.Sprintf("%s: %v", name, err), "the file that signs ends in .key; .pub is for the desks")
	case err != nil:
		return signer, failure(err.Error(), "")
	}
	return signer, nil
}

// install puts a signed library in the place of the one that is installed.
func (p *Program) install(args []string) error {
	only, older := false, false
	words, err := parse("install", args, func(set *flag.FlagSet) {
		set.BoolVar(&only, "check", false, "")
		set.BoolVar(&older, "older", false, "")
	}, 1, 1)
	if err != nil {
		return err
	}
	if p.Signed.None() {
		return failure("this computer does not take signed libraries: it trusts no key", "whoever looks after it writes library_key into machine.yaml")
	}
	l, err := pack.OpenFile(store.OS{}, words[0], p.Signed.Key)
	if err != nil {
		return failure("nothing was installed: "+err.Error(), hintOf(err))
	}
	d, err := l.Compare(store.OS{}, p.Signed.Root)
	if err != nil {
		return failure("nothing was installed: "+err.Error(), hintOf(err))
	}
	fmt.Fprintf(p.Out, "signed %q by key %s, made %s\n", l.Signed, l.Key, l.Time().Format("2006-01-02 15:04 UTC"))
	for _, part := range []struct {
		what  string
		names []string
	}{{"added", d.Added}, {"changed", d.Changed}, {"removed", d.Removed}, {"other files", d.Files}} {
		if len(part.names) > 0 {
			fmt.Fprintf(p.Out, "%s: %s\n", part.what, strings.Join(part.names, ", "))
		}
	}
	if only {
		return nil
	}
	if err := l.Install(store.OS{}, p.Signed.Root, older, pack.Check); err != nil {
		return failure("nothing was installed: "+err.Error(), hintOf(err))
	}
	fmt.Fprintln(p.Out, "installed; the one before it is kept until the next one")
	return nil
}
