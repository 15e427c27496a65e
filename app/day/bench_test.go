package day

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// busy is a day of n visits, each with both parts.
func busy(b *testing.B, n int) (*Reader, []Entry) {
	var text strings.Builder
	text.WriteString("date,time,type,side,name,language\n")
	for i := range n {
		fmt.Fprintf(&text, "12/10/2026,%d:%02d,%s,%s,Patient %d,%s\n", 8+i/12%10, i%12*5, "27096", []string{"L", "R"}[i%2], i, []string{"en", "en", "es"}[i%3])
	}
	set := setting()
	set.Parts = append(set.Parts, "preparation", "aftercare")
	r := NewReader(set)
	entries := entriesOf(b, r, text.String())
	for _, e := range entries {
		if e.State != Ready {
			b.Fatal(shown(e))
		}
	}
	return r, entries
}

// discard is a PDF of the day that goes nowhere.
type discard struct{ stack }

func (d *discard) Keep() error { return d.pdf.Close() }
func (d *discard) Drop()       {}

func onePDF(b *testing.B, r *Reader, entries []Entry) int64 {
	var size counter
	if _, err := r.Make(context.Background(), entries, &discard{newStack(&size, r.about("Day"), true)}, nil); err != nil {
		b.Fatal(err)
	}
	return int64(size)
}

// onePage makes the PDF of one line.
func onePage(b *testing.B, r *Reader, e Entry) {
	p, err := r.Pages(e)
	if err == nil {
		_, err = p.PDF()
	}
	if err != nil {
		b.Fatal(err)
	}
}

type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// BenchmarkDay makes 200 handouts one by one, as PDFs, and as one PDF, in turns,
// within one process that has everything read. It reports the medians' ratio and the
// size of the one. What a person waits for is measured in app/command.
func BenchmarkDay(b *testing.B) {
	r, entries := busy(b, 200)
	var single, one []time.Duration
	var size int64
	onePDF(b, r, entries[:10])
	for b.Loop() {
		for range 5 {
			start := time.Now()
			for _, e := range entries {
				onePage(b, r, e)
			}
			middle := time.Now()
			size = onePDF(b, r, entries)
			single, one = append(single, middle.Sub(start)), append(one, time.Since(middle))
		}
	}
	slices.Sort(single)
	slices.Sort(one)
	s, o := single[len(single)/2], one[len(one)/2]
	b.ReportMetric(float64(o)/float64(s), "ratio")
	b.ReportMetric(float64(s.Milliseconds()), "ms-200-single")
	b.ReportMetric(float64(o.Milliseconds()), "ms-one-of-200")
	b.ReportMetric(float64(size), "bytes")
}

// BenchmarkDayMemory tells how much memory a day of 200 and one of 2,000 need at
// their highest, without what is read.
func BenchmarkDayMemory(b *testing.B) {
	for _, n := range []int{200, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r, entries := busy(b, n)
			for b.Loop() {
				var most uint64
				out := &discard{newStack(io.Discard, r.about("Day"), true)}
				runtime.GC()
				var before, now runtime.MemStats
				runtime.ReadMemStats(&before)
				_, err := r.Make(context.Background(), entries, out, func(done, of int) {
					if done%160 == 0 {
						runtime.GC()
						runtime.ReadMemStats(&now)
						most = max(most, now.HeapAlloc-min(before.HeapAlloc, now.HeapAlloc))
					}
				})
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(most)/1e6, "MB-live")
			}
		})
	}
}
