package check

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// syllableList reads a list of words with counts that were given by hand.
func syllableList(t *testing.T, name string) map[string]int {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for row := range strings.Lines(string(data)) {
		if strings.HasPrefix(row, "#") {
			continue
		}
		fields := strings.Fields(row)
		n, err := strconv.Atoi(fields[0])
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, w := range fields[1:] {
			if known, twice := counts[w]; twice && known != n {
				t.Fatalf("%s: %s stands with %d and %d", name, w, known, n)
			}
			counts[w] = n
		}
	}
	return counts
}

func TestSyllables(t *testing.T) {
	for name, count := range map[string]func(string) int{"syllables-en.txt": syllablesEnglish, "syllables-es.txt": syllablesSpanish} {
		words := syllableList(t, name)
		if len(words) < 300 {
			t.Errorf("%s has %d words, want 300", name, len(words))
		}
		for w, want := range words {
			if got := count(w); got != want {
				t.Errorf("%s: %q has %d syllables, counted %d", name, w, want, got)
			}
		}
	}
}

func TestSyllablesOfNumbers(t *testing.T) {
	for word, want := range map[string][2]int{
		"10": {1, 1}, "24": {3, 4}, "17": {3, 4}, "100.4": {5, 4}, "$500": {5, 6}, "75%": {6, 8}, "1,500": {6, 5}, "911": {6, 6}, "2026": {6, 5}, "MRI": {3, 5}, "CT": {2, 2}, "X-ray": {2, 2},
	} {
		if en, es := syllablesEnglish(word), syllablesSpanish(word); en != want[0] || es != want[1] {
			t.Errorf("%s has %d and %d syllables in English and Spanish, want %v", word, en, es, want)
		}
	}
}
