package content

import "testing"

// TestTiming reads every form that a file may have and writes it back the same.
func TestTiming(t *testing.T) {
	for _, text := range []string{
		"now", "visit day", "rest of the day", "arrival", "start", "end", "on next-visit",
		"1 day before", "3 days before", "2 hours before arrival", "1 week after", "30 minutes after start",
		"2 to 10 days after", "3 to 1 days before", "2 to 4 weeks after stitches-out",
		"until 24 hours after", "until {drive-wait} after", "{fasting} before arrival",
	} {
		got, err := ParseTiming(text)
		if err != nil || got.String() != text {
			t.Errorf("%q is read as %q, %v", text, got, err)
		}
	}
}

func TestTimingThatIsNone(t *testing.T) {
	for _, text := range []string{
		"", "later", "1 day", "day before", "0 days before", "2 to days after", "10 to 2 days after", "1 to 3 days before",
		"until 2 days before", "{Fasting} before", "3 moons after", "on", "1 day before the visit",
	} {
		if got, err := ParseTiming(text); err == nil {
			t.Errorf("%q is read as %q, want an error", text, got)
		}
	}
}

func FuzzTiming(f *testing.F) {
	f.Add("2 to 10 days after")
	f.Add("until {drive-wait} after")
	f.Fuzz(func(t *testing.T, text string) {
		got, err := ParseTiming(text)
		if err != nil {
			return
		}
		if again, err := ParseTiming(got.String()); err != nil || again != got {
			t.Errorf("%q is %v, written as %q, read as %v, %v", text, got, got.String(), again, err)
		}
	})
}

func TestText(t *testing.T) {
	pieces, err := ParseText("**Do not drive** for {drive-wait}.")
	want := []Piece{{Text: "Do not drive", Bold: true}, {Text: " for "}, {Blank: "drive-wait"}, {Text: "."}}
	if err != nil || len(pieces) != len(want) {
		t.Fatalf("got %v, %v", pieces, err)
	}
	for i := range want {
		if pieces[i] != want[i] {
			t.Errorf("piece %d is %v, want %v", i, pieces[i], want[i])
		}
	}
	for _, text := range []string{"**open", "{open", "closed}", "{No}"} {
		if _, err := ParseText(text); err == nil {
			t.Errorf("%q has no mistake, want one", text)
		}
	}
}

func TestBlankAnswers(t *testing.T) {
	number := Blank{Type: NumberBlank, Least: 50, Most: 600}
	tests := []struct {
		blank  Blank
		answer string
		fits   bool
	}{
		{Blank{Type: DurationBlank}, "24 hours", true},
		{Blank{Type: DurationBlank}, "2 días", true},
		{Blank{Type: DurationBlank}, "1 hora", true},
		{Blank{Type: DurationBlank}, "a while", false},
		{Blank{Type: DurationBlank}, "horas 2", false},
		{Blank{Type: ClockBlank}, "6:30 PM", true},
		{Blank{Type: ClockBlank}, "18:00", true},
		{Blank{Type: ClockBlank}, "25:00", false},
		{Blank{Type: ClockBlank}, "7", false},
		{Blank{Type: PhoneBlank}, "217-555-0142 x12", true},
		{Blank{Type: PhoneBlank}, "555-0142", false},
		{number, "300", true},
		{number, "3", false},
		{number, "many", false},
		{Blank{Type: ChoiceBlank, Choices: map[string]map[string]string{"yes": nil}}, "yes", true},
		{Blank{Type: ChoiceBlank, Choices: map[string]map[string]string{"yes": nil}}, "no", false},
		{Blank{Type: TextBlank}, "eat a light meal", true},
		{Blank{Type: TextBlank}, "two\nlines", false},
		{Blank{Type: TextBlank}, "no warfarin", false},
		{Blank{Type: TextBlank}, "a light meal and half your insulin", false},
		{Blank{Type: TextBlank}, "deje el anticoagulante", false},
		{Blank{Type: TextBlank}, "María de los Remedios, (217) 555-0142", true},
		{Blank{Type: TextBlank}, "MiraLAX and 4 Dulcolax tablets", true},
		{Blank{Type: TextBlank}, "", true},
	}
	for _, test := range tests {
		if err := test.blank.Check(test.answer); (err == nil) != test.fits {
			t.Errorf("%s %q: %v", test.blank.Type, test.answer, err)
		}
	}
}
