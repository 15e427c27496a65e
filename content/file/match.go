package file

// match finds for each new item of a list the old one that it was, or -1. Items
// with an id are known by it. Others are known by what they hold; those that
// changed are paired in the order in which they stand between the others.
func match(before, after []*tree) []int {
	from := make([]int, len(after))
	taken := make([]bool, len(before))
	byID := map[string]int{}
	for i, t := range before {
		if id := t.id(); id != "" {
			byID[id] = i
		}
	}
	for i, t := range after {
		from[i] = -1
		if old, ok := byID[t.id()]; ok && !taken[old] {
			from[i], taken[old] = old, true
		}
	}
	for _, pair := range common(before, after) {
		if old, i := pair[0], pair[1]; from[i] < 0 && !taken[old] && after[i].id() == "" {
			from[i], taken[old] = old, true
		}
	}
	next := 0 // the first old item after those that are paired so far
	for i, t := range after {
		if from[i] >= 0 {
			next = from[i] + 1
			continue
		}
		if next < len(before) && !taken[next] && t.id() == "" && before[next].id() == "" && t.kind == before[next].kind {
			from[i], taken[next] = next, true
			next++
		}
	}
	return from
}

// id is the value of a table's key "id", or "".
func (t *tree) id() string {
	if id := t.kid("id"); t.kind == table && id != nil && id.kind == scalar {
		return id.text
	}
	return ""
}

// maxCommon bounds the work of [common], in comparisons.
const maxCommon = 1 << 20

// common pairs equal items of two lists, in order: a longest common subsequence.
// Of very long lists it compares the beginning and the end only.
func common(before, after []*tree) [][2]int {
	var pairs [][2]int
	start := 0
	for start < len(before) && start < len(after) && before[start].same(after[start]) {
		pairs = append(pairs, [2]int{start, start})
		start++
	}
	endB, endA := len(before), len(after)
	for endB > start && endA > start && before[endB-1].same(after[endA-1]) {
		endB, endA = endB-1, endA-1
		pairs = append(pairs, [2]int{endB, endA})
	}
	rows, columns := endB-start, endA-start
	if rows*columns > maxCommon {
		return pairs
	}
	length := make([][]int, rows+1) // of the longest subsequence from here on
	length[rows] = make([]int, columns+1)
	for i := rows - 1; i >= 0; i-- {
		length[i] = make([]int, columns+1)
		for j := columns - 1; j >= 0; j-- {
			if before[start+i].same(after[start+j]) {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < rows && j < columns; {
		switch {
		case before[start+i].same(after[start+j]):
			pairs = append(pairs, [2]int{start + i, start + j})
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}
