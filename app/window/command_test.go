package window

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"deskleaf/app/day"
	"deskleaf/app/printing"
	"deskleaf/app/store"
	"deskleaf/app/visit"
	editscreen "deskleaf/app/window/edit"
	"deskleaf/app/window/read"
	"deskleaf/assets/words"
	"deskleaf/content"
)

func TestCommandsDoNotCollide(t *testing.T) {
	tr := try(t, 1366, 700)
	ids, keys := map[string]bool{}, map[string]string{}
	for _, c := range tr.table {
		if ids[c.ID] {
			t.Errorf("the command %q stands twice", c.ID)
		}
		ids[c.ID] = true
		if c.Run == nil || !slices.Contains(menus, c.Menu) {
			t.Errorf("%q does nothing, or stands in no menu", c.ID)
		}
		for _, k := range c.Keys {
			if other := keys[k.id()]; other != "" {
				t.Errorf("%s does both %q and %q", k.id(), other, c.ID)
			}
			keys[k.id()] = c.ID
		}
	}
	for _, taken := range []Key{ctrl(fyne.KeyC), ctrl(fyne.KeyV), ctrl(fyne.KeyX), ctrl(fyne.KeyA), ctrl(fyne.KeyZ), ctrl(fyne.KeyY)} {
		if id := keys[taken.id()]; id != "" {
			t.Errorf("%s is a key of editing, and %q takes it away", taken.id(), id)
		}
	}
}

func TestEveryCommandHasWords(t *testing.T) {
	tr := try(t, 1366, 700)
	for _, c := range tr.table {
		need := []string{"command." + c.ID, "menu." + c.Menu}
		if c.Enabled != nil {
			need = append(need, "cannot."+c.ID)
		}
		for _, key := range need {
			if !tr.words.Has(key) {
				t.Errorf("%q has no words", key)
			}
		}
		for _, k := range c.Keys {
			for _, part := range k.parts() {
				if strings.ToLower(part) == part && len(part) > 1 && !tr.words.Has("key."+part) {
					t.Errorf("the key %q has no words", part)
				}
			}
		}
	}
}

// TestEveryKeyDoesItsCommand presses each key of the table while the search has
// the focus, as a person at the desk does.
func TestEveryKeyDoesItsCommand(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	for i := range tr.table {
		done := 0
		tr.table[i].Run = func() { done++ }
		tr.table[i].Enabled = nil
		c := tr.table[i]
		tr.Window.menu = tr.mainMenu()
		tr.frame.SetMainMenu(tr.Window.menu)
		for _, k := range c.Keys {
			before := done
			if k.Held == 0 {
				tr.key(k.Name)
			} else {
				tr.press(k)
			}
			if done != before+1 {
				t.Errorf("%s did %q %d times", k.id(), c.ID, done-before)
			}
		}
	}
}

func TestCommandsSayWhyNot(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.press(ctrl(fyne.KeyP))
	if got, want := tr.toasts.Says(), tr.words.T("cannot.print"); got != want {
		t.Errorf("with no procedure, Print says %q, not %q", got, want)
	}
	if len(tr.printer.jobs) > 0 {
		t.Error("something was printed")
	}
	if !tr.items["print"].Disabled {
		t.Error("Print is not grey in the menu")
	}
	tr.type_("si")
	if tr.items["print"].Disabled {
		t.Error("Print stays grey when there is a procedure")
	}
}

func TestKeyCard(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.key(fyne.KeyF1)
	if tr.frame.Canvas().Overlays().Top() == nil {
		t.Fatal("F1 in the search shows no card")
	}
	shown := markup(tr)
	for _, want := range []string{"Ctrl K", "Next patient", "F1"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the card of keys does not say %q", want)
		}
	}
	tr.press(ctrl(fyne.KeyN))
	if tr.frame.Canvas().Overlays().Top() == nil {
		t.Error("a command acted under the card")
	}
	tr.key(fyne.KeyEscape)
	if tr.frame.Canvas().Overlays().Top() != nil {
		t.Error("Esc does not close the card")
	}
}

