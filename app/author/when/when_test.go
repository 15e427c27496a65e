package when_test

import (
	"testing"

	"deskleaf/app/author/when"
	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/content/library"
)

// speakers are speakers of every language of the window, for a procedure with some dates.
func speakers(t testing.TB, events []string, told ...map[string]string) map[string]when.Speaker {
	t.Helper()
	all := map[string]when.Speaker{}
	for _, language := range words.Languages() {
		w, err := words.Load(language)
		if err != nil {
			t.Fatal(err)
		}
		all[language] = when.New(w, events, told...)
	}
	return all
}

// every is every form of timing, with amounts, units and anchors of all kinds.
func every(events []string) []content.Timing {
	all := []content.Timing{
		{Kind: content.Now}, {Kind: content.VisitDay}, {Kind: content.RestOfDay, Way: content.After, Anchor: content.End},
	}
	anchors := []content.Anchor{content.Arrival, content.Start, content.End}
	for _, id := range events {
		anchors = append(anchors, content.Anchor(id))
	}
	amounts := []content.Amount{{Blank: "fasting"}, {Blank: "anchor"}, {Blank: "event-2"}}
	for _, u := range content.Units {
		amounts = append(amounts, content.Amount{N: 1, Unit: u}, content.Amount{N: 2, Unit: u}, content.Amount{N: 999, Unit: u})
	}
	for _, at := range anchors {
		all = append(all, content.Timing{Kind: content.At, Anchor: at})
		for _, a := range amounts {
			all = append(all, content.Timing{Kind: content.Until, Amount: a, Way: content.After, Anchor: at})
			for _, way := range []content.Way{content.Before, content.After} {
				all = append(all, content.Timing{Kind: content.Offset, Amount: a, Way: way, Anchor: at})
			}
		}
		for _, u := range content.Units {
			all = append(all,
				content.Timing{Kind: content.Span, Amount: content.Amount{N: 2, Unit: u}, To: content.Amount{N: 10, Unit: u}, Way: content.After, Anchor: at},
				content.Timing{Kind: content.Span, Amount: content.Amount{N: 3, Unit: u}, To: content.Amount{N: 1, Unit: u}, Way: content.Before, Anchor: at})
		}
	}
	return all
}

// What is said of any timing is read as the same, in every language, also where dates have
// names that say something else, or none, or the same.
func TestSaidIsReadAsTheSame(t *testing.T) {
	events := []string{"next-visit", "stitches-out", "own-1", "own-2", "own-3", "own-4"}
	told := map[string]string{"next-visit": "Next visit", "stitches-out": "2 days before", "own-1": "Visit", "own-2": "VISIT", "own-3": "a “visit”", "own-4": "stitches-out"}
	for language, s := range speakers(t, events, told) {
		for _, want := range every(events) {
			if _, err := content.ParseTiming(want.String()); err != nil {
				t.Fatalf("no file has %v", want)
			}
			said := s.Say(want)
			if got, ok := s.Read(said); !ok || got != want {
				t.Errorf("%s: %v is said as %q and read as %v", language, want, said, got)
			}
			if got, ok := s.Read(want.String()); !ok || got != want {
				t.Errorf("%s: %q is read as %v", language, want.String(), got)
			}
		}
	}
}

func TestEveryTimingThatShips(t *testing.T) {
	for _, id := range library.ShippedIDs() {
		b := library.Shipped(id)
		for language, s := range speakers(t, b.Procedure.Events, b.Words["es"].Events, b.Words["en"].Events) {
			for _, step := range b.Procedure.Steps {
				if got, ok := s.Read(s.Say(step.When)); !ok || got != step.When {
					t.Errorf("%s, %s, %s: %v is said as %q and read as %v", id, step.ID, language, step.When, s.Say(step.When), got)
				}
			}
		}
	}
}

