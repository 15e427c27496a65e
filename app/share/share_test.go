package share

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"deskleaf/app/store"
)

// desks is a share with a desk that follows it.
type desk struct {
	*Folder
	t     *testing.T
	share string
}

func follow(t *testing.T, files store.FS, contents map[string]string) desk {
	t.Helper()
	d := desk{t: t, share: filepath.Join(t.TempDir(), "share")}
	for at, text := range contents {
		d.write(at, text)
	}
	if files == nil {
		files = store.OS{}
	}
	d.Folder = Follow(files, d.share, t.TempDir(), func(files map[string][]byte) error {
		for _, data := range files {
			if strings.HasSuffix(string(data), "…") {
				return errors.New("half written")
			}
		}
		return nil
	})
	return d
}

func (d desk) write(at, text string) {
	d.t.Helper()
	path := filepath.Join(d.share, filepath.FromSlash(at))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

func (d desk) remove(at string) {
	d.t.Helper()
	if err := os.RemoveAll(filepath.Join(d.share, filepath.FromSlash(at))); err != nil {
		d.t.Fatal(err)
	}
}

// look looks once, with all the patience there is.
func (d desk) look() State { return d.Look(time.Hour, time.Hour) }

// copied is what the desk reads.
func (d desk) copied() map[string]string {
	d.t.Helper()
	all := map[string]string{}
	top := d.copyPath("")
	err := filepath.WalkDir(top, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		at, _ := filepath.Rel(top, path)
		all[filepath.ToSlash(at)] = string(data)
		return err
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return all
}

func clinicFiles() map[string]string {
	return map[string]string{
		"clinic.yaml":                      "name: Maple Street",
		"answers.yaml":                     "clinic: {}",
		"procedures/si/procedure.yaml":     "id: si",
		"procedures/si/en.yaml":            "title: SI",
		"history/si/en-0f3a/en.yaml":       "title: old",
		"history/si/en-0f3a/sub/none.yaml": "too deep",
	}
}

func TestCopyFollowsTheShare(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := follow(t, nil, clinicFiles())
		if d.HasCopy() || d.Source() != d.share {
			t.Error("before the first look there is no copy to read")
		}
		s := d.look()
		want := clinicFiles()
		delete(want, "history/si/en-0f3a/sub/none.yaml")
		if got := d.copied(); s.Away != nil || s.Soon || !maps.Equal(got, want) || !d.HasCopy() {
			t.Fatalf("the copy is %v after %+v", got, s)
		}
		if s = d.look(); len(s.Changed) > 0 || s.Soon {
			t.Errorf("nothing changed, and it said %+v", s)
		}

		time.Sleep(time.Minute)
		for _, name := range []string{".en.yaml.saving-1", "~$en.yaml", ".syncthing.en.yaml.tmp", "en.yaml.tmp", ".~en.yaml", "en.yaml.last-good", "en.yaml.damaged-1", "desktop.ini"} {
			d.write("procedures/si/"+name, "passing")
		}
		d.write("film.mp4", "not ours")
		d.write("procedures/si/en.yaml", "title: SI injection")
		d.write("procedures/new/en.yaml", "title: new")
		d.remove("answers.yaml")
		s = d.look()
		if want := []string{"procedures/new/en.yaml", "procedures/si/en.yaml"}; !slices.Equal(s.Changed, want) || !s.Soon {
			t.Errorf("changed: %q, soon %t", s.Changed, s.Soon)
		}
		if _, there := d.copied()["answers.yaml"]; !there {
			t.Error("a file that was away for a moment is gone")
		}
		time.Sleep(soonPause)
		if s = d.look(); !slices.Equal(s.Changed, []string{"answers.yaml"}) || s.Soon {
			t.Errorf("a file that was removed: %+v", s)
		}
		delete(want, "answers.yaml")
		want["procedures/si/en.yaml"], want["procedures/new/en.yaml"] = "title: SI injection", "title: new"
		if got := d.copied(); !maps.Equal(got, want) {
			t.Errorf("the copy is %v", got)
		}
		about, err := os.Stat(d.copyPath("clinic.yaml"))
		if err != nil || runtime.GOOS != "windows" && about.Mode().Perm() != 0o600 { // Windows has no such bits
			t.Errorf("others can read the copy: %v, %v", about.Mode(), err)
		}
	})
}

func TestHalfWrittenIsWaitedFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := follow(t, nil, clinicFiles())
		d.look()
		time.Sleep(time.Minute)
		d.write("procedures/si/en.yaml", "title: half…")
		d.write("procedures/si/procedure.yaml", "id: newer")
		if s := d.look(); !s.Soon || len(s.Changed) > 0 {
			t.Errorf("half a procedure was taken: %+v", s)
		}
		time.Sleep(soonPause)
		d.write("procedures/si/en.yaml", "title: whole")
		if s := d.look(); s.Soon || len(s.Changed) != 2 {
			t.Errorf("a whole procedure was not taken: %+v", s)
		}

		d.write("procedures/si/en.yaml", "title: bad…")
		d.write("clinic.yaml", "name: bad…")
		d.look()
		time.Sleep(brokenFor)
		s := d.look()
		if got := d.copied(); got["procedures/si/en.yaml"] != "title: bad…" || got["clinic.yaml"] != "name: Maple Street" {
			t.Errorf("what stays bad: %v", got)
		}
		if !slices.Equal(s.Broken, []string{"clinic.yaml"}) || s.Soon {
			t.Errorf("it said %+v", s)
		}
	})
}

// Two saves in one tick of the server's clock, of the same length, are two.
func TestCoarseClockOfTheServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := follow(t, nil, clinicFiles())
		tick := time.Date(2026, 11, 27, 9, 0, 0, 0, time.UTC)
		save := func(text string) {
			d.write("clinic.yaml", text)
			if err := os.Chtimes(filepath.Join(d.share, "clinic.yaml"), tick, tick); err != nil {
				t.Fatal(err)
			}
		}
		save("name: A")
		d.look()
		save("name: B")
		time.Sleep(10 * time.Second)
		if s := d.look(); !slices.Equal(s.Changed, []string{"clinic.yaml"}) || d.copied()["clinic.yaml"] != "name: B" {
			t.Errorf("it said %+v", s)
		}
	})
}

func TestShareThatGoesAndComes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := follow(t, nil, clinicFiles())
		d.look()
		asOf := d.look().AsOf
		want := d.copied()
		elsewhere := d.share + "-elsewhere"
		if err := os.Rename(d.share, elsewhere); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		if s := d.look(); !errors.Is(s.Away, fs.ErrNotExist) || !s.AsOf.Equal(asOf) {
			t.Errorf("gone: %+v", s)
		}
		if err := os.Mkdir(d.share, 0o700); err != nil {
			t.Fatal(err)
		}
		if s := d.look(); !errors.Is(s.Away, ErrEmptied) {
			t.Errorf("a folder to which nothing is connected: %+v", s)
		}
		again := Follow(store.OS{}, d.share, filepath.Dir(d.copy), nil)
		if s := again.Look(time.Hour, time.Hour); s.Away == nil || !again.HasCopy() || s.AsOf.IsZero() {
			t.Errorf("the next start without the share: %+v", s)
		}
		if got := d.copied(); !maps.Equal(got, want) {
			t.Errorf("the copy became %v", got)
		}
		if err := errors.Join(os.Remove(d.share), os.Rename(elsewhere, d.share)); err != nil {
			t.Fatal(err)
		}
		if s := d.look(); s.Away != nil || len(s.Changed) > 0 || !s.AsOf.After(asOf) {
			t.Errorf("back: %+v", s)
		}
	})
}

// hanging is a share that answers nothing from some moment on until it is let go.
type hanging struct {
	store.OS
	share string
	stuck chan struct{} // closed when it answers; nil while it does
}

func (h *hanging) wait(name string) {
	if h.stuck != nil && strings.HasPrefix(name, h.share) {
		<-h.stuck
	}
}

func (h *hanging) ReadDir(name string) ([]fs.DirEntry, error) {
	h.wait(name)
	return h.OS.ReadDir(name)
}

func (h *hanging) Stat(name string) (fs.FileInfo, error) {
	h.wait(name)
	return h.OS.Stat(name)
}

func TestShareThatHangs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := &hanging{}
		d := follow(t, h, clinicFiles())
		h.share = d.share
		d.look()
		h.stuck = make(chan struct{})
		for range 3 {
			began := time.Now()
			if s := d.Look(2*time.Second, time.Hour); s.Away != ErrNoAnswer || time.Since(began) != 2*time.Second {
				t.Errorf("after %v: %+v", time.Since(began), s)
			}
		}
		_, err := Bounded(h, time.Second).Stat(d.share)
		if !errors.Is(err, ErrNoAnswer) {
			t.Errorf("a bounded call gave %v", err)
		}
		close(h.stuck)
		synctest.Wait()
		h.stuck = nil
		if s := d.Look(2*time.Second, time.Hour); s.Away != nil {
			t.Errorf("it answers again: %+v", s)
		}
	})
}

