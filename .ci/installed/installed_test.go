// Package installed tries what `make package` made, as people get it: it installs the setup and the installer under Wine,
// unpacks the portable folder, installs the Debian package into a bare Debian, sits down before each window, and takes it
// all away again. It also looks into the files: icon, version, licenses, checksums.
//
// Wine is not Windows. What it cannot show (a remote desktop, SmartScreen, printers, screens at 150 %) stands in
// README.md, for a person with a PC.
package installed

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

// top is the checkout's folder, and dist what it made.
const (
	top  = "../.."
	dist = top + "/dist"
)

// version is the one in FyneApp.toml.
var version string

func TestMain(m *testing.M) {
	flag.Parse()
	if err := prepare(); err != nil {
		fmt.Fprintln(os.Stderr, "installed:", err)
		os.Exit(1)
	}
	status := m.Run()
	if wine.root != "" {
		os.RemoveAll(wine.root)
	}
	os.Exit(status)
}

// prepare reads the version and sees that its files are there.
func prepare() error {
	about, err := os.ReadFile(filepath.Join(top, "FyneApp.toml"))
	if err != nil {
		return err
	}
	line := regexp.MustCompile(`(?m)^Version *= *"([^"]+)"`).FindSubmatch(about)
	if line == nil {
		return errors.New("FyneApp.toml says no version")
	}
	version = string(line[1])
	for _, file := range handedOut() {
		if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s is not there: run `make package` first", file)
		}
	}
	return nil
}

func setupFile() string     { return filepath.Join(dist, "deskleaf-"+version+"-setup.exe") }
func installerFile() string { return filepath.Join(dist, "deskleaf-"+version+".msi") }
func portableFile() string  { return filepath.Join(dist, "deskleaf-"+version+"-windows-portable.zip") }
func debianFile() string    { return filepath.Join(dist, "deskleaf_"+version+"_amd64.deb") }

// billFile is the bill of materials of the programs for a system.
func billFile(system string) string {
	return filepath.Join(dist, "deskleaf-"+version+"-"+system+".cdx.json")
}

// handedOut is every file that people get, beside the checksums.
func handedOut() []string {
	return []string{setupFile(), installerFile(), portableFile(), debianFile(), billFile("windows"), billFile("linux")}
}

// run runs a program here and gives what it prints; failing fails the test.
func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	said, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, said)
	}
	return string(said)
}
