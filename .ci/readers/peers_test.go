package readers_test

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"
	"github.com/signintech/gopdf"

	"deskleaf/app/handout"
	"deskleaf/app/sheet"
	"deskleaf/assets"
)

// BenchmarkHandout makes the same two pages in several ways. "deskleaf" does the whole of it: words and dates, layout,
// boxes and icons, PDF. The others are given finished lines with their places and only draw the words: the least that
// each can do. Chromium starts anew for each document, as it would have to on a desk; it is left out where it is not
// installed.
func BenchmarkHandout(b *testing.B) {
	input := visitOfDecember(b, "si-joint-injection")
	composed, _, err := handout.Compose(input)
	if err != nil {
		b.Fatal(err)
	}
	pages, err := sheet.Paginate(composed)
	if err != nil {
		b.Fatal(err)
	}
	ways := []struct {
		name string
		make func() ([]byte, error)
	}{
		{"deskleaf", func() ([]byte, error) { return whole(input) }},
		{"gofpdf, words only", func() ([]byte, error) { return plainGofpdf(pages) }},
		{"gopdf, words only", func() ([]byte, error) { return plainGopdf(pages) }},
		{"chromium, words only", func() ([]byte, error) { return chromium(b, pages) }},
	}
	for _, way := range ways {
		b.Run(way.name, func(b *testing.B) {
			size := 0
			for b.Loop() {
				pdf, err := way.make()
				if err != nil {
					b.Fatal(err)
				}
				size = len(pdf)
			}
			b.ReportMetric(float64(size), "bytes/document")
		})
	}
}

func whole(input handout.Input) ([]byte, error) {
	composed, _, err := handout.Compose(input)
	if err != nil {
		return nil, err
	}
	pages, err := sheet.Paginate(composed)
	if err != nil {
		return nil, err
	}
	return pages.PDF()
}

// font is the name under which peers know the face of a line of words.
func font(line sheet.TextOp) string {
	if line.Face == sheet.Regular {
		return "regular"
	}
	return "bold"
}

func plainGofpdf(pages *sheet.Pages) ([]byte, error) {
	document := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: pages.Width, Ht: pages.Height}})
	document.AddUTF8FontFromBytes("regular", "", assets.Regular())
	document.AddUTF8FontFromBytes("bold", "", assets.Bold())
	for _, page := range pages.List {
		document.AddPage()
		for _, op := range page.Ops {
			if line, ok := op.(sheet.TextOp); ok {
				document.SetFont(font(line), "", line.Size)
				document.Text(line.X, line.Y, line.Text)
			}
		}
	}
	var pdf bytes.Buffer
	err := document.Output(&pdf)
	return pdf.Bytes(), err
}

func plainGopdf(pages *sheet.Pages) ([]byte, error) {
	var document gopdf.GoPdf
	document.Start(gopdf.Config{PageSize: gopdf.Rect{W: pages.Width, H: pages.Height}})
	if err := document.AddTTFFontData("regular", assets.Regular()); err != nil {
		return nil, err
	}
	if err := document.AddTTFFontData("bold", assets.Bold()); err != nil {
		return nil, err
	}
	for _, page := range pages.List {
		document.AddPage()
		for _, op := range page.Ops {
			line, ok := op.(sheet.TextOp)
			if !ok {
				continue
			}
			if err := document.SetFont(font(line), "", line.Size); err != nil {
				return nil, err
			}
			document.SetXY(line.X, line.Y)
			if err := document.Text(line.Text); err != nil {
				return nil, err
			}
		}
	}
	return document.GetBytesPdfReturnErr()
}

func chromium(b *testing.B, pages *sheet.Pages) ([]byte, error) {
	program, err := exec.LookPath("chromium")
	if err != nil {
		b.Skip("chromium is not installed")
	}
	folder := b.TempDir()
	var page strings.Builder
	page.WriteString(`<!doctype html><meta charset="utf-8"><style>p { margin: 0; position: absolute; white-space: pre; font-family: sans-serif }</style>`)
	for i, one := range pages.List {
		for _, op := range one.Ops {
			if line, ok := op.(sheet.TextOp); ok {
				fmt.Fprintf(&page, `<p style="left: %.1fpt; top: %.1fpt; font-size: %.1fpt">%s</p>`,
					line.X, float64(i)*pages.Height+line.Y-line.Size, line.Size, html.EscapeString(line.Text))
			}
		}
	}
	source, target := filepath.Join(folder, "page.html"), filepath.Join(folder, "page.pdf")
	if err := os.WriteFile(source, []byte(page.String()), 0o600); err != nil {
		return nil, err
	}
	run := exec.Command(program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
		"--user-data-dir="+filepath.Join(folder, "profile"), "--print-to-pdf="+target, source)
	if out, err := run.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	return os.ReadFile(target)
}