// A folder of this computer has no copy and is followed all the same.
func TestFolderWithoutCopy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := follow(t, nil, clinicFiles())
		d.Folder = Follow(store.OS{}, d.share, "", nil)
		if s := d.look(); len(s.Changed) > 0 || d.Source() != d.share {
			t.Errorf("the first look: %+v", s)
		}
		d.write("prices.csv", "code,allowed")
		if s := d.look(); !s.Soon {
			t.Errorf("a file that may be half written: %+v", s)
		}
		time.Sleep(soonPause)
		if s := d.look(); !slices.Equal(s.Changed, []string{"prices.csv"}) {
			t.Errorf("a new file: %+v", s)
		}
	})
}

// full is a disk without room for the copy.
type full struct{ store.OS }

func (full) Create(name string, _ fs.FileMode) (store.File, error) {
	return nil, &fs.PathError{Op: "create", Path: name, Err: fs.ErrPermission}
}

func TestNoRoomForTheCopy(t *testing.T) {
	d := follow(t, full{}, clinicFiles())
	if s := d.look(); s.NoCopy == nil || s.Away != nil || d.Source() != d.share {
		t.Errorf("it said %+v and reads %s", s, d.Source())
	}
}

func TestPauseFollowsTheShare(t *testing.T) {
	f := Follow(store.OS{}, t.TempDir(), "", nil)
	for _, test := range []struct {
		spent time.Duration
		state State
		want  time.Duration
	}{
		{0, State{}, usualPause}, {0, State{Soon: true}, soonPause}, {time.Second, State{}, 20 * time.Second}, {3 * time.Second, State{Soon: true}, 3 * time.Second},
		{time.Hour, State{}, mostPause}, {time.Hour, State{Soon: true}, mostPause}, {time.Hour, State{Away: ErrNoAnswer}, usualPause}, // it hung
	} {
		f.spent = test.spent
		if got := f.Pause(test.state); got != test.want {
			t.Errorf("%+v: it waits %v", test, got)
		}
	}
}

func TestNoticesComeAtOnce(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Wine tells nothing of files that change; looking every few seconds is tested everywhere")
	}
	folder := t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, "procedures", "si"), 0o700); err != nil {
		t.Fatal(err)
	}
	told := make(chan struct{}, 1)
	defer Notices(folder, told)()
	for end := time.Now().Add(10 * time.Second); ; { // until the system watches
		if err := os.WriteFile(filepath.Join(folder, "procedures", "si", "en.yaml"), []byte(time.Now().String()), 0o600); err != nil {
			t.Fatal(err)
		}
		select {
		case <-told:
			return
		case <-time.After(2 * quietFor):
		}
		if time.Now().After(end) {
			t.Fatal("the system told nothing")
		}
	}
}

// BenchmarkLook looks at a clinic of a thousand procedures in which nothing changed. It
// says how much of one core that takes at the pace of the looks, in millionths.
func BenchmarkLook(b *testing.B) {
	share := b.TempDir()
	for n := range 1000 {
		folder := filepath.Join(share, "procedures", fmt.Sprintf("own-%d", n))
		if err := os.MkdirAll(folder, 0o700); err != nil {
			b.Fatal(err)
		}
		for _, name := range []string{"procedure.yaml", "en.yaml", "es.yaml"} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte("title: Own"), 0o600); err != nil {
				b.Fatal(err)
			}
		}
	}
	f := Follow(store.OS{}, share, b.TempDir(), nil)
	f.Look(time.Hour, time.Hour)
	time.Sleep(settleFor)
	f.Look(time.Hour, time.Hour)
	b.ResetTimer()
	for b.Loop() {
		if s := f.Look(time.Hour, time.Hour); len(s.Changed) > 0 || s.Away != nil {
			b.Fatalf("%+v", s)
		}
	}
	each := b.Elapsed() / time.Duration(b.N)
	b.ReportMetric(1e6*float64(each)/float64(f.Pause(State{})), "µcore")
}
