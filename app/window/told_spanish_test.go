package window

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"deskleaf/app/cost/prices"
	"deskleaf/app/sheet"
	"deskleaf/app/table"
	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/content/file"
	"deskleaf/content/library"
)

// english are small words of English that are none of Spanish. A sentence that says one
// outside of quotes was not told.
var english = regexp.MustCompile(`(?i)\b(the|this|that|is|are|was|and|or|of|to|it|its|not|has|have|had|with|without|should|must|needs?|write|there|here|here's|from|for|at|be|been|by|one|they|these|those|more|than|which|what|when|where|nobody|something|value|line|key|keys|list|missing|unknown|known|words|twice|before|after|above|below|stands?|belongs?|take|put|make|save|choose|cannot|does|did)\b`)

// theirs is what somebody wrote, or what stands so in files: in quotes of any kind, or the
// keys that are known.
var theirs = regexp.MustCompile("aquí se conocen:? .*|\"(?:[^\"\\\\]|\\\\.)*\"|“[^”]*”|«[^»]*»|`[^`]*`|\\{[a-z-]+\\}")

// inEnglish is what of a sentence is English; "" for nothing.
func inEnglish(told string) string { return english.FindString(theirs.ReplaceAllString(told, "")) }

func spanish(t *testing.T) *words.Words {
	t.Helper()
	w, err := words.Load("es")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// Every sentence that complaints of files, of the library, of checks and of price lists
// are made of has one in Spanish.
func TestEveryComplaintHasSpanishWords(t *testing.T) {
	w := spanish(t)
	said := complaintsInCode(t)
	if len(said) < 120 {
		t.Fatalf("only %d sentences are found: %q", len(said), said)
	}
	for _, english := range said {
		verb := regexp.MustCompile(`%(?:\.\d+)?[a-zA-Z]|%\d*[a-zA-Z]`)
		sample := verb.ReplaceAllStringFunc(english, func(v string) string {
			return map[byte]string{'q': `"x"`, 'd': "7", 'f': "7.5", 'c': "*", 'X': "FEFF"}[v[len(v)-1]] + map[bool]string{true: "Xy"}[strings.IndexByte("svw", v[len(v)-1]) >= 0]
		})
		if told := w.Tell(sample); told == sample || inEnglish(told) != "" {
			t.Errorf("in Spanish, %q is %q", english, told)
		}
	}
}

// programs are files whose sentences are for whoever writes the program: a registry of
// blanks, and values that have no place in a file.
var programs = []string{"blank.go", "tree.go", "update.go", "write.go"}

// complaintsInCode are the sentences and hints in calls that make complaints.
func complaintsInCode(t *testing.T) []string {
	t.Helper()
	makes := map[string]bool{"complain": true, "complainAt": true, "complainBehind": true, "Complain": true, "about": true, "add": true, "hint": true, "missing": true, "New": true}
	var said []string
	for _, folder := range []string{"../../content", "../../content/check", "../../content/file", "../../content/library", "../cost/prices", "../sheet"} {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") || strings.HasSuffix(folder, "sheet") && filepath.Base(path) != "logo.go" || slices.Contains(programs, filepath.Base(path)) && folder != "../../content" {
				continue
			}
			tree, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(tree, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || !makes[called(call)] {
					return true
				}
				for _, arg := range call.Args {
					said = append(said, literal(arg)...)
					if form, ok := arg.(*ast.CallExpr); ok && called(form) == "Sprintf" {
						said = append(said, literal(form.Args[0])...)
					}
				}
				return true
			})
		}
	}
	said = slices.DeleteFunc(said, func(text string) bool { // keys, ids and places are no sentences
		return !strings.Contains(text, " ") || strings.HasPrefix(text, "signs") || strings.HasPrefix(text, "%s: ") || strings.HasPrefix(text, "library: ") || strings.HasPrefix(text, "file: ")
	})
	slices.Sort(said)
	return slices.Compact(said)
}

