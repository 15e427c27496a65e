package sheet

import (
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

var out = flag.String("out", "", "a folder to write sample pages into, to look at")

// variants are the sample in every size and on every paper.
func variants() map[string]Sheet {
	a4, large := sample(), sample()
	a4.Paper = A4
	large.Size = Large
	return map[string]Sheet{"letter": sample(), "a4": a4, "large": large}
}

func TestSamplePagesToLookAt(t *testing.T) {
	if *out == "" {
		t.Skip("needs -out FOLDER")
	}
	for name, s := range variants() {
		p, err := Paginate(s)
		if err != nil {
			t.Fatal(err)
		}
		pdf, err := p.PDF()
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*out, name+".pdf"), pdf, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*out, name+".txt"), []byte(p.Plain()), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := os.Create(filepath.Join(*out, name+"-picture.png"))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(f, p.Picture(0, 90)); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d pages, %d bytes, %v", name, len(p.List), len(pdf), p.Parts)
	}
}
