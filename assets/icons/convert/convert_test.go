package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDrawWritesTheNormalForm(t *testing.T) {
	for _, test := range []struct{ name, d, want string }{
		{"absolute", "M1 2L3 4Z", "M1 2L3 4Z"},
		{"relative", "m1 2l3 4z", "M1 2L4 6Z"},
		{"lines after a move", "m1 2 3 4z", "M1 2L4 6Z"},
		{"level and upright", "M1 2H5V7h-1v-1Z", "M1 2L5 2L5 7L4 7L4 6Z"},
		{"no spaces", "M1.5.5-1-2Z", "M1.5 0.5L-1 -2Z"},
		{"closed for us", "M1 2L3 4M5 6L7 8", "M1 2L3 4ZM5 6L7 8Z"},
		{"on after a close", "M1 1L2 2zl1 0z", "M1 1L2 2ZM1 1L2 1Z"},
		{"relative after a close", "M4 4h1zm1 1h1z", "M4 4L5 4ZM5 5L6 5Z"},
		{"smooth", "M0 0C0 1 1 2 2 2S4 1 4 0Z", "M0 0C0 1 1 2 2 2C3 2 4 1 4 0Z"},
		{"smooth after a line", "M0 0L1 1S2 2 3 1Z", "M0 0L1 1C1 1 2 2 3 1Z"},
		{"quadratic", "M0 0Q3 3 6 0Z", "M0 0C2 2 4 2 6 0Z"},
		{"quadratic, smooth", "M0 0Q3 3 6 0T12 0Z", "M0 0C2 2 4 2 6 0C8 -2 10 -2 12 0Z"},
		{"exponent", "M1e1 2E0L3 4Z", "M10 2L3 4Z"},
		{"quarter turn", "M0 1A1 1 0 0 1 1 0Z", "M0 1C0 0.448 0.448 0 1 0Z"},
		{"flags without spaces", "M0 1a1 1 0 011-1z", "M0 1C0 0.448 0.448 0 1 0Z"},
		{"radius of nothing", "M0 0A0 1 0 0 1 2 2Z", "M0 0L2 2Z"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var p pen
			if err := p.draw(test.d); err != nil {
				t.Fatal(err)
			}
			if got := p.out.String(); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// An arc's points must lie on its circle, whichever way round and however long.
func TestArcsStayOnTheirCircle(t *testing.T) {
	for _, flags := range []string{"0 0", "0 1", "1 0", "1 1"} {
		var p pen
		if err := p.draw("M2 0A2 2 0 " + flags + " 0 2"); err != nil {
			t.Fatal(err)
		}
		parts := strings.FieldsFunc(p.out.String(), func(r rune) bool { return strings.ContainsRune("MCZ", r) })
		cx, cy := 0.0, 0.0
		if flags == "0 0" || flags == "1 1" { // the other centre
			cx, cy = 2, 2
		}
		want := 3
		if flags[0] == '0' {
			want = 1
		}
		if got := len(parts) - 1; got != want {
			t.Errorf("%s: %d quarters, want %d", flags, got, want)
		}
		for _, part := range parts[1:] {
			n := strings.Fields(part)
			x, y := float(t, n[4]), float(t, n[5])
			if r := math.Hypot(x-cx, y-cy); math.Abs(r-2) > 0.01 {
				t.Errorf("%s: %v %v is %v from the centre", flags, x, y, r)
			}
		}
	}
}

func float(t *testing.T, s string) float64 {
	t.Helper()
	n, _, err := number(s, false)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestDrawRefusesNonsense(t *testing.T) {
	for _, d := range []string{"X1 2", "M1", "M1 two", "Mz", "A"} {
		var p pen
		if err := p.draw(d); err == nil {
			t.Errorf("%q was taken", d)
		}
	}
}

func FuzzDraw(f *testing.F) {
	f.Add("M0 1a1 1 0 011-1z")
	f.Add("m1e1-.5.5Q3 3 6 0T12 0")
	f.Fuzz(func(t *testing.T, d string) {
		var p pen
		_ = p.draw(d) // must come back
	})
}

func TestRun(t *testing.T) {
	folder := t.TempDir()
	put := func(name, content string) {
		if err := os.WriteFile(filepath.Join(folder, name+".svg"), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put("good", `<svg viewBox="0 0 24 24"><path fill-rule="evenodd" d="M1 2h3v4z"/></svg>`)
	put("circle", `<svg viewBox="0 0 24 24"><circle r="3"/></svg>`)
	put("oblong", `<svg viewBox="0 0 24 12"><path d="M1 2h3v4z"/></svg>`)
	sources := map[string]string{"mdi": folder}

	var out strings.Builder
	if err := run(strings.NewReader("# icons\n\nfine mdi/good\n"), &out, sources); err != nil {
		t.Fatal(err)
	}
	if want := `"fine": {24, true, "M1 2L4 2L4 6Z"},`; !strings.Contains(out.String(), want) {
		t.Errorf("no %s in\n%s", want, out.String())
	}
	for line, want := range map[string]string{
		"x mdi/circle":    "not a filled path",
		"x mdi/oblong":    "not a square",
		"x mdi/nothing":   "nothing.svg",
		"x other/good":    "no source",
		"x":               "want a name",
		"fine  mdi/ good": "want a name",
	} {
		if err := run(strings.NewReader(line), &out, sources); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", line, err, want)
		}
	}
}
