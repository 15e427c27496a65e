package printing

import "testing"

func TestFind(t *testing.T) {
	printers := func(names ...string) (all []Printer) {
		for _, n := range names {
			all = append(all, Printer{Name: n})
		}
		return all
	}
	office := printers("Back", "Front (redirected 7)", "Front (Copy 1)", "Hall (from DESK-2) in session 4")
	office[0].Default = true
	tests := []struct {
		name, asked string
		printers    []Printer
		want        string // "" for none
	}{
		{"its name", "Front (Copy 1)", office, "Front (Copy 1)"},
		{"the default", "", office, "Back"},
		{"no default", "", printers("Back"), ""},
		{"gone", "Old", office, ""},
		{"a new session", "Front (redirected 3)", office, "Front (redirected 7)"},
		{"a new session of another kind", "Hall (from DESK-2) in session 9", office, "Hall (from DESK-2) in session 4"},
		{"a copy is another printer", "Front (Copy 2)", office, ""},
		{"the printer beside the person is not the one across the network", "Front", office, ""},
		{"nor the other way round", "Front (redirected 3)", printers("Front"), ""},
		{"two that it can be", "Front (redirected 3)", printers("Front (redirected 4)", "Front (redirected 5)"), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := ""
			if i := Find(test.printers, test.asked); i >= 0 {
				got = test.printers[i].Name
			}
			if got != test.want {
				t.Errorf("%q was found as %q, want %q", test.asked, got, test.want)
			}
		})
	}
}
