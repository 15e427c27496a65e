//go:build cgo && linux

package launch

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"deskleaf/app/desk"
	"deskleaf/app/launch/screentest"
	"deskleaf/app/store"
)

// somebody is a user who may only do what files let everybody do.
const somebody = 65534

// in is the same program with another folder for the desk's files, and one for what is
// saved.
func (c cold) in(t *testing.T, home string) cold {
	t.Helper()
	c.home, c.out = home, t.TempDir()
	for _, folder := range []string{c.out, filepath.Dir(c.out), filepath.Dir(c.program), filepath.Dir(filepath.Dir(c.program))} {
		if err := os.Chmod(folder, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	c.settle(t)
	return c
}

// still checks that the desk's settings are as they were.
func (c cold) still(t *testing.T) {
	t.Helper()
	d, notice, write := desk.Open(store.OS{}, filepath.Join(c.home, "desk.yaml"))
	if notice.English != "" || !write || len(d.Favorites) != 1 || d.SaveFolder != c.out {
		t.Errorf("the desk's settings are %+v, %q", d, notice)
	}
}

// TestBrokenHomes goes from a cold desk to a saved PDF where the desk's own folder cannot
// be written, has no room left, or goes away while the window is open: nothing of it is
// lost, and everything that does not need it works.
func TestBrokenHomes(t *testing.T) {
	c := newCold(t)
	t.Run("read-only", func(t *testing.T) {
		c := c.in(t, t.TempDir())
		if err := os.Chmod(c.home, 0o555); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(filepath.Dir(c.home), 0o755); err != nil {
			t.Fatal(err)
		}
		cmd := c.command()
		cmd.Env = append(cmd.Env, "HOME="+c.home)
		if os.Getuid() == 0 { // who may write everywhere
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: somebody, Gid: somebody}}
		}
		c.saves(t, cmd)
		c.still(t)
		if all, err := os.ReadDir(c.home); err != nil || len(all) != 1 {
			t.Errorf("in the folder are %v, %v", all, err)
		}
	})
	t.Run("full", func(t *testing.T) {
		home := t.TempDir()
		if err := syscall.Mount("tmpfs", home, "tmpfs", 0, "size=16k"); err != nil {
			t.Skipf("a small disk needs the right to mount one: %v", err)
		}
		defer func() { _ = syscall.Unmount(home, syscall.MNT_DETACH) }()
		c := c.in(t, home)
		err := os.WriteFile(filepath.Join(home, "filler"), []byte(strings.Repeat("x", 64<<10)), 0o600)
		if err == nil {
			t.Fatal("the small disk is not full")
		}
		c.saves(t, c.command())
		c.still(t)
	})
	t.Run("gone while the window is open", func(t *testing.T) {
		c := c.in(t, filepath.Join(t.TempDir()))
		p, pdf := c.saves(t, c.command())
		if err := os.Remove(pdf); err != nil {
			t.Fatal(err)
		}
		elsewhere := c.home + "-elsewhere"
		if err := os.Rename(c.home, elsewhere); err != nil {
			t.Fatal(err)
		}
		before := p.Still()
		p.Press("ctrl+s")
		p.Changed("the question where to save shows", before)
		p.Press("Return")
		screentest.Until(t, "the PDF is saved without the desk's folder", func() bool { _, err := os.Stat(pdf); return err == nil })
		if err := os.RemoveAll(c.home); err != nil { // what was begun anew
			t.Fatal(err)
		}
		if err := os.Rename(elsewhere, c.home); err != nil {
			t.Fatal(err)
		}
		c.still(t)
	})
}
