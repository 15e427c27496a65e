package medicine

// shapes are the first letters and lengths of words: most words that are not of a set
// are told from it by them, without the cost of looking in a map.
type shapes [256]uint64

func (s *shapes) add(word string) { s[word[0]] |= 1 << min(len(word), 63) }

// mayHave reports whether a word has the shape of one that was added.
func (s *shapes) mayHave(word string) bool { return s[word[0]]&(1<<min(len(word), 63)) != 0 }
