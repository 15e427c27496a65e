// Command notices writes the licenses of everything inside a Deskleaf for one system: of the Go modules whose packages the
// build itself lists, of what those packages embed or compile in C, of Go, of our typefaces and icons, and of files named
// on the command line. A module without a license stops it, because such a program must not be handed out.
//
//	notices windows|linux [NAME=FILE...]
//
// With -bill it completes a bill of materials instead, with the pieces that are no Go modules:
//
//	notices -bill FILE [NAME=FILE...]
//
// It runs from the top of the checkout, under the same build tags as the build.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

func main() {
	bill := flag.String("bill", "", "complete the bill of materials in this `FILE`")
	flag.Parse()
	if err := run(os.Stdout, *bill, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "notices:", err)
		os.Exit(1)
	}
}

// work is one piece that is not ours, and the files with its terms.
type work struct {
	name  string
	files []string
}

// ours are the pieces in our own folders that others made. Each such folder has the license in a file LICENSE_NAME.
var ours = []work{
	{"Source Sans 3 (the typeface)", []string{"assets/fonts/LICENSE_FONT"}},
	{"DejaVu Sans (letters that the typeface lacks)", []string{"assets/fonts/LICENSE_DEJAVU"}},
	{"Material Design Icons", []string{"assets/icons/LICENSE_MDI"}},
	{"healthicons", []string{"assets/icons/LICENSE_HEALTHICONS"}},
}

func run(out io.Writer, bill string, args []string) error {
	if err := complete(ours); err != nil {
		return err
	}
	if bill != "" {
		named, err := named(args)
		if err != nil {
			return err
		}
		return writeBill(out, bill, slices.Concat(ours, named))
	}
	if len(args) == 0 {
		return errors.New("name the system: windows or linux")
	}
	packages, err := list(args[0])
	if err != nil {
		return fmt.Errorf("list what the program is made of: %w", err)
	}
	works, err := modules(packages)
	if err != nil {
		return err
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("find Go's own license: %w", err)
	}
	works = append(works, work{"Go, its standard library and runtime", []string{filepath.Join(strings.TrimSpace(string(goroot)), "LICENSE")}})
	named, err := named(args[1:])
	if err != nil {
		return err
	}
	return write(out, slices.Concat(works, ours, named))
}

// named are the works that the command line names, each as NAME=FILE.
func named(args []string) ([]work, error) {
	var works []work
	for _, arg := range args {
		name, file, ok := strings.Cut(arg, "=")
		if !ok {
			return nil, fmt.Errorf("%q is not NAME=FILE", arg)
		}
		works = append(works, work{name, []string{file}})
	}
	return works, nil
}

// complete sees that no license in our own folders is forgotten.
func complete(ours []work) error {
	there, err := filepath.Glob("assets/*/LICENSE_*")
	if err != nil {
		return err
	}
	for _, file := range there {
		named := slices.ContainsFunc(ours, func(w work) bool { return slices.Contains(w.files, filepath.ToSlash(file)) })
		if !named && filepath.Base(filepath.Dir(file)) != "packaging" {
			return fmt.Errorf("%s belongs to a piece that is not named in .ci/notices", file)
		}
	}
	return nil
}

// pkg is what `go list -json` says of a package.
type pkg struct {
	Dir, ImportPath              string
	CgoFiles, CFiles, EmbedFiles []string
	Module                       *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// list is every package that is compiled into the program for a system, with its window and without.
func list(system string) ([]pkg, error) {
	var packages []pkg
	for _, cgo := range []string{"0", "1"} {
		command := exec.Command("go", "list", "-deps", "-json=Dir,ImportPath,CgoFiles,CFiles,EmbedFiles,Module", ".")
		command.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED="+cgo)
		command.Stderr = os.Stderr
		listed, err := command.Output()
		if err != nil {
			return nil, err
		}
		for lines := json.NewDecoder(strings.NewReader(string(listed))); lines.More(); {
			var p pkg
			if err := lines.Decode(&p); err != nil {
				return nil, err
			}
			packages = append(packages, p)
		}
	}
	return packages, nil
}

// modules are the modules of the packages, each with the licenses that bear on what is used of it, by path.
func modules(packages []pkg) ([]work, error) {
	found := map[string]*work{}
	for _, p := range packages {
		if p.Module == nil || p.Module.Main {
			continue
		}
		w := cmp.Or(found[p.Module.Path], &work{name: p.Module.Path + " " + p.Module.Version})
		found[p.Module.Path] = w
		files, err := p.licenses()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.ImportPath, err)
		}
		w.files = append(w.files, files...)
	}
	var works []work
	for _, w := range found {
		slices.Sort(w.files)
		w.files = slices.Compact(w.files)
		if len(w.files) == 0 {
			return nil, fmt.Errorf("%s has no license that could be found", w.name)
		}
		works = append(works, *w)
	}
	slices.SortFunc(works, func(a, b work) int { return strings.Compare(a.name, b.name) })
	return works, nil
}

// licenses are those in the package's folder and the folders above it in its module, in the folders that it embeds from,
// and, where it is partly written in C, in the folders below it.
func (p pkg) licenses() ([]string, error) {
	folders := map[string]bool{}
	upward := func(dir string) {
		for ; strings.HasPrefix(dir, p.Module.Dir) && !folders[dir]; dir = filepath.Dir(dir) {
			folders[dir] = true
		}
	}
	upward(p.Dir)
	for _, file := range p.EmbedFiles {
		upward(filepath.Dir(filepath.Join(p.Dir, file)))
	}
	if len(p.CgoFiles)+len(p.CFiles) > 0 {
		err := filepath.WalkDir(p.Dir, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && entry.IsDir() {
				if entry.Name() == "testdata" {
					return fs.SkipDir
				}
				folders[path] = true
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	var files []string
	for folder := range folders {
		entries, err := os.ReadDir(folder)
		if err != nil {
			return nil, err
		}
		for _, entry := range entries {
			if entry.Type().IsRegular() && isLicense.MatchString(entry.Name()) {
				files = append(files, filepath.Join(folder, entry.Name()))
			}
		}
	}
	return files, nil
}

// isLicense matches the names that licenses have: LICENSE, COPYING.txt, LICENSE_Inter.txt, NOTICE; not license.go.
var isLicense = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|ofl)([-_][\w.-]+)?(\.(txt|md|rst))?$`)

const rule = "================================================================================"

// write writes the works with their terms, and the same terms once.
func write(out io.Writer, works []work) error {
	page := bufio.NewWriter(out)
	fmt.Fprintln(page, "Deskleaf is under the Apache License 2.0 (LICENSE.txt). It contains the work of others, under these terms:")
	fmt.Fprintln(page)
	for _, w := range works {
		fmt.Fprintln(page, " ", w.name)
	}
	first := map[string]string{} // the work whose terms were these
	for _, w := range works {
		fmt.Fprintf(page, "\n%s\n%s\n", rule, w.name)
		for _, file := range w.files {
			text, err := os.ReadFile(file)
			if err != nil {
				return fmt.Errorf("%s: %w", w.name, err)
			}
			terms := strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n"))
			if terms == "" {
				return fmt.Errorf("%s: %s is empty", w.name, file)
			}
			if same, seen := first[terms]; seen {
				fmt.Fprintf(page, "\nThe same terms, and the same holders, as %s.\n", same)
				continue
			}
			first[terms] = w.name
			fmt.Fprintf(page, "\n%s\n", terms)
		}
	}
	return page.Flush()
}
