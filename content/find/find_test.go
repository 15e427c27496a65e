package find

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
)

// queries are what people type, and what they get: the matches in order, each
// with its score and the text that matched.
var queries = []struct {
	query string
	want  []string
	meant string
}{
	// Codes, whole and as they are typed.
	{query: "27096", want: []string{"si-joint-injection 400 [27096]"}},
	{query: "27096-50", want: []string{"si-joint-injection 400 [27096]"}},
	{query: "20957", want: []string{"si-joint-injection 200 [20957]"}},
	{query: "27", want: []string{"si-joint-injection 110 [27]096"}},
	{query: "20", want: []string{"knee-injection 110 [20]610", "shoulder-injection 110 [20]610", "si-joint-injection 75 [20]957"}},
	{query: "g02", want: []string{"si-joint-injection 105 [G02]60"}},
	{query: "11100", want: []string{"skin-biopsy 180 [11100]"}},
	{query: "20610 knee", want: []string{"knee-injection 500 [20610]"}},

	// Half a word.
	{query: "colon", want: []string{"colonoscopy 150 [Colon]oscopy"}},
	{query: "si j", want: []string{"si-joint-injection 262 [SI] [j]oint injection"}},
	{query: "si inj", want: []string{"si-joint-injection 207 [SI] joint [inj]ection"}},
	{query: "knee a", want: []string{"knee-arthroscopy 262 [Knee] [a]rthroscopy", "knee-injection 165 [Knee] injection"}},
	{query: "kn ar", want: []string{"knee-arthroscopy 212 [Kn]ee [ar]throscopy", "knee-injection 155 [Kn]ee injection"}},
	{query: "scope", want: []string{
		"cystoscopy 100 Cystoscopy (bladder [scope])", "upper-endoscopy 95 [scope] down the throat", "colonoscopy 90 colon [scope]",
		"knee-arthroscopy 90 knee [scope]",
	}},

	// Names, in any order, with words between, and in Spanish.
	{query: "SI injection", want: []string{"si-joint-injection 402 [SI] [injection]"}},
	{query: "a colonoscopy", want: []string{"colonoscopy 300 [Colonoscopy]"}},
	{query: "injection knee", want: []string{"knee-injection 206 [Knee] [injection]"}},
	{query: "shot in the knee", want: []string{"knee-injection 202 cortisone [shot] in the [knee]"}},
	{query: "tailbone shot", want: []string{"si-joint-injection 186 cortisone [shot] in the [tailbone] joint"}},
	{query: "low back shot", want: []string{"lumbar-epidural 290 Epidural injection, [low] [back]", "si-joint-injection 255 hip-[back] [shot]"}},
	{query: "sacro ilíaca", want: []string{"si-joint-injection 180 inyección en la articulación [sacroilíaca]"}},
	{query: "biopsia piel", want: []string{"skin-biopsy 382 [biopsia] de [piel]"}},
	{query: "ECOGRAFIA", want: []string{"abdominal-ultrasound 280 [ecografía]"}},
	{query: "kneeshot", want: []string{"knee-injection 297 [knee] [shot]"}},
	{query: "knee shots", want: []string{"knee-injection 392 [knee] [shot]"}},
	{query: "the t", want: []string{
		"iud-placement 280 the [T]", "si-joint-injection 80 cortisone shot in the [t]ailbone joint",
		"upper-endoscopy 80 scope down the [t]hroat", "knee-arthroscopy 65 [t]orn cartilage",
	}},

	// Initials.
	{query: "sij", want: []string{"si-joint-injection 85 [SI] [j]oint injection"}},
	{query: "SJI", want: []string{"si-joint-injection 245 [S]I [j]oint [i]njection", "shoulder-injection 245 [S]houlder [j]oint [i]njection"}},
	{query: "S.I.", want: []string{"si-joint-injection 160 [SI] joint injection"}},
	{query: "EGD", want: []string{"upper-endoscopy 290 [EGD]"}},
	{query: "e g d", want: []string{"upper-endoscopy 490 [EGD]"}},
	{query: "IUD", want: []string{"iud-placement 160 [IUD] placement"}},

	// Topics and categories.
	{query: "gallbladder", want: []string{"abdominal-ultrasound 85 [gallbladder]"}},
	{query: "gynec", want: []string{"colposcopy 60 [Gynec]ology", "iud-placement 60 [Gynec]ology"}},

	// Errors of spelling.
	{query: "sacroilliac", want: []string{"si-joint-injection 85 [Sacroiliac] (SI) joint injection"}, meant: "sacroiliac"},
	{query: "colonscopy", want: []string{"colonoscopy 125 [colonscopy]"}, meant: "colonoscopy"},
	{query: "colonscpoy", want: []string{"colonoscopy 77 [Colonoscopy]"}, meant: "colonoscopy"},
	{query: "ultrasond belly", want: []string{"abdominal-ultrasound 155 sonogram of the [belly]"}, meant: "ultrasound belly"},
	{query: "a Low bakc shot", want: []string{"lumbar-epidural 255 Epidural injection, [low] [back]", "si-joint-injection 220 hip-[back] [shot]"}, meant: "a Low back shot"},
	{query: "sholder injecton", want: []string{"shoulder-injection 162 [Shoulder] [injection]"}, meant: "shoulder injection"},
	{query: "nkee scope", want: []string{"knee-arthroscopy 166 [knee] [scope]"}, meant: "knee scope"},
	{query: "colonsoc", want: []string{"colonoscopy 80 [Colonoscopy]"}, meant: "colonoscopy"},

	// Never one for the other.
	{query: "colonoscopy", want: []string{"colonoscopy 300 [Colonoscopy]"}},
	{query: "colposcopy", want: []string{"colposcopy 300 [Colposcopy]"}},
	{query: "cystoscopy", want: []string{"cystoscopy 300 [Cystoscopy]"}},
	{query: "IUI"},
	{query: "mri"},
	{query: ""},
	{query: " (-) "},
}

