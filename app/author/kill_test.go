package author_test

import (
	"bufio"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/share"
	"deskleaf/app/store"
	"deskleaf/content/library"
)

// kills is how often the saving process is killed; $DESKLEAF_KILLS says another
// number, as make long does.
const kills = 12

// saveInLoop is another process, which saves one number after the other into the
// folder that SAVE_IN names until it is killed.
func saveInLoop(folder string) {
	if err := saveOn(filepath.Join(folder, "clinic"), filepath.Join(folder, "drafts")); err != nil {
		os.Stdout.WriteString(err.Error() + "\n")
	}
}

func saveOn(clinicFolder, drafts string) error {
	c, d := clinic.Clinic{Folder: clinicFolder}, author.Drafts{Files: store.OS{}, Folder: drafts}
	for first := true; ; first = false {
		b, _, err := library.One(clinicFolder, kneeID)
		if err != nil {
			return err
		}
		work := author.Begin(author.EditionOf(b))
		work.Change("", renamed(work.Base(), numbers(work.Base())[0]+1))
		if err := d.Keep(work.Base(), work.Now()); err != nil {
			return err
		}
		if first {
			os.Stdout.WriteString("saving\n")
		}
		err = author.Save(store.OS{}, c, work)
		if errors.Is(err, share.ErrLost) {
			continue // on a busy machine it took longer than a desk may; nothing was written
		}
		if err != nil {
			return err
		}
		os.Stdout.WriteString("saved\n")
	}
}

// A process that saves all the time is killed again and again. Whoever reads while it
// saves, and whoever reads after it is gone, finds all of one save and nothing of
// another, and the draft.
func TestKilledWhileSaving(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("under Wine, what a killed process leaves behind holds the test's own output open")
	}
	folder, r := t.TempDir(), rand.New(rand.NewPCG(9, 500))
	own, drafts := filepath.Join(folder, "clinic"), filepath.Join(folder, "drafts")
	times := kills
	if n, err := strconv.Atoi(os.Getenv("DESKLEAF_KILLS")); err == nil {
		times = n
	}
	last, half, takes := 0, 0, time.Duration(0) // takes is how long a save takes
	read := func(when string) {
		b, complaints, err := library.One(own, kneeID)
		if err != nil || len(complaints) > 0 {
			t.Fatalf("%s: %v, %v", when, err, complaints)
		}
		got := numbers(author.EditionOf(b))
		if got[0] != got[1] || got[0] > 0 && got[0] != got[2] || got[0] < last {
			t.Fatalf("%s: the procedure is %v, and was %d before", when, got, last)
		}
		last = got[0]
	}
	for n := range times {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), "SAVE_IN="+folder)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewReader(out)
		hear := func(want string) {
			if line, err := lines.ReadString('\n'); line != want {
				t.Fatalf("the saving process says %q: %v", line, err)
			}
		}
		hear("saving\n")
		if begun := time.Now(); takes == 0 || r.IntN(3) == 0 {
			hear("saved\n")
			takes = time.Since(begun)
		}
		for range r.IntN(3) {
			read("while it saves")
		}
		<-time.After(rand.N(takes * 3 / 2))
		_ = child.Process.Kill()
		_ = child.Wait()
		_ = os.RemoveAll(filepath.Join(own, ".deskleaf-saving")) // as if the time had passed for which a dead desk holds the folder
		if _, err := os.Stat(filepath.Join(own, "procedures", kneeID, "saving.json")); err == nil {
			half++
		}
		read("after it was killed")
		if _, err := (author.Drafts{Files: store.OS{}, Folder: drafts}).Open(kneeID); err != nil {
			t.Fatalf("kill %d: the draft is gone: %v", n, err)
		}
		if r.IntN(3) == 0 {
			clinic.Clinic{Folder: own}.Settle(store.OS{}, time.Now().Add(time.Hour))
			read("after it was tidied")
			if left, err := filepath.Glob(filepath.Join(own, "procedures", kneeID, "*saving*")); err != nil || len(left) > 0 {
				t.Errorf("tidied, there still is %q", left)
			}
		}
	}
	if _, err := os.Stat(own); errors.Is(err, fs.ErrNotExist) || last == 0 {
		t.Error("nothing was saved at all")
	}
	t.Logf("%d kills, %d of them with a save half done; %d saves", times, half, last)
}
