package prices

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deskleaf/app/clinic"
	"deskleaf/app/cost"
	"deskleaf/app/store"
	"deskleaf/app/table"
	"deskleaf/content"
	"deskleaf/content/civil"
)

var today = civil.Date{Year: 2026, Month: 11, Day: 23}

// indicator knows two codes.
func indicator(code string) string { return map[string]string{"27096": "1", "20552": "0"}[code] }

// read reads a list that stands in the test.
func read(t *testing.T, text string) (List, []Complaint) {
	t.Helper()
	tab, err := table.Read("day.csv", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return Read(tab, indicator)
}

// must reads a list without mistakes.
func must(t *testing.T, text string) List {
	t.Helper()
	list, complaints := read(t, text)
	if len(complaints) > 0 {
		t.Fatal(complaints)
	}
	return list
}

// TestLooseHeadings reads a list as clinics have them.
func TestLooseHeadings(t *testing.T) {
	got := must(t, "Prices of the Riverside clinic,,,,,,,,\r\n"+
		"CPT Code,Mod,Place of Service,Billed by,Insurance,Plan Name,Contract Rate,Self-pay price,Effective,Until,Where from\r\n"+
		"27096,,11,Professional,Acme Health,Gold,\"$1,234.50\",900,9/1/2026,12/31/26,contract of May\r\n"+
		"g0260,,HOPD,facility,any,,2000-2400,,2026-01-01,,\r\n")
	want := List{
		{Code: "27096", Setting: content.Office, Bill: content.Doctor, Payer: "Acme Health", Plan: "Gold", Allowed: cost.Exactly(1234_50), Cash: cost.Exactly(900_00),
			From: civil.Date{Year: 2026, Month: 9, Day: 1}, To: civil.Date{Year: 2026, Month: 12, Day: 31}, Source: "contract of May"},
		{Code: "G0260", Setting: content.Hospital, Bill: content.Facility, Allowed: cost.Range{Low: 2000_00, High: 2400_00}, From: civil.Date{Year: 2026, Month: 1, Day: 1}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("list (-want +got):\n%s", diff)
	}
}

// TestComplaints holds what is said of each mistake, and that nothing of such a
// list is taken.
func TestComplaints(t *testing.T) {
	const head = "code,modifier,setting,bill,payer,plan,allowed_amount,cash_price,effective_from,effective_to,source\n"
	tests := []struct{ name, line, want string }{
		{"negative", "27096,,,,,,-5", `line 2, column 7 (allowed_amount): "-5" is below zero`},
		{"zero", "27096,,,,,,0", `"0" is no price`},
		{"huge", "27096,,,,,,1e300", `"1e300" was shortened by a spreadsheet`},
		{"a placeholder for not known", "27096,,,,,,999999999", `"999999999" is too large`},
		{"not a number", "27096,,,,,,NaN", `"NaN" is not an amount`},
		{"decimal comma", `27096,,,,,,"1.234,56"`, `has its comma where cents have a point`},
		{"a code shortened", "1.23E+05,,,,,,100", "line 2, column 1 (code): the code 1.23E+05 was shortened"},
		{"a code without its zeros", "812,,,,,,100", "the code 812 has 3 digits, not five"},
		{"no code", ",,,,,,100", "this line has no code"},
		{"a word for a code", "shot,,,,,,100", `"SHOT" is not a code`},
		{"no price", "27096,,office", "line 2: this line has no price"},
		{"modifier 50 where it is forbidden", "20552,50,,,,,100", "line 2, column 2 (modifier): modifier 50 does not go with 20552: its bilateral indicator is 0"},
		{"a long modifier", "27096,LEFT,,,,,100", `"LEFT" is not a modifier`},
		{"another setting", "27096,,moon,,,,100", `line 2, column 3 (setting): there is no setting "moon"`},
		{"another biller", "27096,,,barber,,,100", `nobody called "barber" sends bills`},
		{"dates the wrong way round", "27096,,,,,,100,,2026-12-31,2026-01-01", "line 2, column 10 (effective_to): the last day, 2026-01-01, is before the first, 2026-12-31"},
		{"no date", "27096,,,,,,100,,soon", `line 2, column 9 (effective_from): "soon" is not a date`},
		{"a day that is not there", "27096,,,,,,100,,2/30/2026", `"2/30/2026" is not a date`},
		{"two prices for one thing", "27096,,,,,,100\n27096,,,,,,200", "line 3, column 1 (code): 27096 has another price on the same days at line 2"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			list, complaints := read(t, head+test.line+"\n")
			if list != nil || len(complaints) != 1 {
				t.Fatalf("got %d lines and %v, want one complaint", len(list), complaints)
			}
			if !strings.Contains(complaints[0].String(), test.want) || complaints[0].Hint == "" {
				t.Errorf("got %q with the hint %q, want %q", complaints[0], complaints[0].Hint, test.want)
			}
		})
	}
	if _, complaints := read(t, "name,phone\nAna,555\n"); len(complaints) != 1 || !strings.Contains(complaints[0].What, "no headings") {
		t.Errorf("a table of another kind: %v", complaints)
	}
	if list := must(t, head+"27096,,,,,,100\n27096,,,,,,100\n"); len(list) != 1 {
		t.Errorf("the same line twice is %d lines", len(list))
	}
	if _, complaints := read(t, head+strings.Repeat("x,,,,,,0\n", 5000)); len(complaints) != mostComplaints {
		t.Errorf("%d complaints, want %d", len(complaints), mostComplaints)
	}
}

// TestFind takes the line that says most exactly what was asked for.
func TestFind(t *testing.T) {
	list := must(t, `code,modifier,setting,bill,payer,plan,allowed,cash,from,to,source
27096,,office,doctor,,,500,450,2026-01-01,,own
27096,,,,,,600,,2026-01-01,,own
27096,,office,doctor,Acme,,700,,2026-01-01,2026-12-31,Acme 2026
27096,,office,doctor,Acme,,750,,2027-01-01,,Acme 2027
27096,,office,doctor,Acme,Gold,800,,2026-06-01,,Acme 2026
27096,50,office,doctor,Acme,,1000,,2026-01-01,,Acme 2026
27096,,office,doctor,Beta,,300,,2026-03-01,,Beta
27096,26,office,doctor,Beta,,10,,,,Beta
27096,,hospital,doctor,Old,,99,,,2025-12-31,Old
`)
	office := Query{Code: "27096", Setting: content.Office, Bill: content.Doctor, Day: today}
	tests := []struct {
		name string
		ask  func(*Query)
		want cost.Range
		both bool
	}{
		{"no payer: from the least to the most", func(*Query) {}, cost.Range{Low: 300_00, High: 800_00}, false},
		{"a payer", func(q *Query) { q.Payer = "ACME" }, cost.Range{Low: 700_00, High: 800_00}, false},
		{"a plan", func(q *Query) { q.Payer, q.Plan = "Acme", "gold" }, cost.Exactly(800_00), false},
		{"a plan that has no line of its own", func(q *Query) { q.Payer, q.Plan = "Acme", "Silver" }, cost.Exactly(700_00), false},
		{"both sides", func(q *Query) { q.Payer, q.Plan, q.BothSides = "Acme", "Silver", true }, cost.Exactly(1000_00), true},
		{"both sides without a line for them", func(q *Query) { q.Payer, q.BothSides = "Beta", true }, cost.Exactly(300_00), false},
		{"another payer takes the line for all", func(q *Query) { q.Payer = "Gamma" }, cost.Exactly(500_00), false},
		{"cash", func(q *Query) { q.Cash, q.Payer = true, "Acme" }, cost.Exactly(450_00), false},
		{"next year", func(q *Query) { q.Payer, q.Plan, q.Day = "Acme", "Silver", civil.Date{Year: 2027, Month: 2, Day: 1} }, cost.Exactly(750_00), false},
		{"a place without a line of its own", func(q *Query) { q.Setting, q.Payer = content.Hospital, "Acme" }, cost.Exactly(600_00), false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			q := office
			test.ask(&q)
			got, ok := list.Find(q)
			if !ok || got.Range != test.want || got.Both != test.both {
				t.Errorf("got %v, both sides %t, %t; want %v, %t", got.Range.Plain(), got.Both, ok, test.want.Plain(), test.both)
			}
		})
	}
	if _, ok := list.Find(Query{Code: "64451", Day: today}); ok {
		t.Error("a code that is not in the list has a price")
	}
	if _, ok := list.Find(Query{Code: "27096", Setting: content.Hospital, Bill: content.Doctor, Payer: "Old", Day: civil.Date{Year: 2025, Month: 1, Day: 1}}); !ok {
		t.Error("a price that held in 2025 is not found for 2025")
	}
	if got := list.Payers(today); !slices.Equal(got, []string{"Acme", "Beta"}) {
		t.Errorf("payers today: %v", got)
	}
	if got := list.Plans("acme", today); !slices.Equal(got, []string{"Gold"}) {
		t.Errorf("plans: %v", got)
	}
}

