package window

import (
	"slices"
	"strconv"
	"strings"
)

// pagesOf reads which of n pages somebody wants: "2", "1-2", "1, 3-4"; nothing for
// all. They are counted from 0, each once, in their order. ok is false where the
// text says something else, or a page that there is not.
func pagesOf(text string, n int) (pages []int, ok bool) {
	if strings.TrimSpace(text) == "" {
		text = "1-" + strconv.Itoa(n)
	}
	for _, part := range strings.Split(text, ",") {
		from, to, span := strings.Cut(part, "-")
		if !span {
			to = from
		}
		first, err1 := strconv.Atoi(strings.TrimSpace(from))
		last, err2 := strconv.Atoi(strings.TrimSpace(to))
		if err1 != nil || err2 != nil || first < 1 || last > n || first > last {
			return nil, false
		}
		for page := first; page <= last; page++ {
			pages = append(pages, page-1)
		}
	}
	slices.Sort(pages)
	return slices.Compact(pages), true
}
