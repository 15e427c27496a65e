// Package app_test holds the code to the plan of the house: which package may use which, and which doors to the outside
// (Fyne, YAML, PDF, the network) stand open in which room. It reads the source, not the build, so that it sees every
// file of every system and takes no time.
package app_test

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"
)

// house is every package of ours, by its folder, with what of ours it may import. Imports go downward: a package stands
// below all that import it. A new package, or a new import, needs a line here, which is the moment to ask whether it
// belongs there. Tests may import what they need; for them only the doors below hold.
//
// To add a package: one line, in its place from the ground up.
var house = map[string][]string{
	// The ground: know nothing of ours.
	"assets":                {},
	"assets/goldentest":     {},
	"assets/icons":          {},
	"assets/icons/convert":  {},
	"assets/words":          {},
	"content/civil":         {},
	"content/file":          {},
	"content/find":          {},
	"content/medicine":      {},
	"content/library/asked": {},
	"app/crash":             {},
	"app/journal":           {},
	"app/office":            {},
	"app/printing":          {},
	"app/running":           {},
	"app/sheet/tagged":      {},
	"app/sheet/truetype":    {},
	"app/store":             {},
	"app/share":             {"app/store"},
	"app/store/storetest":   {"app/store"},

	// Fyne's widgets, which know no procedure.
	"widgets": {"assets", "assets/icons"},

	// Content: what procedures are, and reading them.
	"content":         {"content/civil", "content/medicine"},
	"content/check":   {"content", "content/find", "content/medicine"},
	"content/phrases": {"content", "content/civil", "content/file"},
	"content/change":  {"content"},
	"content/library": {"assets/icons", "content", "content/check", "content/file", "content/find", "content/medicine"},

	// This desk, this clinic, this visit, this page.
	"app/table":   {"app/office"},
	"app/desk":    {"app/store", "content/file"},
	"app/visit":   {"content", "content/civil", "content/medicine"},
	"app/clinic":  {"app/share", "app/store", "app/visit", "content", "content/civil", "content/file", "content/medicine"},
	"app/sheet":   {"app/sheet/tagged", "app/sheet/truetype", "assets", "assets/icons", "content/civil"},
	"app/support": {"app/printing"},
	"app/viewer":  {"app/store"},
	"app/history": {"app/clinic", "app/handout", "app/store", "content", "content/change", "content/civil", "content/file", "content/library"},
	"app/pack":    {"app/clinic", "app/cost/prices", "app/store", "content/file", "content/library"},
	"app/author":  {"app/clinic", "app/history", "app/share", "app/store", "content", "content/change", "content/civil", "content/file", "content/library"},
	"app/handout": {"app/clinic", "app/sheet", "app/visit", "content", "content/civil", "content/phrases"},
	"app/day": {
		"app/clinic", "app/handout", "app/history", "app/sheet", "app/store", "app/table", "app/visit",
		"content", "content/civil", "content/file", "content/find", "content/library",
	},

	// Documents, and procedures begun from them.
	"app/document":              {"app/office"},
	"app/document/documenttest": {},
	"app/author/when":           {"assets/words", "content"},
	"app/author/fresh":          {"app/document", "content", "content/change", "content/civil", "content/library"},

	// Money.
	"app/cost":        {"content", "content/civil"},
	"app/cost/gfe":    {"app/cost", "app/sheet/tagged", "content", "content/civil", "content/file"},
	"app/cost/paper":  {"app/clinic", "app/cost", "app/cost/gfe", "app/cost/tell", "app/handout", "app/sheet", "content", "content/civil", "content/phrases"},
	"app/cost/prices": {"app/clinic", "app/cost", "app/store", "app/table", "content", "content/civil"},
	"app/cost/tell":   {"app/cost", "content", "content/phrases"},

	// The terminal.
	"app/command": {
		"app/author", "app/author/fresh",
		"app/clinic", "app/cost", "app/cost/gfe", "app/cost/paper", "app/cost/prices", "app/cost/tell", "app/day", "app/document", "app/handout", "app/history", "app/pack", "app/sheet", "app/store", "app/table", "app/visit",
		"content", "content/change", "content/civil", "content/find", "content/library", "content/phrases",
	},

	// The window: each screen, then the shell that knows them all.
	"app/window/cost":      {"app/cost", "app/cost/tell", "assets/words", "content", "widgets"},
	"app/window/day":       {"app/clinic", "app/day", "app/table", "app/visit", "assets/words", "content", "content/civil", "content/library", "widgets"},
	"app/window/goodfaith": {"app/cost", "app/cost/gfe", "assets/words", "content/civil", "widgets"},
	"app/window/edit":      {"app/author", "app/author/fresh", "app/author/when", "app/visit", "assets/words", "content", "content/change", "content/check", "content/civil", "content/library", "widgets"},
	"app/window/find":      {"assets/words", "content/find", "widgets"},
	"app/window/read":      {"app/handout", "assets/words", "content", "content/civil", "widgets"},
	"app/window/settings":  {"app/clinic", "app/desk", "assets/words", "content", "content/civil", "widgets"},
	"app/window/visit":     {"app/clinic", "app/visit", "assets/words", "content", "content/civil", "widgets"},
	"app/window": {
		"app/author", "app/author/fresh", "app/author/when", "app/clinic", "app/cost", "app/cost/gfe", "app/cost/paper", "app/cost/prices", "app/cost/tell", "app/crash", "app/day", "app/desk", "app/document", "app/handout", "app/history",
		"app/journal", "app/pack", "app/printing", "app/share", "app/sheet", "app/store", "app/support", "app/table", "app/visit",
		"app/window/cost", "app/window/day", "app/window/edit", "app/window/find", "app/window/goodfaith", "app/window/read", "app/window/settings", "app/window/visit",
		"assets/words", "content", "content/change", "content/check", "content/civil", "content/file", "content/find", "content/library", "content/phrases", "widgets",
	},

	// Programs that make what lies in assets.
	"app/sheet/truetype/keep": {"app/sheet/truetype", "assets"},

	// The top.
	"app/launch/opengl":     {},
	"app/launch/screentest": {},
	"app/launch": {
		"app/clinic", "app/command", "app/crash", "app/desk", "app/journal", "app/launch/opengl", "app/pack", "app/printing", "app/running",
		"app/share", "app/store", "app/support", "app/viewer", "app/window",
		"assets", "assets/words", "content/civil", "content/file", "content/library",
	},
	".": {"app/launch"},
}

