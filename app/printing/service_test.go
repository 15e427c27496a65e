//go:build linux

package printing

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// A service is a CUPS of the test's own, with its real scheduler, filters and
// programs, whose printers keep in a folder what they are given.
type service struct {
	t      *testing.T
	folder string
}

// jobPatience is how long a busy machine may take for a job.
const jobPatience = time.Minute

// generic is a printer that takes PDF and PostScript, on one side or two.
const generic = "/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd"

// startService starts it with the printers Front, which is the default, Back, and
// Stopped, which is paused; where CUPS is not on this machine, the test is skipped.
func startService(t *testing.T) *service {
	t.Helper()
	for _, program := range []string{"cupsd", "lpadmin", "lp", "lpstat", "cupsdisable", "qpdf"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not on this machine: printing is not tested with a real CUPS here", program)
		}
	}
	if _, err := os.Stat(generic); err != nil {
		t.Skip("cups-filters is not on this machine: printing is not tested with a real CUPS here")
	}
	folder, err := os.MkdirTemp("", "cups-") // short: the path of a socket has 107 bytes
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Rename(folder, "/tmp/win/kept"); os.RemoveAll(folder) })
	s := &service{t, folder}
	s.setUp()
	t.Setenv("CUPS_SERVER", s.path("socket"))
	scheduler := exec.Command("cupsd", "-f", "-c", s.path("etc/cupsd.conf"), "-s", s.path("etc/cups-files.conf"))
	if err := scheduler.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		scheduler.Process.Kill()
		scheduler.Wait()
	})
	s.until("the scheduler answers", func() bool { return exec.Command("lpstat", "-r").Run() == nil && exists(s.path("socket")) })
	for _, printer := range []string{"Front", "Back", "Stopped"} {
		s.do("lpadmin", "-p", printer, "-E", "-v", "keep:/"+printer, "-P", generic, "-o", "PageSize=Letter")
	}
	s.do("lpadmin", "-d", "Front")
	s.do("cupsdisable", "-r", "Paper is being changed", "Stopped")
	return s
}

func (s *service) path(name string) string { return filepath.Join(s.folder, name) }

// setUp writes the service's files. Its folder of programs is the system's, but
// for the backend, the last one, which is a script that keeps what it is given.
func (s *service) setUp() {
	s.t.Helper()
	for _, folder := range []string{"etc/ppd", "bin/backend", "spool", "cache", "state", "kept"} {
		if err := os.MkdirAll(s.path(folder), 0o755); err != nil {
			s.t.Fatal(err)
		}
	}
	programs, err := os.ReadDir("/usr/lib/cups")
	if err != nil {
		s.t.Fatal(err)
	}
	for _, p := range programs {
		if p.Name() != "backend" {
			if err := os.Symlink("/usr/lib/cups/"+p.Name(), s.path("bin/"+p.Name())); err != nil {
				s.t.Fatal(err)
			}
		}
	}
	at := strings.NewReplacer("FOLDER", s.folder)
	for name, text := range map[string]string{
		"bin/backend/keep": "#!/bin/sh\n[ $# -eq 0 ] && exit 0\ncat \"${6:--}\" >FOLDER/kept/$1.pdf\nprintf '%s\\n' \"$3\" \"$4\" \"$5\" >FOLDER/kept/$1.new\nmv FOLDER/kept/$1.new FOLDER/kept/$1.job\n",
		"etc/cups-files.conf": "ServerRoot FOLDER/etc\nServerBin FOLDER/bin\nRequestRoot FOLDER/spool\nCacheDir FOLDER/cache\nStateDir FOLDER/state\n" +
			"AccessLog FOLDER/access\nErrorLog FOLDER/error\nPageLog FOLDER/page\nUser lp\nGroup lp\nSystemGroup root\n",
		"etc/cupsd.conf": "Listen FOLDER/socket\nLogLevel warn\nBrowsing No\nWebInterface No\nDefaultAuthType None\n" +
			"<Location />\nAllow all\n</Location>\n<Policy default>\nJobPrivateValues none\n<Limit All>\n</Limit>\n</Policy>\n",
	} {
		if err := os.WriteFile(s.path(name), []byte(at.Replace(text)), 0o700); err != nil {
			s.t.Fatal(err)
		}
	}
	if err := os.Chmod(s.folder, 0o755); err != nil {
		s.t.Fatal(err)
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// do runs a program that must succeed.
func (s *service) do(args ...string) string {
	s.t.Helper()
	ctx, stop := context.WithTimeout(s.t.Context(), jobPatience)
	defer stop()
	out, err := exec.CommandContext(ctx, args[0], args[1:]...).CombinedOutput()
	if err != nil {
		s.t.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// until asks again and again whether something is so.
func (s *service) until(what string, so func() bool) {
	s.t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	late := time.After(jobPatience)
	for !so() {
		select {
		case <-tick.C:
		case <-late:
			log, _ := os.ReadFile(s.path("error"))
			s.t.Fatalf("waited %v, and still not: %s\n%s", jobPatience, what, log)
		}
	}
}

// A kept is a job as it came to the printer.
type kept struct {
	title, copies string
	options       []string
	pages         string // how many
	pdf           string // its path
}

// job waits until a job has come to its printer.
func (s *service) job(number int) kept {
	s.t.Helper()
	path := s.path(fmt.Sprintf("kept/%d", number))
	s.until(fmt.Sprintf("job %d is at its printer", number), func() bool { return exists(path + ".job") })
	about, err := os.ReadFile(path + ".job")
	if err != nil {
		s.t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(about)), "\n")
	return kept{title: lines[0], copies: lines[1], options: strings.Fields(lines[2]), pages: s.pages(path + ".pdf"), pdf: path + ".pdf"}
}

// pages counts the pages of what a printer was given. Printers are told to turn
// the paper in front of the PDF, which makes qpdf warn.
func (s *service) pages(path string) string {
	s.t.Helper()
	out, err := exec.Command("qpdf", "--warning-exit-0", "--show-npages", path).Output()
	if err != nil {
		s.t.Fatalf("the printer was given no PDF: %v", err)
	}
	return strings.TrimSpace(string(out))
}

func (k kept) has(option string) bool { return slices.Contains(k.options, option) }
