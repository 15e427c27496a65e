package author_test

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"deskleaf/app/clinic"
	"deskleaf/app/store"
)

// The variables by which the test starts itself again as a desk, and is told how long to
// go on.
const (
	deskVariable  = "DESKLEAF_TEST_DESK" // the desk's own folder
	timeVariable  = "DESKS"              // "10m"
	shareVariable = "DESKS_SHARE"        // an empty folder in which the share is to lie; "" for a folder of the test
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

// desksTime is how long four desks work where nothing else is said, killEach how often one
// of them is killed, and settleTime how long they may take to have the same words when all
// have stopped.
const (
	desksTime  = 6 * time.Second
	killEach   = 20 * time.Second
	settleTime = 2 * time.Minute
)

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
	s.work(last)
	s.settle()
	s.judge()
}

const desks = 4

// A stage is the share, and the desks with what they said. It is a desk's clock too: at
// every pause a desk waits until it is told to go on, and how long that takes is counted in
// what the others say meanwhile.
type stage struct {
	t                 *testing.T
	top, share, aside string
	desks             [desks]*process
	said              chan line
	lines             int  // how much was said
	away              bool // the share
	turn              int  // the line at which it goes or comes
	diary             [desks][]entry
	phantoms, kills   int
}

// A process is a desk that runs.
type process struct {
	*exec.Cmd
	tell    io.WriteCloser
	waiting int // the line at which it goes on; 0 while it works
}

// A line is what a desk said; "" when it has ended.
type line struct {
	desk int
	of   *process
	text string
}

func newStage(t *testing.T) *stage {
	top := t.TempDir()
	server := cmp.Or(os.Getenv(shareVariable), top)
	s := &stage{t: t, top: top, share: filepath.Join(server, "share"), aside: filepath.Join(server, "aside"), said: make(chan line)}
	c := clinic.Open(store.OS{}, s.share)
	if _, err := c.SaveFacts(store.OS{}, clinic.Facts{Name: "Maple Street"}); err != nil {
		t.Fatal(err)
	}
	s.next()
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
	cmd.Env = append(os.Environ(), deskVariable+"="+own, shareVariable+"="+s.share)
	cmd.Stderr = os.Stderr
	tell, err1 := cmd.StdinPipe()
	hear, err2 := cmd.StdoutPipe()
	if err := errors.Join(err1, err2, cmd.Start()); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = cmd.Process.Kill() }) // where the test fails
	p := &process{Cmd: cmd, tell: tell}
	s.desks[n] = p
	go func() {
		for lines := bufio.NewReader(hear); ; {
			text, err := lines.ReadString('\n')
			if err != nil { // half a line of one that was killed says nothing
				s.said <- line{n, p, ""}
				return
			}
			s.said <- line{n, p, text}
		}
	}()
}

// end waits until a desk has ended, hearing what it still says.
func (s *stage) end(n int) error {
	for {
		l := <-s.said
		s.hear(l)
		if l.desk == n && l.text == "" {
			return s.desks[n].Wait()
		}
	}
}

// work has the desks work for a time, and as much longer as it takes until something was
// saved.
func (s *stage) work(last time.Duration) {
	kill := time.NewTicker(killEach)
	defer kill.Stop()
	end, latest := time.After(last), time.After(last+time.Minute)
	for over := false; !over || s.saved() < desks*2; {
		select {
		case l := <-s.said:
			if l.text == "" {
				s.t.Fatalf("desk %d ended by itself: %v", l.desk, l.of.Wait())
			}
			s.hear(l)
			s.goOn()
		case <-kill.C:
			n := rand.IntN(desks)
			_ = s.desks[n].Process.Kill()
			_ = s.end(n)
			s.kills++
			s.unanswered(n)
			s.start(n)
		case <-end:
			over = true
		case <-latest:
			return
		}
	}
}

// unanswered writes down for a desk that was killed what came of the answers that it was
// about to save: there are no drafts of them, so what is not there when it is gone is
// something that a person saw was not saved.
func (s *stage) unanswered(n int) {
	open := map[string]entry{}
	for _, e := range s.diary[n] {
		if e.Did == "try" && strings.HasPrefix(e.Place, "answers/") {
			open[e.Token] = e
		} else {
			delete(open, e.Token)
		}
	}
	folder := s.share
	if s.away {
		folder = s.aside
	}
	there := clinic.Open(store.ReadOnly(store.OS{}), folder).Answers.Clinic
	for _, e := range open {
		e.Did = "given up"
		if there[strings.TrimPrefix(e.Place, "answers/")] == e.Token {
			e.Did = "saved"
		}
		s.diary[n] = append(s.diary[n], e)
	}
}

