package app_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// source is one Go file: its slash-separated path from the top of the checkout, what it imports, and its syntax with
// its comments.
type source struct {
	path    string
	imports []placed
	syntax  *ast.File
	files   *token.FileSet
}

// placed is an import and where it stands, as file:line.
type placed struct {
	path, place string
}

// call is the name of something of Fyne's root package that a file uses, and where, as file:line.
type call struct {
	name, place string
}

// fyneCalls lists what a file uses of the package fyne.io/fyne/v2, whatever name it imports it by.
func fyneCalls(file source) []call {
	local := ""
	for _, spec := range file.syntax.Imports {
		if spec.Path.Value == `"fyne.io/fyne/v2"` {
			local = "fyne"
			if spec.Name != nil {
				local = spec.Name.Name
			}
		}
	}
	var calls []call
	ast.Inspect(file.syntax, func(node ast.Node) bool {
		if selector, ok := node.(*ast.SelectorExpr); ok && local != "" {
			if name, ok := selector.X.(*ast.Ident); ok && name.Name == local {
				place := fmt.Sprintf("%s:%d", file.path, file.files.Position(selector.Pos()).Line)
				calls = append(calls, call{selector.Sel.Name, place})
			}
		}
		return true
	})
	return calls
}

// ownFolder turns an import path of this module into its folder from the top.
func ownFolder(importPath string) (folder string, ours bool) {
	if importPath == "deskleaf" {
		return ".", true
	}
	return strings.CutPrefix(importPath, "deskleaf/")
}

// sources are all Go files of the module: those of every system and build tag, but not of folders that Go itself passes
// over (hidden ones, testdata) nor of what was built.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	top := os.DirFS("..")
	err := fs.WalkDir(top, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata" || name == "out"):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(name, ".go"):
			return nil
		}
		text, err := fs.ReadFile(top, name)
		if err != nil {
			return err
		}
		file, err := parse(filepath.ToSlash(name), text)
		if err != nil {
			return err
		}
		all = append(all, file)
		return nil
	})
	if err != nil {
		t.Fatalf("read the module's source: %v", err)
	}
	if len(all) == 0 {
		t.Fatal("found no Go files: this test must run in the folder app of the checkout")
	}
	return all
}

// parse reads one Go file, which it calls by the name given.
func parse(name string, text []byte) (source, error) {
	files := token.NewFileSet()
	syntax, err := parser.ParseFile(files, name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return source{}, err
	}
	file := source{path: name, syntax: syntax, files: files}
	for _, spec := range syntax.Imports {
		place := fmt.Sprintf("%s:%d", name, files.Position(spec.Pos()).Line)
		file.imports = append(file.imports, placed{strings.Trim(spec.Path.Value, `"`), place})
	}
	return file, nil
}
