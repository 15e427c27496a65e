package window

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestEveryDialogIsAScene reads the source of the window for all dialogs that it can
// open, so that what holds for every scene holds for a new dialog too. A dialog is
// what [widgets.NewDialog] makes; its title is the key of its words, given there or to
// the function that hands it on.
func TestEveryDialogIsAScene(t *testing.T) {
	shown := map[string]bool{}
	for _, s := range scenes() {
		for _, key := range append(slices.Clone(s.titles), s.same...) {
			shown[key] = true
		}
	}
	opened := dialogTitles(t)
	for key, at := range opened {
		if !shown[key] {
			t.Errorf("%s opens a dialog with the title %q, which no scene shows", at, key)
		}
	}
	for key := range shown {
		if _, ok := opened[key]; !ok {
			t.Errorf("a scene names the title %q, which no dialog has", key)
		}
	}
}

// dialogTitles are the keys of the titles of all dialogs, with where each is opened.
func dialogTitles(t *testing.T) map[string]token.Position {
	t.Helper()
	files := token.NewFileSet()
	var functions []*ast.FuncDecl
	for _, pattern := range []string{"*.go", "*/*.go"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(files, name, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range file.Decls {
				if f, ok := d.(*ast.FuncDecl); ok && f.Body != nil {
					functions = append(functions, f)
				}
			}
		}
	}
	titles := map[string]token.Position{}
	openers := map[string]int{"NewDialog": 0} // with which of their arguments is the title
	for n := 0; n != len(openers); {
		n = len(openers)
		for _, f := range functions {
			ast.Inspect(f.Body, func(node ast.Node) bool {
				call, ok := node.(*ast.CallExpr)
				if !ok {
					return true
				}
				at, opens := openers[called(call)]
				if !opens || at >= len(call.Args) {
					return true
				}
				title := call.Args[at]
				if words, ok := title.(*ast.CallExpr); ok && len(words.Args) > 0 { // t("key", …)
					title = words.Args[0]
				}
				switch title := title.(type) {
				case *ast.BasicLit:
					titles[strings.Trim(title.Value, `"`)] = files.Position(call.Pos())
				case *ast.Ident:
					if key := keyOf(f, title.Name); key != "" {
						titles[key] = files.Position(call.Pos())
					} else if i := parameter(f, title.Name); i >= 0 {
						openers[f.Name.Name] = i
					} else {
						t.Errorf("%s: whence the title %s comes cannot be seen; give its key there", files.Position(call.Pos()), title.Name)
					}
				}
				return true
			})
		}
	}
	return titles
}

// keyOf is the key whose words a function gives to a name: title := t("key").
func keyOf(f *ast.FuncDecl, name string) (key string) {
	ast.Inspect(f.Body, func(node ast.Node) bool {
		set, ok := node.(*ast.AssignStmt)
		if !ok || len(set.Lhs) != 1 || len(set.Rhs) != 1 {
			return true
		}
		to, named := set.Lhs[0].(*ast.Ident)
		words, made := set.Rhs[0].(*ast.CallExpr)
		if named && made && to.Name == name && len(words.Args) > 0 {
			if literal, ok := words.Args[0].(*ast.BasicLit); ok {
				key = strings.Trim(literal.Value, `"`)
			}
		}
		return true
	})
	return key
}

// parameter is which parameter of a function has a name; -1 for none.
func parameter(f *ast.FuncDecl, name string) int {
	i := 0
	for _, field := range f.Type.Params.List {
		for _, n := range field.Names {
			if n.Name == name {
				return i
			}
			i++
		}
	}
	return -1
}
