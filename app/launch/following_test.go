package launch

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deskleaf/app/clinic"
	"deskleaf/content/library"
)

// unwatch ends the system's notices with the test: Windows keeps a folder that is
// watched.
func unwatch(t *testing.T, o opening) {
	t.Cleanup(func() {
		if o.following.stop != nil {
			o.following.stop()
		}
	})
}

// TestShareIsKept holds that a desk whose clinic's folder somebody chose works with its
// copy when the folder is away at the next start, and saves nothing.
func TestShareIsKept(t *testing.T) {
	config, share := t.TempDir(), filepath.Join(t.TempDir(), "share")
	write(t, filepath.Join(config, "desk.yaml"), "clinic_folder: "+share+"\n")
	write(t, filepath.Join(share, "clinic.yaml"), "name: Maple\n")
	first := open(config)
	unwatch(t, first)
	if c := first.clinic(first.desk); c.Facts.Name != "Maple" || c.Away != clinic.Here || !strings.HasPrefix(c.Source(), first.places.Cache) {
		t.Fatalf("here: %+v", c)
	}
	if n := first.news(first.desk); n.Fresh || n.Next <= 0 {
		t.Errorf("nothing is new: %+v", n)
	}
	write(t, filepath.Join(share, "answers.yaml"), "clinic:\n  drive-wait: 12 hours\n")
	if n := first.news(first.desk); !n.Fresh || len(n.Changed) != 1 {
		t.Errorf("an answer of another desk: %+v", n)
	}
	if c := first.clinic(first.desk); c.Answers.Clinic["drive-wait"] != "12 hours" {
		t.Errorf("the answers are %v", c.Answers.Clinic)
	}
	if err := os.Rename(share, share+"-off"); err != nil {
		t.Fatal(err)
	}
	if n := first.news(first.desk); !n.Fresh {
		t.Error("that it went away is no news")
	}
	next := open(config)
	c := next.clinic(next.desk)
	if c.Away != clinic.NoFolder || c.Facts.Name != "Maple" || next.source() != c.Copy || c.Copy == "" {
		t.Errorf("the next start without it: %+v", c)
	}
	if _, err := c.SaveFacts(files(), c.Facts); err == nil {
		t.Error("something was saved")
	}
	other := open(t.TempDir())
	other.desk.Clinic = share
	if c := other.clinic(other.desk); c.Known() || other.source() != "" {
		t.Errorf("a desk that never saw it: %+v", c)
	}
}

// TestOwnFolderIsFollowed holds that a folder that nobody else keeps is looked at too,
// and read itself.
func TestOwnFolderIsFollowed(t *testing.T) {
	config := t.TempDir()
	o := open(config)
	unwatch(t, o)
	if n := o.news(o.desk); n.Fresh {
		t.Error("a folder that is not there yet is news")
	}
	write(t, filepath.Join(config, "clinic", "clinic.yaml"), "name: Maple\n")
	if n := o.news(o.desk); !n.Fresh {
		t.Error("that it is there is no news")
	}
	if c := o.clinic(o.desk); c.Facts.Name != "Maple" || c.Copy != "" {
		t.Errorf("%+v", c)
	}
}

// TestShareIsMended holds that a damaged file on the share is set aside and told, as one
// of the desk's own is.
func TestShareIsMended(t *testing.T) {
	config, share := t.TempDir(), filepath.Join(t.TempDir(), "share")
	write(t, filepath.Join(config, "desk.yaml"), "clinic_folder: "+share+"\n")
	write(t, filepath.Join(share, "clinic.yaml"), "name: [\n")
	write(t, filepath.Join(share, "clinic.yaml.last-good"), "name: Maple\n")
	o := open(config)
	c := o.clinic(o.desk)
	if c.Facts.Name != "Maple" || len(c.Notices) != 1 || !strings.Contains(c.Notices[0].String(), "set aside as clinic.yaml.damaged-1") {
		t.Errorf("%q, told: %q", c.Facts.Name, c.Notices)
	}
	if c := o.clinic(o.desk); len(c.Notices) > 0 {
		t.Errorf("told again: %q", c.Notices)
	}
}

// TestComplaintsNameTheShare holds that a mistake in a file is told where it can be put
// right, and not in the copy.
func TestComplaintsNameTheShare(t *testing.T) {
	config, share := t.TempDir(), filepath.Join(t.TempDir(), "share")
	write(t, filepath.Join(config, "desk.yaml"), "clinic_folder: "+share+"\n")
	write(t, filepath.Join(share, "clinic.yaml"), "name: Maple\n")
	path := filepath.Join(share, "procedures", "si-joint-injection", "procedure.yaml")
	write(t, path, "id: si-joint-injection\nmistake: 1\n")
	o := open(config)
	c := o.clinic(o.desk)
	found := copied{library.Open(c.Source(), ""), c}.Complaints()
	if len(found) == 0 || c.Copy == "" {
		t.Fatalf("no complaint, and the copy is %q", c.Copy)
	}
	for _, f := range found {
		if !strings.HasPrefix(f.File, filepath.Dir(path)) {
			t.Errorf("it names %s", f.File)
		}
	}
}
