package command

import (
	"os"
	"regexp"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"deskleaf/app/clinic"
	"deskleaf/app/pack"
	"deskleaf/app/store"
	"deskleaf/content/civil"
)

// TestMain makes "deskleaf" a program that scenarios can run, on a Monday.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"deskleaf": func() {
		p := Program{
			In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
			Version: "1.2.3",
			Today:   civil.Date{Year: 2026, Month: 11, Day: 23},
			Clinic:  os.Getenv("CLINIC"),
			Window:  func(id string) error { _, err := os.Stdout.WriteString("window at " + id + "\n"); return err },
		}
		if share := os.Getenv("AWAY"); share != "" {
			p.Open = func(string) clinic.Clinic { return clinic.OpenKnown(store.OS{}, share, true, time.Minute) }
		}
		if root := os.Getenv("LIBRARY"); root != "" {
			p.Signed, p.Clinic = signedAt(root, os.Getenv("LIBRARY_KEY"))
		}
		os.Exit(p.Run(os.Args[1:]))
	}})
}

// signedAt is a computer that takes its library signed, as package launch sets it up.
func signedAt(root, keyFile string) (pack.Place, string) {
	text, err := os.ReadFile(keyFile)
	if err != nil {
		panic(err)
	}
	key, err := pack.ReadKey(string(text))
	if err != nil {
		panic(err)
	}
	place := pack.Place{Root: root, Key: key}
	folder, _, err := place.Current(store.OS{})
	if err != nil {
		panic(err)
	}
	return place, folder
}

// TestScenarios runs one scenario a file: what somebody types, and what they get.
func TestScenarios(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", RequireUniqueNames: true, UpdateScripts: os.Getenv("UPDATE") != "",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"codeof": codeOf},
	})
}

var footCode = regexp.MustCompile(`sheet ([0-9A-Z]{4}-[0-9A-Z]{2})`)

// codeOf is "codeof FILE": it puts the sheet code in the foot of a page into CODE.
func codeOf(ts *testscript.TestScript, _ bool, args []string) {
	m := footCode.FindStringSubmatch(ts.ReadFile(args[0]))
	if m == nil {
		ts.Fatalf("%s has no sheet code", args[0])
	}
	ts.Setenv("CODE", m[1])
}
