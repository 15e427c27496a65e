package window

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// TestNoWordsInCode holds the window to having no words of its own: every word
// that people see comes from assets/words, or it could never be translated.
func TestNoWordsInCode(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files++
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, l := range literals(tree) {
			if text, _ := strconv.Unquote(l.Value); isWords(text) {
				t.Errorf("%v: %q looks like words that people read; put them into assets/words", set.Position(l.Pos()), text)
			}
		}
		return nil
	})
	if err != nil || files == 0 {
		t.Fatalf("read the window's source: %d files, %v", files, err)
	}
}

// literals are the strings of a file but for imports and what goes into errors
// and panics, which nobody at the desk reads.
func literals(tree *ast.File) []*ast.BasicLit {
	var found []*ast.BasicLit
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.CallExpr:
			return !isInternal(n.Fun)
		case *ast.BasicLit:
			if n.Kind == token.STRING {
				found = append(found, n)
			}
		}
		return true
	})
	return found
}

// isInternal reports whether a call makes an error or a panic.
func isInternal(called ast.Expr) bool {
	switch f := called.(type) {
	case *ast.Ident:
		return f.Name == "panic"
	case *ast.SelectorExpr:
		pkg, ok := f.X.(*ast.Ident)
		return ok && (pkg.Name == "errors" && f.Sel.Name == "New" || pkg.Name == "fmt" && f.Sel.Name == "Errorf")
	}
	return false
}

// isWords reports whether a text is for people: it has a capital letter followed
// by a small one, or letters and a space.
func isWords(text string) bool {
	letters, capital := false, false
	for i, r := range text {
		letters = letters || unicode.IsLetter(r)
		if rest := []rune(text[i:]); unicode.IsUpper(r) && len(rest) > 1 && unicode.IsLower(rest[1]) {
			capital = true
		}
	}
	return capital || letters && strings.Contains(text, " ")
}

func TestNoWordsInCodeNotices(t *testing.T) {
	for text, want := range map[string]bool{
		"Print": true, "two pages": true, "Save as PDF…": true, "print.sent": false, " · ": false, "": false,
		"si-joint-injection": false, "PDF": false, "27096": false, "→": false,
	} {
		if got := isWords(text); got != want {
			t.Errorf("isWords(%q) is %v", text, got)
		}
	}
}
