package printing

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFit(t *testing.T) {
	laser := device{dpiX: 600, dpiY: 600, width: 5100, height: 6600, left: 100, top: 90}
	tests := []struct {
		name  string
		on    device
		paper Paper
		dpi   float64
		whole patch // where the page stands
	}{
		{"its own dots", laser, Letter, 600, patch{-100, -90, 5100, 6600}},
		{"A4", device{dpiX: 300, dpiY: 300, width: 2480, height: 3508}, A4, 300, patch{0, 0, 2481, 3508}},
		{"too fine", device{dpiX: 1200, dpiY: 1200, width: 10200, height: 13200, left: 200, top: 180}, Letter, 600, patch{-200, -180, 10200, 13200}},
		{"other dots down than across", device{dpiX: 600, dpiY: 300, width: 5100, height: 3300}, Letter, 600, patch{0, 0, 5100, 3300}},
		{"no paper known", device{dpiX: 600, dpiY: 600}, Letter, 600, patch{0, 0, 5100, 6600}},
		{"paper that is a little small", device{dpiX: 600, dpiY: 600, width: 5090, height: 6590}, Letter, 600, patch{0, 0, 5100, 6600}},
		// A4 is 4960 dots wide: the page shrinks to 4960/5100, and 6419 of 7016 rows are in the middle.
		{"Letter on A4", device{dpiX: 600, dpiY: 600, width: 4960, height: 7016}, Letter, 600 * 4960 / 5100.0, patch{0, 299, 4960, 6418}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := test.on.fit(test.paper)
			if math.Abs(f.dpi-test.dpi) > 0.001 {
				t.Errorf("drawn at %v dots an inch, want %v", f.dpi, test.dpi)
			}
			width, height := test.paper.inches()
			dots := func(inches float64) int { return int(math.Ceil(inches*f.dpi - 0.001)) }
			got := f.place(dots(width), 0, dots(height))
			near := func(a, b int32) bool { return a-b <= 1 && b-a <= 1 }
			if !near(got.x, test.whole.x) || !near(got.y, test.whole.y) || !near(got.width, test.whole.width) || !near(got.height, test.whole.height) {
				t.Errorf("the page stands at %+v, want %+v", got, test.whole)
			}
		})
	}
}

// TestBandsMeet holds that bands leave no white line between them, on any printer.
func TestBandsMeet(t *testing.T) {
	for _, dpiY := range []int{180, 203, 300, 600, 1200, 2400} {
		for _, dpiX := range []int{180, 203, 300, 600, 1200, 2400} {
			f := device{dpiX: dpiX, dpiY: dpiY, width: dpiX * 8, height: dpiY * 11, left: 17, top: 23}.fit(Letter)
			foot := f.place(100, 0, 0).y
			for from := 0; from < 3000; from += 37 {
				p := f.place(100, from, 37)
				if p.y != foot || p.height < 1 {
					t.Fatalf("%d x %d dots an inch: rows from %d stand at %+v, and those above end at %d", dpiX, dpiY, from, p, foot)
				}
				foot = p.y + p.height
			}
		}
	}
}

func TestOrder(t *testing.T) {
	tests := []struct {
		name          string
		pages, copies int
		twoSided      bool
		want          []int
	}{
		{"one copy", 3, 1, true, []int{0, 1, 2}},
		{"copies are whole sets", 2, 2, false, []int{0, 1, 0, 1}},
		{"two sides, even", 2, 2, true, []int{0, 1, 0, 1}},
		{"two sides, odd: a copy begins on a new sheet", 3, 2, true, []int{0, 1, 2, empty, 0, 1, 2}},
	}
	for _, test := range tests {
		if got := order(test.pages, test.copies, test.twoSided); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// stripes is pages of 16 by 6 dots, given two rows at a time: the first row of
// page n has n+1 in its first byte, the others are blank.
type stripes int

func (s stripes) Count() int           { return int(s) }
func (s stripes) PDF() ([]byte, error) { return nil, errors.New("Windows takes dots") }
func (s stripes) Dots(page int, _ float64, take func(int, int, []byte) error) error {
	bits := make([]byte, 2*4)
	for band := range 3 {
		clear(bits)
		if band == 0 {
			bits[0] = byte(page + 1)
		}
		if err := take(16, 2, bits); err != nil {
			return err
		}
	}
	return nil
}

// record is a spool that writes down what it was told, and fails at one of it.
type record struct {
	told []string
	fail string
}

func (r *record) tell(what string) error {
	r.told = append(r.told, what)
	if what == r.fail {
		return errors.New("paper jam")
	}
	return nil
}

func (r *record) startPage() error { return r.tell("page") }
func (r *record) endPage() error   { return r.tell("end") }
func (r *record) draw(at patch, width, rows int, bits []byte) error {
	return r.tell(fmt.Sprintf("draw %v %dx%d % x", at, width, rows, bits))
}

func TestPagesAreSpooled(t *testing.T) {
	var r record
	f := fit{dpi: 600, stepX: 2, stepY: 1, left: -3, top: -1}
	if err := spoolPages(t.Context(), &r, stripes(2), f, []int{0, empty, 1}); err != nil {
		t.Fatal(err)
	}
	// Rows come from the foot up, and blank bands not at all.
	want := []string{
		"page", "draw {-3 -1 32 2} 16x2 00 00 00 00 01 00 00 00", "end",
		"page", "end",
		"page", "draw {-3 -1 32 2} 16x2 00 00 00 00 02 00 00 00", "end",
	}
	if diff := cmp.Diff(want, r.told); diff != "" {
		t.Error(diff)
	}
}

func TestSpoolingStops(t *testing.T) {
	all := order(2, 1, false)
	f := fit{dpi: 600, stepX: 1, stepY: 1}
	for _, fail := range []string{"page", "draw {0 0 16 2} 16x2 00 00 00 00 01 00 00 00", "end"} {
		r := record{fail: fail}
		if err := spoolPages(t.Context(), &r, stripes(2), f, all); err == nil || r.told[len(r.told)-1] != fail {
			t.Errorf("after %q failed: %v, and it was told %v", fail, err, r.told)
		}
	}
	gone, stop := context.WithCancel(t.Context())
	stop()
	var r record
	if err := spoolPages(gone, &r, stripes(2), f, all); err == nil || strings.Contains(strings.Join(r.told, " "), "draw") {
		t.Errorf("after it was given up on: %v, and it was told %v", err, r.told)
	}
}
