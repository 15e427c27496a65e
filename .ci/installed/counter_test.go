package installed

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"deskleaf/app/launch/screentest"
)

// keepPicture leaves in out/ what the screen showed where the test failed.
func keepPicture(p *screentest.Person) {
	p.T.Cleanup(func() {
		if !p.T.Failed() {
			return
		}
		picture, err := filepath.Abs(filepath.Join(top, "out", p.T.Name()+".png"))
		if err != nil {
			p.T.Fatal(err)
		}
		shoot := exec.Command("import", "-window", "root", picture)
		shoot.Env = append(os.Environ(), "DISPLAY="+p.Display)
		if err := shoot.Run(); err == nil {
			p.T.Logf("what the screen showed is in %s", picture)
		}
	})
}

// open waits for Deskleaf's window to be painted.
func open(p *screentest.Person) {
	p.T.Helper()
	p.Windows("Deskleaf")
	screentest.Until(p.T, "the window is painted", func() bool { return p.Colors() > 20 })
	p.Still()
}

// tellClinic answers the three questions of the first start.
func tellClinic(p *screentest.Person, clinic string) {
	p.T.Helper()
	before := p.Still()
	for i, answer := range []string{"Example Clinic", "217-555-0142", "217-555-0199"} {
		if i > 0 {
			p.Press("Tab")
		}
		p.Do("xdotool", "type", "--delay", "40", answer)
		before = p.Changed("the answer shows", before)
	}
	p.Press("Return")
	p.Changed("the questions are gone", before)
	screentest.Until(p.T, "the clinic's file is written", func() bool { return exists(filepath.Join(clinic, "clinic.yaml")) })
}

// find types half a word and waits for the procedure.
func find(p *screentest.Person) {
	p.T.Helper()
	before := p.Still()
	p.Press("ctrl+k", "s", "i", "space", "j")
	p.Changed("the procedure shows", before)
}

// save saves the pages as a PDF in the folder that is proposed, and looks into it.
func save(p *screentest.Person, folder string) {
	p.T.Helper()
	before := p.Still()
	p.Press("ctrl+s")
	before = p.Changed("the side is asked for", before)
	p.Press("l")
	before = p.Changed("the pages have the side", before)
	p.Press("ctrl+s")
	p.Changed("the question where to save shows", before)
	pdf := filepath.Join(folder, "si-joint-injection.pdf")
	// What changed may have been the pages, drawn late on a slow screen, and the question comes after them: so Return is
	// pressed again until it was heard. In the search it does nothing that is seen.
	screentest.Until(p.T, "the pages are saved as "+pdf, func() bool {
		if !exists(pdf) {
			p.Press("Return")
			p.Still()
		}
		return exists(pdf)
	})
	p.Still()
	looksRight(p.T, pdf)
}

// looksRight sees that a saved PDF is whole, and says what it must.
func looksRight(t *testing.T, pdf string) {
	t.Helper()
	run(t, "qpdf", "--check", pdf)
	words := run(t, "pdftotext", "-layout", pdf, "-")
	for _, want := range []string{"Get ready for your sacroiliac (SI) joint injection", "After your injection", "Call 911"} {
		if !strings.Contains(words, want) {
			t.Errorf("%s does not say %q", pdf, want)
		}
	}
}

// larger makes the text one step larger, which the desk remembers, and leaves. Closing is what writes the desk.
func larger(p *screentest.Person) {
	p.T.Helper()
	before := p.Still()
	p.Press("ctrl+plus")
	p.Changed("the text is larger", before)
}

// leave closes the window as its own key does.
func leave(p *screentest.Person) {
	p.T.Helper()
	p.Press("ctrl+q")
	screentest.Until(p.T, "the window is closed", func() bool { return p.Colors() < 20 })
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

// says reports whether a file holds a line.
func says(t *testing.T, file, line string) bool {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for l := range strings.Lines(string(text)) {
		if strings.TrimSpace(l) == line {
			return true
		}
	}
	return false
}
