package store_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"deskleaf/app/store"
	"deskleaf/app/store/storetest"
)

const path = "/clinic/clinic.yaml"

func TestSaveInOrder(t *testing.T) {
	r := storetest.NewRecording(map[string]string{path: "old"})
	if err := store.Save(r, path, []byte("new")); err != nil {
		t.Fatal(err)
	}
	want := `create .clinic.yaml.saving-1
write .clinic.yaml.saving-1
sync .clinic.yaml.saving-1
close .clinic.yaml.saving-1
rename .clinic.yaml.saving-1 to clinic.yaml
syncdir clinic`
	if got := r.Script(); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// Whenever the machine stops, the file is the old one or the new one, and once
// Save has returned it is the new one.
func TestEveryCrashLeavesAWholeFile(t *testing.T) {
	big := strings.Repeat("new ", 1000)
	saves := map[string]func(store.FS) error{
		"Save":        func(f store.FS) error { return store.Save(f, path, []byte(big)) },
		"SaveKeeping": func(f store.FS) error { return store.SaveKeeping(f, path, []byte(big)) },
	}
	for name, save := range saves {
		t.Run(name, func(t *testing.T) {
			r := storetest.NewRecording(map[string]string{path: "old", path + store.LastGood: "older"})
			if err := save(r); err != nil {
				t.Fatal(err)
			}
			for _, crash := range r.Crashes() {
				got, done := crash.Files[path], crash.After == len(r.Operations())
				if got != big && (got != "old" || done) {
					t.Errorf("after %d operations, %s: %.20q", crash.After, crash.How, got)
				}
				kept := crash.Files[path+store.LastGood]
				if kept != "older" && (kept != "old" || name == "Save") {
					t.Errorf("after %d operations, %s: the last good version is %.20q", crash.After, crash.How, kept)
				}
			}
		})
	}
}

func TestEveryCrashOfSaveNewLeavesAllOrNothing(t *testing.T) {
	r := storetest.NewRecording(map[string]string{"/clinic/other": "x"})
	if err := store.SaveNew(r, path, []byte("new")); err != nil {
		t.Fatal(err)
	}
	for _, crash := range r.Crashes() {
		if got, there := crash.Files[path]; there && got != "new" {
			t.Errorf("after %d operations, %s: %q", crash.After, crash.How, got)
		}
	}
}

// Whatever the machine did in the middle of Load, the next Load gives the same.
func TestEveryCrashOfLoadCanBeLoadedAgain(t *testing.T) {
	r := storetest.NewRecording(map[string]string{path: "damaged", path + store.LastGood: "good"})
	if _, _, err := store.Load(r, path, mustBeGood); err != nil {
		t.Fatal(err)
	}
	for _, crash := range r.Crashes() {
		again := storetest.NewRecording(crash.Files)
		data, _, err := store.Load(again, path, mustBeGood)
		if err != nil || string(data) != "good" {
			t.Errorf("after %d operations, %s: %q, %v", crash.After, crash.How, data, err)
		}
		if !slices.Contains(contents(again), "damaged") {
			t.Errorf("after %d operations, %s: what was damaged is lost", crash.After, crash.How)
		}
	}
}

func contents(r *storetest.Recording) []string {
	var all []string
	for _, data := range r.Files() {
		all = append(all, data)
	}
	return all
}

// At whichever call the disk is full, the old file stays, nothing is left over,
// and the message says so.
func TestFullDisk(t *testing.T) {
	for _, do := range []string{"create", "write", "sync", "close", "rename"} {
		t.Run(do, func(t *testing.T) {
			r := storetest.NewRecording(map[string]string{path: "old"})
			r.Fail = failing(do, noRoom)
			err := store.Save(r, path, []byte("new"))
			var e *store.Error
			if !errors.As(err, &e) || e.Reason != store.DiskFull || !strings.Contains(err.Error(), "the disk is full") {
				t.Errorf("got %v", err)
			}
			if files := r.Files(); len(files) != 1 || files[path] != "old" {
				t.Errorf("left: %q", files)
			}
		})
	}
}

func failing(do string, err error) func(storetest.Operation) error {
	return func(o storetest.Operation) error {
		if o.Do == do {
			return &fs.PathError{Op: do, Path: o.Path, Err: err}
		}
		return nil
	}
}

func TestReasons(t *testing.T) {
	tests := []struct {
		name   string
		path   string
		do     string
		err    error
		reason store.Reason
		says   string
	}{
		{"folder missing", "/nowhere/a.yaml", "", nil, store.NoFolder, "the folder /nowhere is not there"},
		{"a folder of this name", "/clinic/places", "", nil, store.IsFolder, "a folder has this name"},
		{"not allowed", path, "create", syscall.EACCES, store.NotAllowed, "you are not allowed to write there"},
		{"a read-only disk", path, "create", syscall.EROFS, store.NotAllowed, "you are not allowed to write there"},
		{"open elsewhere", path, "rename", syscall.EBUSY, store.InUse, "another program has the file open"},
		{"a file where the folder should be", path, "create", syscall.ENOTDIR, store.NoFolder, "the folder /clinic is not there"},
		{"something else", path, "write", errors.New("cable pulled"), store.Other, "cable pulled"},
		{"the folder's names do not last", path, "syncdir", errors.New("odd disk"), store.Other, "may not outlast a power failure: "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if runtime.GOOS == "windows" {
				t.Skip("its errors have other numbers")
			}
			r := storetest.NewRecording(map[string]string{path: "old"})
			r.AddFolder("/clinic/places")
			if test.do != "" {
				r.Fail = failing(test.do, test.err)
			}
			err := store.Save(r, test.path, []byte("new"))
			var e *store.Error
			if !errors.As(err, &e) || e.Reason != test.reason {
				t.Fatalf("got %#v", err)
			}
			if !strings.HasPrefix(err.Error(), "save "+test.path+": ") || !strings.Contains(err.Error(), test.says) {
				t.Errorf("it says: %s", err)
			}
			if (e.Hint() == "") != (test.reason == store.Other) {
				t.Errorf("hint: %q", e.Hint())
			}
		})
	}
}

