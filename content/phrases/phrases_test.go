package phrases

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/medicine"
)

func in(t *testing.T, language string) *Phrases {
	t.Helper()
	p, err := In(language)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// all are the phrases of a language by their Go path, as in "When.Late".
func all(v reflect.Value, path string, to map[string]string) map[string]string {
	switch v.Kind() {
	case reflect.String:
		to[path] = v.String()
	case reflect.Struct:
		for i := range v.NumField() {
			all(v.Field(i), strings.TrimPrefix(path+"."+v.Type().Field(i).Name, "."), to)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			all(v.MapIndex(key), path+"."+key.String(), to)
		}
	case reflect.Slice:
		for i := range v.Len() {
			all(v.Index(i), fmt.Sprintf("%s[%d]", path, i), to)
		}
	}
	return to
}

var places = regexp.MustCompile(`\{[a-z-]+\}|%d`)

// A translation that loses {date} loses the date on paper.
func TestEveryLanguageHasThePlacesOfEnglish(t *testing.T) {
	dates := regexp.MustCompile(`^(Dates|Clocks)\.`) // each language chooses their parts itself
	english := all(reflect.ValueOf(*in(t, "en")), "", map[string]string{})
	for _, language := range append(Languages(), PseudoLanguage) {
		for path, phrase := range all(reflect.ValueOf(*in(t, language)), "", map[string]string{}) {
			want, known := english[path]
			if !known || dates.MatchString(path) {
				continue
			}
			got, need := places.FindAllString(phrase, -1), places.FindAllString(want, -1)
			slices.Sort(got)
			slices.Sort(need)
			if !slices.Equal(got, need) {
				t.Errorf("%s %s: %q has the places %v, want %v as in %q", language, path, phrase, got, need, want)
			}
		}
	}
}

// Each date format must tell the day, and the ones for another year the year.
func TestDateFormatsTellTheDay(t *testing.T) {
	for _, language := range Languages() {
		d := in(t, language).Dates
		for _, format := range []string{d.Full, d.Day, d.DayYear, d.Ends, d.EndsYear} {
			for _, need := range []string{"weekday}", "month}", "{day}"} {
				if !strings.Contains(format, need) {
					t.Errorf("%s: the date format %q lacks %s", language, format, need)
				}
			}
		}
		for _, format := range []string{d.Full, d.DayYear, d.EndsYear, d.Printed} {
			if !strings.Contains(format, "{year}") {
				t.Errorf("%s: the date format %q lacks the year", language, format)
			}
		}
	}
}

// spaced shows unbreakable spaces as plain ones.
func spaced(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func TestWritten(t *testing.T) {
	day := civil.Date{Year: 2026, Month: 12, Day: 10}
	later := civil.Date{Year: 2027, Month: 1, Day: 8}
	tests := []struct {
		name   string
		say    func(p *Phrases) string
		en, es string
	}{
		{"the visit", func(p *Phrases) string { return p.Date(day) }, "Thu, Dec 10, 2026", "jueves, 10 de diciembre de 2026"},
		{"a day of that year", func(p *Phrases) string { return p.Day(day, 2026) }, "Thu, Dec 10", "jueves, 10 dic"},
		{"a day of the next year", func(p *Phrases) string { return p.Day(later, 2026) }, "Fri, Jan 8, 2027", "viernes, 8 ene 2027"},
		{"a span over new year", func(p *Phrases) string { return p.Span(day, later, 2026) },
			"Thu, Dec 10 – Fri, Jan 8, 2027", "jue 10 dic – vie 8 ene 2027"},
		{"a span of one day", func(p *Phrases) string { return p.Span(day, day, 2026) }, "Thu, Dec 10", "jueves, 10 dic"},
		{"the foot", func(p *Phrases) string { return p.Printed(day) }, "Dec 10, 2026", "10 dic 2026"},
		{"morning", func(p *Phrases) string { return p.Clock(9*60 + 5) }, "9:05 AM", "9:05 a. m."},
		{"just after midnight", func(p *Phrases) string { return p.Clock(1) }, "12:01 AM", "12:01 a. m."},
		{"noon", func(p *Phrases) string { return p.Clock(12 * 60) }, "12:00 noon", "12:00 del mediodía"},
		{"after noon", func(p *Phrases) string { return p.Clock(12*60 + 30) }, "12:30 PM", "12:30 p. m."},
		{"midnight", func(p *Phrases) string { return p.Clock(0) }, "12:00 midnight", "12:00 de la medianoche"},
		{"late evening", func(p *Phrases) string { return p.Clock(23*60 + 59) }, "11:59 PM", "11:59 p. m."},
		{"a moment", func(p *Phrases) string { return p.Moment(day.At(570), 2026) }, "Thu, Dec 10, 9:30 AM", "jueves, 10 dic, 9:30 a. m."},
		{"one hour", func(p *Phrases) string { return p.Amount(1, content.HourUnit) }, "1 hour", "1 hora"},
		{"24 hours", func(p *Phrases) string { return p.Amount(24, content.HourUnit) }, "24 hours", "24 horas"},
		{"one month", func(p *Phrases) string { return p.Amount(1, content.MonthUnit) }, "1 month", "1 mes"},
		{"no minutes", func(p *Phrases) string { return p.Amount(0, content.MinuteUnit) }, "0 minutes", "0 minutos"},
		{"2 to 10 days", func(p *Phrases) string { return p.Range(2, 10, content.DayUnit) }, "2 to 10 days", "2 a 10 días"},
		{"1 to 1 hour", func(p *Phrases) string { return p.Range(1, 1, content.HourUnit) }, "1 hour", "1 hora"},
		{"a side", func(p *Phrases) string { return p.Side(content.Right) + ", " + p.SideLine(content.Both) }, "RIGHT, BOTH SIDES", "DERECHO, AMBOS LADOS"},
		{"a language", func(p *Phrases) string { return p.Name("es") }, "Spanish", "español"},
		{"a language without a name", func(p *Phrases) string { return p.Name("ht") }, "ht", "ht"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for language, want := range map[string]string{"en": test.en, "es": test.es} {
				if got := spaced(test.say(in(t, language))); got != want {
					t.Errorf("%s: %q, want %q", language, got, want)
				}
			}
		})
	}
}

func TestAMissingPhraseIsAComplaint(t *testing.T) {
	data, err := files.ReadFile("es.yaml")
	if err != nil {
		t.Fatal(err)
	}
	whole := string(data)
	tests := []struct{ name, line, says string }{
		{"a phrase", "  late: \"Llámenos: esto se debía hacer el {date}.\"\n", `"late"`},
		{"a whole group", "condition:\n  or: o\n", `"condition"`},
		{"a plural form", "other: \"{n} meses\"", "month"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if !strings.Contains(whole, test.line) {
				t.Fatalf("es.yaml has no %q", test.line)
			}
			_, err := Read("es.yaml", []byte(strings.Replace(whole, test.line, "", 1)))
			if err == nil || !strings.Contains(err.Error(), test.says) {
				t.Errorf("the error is %v, want one that names %s", err, test.says)
			}
		})
	}
}

