package day

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deskleaf/app/clinic"
	"deskleaf/app/table"
)

func TestPropose(t *testing.T) {
	r := NewReader(setting())
	if got := r.Propose("SI JT INJ RT"); len(got) == 0 || got[0] != "si-joint-injection" {
		t.Errorf("proposed %q", got)
	}
}

// TestTaughtColumns: headers that are not known are asked for once.
func TestTaughtColumns(t *testing.T) {
	read, err := table.Read("x", []byte("When it is,What,Who,Type\n12/10/2026,scope,Ann,blue\n"))
	if err != nil {
		t.Fatal(err)
	}
	rules := clinic.Schedules{}
	if _, ok := FindColumns(read, rules); ok {
		t.Fatal("headers nobody knows are taken for something")
	}
	guess := Guess(read, rules)
	if diff := cmp.Diff(Columns{Header: 0, First: 1, Of: map[Field]int{Date: 0, Type: 3}}, guess); diff != "" {
		t.Fatalf("guessed: %s", diff)
	}
	rules = Learn(rules, read, Columns{Header: 0, First: 1, Of: map[Field]int{Date: 0, Type: 1, Name: 2}})
	if diff := cmp.Diff(map[string]string{"when it is": "date", "what": "procedure", "who": "name", "type": "none"}, rules.Columns); diff != "" {
		t.Error(diff)
	}
	again, ok := FindColumns(read, rules)
	if diff := cmp.Diff(Columns{Header: 0, First: 1, Of: map[Field]int{Date: 0, Type: 1, Name: 2}}, again); !ok || diff != "" {
		t.Error(diff)
	}
}

// TestEmptyColumn: of two columns that may hold the procedure, the one that holds
// something is read.
func TestEmptyColumn(t *testing.T) {
	s := schedule(t, clinic.Schedules{}, "date,type,procedure,date of birth\n12/10/2026,scope,,1/2/1960\n")
	if got := s.Lines[0].Said(Type); got != "scope" {
		t.Errorf("the procedure is %q", got)
	}
	read, err := table.Read("x", []byte("a,b,c,d\n12/10/2026,1/2/1960,9:30 AM,scope\n"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[Field]int{Time: 2}, Guess(read, clinic.Schedules{}).Of); diff != "" {
		t.Errorf("guessed: %s", diff)
	}
}

// TestNoHeaders: a table that begins with a visit has no headers, and none of its
// texts is kept as one.
func TestNoHeaders(t *testing.T) {
	read, err := table.Read("x", []byte("12/10/2026,9:30,scope,Ann Smith\n12/10/2026,10:30,scope,Bo\n"))
	if err != nil {
		t.Fatal(err)
	}
	rules := clinic.Schedules{}
	guess := Guess(read, rules)
	if _, ok := FindColumns(read, rules); ok || guess.Header != -1 || guess.First != 0 {
		t.Fatalf("guessed %+v", guess)
	}
	guess.Of = map[Field]int{Date: 0, Time: 1, Type: 2, Name: 3}
	rules = Learn(rules, read, guess)
	if diff := cmp.Diff(clinic.Schedules{Unheaded: []string{"date", "time", "procedure", "name"}}, rules); diff != "" {
		t.Error(diff)
	}
	again, ok := FindColumns(read, rules)
	if s := NewSchedule(read, again); !ok || len(s.Lines) != 2 || s.Lines[1].Said(Name) != "Bo" {
		t.Errorf("read again: %+v", again)
	}
}
