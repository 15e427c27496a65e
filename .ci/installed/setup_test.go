package installed

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"deskleaf/app/launch/screentest"
)

// program is where the setup puts Deskleaf.
func (p *pc) program() string { return filepath.Join(p.user(), "AppData/Local/Programs/Deskleaf") }

// desk is the folder of this desk's files, the clinic's among them.
func (p *pc) desk() string { return filepath.Join(p.user(), "AppData/Roaming/deskleaf") }

// TestSetup is the way of a desk: install without an administrator, tell the clinic's name, find, save, leave, install
// over it, come back to the same settings, and take Deskleaf away. What is left then are the clinic's files.
func TestSetup(t *testing.T) {
	p := newPC(t)
	before := p.files()
	p.run(setupFile(), "/S")
	p.rest()
	for _, want := range []string{"deskleaf.exe", "deskleaf-cli.exe", "softgl/opengl32.dll", "THIRD-PARTY.txt", "uninstall.exe"} {
		if !exists(filepath.Join(p.program(), want)) {
			t.Errorf("the setup did not install %s", want)
		}
	}
	if !exists(filepath.Join(p.user(), "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Deskleaf.lnk")) {
		t.Error("Deskleaf is not in the Start menu")
	}
	if said := p.run("reg", "query", `HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Deskleaf`); !strings.Contains(said, version) {
		t.Errorf("Windows's list of programs does not say version %s:\n%s", version, said)
	}

	p.start(filepath.Join(p.program(), "deskleaf.exe"))
	open(p.Person)
	tellClinic(p.Person, filepath.Join(p.desk(), "clinic"))
	find(p.Person)
	save(p.Person, p.documents())
	larger(p.Person)
	leave(p.Person)
	p.rest()

	desk := filepath.Join(p.desk(), "desk.yaml")
	if !says(t, desk, "text_size: 110") {
		t.Error("the larger text is not remembered")
	}
	p.run(setupFile(), "/S") // a newer one over an older one
	p.start(filepath.Join(p.program(), "deskleaf.exe"))
	open(p.Person)
	larger(p.Person)
	leave(p.Person)
	p.rest()
	if !says(t, desk, "text_size: 120") {
		t.Error("the second start did not begin with the settings of the first")
	}

	p.run(filepath.Join(p.program(), "uninstall.exe"), "/S")
	p.rest() // the uninstaller goes on from a copy of itself
	for _, file := range p.added(before) {
		if !clinics.MatchString(file) {
			t.Errorf("the uninstaller left %s", file)
		}
	}
	for _, kept := range []string{desk, filepath.Join(p.desk(), "clinic/clinic.yaml"), filepath.Join(p.documents(), "si-joint-injection.pdf")} {
		if !exists(kept) {
			t.Errorf("the uninstaller took %s", kept)
		}
	}
}

// clinics matches the files that stay when Deskleaf goes: the desk's settings and the clinic's folder.
var clinics = regexp.MustCompile(`^users/[^/]+/AppData/Roaming/deskleaf/`)

// TestSetupWhileOpen: the setup and the uninstaller change nothing while Deskleaf is open, and say so by their status.
func TestSetupWhileOpen(t *testing.T) {
	p := newPC(t)
	p.run(setupFile(), "/S")
	p.start(filepath.Join(p.program(), "deskleaf.exe"))
	open(p.Person)
	if err := p.command(t.Context(), setupFile(), "/S").Run(); err == nil {
		t.Error("the setup ran over an open Deskleaf")
	}
	p.run(filepath.Join(p.program(), "uninstall.exe"), "/S") // its status is that of its copy, which it does not wait for
	if p.Still(); !exists(filepath.Join(p.program(), "deskleaf.exe")) || !exists(filepath.Join(p.program(), "deskleaf-cli.exe")) {
		t.Error("the uninstaller took files of an open Deskleaf")
	}
}

