package find

// # Which errors of spelling are forgiven
//
// An error is one letter too many, one too few, one wrong, or two neighbours
// swapped (the distance of optimal string alignment). How many are forgiven
// depends on how many letters were typed:
//
//	letters typed    3 or fewer    4 to 7    8 or more
//	errors                    0         1            2
//
// The typed word is held against each whole word and against its beginnings, for
// it may not be typed to its end:
//
//	typed "colonsoc"       c o l o n o s c|o p y      one swap against the
//	                       c o l o n s o c            first eight letters
//
// Three things are never corrected: a word that the index knows, whole or as the
// beginning of one (see forgiveUnknown); a word with a digit in it; and a name
// of the list in soundalike.go, which also says what else is never a correction.

// errorsForgiven is how many errors a typed word of n letters may have.
func errorsForgiven(n int) int {
	switch {
	case n < 4:
		return 0
	case n < 8:
		return 1
	}
	return 2
}

// minOffered is the fewest letters of a word that may be a correction: in IUD
// or MRI one letter is a third of the word and often another procedure.
const minOffered = 4

// maxCompared is the most letters of a word that are compared; longer ones have
// no errors forgiven.
const maxCompared = 32

// mayOffer reports whether a word may be offered as a correction, real or not.
func mayOffer(letters []rune) bool {
	return len(letters) >= minOffered && len(letters) <= maxCompared && !hasDigit(letters)
}

// near tells take of each word that may be offered and has, whole or in a
// beginning, at most budget errors: whole and begun are their numbers, and
// budget+1 or more stands for too many.
//
// The table of distances has a line for each letter of the word. As the words
// are sorted, most of it is still right for the next word, and once a line has
// nothing within the budget, no word that goes on from there can be near:
//
//	c o l o n            the lines of "colon" are kept
//	c o l o n o s c o p y    only these are new: o s c o p y
//	c o r t i s o n e        from the third on; "cor" is too far: skip all "cor…"
func (v *vocabulary) near(typed []rune, budget int, take func(id, whole, begun int)) {
	if len(typed) > maxCompared {
		return
	}
	var table distances
	table.start(typed)
	known := 0 // lines of the table that are right for the word at hand
	for i, letters := range v.letters {
		known = min(known, int(v.shared[i]))
		if !v.offered[i] {
			continue
		}
		for known < len(letters) && table.least[known] <= budget {
			table.add(known, letters, typed)
			known++
		}
		whole := budget + 1
		if known == len(letters) {
			whole = int(table.line[known][len(typed)])
		}
		if begun := table.begun[known]; begun <= budget {
			take(i, whole, begun)
		}
	}
}

// distances is a table of edit distances: line[d][j] is that between the first
// d letters of a word and the first j letters typed.
type distances struct {
	line [maxCompared + 1][maxCompared + 1]uint8
	// least[d] is the least distance in line d, begun[d] that of all that was
	// typed from the best of the first d letters' beginnings.
	least, begun [maxCompared + 1]int
}

func (t *distances) start(typed []rune) {
	for j := range len(typed) + 1 {
		t.line[0][j] = uint8(j)
	}
	t.begun[0] = len(typed)
}

// add works out line d+1, for the letter word[d].
func (t *distances) add(d int, word, typed []rune) {
	above, line := &t.line[d], &t.line[d+1]
	line[0] = uint8(d + 1)
	least := line[0]
	for j, r := range typed {
		cost := above[j]
		if r != word[d] {
			cost = 1 + min(above[j], above[j+1], line[j])
			if d > 0 && j > 0 && r == word[d-1] && typed[j-1] == word[d] {
				cost = min(cost, t.line[d-1][j-1]+1)
			}
		}
		line[j+1] = cost
		least = min(least, cost)
	}
	t.least[d+1] = int(least)
	t.begun[d+1] = min(t.begun[d], int(line[len(typed)]))
}