func TestUnknownLanguage(t *testing.T) {
	_, err := In("tlh")
	if err == nil || !strings.Contains(err.Error(), "en, es") {
		t.Errorf("the error is %v, want one that lists the languages there are", err)
	}
}

func TestReadOnce(t *testing.T) {
	first, again := in(t, "es"), in(t, "es")
	if first != again {
		t.Error("the Spanish phrases were read twice")
	}
}

// What ships in Spanish must not look checked before somebody has.
func TestSpanishIsMarkedUnchecked(t *testing.T) {
	if c := in(t, "es").Checked; c != (Checked{}) {
		t.Errorf("the Spanish phrases say that %+v checked them", c)
	}
}

func TestPseudoIsLongerAndLeavesEnglishAlone(t *testing.T) {
	before := in(t, "en").Dates.Months[0]
	p := in(t, PseudoLanguage)
	if got, want := p.When.Late, "Câll üs: thîs wâs düé {date}.~~~~~~~~~"; got != strings.ReplaceAll(want, "â", "à") {
		t.Errorf("pseudo is %q, want %q", got, want)
	}
	if in(t, "en").Dates.Months[0] != before {
		t.Error("the English months were changed")
	}
	if got := fmt.Sprintf(p.Page.Number, 1, 2); !strings.Contains(got, "1") || strings.Contains(got, "%!") {
		t.Errorf("the page number became %q", got)
	}
}

// The fixed words, like those of procedures, never tell what to do with a
// medicine: the plan for one patient is a clinician's.
func TestNoPhraseIsAnOrderAboutMedicine(t *testing.T) {
	for _, name := range []string{"en.yaml", "es.yaml"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			for _, o := range medicine.Orders(line) {
				t.Errorf("%s:%d: %q with %q: %s", name, i+1, o.Words, o.Medicine, line)
			}
		}
	}
}