func TestCompare(t *testing.T) {
	old := must(t, "code,payer,allowed,from,to\n27096,A,100,,\n64451,A,100,2026-01-01,\nG0260,A,100,,\n")
	next := must(t, "code,payer,allowed,from,to\n27096,A,100,,\n64451,A,120,2026-01-01,\n20610,A,80,,2025-01-01\n")
	p := Compare(old, next, today)
	if len(p.New) != 1 || p.New[0].Code != "20610" || len(p.Changed) != 1 || p.Changed[0].New.Allowed != cost.Exactly(120_00) ||
		len(p.Dropped) != 1 || p.Dropped[0].Code != "G0260" || len(p.Expired) != 1 || p.Same != 1 || p.IsEmpty() {
		t.Errorf("got %+v", p)
	}
	if p := Compare(old, old, today); !p.IsEmpty() || p.Same != 3 {
		t.Errorf("against itself: %+v", p)
	}
}

// TestSaveAndUndo keeps the list from before, and goes back to it.
func TestSaveAndUndo(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "clinic")
	files := store.OS{}
	first, second := must(t, "code,allowed,source\n27096,100,\"a, \"\"b\"\"\"\n"), must(t, "code,cash,from,to\n27096,200-300.50,2026-01-01,2026-12-31\n")
	if CanUndo(files, folder) {
		t.Error("there is something to undo before anything was saved")
	}
	holds := func(want List) {
		t.Helper()
		got, notice, err := Open(files, folder)
		if err != nil || notice != "" {
			t.Fatal(notice, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("the list (-want +got):\n%s", diff)
		}
	}
	holds(nil)
	ours, now := clinic.Clinic{Folder: folder}, List(nil)
	for _, list := range []List{first, second} {
		if err := Save(files, ours, now, list); err != nil {
			t.Fatal(err)
		}
		now = list
		holds(list)
	}
	for _, want := range []List{first, second, first} {
		if !CanUndo(files, folder) {
			t.Fatal("nothing to undo")
		}
		if _, err := Undo(files, ours, now); err != nil {
			t.Fatal(err)
		}
		now = want
		holds(want)
	}
	if _, met := errors.AsType[*clinic.Met](Save(files, ours, second, nil)); !met {
		t.Error("a list that another desk took was written over")
	}
	if _, err := Undo(files, ours, second); err == nil {
		t.Error("a list that another desk took was undone")
	}
	holds(first)
}

