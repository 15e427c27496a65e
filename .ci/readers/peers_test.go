package readers_test

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/johnfercher/maroto/v2"
	"github.com/johnfercher/maroto/v2/pkg/components/text"
	"github.com/johnfercher/maroto/v2/pkg/config"
	"github.com/johnfercher/maroto/v2/pkg/consts/fontstyle"
	"github.com/johnfercher/maroto/v2/pkg/props"
	"github.com/johnfercher/maroto/v2/pkg/repository"
	"github.com/jung-kurt/gofpdf"
	"github.com/signintech/gopdf"

	"deskleaf/app/handout"
	"deskleaf/app/sheet"
	"deskleaf/assets"
)

// BenchmarkHandout makes the same two pages in several ways. Deskleaf does the whole of it: words and dates, layout,
// boxes and icons, tags, PDF. The others are given finished lines and only draw the words: the least that each can do.
// All have their fonts in memory; Deskleaf keeps what it cut from them for the next document, as it does at a desk. Each
// is measured in turns with Deskleaf, and the ratio of the medians is what counts: below 1, Deskleaf is faster. Chromium
// starts anew for each document, as it would have to on a desk; it is left out where it is not installed.
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
	if _, err := whole(input); err != nil { // reads the fonts
		b.Fatal(err)
	}
	for _, peer := range []struct {
		name   string
		rounds int // at least, where a round takes so long that the clock would stop after one
		make   func() ([]byte, error)
	}{
		{"gopdf", 1, func() ([]byte, error) { return plainGopdf(pages) }},
		{"gofpdf", 1, func() ([]byte, error) { return plainGofpdf(pages) }},
		{"maroto", 1, func() ([]byte, error) { return plainMaroto(pages) }},
		{"chromium", 15, func() ([]byte, error) { return chromium(b, pages) }},
	} {
		b.Run("beside "+peer.name, func(b *testing.B) {
			var ours, theirs measured
			for b.Loop() {
				for range peer.rounds {
					ours.time(b, func() ([]byte, error) { return whole(input) })
					theirs.time(b, peer.make)
				}
			}
			b.ReportMetric(float64(ours.median())/float64(theirs.median()), "ratio")
			b.ReportMetric(float64(ours.median().Microseconds()), "µs-ours")
			b.ReportMetric(float64(theirs.median().Microseconds()), "µs-theirs")
			b.ReportMetric(float64(ours.size), "bytes-ours")
			b.ReportMetric(float64(theirs.size), "bytes-theirs")
		})
	}
}

// measured is how long documents took, and how large the last one was.
type measured struct {
	took []time.Duration
	size int
}

func (m *measured) time(b *testing.B, make func() ([]byte, error)) {
	b.Helper()
	start := time.Now()
	pdf, err := make()
	m.took = append(m.took, time.Since(start))
	if err != nil {
		b.Fatal(err)
	}
	m.size = len(pdf)
}

func (m *measured) median() time.Duration {
	slices.Sort(m.took)
	return m.took[len(m.took)/2]
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

// plainMaroto sets the lines one under the other, which is all that it offers for running words.
func plainMaroto(pages *sheet.Pages) ([]byte, error) {
	fonts, err := repository.New().
		AddUTF8FontFromBytes("face", fontstyle.Normal, assets.Regular()).
		AddUTF8FontFromBytes("face", fontstyle.Bold, assets.Bold()).Load()
	if err != nil {
		return nil, err
	}
	document := maroto.New(config.NewBuilder().WithCustomFonts(fonts).WithDefaultFont(&props.Font{Family: "face"}).Build())
	for _, page := range pages.List {
		for _, op := range page.Ops {
			if line, ok := op.(sheet.TextOp); ok {
				style := fontstyle.Normal
				if line.Face != sheet.Regular {
					style = fontstyle.Bold
				}
				document.AddRows(text.NewRow(line.Size*0.4, line.Text, props.Text{Family: "face", Style: style, Size: line.Size}))
			}
		}
	}
	made, err := document.Generate()
	if err != nil {
		return nil, err
	}
	return made.GetBytes(), nil
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