func TestSaying(t *testing.T) {
	all := speakers(t, []string{"stitches-out"}, map[string]string{"stitches-out": "Quitar puntos"})
	for _, test := range []struct{ file, en, es string }{
		{"now", "now", "ahora"},
		{"visit day", "visit day", "el día de la cita"},
		{"1 day before", "1 day before", "1 día antes"},
		{"2 hours before arrival", "2 hours before arrival", "2 horas antes de llegar"},
		{"rest of the day", "rest of the day", "el resto del día"},
		{"2 to 10 days after", "2 to 10 days after", "2 a 10 días después"},
		{"until {drive-wait} after", "until {drive-wait} after", "hasta {drive-wait} después"},
		{"on stitches-out", "on “Quitar puntos”", "el día de “Quitar puntos”"},
		{"1 week after stitches-out", "1 week after “Quitar puntos”", "1 semana después de “Quitar puntos”"},
	} {
		when, err := content.ParseTiming(test.file)
		if err != nil {
			t.Fatal(err)
		}
		for language, want := range map[string]string{"en": test.en, "es": test.es} {
			if got := all[language].Say(when); got != want {
				t.Errorf("%s: %s is said as %q, want %q", language, test.file, got, want)
			}
		}
	}
}

func TestReading(t *testing.T) {
	for _, test := range []struct{ language, said, want string }{
		{"es", "Un día antes", "1 day before"},
		{"es", "3 DIAS ANTES", "3 days before"},
		{"es", "  2  horas antes de la llegada ", "2 hours before arrival"},
		{"es", "el día anterior", "1 day before"},
		{"es", "de 2 a 10 días después", "2 to 10 days after"},
		{"es", "entre 1 y 3 días antes", "3 to 1 days before"},
		{"es", "por 24 h después", "until 24 hours after"},
		{"es", "el dia de quitar puntos", "on stitches-out"},
		{"es", "until 24 hours after", "until 24 hours after"},
		{"en", "The day before", "1 day before"},
		{"en", "two days before", "2 days before"},
		{"en", "a week later", "1 week after"},
		{"en", "2-10 days after", "2 to 10 days after"},
		{"en", "for 24h after", "until 24 hours after"},
		{"en", "2 to 3 days before", "3 to 2 days before"},
		{"en", "on stitches-out", "on stitches-out"},
		{"en", "sometime before", ""},
		{"en", "0 days before", ""},
		{"en", "1000 days before", ""},
		{"en", "3 to 3 days after", ""},
		{"en", "on {amount}", ""},
		{"es", "pronto", ""},
		{"es", "un antes", ""},
		{"es", "", ""},
	} {
		s := speakers(t, []string{"stitches-out"}, map[string]string{"stitches-out": "Quitar puntos"})[test.language]
		got, ok := s.Read(test.said)
		if ok != (test.want != "") || ok && got.String() != test.want {
			t.Errorf("%s: %q is read as %v, want %q", test.language, test.said, got, test.want)
		}
	}
}

// FuzzRead holds that whatever is read can be said, is read again as the same, and can
// stand in a file.
func FuzzRead(f *testing.F) {
	for _, said := range []string{"1 día antes", "hasta {drive-wait} después de “Quitar puntos”", "de 2 a 10 días después", "on “x”", "on a before", "{a} before {b}", "uno", "3 to 1 days before"} {
		f.Add(said, "Quitar puntos")
	}
	f.Fuzz(func(t *testing.T, said, name string) {
		for language, s := range speakers(t, []string{"stitches-out", "own-1"}, map[string]string{"stitches-out": name}) {
			read, ok := s.Read(said)
			if !ok {
				continue
			}
			if again, ok := s.Read(s.Say(read)); !ok || again != read {
				t.Errorf("%s: %q is %v, said as %q and read as %v", language, said, read, s.Say(read), again)
			}
			if filed, err := content.ParseTiming(read.String()); err != nil || filed != read {
				t.Errorf("%s: %q is %v, which a file has as %q: %v", language, said, read, read.String(), err)
			}
		}
	})
}
