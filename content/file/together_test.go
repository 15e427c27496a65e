package file

import (
	"errors"
	"maps"
	"testing"
)

func TestTogetherComesBack(t *testing.T) {
	texts := map[string][]byte{"en.yaml": []byte("title: \"Shot\"\n# <b>\u2028\n"), "es.yaml": []byte("title: Inyección\n"), "procedure.yaml": {}, "base/en.yaml": []byte("title: x\n")}
	data, err := WriteTogether(texts)
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadTogether(data)
	if err != nil || !maps.EqualFunc(got, texts, func(a, b []byte) bool { return string(a) == string(b) }) {
		t.Errorf("it comes back as %q: %v", got, err)
	}
	if _, err := WriteTogether(map[string][]byte{"en.yaml": {0xff}}); err == nil {
		t.Error("a text that JSON would change was taken")
	}
}

func TestTogetherThatCannotBe(t *testing.T) {
	for _, text := range []string{"", "{", "null", `{"Format":1}`, `{"Format":0,"Files":{"a":"b"}}`,
		`{"Format":1,"Files":{"../en.yaml":""}}`, `{"Format":1,"Files":{"base/../../en.yaml":""}}`, `{"Format":1,"Files":{"/en.yaml":""}}`, `{"Format":1,"Files":{"base/.git":""}}`, `{"Format":1,"Files":{"C:en.yaml":""}}`, `{"Format":1,"Files":{".en":""}}`, `{"Format":1,"Files":{"":""}}`} {
		if texts, err := ReadTogether([]byte(text)); err == nil {
			t.Errorf("%s was read as %q", text, texts)
		}
	}
	var newer *Newer
	if _, err := ReadTogether([]byte(`{"Format":2,"Files":{"en.yaml":"x"}}`)); !errors.As(err, &newer) {
		t.Errorf("a newer program's gives %v", err)
	}
}

// Whatever stands in the file, reading it ends, and names no file elsewhere.
func FuzzReadTogether(f *testing.F) {
	f.Add([]byte(`{"Format":1,"Files":{"en.yaml":"title: x"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		texts, err := ReadTogether(data)
		if err != nil {
			return
		}
		again, err := WriteTogether(texts)
		if err != nil {
			t.Fatal(err)
		}
		if same, err := ReadTogether(again); err != nil || len(same) != len(texts) {
			t.Errorf("%q comes back as %q: %v", texts, same, err)
		}
	})
}
