// Package readers_test opens what Deskleaf prints with programs that its authors did not write: pdfcpu, which checks a
// PDF against the standard, and PDFium, the reader inside Chrome, which runs here as WebAssembly and needs no C compiler.
// They are large, so they live in this module of their own and never come near the program's dependencies.
//
// The sheets come from the program itself, built without C and run as a person at a terminal would run it.
package readers_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// program is the path of deskleaf, built once for all tests of this package.
var program string

func TestMain(m *testing.M) {
	api.DisableConfigDir() // pdfcpu would otherwise write settings into the home folder
	os.Exit(func() int {
		folder, err := os.MkdirTemp("", "deskleaf-readers-")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(folder)
		program = filepath.Join(folder, "deskleaf")
		build := exec.Command("go", "build", "-o", program, ".")
		build.Dir = filepath.Join("..", "..")
		build.Env = append(os.Environ(), "CGO_ENABLED=0")
		if out, err := build.CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "build deskleaf: %v\n%s", err, out)
			return 1
		}
		return m.Run()
	}())
}

// printed prints a handout with the program and returns the PDF.
func printed(t testing.TB, arguments ...string) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "handout.pdf")
	run := exec.Command(program, append(append([]string{"handout"}, arguments...), "-o", file)...)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", run, err, out)
	}
	pdf, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// checkStrictly fails the test unless pdfcpu finds the PDF valid by the letter of the standard.
func checkStrictly(t *testing.T, pdf []byte) {
	t.Helper()
	rules := model.NewDefaultConfiguration()
	rules.ValidationMode = model.ValidationStrict
	if err := api.Validate(bytes.NewReader(pdf), rules); err != nil {
		t.Errorf("pdfcpu, strict: %v", err)
	}
}

// reader starts PDFium, which takes some seconds, once for all tests.
var reader = sync.OnceValues(func() (pdfium.Pdfium, error) {
	pool, err := webassembly.Init(webassembly.Config{MinIdle: 1, MaxIdle: 1, MaxTotal: 1})
	if err != nil {
		return nil, err
	}
	return pool.GetInstance(time.Minute)
})

// open lets PDFium open a file, and closes it again.
func open(t *testing.T, pdf []byte, do func(read pdfium.Pdfium, document references.FPDF_DOCUMENT)) {
	t.Helper()
	read, err := reader()
	if err != nil {
		t.Fatalf("start PDFium: %v", err)
	}
	document, err := read.OpenDocument(&requests.OpenDocument{File: &pdf})
	if err != nil {
		t.Fatalf("PDFium opens the file: %v", err)
	}
	defer read.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: document.Document})
	do(read, document.Document)
}

// pageWords are the words of each page, in the order in which PDFium reads them.
func pageWords(t *testing.T, pdf []byte) (pages [][]string) {
	t.Helper()
	open(t, pdf, func(read pdfium.Pdfium, document references.FPDF_DOCUMENT) {
		count, err := read.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: document})
		if err != nil {
			t.Fatalf("PDFium counts the pages: %v", err)
		}
		for i := range count.PageCount {
			text, err := read.GetPageText(&requests.GetPageText{
				Page: requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: i}},
			})
			if err != nil {
				t.Fatalf("PDFium reads page %d: %v", i+1, err)
			}
			pages = append(pages, strings.Fields(text.Text))
		}
	})
	return pages
}
