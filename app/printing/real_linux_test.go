package printing

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// TestRealCUPS prints through the programs and the scheduler that Linux has.
func TestRealCUPS(t *testing.T) {
	s := startService(t)
	printers, err := New().Printers(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []Printer{{Name: "Front", Default: true}, {Name: "Back"}, {Name: "Stopped", State: Paused, Note: "Paper is being changed"}}
	if !slices.Equal(printers, want) {
		t.Errorf("the printers are %+v, want %+v", printers, want)
	}
	tests := []struct {
		name    string
		job     Job
		sent    string
		copies  string
		pages   string
		options []string
	}{
		{"the default, once", Job{Title: "colonoscopy"}, "Front", "1", "2", []string{"sides=one-sided", "media=Letter", "Duplex=None"}},
		{"a book on A4, twice", Job{Printer: "Back", Title: "-n 9; an odd title", Copies: 2, Sides: LongEdge, Paper: A4}, "Back", "2", "4",
			[]string{"sides=two-sided-long-edge", "media=A4", "Duplex=DuplexNoTumble"}},
		{"a notepad", Job{Printer: "Back", Title: "colonoscopy", Sides: ShortEdge}, "Back", "1", "2", []string{"sides=two-sided-short-edge", "Duplex=DuplexTumble"}},
	}
	for i, test := range tests {
		test.job.Pages = twoPages(t, test.job.Paper)
		sent, err := New().Print(t.Context(), test.job)
		if err != nil || sent.Printer.Name != test.sent || sent.ID != fmt.Sprintf("%s-%d", test.sent, i+1) {
			t.Fatalf("%s: sent %+v, %v", test.name, sent, err)
		}
		got := s.job(i + 1)
		if got.title != test.job.Title || got.copies != test.copies || got.pages != test.pages {
			t.Errorf("%s: the job has the title %q, %s copies and %s pages; want %q, %s, %s",
				test.name, got.title, got.copies, got.pages, test.job.Title, test.copies, test.pages)
		}
		for _, option := range test.options {
			if !got.has(option) {
				t.Errorf("%s: the job has no %s, but %v", test.name, option, got.options)
			}
		}
	}
	for name, reason := range map[string]Reason{"Stopped": IsPaused, "Old": Unknown} {
		var said *Error
		if _, err := New().Print(t.Context(), Job{Printer: name, Pages: twoPages(t, Letter)}); !errors.As(err, &said) || said.Reason != reason {
			t.Errorf("printing on %s: %v, want the reason %s", name, err, reason)
		}
	}
}

// TestWindowsUnderWine prints from Wine, which hands what its printer driver makes
// to CUPS, and holds the paper to the PDF of the same pages. It runs where the
// environment's DESKLEAF_WINE is set, in the prefix that WINEPREFIX names, because
// it builds a Windows program first.
func TestWindowsUnderWine(t *testing.T) {
	if os.Getenv("DESKLEAF_WINE") == "" {
		t.Skip("DESKLEAF_WINE is not set: printing on Windows is not tested")
	}
	s := startService(t)
	program := s.path("printing.test.exe")
	build := exec.Command("go", "test", "-c", "-o", program, ".")
	build.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	t.Setenv("DESKLEAF_TEST_PRINTER", "Back")
	t.Setenv("WINEDEBUG", "-all")
	t.Log(s.do("wine", program, "-test.v", "-test.run", "^TestRealSpooler$"))
	for i, want := range []struct {
		title, pages string
		paper        Paper
		options      []string
	}{
		{"two sides", "4", A4, []string{"media=A4", "Duplex=DuplexNoTumble"}},
		{"one side", "2", Letter, []string{"media=Letter", "Duplex=None"}},
	} {
		got := s.job(i + 1)
		if got.title != want.title || got.pages != want.pages {
			t.Errorf("the job has the title %q and %s pages, want %q and %s", got.title, got.pages, want.title, want.pages)
		}
		for _, option := range want.options {
			if !got.has(option) {
				t.Errorf("%s: the job has no %s, but %v", want.title, option, got.options)
			}
		}
		pdf, err := twoPages(t, want.paper).PDF()
		if err == nil {
			err = os.WriteFile(s.path("wanted.pdf"), pdf, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		wanted, printed := s.drawn(s.path("wanted.pdf")), s.drawn(got.pdf)
		for page, picture := range printed {
			share := difference(wanted[page%2], picture)
			t.Logf("%s, page %d: %.4f of the ink is elsewhere", want.title, page+1, share)
			if share > 0.01 {
				t.Errorf("%s, page %d on paper is not the page of the PDF: %.4f of the ink is elsewhere", want.title, page+1, share)
			}
		}
	}
}

// drawn is every page of a PDF in gray, drawn by poppler. What stands in front of
// the PDF, for a printer, is left out.
func (s *service) drawn(path string) []*image.Gray {
	s.t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		s.t.Fatal(err)
	}
	bare := s.path("bare.pdf")
	if err := os.WriteFile(bare, data[max(bytes.Index(data, []byte("%PDF")), 0):], 0o600); err != nil {
		s.t.Fatal(err)
	}
	folder := s.t.TempDir()
	s.do("pdftoppm", "-r", "100", "-gray", "-png", bare, filepath.Join(folder, "page"))
	names, _ := filepath.Glob(filepath.Join(folder, "*.png"))
	var all []*image.Gray
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			s.t.Fatal(err)
		}
		picture, err := png.Decode(f)
		f.Close()
		if err != nil {
			s.t.Fatal(err)
		}
		gray := image.NewGray(picture.Bounds())
		draw.Draw(gray, gray.Rect, picture, image.Point{}, draw.Src)
		all = append(all, gray)
	}
	return all
}

// difference is how much of the ink on two pages has none near it on the other.
func difference(a, b *image.Gray) float64 {
	ink, apart := 0, 0
	for _, pair := range [][2]*image.Gray{{a, b}, {b, a}} {
		for y := range pair[0].Rect.Dy() {
			for x := range pair[0].Rect.Dx() {
				if pair[0].GrayAt(x, y).Y < 128 {
					ink++
					if !inkNear(pair[1], x, y) {
						apart++
					}
				}
			}
		}
	}
	return float64(apart) / float64(max(ink, 1))
}

// inkNear reports whether there is ink at a point or beside it.
func inkNear(p *image.Gray, x, y int) bool {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if at := (image.Point{X: x + dx, Y: y + dy}); at.In(p.Rect) && p.GrayAt(at.X, at.Y).Y < 192 {
				return true
			}
		}
	}
	return false
}
