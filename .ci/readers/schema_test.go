package readers_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"
)

// What ships must be what the schema describes, or an editor would mark good files as wrong.
func TestEditorsFindNoFaultInWhatShips(t *testing.T) {
	schema := compiled(t)
	files, err := filepath.Glob("../../content/library/*/*.yaml")
	files = slices.DeleteFunc(files, func(name string) bool { return strings.Contains(name, "testdata") })
	if err != nil || len(files) < 9 {
		t.Fatalf("found %d files of procedures, %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(asEditorsRead(t, data)); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

func TestEditorsMarkWhatIsWrong(t *testing.T) {
	schema := compiled(t)
	const good = "id: a\nversion: 1\ncategory: spine\nsteps:\n  - {id: b, part: preparation, when: now, icon: call}\n"
	if err := schema.Validate(asEditorsRead(t, []byte(good))); err != nil {
		t.Fatalf("the example itself is wrong: %v", err)
	}
	for what, change := range map[string][2]string{
		"an unknown key":      {"version: 1", "version: 1\nversoin: 2"},
		"an unknown category": {"spine", "spleen"},
		"an unknown part":     {"preparation", "before"},
		"an unknown icon":     {"icon: call", "icon: cal"},
		"a missing id":        {"id: a\n", ""},
		"a number in words":   {"version: 1", "version: one"},
	} {
		if err := schema.Validate(asEditorsRead(t, []byte(strings.Replace(good, change[0], change[1], 1)))); err == nil {
			t.Errorf("%s is not marked", what)
		}
	}
}

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile("../../content/schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// asEditorsRead reads YAML as editors do, which take 2026-12-10 for text.
func asEditorsRead(t *testing.T, data []byte) any {
	t.Helper()
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	return plain(t, root.Content[0])
}

func plain(t *testing.T, n *yaml.Node) any {
	t.Helper()
	switch n.Kind {
	case yaml.MappingNode:
		made := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			made[n.Content[i].Value] = plain(t, n.Content[i+1])
		}
		return made
	case yaml.SequenceNode:
		made := []any{}
		for _, item := range n.Content {
			made = append(made, plain(t, item))
		}
		return made
	}
	if n.Tag == "!!timestamp" {
		return n.Value
	}
	var value any
	if err := n.Decode(&value); err != nil {
		t.Fatal(err)
	}
	return value
}
