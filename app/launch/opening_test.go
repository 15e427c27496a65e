package launch

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/pack"
	"deskleaf/app/store"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func open(config string) opening {
	o := opening{places: desk.Places{Config: config, Machine: filepath.Join(config, "machine.yaml"), Cache: filepath.Join(config, "cache")}, following: newFollowing()}
	o.open(store.OS{})
	return o
}

// TestWhoseFolder holds that a folder that somebody chose must be there, and the
// desk's own may be new.
func TestWhoseFolder(t *testing.T) {
	config, share := t.TempDir(), filepath.Join(t.TempDir(), "share")
	first := open(config)
	if c := first.clinicAt(""); c.Away != clinic.Here || len(first.notices) > 0 || !first.write {
		t.Errorf("a first start: away %q, %q", c.Away, first.notices)
	}
	write(t, filepath.Join(config, "desk.yaml"), "clinic_folder: "+share+"\n")
	chosen := open(config)
	if c := chosen.clinicAt(""); c.Away != clinic.NoFolder || c.Folder != share {
		t.Errorf("a share that is not connected: away %q, folder %s", c.Away, c.Folder)
	}
	own := filepath.Join(config, "clinic")
	write(t, filepath.Join(config, "desk.yaml"), "clinic_seen: "+own+"\n")
	write(t, filepath.Join(own, "answers.yaml"), "")
	lost := open(config)
	if c := lost.clinicAt(""); c.Away != clinic.NoFacts {
		t.Errorf("the desk's own folder without the facts that it had: away %q", c.Away)
	}
}

// TestFixedForThisComputer holds that machine.yaml wins over the desk and over
// whatever clinic a command names.
func TestFixedForThisComputer(t *testing.T) {
	config, share, other := t.TempDir(), t.TempDir(), t.TempDir()
	write(t, filepath.Join(config, "desk.yaml"), "clinic_folder: "+other+"\n")
	write(t, filepath.Join(config, "machine.yaml"), "clinic_folder: "+share+"\nunreviewed: refuse\nidle_minutes: 7\n")
	write(t, filepath.Join(other, "clinic.yaml"), "idle_minutes: 30\nunreviewed: draft\n")
	o := open(config)
	if c := o.clinicAt(""); c.Folder != share || o.folder(&o.desk) != share {
		t.Errorf("the folder is %s", c.Folder)
	}
	if c := o.clinicAt(other); c.Idle() != 7 || c.Way(clinic.Draft) != clinic.Refuse {
		t.Errorf("%d idle minutes, refuses %t", c.Idle(), c.Way(clinic.Draft) == clinic.Refuse)
	}
	write(t, filepath.Join(config, "machine.yaml"), "idle_minutes: 700\n")
	if o := open(config); len(o.notices) != 1 || !strings.Contains(o.notices[0].String(), "5 to 30") {
		t.Errorf("told: %q", o.notices)
	}
}

// TestTidy holds that what a crash left half saved goes away after a day, and
// nothing else does.
func TestTidy(t *testing.T) {
	o := open(t.TempDir())
	c := clinic.Clinic{Folder: t.TempDir()}
	yesterday := time.Now().Add(-2 * old)
	var kept []string
	for _, folder := range []string{o.places.Config, c.Folder} {
		for _, name := range []string{".desk.yaml.saving-1", "desk.yaml", ".clinic.yaml.saving-2"} {
			path := filepath.Join(folder, name)
			write(t, path, "x")
			if name == ".clinic.yaml.saving-2" { // somebody is saving now
				kept = append(kept, path)
				continue
			}
			if err := os.Chtimes(path, yesterday, yesterday); err != nil {
				t.Fatal(err)
			}
			if name == "desk.yaml" {
				kept = append(kept, path)
			}
		}
	}
	o.tidy(c)
	for _, path := range kept {
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
	for _, folder := range []string{o.places.Config, c.Folder} {
		if _, err := os.Stat(filepath.Join(folder, ".desk.yaml.saving-1")); err == nil {
			t.Errorf("%s still has what was left half saved", folder)
		}
	}
}

// TestSignedLibrary holds that a computer with a key takes nothing else, says so
// where both are set, and uses nothing that was changed.
func TestSignedLibrary(t *testing.T) {
	secret, public, err := pack.NewKey("")
	if err != nil {
		t.Fatal(err)
	}
	signer, err := pack.ReadSigner(secret, "")
	if err != nil {
		t.Fatal(err)
	}
	config, share, office := t.TempDir(), t.TempDir(), t.TempDir()
	write(t, filepath.Join(office, "clinic.yaml"), "name: Maple\n")
	write(t, filepath.Join(share, "clinic.yaml"), "name: Share\n")
	_, line, _ := strings.Cut(string(public), "\n")
	write(t, filepath.Join(config, "machine.yaml"), "library_key: "+line+"library_folder: "+filepath.Join(config, "library")+"\nclinic_folder: "+share+"\n")
	o := open(config)
	if len(o.notices) != 1 || !strings.Contains(o.notices[0].String(), "either a clinic's folder or a signed library") {
		t.Errorf("told: %q", o.notices)
	}
	if c := o.clinicAt(share); c.Facts.Name != "" || !c.Signed {
		t.Errorf("without a library the clinic is %q", c.Facts.Name)
	}
	m, err := pack.Make(store.OS{}, pack.Order{Folder: office, Made: time.Now(), Signer: signer})
	if err != nil {
		t.Fatal(err)
	}
	p, err := pack.Open(m.Bytes, o.signed.Key)
	if err == nil {
		err = p.Install(store.OS{}, o.signed.Root, false, pack.Check)
	}
	if err != nil {
		t.Fatal(err)
	}
	c := o.clinicAt("")
	if c.Facts.Name != "Maple" || !c.Signed || o.folder(&o.desk) != c.Folder {
		t.Errorf("the clinic is %q in %s", c.Facts.Name, c.Folder)
	}
	if _, err := c.SaveFacts(store.OS{}, c.Facts); err == nil {
		t.Error("its facts can be changed")
	}
	write(t, filepath.Join(c.Folder, "clinic.yaml"), "name: Mallory\n")
	if c := o.clinicAt(""); c.Facts.Name != "" || c.Folder != "" || len(c.Notices) != 1 {
		t.Errorf("what was changed by hand is used: %q, %q", c.Facts.Name, c.Notices)
	}
	write(t, filepath.Join(config, "machine.yaml"), "library_key: RWnonsense\n")
	if o := open(config); len(o.notices) != 1 || !o.clinicAt("").Signed {
		t.Errorf("a key that cannot be read: %q", o.notices)
	}
}
