package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/store"
	"deskleaf/content/file"
	"deskleaf/content/library"
)

// withNewer is a desk whose clinic has words of its own for the sleep study, made
// when that shipped with another summary and another word for it. Of the summary the
// clinic has its own.
func withNewer(t *testing.T) (setUp, string) {
	t.Helper()
	folder, id := t.TempDir(), "sleep-study"
	c := clinic.Open(store.OS{}, folder)
	ships := library.Shipped(id)
	w := author.Begin(author.EditionOf(ships))
	w.Change("", author.WithText(author.WithText(w.Now(), "en", "summary", "Our summary."), "en", "noun", "old noun"))
	if err := author.Save(store.OS{}, c, w); err != nil {
		t.Fatal(err)
	}
	then := *ships.Words["en"]
	then.Summary, then.Noun = "An old summary.", "old noun"
	data, err := file.Write(then)
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, "procedures", id, "shipped", "en.yaml"), data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return func(d *Deps) {
		d.Library = func(clinic.Clinic) Library { return library.Open(folder, "") }
		d.Clinic = func(desk.Desk) clinic.Clinic { return clinic.Open(store.OS{}, folder) }
	}, folder
}

func TestNewerWordsAreOfferedAndDecided(t *testing.T) {
	ships := *library.Shipped("sleep-study").Words["en"]
	for _, test := range []struct {
		how, summary, noun string
		decide             func(*trial)
	}{
		{"what is marked", "Our summary.", ships.Noun, func(tr *trial) { tr.tap("Take what is marked") }},
		{"all", ships.Summary, ships.Noun, func(tr *trial) { tr.tap("Take all") }},
		{"none", "Our summary.", "old noun", func(tr *trial) { tr.tap("Keep ours") }},
	} {
		t.Run(test.how, func(t *testing.T) {
			setUp, folder := withNewer(t)
			tr := try(t, 1366, 700, setUp)
			if got := told(tr); !strings.Contains(got, "newer words for a procedure that your clinic has changed") {
				t.Fatalf("told: %q", got)
			}
			tr.type_("sleep")
			if !strings.Contains(markup(tr), "newer words wait") {
				t.Error("the list has no mark")
			}
			tr.do("newer")
			shown := overlay(tr)
			for _, want := range []string{"Take: Summary", "Our summary.", "Take: What it is, in one word", "Your clinic has changed this too"} {
				if !strings.Contains(shown, want) {
					t.Errorf("it does not show %q", want)
				}
			}
			test.decide(tr)
			own, complaints, err := library.Open(folder, "").Book("sleep-study")
			if err != nil || len(complaints) > 0 {
				t.Fatalf("%v, %v", complaints, err)
			}
			if w := own.Words["en"]; w.Summary != test.summary || w.Noun != test.noun {
				t.Errorf("now %q, %q", w.Summary, w.Noun)
			}
			if told(tr) != "" || tr.hasNewer() || !tr.items["newer"].Disabled || strings.Contains(markup(tr), "newer words wait") {
				t.Errorf("after it: %q", told(tr))
			}
			if tr.book.Words["en"].Summary != test.summary {
				t.Error("the window shows the words from before")
			}
		})
	}
	t.Run("later", func(t *testing.T) {
		setUp, _ := withNewer(t)
		tr := try(t, 1366, 700, setUp)
		tr.do("newer")
		tr.key(fyne.KeyEscape)
		if !tr.hasNewer() {
			t.Error("Esc decided")
		}
	})
}
