package table

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold makes texts comparable: small letters without accents, every other sign a
// single space. "Día_Cita" and "dia cita" are the same.
func Fold(text string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(unicode.ToLower(r))
		default:
			space = true
		}
	}
	return b.String()
}

// A Heading is what a column may hold, and the headers that mean it, as [Fold]
// gives them, the surest first.
type Heading struct {
	Of    string
	Names []string
}

// Match finds columns by their headers, and gives the column of each heading that
// it finds. A header must be one of the names as a whole: "date" is not in "date of
// birth". Where two columns fit, the one of the surer name is taken, and of equal
// ones the first; each column is taken once.
func Match(header Row, headings []Heading) map[string]int {
	found, taken, most := map[string]int{}, map[int]bool{}, 0
	columns := map[string][]int{}
	for i, cell := range header.Cells {
		columns[Fold(cell)] = append(columns[Fold(cell)], i)
	}
	for _, h := range headings {
		most = max(most, len(h.Names))
	}
	for rank := range most {
		for _, h := range headings {
			if _, done := found[h.Of]; done || rank >= len(h.Names) {
				continue
			}
			for _, column := range columns[h.Names[rank]] {
				if !taken[column] {
					found[h.Of], taken[column] = column, true
					break
				}
			}
		}
	}
	return found
}
