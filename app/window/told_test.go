package window

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"deskleaf/assets/words"
)

// TestRemarksAreToldInEveryLanguage holds that what the checks say of a procedure can
// be told in the language of the window: every sentence, and every hint that stands by
// itself, with the same values in the same order.
func TestRemarksAreToldInEveryLanguage(t *testing.T) {
	said := sentencesOfChecks(t)
	if len(said) < 80 {
		t.Fatalf("only %d sentences are found in the checks: %q", len(said), said)
	}
	for _, language := range words.Languages() {
		w, err := words.Load(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, english := range said {
			told := w.Say(english)
			if told == english && language != words.English && strings.Contains(english, " ") {
				t.Errorf("%s has no words for %q", language, english)
			}
			if got, want := verbs(told), verbs(english); !slices.Equal(got, want) {
				t.Errorf("%s: %q has the values %v, in English %v", language, told, got, want)
			}
		}
	}
}

// sentencesOfChecks are the sentences and hints that stand in calls of add, hint and
// missing, and those of sayings.
func sentencesOfChecks(t *testing.T) []string {
	t.Helper()
	var said []string
	for _, folder := range []string{"../../content", "../../content/check"} {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			tree, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(tree, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CallExpr:
					said = append(said, saidIn(n)...)
				case *ast.KeyValueExpr:
					if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Format" {
						said = append(said, literal(n.Value)...)
					}
				}
				return true
			})
		}
	}
	slices.Sort(said)
	return slices.Compact(said)
}

// saidIn are the sentence and the hint of one call.
func saidIn(call *ast.CallExpr) []string {
	method, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	receiver, ok := method.X.(*ast.Ident)
	if !ok || receiver.Name != "fs" && receiver.Name != "ps" {
		return nil
	}
	var said []string
	take := func(at int) {
		if at < len(call.Args) {
			said = append(said, literal(call.Args[at])...)
		}
	}
	switch {
	case receiver.Name == "fs" && method.Sel.Name == "add":
		take(3)
		take(4)
	case method.Sel.Name == "hint":
		take(1)
		take(2)
	case method.Sel.Name == "add" || method.Sel.Name == "missing":
		take(1)
	}
	return said
}

// literal is a string that stands in the code; none for one that is put together.
func literal(e ast.Expr) []string {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return nil
	}
	text, err := strconv.Unquote(l.Value)
	if err != nil || text == "" {
		return nil
	}
	return []string{text}
}

// verbs are the places for values in a sentence.
func verbs(format string) []string {
	var all []string
	for i := 0; i+1 < len(format); i++ {
		if format[i] == '%' {
			end := i + 1
			for end < len(format) && strings.IndexByte("sdqfv", format[end]) < 0 {
				end++
			}
			all = append(all, format[i:min(end+1, len(format))])
			i = end
		}
	}
	return all
}