// hear takes what a desk says: what it writes into its diary, or that it waits.
func (s *stage) hear(l line) {
	s.lines++
	var e entry
	switch {
	case l.text == waits:
		l.of.waiting = s.lines + 1 + rand.IntN(3*desks)
	case json.Unmarshal([]byte(l.text), &e) == nil:
		s.diary[l.desk] = append(s.diary[l.desk], e)
	}
}

// goOn lets those desks go on that have waited long enough, one where all wait, and has the
// share go or come where it is time.
func (s *stage) goOn() {
	if s.lines >= s.turn {
		s.flicker()
	}
	first, working := s.desks[0], false
	for _, p := range s.desks {
		if p.waiting == 0 {
			working = true
			continue
		}
		if first.waiting == 0 || p.waiting < first.waiting {
			first = p
		}
		if p.waiting <= s.lines {
			s.tell(p, goes)
		}
	}
	if !working && first.waiting > 0 {
		s.tell(first, goes)
	}
}

// tell tells a desk something. One that was killed meanwhile hears nothing.
func (s *stage) tell(p *process, word string) {
	p.waiting = 0
	_, _ = io.WriteString(p.tell, word)
}

// next settles when the share goes or comes the next time.
func (s *stage) next() {
	s.turn = s.lines + 10 + rand.IntN(40*desks)
	if s.away {
		s.turn = s.lines + 1 + rand.IntN(4*desks)
	}
}

// flicker takes the share away, or brings it back. While it is away its folder is gone, or
// empty as a mount point is.
func (s *stage) flicker() {
	if s.away {
		s.clearPhantom()
		if err := os.Rename(s.aside, s.share); err != nil {
			s.t.Fatal(err)
		}
	} else {
		if err := os.Rename(s.share, s.aside); err != nil {
			s.t.Fatal(err)
		}
		if empty := rand.IntN(2) == 0; empty {
			_ = os.Mkdir(s.share, 0o700)
		}
	}
	s.away = !s.away
	s.next()
}

// clearPhantom takes away what stands where the share was. A desk may have made empty
// folders there, or have begun to hold the folder, in the moment in which it went; words
// must not be there.
func (s *stage) clearPhantom() {
	err := filepath.WalkDir(s.share, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return nil
		}
		if !strings.Contains(path, string(filepath.Separator)+".deskleaf-saving") {
			s.t.Errorf("%s was written where the share was not", path)
		}
		s.phantoms++
		return nil
	})
	for err == nil {
		if err = os.RemoveAll(s.share); err == nil {
			return
		}
		if errors.Is(err, syscall.ENOTEMPTY) { // a desk just begins to hold what is there
			err = nil
		}
	}
	s.t.Fatal(err)
}

// settle has the desks stop, and look until all have the same words.
func (s *stage) settle() {
	if s.away {
		s.flicker()
	}
	for _, p := range s.desks {
		s.tell(p, stops)
	}
	last, ended, late := [desks]string{}, 0, time.After(settleTime)
	for same := false; ended < desks; {
		select {
		case l := <-s.said:
			words, settled := strings.CutPrefix(l.text, hasWords)
			switch {
			case l.text == "":
				if err := l.of.Wait(); err != nil || !same {
					s.t.Errorf("desk %d: %v", l.desk, err)
				}
				ended++
			case l.text == waits:
				s.tell(l.of, stops)
			case settled:
				last[l.desk] = words
				if same = !slices.Contains(last[:], "") && len(slices.Compact(slices.Clone(last[:]))) == 1; same {
					for _, p := range s.desks {
						_ = p.tell.Close()
					}
				}
			default:
				s.hear(l)
			}
		case <-late:
			for n := range desks {
				for file := range strings.FieldsSeq(last[n]) {
					if !strings.Contains(last[(n+1)%desks], file) {
						s.t.Logf("desk %d has %s, and desk %d has not", n, file, (n+1)%desks)
					}
				}
			}
			s.t.Fatal("the desks do not come to have the same words")
		}
	}
}

// saved is how often something was saved so far.
func (s *stage) saved() (n int) {
	for _, diary := range s.diary {
		for _, e := range diary {
			if e.Did == "saved" {
				n++
			}
		}
	}
	return n
}
