package author_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/library"
)

// The variables by which the test starts itself again as a desk, and is told how long to
// go on.
const (
	deskVariable = "DESKLEAF_TEST_DESK" // the desk's own folder
	timeVariable = "DESKS"              // "10m"
)

func TestMain(m *testing.M) {
	if own := os.Getenv(deskVariable); own != "" {
		workAtDesk(own)
		return
	}
	if folder := os.Getenv("SAVE_IN"); folder != "" {
		saveInLoop(folder)
		return
	}
	os.Exit(m.Run())
}

// desksTime is how long four desks work where nothing else is said.
const desksTime = 6 * time.Second

// TestFourDesks has four processes change the same few procedures and answers on one
// share, which goes away and comes back, while some of the desks are killed in the middle
// of whatever they do. In the end every desk has the same words, and no edit is lost
// unseen: each one is in the words, or somebody saw it before it was replaced, or it is
// a draft.
func TestFourDesks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("here Windows would not let a folder go that a desk holds, and the share could not be taken away")
	}
	last := desksTime
	if said := os.Getenv(timeVariable); said != "" {
		var err error
		if last, err = time.ParseDuration(said); err != nil {
			t.Fatal(err)
		}
	}
	s := newStage(t)
	for n := range desks {
		s.start(n)
	}
	end := time.Now().Add(last)
	killed := time.Now()
	for latest := end.Add(time.Minute); time.Now().Before(end) || s.saved() < desks*2 && time.Now().Before(latest); {
		pause(200, 1500)
		s.flicker()
		if time.Since(killed) > 30*time.Second {
			killed = time.Now()
			n := rand.IntN(desks)
			_ = s.processes[n].Process.Kill()
			_ = s.processes[n].Wait()
			s.start(n)
		}
	}
	s.say("stop")
	for n := range desks {
		s.await(fmt.Sprintf("%d/stopped", n))
	}
	s.say("settle")
	seen := map[string]bool{}
	for n := range desks {
		seen[s.await(fmt.Sprintf("%d/words", n))] = true
		if err := s.processes[n].Wait(); err != nil {
			t.Errorf("desk %d: %v", n, err)
		}
	}
	if len(seen) != 1 {
		t.Errorf("the desks have %d different states of the words", len(seen))
	}
	s.judge()
}

const desks = 4

// A stage is the share, the desks, and what they wrote down.
type stage struct {
	t                 *testing.T
	top, share, aside string
	processes         [desks]*exec.Cmd
	phantoms          int
}

func newStage(t *testing.T) *stage {
	top := t.TempDir()
	s := &stage{t: t, top: top, share: filepath.Join(top, "share"), aside: filepath.Join(top, "aside")}
	c := clinic.Open(store.OS{}, s.share)
	if _, err := c.SaveFacts(store.OS{}, clinic.Facts{Name: "Maple Street"}); err != nil {
		t.Fatal(err)
	}
	return s
}

// start starts a desk, or starts it again.
func (s *stage) start(n int) {
	s.t.Helper()
	own := filepath.Join(s.top, fmt.Sprint(n))
	if err := os.MkdirAll(own, 0o700); err != nil {
		s.t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), deskVariable+"="+own)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.processes[n] = cmd
}

func pause(least, most int) {
	time.Sleep(time.Duration(least+rand.IntN(most-least)) * time.Millisecond)
}

// flicker takes the share away for a moment: its folder is gone, or empty as a mount
// point is.
func (s *stage) flicker() {
	if err := os.Rename(s.share, s.aside); err != nil {
		s.t.Fatal(err)
	}
	if empty := rand.IntN(2) == 0; empty {
		_ = os.Mkdir(s.share, 0o700)
	}
	pause(50, 700)
	s.clearPhantom()
	if err := os.Rename(s.aside, s.share); err != nil {
		s.t.Fatal(err)
	}
}

// clearPhantom takes away what stands where the share was. A desk may have made empty
// folders there, or have begun to hold the folder, in the moment in which it went; words
// must not be there.
func (s *stage) clearPhantom() {
	err := filepath.WalkDir(s.share, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return nil
		}
		if !strings.HasPrefix(e.Name(), ".") {
			s.t.Errorf("%s was written where the share was not", path)
		}
		s.phantoms++
		return nil
	})
	if err = errors.Join(err, os.RemoveAll(s.share)); err != nil {
		s.t.Fatal(err)
	}
}

