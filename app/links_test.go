package app_test

import (
	"go/ast"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestCommentsNameWhatThereIs fails where a comment names something that is not there,
// as a link, of a name here or in another package, or in a line of
// code of a package comment: the first thing that a comment loses is the truth of its
// names.
func TestCommentsNameWhatThereIs(t *testing.T) {
	files := sources(t)
	house := houseOf(files)
	for _, file := range files {
		for _, group := range file.syntax.Comments {
			for _, name := range namedIn(group.Text(), group == file.syntax.Doc) {
				if why := house.lacks(file, name); why != "" {
					t.Errorf("%s:%d: a comment names %s: %s", file.path, file.files.Position(group.Pos()).Line, name, why)
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

// A wholeHouse is what each package of ours declares: "Name", and "Type.Name" for fields
// and methods.
type wholeHouse struct {
	declared map[string]map[string]bool // by folder
	folders  map[string][]string        // by the package's name
}

func houseOf(files []source) wholeHouse {
	h := wholeHouse{declared: map[string]map[string]bool{}, folders: map[string][]string{}}
	for _, f := range files {
		folder := path.Dir(f.path)
		if h.declared[folder] == nil {
			h.declared[folder] = map[string]bool{}
			h.folders[f.syntax.Name.Name] = append(h.folders[f.syntax.Name.Name], folder)
		}
		declare(h.declared[folder], f.syntax)
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
func (h wholeHouse) lacks(file source, name string) string {
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
	if len(folders) == 0 || file.uses(first) {
		return "" // of the standard library, or of another module
	}
	return "no package " + first + " has it"
}

// uses reports whether a file imports a package of others by that name.
func (f source) uses(name string) bool {
	return slices.ContainsFunc(f.imports, func(p placed) bool {
		return path.Base(p.path) == name && !strings.HasPrefix(p.path, "deskleaf/")
	})
}

// TestCommentsNotice shows that the rule above catches what it is for.
func TestCommentsNotice(t *testing.T) {
	file, err := parse("app/visit/x.go", []byte("// Package visit\n//\n//\tv := visit.New() // visit.Gone\npackage visit\n\nimport \"fmt\"\n\n"+
		"type Visit struct{ Day int }\n\nfunc (*Visit) Clear() { fmt.Println() }\n\nfunc New() *Visit { return nil }\n"))
	if err != nil {
		t.Fatal(err)
	}
	house := houseOf([]source{file})
	if got := namedIn(file.syntax.Doc.Text(), true); !slices.Equal(got, []string{"visit.New", "visit.Gone"}) {
		t.Errorf("the package comment names %q", got)
	}
	for comment, wrong := range map[string]bool{
		"[Visit]": false, "[Visit.Clear]": false, "[Visit.Day]": false, "[*Visit]": false, "[visit.New]": false, "[deskleaf/app/visit]": false,
		"[fmt.Println]": false, "[os.Open]": false, "list[3]": false, "[Clear]": true, "[Visit.Night]": true, "[visit.Old]": true,
		"[deskleaf/app/gone]": true, "[deskleaf/app/visit.Old]": true,
	} {
		caught := slices.ContainsFunc(namedIn(comment, false), func(name string) bool { return house.lacks(file, name) != "" })
		if caught != wrong {
			t.Errorf("%s: caught %t, want %t", comment, caught, wrong)
		}
	}
}
