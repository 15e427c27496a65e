package pack_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"deskleaf/app/pack"
	"deskleaf/app/store"
	"deskleaf/content/file"
	"deskleaf/content/library"
)

// keys are a pair of keys as files hold them.
type keys struct{ secret, public []byte }

func newKeys(t testing.TB) keys {
	t.Helper()
	secret, public, err := pack.NewKey("")
	if err != nil {
		t.Fatal(err)
	}
	return keys{secret, public}
}

func (k keys) signer(t testing.TB) pack.Signer {
	t.Helper()
	s, err := pack.ReadSigner(k.secret, "")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (k keys) trusted(t testing.TB) pack.Key {
	t.Helper()
	key, err := pack.ReadKey(string(k.public))
	if err != nil {
		t.Fatal(err)
	}
	return key
}

var noon = time.Date(2026, 12, 10, 12, 0, 0, 0, time.UTC)

// folder is a clinic's folder with a procedure of its own, and what a pack leaves
// out.
func folder(t testing.TB) string {
	t.Helper()
	root := t.TempDir()
	files := map[string]string{
		"clinic.yaml":           "format: 1\nname: Main Street Clinic\nphones: {day: (555) 010-2000}\n",
		"clinic.yaml.last-good": "format: 1\n",
		"prices.csv":            "",
		".sync/state.yaml":      "x",
	}
	for _, name := range []string{"procedure.yaml", "en.yaml", "es.yaml"} {
		book, _, err := library.Open("", "").Book("colonoscopy")
		if err != nil {
			t.Fatal(err)
		}
		text, err := book.File(name)
		if err != nil {
			t.Fatal(err)
		}
		files["procedures/colonoscopy/"+name] = string(text)
	}
	write(t, root, files)
	return root
}

func write(t testing.TB, root string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
}

func made(t testing.TB, k keys, folder string, when time.Time) []byte {
	t.Helper()
	m, err := pack.Make(store.OS{}, pack.Order{Folder: folder, Made: when, Signer: k.signer(t)})
	if err != nil {
		t.Fatal(err)
	}
	return m.Bytes
}

func opened(t testing.TB, data []byte, k keys) *pack.Pack {
	t.Helper()
	p, err := pack.Open(data, k.trusted(t))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestMadeInstalledAndUsed(t *testing.T) {
	k, from, root := newKeys(t), folder(t), t.TempDir()
	m, err := pack.Make(store.OS{}, pack.Order{Folder: from, Made: noon, Signer: k.signer(t)})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{".sync", "clinic.yaml.last-good"}; fmt.Sprint(m.LeftOut) != fmt.Sprint(want) || m.Files != 5 {
		t.Errorf("%d files, left out: %v", m.Files, m.LeftOut)
	}
	if !bytes.Equal(m.Bytes, made(t, k, from, noon)) {
		t.Error("the same folder at the same time gave another pack")
	}
	p := opened(t, m.Bytes, k)
	if p.Signed != "Main Street Clinic, 2026-12-10 12:00 UTC" || p.Procedures != 1 || p.Key != k.trusted(t).ID() {
		t.Errorf("the pack says %+v", p)
	}
	d, err := p.Compare(store.OS{}, root)
	if err != nil || fmt.Sprint(d) != "{[colonoscopy] [] [] [clinic.yaml prices.csv]}" {
		t.Errorf("compared with nothing: %v, %v", d, err)
	}
	if err := p.Install(store.OS{}, root, false, pack.Check); err != nil {
		t.Fatal(err)
	}
	there, i, err := pack.Place{Root: root, Key: k.trusted(t)}.Current(store.OS{})
	if err != nil || i.Signed != p.Signed {
		t.Fatalf("%+v, %v", i, err)
	}
	book, complaints, err := library.Open(there, "").Book("colonoscopy")
	if err != nil || len(complaints) > 0 || book.Shipped {
		t.Errorf("the installed procedure: %v, %v", complaints, err)
	}
	if d, err := p.Compare(store.OS{}, root); err != nil || fmt.Sprint(d) != "{[] [] [] []}" {
		t.Errorf("compared with itself: %v, %v", d, err)
	}
}

// A save that a machine left half done when it stopped is whole in the pack, and one that
// cannot be read is told.
func TestHalfDoneSaveIsFinishedInThePack(t *testing.T) {
	k, from := newKeys(t), folder(t)
	at := filepath.Join(from, "procedures", "colonoscopy", "en.yaml")
	text, err := os.ReadFile(at)
	if err != nil {
		t.Fatal(err)
	}
	whole := append(text, "# saved last\n"...)
	half, err := file.WriteTogether(map[string][]byte{"en.yaml": whole})
	if err != nil {
		t.Fatal(err)
	}
	write(t, from, map[string]string{"procedures/colonoscopy/saving.json": string(half)})
	data := made(t, k, from, noon)
	inner := unzipped(t, []byte(unzipped(t, data)["library.zip"]))
	if inner["procedures/colonoscopy/en.yaml"] != string(whole) {
		t.Error("the pack has the words from before the save")
	}
	if _, there := inner["procedures/colonoscopy/saving.json"]; there {
		t.Error("the pack has the half done save")
	}
	opened(t, data, k)
	write(t, from, map[string]string{"procedures/colonoscopy/saving.json": `{"Format":99}`})
	if _, err := pack.Make(store.OS{}, pack.Order{Folder: from, Made: noon, Signer: k.signer(t)}); err == nil {
		t.Error("a half done save of a newer program was left out")
	}
}

// A restless folder is another whenever it is read.
type restless struct {
	store.OS
	n int
}

func (r *restless) ReadFile(name string) ([]byte, error) {
	data, err := r.OS.ReadFile(name)
	if filepath.Base(name) == "prices.csv" {
		r.n++
		data = fmt.Appendf(data, "%d", r.n)
	}
	return data, err
}

// A pack of a folder in which somebody saves all the time is refused.
func TestNoPackOfWhatChangesMeanwhile(t *testing.T) {
	_, err := pack.Make(&restless{}, pack.Order{Folder: folder(t), Made: noon, Signer: newKeys(t).signer(t)})
	if !errors.Is(err, pack.ErrSaving) {
		t.Errorf("made, with %v", err)
	}
}

func TestOneIsKeptBeforeTheNext(t *testing.T) {
	k, from, root := newKeys(t), folder(t), t.TempDir()
	for hour := range 4 {
		write(t, from, map[string]string{"clinic.yaml": fmt.Sprintf("format: 1\nname: Clinic %d\n", hour)})
		p := opened(t, made(t, k, from, noon.Add(time.Duration(hour)*time.Hour)), k)
		if err := p.Install(store.OS{}, root, false, unchecked); err != nil {
			t.Fatal(err)
		}
	}
	var names []string
	entries, err := os.ReadDir(root)
	for _, e := range entries {
		names = append(names, e.Name()[:min(len(e.Name()), len("library-20261210-140000"))])
	}
	want := "[installed.yaml library-20261210-140000 library-20261210-140000 library-20261210-150000 library-20261210-150000]"
	if got := fmt.Sprint(names); err != nil || got != want {
		t.Errorf("there are %s, %v", got, err)
	}
}

// TestTidy holds that what was cut short goes after a while, and nothing that is in use
// or was before.
func TestTidy(t *testing.T) {
	k, from, root := newKeys(t), folder(t), t.TempDir()
	for hour := range 2 {
		p := opened(t, made(t, k, from, noon.Add(time.Duration(hour)*time.Hour)), k)
		if err := p.Install(store.OS{}, root, false, unchecked); err != nil {
			t.Fatal(err)
		}
	}
	write(t, root, map[string]string{"library-20261210-120000-00000000/clinic.yaml": "half", "library-20261210-120000-00000000" + pack.Ending: "half", "notes.txt": "x"})
	count := func() int { all, _ := os.ReadDir(root); return len(all) }
	before := count()
	if err := pack.Tidy(store.OS{}, root, time.Now().Add(-time.Hour)); err != nil || count() != before {
		t.Errorf("something that was begun now is gone: %v", err)
	}
	if err := pack.Tidy(store.OS{}, root, time.Now().Add(time.Hour)); err != nil || count() != before-2 {
		t.Errorf("%d of %d are left, %v", count(), before, err)
	}
	if _, _, err := (pack.Place{Root: root, Key: k.trusted(t)}).Current(store.OS{}); err != nil {
		t.Error(err)
	}
}

func TestOlderOnlyOnPurpose(t *testing.T) {
	k, from, root := newKeys(t), folder(t), t.TempDir()
	older, newer := opened(t, made(t, k, from, noon), k), opened(t, made(t, k, from, noon.Add(time.Hour)), k)
	if err := newer.Install(store.OS{}, root, false, pack.Check); err != nil {
		t.Fatal(err)
	}
	if err := older.Install(store.OS{}, root, false, pack.Check); reason(err) != pack.Older {
		t.Errorf("an older one: %v", err)
	}
	if err := older.Install(store.OS{}, root, true, pack.Check); err != nil {
		t.Fatal(err)
	}
	if _, i, err := (pack.Place{Root: root, Key: k.trusted(t)}).Current(store.OS{}); err != nil || i.Made != older.Made {
		t.Errorf("in use is %+v, %v", i, err)
	}
}

// TestEverybodyReadsIt holds that a library which one person installs can be read by
// everybody at the computer.
func TestEverybodyReadsIt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there the folder's own rights hold")
	}
	k, root := newKeys(t), filepath.Join(t.TempDir(), "library")
	if err := opened(t, made(t, k, folder(t), noon), k).Install(store.OS{}, root, false, unchecked); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		about, err := e.Info()
		if err == nil && about.Mode().Perm()&0o044 != 0o044 {
			t.Errorf("%s has %v", name, about.Mode())
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// unchecked is for what other tests have read.
func unchecked(string) error { return nil }

// What is installed is held to its signature at each start.
func TestChangedByHand(t *testing.T) {
	k, from := newKeys(t), folder(t)
	for name, change := range map[string]func(folder string) error{
		"a price":       func(f string) error { return os.WriteFile(f+"/prices.csv", []byte("code,cash\n"), 0o600) },
		"one file more": func(f string) error { return os.WriteFile(f+"/answers.yaml", []byte("format: 1\n"), 0o600) },
		"one file less": func(f string) error { return os.Remove(f + "/clinic.yaml") },
		"the pack":      func(f string) error { return os.Truncate(f+pack.Ending, 100) },
		"no pack":       func(f string) error { return os.Remove(f + pack.Ending) },
		"another pointer": func(f string) error {
			return os.WriteFile(f+"/../installed.yaml", []byte("format: 1\nfolder: ../x\n"), 0o600)
		},
	} {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			p := opened(t, made(t, k, from, noon), k)
			if err := p.Install(store.OS{}, root, false, unchecked); err != nil {
				t.Fatal(err)
			}
			there, _, err := pack.Place{Root: root, Key: k.trusted(t)}.Current(store.OS{})
			if err != nil {
				t.Fatal(err)
			}
			if err := change(there); err != nil {
				t.Fatal(err)
			}
			if folder, _, err := (pack.Place{Root: root, Key: k.trusted(t)}).Current(store.OS{}); folder != "" || reason(err) == "" {
				t.Errorf("it is used all the same: %q, %v", folder, err)
			}
			if err := p.Install(store.OS{}, root, false, unchecked); err != nil {
				t.Fatalf("it cannot be put right by installing: %v", err)
			}
			if folder, _, err := (pack.Place{Root: root, Key: k.trusted(t)}).Current(store.OS{}); folder == "" || err != nil {
				t.Errorf("after installing again: %v", err)
			}
		})
	}
	if _, _, err := (pack.Place{Root: t.TempDir(), Key: k.trusted(t)}).Current(store.OS{}); err != nil {
		t.Errorf("nothing installed: %v", err)
	}
}

