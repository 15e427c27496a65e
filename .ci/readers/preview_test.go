package readers_test

import (
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// resolution is that of the pages that are compared, in dots per inch.
const resolution = 100

// TestThePreviewIsThePrint draws every page three times: as the window shows it, by poppler and by PDFium. The window's
// picture is as near to poppler's as the two programs are to one another, which is as near as anybody can tell.
func TestThePreviewIsThePrint(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not installed: this test needs it (Debian package poppler-utils)")
	}
	for name, pages := range everyHandout(t) {
		t.Run(name, func(t *testing.T) {
			pdf, err := pages.PDF()
			if err != nil {
				t.Fatal(err)
			}
			poppler, pdfium := byPoppler(t, pdf), byPDFium(t, pdf, len(pages.List))
			if len(poppler) != len(pages.List) {
				t.Fatalf("poppler draws %d pages of %d", len(poppler), len(pages.List))
			}
			for i := range pages.List {
				ours := lightness(pages.Picture(i, resolution))
				theirs, other := lightness(poppler[i]), lightness(pdfium[i])
				apart, most := difference(t, ours, theirs), difference(t, theirs, other)
				t.Logf("page %d: the window and poppler differ by %.2f of 255, PDFium and poppler by %.2f, the window and PDFium by %.2f",
					i+1, apart, most, difference(t, ours, other))
				if apart > most {
					t.Errorf("page %d: the window and poppler differ by %.2f of 255, PDFium and poppler by %.2f", i+1, apart, most)
				}
			}
		})
	}
}

// byPoppler draws the pages of a PDF with poppler.
func byPoppler(t *testing.T, pdf []byte) (pages []image.Image) {
	t.Helper()
	folder := t.TempDir()
	source := filepath.Join(folder, "handout.pdf")
	if err := os.WriteFile(source, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("pdftoppm", "-r", "100", "-png", source, filepath.Join(folder, "page")).CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v\n%s", err, out)
	}
	files, err := filepath.Glob(filepath.Join(folder, "page*.png"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.Decode(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, picture)
	}
	return pages
}

// byPDFium draws so many pages of a PDF with PDFium.
func byPDFium(t *testing.T, pdf []byte, count int) (pages []image.Image) {
	t.Helper()
	open(t, pdf, func(read pdfium.Pdfium, document references.FPDF_DOCUMENT) {
		for i := range count {
			drawn, err := read.RenderPageInDPI(&requests.RenderPageInDPI{
				DPI: resolution, Page: requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: i}},
			})
			if err != nil {
				t.Fatalf("PDFium draws page %d: %v", i+1, err)
			}
			picture := image.NewRGBA(drawn.Result.Image.Bounds())
			draw.Draw(picture, picture.Rect, drawn.Result.Image, image.Point{}, draw.Src)
			pages = append(pages, picture)
			drawn.Cleanup()
		}
	})
	return pages
}

// A grayPage is the lightness of a page over blocks of 3 by 3 pixels, so that a letter that is half a pixel further does
// not count as another one.
type grayPage struct {
	wide, high int
	blocks     []float64
}

func lightness(picture image.Image) grayPage {
	gray := image.NewGray(picture.Bounds())
	draw.Draw(gray, gray.Rect, picture, picture.Bounds().Min, draw.Src)
	page := grayPage{wide: gray.Rect.Dx() / 3, high: gray.Rect.Dy() / 3}
	for y := range page.high {
		for x := range page.wide {
			sum := 0
			for dy := range 3 {
				for dx := range 3 {
					sum += int(gray.Pix[(3*y+dy)*gray.Stride+3*x+dx])
				}
			}
			page.blocks = append(page.blocks, float64(sum)/9)
		}
	}
	return page
}

// difference is how far two pages are apart on average, in parts of 255. Programs round the size of a page differently.
func difference(t *testing.T, a, b grayPage) float64 {
	t.Helper()
	if max(a.wide-b.wide, b.wide-a.wide, a.high-b.high, b.high-a.high) > 1 {
		t.Fatalf("the pages are of %d by %d and %d by %d blocks", a.wide, a.high, b.wide, b.high)
	}
	sum, count := 0.0, 0
	for y := range min(a.high, b.high) {
		for x := range min(a.wide, b.wide) {
			d := a.blocks[y*a.wide+x] - b.blocks[y*b.wide+x]
			sum += max(d, -d)
			count++
		}
	}
	return sum / float64(count)
}
