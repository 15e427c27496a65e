package tagged

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"testing"
)

// carrying is a file with an attachment and no pages.
func carrying(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := NewWriter(&b, Document{Language: "en", Attached: Attachment{Name: "estimate (1).yaml", Type: "application/yaml", Says: "Año", Data: data}})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAttached(t *testing.T) {
	for _, data := range [][]byte{{}, []byte("name: Ana\n"), bytes.Repeat([]byte("endstream >>\n"), 5000)} {
		got, err := Attached(carrying(t, data))
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("%d bytes come back as %d, %v", len(data), len(got), err)
		}
	}
	if _, err := Attached(carrying(t, make([]byte, MostAttached+1))); err == nil {
		t.Error("more than the most came back")
	}
	whole := carrying(t, []byte("name: Ana\n"))
	before, after, _ := bytes.Cut(whole, []byte("/EmbeddedFile"))
	tooLong := slices.Concat(before, []byte("/EmbeddedFile"), bytes.Replace(after, []byte("/Length "), []byte("/Length 99999"), 1))
	for _, wrong := range [][]byte{nil, []byte("%PDF-1.7\n"), whole[1:], tooLong} {
		if _, err := Attached(wrong); !errors.Is(err, ErrNoAttachment) {
			t.Errorf("a file of %d bytes gives %v", len(wrong), err)
		}
	}
}

// FuzzAttached holds that no file brings more than the most, or a panic.
func FuzzAttached(f *testing.F) {
	f.Add(carrying(f, []byte("name: Ana\n")))
	f.Add([]byte("%PDF-1.7\n<</Type/EmbeddedFile/Length 3>>stream\nabc"))
	f.Add(fmt.Appendf(nil, "%%PDF-1.7\n<</Type/EmbeddedFile/Filter/FlateDecode/Length %d>>stream\nabc", 1<<30))
	f.Fuzz(func(t *testing.T, pdf []byte) {
		if data, err := Attached(pdf); err == nil && len(data) > MostAttached {
			t.Errorf("%d bytes came back", len(data))
		}
	})
}