func TestContentWithMistakesIsNeitherMadeNorInstalled(t *testing.T) {
	k, from := newKeys(t), folder(t)
	good := opened(t, made(t, k, from, noon), k)
	write(t, from, map[string]string{"procedures/colonoscopy/en.yaml": "format: 99\n"})
	if _, err := pack.Make(store.OS{}, pack.Order{Folder: from, Made: noon, Signer: k.signer(t)}); reason(err) != pack.Words {
		t.Errorf("made all the same: %v", err)
	}
	root := t.TempDir()
	err := good.Install(store.OS{}, root, false, func(string) error { return errors.New("a mistake") })
	if entries, _ := os.ReadDir(root); err == nil || len(entries) > 0 {
		t.Errorf("%v, and something stays: %v", err, entries)
	}
}

// TestNothingInUseIsLeftOut refuses names that not every system can have, where leaving
// the file out would be missed.
func TestNothingInUseIsLeftOut(t *testing.T) {
	k := newKeys(t)
	for name, files := range map[string]map[string]string{
		"a logo":         {"clinic.yaml": "format: 1\nlogo: logó.png\n", "logó.png": "x"},
		"a sync's copy":  {"procedures/colonoscopy/en (copy of Ana).yaml": "x"},
		"another's name": {"procedures/colonoscopy/-x.yaml": "x"},
	} {
		from := folder(t)
		write(t, from, files)
		if _, err := pack.Make(store.OS{}, pack.Order{Folder: from, Made: noon, Signer: k.signer(t)}); reason(err) != pack.BadName {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func reason(err error) pack.Reason {
	if r, ok := errors.AsType[*pack.Refusal](err); ok {
		return r.Reason
	}
	return ""
}
