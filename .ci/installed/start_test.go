package installed

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

var starts = flag.Int("starts", 0, "how often to start each program for TestStart")

// TestStart measures how long it takes from the start of the program to the window as it will look, under Wine, with
// OpenGL and without, beside the smallest window that Fyne makes. Without OpenGL that one has Mesa beside it, as it would
// not open otherwise; Deskleaf finds out for itself, and starts its second process.
func TestStart(t *testing.T) {
	if *starts == 0 {
		t.Skip("asked for with -starts")
	}
	folder := t.TempDir()
	absolute := func(path string) string {
		full, err := filepath.Abs(path)
		if err != nil {
			t.Fatal(err)
		}
		return full
	}
	opening := filepath.Join(folder, "opening")
	build(t, filepath.Join(top, ".ci/opening"), []string{"CGO_ENABLED=0"}, "-o", opening, ".")
	hello := filepath.Join(folder, "hello.exe")
	build(t, top, []string{"CGO_ENABLED=1", "GOOS=windows", "GOARCH=amd64", "CC=x86_64-w64-mingw32-gcc"},
		"-ldflags", "-s -w -H=windowsgui", "-o", hello, "./.ci/hello")
	for _, screen := range []struct {
		name    string
		options []string
	}{{"with OpenGL", nil}, {"without OpenGL", []string{noOpenGL}}} {
		p := newUnmanagedPC(t, append(screen.options, "-screen 0 1600x1000x24")...) // nothing of a window may lie outside
		p.run(setupFile(), "/S")
		if screen.options != nil {
			run(t, "cp", filepath.Join(p.program(), "softgl/opengl32.dll"), filepath.Join(p.program(), "softgl/libgallium_wgl.dll"), folder)
		}
		if err := os.MkdirAll(filepath.Join(p.desk(), "clinic"), 0o700); err != nil {
			t.Fatal(err)
		}
		desk := "format: 1\nasked: true\nslow_told: true\nfavorites:\n  - si-joint-injection\n  - colonoscopy\n"
		if err := os.WriteFile(filepath.Join(p.desk(), "desk.yaml"), []byte(desk), 0o600); err != nil {
			t.Fatal(err)
		}
		// The measured process must live until the window is closed, which without OpenGL the first one does not.
		lasting := filepath.Join(folder, "deskleaf")
		script := fmt.Sprintf(`#!/bin/sh
trap 'wine taskkill /f /im deskleaf.exe; kill $lasting; exit' TERM
wine '%s' &
sleep 1000 &
lasting=$!
wait
`, filepath.Join(p.program(), "deskleaf.exe"))
		if err := os.WriteFile(lasting, []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
		measure := exec.Command(opening, "-runs", fmt.Sprint(*starts), "-idle", "1", "hello=wine "+hello, "deskleaf="+absolute(lasting))
		measure.Env = p.environment()
		said, err := measure.Output()
		if err != nil {
			var failed *exec.ExitError
			errors.As(err, &failed)
			t.Fatalf("%s: %v\n%s", screen.name, err, failed.Stderr)
		}
		fmt.Printf("%s:\n%s", screen.name, said)
	}
}

// build builds one of this checkout's programs.
func build(t *testing.T, folder string, environment []string, args ...string) {
	t.Helper()
	cmd := exec.Command("go", append([]string{"build"}, args...)...)
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), environment...)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("build %v: %v\n%s", args, err, said)
	}
}
