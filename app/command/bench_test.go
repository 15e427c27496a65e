package command

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// BenchmarkDayBesideSingle takes turns, 15 times, between a day of 200 handouts in
// one PDF and some single ones, each a start of the program as somebody types it. It
// reports the day beside 200 single ones, by the medians, and its size.
func BenchmarkDayBesideSingle(b *testing.B) {
	run, folder := started(b)
	const visits, rounds, singles = 200, 15, 3
	text := "date,time,type,side,name\n"
	for i := range visits {
		text += fmt.Sprintf("12/10/2026,%d:%02d,27096,%s,Patient %d\n", 8+i/25, i%25*2, []string{"L", "R"}[i%2], i)
	}
	if err := os.WriteFile(filepath.Join(folder, "day.csv"), []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	var days, one []time.Duration
	for b.Loop() {
		for range rounds {
			days = append(days, run("day", "day.csv", "-o", "day.pdf", "--parts", "preparation,aftercare"))
			for range singles {
				one = append(one, run("handout", "27096", "-o", "one.pdf", "--visit", "2026-12-10T09:30", "--side", "right"))
			}
		}
	}
	slices.Sort(days)
	slices.Sort(one)
	day, single := days[len(days)/2], one[len(one)/2]
	b.ReportMetric(float64(day)/float64(visits*single), "ratio")
	b.ReportMetric(float64(day.Milliseconds()), "ms-day")
	b.ReportMetric(float64(single.Microseconds())/1000, "ms-single")
	if info, err := os.Stat(filepath.Join(folder, "day.pdf")); err == nil {
		b.ReportMetric(float64(info.Size()), "bytes")
	}
}

// BenchmarkEstimateBesideStart takes turns, 15 times, between an estimate saved as
// a PDF and the least that the program can do, to say its version. It reports the
// estimate beside that start, by the medians.
func BenchmarkEstimateBesideStart(b *testing.B) {
	run, _ := started(b)
	var estimates, starts []time.Duration
	for b.Loop() {
		for range 15 {
			estimates = append(estimates, run("estimate", "27096", "--price", "500-1500", "--deductible", "200", "--coinsurance", "20", "--oop", "3000", "-o", "estimate.pdf"))
			starts = append(starts, run("version"))
		}
	}
	slices.Sort(estimates)
	slices.Sort(starts)
	estimate, start := estimates[len(estimates)/2], starts[len(starts)/2]
	b.ReportMetric(float64(estimate)/float64(start), "ratio")
	b.ReportMetric(float64(estimate.Microseconds())/1000, "ms-estimate")
	b.ReportMetric(float64(start.Microseconds())/1000, "ms-start")
}

// started gives a way to run the program as somebody types it, in a folder that is
// empty at first, and says how long each run took.
func started(b *testing.B) (run func(args ...string) time.Duration, folder string) {
	program := filepath.Join(b.TempDir(), "deskleaf")
	self, err := os.Executable()
	if err == nil {
		err = os.Symlink(self, program) // which is the program under that name; see TestMain
	}
	if err != nil {
		b.Skip(err)
	}
	folder = b.TempDir()
	return func(args ...string) time.Duration {
		start := time.Now()
		c := exec.Command(program, args...)
		c.Dir = folder
		said, err := c.CombinedOutput()
		took := time.Since(start)
		if err != nil {
			b.Fatalf("deskleaf %s: %v\n%s", strings.Join(args, " "), err, said)
		}
		os.Remove(filepath.Join(folder, "estimate.pdf")) // an estimate replaces none
		return took
	}, folder
}
