package sheet

import (
	"slices"
	"strings"
	"testing"
	"time"

	"deskleaf/assets"
)

// BenchmarkTwoPages is a handout of two pages from blocks to bytes, fonts read.
func BenchmarkTwoPages(b *testing.B) {
	s := sample()
	handout(b, s)
	b.ReportAllocs()
	for b.Loop() {
		handout(b, s)
	}
}

func handout(b *testing.B, s Sheet) {
	p, err := Paginate(s)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := p.PDF(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkPlainGofpdf is the same words with gofpdf alone: two weights, its own
// line breaks, no boxes, icons or columns.
func BenchmarkPlainGofpdf(b *testing.B) {
	regular, bold, lines := plainWords(b)
	b.ReportAllocs()
	for b.Loop() {
		plainGofpdf(b, regular, bold, lines)
	}
}

func plainWords(b *testing.B) (regular, bold []byte, lines []string) {
	p, err := Paginate(sample())
	if err != nil {
		b.Fatal(err)
	}
	return assets.Regular(), assets.Bold(), strings.Split(p.Plain(), "\n")
}

// BenchmarkRatio takes turns between the two and reports the medians' ratio.
func BenchmarkRatio(b *testing.B) {
	regular, bold, lines := plainWords(b)
	s := sample()
	handout(b, s)
	var ours, plain []time.Duration
	for b.Loop() {
		start := time.Now()
		handout(b, s)
		middle := time.Now()
		plainGofpdf(b, regular, bold, lines)
		ours = append(ours, middle.Sub(start))
		plain = append(plain, time.Since(middle))
	}
	slices.Sort(ours)
	slices.Sort(plain)
	o, p := ours[len(ours)/2], plain[len(plain)/2]
	b.ReportMetric(float64(o)/float64(p), "ratio")
	b.ReportMetric(float64(o.Microseconds()), "µs-ours")
	b.ReportMetric(float64(p.Microseconds()), "µs-plain")
}

// BenchmarkLayout is the way from blocks to pages alone.
func BenchmarkLayout(b *testing.B) {
	s := sample()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Paginate(s); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPicture is one page as the window shows it.
func BenchmarkPicture(b *testing.B) {
	p, err := Paginate(sample())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		p.Picture(0, 96)
	}
}