// door is an import that only some may use: a package path, with what lies below it when deep is set, and the folders
// (or single files) that may import it. It holds for tests too.
type door struct {
	path string
	deep bool
	open []string
	why  string
}

var doors = []door{
	{"fyne.io/fyne/v2/app", true, []string{"app/launch"}, "only app/launch opens a real window, so that all else builds without C"},
	{"fyne.io/fyne/v2", true, []string{"app/launch", "app/window", "widgets"}, "only the window knows Fyne"},
	{"gopkg.in/yaml.v3", true, []string{"content/file"}, "only content/file reads and writes YAML"},
	{"github.com/jung-kurt/gofpdf", true, []string{"app/sheet/pdf.go", "app/sheet/gofpdf_test.go"}, "gofpdf stays behind one file, so that it can be replaced"},
	{"golang.org/x/net/html", true, []string{"app/document"}, "only app/document reads web pages"},
	{"github.com/yuin/goldmark", true, []string{"app/document/markdown.go"}, "Markdown stays behind one file"},
	{"github.com/fsnotify/fsnotify", true, []string{"app/share/notices.go"}, "the system's notices of changes stay behind one file"},
	{"rsc.io/qr", true, []string{"app/handout/calendar_code.go"}, "codes for phones stay behind one file"},
	{"aead.dev/minisign", true, []string{"app/pack"}, "signatures are made and checked in one place"},
	{"net", false, nil, "the program opens no network connection"},
	{"net/http", true, nil, "the program opens no network connection"},
	{"net/rpc", true, nil, "the program opens no network connection"},
	{"net/smtp", true, nil, "the program opens no network connection"},
	{"crypto/tls", true, nil, "the program opens no network connection"},
}

// guards reports whether the door stands before an import of this path.
func (d door) guards(importPath string) bool {
	return importPath == d.path || d.deep && strings.HasPrefix(importPath, d.path+"/")
}

// lets reports whether a file, by its slash-separated path from the top, may go through the door.
func (d door) lets(file string) bool {
	return slices.ContainsFunc(d.open, func(open string) bool {
		return file == open || strings.HasPrefix(file, open+"/")
	})
}

// TestHouse fails on an import that the plan of the house does not name, on a package that is not in the plan, and on a
// line of the plan whose package is gone.
func TestHouse(t *testing.T) {
	used := map[string]map[string]bool{}
	for _, file := range sources(t) {
		if strings.HasSuffix(file.path, "_test.go") {
			continue
		}
		folder := path.Dir(file.path)
		if used[folder] == nil {
			used[folder] = map[string]bool{}
		}
		for _, wrong := range strayImports(file, house) {
			t.Error(wrong)
		}
		for _, imported := range file.imports {
			if ours, ok := ownFolder(imported.path); ok {
				used[folder][ours] = true
			}
		}
	}
	for folder := range used {
		if _, known := house[folder]; !known {
			t.Errorf("%s: this package has no line in the plan of the house (app/house_test.go)", folder)
		}
	}
	for folder, allowed := range house {
		if used[folder] == nil {
			t.Errorf("%s: stands in the plan of the house (app/house_test.go), but there is no such package", folder)
			continue
		}
		for _, ours := range allowed {
			if !used[folder][ours] {
				t.Errorf("%s: the plan of the house (app/house_test.go) lets it import %s, which it does not", folder, ours)
			}
		}
	}
}