func TestSaveNewNeverReplaces(t *testing.T) {
	r := storetest.NewRecording(map[string]string{path: "old"})
	if err := store.SaveNew(r, path, []byte("new")); !errors.Is(err, store.ErrExists) {
		t.Errorf("got %v", err)
	}
	// Another program makes the file in the last moment.
	r = storetest.NewRecording(map[string]string{"/clinic/x": ""})
	r.Fail = func(o storetest.Operation) error {
		if o.Do != "close" {
			return nil
		}
		r.Fail = nil
		return store.Save(r, path, []byte("theirs"))
	}
	if err := store.SaveNew(r, path, []byte("ours")); !errors.Is(err, store.ErrExists) {
		t.Errorf("got %v", err)
	}
	if got := r.Files(); got[path] != "theirs" || len(got) != 2 {
		t.Errorf("left: %q", got)
	}
}

func TestSaveKeepingDoesNotKeepADamagedVersion(t *testing.T) {
	for _, broken := range []string{"", " \n", "\x00\x00\x00"} {
		r := storetest.NewRecording(map[string]string{path: broken, path + store.LastGood: "good"})
		if err := store.SaveKeeping(r, path, []byte("new")); err != nil {
			t.Fatal(err)
		}
		if got := r.Files(); got[path] != "new" || got[path+store.LastGood] != "good" {
			t.Errorf("after %q: %q", broken, got)
		}
	}
}

func TestOnTheRealDisk(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "a.yaml")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(store.SaveNew(store.OS{}, name, []byte("one")))
	must(store.SaveKeeping(store.OS{}, name, []byte("two")))
	if err := store.SaveNew(store.OS{}, name, []byte("x")); !errors.Is(err, store.ErrExists) {
		t.Errorf("SaveNew over a file: %v", err)
	}
	if runtime.GOOS != "windows" {
		about, err := os.Stat(name)
		must(err)
		if about.Mode().Perm() != 0o600 {
			t.Errorf("a new file has %v", about.Mode())
		}
		must(os.Chmod(name, 0o664))
	}
	must(store.SaveKeeping(store.OS{}, name, []byte("three")))
	about, err := os.Stat(name)
	must(err)
	if runtime.GOOS != "windows" && about.Mode().Perm() != 0o664 {
		t.Errorf("a file that others may read became %v", about.Mode())
	}
	data, report, err := store.Load(store.OS{}, name, func([]byte) error { return nil })
	if string(data) != "three" || report.Happened() || err != nil {
		t.Errorf("loaded %q, %v, %v", data, report, err)
	}
	kept, err := os.ReadFile(name + store.LastGood)
	if string(kept) != "two" || err != nil {
		t.Errorf("kept %q, %v", kept, err)
	}
	entries, err := store.OS{}.ReadDir(folder)
	must(err)
	if len(entries) != 2 {
		t.Errorf("left over: %v", entries)
	}
}

func TestReadOnlyFolder(t *testing.T) {
	if os.Geteuid() <= 0 {
		t.Skip("this user may write anywhere, or the system has no such permission")
	}
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	var e *store.Error
	if err := store.Save(store.OS{}, filepath.Join(folder, "a"), nil); !errors.As(err, &e) || e.Reason != store.NotAllowed {
		t.Errorf("got %v", err)
	}
}

func TestAnOpenFileCanBeReplaced(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows refuses, which is Reason InUse")
	}
	name := filepath.Join(t.TempDir(), "a.pdf")
	if err := store.Save(store.OS{}, name, []byte("old")); err != nil {
		t.Fatal(err)
	}
	reader, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if err := store.Save(store.OS{}, name, []byte("new")); err != nil {
		t.Fatal(err)
	}
	seen := make([]byte, 3)
	if _, err := reader.Read(seen); string(seen) != "old" || err != nil {
		t.Errorf("the viewer sees %q, %v", seen, err)
	}
}

// Saving to a device as the superuser must not put a file in its place.
func TestADeviceIsNotReplaced(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("its devices have no paths")
	}
	name := filepath.Join(t.TempDir(), "null")
	if err := os.Symlink(os.DevNull, name); err != nil {
		t.Fatal(err)
	}
	var e *store.Error
	if err := store.Save(store.OS{}, name, nil); !errors.As(err, &e) || e.Reason != store.NotAFile {
		t.Errorf("got %v", err)
	}
}

func TestTidy(t *testing.T) {
	r := storetest.NewRecording(map[string]string{
		"/c/.a.yaml.saving-1": "", "/c/.a.yaml.saving-x": "", "/c/a.yaml": "", "/c/a.yaml.saving-2": "",
	})
	day := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC) // of the recording's files
	if err := store.Tidy(r, "/c", day); err != nil || len(r.Files()) != 4 {
		t.Errorf("what may be in use: %v, %q", err, r.Files())
	}
	if err := store.Tidy(r, "/c", day.Add(time.Hour)); err != nil || len(r.Files()) != 3 {
		t.Errorf("what is left over: %v, %q", err, r.Files())
	}
	if _, there := r.Files()["/c/.a.yaml.saving-1"]; there {
		t.Error("the temporary file is still there")
	}
}
