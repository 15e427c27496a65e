package desk

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deskleaf/app/store"
)

func TestSavedDeskIsReadAgain(t *testing.T) {
	places := Places{Config: filepath.Join(t.TempDir(), "deskleaf")}
	d, notice, write := Open(store.OS{}, places.File())
	if notice.English != "" || !write {
		t.Fatalf("a first start: %q, %t", notice, write)
	}
	d.Printer, d.TextSize, d.Window = "Front", 150, Window{Width: 1366, Height: 768}
	d.Star("si-joint-injection", true)
	if err := Save(store.OS{}, places, d); err != nil {
		t.Fatal(err)
	}
	again, notice, _ := Open(store.OS{}, places.File())
	d.Format = Format
	if diff := cmp.Diff(d, again); diff != "" || notice.English != "" {
		t.Errorf("%s %s", notice, diff)
	}
}

// TestCommentsStay holds that what somebody wrote into desk.yaml by hand is there
// after the program saved it.
func TestCommentsStay(t *testing.T) {
	places := Places{Config: t.TempDir()}
	written := "# the desk at the door\nformat: 1\n\nprinter: Front  # the big one\nrecent:\n  - colonoscopy\n"
	if err := os.WriteFile(places.File(), []byte(written), 0o600); err != nil {
		t.Fatal(err)
	}
	d, notice, _ := Open(store.OS{}, places.File())
	d.Printer, d.TextSize = "Back", 120
	if err := Save(store.OS{}, places, d); err != nil || notice.English != "" {
		t.Fatalf("%v, %q", err, notice)
	}
	data, err := os.ReadFile(places.File())
	want := "# the desk at the door\nformat: 1\n\nprinter: Back  # the big one\ntext_size: 120\nrecent:\n  - colonoscopy\n"
	if diff := cmp.Diff(want, string(data)); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
}

// TestNewerDesk holds that the settings of a newer program are left alone.
func TestNewerDesk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.yaml")
	if err := os.WriteFile(path, []byte("format: 99\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, notice, write := Open(store.OS{}, path); write || notice.English == "" {
		t.Errorf("got %q, may be written: %t", notice, write)
	}
}

func TestRecentAndFavorites(t *testing.T) {
	var d Desk
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "b"} {
		d.Visited(id)
	}
	if want := []string{"b", "i", "h", "g", "f", "e", "d", "c"}; !slices.Equal(d.Recent, want) {
		t.Errorf("recent: %v, want %v", d.Recent, want)
	}
	d.Star("a", true)
	d.Star("b", true)
	d.Star("a", false)
	if d.Starred("a") || !d.Starred("b") {
		t.Errorf("favorites: %v", d.Favorites)
	}
}