// TestDoors fails on an import of Fyne, YAML, gofpdf or the network outside the rooms that may have it.
func TestDoors(t *testing.T) {
	for _, file := range sources(t) {
		for _, wrong := range closedDoors(file) {
			t.Error(wrong)
		}
	}
}

// TestFyneThread fails when work can reach Fyne's thread by more than one way: fyne.DoAndWait hangs when it is called
// from that thread itself, and scattered fyne.Do calls are how a window is touched after it was closed. It also fails on
// Fyne's calls that load something from the network.
func TestFyneThread(t *testing.T) {
	var ways []string
	for _, file := range sources(t) {
		for _, call := range fyneCalls(file) {
			switch {
			case call.name == "DoAndWait", strings.HasSuffix(call.name, "FromURLString"):
				t.Errorf("%s: fyne.%s must not be used", call.place, call.name)
			case call.name == "Do" && !strings.HasSuffix(file.path, "_test.go"):
				ways = append(ways, call.place)
			}
		}
	}
	if len(ways) > 1 {
		t.Errorf("fyne.Do stands in more than one place; go through the one there is:\n\t%s", strings.Join(ways, "\n\t"))
	}
}

// strayImports are the complaints about imports of ours that the plan does not allow to this file's package.
func strayImports(file source, plan map[string][]string) []string {
	var complaints []string
	folder := path.Dir(file.path)
	for _, imported := range file.imports {
		ours, ok := ownFolder(imported.path)
		if ok && !slices.Contains(plan[folder], ours) {
			complaints = append(complaints, fmt.Sprintf("%s: %s may not import %s (see the plan in app/house_test.go)", imported.place, folder, ours))
		}
	}
	return complaints
}

// closedDoors are the complaints about imports of this file that another room keeps to itself.
func closedDoors(file source) []string {
	var complaints []string
	for _, imported := range file.imports {
		for _, d := range doors {
			if d.guards(imported.path) && !d.lets(file.path) {
				complaints = append(complaints, fmt.Sprintf("%s: imports %s: %s", imported.place, imported.path, d.why))
			}
		}
	}
	return complaints
}

// TestHouseNotices shows that the rules above catch what they are for.
func TestHouseNotices(t *testing.T) {
	tests := []struct {
		name, file, text string
		complaint        string // empty: there must be none
	}{
		{"a listed import", "app/visit/day.go", `import "deskleaf/content/civil"`, ""},
		{"an import upward", "content/find/x.go", `import "deskleaf/app/visit"`, "content/find/x.go:2: content/find may not import app/visit"},
		{"Fyne below the window", "app/handout/x.go", `import "fyne.io/fyne/v2/widget"`, "only the window knows Fyne"},
		{"Fyne in a widget", "widgets/x.go", `import "fyne.io/fyne/v2/widget"`, ""},
		{"a screen's folder", "app/window/find/x.go", `import "fyne.io/fyne/v2"`, ""},
		{"a folder that only begins like the window", "app/windows/x.go", `import "fyne.io/fyne/v2"`, "only the window knows Fyne"},
		{"a real window outside launch", "app/window/x.go", `import "fyne.io/fyne/v2/app"`, "only app/launch"},
		{"a real window in launch", "app/launch/x.go", `import "fyne.io/fyne/v2/app"`, ""},
		{"YAML elsewhere", "app/clinic/x.go", `import "gopkg.in/yaml.v3"`, "only content/file"},
		{"gofpdf in its file", "app/sheet/pdf.go", `import "github.com/jung-kurt/gofpdf"`, ""},
		{"gofpdf in another file", "app/sheet/page.go", `import "github.com/jung-kurt/gofpdf"`, "behind one file"},
		{"the network", "app/printing/x.go", `import "net/http"`, "no network connection"},
		{"the network, in a test", "app/printing/x_test.go", `import . "net"`, "no network connection"},
		{"addresses are no network", "app/printing/x.go", `import "net/url"`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			file, err := parse(test.file, []byte("package x\n"+test.text+"\n"))
			if err != nil {
				t.Fatal(err)
			}
			plan := map[string][]string{"app/visit": {"content/civil"}, "content/find": {}}
			got := strings.Join(append(strayImports(file, plan), closedDoors(file)...), "\n")
			if test.complaint == "" && got != "" || !strings.Contains(got, test.complaint) {
				t.Errorf("got complaint %q, want %q", got, test.complaint)
			}
		})
	}

	file, err := parse("app/window/x.go", []byte(`package x
import f "fyne.io/fyne/v2"
func g() { f.Do(nil); f.DoAndWait(nil) }
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []call{{"Do", "app/window/x.go:3"}, {"DoAndWait", "app/window/x.go:3"}}
	if got := fyneCalls(file); !slices.Equal(got, want) {
		t.Errorf("calls of Fyne by another name: got %v, want %v", got, want)
	}
}
