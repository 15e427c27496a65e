package share

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"deskleaf/app/store"
)

func TestOneDeskAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		folder := t.TempDir()
		first, err := Hold(store.OS{}, folder)
		if err != nil || first.Still() != nil {
			t.Fatal(err, first.Still())
		}
		began := time.Now()
		_, err = Hold(store.OS{}, folder)
		computer, _ := os.Hostname()
		if busy, ok := errors.AsType[*Busy](err); !ok || busy.Computer != computer || !strings.Contains(err.Error(), "another desk") {
			t.Errorf("the second desk is told %v", err)
		}
		if waited := time.Since(began); waited < waitFor || waited > 2*waitFor {
			t.Errorf("it waited %v", waited)
		}
		first.Release()
		second, err := Hold(store.OS{}, folder)
		if err != nil || !errors.Is(first.Still(), ErrLost) {
			t.Errorf("after the first let go: %v, and the first still holds it", err)
		}
		first.Release() // must not let go of the second's
		if second.Still() != nil {
			t.Error("the hold of another desk was released")
		}
		time.Sleep(holdFor)
		if !errors.Is(second.Still(), ErrLost) {
			t.Error("a hold lasts for ever")
		}
	})
}

func TestWhatAStoppedDeskLeftHoldsNobodyUpForLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		folder := t.TempDir()
		path := filepath.Join(folder, holdName)
		if err := os.WriteFile(path, []byte("ABC\nFRONT-2\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		for {
			l, err := Hold(store.OS{}, folder)
			if err == nil {
				l.Release()
				break
			}
			if time.Since(began) > 2*holdFor {
				t.Fatalf("still held after %v: %v", time.Since(began), err)
			}
		}
		if time.Since(began) < holdFor {
			t.Error("somebody who may be saving was not waited for")
		}
		left, err := os.ReadDir(folder)
		if err != nil || len(left) > 0 {
			t.Errorf("left over: %v", left)
		}
	})
}

// A hold that was found stopped, and is another's by the time it is cleared, stays.
func TestClearingLeavesWhatIsNew(t *testing.T) {
	folder := t.TempDir()
	late := &Lease{files: store.OS{}, path: filepath.Join(folder, holdName), text: []byte("LATE\nx\n")}
	quick, err := Hold(store.OS{}, folder)
	if err != nil {
		t.Fatal(err)
	}
	late.clear([]byte("DEAD\ny\n"))
	if quick.Still() != nil {
		t.Error("a desk that was saving lost the folder")
	}
}
