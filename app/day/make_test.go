package day

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deskleaf/app/clinic"
	"deskleaf/app/store"
	"deskleaf/app/store/storetest"
	"deskleaf/app/visit"
)

const morning = `date,time,type,side,name,language
12/10/2026,10:00,scope,,Bo,en
12/10/2026,9:30,27096,R,Ann/..\Smith,es
12/10/2026,9:45,nothing,,Cy,
12/10/2026,,scope,,Di,
`

// entriesOf reads all lines of a schedule.
func entriesOf(t testing.TB, r *Reader, text string) []Entry {
	var entries []Entry
	for _, l := range schedule(t, clinic.Schedules{}, text).Lines {
		entries = append(entries, r.Read(l))
	}
	return entries
}

// disk is an empty folder.
func disk() *storetest.Recording {
	d := storetest.NewRecording(nil)
	d.AddFolder("/out")
	return d
}

// TestFolder: a file a line, named so that they stand in the order of the day, and
// never by a patient.
func TestFolder(t *testing.T) {
	r, d := NewReader(setting()), disk()
	var told []int
	o, err := r.Make(context.Background(), entriesOf(t, r, morning), NewFolder(d, "/out"), func(done, of int) { told = append(told, done, of) })
	if err != nil {
		t.Fatal(err)
	}
	names := slices.Sorted(maps.Keys(d.Files()))
	want := []string{"/out/2026-12-10-0930-si-joint-injection-line-3.pdf", "/out/2026-12-10-1000-scope-line-2.pdf", "/out/2026-12-10-scope-line-5.pdf"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Error(diff)
	}
	for name, data := range d.Files() {
		if !strings.HasPrefix(data, "%PDF-1.") {
			t.Errorf("%s is no PDF", name)
		}
	}
	if o.Made != 3 || o.Pages < 3 {
		t.Errorf("made %d of 3 lines, %d pages", o.Made, o.Pages)
	}
	if diff := cmp.Diff([]int{3, 3}, told); diff != "" {
		t.Errorf("progress: %s", diff)
	}
}

// TestNothingHalf: a run that is canceled, or that a full disk stops, leaves the
// folder as it was.
func TestNothingHalf(t *testing.T) {
	full := errors.New("no room")
	ctx, cancel := context.WithCancel(context.Background())
	for _, test := range []struct {
		name string
		ctx  context.Context
		fail func(storetest.Operation) error
		stop func(done, of int)
		want error
	}{
		{"canceled in the middle", ctx, nil, func(done, _ int) { cancel() }, context.Canceled},
		{"a full disk", context.Background(), func(o storetest.Operation) error {
			if o.Do == "write" && strings.Contains(o.Path, "line-5") {
				return full
			}
			return nil
		}, nil, full},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, d := NewReader(setting()), disk()
			d.Fail = test.fail
			long := morning + strings.Repeat("12/11/2026,9:30,scope,,X,\n", 40)
			o, err := r.Make(test.ctx, entriesOf(t, r, long), NewFolder(d, "/out"), test.stop)
			if !errors.Is(err, test.want) || o.Made > 0 {
				t.Errorf("made %d, %v; want %v", o.Made, err, test.want)
			}
			if left := d.Files(); len(left) > 0 {
				t.Errorf("left behind: %q", slices.Sorted(maps.Keys(left)))
			}
		})
	}
}

// TestOneFailureIsNoOthers: a line whose pages cannot be made is told, the others
// are there.
func TestOneFailureIsNoOthers(t *testing.T) {
	r, d := NewReader(setting()), disk()
	entries := entriesOf(t, r, morning)
	entries[0].Visit.Procedure = "gone" // since it was read
	o, err := r.Make(context.Background(), entries, NewFolder(d, "/out"), nil)
	if err != nil || o.Made != 2 || len(o.Failed) != 1 || o.Failed[0].Line.Number != 2 || o.Failed[0].State != Blocked {
		t.Fatalf("made %d, failed %+v, %v", o.Made, o.Failed, err)
	}
	if said := o.Failed[0].Troubles[0].Error(); !strings.Contains(said, "cannot be made") {
		t.Errorf("it says %q", said)
	}
}

// TestExtras: the extras that a procedure's handouts usually have are on its lines
// too.
func TestExtras(t *testing.T) {
	set := setting()
	plain := NewReader(set)
	set.Extras = map[string][]string{"si-joint-injection": {string(visit.TeachBackExtra), string(visit.StaffExtra), "gone"}}
	with := NewReader(set)
	for _, e := range entriesOf(t, with, "date,type,side\n12/10/2026,27096,R\n12/10/2026,scope,\n") {
		before, err := plain.Pages(e)
		if err != nil {
			t.Fatal(err)
		}
		wanted := 0
		if e.Visit.Procedure == "si-joint-injection" {
			wanted = 2
		}
		if got := len(e.Visit.Extras); got != wanted {
			t.Errorf("%s has %d extras, want %d", e.Visit.Procedure, got, wanted)
		}
		bare := e
		bare.Visit.Extras = nil
		without, err := plain.Pages(bare)
		if err != nil {
			t.Fatal(err)
		}
		if more := len(before.Plain()) > len(without.Plain()); more != (wanted > 0) {
			t.Errorf("%s prints more with its extras: %t", e.Visit.Procedure, more)
		}
	}
}

// TestNothingToMake leaves what was there.
func TestNothingToMake(t *testing.T) {
	r, d := NewReader(setting()), disk()
	o, err := r.Make(context.Background(), entriesOf(t, r, "date,type\n12/10,nothing\n"), NewFolder(d, "/out"), nil)
	if err != nil || o.Made > 0 || len(d.Operations()) > 0 {
		t.Errorf("made %d, %v, %v", o.Made, err, d.Operations())
	}
}

// TestFolderThatIsGone says so in words.
func TestFolderThatIsGone(t *testing.T) {
	r := NewReader(setting())
	_, err := r.Make(context.Background(), entriesOf(t, r, morning), NewFolder(store.OS{}, t.TempDir()+"/none"), nil)
	if known, ok := errors.AsType[*store.Error](err); !ok || known.Reason != store.NoFolder {
		t.Errorf("got %v", err)
	}
}