// TestInstaller is the way of an IT department: for the whole computer, silently, and away again.
func TestInstaller(t *testing.T) {
	p := newPC(t)
	before := p.files()
	file, err := filepath.Abs(installerFile())
	if err != nil {
		t.Fatal(err)
	}
	p.run("msiexec", "/i", "Z:"+strings.ReplaceAll(file, "/", `\`), "/qn")
	p.rest()
	program := filepath.Join(p.disk(), "Program Files/Deskleaf")
	if !exists(filepath.Join(program, "softgl/libgallium_wgl.dll")) {
		t.Error("the installer left something out")
	}
	installed := p.added(before)
	if !slices.ContainsFunc(installed, func(f string) bool { return strings.HasSuffix(f, "/Deskleaf.lnk") }) {
		t.Error("Deskleaf is not in the Start menu")
	}
	p.start(filepath.Join(program, "deskleaf.exe"))
	open(p.Person)
	tellClinic(p.Person, filepath.Join(p.desk(), "clinic"))
	find(p.Person)
	save(p.Person, p.documents())
	leave(p.Person)
	p.rest()
	p.run("msiexec", "/x", "Z:"+strings.ReplaceAll(file, "/", `\`), "/qn")
	p.rest()
	for _, file := range p.added(before) {
		// An installer for the whole computer does not go through the folders of its people.
		if !clinics.MatchString(file) && !caches.MatchString(file) {
			t.Errorf("the installer left %s", file)
		}
	}
}

// caches matches what Deskleaf can make again.
var caches = regexp.MustCompile(`^users/[^/]+/AppData/(Local/(deskleaf|fyne)/|Local/font_index|Roaming/fyne/)`)

// TestCommands runs the console program, whose words come to the console.
func TestCommands(t *testing.T) {
	p := newPC(t)
	p.run(setupFile(), "/S")
	commands := filepath.Join(p.program(), "deskleaf-cli.exe")
	if said := p.run(commands, "version"); !strings.Contains(said, version) {
		t.Errorf("deskleaf-cli version says %q, not %s", said, version)
	}
	if said := p.run(commands, "search", "si", "j"); !strings.Contains(said, "si-joint-injection") {
		t.Errorf("deskleaf-cli search finds %q", said)
	}
	pdf := filepath.Join(p.documents(), "page.pdf")
	p.run(commands, "handout", "si-joint-injection", "--visit", "2027-01-12T09:30", "--side", "left", "-o", pdf)
	looksRight(t, pdf)
}

// TestPortable unpacks the folder and works in it: all files stay in it.
func TestPortable(t *testing.T) {
	p := newPC(t)
	before := p.files()
	stick := filepath.Join(p.home, "stick")
	run(t, "unzip", "-q", portableFile(), "-d", stick)
	program := filepath.Join(stick, "Deskleaf")
	p.start(filepath.Join(program, "deskleaf.exe"))
	open(p.Person)
	leave(p.Person)
	p.rest()
	if !exists(filepath.Join(program, "deskleaf-portable")) {
		t.Error("the folder has no mark that it is portable")
	}
	for _, file := range p.added(before) {
		if !strings.Contains(file, "/fyne/") && !strings.Contains(file, "font_index") {
			t.Errorf("a portable Deskleaf wrote %s outside its folder", file)
		}
	}
}

// TestWithoutOpenGL: where Windows has no OpenGL, the window opens all the same, says once that graphics are slow, and
// does its work.
func TestWithoutOpenGL(t *testing.T) {
	p := newPC(t, noOpenGL)
	p.run(setupFile(), "/S")
	p.start(filepath.Join(p.program(), "deskleaf.exe"))
	open(p.Person)
	// Drawn so, the window is painted before Wine has it hear keys.
	screentest.Until(t, "the window has the keys", func() bool {
		return slices.Contains(p.Windows("Deskleaf"), p.Do("xdotool", "getwindowfocus"))
	})
	tellClinic(p.Person, filepath.Join(p.desk(), "clinic"))
	find(p.Person)
	save(p.Person, p.documents())
	leave(p.Person)
	p.rest()
	if !says(t, filepath.Join(p.desk(), "desk.yaml"), "slow_told: true") {
		t.Error("the window did not say that graphics are slow here")
	}
}

// TestNoWayToDraw: where Mesa is missing too, or is broken, a box says what to do. Nothing runs without a window.
func TestNoWayToDraw(t *testing.T) {
	p := newPC(t, noOpenGL)
	p.run(setupFile(), "/S")
	for _, trial := range []struct {
		name  string
		spoil func(folder string) error
	}{
		{"a broken softgl", func(folder string) error {
			return os.WriteFile(filepath.Join(folder, "libgallium_wgl.dll"), nil, 0o600)
		}},
		{"no softgl", os.RemoveAll},
	} {
		if err := trial.spoil(filepath.Join(p.program(), "softgl")); err != nil {
			t.Fatal(err)
		}
		p.start(filepath.Join(p.program(), "deskleaf.exe"))
		p.Windows("Deskleaf cannot open its window")
		p.Still()
		p.Press("Return")
		screentest.Until(t, trial.name+": the box is closed", func() bool { return p.Colors() < 5 })
		p.rest()
	}
}
