package library

import (
	"bytes"
	"encoding"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"deskleaf/assets/goldentest"
	"deskleaf/assets/icons"
	"deskleaf/content"
	"deskleaf/content/civil"
)

// schemaFile is the schema that editors complete and check procedures with. It is
// made here from the Go types and their comments.
const schemaFile = "../schema.json"

func TestSchemaIsMadeFromTheTypes(t *testing.T) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(schemaOfAll(t)); err != nil {
		t.Fatal(err)
	}
	goldentest.Hold(t, schemaFile, text.String())
}

// object is a part of a JSON schema; its keys come out in alphabetical order.
type object map[string]any

// A schema is one in the making.
type schema struct {
	defs     object
	comments map[string]string   // of types by "Type", of fields by "Type.Field"
	values   map[string][]string // the constants of each type of strings
}

// schemaOfAll is a schema for both kinds of file: words name their language,
// facts do not.
func schemaOfAll(t *testing.T) object {
	s := &schema{defs: object{}}
	s.comments, s.values = sourceOf(t, "..")
	facts, words := s.of(reflect.TypeFor[content.Procedure]()), s.of(reflect.TypeFor[content.Words]())
	return object{
		"$schema":     "https://json-schema.org/draft/2020-12/schema",
		"title":       "A procedure of Deskleaf",
		"description": "procedure.yaml holds the facts, en.yaml and es.yaml the words of one language.",
		"if":          object{"required": []string{"language"}},
		"then":        words,
		"else":        facts,
		"$defs":       s.defs,
	}
}

// of is the schema of a type.
func (s *schema) of(t reflect.Type) object {
	switch t {
	case reflect.TypeFor[content.Timing]():
		return object{"type": "string", "description": s.comments["Timing"], "examples": []string{
			"now", "1 day before", "visit day", "2 hours before arrival", "{fasting} before arrival",
			"rest of the day", "2 to 10 days after", "until 24 hours after", "until {drive-wait} after"}}
	case reflect.TypeFor[content.Range]():
		return object{"type": []string{"string", "integer"}, "pattern": `^\d+(-\d+)?$`, "description": s.comments["Range"]}
	case reflect.TypeFor[civil.Date]():
		return object{"type": "string", "pattern": `^\d{4}-\d{2}-\d{2}$`}
	}
	if reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
		panic(t.String() + " reads its own text: say in of what that looks like")
	}
	switch t.Kind() {
	case reflect.Pointer:
		return s.of(t.Elem())
	case reflect.Struct:
		return s.named(t)
	case reflect.Slice:
		return object{"type": "array", "items": s.of(t.Elem())}
	case reflect.Map:
		made := object{"type": "object", "additionalProperties": s.of(t.Elem())}
		if keys := s.values[t.Key().Name()]; len(keys) > 0 {
			made["propertyNames"] = object{"enum": keys}
		}
		return made
	case reflect.Int:
		return object{"type": "integer"}
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.String:
		if values := s.values[t.Name()]; len(values) > 0 {
			return object{"enum": values}
		}
		return object{"type": []string{"string", "number"}} // 27096 without quotes is text too
	}
	panic("no file holds a " + t.String())
}

// named puts a struct among the definitions, once, and points there.
func (s *schema) named(t reflect.Type) object {
	reference := object{"$ref": "#/$defs/" + t.Name()}
	if _, known := s.defs[t.Name()]; known {
		return reference
	}
	properties, required := object{}, []string{}
	made := object{"type": "object", "additionalProperties": false, "properties": properties}
	if says := s.comments[t.Name()]; says != "" {
		made["description"] = says
	}
	s.defs[t.Name()] = made
	for _, field := range reflect.VisibleFields(t) {
		key, more, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		if key == "" || key == "-" {
			continue
		}
		property := s.of(field.Type)
		switch t.Name() + "." + field.Name {
		case "Procedure.Category":
			property = object{"enum": content.Categories}
		case "Step.Icon":
			property = object{"enum": icons.Names()}
		}
		if says := s.comments[t.Name()+"."+field.Name]; says != "" {
			property["description"] = says
		}
		properties[key] = property
		if strings.Contains(more, "need") {
			required = append(required, key)
		}
	}
	if len(required) > 0 {
		made["required"] = required
	}
	return reference
}

// sourceOf reads the comments of a package's types and fields, and the constants
// of its types of strings.
func sourceOf(t *testing.T, folder string) (comments map[string]string, values map[string][]string) {
	t.Helper()
	comments, values = map[string]string{}, map[string][]string{}
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, declaration := range file.Decls {
			general, ok := declaration.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range general.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					addComments(comments, spec, general.Doc)
				case *ast.ValueSpec:
					addValue(values, spec)
				}
			}
		}
	}
	return comments, values
}

func addComments(comments map[string]string, spec *ast.TypeSpec, doc *ast.CommentGroup) {
	comments[spec.Name.Name] = oneLine(doc.Text())
	fields, ok := spec.Type.(*ast.StructType)
	if !ok {
		return
	}
	for _, field := range fields.Fields.List {
		for _, name := range field.Names {
			says := field.Doc.Text()
			if says == "" {
				says = field.Comment.Text()
			}
			comments[spec.Name.Name+"."+name.Name] = oneLine(says)
		}
	}
}

// addValue keeps a constant of a type of strings; the empty one is written by
// leaving the key out.
func addValue(values map[string][]string, spec *ast.ValueSpec) {
	name, ok := spec.Type.(*ast.Ident)
	if !ok || len(spec.Values) != 1 {
		return
	}
	literal, ok := spec.Values[0].(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return
	}
	value, err := strconv.Unquote(literal.Value)
	if err == nil && value != "" && !slices.Contains(values[name.Name], value) {
		values[name.Name] = append(values[name.Name], value)
	}
}

// oneLine is a comment as an editor shows it: its first paragraph, on one line.
func oneLine(comment string) string {
	first, _, _ := strings.Cut(comment, "\n\n")
	return strings.Join(strings.Fields(first), " ")
}
