package library

import (
	"strconv"
	"testing"

	"deskleaf/content"
)

// BenchmarkJudge judges the longest procedure anew, and after each letter in one
// step of it.
func BenchmarkJudge(b *testing.B) {
	book, _, err := Open("", "").Book("colonoscopy")
	if err != nil {
		b.Fatal(err)
	}
	b.Run("anew", func(b *testing.B) {
		for b.Loop() {
			new(Judging).Judge(&book.Procedure, book.Words)
		}
	})
	b.Run("letter", func(b *testing.B) {
		var g Judging
		n := 0
		for b.Loop() {
			n++
			book.Words["en"].Steps["medicines"] = content.StepWords{Text: "Tell us every medicine you take. " + strconv.Itoa(n)}
			g.Judge(&book.Procedure, book.Words)
		}
	})
}
