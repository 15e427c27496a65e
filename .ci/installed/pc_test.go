package installed

import (
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"deskleaf/app/launch/screentest"
)

// shim lets programs of Go 1.26 run in a Wine that is older than the library they ask for random numbers. It is for
// these tests alone, and is in nothing that is handed out.
const shim = `#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count) { return SystemFunction036(bytes, (ULONG)count); }
`

// wine is a Windows as it comes, made once: each test gets a copy.
var wine struct {
	once  sync.Once
	root  string
	fresh string // the copy to take
	err   error
}

// A pc is a Windows under Wine with a screen, and the person before it.
type pc struct {
	*screentest.Person
	home   string // of the person, outside Windows
	prefix string // Wine's folder of this Windows
}

// noOpenGL makes a screen whose Windows has no OpenGL at all.
const noOpenGL = "-extension GLX"

// newPC makes a fresh Windows, with a window manager that gives the keyboard to the window that opens. The options are
// the X server's.
func newPC(t *testing.T, options ...string) *pc {
	t.Helper()
	p := newUnmanagedPC(t, options...)
	manager := exec.Command("openbox")
	manager.Env = p.environment()
	screentest.Start(t, manager)
	return p
}

// newUnmanagedPC makes one on which windows lie as the program makes them.
func newUnmanagedPC(t *testing.T, options ...string) *pc {
	t.Helper()
	for _, program := range []string{"wine", "openbox", "x86_64-w64-mingw32-gcc"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("%s is not on this machine, and nothing can be tried under Wine: run .ci/setup windows", program)
		}
	}
	var words []string
	for _, option := range options {
		words = append(words, strings.Fields(option)...)
	}
	wine.once.Do(func() { wine.err = makeFresh(t) })
	if wine.err != nil {
		t.Fatalf("Wine made no Windows: %v", wine.err)
	}
	p := &pc{&screentest.Person{T: t, Display: screentest.Open(t, words...)}, filepath.Join(t.TempDir(), "home"), ""}
	p.prefix = filepath.Join(filepath.Dir(p.home), "windows")
	run(t, "cp", "-a", wine.fresh, p.prefix)
	if err := os.MkdirAll(p.documents(), 0o700); err != nil {
		t.Fatal(err)
	}
	// The copy's links still lead to the home of the Windows it was copied from.
	link := filepath.Join(p.user(), "Documents")
	if err := os.RemoveAll(link); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(p.documents(), link); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop := exec.Command("wineserver", "-k", "-w")
		stop.Env = p.environment()
		stop.Run()
	})
	keepPicture(p.Person)
	return p
}

// makeFresh has Wine make a Windows of today, without what would ask for a network.
func makeFresh(t *testing.T) error {
	var err error
	if wine.root, err = os.MkdirTemp("", "deskleaf-wine-"); err != nil {
		return err
	}
	wine.fresh = filepath.Join(wine.root, "fresh")
	p := &pc{&screentest.Person{T: t, Display: screentest.Open(t)}, filepath.Join(wine.root, "home"), wine.fresh}
	if err := os.MkdirAll(p.documents(), 0o700); err != nil {
		return err
	}
	source, library := filepath.Join(wine.root, "shim.c"), filepath.Join(wine.root, "bcryptprimitives.dll")
	if err := os.WriteFile(source, []byte(shim), 0o600); err != nil {
		return err
	}
	for _, command := range [][]string{
		{"x86_64-w64-mingw32-gcc", "-O2", "-shared", "-s", "-o", library, source, "-ladvapi32"},
		{"wineboot", "-i"},
		{"wine", "winecfg", "-v", "win10"},
		{"wineserver", "-w"},
		{"cp", library, filepath.Join(wine.fresh, "drive_c/windows/system32")},
	} {
		cmd := exec.Command(command[0], command[1:]...)
		cmd.Env = p.environment()
		if err := cmd.Run(); err != nil {
			return err
		}
	}
	return nil
}

// environment is what programs on this PC are started with. Mesa's OpenGL must be allowed to stand in for Wine's own,
// as any library may on Windows.
func (p *pc) environment() []string {
	inherited := slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "DESKLEAF_") })
	return append(inherited, "HOME="+p.home, "WINEPREFIX="+p.prefix, "DISPLAY="+p.Display, "WINEARCH=win64", "WINEDEBUG=-all",
		"WINEDLLOVERRIDES=mscoree,mshtml,winemenubuilder.exe=;opengl32=n,b")
}

// command is a program of this PC, not started yet.
func (p *pc) command(ctx context.Context, program string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "wine", append([]string{program}, args...)...)
	cmd.Env = p.environment()
	return cmd
}

// minutes is how long one program may take that asks nothing.
const minutes = 3 * time.Minute

// run runs a program to its end and gives what it prints.
func (p *pc) run(program string, args ...string) string {
	p.T.Helper()
	ctx, cancel := context.WithTimeout(p.T.Context(), minutes)
	defer cancel()
	said, err := p.command(ctx, program, args...).CombinedOutput()
	if err != nil {
		p.T.Fatalf("%s %v: %v\n%s", program, args, err, said)
	}
	return strings.ReplaceAll(string(said), "\r\n", "\n")
}

// start starts a program with a window.
func (p *pc) start(program string, args ...string) {
	p.T.Helper()
	cmd := p.command(context.Background(), program, args...)
	screentest.Start(p.T, cmd)
}

// rest waits until no program runs any more on this PC.
func (p *pc) rest() {
	p.T.Helper()
	ctx, cancel := context.WithTimeout(p.T.Context(), minutes)
	defer cancel()
	wait := exec.CommandContext(ctx, "wineserver", "-w")
	wait.Env = p.environment()
	if err := wait.Run(); err != nil {
		p.T.Fatalf("programs still run: %v", err)
	}
}

func (p *pc) disk() string      { return filepath.Join(p.prefix, "drive_c") }
func (p *pc) documents() string { return filepath.Join(p.home, "Documents") }

// user is the folder that Windows has for this person: the one that is not everybody's.
func (p *pc) user() string {
	p.T.Helper()
	users, err := filepath.Glob(filepath.Join(p.disk(), "users/*"))
	if err != nil {
		p.T.Fatal(err)
	}
	users = slices.DeleteFunc(users, func(folder string) bool { return filepath.Base(folder) == "Public" })
	if len(users) != 1 {
		p.T.Fatalf("Windows has the users %v, not one", users)
	}
	return users[0]
}

// files are all files on drive C, by their slash-separated paths, except those that any program may leave in folders
// for what is temporary.
func (p *pc) files() []string {
	p.T.Helper()
	var all []string
	err := filepath.WalkDir(p.disk(), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(p.disk(), path)
		if temporary := strings.Contains(strings.ToLower(name), "/temp/"); !temporary {
			all = append(all, name)
		}
		return err
	})
	if err != nil {
		p.T.Fatal(err)
	}
	return all
}

// added are the files that are on drive C now and were not before.
func (p *pc) added(before []string) []string {
	p.T.Helper()
	return slices.DeleteFunc(p.files(), func(file string) bool { return slices.Contains(before, file) })
}