// called is the name of what is called.
func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// Files of a procedure are spoiled in every way that hands spoil them; whatever is
// complained of, a Spanish window says it in Spanish.
func TestSpoiledFilesAreComplainedOfInSpanish(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 7))
	tr := try(t, 1366, 700, inSpanish)
	kinds, wrong := map[string]bool{}, map[string]bool{}
	digits := regexp.MustCompile(`\d+`)
	rounds := 150
	if testing.Short() {
		rounds = 60
	}
	root := t.TempDir()
	for n := range rounds {
		id := []string{"si-joint-injection", "colonoscopy", "carpal-tunnel-release"}[n%3]
		folder := filepath.Join(root, fmt.Sprint(n), id)
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"procedure.yaml", "en.yaml", "es.yaml"} {
			text, err := os.ReadFile(filepath.Join("../../content/library", id, name))
			if err != nil {
				t.Fatal(err)
			}
			if name != "en.yaml" || n%4 == 0 {
				text = spoiled(random, text)
			}
			if err := os.WriteFile(filepath.Join(folder, name), text, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range library.Check(root) {
		for _, said := range []string{c.What, c.Hint} {
			kind := digits.ReplaceAllString(theirs.ReplaceAllString(said, ""), "")
			if plain := strings.HasPrefix(said, "plain words: ") || strings.Contains(said, "long words here: "); plain || kinds[kind] {
				continue // words of the procedure itself; or told already
			}
			kinds[kind] = true
			if told := tr.words.Tell(said); inEnglish(told) != "" {
				wrong[fmt.Sprintf("%q is told as %q", said, told)] = true
			}
		}
	}
	for what := range wrong {
		t.Error(what)
	}
	if least := 60; len(kinds) < least && !testing.Short() {
		t.Errorf("only %d kinds of complaints were provoked, not %d", len(kinds), least)
	}
}

// spoiled is a text with one to three mistakes in it.
func spoiled(random *rand.Rand, text []byte) []byte {
	lines := strings.Split(string(text), "\n")
	for range 1 + random.IntN(3) {
		i := random.IntN(len(lines))
		line := lines[i]
		switch random.IntN(18) {
		case 0:
			lines[i] = strings.Replace(line, ":", "", 1)
		case 1:
			lines[i] = strings.Replace(line, ": ", ":", 1)
		case 2:
			lines[i] = "\t" + line
		case 3:
			lines[i] = "   " + line
		case 4:
			lines = slices.Delete(lines, i, i+1)
		case 5:
			lines = slices.Insert(lines, i, line)
		case 6:
			lines[i] = strings.Replace(line, "- ", "-", 1)
		case 7:
			lines[i] = strings.Replace(line, `"`, "", 1)
		case 8:
			key, _, _ := strings.Cut(line, ":")
			lines[i] = key + ": " + []string{"7", "-3", "true", `"3"`, "[a, b]", "{a: b}", "*x", "&y", "!z", "@w", "|", "", "a: b", "999999999999999999999", "null", "Stop your warfarin.", "{no-such}", "**open", "left {", "12:xx"}[random.IntN(20)]
		case 9:
			lines[i] = "unheard: of"
		case 10:
			lines[i] = strings.ToUpper(line)
		case 11:
			lines[i] = line + " # and more"
		case 12:
			lines[i] = line + "\x00"
		case 13:
			lines[i] = line + "\xff"
		case 14:
			lines[i] = line + "\u2028x"
		case 15:
			lines[i] = "---"
		case 16:
			lines[i] = strings.Replace(line, "s", "", 1)
		case 17:
			lines[i] = strings.Replace(line, " ", "\u00a0", 2)
		}
	}
	return []byte(strings.Join(lines, "\n"))
}

// What is said of a spoiled folder stands in the window in Spanish, with its place.
func TestComplaintIsShownInSpanish(t *testing.T) {
	tr := try(t, 1366, 700, inSpanish)
	tr.noticeProcedures(file.Complaints{{File: "C:/clinica/procedure.yaml", Line: 3, Column: 7, What: `unknown key "wen"`, Hint: `did you mean "when"?`, Excerpt: "  wen: now\n  ^"}})
	shown := told(tr)
	for _, want := range []string{"C:/clinica/procedure.yaml, línea 3, columna 7:", `No se conoce la clave "wen".`, `¿quiso decir "when"?`, "wen: now"} {
		if !strings.Contains(strings.ToLower(shown), strings.ToLower(want)) {
			t.Errorf("the band does not say %q:\n%s", want, shown)
		}
	}
}

// Prices that are refused and pictures that are none say so in Spanish.
func TestRefusalsOfFilesAreInSpanish(t *testing.T) {
	w := spanish(t)
	list, err := table.Read("lista.csv", []byte("code,modifier,allowed,from,to,setting,bill\n2709,,5,,,,\nXX,,5,,,,\n27096,5,5,,,,\n27096,,,,,,\n27096,,5,soon,,,\n27096,,5,2026-12-01,2026-01-01,,\n27096,,5,,,moon,\n27096,,5,,,,nobody\n27096,,-5,,,,\n27096,,1.2E5,,,,\n,,5,,,,\n"))
	if err != nil {
		t.Fatal(err)
	}
	_, complaints := prices.Read(list, func(string) string { return "" })
	if len(complaints) < 8 {
		t.Errorf("only %d complaints", len(complaints))
	}
	for _, c := range complaints {
		for _, english := range []string{c.What, c.Hint} {
			if told := w.Tell(english); inEnglish(told) != "" {
				t.Errorf("%q is told as %q", english, told)
			}
		}
	}
	for _, picture := range []string{"no picture", "\x89PNG\r\n\x1a\nbroken", "GIF89a"} {
		_, err := sheet.Logo([]byte(picture))
		if err == nil || inEnglish(w.Tell(err.Error())) != "" {
			t.Errorf("%v is told as %q", err, w.Tell(fmt.Sprint(err)))
		}
	}
	for _, b := range []content.Blank{{Type: content.DurationBlank}, {Type: content.ClockBlank}, {Type: content.PhoneBlank}, {Type: content.NumberBlank, Least: 1, Most: 5}, {Type: content.ChoiceBlank}, {Type: content.TextBlank}} {
		for _, answer := range []string{"x{", "99", strings.Repeat("palabra ", 40), "warfarin"} {
			if err := b.Check(answer); err != nil && inEnglish(w.Tell(err.Error())) != "" {
				t.Errorf("%v is told as %q", err, w.Tell(err.Error()))
			}
		}
	}
}