// TestUndoFirst goes back to no prices at all.
func TestUndoFirst(t *testing.T) {
	ours, list := clinic.Clinic{Folder: t.TempDir()}, must(t, "code,allowed\n27096,100\n")
	if err := Save(store.OS{}, ours, nil, list); err != nil {
		t.Fatal(err)
	}
	if list, err := Undo(store.OS{}, ours, list); err != nil || len(list) != 0 {
		t.Errorf("undone, the list has %d lines, %v", len(list), err)
	}
}

// TestDamagedList comes back to the last good one and says so.
func TestDamagedList(t *testing.T) {
	folder := t.TempDir()
	var was List
	for _, text := range []string{"code,allowed\n27096,100\n", "code,allowed\n27096,200\n"} {
		now := must(t, text)
		if err := Save(store.OS{}, clinic.Clinic{Folder: folder}, was, now); err != nil {
			t.Fatal(err)
		}
		was = now
	}
	if err := os.WriteFile(filepath.Join(folder, File), []byte("code,allowed\n27096,lots\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	list, notice, err := Open(store.OS{}, folder)
	if err != nil || notice == "" || len(list) != 1 || list[0].Allowed != cost.Exactly(100_00) {
		t.Errorf("got %v, %q, %v", list, notice, err)
	}
}

// FuzzRead holds that whatever a file says, the list reads again as it was saved.
func FuzzRead(f *testing.F) {
	f.Add("code,allowed\n27096,100\n")
	f.Add("CPT;Mod;Rate;From;To\n27096;50;\"1,234.50\";1/1/2026;12/31/26\n")
	f.Add("code,payer,allowed,source\n27096,\"=1+1\",5,\"a\nb\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		tab, err := table.Read("day.csv", []byte(text))
		if err != nil {
			return
		}
		list, complaints := Read(tab, indicator)
		if len(complaints) > 0 || len(list) == 0 {
			return
		}
		again, err := parse(write(list))
		if err != nil {
			t.Fatalf("%q is written as %q, which is refused: %v", text, write(list), err)
		}
		if diff := cmp.Diff(list, again); diff != "" {
			t.Fatalf("%q reads again as another list (-first +again):\n%s", text, diff)
		}
	})
}

// TestWith puts a schedule in the place of Medicare's amounts alone.
func TestWith(t *testing.T) {
	list := must(t, "code,payer,allowed\n27096,Medicare,1\n27096,Acme,2\n")
	got := list.With(List{{Code: "27096", Payer: Medicare, Allowed: cost.Exactly(3_00)}})
	if len(got) != 2 || got[0].Payer != "Acme" || got[1].Allowed != cost.Exactly(3_00) || list[0].Allowed != cost.Exactly(1_00) {
		t.Errorf("got %+v, from %+v", got, list)
	}
}
