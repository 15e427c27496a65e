package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"strings"
	"testing"
)

// TestCommentsNameWhatThereIs fails where a comment names something that is not there,
// as a link, of a name here or in another package, or in a line of
// code of a package comment: the first thing that a comment loses is the truth of its
// names.
func TestCommentsNameWhatThereIs(t *testing.T) {
	house := readHouse(t)
	for _, file := range house.files {
		for _, group := range file.syntax.Comments {
			for _, name := range namedIn(group.Text(), group == file.syntax.Doc) {
				if why := house.lacks(file, name); why != "" {
					t.Errorf("%s:%d: a comment names %s: %s", file.path, house.positions.Position(group.Pos()).Line, name, why)
				}
			}
		}
	}
}

var (
	linkPattern = regexp.MustCompile(`\[\*?((?:deskleaf/)?[A-Za-z][\w/]*(?:\.[A-Za-z]\w*)*)\](?:[^(:\w]|$)`)
	codePattern = regexp.MustCompile(`\b([a-z]\w*\.[A-Z]\w*)\b`)
)

// namedIn are the names in a comment: those in links, and in a package comment those in
// lines of code.
func namedIn(comment string, ofPackage bool) []string {
	var names []string
	for line := range strings.Lines(comment) {
		pattern := linkPattern
		if strings.HasPrefix(line, "\t") {
			if !ofPackage {
				continue
			}
			pattern = codePattern
		}
		for _, found := range pattern.FindAllStringSubmatch(line, -1) {
			if name := found[1]; strings.ContainsAny(name, "./") || ast.IsExported(name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// A readFile is a file of ours with its comments.
type readFile struct {
	path   string // from the top
	syntax *ast.File
}

// A wholeHouse is all files of ours, with what each package declares: "Name", and
// "Type.Name" for fields and methods.
type wholeHouse struct {
	files     []readFile
	declared  map[string]map[string]bool // by folder
	folders   map[string][]string        // by the package's name
	positions *token.FileSet
}

func readHouse(t *testing.T) wholeHouse {
	t.Helper()
	h := wholeHouse{declared: map[string]map[string]bool{}, folders: map[string][]string{}, positions: token.NewFileSet()}
	for _, s := range sources(t) {
		syntax, err := parser.ParseFile(h.positions, "../"+s.path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		folder := path.Dir(s.path)
		if h.declared[folder] == nil {
			h.declared[folder] = map[string]bool{}
			h.folders[syntax.Name.Name] = append(h.folders[syntax.Name.Name], folder)
		}
		declare(h.declared[folder], syntax)
		h.files = append(h.files, readFile{s.path, syntax})
	}
	return h
}

// declare notes what a file declares.
func declare(names map[string]bool, syntax *ast.File) {
	for _, d := range syntax.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				names[d.Name.Name] = true
			} else {
				names[typeName(d.Recv.List[0].Type)+"."+d.Name.Name] = true
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch spec := spec.(type) {
				case *ast.ValueSpec:
					for _, n := range spec.Names {
						names[n.Name] = true
					}
				case *ast.TypeSpec:
					names[spec.Name.Name] = true
					declareParts(names, spec)
				}
			}
		}
	}
}

// declareParts notes the fields of a struct and the methods of an interface.
func declareParts(names map[string]bool, spec *ast.TypeSpec) {
	var fields *ast.FieldList
	switch t := spec.Type.(type) {
	case *ast.StructType:
		fields = t.Fields
	case *ast.InterfaceType:
		fields = t.Methods
	default:
		return
	}
	for _, f := range fields.List {
		for _, n := range f.Names {
			names[spec.Name.Name+"."+n.Name] = true
		}
	}
}

// typeName is the name of a receiver's type.
func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return typeName(e.X)
	case *ast.IndexExpr:
		return typeName(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

// lacks says why there is nothing of a name, as a file has it; "" where there is, or
// where it is of another's package.
func (h wholeHouse) lacks(file readFile, name string) string {
	if ours, is := strings.CutPrefix(name, "deskleaf/"); is {
		folder, thing, dotted := strings.Cut(ours, ".")
		switch {
		case h.declared[folder] == nil:
			return "there is no such package"
		case dotted && !h.declared[folder][thing]:
			return "the package has no such thing"
		}
		return ""
	}
	first, rest, dotted := strings.Cut(name, ".")
	if ast.IsExported(first) {
		if !h.declared[path.Dir(file.path)][name] {
			return "the package has no such thing"
		}
		return ""
	}
	if !dotted {
		return ""
	}
	folders := h.folders[first]
	for _, folder := range folders {
		if h.declared[folder][rest] {
			return ""
		}
	}
	if len(folders) == 0 || imports(file.syntax, first) {
		return "" // of the standard library, or of another module
	}
	return "no package " + first + " has it"
}

// imports reports whether a file imports a package of another's by that name.
func imports(syntax *ast.File, name string) bool {
	for _, spec := range syntax.Imports {
		at := strings.Trim(spec.Path.Value, `"`)
		if path.Base(at) == name && !strings.HasPrefix(at, "deskleaf/") {
			return true
		}
	}
	return false
}