// wordKey is the shape of a key of assets/words.
var wordKey = regexp.MustCompile(`^[a-z][a-z-]*(\.[a-z0-9_-]+)+$`)

// TestEveryWordIsThere holds the keys that the code asks for to those that there
// are.
func TestEveryWordIsThere(t *testing.T) {
	en, err := words.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	need := dynamicKeys()
	err = filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if _, ok := n.(*ast.ImportSpec); ok {
				return false
			}
			if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
				if text, _ := strconv.Unquote(l.Value); wordKey.MatchString(text) && !strings.HasPrefix(text, "deskleaf.") {
					need = append(need, text)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range need {
		if !en.Has(key) && !en.Has(key+".one") {
			t.Errorf("there are no words for %q", key)
		}
	}
}

// dynamicKeys are the keys that the code puts together.
func dynamicKeys() []string {
	var all []string
	add := func(prefix string, ids ...string) {
		for _, id := range ids {
			all = append(all, prefix+id)
		}
	}
	add("tab.", read.Tabs...)
	add("category.", content.Categories...)
	add("edit.chapter.", editscreen.Chapters...)
	add("icon.", editscreen.Icons...)
	add("edit.audience.", string(content.Patient), string(content.Staff))
	add("edit.ride.", "none", string(content.RideYes), string(content.RideNo), string(content.RideOption))
	add("edit.status.", string(content.CodeCurrent), string(content.CodeDisputed), string(content.CodeRetired), string(content.CodeUnverified))
	add("code.", string(content.CodeCurrent), string(content.CodeDisputed), string(content.CodeRetired), string(content.CodeUnverified))
	add("edit.preventive.", "none", string(content.ColorectalScreening), string(content.OtherScreening))
	for _, b := range content.Boxes {
		add("section.box.", string(b))
	}
	for _, s := range (content.Sections{}).All() {
		add("section.", s.ID)
	}
	for _, s := range content.Scopes {
		add("scope.", string(s))
	}
	for _, s := range content.Settings {
		add("setting.", string(s))
	}
	for _, p := range content.Parts {
		add("part.", string(p))
		add("says.", string(p))
	}
	add("side.", "left", "right", "both")
	add("says.side.", "none", "left", "right", "both")
	add("biller.", string(content.Doctor), string(content.Facility), string(content.Anesthesia), string(content.Laboratory))
	add("code.", string(content.CodeCurrent), string(content.CodeDisputed), string(content.CodeRetired), "global", "bilateral", "multiple")
	add("chip.ride.", string(content.RideYes), string(content.RideNo), string(content.RideOption))
	for _, r := range []store.Reason{store.NoFolder, store.NoFile, store.NotAllowed, store.DiskFull, store.InUse, store.IsFolder, store.Exists, store.Damaged, store.Other} {
		add("save.", string(r))
	}
	for _, b := range []content.BlankType{content.DurationBlank, content.ClockBlank, content.PhoneBlank, content.NumberBlank, content.TextBlank, content.DateBlank} {
		add("blank.hint.", string(b))
	}
	add("blank.bad.", "duration", "clock", "phone", "number", "number.range", "medicine", "medicine.long")
	for _, r := range []printing.Reason{printing.NoSystem, printing.NoPrinter, printing.Unknown, printing.IsPaused, printing.Refused} {
		add("printing.", string(r))
	}
	for _, r := range []visit.WhenReason{visit.NoDate, visit.NoSuchDay, visit.NoSuchTime, visit.JustPassed, visit.TooFar, visit.WrongWeekday, visit.Unclear} {
		add("when.", string(r))
	}
	for _, r := range day.Reasons() {
		add("day.says.", string(r))
	}
	for _, f := range day.Fields {
		add("day.field.", string(f))
	}
	for _, n := range []string{".one", ".other"} {
		add("day.print", n)
		add("day.saved", n)
		add("day.more-sheets", n)
	}
	add("sides.", sidesWords...)
	add("paper.", "letter", "a4")
	for _, n := range []string{".one", ".other"} {
		add("print.sent", n)
		add("save.done", n)
		add("warn.late", n)
		add("warn.blanks", n)
	}
	return all
}
