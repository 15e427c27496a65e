package readers_test

import (
	"strings"
	"testing"
)

// TestHandout: the two pages a patient takes home open in other programs, are valid, and say what they are.
func TestHandout(t *testing.T) {
	pdf := printed(t, "si-joint-injection", "--visit", "2026-12-10T09:30", "--side", "left", "--today", "2026-11-23")
	checkStrictly(t, pdf)

	pages := pageWords(t, pdf)
	if len(pages) != 2 {
		t.Fatalf("the handout has %d pages, want preparation on one and aftercare on one", len(pages))
	}
	for i, words := range pages {
		if text := strings.Join(words, " "); !strings.Contains(text, "SI joint injection, English, version") {
			t.Errorf("page %d does not name the procedure; PDFium reads: %.200s", i+1, text)
		}
	}
	if text := strings.Join(pages[0], " "); !strings.Contains(text, "Thu, Dec 10") {
		t.Errorf("the preparation page does not say the day of the visit; PDFium reads: %.200s", text)
	}
}