func TestQueries(t *testing.T) {
	x := New(desk)
	for _, test := range queries {
		t.Run(test.query, func(t *testing.T) {
			r := x.Search(test.query, 4)
			var got []string
			for _, m := range r.Matches {
				got = append(got, fmt.Sprintf("%s %d %s", m.Entry.ID, m.Score, marked(m.Text, m.Marks)))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(test.want, "\n  "))
			}
			if r.Meant != test.meant {
				t.Errorf("meant %q, want %q", r.Meant, test.meant)
			}
			if len(r.Matches) > 0 && len(r.Nearest) > 0 {
				t.Errorf("nearest entries beside matches: %v", r.Nearest)
			}
		})
	}
}

// marked is text with brackets around its marks.
func marked(text string, marks []Span) string {
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(text[at:m.Start] + "[" + text[m.Start:m.End] + "]")
		at = m.End
	}
	return b.String() + text[at:]
}

// TestSameAsSlow holds the fast search to the slow one over what people type,
// letter by letter and with errors.
func TestSameAsSlow(t *testing.T) {
	x, s := New(desk), newSlow(desk)
	for _, test := range queries {
		letters := []rune(test.query)
		for n := range letters {
			compareWithSlow(t, x, s, string(letters[:n+1]))
			compareWithSlow(t, x, s, string(letters[:n])+string(letters[n+1:]))
			compareWithSlow(t, x, s, string(letters[:n])+"x"+string(letters[n:]))
		}
	}
}

// TestTypedWellStaysItself types every name that sounds like another, letter by
// letter, in libraries that lack one procedure: no other is ever meant.
func TestTypedWellStaysItself(t *testing.T) {
	for missing := range desk {
		x := New(slices.Delete(slices.Clone(desk), missing, missing+1))
		for name := range soundalikes {
			for n := minSoundalikeBegun; n <= len(name); n++ {
				r := x.Search(name[:n], 0)
				if r.Meant != "" && !mayBegin(name[:n], soundalikes[fold(r.Meant)]) {
					t.Errorf("without %s, %q was taken for %q", desk[missing].ID, name[:n], r.Meant)
				}
			}
		}
	}
}

// mayBegin reports whether typed begins a name of a procedure.
func mayBegin(typed string, procedure int) bool {
	for name, p := range soundalikes {
		if p == procedure && strings.HasPrefix(name, typed) {
			return true
		}
	}
	return false
}

