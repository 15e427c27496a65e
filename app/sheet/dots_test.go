package sheet

import (
	"errors"
	"image"
	"image/color"
	"image/png"
	"math/bits"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// drawDots puts a page's bands together, true for ink.
func drawDots(t testing.TB, p *Pages, page int, dpi float64) (width int, dots [][]byte) {
	t.Helper()
	err := p.Dots(page, dpi, func(w, rows int, bits []byte) error {
		width = w
		for i := range rows {
			dots = append(dots, append([]byte(nil), bits[i*len(bits)/rows:(i+1)*len(bits)/rows]...))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return width, dots
}

func inked(row []byte, x int) bool { return row[x/8]&(0x80>>(x%8)) != 0 }

// TestDotsAreThePicture holds that the bands, put together, are the page that the
// window shows: apart from what is gray there, and from edges that fall on the
// line between ink and none.
func TestDotsAreThePicture(t *testing.T) {
	for name, s := range variants() {
		t.Run(name, func(t *testing.T) {
			p := paginate(t, s)
			for page := range p.List {
				for i, op := range p.List[page].Ops {
					p.List[page].Ops[i] = thinned(op)
				}
				picture := p.Picture(page, 150)
				width, dots := drawDots(t, p, page, 150)
				if width != picture.Rect.Dx() || len(dots) != picture.Rect.Dy() {
					t.Fatalf("%d x %d dots, and the picture has %v", width, len(dots), picture.Rect)
				}
				wrong, ink := 0, 0
				for y, row := range dots {
					if len(row)%4 != 0 || len(row)*8 < width {
						t.Fatalf("a row of %d dots has %d bytes", width, len(row))
					}
					for x := range width {
						c := picture.RGBAAt(x, y)
						if inked(row, x) {
							ink++
						}
						if dark := luminance(c.R, c.G, c.B) < 128; dark != inked(row, x) {
							wrong++
						}
					}
				}
				if wrong*100_000 > width*len(dots) || ink == 0 {
					t.Errorf("page %d: %d dots of %d are not the picture's, and %d have ink", page+1, wrong, width*len(dots), ink)
				}
				dotsToLookAt(t, name, page, width, dots)
			}
		})
	}
}

// TestNoRuleIsLost holds that what is gray, and so thin, is there at every
// resolution of a printer.
func TestNoRuleIsLost(t *testing.T) {
	p := paginate(t, sample())
	for _, dpi := range []float64{150, 203, 300, 360} {
		_, dots := drawDots(t, p, 0, dpi)
		rules := 0
		for _, op := range p.List[0].Ops {
			rule, is := op.(RuleOp)
			if !is || rule.Ink != Gray {
				continue
			}
			rules++
			x, y := int((rule.X1+rule.X2)/2*dpi/72), int((rule.Y1+rule.Y2)/2*dpi/72)
			there := false
			for _, near := range []int{-1, 0, 1} {
				there = there || rule.Y1 == rule.Y2 && inked(dots[y+near], x) || rule.X1 == rule.X2 && inked(dots[y], x+near)
			}
			if !there {
				t.Errorf("at %v dots an inch there is no %+v", dpi, rule)
			}
		}
		if rules == 0 {
			t.Fatal("the sample has no gray rule")
		}
	}
}

// TestLogoTones holds that a gray logo gets as much ink as it is dark.
func TestLogoTones(t *testing.T) {
	for _, tone := range []uint8{0, 64, 128, 192, 255} {
		s := sample()
		logo := image.NewRGBA(image.Rect(0, 0, 200, 100))
		for i := range logo.Pix {
			logo.Pix[i] = tone
		}
		for i := 3; i < len(logo.Pix); i += 4 {
			logo.Pix[i] = 255
		}
		s.Letterhead.Logo = pngOf(t, logo)
		p := paginate(t, s)
		var at ImageOp
		for _, op := range p.List[0].Ops {
			if found, is := op.(ImageOp); is {
				at = found
			}
		}
		_, dots := drawDots(t, p, 0, 600)
		ink, all := 0, 0
		const inside = 20 // dots from the logo's edge
		for y := int(at.Y*600/72) + inside; y < int((at.Y+at.H)*600/72)-inside; y++ {
			for x := int(at.X*600/72) + inside; x < int((at.X+at.W)*600/72)-inside; x++ {
				all++
				if inked(dots[y], x) {
					ink++
				}
			}
		}
		if all == 0 {
			t.Fatal("the page has no logo")
		}
		if got, want := float64(ink)/float64(all), 1-float64(tone)/255; got < want-0.03 || got > want+0.03 {
			t.Errorf("a logo of tone %d has ink on %.2f of it, want %.2f", tone, got, want)
		}
	}
}

// TestDotsInLittleMemory holds that a page of 135 MB in color is never whole.
func TestDotsInLittleMemory(t *testing.T) {
	p := paginate(t, sample())
	p.Picture(0, 72) // glyphs are read once, for every page
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	ink := 0
	err := p.Dots(0, 600, func(_, _ int, band []byte) error {
		for _, b := range band {
			ink += bits.OnesCount8(b)
		}
		return nil
	})
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; err != nil || used > 30<<20 || ink == 0 {
		t.Errorf("%d bytes were used for a page with %d dots of ink, %v", used, ink, err)
	}
}

func TestDotsStop(t *testing.T) {
	p := paginate(t, sample())
	jam, calls := errors.New("paper jam"), 0
	if err := p.Dots(0, 300, func(int, int, []byte) error { calls++; return jam }); !errors.Is(err, jam) || calls != 1 {
		t.Errorf("got %v after %d calls", err, calls)
	}
	if err := p.Dots(p.Count(), 300, func(int, int, []byte) error { return nil }); err == nil {
		t.Error("a page that there is not was drawn")
	}
}

// BenchmarkDots is a page for a laser printer.
func BenchmarkDots(b *testing.B) {
	p, err := Paginate(sample())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := p.Dots(0, 600, func(int, int, []byte) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}

// dotsToLookAt writes the dots where -out says, for a person to look at.
func dotsToLookAt(t *testing.T, name string, page, width int, dots [][]byte) {
	if *out == "" {
		return
	}
	m := image.NewGray(image.Rect(0, 0, width, len(dots)))
	for y, row := range dots {
		for x := range width {
			if !inked(row, x) {
				m.SetGray(x, y, color.Gray{Y: 255})
			}
		}
	}
	f, err := os.Create(filepath.Join(*out, name+"-dots-"+string(rune('1'+page))+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, m); err != nil {
		t.Fatal(err)
	}
}
