// Package goldentest holds what a test made to a file that somebody looked at once
// and found right: [Hold]. Run with -update, a package's tests write such files anew,
// to be looked at again.
package goldentest

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Hold fails the test where got is not what a file has, such as "testdata/page.txt",
// and says from which line on.
func Hold(t testing.TB, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; -update makes it", err)
	}
	if got != string(want) {
		t.Errorf("%s: %s\nLook at it; where it is right, run this package's tests with -update.", file, difference(got, string(want)))
	}
}

// difference is the first line in which two texts differ.
func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	n := 0
	for n < len(g) && n < len(w) && g[n] == w[n] {
		n++
	}
	line := func(lines []string) string {
		if n < len(lines) {
			return lines[n]
		}
		return "(the end)"
	}
	return fmt.Sprintf("line %d\n got %s\nwant %s", n+1, line(g), line(w))
}