// TestNearerNameWins types names that sound alike with an error, where the index
// holds only the other.
func TestNearerNameWins(t *testing.T) {
	x := New([]Entry{{ID: "colonoscopy", Title: "Colonoscopy"}, {ID: "iud", Title: "IUD placement"}})
	for _, typed := range []string{"colposcpy", "cystoscpy", "culposcopy", "culdoscpy", "colstomy", "iui", "iuis", "iuii"} {
		if r := x.Search(typed, 0); len(r.Matches)+len(r.Nearest) > 0 {
			t.Errorf("%q finds %v %v", typed, r.Matches, r.Nearest)
		}
	}
	for typed, want := range map[string]string{"coloscopy": "colonoscopy", "colonoscopía": "colonoscopy", "clonoscopy": "colonoscopy", "iuds": "iud"} {
		if m := x.Search(typed, 0).Matches; len(m) != 1 || m[0].Entry.ID != want {
			t.Errorf("%q finds %v, want %s", typed, m, want)
		}
	}
}

func TestShortMarks(t *testing.T) {
	x := New(desk)
	for query, want := range map[string]string{
		"SI injection":   "[SI] joint [injection]",
		"27096":          "SI joint injection",
		"colonscpoy":     "[Colonoscopy]",
		"cyst bladder":   "[Cyst]oscopy ([bladder] scope)",
		"low back shot":  "Epidural injection, [low] [back]",
		"inj inject low": "Epidural [inject]ion, [low] back",
	} {
		m := x.Search(query, 1).Matches[0]
		if got := marked(m.Entry.Short, m.ShortMarks); got != want {
			t.Errorf("%q marks %s, want %s", query, got, want)
		}
	}
}

func TestMarksCoverAccents(t *testing.T) {
	x := New([]Entry{{ID: "a", Title: "Ecografi\u0301a"}, {ID: "b", Title: "Straße"}, {ID: "c", Title: "ﬁbroid"}})
	for query, want := range map[string]string{
		"ecografi": "[Ecografi\u0301]a", "ecograf": "[Ecograf]i\u0301a", "stras": "[Straß]e", "STRASSE": "[Straße]", "f": "[ﬁ]broid",
	} {
		m := x.Search(query, 1).Matches
		if len(m) == 0 || marked(m[0].Text, m[0].Marks) != want {
			t.Errorf("%q finds %v, want %s", query, m, want)
		}
	}
}

func TestCodeComesWithMatch(t *testing.T) {
	x := New(desk)
	for query, want := range map[string]Code{
		"20957": {Number: "20957", Status: "disputed"}, "27096 injection": {Number: "27096", Primary: true}, "11100": {Number: "11100", Status: "retired"},
	} {
		if m := x.Search(query, 1).Matches; len(m) == 0 || m[0].Code == nil || *m[0].Code != want {
			t.Errorf("%q finds %+v, want code %+v", query, m, want)
		}
	}
	if m := x.Search("knee", 1).Matches[0]; m.Code != nil {
		t.Errorf("knee comes with code %+v", m.Code)
	}
}

func TestNearest(t *testing.T) {
	x := New(desk)
	for query, want := range map[string][]string{
		"xyzzy knee":  {"knee-arthroscopy", "knee-injection"},
		"gastrascapi": {"upper-endoscopy"}, // three errors in gastroscopy
		"xyzzy":       nil,
		"IUI":         nil,
	} {
		r := x.Search(query, 10)
		var got []string
		for _, m := range r.Nearest {
			got = append(got, m.Entry.ID)
		}
		if len(r.Matches) > 0 || !slices.Equal(got, want) {
			t.Errorf("%q: matches %v, nearest %v, want %v", query, r.Matches, got, want)
		}
	}
}

func TestEqualsByTitleThenID(t *testing.T) {
	entries := []Entry{{ID: "z", Title: "Álamo scan"}, {ID: "b", Title: "beta scan"}, {ID: "a", Title: "Beta scan"}, {ID: "c", Title: "alamo scan"}, {ID: "a2", Title: "Beta scan"}}
	want := []string{"c", "z", "a", "a2", "b"}
	for range entries {
		entries = append(entries[1:], entries[0])
		for _, limit := range []int{0, 3} {
			var got []string
			for _, m := range New(entries).Search("scan", limit).Matches {
				got = append(got, m.Entry.ID)
			}
			if n := len(got); !slices.Equal(got, want[:n]) || limit == 0 && n != len(want) {
				t.Errorf("got %v, want %v", got, want)
			}
		}
	}
}

