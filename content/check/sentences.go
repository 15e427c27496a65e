package check

// mostWords is how many words a sentence for patients may have.
const mostWords = 20

// sentences finds sentences that are too long to take in.
func (fs *findings) sentences(t text) {
	if t.isHeading() {
		return
	}
	for _, sentence := range t.line {
		if n := len(sentence); n > mostWords {
			fs.add(Advice, t.path, sentence[0].at, "make two sentences of it", "this sentence has %d words; at most %d are easy to read", n, mostWords)
			fs.about(sentence[n-1].end)
		}
	}
}

// vague finds wording that leaves a patient to guess.
func (fs *findings) vague(l *language, t text) {
	for _, sentence := range t.line {
		for i := 0; i < len(sentence); i++ {
			if hint, end := l.vague.at(sentence, i); end > 0 {
				fs.add(Advice, t.path, sentence[i].at, hint, "%q leaves the patient to guess", t.text[sentence[i].at:sentence[end-1].end])
				i = end - 1
			}
		}
	}
}
