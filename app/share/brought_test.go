package share

import (
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"deskleaf/app/store"
)

// What a save brought into the copy between two looks, such as the half of another desk's
// save, or what comes into it later than something newer, does not stay there: also not
// where the program ended before its next look.
func TestWhatASaveBroughtIsHeldToTheShare(t *testing.T) {
	const half, words = "procedures/knee/saving.json", "procedures/knee/en.yaml"
	for name, ended := range map[string]bool{"the same process": false, "the next start": true} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := follow(t, nil, clinicFiles())
				d.write(words, "title: Old\n")
				d.look()
				d.write(half, "{}")
				if err := d.Bring(store.OS{}, "procedures/knee"); err != nil {
					t.Fatal(err)
				}
				if d.copied()[half] == "" {
					t.Fatal("what is there was not brought")
				}
				d.remove(half)
				d.write(words, "title: New\n")
				if ended {
					d.Folder = Follow(store.OS{}, d.share, filepath.Dir(d.copy), nil)
				}
				d.look()
				if err := keepFile(store.OS{}, d.copyPath(words), []byte("title: Old\n")); err != nil { // as a slow Bring would
					t.Fatal(err)
				}
				d.mark("procedures/knee")
				d.look()
				time.Sleep(missedFor)
				if s := d.look(); s.Soon {
					t.Error("something is waited for still")
				}
				if got := d.copied(); got[half] != "" || got[words] != "title: New\n" {
					t.Errorf("the copy has %q", got)
				}
				if err := keepFile(store.OS{}, d.copyPath(half), []byte("{}")); err != nil {
					t.Fatal(err)
				}
				d.Folder = Follow(store.OS{}, d.share, filepath.Dir(d.copy), nil)
				d.look()
				time.Sleep(missedFor)
				if d.look(); d.copied()[half] != "" {
					t.Error("what a process took and did not write down stays")
				}
				if left, err := os.Stat(filepath.Join(d.copy, broughtName)); err == nil {
					t.Errorf("%s stays", left.Name())
				}
			})
		})
	}
}