// TestManyEqualsKeepOrder finds more equals than are asked for, in ways that
// look at few of them.
func TestManyEqualsKeepOrder(t *testing.T) {
	x := New(generated(2_000))
	for _, query := range []string{"s", "s i", "i s t", "knee inj", "shot in the knee", "in", "kneescope", "knee a"} {
		all := x.Search(query, 0).Matches
		for _, limit := range []int{1, 7, 50, 500} {
			some, want := x.Search(query, limit).Matches, all[:min(limit, len(all))]
			if len(all) == 0 || !slices.EqualFunc(some, want, func(a, b Match) bool { return a.Entry == b.Entry && a.Score == b.Score }) {
				t.Errorf("%q: the first %d of all %d are others than the best %d", query, limit, len(all), limit)
			}
		}
	}
}

// TestSameAsSlowOnMany holds the fast search to the slow one where many entries
// share their words.
func TestSameAsSlowOnMany(t *testing.T) {
	entries := generated(200)
	x, s := New(entries), newSlow(entries)
	for _, query := range []string{"s", "s i", "knee inj", "injeciton knee", "shot in the knee", "neck blok", "27", "g1 knee", "xqzw knee"} {
		compareWithSlow(t, x, s, query)
	}
}

func TestEmptyIndex(t *testing.T) {
	for _, x := range []*Index{New(nil), New([]Entry{{}})} {
		if r := x.Search("knee", 10); len(r.Matches)+len(r.Nearest) > 0 || r.Meant != "" {
			t.Errorf("an empty index finds %+v", r)
		}
	}
}

// TestSeveralAtOnce is for the race detector.
func TestSeveralAtOnce(t *testing.T) {
	x := New(desk)
	var alone []Result
	for _, test := range queries {
		alone = append(alone, x.Search(test.query, 5))
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for i, test := range queries {
				if got := x.Search(test.query, 5); !reflect.DeepEqual(got, alone[i]) {
					t.Errorf("%q finds something else while others search", test.query)
				}
			}
		})
	}
	wait.Wait()
}

func FuzzSearch(f *testing.F) {
	x, s := New(desk), newSlow(desk)
	for _, test := range queries {
		f.Add(test.query)
	}
	f.Add("\xff\xc3 e\u0301 1.2.3 o'clock x-ray-guided straße İ ﬁ " + strings.Repeat("knee a ", 40))
	f.Fuzz(func(t *testing.T, query string) { compareWithSlow(t, x, s, query) })
}

// FuzzEntries searches entries that are made of anything.
func FuzzEntries(f *testing.F) {
	f.Add("Knee injection", "X-ray of the S.I. joint", "İstanbul ﬁ e\u0301", "2709", "knie inj")
	f.Add("a", "the the", "'-.", "", "the a")
	f.Fuzz(func(t *testing.T, title, name, topic, code, query string) {
		entries := []Entry{
			{ID: "1", Title: title, Names: []string{name}, Codes: []Code{{Number: code}}, Topics: []string{topic}},
			{ID: "2", Title: name, Short: topic, Names: []string{title}, Category: code, Misspelled: []string{title}},
			{ID: "3", Title: topic, Short: title, Codes: []Code{{Number: name, Status: "disputed"}, {Number: code, Primary: true}}},
		}
		x, s := New(entries), newSlow(entries)
		for _, q := range []string{query, title, name, topic, code} {
			compareWithSlow(t, x, s, q)
		}
	})
}

func TestConfusableNames(t *testing.T) {
	for _, pair := range [][2]string{{"colonoscopy", "Colposcopy"}, {"colonoscopia", "cistoscopía"}, {"IUD", "IUI"}, {"colonostomy", "colonoscopy"}, {"gastroscopy", "gastrostomy"}, {"echocardiogram", "electrocardiogram"}} {
		if !Confusable(pair[0], pair[1]) || !Confusable(pair[1], pair[0]) {
			t.Errorf("%q and %q are not told apart", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{{"colonoscopy", "coloscopy"}, {"endoscopy", "gastroscopy"}, {"EGD", "endoscopy"}, {"knee", "IUD"}, {"vasectomy", "vasectomía"}} {
		if Confusable(pair[0], pair[1]) {
			t.Errorf("%q and %q may be the same", pair[0], pair[1])
		}
	}
}
