package file

import (
	"fmt"
	"strings"
)

// maxListed is how many keys a hint lists.
const maxListed = 30

// suggest is the hint for a word that is not among those that are known: the
// nearest one, or all of them.
func suggest(word string, known []string) string {
	if near := nearest(word, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	if len(known) == 0 {
		return ""
	}
	if len(known) > maxListed {
		return "known here are " + strings.Join(known[:maxListed], ", ") + " and more"
	}
	return "known here: " + strings.Join(known, ", ")
}

// nearest is the known word that was probably meant: the one at the least edit
// distance, at most a third of its length and at least one. "" if none is near.
func nearest(word string, known []string) string {
	word = strings.ToLower(strings.NewReplacer("-", "_", " ", "_").Replace(word))
	best, least := "", 1000
	for _, k := range known {
		lower := strings.ToLower(k)
		if len(word) > 3*len(lower)+3 {
			continue
		}
		if d := distance(word, lower); d < least && d <= max(1, len(lower)/3) {
			best, least = k, d
		}
	}
	return best
}

// distance is how many characters must be added, removed, changed or swapped
// with their neighbor to make b of a (optimal string alignment).
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	var before []int // the row before last
	row := make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i := range s {
		next := make([]int, len(t)+1)
		next[0] = i + 1
		for j := range t {
			change := row[j]
			if s[i] != t[j] {
				change++
			}
			next[j+1] = min(change, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row = row, next
	}
	return row[len(t)]
}
