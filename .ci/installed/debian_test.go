package installed

import (
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"deskleaf/app/launch/screentest"
)

// cache keeps the bare Debian from one run to the next; "" makes a new one.
var cache = flag.String("cache", "", "the `folder` that keeps the bare Debian")

// suite is the Debian that the package is tried on; unless told, the oldest that it is for.
var suite = flag.String("suite", "bookworm", "the `release` of Debian to try the package on")

// A bare is a Debian of its own with nothing installed, in a folder.
type bare struct {
	t      *testing.T
	folder string
}

// newBare makes one, or unpacks the one that was made before.
func newBare(t *testing.T) *bare {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Fatal("a bare Debian can be made by root alone: run this as root")
	}
	if _, err := exec.LookPath("debootstrap"); err != nil {
		t.Fatal("debootstrap is not on this machine: run .ci/setup windows")
	}
	b := &bare{t, filepath.Join(t.TempDir(), "debian")}
	made := filepath.Join(*cache, "debian-"+*suite+".tar")
	if *cache != "" && exists(made) {
		if err := os.Mkdir(b.folder, 0o755); err != nil {
			t.Fatal(err)
		}
		run(t, "tar", "-xf", made, "-C", b.folder)
	} else {
		if said, err := exec.Command("debootstrap", "--variant=minbase", *suite, b.folder, mirror(t)).CombinedOutput(); err != nil {
			t.Fatalf("no bare Debian could be had from %s: %v\n%s", mirror(t), err, lastLines(said))
		}
		if *cache != "" {
			run(t, "mkdir", "-p", *cache)
			run(t, "tar", "-cf", made+".new", "-C", b.folder, ".")
			run(t, "mv", made+".new", made)
		}
	}
	run(t, "cp", "/etc/resolv.conf", filepath.Join(b.folder, "etc/resolv.conf"))
	return b
}

// mirror is where this machine gets its own packages.
func mirror(t *testing.T) string {
	t.Helper()
	for line := range strings.Lines(run(t, "apt-get", "indextargets", "--format", "$(LABEL) $(REPO_URI)", "Created-By: Packages")) {
		if address, is := strings.CutPrefix(strings.TrimSpace(line), "Debian "); is {
			return address
		}
	}
	t.Fatal("apt-get names no Debian mirror that this machine uses")
	return ""
}

func lastLines(said []byte) string {
	lines := strings.Split(strings.TrimSpace(string(said)), "\n")
	return strings.Join(lines[max(0, len(lines)-20):], "\n")
}

// command is a program in this Debian, not started yet.
func (b *bare) command(args ...string) *exec.Cmd {
	cmd := exec.CommandContext(context.Background(), "chroot", append([]string{b.folder}, args...)...)
	for _, v := range os.Environ() {
		if name, _, _ := strings.Cut(v, "="); strings.HasSuffix(strings.ToLower(name), "_proxy") || name == "PATH" {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, "HOME=/root", "LANG=C.UTF-8", "DEBIAN_FRONTEND=noninteractive")
	return cmd
}

// run runs a program in it to its end.
func (b *bare) run(args ...string) string {
	b.t.Helper()
	said, err := b.command(args...).CombinedOutput()
	if err != nil {
		b.t.Fatalf("%v: %v\n%s", args, err, lastLines(said))
	}
	return string(said)
}

// TestDebian installs the package into a bare Debian, with nothing but what it asks for, works in its window and in a
// terminal, and removes it.
func TestDebian(t *testing.T) {
	b := newBare(t)
	run(t, "cp", debianFile(), filepath.Join(b.folder, "tmp/deskleaf.deb"))
	b.run("apt-get", "update", "-q")
	b.run("apt-get", "install", "-y", "--no-install-recommends", "/tmp/deskleaf.deb")
	if said := b.run("deskleaf", "version"); !strings.Contains(said, version) {
		t.Errorf("deskleaf version says %q, not %s", said, version)
	}
	for _, want := range []string{
		"usr/share/applications/app.deskleaf.desktop", "usr/share/icons/hicolor/48x48/apps/app.deskleaf.png", "usr/share/doc/deskleaf/copyright",
	} {
		if !exists(filepath.Join(b.folder, want)) {
			t.Errorf("%s is not installed", want)
		}
	}

	p := &screentest.Person{T: t, Display: screentest.Open(t)}
	program := b.command("deskleaf")
	program.Env = append(program.Env, "DISPLAY="+p.Display)
	manager := exec.Command("openbox")
	manager.Env = append(os.Environ(), "DISPLAY="+p.Display)
	screentest.Start(t, manager)
	screentest.Start(t, program)
	keepPicture(p)
	open(p)
	home := filepath.Join(b.folder, "root")
	tellClinic(p, filepath.Join(home, ".config/deskleaf/clinic"))
	find(p)
	save(p, home)
	leave(p)

	b.run("apt-get", "purge", "-y", "deskleaf")
	if left := strings.TrimSpace(run(t, "find", b.folder, "-path", filepath.Join(b.folder, "proc"), "-prune",
		"-o", "-ipath", "*deskleaf*", "-not", "-path", home+"/*", "-not", "-name", "deskleaf.deb", "-print")); left != "" {
		t.Errorf("the package left behind:\n%s", left)
	}
	if !exists(filepath.Join(home, ".config/deskleaf/clinic/clinic.yaml")) {
		t.Error("the package took the clinic's files with it")
	}
}
