package app_test

import (
	"go/ast"
	"path"
	"slices"
	"strings"
	"testing"
)

// writers are all that write files that must not be lost, by folder and function, or by
// folder where all in it write the same kind, with what holds them to leaving the old or the
// new wherever the machine stops: one of the saves beside this, or a test.
var writers = map[string]string{
	"app/clinic.save":          "facts",
	"app/clinic.makeFolder":    "the first facts",
	"app/clinic.SaveLogo":      "logo",
	"app/clinic.SaveLatch":     "passcode",
	"app/clinic.SaveProcedure": "TestSavingStopsAnywhere",
	"app/clinic.begin":         "TestSavingStopsAnywhere",
	"app/clinic.settle":        "TestSavingStopsAnywhere",
	"app/history.Begin":        "TestSavingStopsAnywhere",
	"app/history.Keep":         "approval",
	"app/cost/prices.Save":     "prices",
	"app/cost/prices.Undo":     "prices undone",
	"app/share.PutAway":        "a conflict copy put away",
	"app/desk.Save":            "settings of the desk",
	"app/author.Keep":          "draft",
	"app/author.Drop":          "draft dropped",
	"app/pack":                 "TestKills",

	// Files that somebody asks for, each saved by the package store as a whole.
	"app/store":             "TestEveryCrashLeavesAWholeFile",
	"app/window.writePages": "TestEveryCrashLeavesAWholeFile",
	"app/day.NewFile":       "TestEveryCrashLeavesAWholeFile",
	"app/day.Add":           "TestEveryCrashLeavesAWholeFile",
	"app/command.output":    "TestEveryCrashLeavesAWholeFile",
	"app/command.key":       "TestEveryCrashLeavesAWholeFile",
	"app/command.pack":      "TestEveryCrashLeavesAWholeFile",
	"app/command.write":     "TestEveryCrashLeavesAWholeFile",
	"app/command.writeNew":  "TestEveryCrashLeavesAWholeFile",
}

// careless are all others that write files, by folder or function, with why nothing has to
// hold them to that.
var careless = map[string]string{
	"app/viewer":                 "what was opened is wiped at the next start",
	"app/share":                  "the copy is held to the share by the next look, and a hold ends by itself",
	"content/library.writeIndex": "the index is made again",
	"app/journal":                "the log is written a line at a time",
	"app/crash":                  "a report is a file of its own",
	"app/running":                "it asks from one start to another",
	"app/sheet/truetype/keep":    "it makes what is in version control",
	"app/store/storetest":        "it is a disk in memory",
	"assets/goldentest":          "it makes what is in version control",
}

// writing are the names by which files are written: of the package os, of the package
// store, and of a store.FS.
var writing = map[string][]string{
	"os":    {"WriteFile", "Create", "OpenFile", "Rename", "Remove", "RemoveAll", "Mkdir", "MkdirAll", "CreateTemp", "MkdirTemp", "Link", "Symlink", "Truncate"},
	"store": {"Save", "SaveNew", "SaveKeeping", "Begin"},
	"":      {"Create", "Rename", "RenameNew", "Remove", "Mkdir", "MkdirAll"},
}

// TestNobodyElseWrites holds that every function that writes files is among the writers,
// and each of those is held to something that is there.
func TestNobodyElseWrites(t *testing.T) {
	found, held := map[string]bool{}, map[string]bool{}
	for _, s := range saves {
		held[s.name] = true
	}
	for _, file := range sources(t) {
		for _, d := range file.syntax.Decls {
			d, ok := d.(*ast.FuncDecl)
			switch {
			case !ok:
			case strings.HasSuffix(file.path, "_test.go"):
				held[d.Name.Name] = true
			case writes(file, d):
				found[path.Dir(file.path)+"."+d.Name.Name] = true
			}
		}
	}
	used := map[string]bool{}
	for f := range found {
		folder, _, _ := strings.Cut(f, ".")
		switch {
		case writers[f]+careless[f] != "":
			used[f] = true
		case writers[folder]+careless[folder] != "":
			used[folder] = true
		default:
			t.Errorf("%s writes files: say among the writers what holds it to leaving the old or the new", f)
		}
	}
	for w, by := range writers {
		if !used[w] {
			t.Errorf("%s writes nothing any more: it is no writer", w)
		}
		if !held[by] {
			t.Errorf("%s is held by %q, which is nowhere", w, by)
		}
	}
	for w := range careless {
		if !used[w] {
			t.Errorf("%s writes nothing any more", w)
		}
	}
}

// writes reports whether a function of a file writes files itself.
func writes(f source, d *ast.FuncDecl) (found bool) {
	files := f.syntax.Name.Name == "store" || slices.ContainsFunc(f.imports, func(p placed) bool { return p.path == "deskleaf/app/store" })
	ast.Inspect(d, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		of := ""
		if x, ok := s.X.(*ast.Ident); ok && writing[x.Name] != nil {
			of = x.Name
		}
		found = found || (of != "" || files) && slices.Contains(writing[of], s.Sel.Name)
		return true
	})
	return found
}
