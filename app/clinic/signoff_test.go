package clinic

import (
	"testing"

	"deskleaf/app/store"
)

// approval is a sign-off of words on a day.
func approval(words string, after int) SignOff {
	return SignOff{Procedure: "si", Language: "en", Fingerprint: words, Who: "Dr. Ana Ruiz", Role: "physician", Date: day.AddDays(after), Next: day.AddDays(after).AddMonths(12)}
}

// Words that others took the place of are a draft when they come back.
func TestOnlyTheLastSignOffCounts(t *testing.T) {
	s := SignOffs{List: []SignOff{approval("first", 0), approval("second", 1)}}
	for words, want := range map[string]State{"first": Draft, "second": Approved} {
		if got, _ := s.State("si", "en", words, day.AddDays(2)); got != want {
			t.Errorf("the %s words are %v, want %v", words, got, want)
		}
	}
	if got, _ := s.State("si", "es", "second", day.AddDays(2)); got != Draft {
		t.Errorf("in a language that nobody approved the state is %v", got)
	}
}

func TestWordsAreSentToReview(t *testing.T) {
	c := Clinic{Folder: t.TempDir()}
	r := Request{Procedure: "si", Language: "en", Fingerprint: "new", Who: "Bea", Date: day, Note: "a phone changed"}
	if _, err := c.SaveRequests(store.OS{}, Request{Procedure: "si", Language: "en", Fingerprint: "new", Date: day}); err == nil {
		t.Error("a request of nobody was taken")
	}
	if _, err := c.SaveRequests(store.OS{}, r); err != nil {
		t.Fatal(err)
	}
	c = Open(store.OS{}, c.Folder)
	if got, _ := c.SignOffs.State("si", "en", "new", day); got != InReview {
		t.Errorf("the state is %v", got)
	}
	if got, ok := c.SignOffs.Request("si", "en", "new"); !ok || got != r {
		t.Errorf("the request is %+v", got)
	}
	if got, _ := c.SignOffs.State("si", "en", "newer", day); got != Draft {
		t.Errorf("words that changed after they were sent are %v", got)
	}
	c, err := c.SaveSignOff(store.OS{}, approval("new", 0))
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := c.SignOffs.State("si", "en", "new", day); got != Approved {
		t.Errorf("approved, the state is %v", got)
	}
}

// Two desks that read the folder at the same time do not take each other's
// approvals away.
func TestApprovalsOfTwoDesksStayBoth(t *testing.T) {
	folder := t.TempDir()
	one, two := Open(store.OS{}, folder), Open(store.OS{}, folder)
	if _, err := one.SaveSignOff(store.OS{}, approval("a", 0)); err != nil {
		t.Fatal(err)
	}
	two, err := two.SaveSignOff(store.OS{}, approval("b", 0))
	if err != nil || len(two.SignOffs.List) != 2 {
		t.Errorf("the second desk knows %d sign-offs: %v", len(two.SignOffs.List), err)
	}
	if n := len(Open(store.OS{}, folder).SignOffs.List); n != 2 {
		t.Errorf("the file has %d sign-offs", n)
	}
}

func TestAClockThatWasSetBackIsSeen(t *testing.T) {
	s := SignOffs{List: []SignOff{approval("a", 0)}, ToReview: []Request{{Date: day.AddDays(3)}}}
	if latest, ahead := s.Ahead(day.AddDays(1)); !ahead || latest != day.AddDays(3) {
		t.Errorf("it gives %v, %t", latest, ahead)
	}
	if _, ahead := s.Ahead(day.AddDays(3)); ahead {
		t.Error("a right clock counts as wrong")
	}
}

func TestWays(t *testing.T) {
	for _, test := range []struct {
		facts Facts
		state State
		want  string
	}{
		{Facts{}, Draft, PrintDraft}, {Facts{}, InReview, PrintDraft}, {Facts{}, Approved, PrintPlain}, {Facts{}, Due, PrintPlain}, {Facts{}, Expired, PrintPlain},
		{Facts{Unreviewed: Refuse}, InReview, Refuse}, {Facts{Unreviewed: Refuse}, Expired, PrintPlain},
		{Facts{Expired: PrintDraft}, Expired, PrintDraft}, {Facts{Expired: Refuse}, Due, PrintPlain}, {Facts{Expired: "nonsense"}, Expired, PrintPlain},
	} {
		c := Clinic{Facts: test.facts}
		if got := c.Way(test.state); got != test.want {
			t.Errorf("%+v, state %v: %q, want %q", test.facts, test.state, got, test.want)
		}
	}
}
