package handout

import (
	"strings"
	"testing"

	"deskleaf/content"
)

// TestNamesPrintAsTheyAreOrNotAtAll: a name whose letters cannot be printed is a
// line to write on, on every kind of handout, and staff are told which letters.
func TestNamesPrintAsTheyAreOrNotAtAll(t *testing.T) {
	tests := []struct{ name, prints, lost string }{
		{"Ana Ruiz", "Ana Ruiz", ""},
		{"Nguye\u0302\u0303n Thi\u0323 A\u0301nh", "Nguyễn Thị Ánh", ""},
		{"Ọmọ\u0300lará Tʼááłʼąą\u0301", "Ọmọ\u0300lará Tʼááłʼąą\u0301", ""},
		{"Ղազարյան ნინო Łukasz Їжак Ψάλτης", "Ղազարյան ნინო Łukasz Їжак Ψάλτης", ""},
		{"Ana 💊\u202e Ruiz\x07", "Ana Ruiz", ""},
		{"Ａna", "Ana", ""},
		{`Ana (\) Tj <</Names>> %%EOF`, `Ana (\) Tj <</Names>> %%EOF`, ""},
		{"王小明", "", "王小明"},
		{"Wang 小明", "", "小明"},
		{"김철수", "", "김철수"},
		{"محمد", "", "محد"},
		{"רחל", "", "רחל"},
		{"प्रिया", "", "प्रिया"},
		{"สมชาย", "", "สมชาย"},
		{"አበበ", "", "አበ"},
	}
	for _, tt := range tests {
		for _, part := range content.Parts {
			in := sampleInput(t)
			in.Visit.Name, in.Visit.Parts = tt.name, []content.Part{part}
			p, notes := pages(t, in)
			if got := string(notes.NameLost); got != tt.lost {
				t.Errorf("%q: the letters %q are lost, want %q", tt.name, got, tt.lost)
			}
			words := p.Plain()
			if tt.lost == "" && !strings.Contains(words, tt.prints) {
				t.Errorf("%q is not on the page of the %s:\n%s", tt.name, part, words)
			}
			if tt.lost != "" && !strings.Contains(words, "For ____") && !strings.Contains(words, "· ____") {
				t.Errorf("%q: no line for the name on the page of the %s:\n%s", tt.name, part, words)
			}
			if len(p.Complaints) > 0 && tt.lost != "" {
				t.Errorf("%q: something of it was printed: %v", tt.name, p.Complaints)
			}
		}
	}
}
