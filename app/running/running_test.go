package running

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// long is more than an answer takes on a busy machine.
const long = time.Minute

// TestMain lets the test start itself as another process, which takes the desk in
// the folder that HOLD names and keeps it until it is killed.
func TestMain(m *testing.M) {
	if folder := os.Getenv("HOLD"); folder != "" {
		own, err := At(folder).Start("", long)
		if own == nil || err != nil {
			os.Exit(1)
		}
		os.Stdout.WriteString("held\n")
		io.Copy(io.Discard, os.Stdin) // until the test ends
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// holder is another process that has the desk and does not answer.
func holder(t *testing.T, folder string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "HOLD="+folder)
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "held\n" {
		t.Fatalf("the other process did not get the desk: %v", err)
	}
	return cmd
}

// first takes the desk, which nobody else may have.
func first(t *testing.T, d Desk) *Own {
	t.Helper()
	own, err := d.Start("", long)
	if own == nil || err != nil {
		t.Fatalf("nobody has the desk, and it was not given: %v", err)
	}
	t.Cleanup(func() {
		if own != nil {
			own.Close()
		}
	})
	return own
}

func TestSecondStartIsShown(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "window")
	own := first(t, At(folder))
	asked := make(chan string, 2)
	own.Serve(func(procedure string, answer func(error)) {
		asked <- procedure
		if procedure == "gone" {
			answer(errors.New("there is no such procedure"))
			return
		}
		answer(nil)
	})
	if second, err := At(folder).Start("colonoscopy", long); second != nil || err != nil {
		t.Errorf("the second start got %v, %v", second, err)
	}
	if second, err := At(folder).Start("gone", long); second != nil || err == nil || err.Error() != "there is no such procedure" {
		t.Errorf("what could not be shown: %v, %v", second, err)
	}
	if got := []string{<-asked, <-asked}; !slices.Equal(got, []string{"colonoscopy", "gone"}) {
		t.Errorf("it was asked for %q", got)
	}
	if left := files(t, folder); !slices.Equal(left, []string{"lock"}) {
		t.Errorf("left behind: %q", left)
	}
}

// files are the kinds of files in the folder.
func files(t *testing.T, folder string) (kinds []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		_, kind, _ := strings.Cut(e.Name(), ".")
		kinds = append(kinds, kind)
	}
	return kinds
}

// TestManyStarts holds that everybody who starts the program at the same moment is
// answered.
func TestManyStarts(t *testing.T) {
	d := At(t.TempDir())
	first(t, d).Serve(func(_ string, answer func(error)) { answer(nil) })
	const many = 20
	answers := make(chan error, many)
	for range many {
		go func() {
			own, err := d.Start("", long)
			if own != nil {
				err = errors.New("two have the desk")
			}
			answers <- err
		}()
	}
	for range many {
		if err := <-answers; err != nil {
			t.Error(err)
		}
	}
}

// TestWindowThatHangs holds that a start says so when the window does not answer,
// and takes its place when it ends, even by a crash.
func TestWindowThatHangs(t *testing.T) {
	folder := t.TempDir()
	other := holder(t, folder)
	if own, err := At(folder).Start("", time.Millisecond); own != nil || !errors.Is(err, ErrNoAnswer) {
		t.Fatalf("beside a window that hangs: %v, %v", own, err)
	}
	started := make(chan *Own)
	go func() {
		own, _ := At(folder).Start("", long)
		started <- own
	}()
	other.Process.Kill()
	own := <-started
	if own == nil {
		t.Fatal("the window is gone, and nobody took its place")
	}
	own.Close()
	first(t, At(folder))
}

func TestCrashLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	d := At(folder)
	for _, kind := range []string{"ask-OLD", "answer-OLD", "ask-OLDER-half"} {
		if err := put(d.path(kind), "colonoscopy"); err != nil {
			t.Fatal(err)
		}
		long := time.Now().Add(-2 * old)
		if err := os.Chtimes(d.path(kind), long, long); err != nil {
			t.Fatal(err)
		}
	}
	first(t, d).look(func(procedure string, _ func(error)) { t.Errorf("somebody long gone was shown %s", procedure) })
	if left := files(t, folder); !slices.Equal(left, []string{"lock"}) {
		t.Errorf("left behind: %q", left)
	}
}

func TestSessionsAreApart(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows numbers its sessions itself")
	}
	folder := t.TempDir()
	t.Setenv("DISPLAY", ":77")
	here := At(folder)
	t.Setenv("DISPLAY", ":78")
	if here == At(folder) {
		t.Error("two screens share a window")
	}
}

// TestNoFolder holds that a start is never refused because its files cannot be kept.
func TestNoFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	own, err := At(filepath.Join(file, "window")).Start("", long)
	if own == nil || err != nil {
		t.Fatalf("%v, %v", own, err)
	}
	own.Serve(func(string, func(error)) { t.Error("somebody asked") })
	own.Close()
}

// BenchmarkLook is what the window does ten times a second.
func BenchmarkLook(b *testing.B) {
	own, err := At(b.TempDir()).Start("", long)
	if err != nil {
		b.Fatal(err)
	}
	defer own.Close()
	for b.Loop() {
		own.look(nil)
	}
}
