package sheet

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// program finds a program of the system, or skips the test and says why.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed: this test needs it (Debian packages qpdf, poppler-utils)", name)
	}
	return path
}

// output runs a program and gives what it says.
func output(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	said, err := exec.CommandContext(ctx, program(t, name), args...).Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, said)
	}
	return said
}

func makePDF(t testing.TB, p *Pages) []byte {
	t.Helper()
	made, err := p.PDF()
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// saved writes a PDF where other programs can read it.
func saved(t *testing.T, p *Pages) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(path, makePDF(t, p), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// odd are sheets whose words are hard on PDF.
func odd() map[string]Sheet {
	sheets := variants()
	for _, name := range []string{"PDF syntax", "emoji", "controls", "taken apart", "compatible", "names of the world", "marks alone", "one word of 200 letters"} {
		sheets[name] = everywhere(nasty()[name])
	}
	for seed := range uint64(8) {
		sheets["random "+string(rune('a'+seed))] = randomSheet(seed)
	}
	return sheets
}

func TestPDFIsSound(t *testing.T) {
	program(t, "qpdf")
	for name, s := range odd() {
		t.Run(name, func(t *testing.T) {
			said := output(t, "qpdf", "--check", saved(t, paginate(t, s)))
			if !bytes.Contains(said, []byte("No syntax or stream encoding errors")) {
				t.Errorf("qpdf says: %s", said)
			}
		})
	}
}

func TestFontsAreEmbeddedAndCutDown(t *testing.T) {
	pdf := saved(t, paginate(t, sample()))
	if info, err := os.Stat(pdf); err != nil || info.Size() > 60<<10 {
		t.Errorf("the file has %d bytes (%v): a handout should have less than 60 kB", info.Size(), err)
	}
	lines := strings.Split(strings.TrimSpace(string(output(t, "pdffonts", pdf))), "\n")[2:]
	if len(lines) != 2 {
		t.Errorf("%d fonts, want 2", len(lines))
	}
	for _, l := range lines {
		if !strings.Contains(l, "TrueType") || !strings.Contains(l, "yes") {
			t.Errorf("not embedded: %s", l)
		}
	}
}

func TestWordsCanBeTakenFromThePDFInOrder(t *testing.T) {
	program(t, "pdftotext")
	for name, s := range odd() {
		t.Run(name, func(t *testing.T) {
			p := paginate(t, s)
			got := string(output(t, "pdftotext", "-raw", "-enc", "UTF-8", saved(t, p), "-"))
			pages := strings.Split(got, "\f")
			for i, page := range p.List {
				if got, want := unspaced(pages[i]), unspaced(textOf(page.Ops)); got != want {
					t.Errorf("page %d: %s", i+1, firstDifference(got, want))
				}
			}
		})
	}
}

func TestWordsOfTheSampleStandApart(t *testing.T) {
	p := paginate(t, sample())
	got := strings.Fields(string(output(t, "pdftotext", "-raw", "-enc", "UTF-8", saved(t, p), "-")))
	for _, word := range WordsOf(sample()) {
		for len(got) > 0 && got[0] != word {
			got = got[1:] // letterhead, foot
		}
		if len(got) == 0 {
			t.Fatalf("%q is not there, or not where it should be", word)
		}
		got = got[1:]
	}
}

func TestTheSameSheetGivesTheSameBytes(t *testing.T) {
	s := sample()
	s.Letterhead.Logo = testLogo(t, 300, 200)
	want := makePDF(t, paginate(t, s))
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			p, err := Paginate(s)
			if err != nil {
				t.Error(err)
				return
			}
			if got, err := p.PDF(); err != nil || !bytes.Equal(got, want) {
				t.Errorf("other bytes (%v)", err)
			}
		})
	}
	wg.Wait()
}

// mostDifference is how much picture and poppler's drawing may differ on average,
// in parts of 255 over blocks of 3 by 3 pixels. Poppler and PDFium differ by 1.2
// to 5 from each other; .ci/readers measures them beside one another.
const mostDifference = 0.9

func TestThePreviewIsThePrint(t *testing.T) {
	program(t, "pdftoppm")
	for name, s := range variants() {
		s.Letterhead.Logo = testLogo(t, 500, 210)
		t.Run(name, func(t *testing.T) {
			p := paginate(t, s)
			stem := filepath.Join(t.TempDir(), "page")
			output(t, "pdftoppm", "-r", "100", "-png", saved(t, p), stem)
			drawn, err := filepath.Glob(stem + "*.png")
			if err != nil || len(drawn) != len(p.List) {
				t.Fatalf("%d pages drawn, want %d (%v)", len(drawn), len(p.List), err)
			}
			for i, path := range drawn {
				if d := difference(t, p.Picture(i, 100), readPNG(t, path)); d > mostDifference {
					t.Errorf("page %d differs by %.2f of 255", i+1, d)
				} else {
					t.Logf("page %d differs by %.2f of 255", i+1, d)
				}
			}
		})
	}
}

func readPNG(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	picture, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// difference is the mean difference of two pictures over blocks of 3 by 3 pixels.
func difference(t *testing.T, a, b image.Image) float64 {
	t.Helper()
	if a.Bounds().Size() != b.Bounds().Size() {
		t.Fatalf("sizes differ: %v and %v", a.Bounds(), b.Bounds())
	}
	sum, blocks := 0.0, 0
	for y := 0; y+3 <= a.Bounds().Dy(); y += 3 {
		for x := 0; x+3 <= a.Bounds().Dx(); x += 3 {
			d := block(a, x, y) - block(b, x, y)
			sum += max(d, -d)
			blocks++
		}
	}
	return sum / float64(blocks)
}

// block is the mean lightness of a block.
func block(p image.Image, x, y int) float64 {
	sum := 0.0
	for dy := range 3 {
		for dx := range 3 {
			r, g, b, _ := p.At(p.Bounds().Min.X+x+dx, p.Bounds().Min.Y+y+dy).RGBA()
			sum += float64(r+g+b) / 3 / 257
		}
	}
	return sum / 9
}

func TestThereIsNoPictureOfNoPage(t *testing.T) {
	p := paginate(t, sample())
	if p.Picture(-1, 90) != nil || p.Picture(len(p.List), 90) != nil {
		t.Error("a picture of a page that there is not")
	}
}