// say tells all desks something.
func (s *stage) say(word string) {
	if err := os.WriteFile(filepath.Join(s.top, word), nil, 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// await waits for what a desk says.
func (s *stage) await(at string) string {
	s.t.Helper()
	path := filepath.Join(s.top, filepath.FromSlash(at))
	for end := time.Now().Add(2 * time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if data, err := os.ReadFile(path); err == nil {
			return string(data)
		}
	}
	s.t.Fatalf("no desk said %s", at)
	return ""
}

// saved is how often something was saved so far.
func (s *stage) saved() (n int) {
	for desk := range desks {
		for _, e := range diary(s.t, filepath.Join(s.top, fmt.Sprint(desk))) {
			if e.Did == "saved" {
				n++
			}
		}
	}
	return n
}

// An entry is a line of what a desk writes down.
type entry struct {
	Did      string // "begun", "try", "saved", "seen", "given up"
	Place    string
	Token    string // what was written
	Replaced string // "try" and "saved": what was there; "seen": what another desk had written
}

// judge looks for every edit.
func (s *stage) judge() {
	t := s.t
	final, seen, saved, tried := map[string]bool{}, map[string]bool{}, map[string]entry{}, map[string]entry{}
	for place, text := range placesOf(t, s.share) {
		final[place+" "+text] = true
	}
	drafts := ""
	for n := range desks {
		own := filepath.Join(s.top, fmt.Sprint(n))
		open := map[string]entry{} // tries of which nothing was written down yet
		for _, e := range diary(t, own) {
			switch e.Did {
			case "begun": // the desk was killed: it may have saved, over what it had before it
				for _, o := range open {
					seen[o.Place+" "+o.Replaced] = true
				}
				clear(open)
			case "try":
				tried[e.Token], open[e.Token] = e, e
			case "saved":
				saved[e.Token] = e
				seen[e.Place+" "+e.Replaced] = true
				delete(open, e.Token)
			case "seen":
				seen[e.Place+" "+e.Replaced] = true
			case "given up":
				seen[e.Place+" "+e.Token] = true
				delete(open, e.Token)
			}
		}
		files, _ := filepath.Glob(filepath.Join(own, "drafts", "*"))
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			drafts += string(data)
		}
	}
	for _, e := range tried { // a desk that was killed did not write down what came of it
		if _, was := saved[e.Token]; !was && !seen[e.Place+" "+e.Token] {
			seen[e.Place+" "+e.Replaced] = true
		}
	}
	lost := 0
	for _, e := range tried {
		at := e.Place + " " + e.Token
		_, was := saved[e.Token]
		if final[at] || seen[at] || !was && strings.Contains(drafts, e.Token) {
			continue
		}
		lost++
		t.Errorf("%q at %s is lost (saved: %t)", e.Token, e.Place, was)
	}
	t.Logf("%d edits, %d saved, %d lost; %d files were begun while the share went", len(tried), len(saved), lost, s.phantoms)
	if len(saved) < desks {
		t.Error("the desks have hardly saved anything")
	}
}

func diary(t *testing.T, own string) (all []entry) {
	f, err := os.Open(filepath.Join(own, "diary"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil // the desk is still starting
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var e entry
		if json.Unmarshal(lines.Bytes(), &e) == nil { // a killed desk may leave half a line
			all = append(all, e)
		}
	}
	return all
}

// The procedures and texts that the desks change.
var (
	changedIDs   = []string{"si-joint-injection", "knee-injection", "colonoscopy"}
	changedPaths = []string{"summary", "sections.follow_up", "noun"}
	changedBlank = []content.Blank{{ID: "arrive-at", Type: content.TextBlank, Scopes: []content.Scope{content.ClinicScope}}, {ID: "bring-along", Type: content.TextBlank, Scopes: []content.Scope{content.ClinicScope}}}
)

// placesOf is what stands at all those places in a clinic's folder.
func placesOf(t *testing.T, folder string) map[string]string {
	all := map[string]string{}
	books := library.Open(folder, "")
	for _, id := range changedIDs {
		book, complaints, err := books.Book(id)
		if err != nil || len(complaints) > 0 {
			t.Fatalf("%s ends as %v, %v", id, complaints, err)
		}
		for _, language := range []string{"en", "es"} {
			for _, path := range changedPaths {
				all[id+"/"+language+"/"+path] = author.Text(*book.Words[language], path)
			}
		}
	}
	for key, text := range clinic.Open(store.OS{}, folder).Answers.Clinic {
		all["answers/"+key] = text
	}
	return all
}
