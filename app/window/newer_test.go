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
		{"what is marked", "Our summary.", ships.Noun, func(tr *trial) { tr.tap("Use these choices") }},
		{"all", ships.Summary, ships.Noun, func(tr *trial) { tr.tap("Take all") }},
		{"one's own words", "Our summary.", "overnight test", func(tr *trial) {
			tr.key(fyne.KeyRight) // of the first text, from the new one to one's own
			tr.frame.Canvas().FocusNext()
			tr.write("overnight test")
			tr.tap("Use these choices")
		}},
		{"the new one instead of ours", ships.Summary, ships.Noun, func(tr *trial) {
			tr.frame.Canvas().FocusNext()
			tr.key(fyne.KeyRight)
			tr.tap("Use these choices")
		}},
		{"none", "Our summary.", "old noun", func(tr *trial) { tr.tap("Keep all of ours") }},
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
			for _, want := range []string{"Summary", "Our summary.", "What it is, in one word", "Your clinic has changed this too"} {
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
	t.Run("refused", func(t *testing.T) {
		setUp, _ := withNewer(t)
		tr := try(t, 1366, 700, setUp)
		tr.do("newer")
		tr.frame.Canvas().FocusNext()
		tr.key(fyne.KeyRight, fyne.KeyRight)
		tr.frame.Canvas().FocusNext()
		tr.write("Stop your blood thinner 5 days before.")
		tr.tap("Use these choices")
		if shown := overlay(tr); !strings.Contains(shown, "would not print") || !strings.Contains(shown, "Stop your blood thinner") || !tr.hasNewer() {
			t.Errorf("what was written is gone, or nothing says that it is refused:\n%s", shown)
		}
	})
	t.Run("whole at 200 %", func(t *testing.T) {
		setUp, _ := withNewer(t)
		tr := try(t, 800, 560-menuBar(200), setUp, inSpanish, func(d *Deps) { d.Desk.TextSize = 200 })
		tr.do("newer")
		tr.key(fyne.KeyRight)
		for _, wrong := range misfits(tr) {
			t.Error(wrong)
		}
	})
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
