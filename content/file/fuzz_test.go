package file

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// Whatever a file holds, it is read or complained of: no panic, every complaint
// at a place that the file has, an update without a change is the file, and one
// with changes is read as changed.
func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.yaml")
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(handwritten))
	f.Fuzz(func(t *testing.T, data []byte) {
		var s sheet
		doc, complaints := Read("a.yaml", data, &s)
		lines := bytes.Count(bytes.ReplaceAll(data, []byte("\r"), []byte("\n")), []byte("\n")) + 1
		for _, c := range complaints {
			if c.Line < 1 || c.Line > lines || c.Column < 1 || c.What == "" || !utf8.ValidString(c.String()) {
				t.Errorf("%d lines, and %#v", lines, c)
			}
		}
		doc.Complain("steps[3].icon", "x", "")
		if len(complaints) > 0 {
			return
		}
		if got, err := doc.Update(s); err != nil || !bytes.Equal(got, data) {
			t.Errorf("update without a change: %q, %v", got, err)
		}
		s.Title, s.Done = s.Title+" and more", !s.Done
		s.Why = append([]string{"first"}, s.Why...)
		s.Steps = append(s.Steps[len(s.Steps)/2:len(s.Steps):len(s.Steps)], step{ID: "last"})
		changed, err := doc.Update(s)
		if err != nil {
			t.Fatal(err)
		}
		mustHold(t, changed, s)
	})
}

// What is written is read as it was, and what is changed in a file that somebody
// wrote is read as changed, without the file being written anew.
func FuzzRoundTrip(f *testing.F) {
	for _, text := range []string{"", "no", "08:00", "a: b", "a #b", "x\n\n y\n", " x", "\t", "- a", "{b}", "*", "\u2028\u0085\ufeff", "a\r\nb", strings.Repeat("long text ", 30), "'\"\\", "---", "... x", "? a", "key", "\U0001f600", "<<", "=", "1_000", "0o7", "|\n", "#"} {
		f.Add(text, text+"2", uint8(3))
	}
	f.Fuzz(func(t *testing.T, a, b string, n uint8) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) || len(a) > 200 || len(b) > 200 {
			return
		}
		s := sheet{Base: base{ID: a}, Room: n, Why: []string{a, b, a}, Words: map[string]string{a: b}, Extra: &step{ID: b, OnlyIf: map[string][]string{b: {a}}}}
		data, err := Write(s)
		if err != nil {
			t.Fatal(err)
		}
		mustHold(t, data, s)
		for _, text := range [][]byte{data, []byte(handwritten)} {
			changeByFuzz(t, text, a, b, int(n))
		}
	})
}

// changeByFuzz makes several changes at once and holds the text to them.
func changeByFuzz(t *testing.T, text []byte, a, b string, n int) {
	var s sheet
	doc, complaints := Read("a.yaml", text, &s)
	if complaints.Err() != nil {
		t.Fatal(complaints)
	}
	before, err := doc.read(s)
	if err != nil {
		t.Fatal(err)
	}
	s.Title = b
	s.Why = append(s.Why[n%len(s.Why):], a)
	s.Words = map[string]string{"alpha": a, b: "x"}
	s.Steps = append([]step{{ID: "first", Icon: b}}, s.Steps...)
	if len(s.Steps) > 2 {
		i := 1 + n%(len(s.Steps)-1)
		s.Steps[1], s.Steps[i] = s.Steps[i], s.Steps[1]
		s.Steps[2].Icon = a
		s.Steps = append(s.Steps[:i], s.Steps[i+1:]...)
	}
	after, err := plantRoot(s)
	if err != nil {
		t.Fatal(err)
	}
	if got := doc.rewritten(before, after); !doc.holds(got, s, after) {
		t.Errorf("the changed text is not what it should be:\n%s\nbefore:\n%s", got, text)
	}
}

func mustHold(t *testing.T, data []byte, want sheet) {
	t.Helper()
	var got sheet
	if _, complaints := Read("a.yaml", data, &got); complaints.Err() != nil {
		t.Fatalf("%v\nin:\n%s", complaints, data)
	}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("got  %+v\nwant %+v\nin:\n%s", got, want, data)
	}
}
