package clinic

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/file"
)

// The files of a clinic's folder.
const (
	factsFile     = "clinic.yaml"
	answersFile   = "answers.yaml"
	signOffsFile  = "signoffs.yaml"
	schedulesFile = "schedules.yaml"
	latchFile     = "latch.yaml"
	codesFile     = "codes.yaml"
)

// mostLogoBytes is the largest logo file that is read.
const mostLogoBytes = 10 << 20

// Open reads the clinic's folder. A folder that is not there is an empty clinic.
// What is damaged is told in Notices and the last good version used. A file of a
// newer program, or one that cannot be read at all, is told too and counts as
// empty; [Clinic.Locked] then keeps this program from writing over it.
func Open(files store.FS, folder string) Clinic {
	c := Clinic{Folder: folder}
	if folder != "" {
		c.open(files)
	}
	return c
}

// open reads everything.
func (c *Clinic) open(files store.FS) {
	c.read(files, factsFile, &c.Facts)
	c.read(files, answersFile, &c.Answers)
	c.read(files, signOffsFile, &c.SignOffs)
	c.read(files, schedulesFile, &c.Schedules)
	c.read(files, latchFile, &c.Latch)
	c.judgeFacts()
	c.read(files, codesFile, &c.CodeChecks)
	c.judgeAnswers()
	c.readLogo(files)
}

// OpenSigned opens the folder of a signed library that is installed on this computer:
// nothing is written into it, and nothing set aside. Without a folder it is an empty
// clinic to which nothing can be added. As is what the signer says of the library.
func OpenSigned(files store.FS, folder, as string) Clinic {
	c := Open(store.ReadOnly(files), folder)
	c.Signed, c.SignedAs = true, as
	return c
}

// read fills into from one file, telling what went wrong.
func (c *Clinic) read(files store.FS, name string, into any) {
	path := filepath.Join(c.Source(), name)
	good := func(data []byte) error {
		if err := file.CheckFormat(name, data, Format); err != nil {
			return err
		}
		probe := fresh(into)
		_, complaints := file.Read(name, data, probe)
		return complaints.Err()
	}
	data, report, err := store.Load(files, path, good)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	c.Seen = c.Seen || name == factsFile
	switch {
	case report.Happened():
		c.Notices = append(c.Notices, report.Notice())
	case err != nil:
		c.Notices = append(c.Notices, store.Told(path, err))
	}
	if err != nil && report.SetAside == "" {
		c.lock(name)
	}
	if len(data) > 0 {
		file.Read(name, data, into)
		c.remember(name, data)
	}
}

// remember keeps a file's text as this desk knows it, for when another desk changes it.
func (c *Clinic) remember(name string, data []byte) {
	texts := maps.Clone(c.texts)
	if texts == nil {
		texts = map[string][]byte{}
	}
	texts[name] = data
	c.texts = texts
}

// judgeAnswers tells which answers in words do not fit: a page must not print
// them, above all not what to do with a medicine. They stay in their file until
// somebody writes others.
func (c *Clinic) judgeAnswers() {
	judge := func(of string, answers map[string]string) {
		for _, key := range slices.Sorted(maps.Keys(answers)) {
			blank, _, worded := strings.Cut(key, "/")
			if !worded {
				continue
			}
			if err := (content.Blank{ID: blank, Type: content.TextBlank}).Check(answers[key]); err != nil {
				c.Notices = append(c.Notices, store.Notice{
					Key: "answer", Pairs: []any{"answer", answers[key], "blank", blank, "file", answersFile},
					English: fmt.Sprintf("The answer %q to %q%s in %s is not printed: %v. Write another one beside the procedure.", answers[key], blank, of, answersFile, err),
				})
			}
		}
	}
	judge("", c.Answers.Clinic)
	for _, group := range []struct {
		name    string
		answers map[string]map[string]string
	}{{"place", c.Answers.Places}, {"doctor", c.Answers.Doctors}, {"procedure", c.Answers.Procedures}} {
		for _, id := range slices.Sorted(maps.Keys(group.answers)) {
			judge(fmt.Sprintf(" for the %s %s", group.name, id), group.answers[id])
		}
	}
}

// fresh is an empty value of the type that into points to.
func fresh(into any) any {
	switch into.(type) {
	case *Facts:
		return new(Facts)
	case *Answers:
		return new(Answers)
	case *Schedules:
		return new(Schedules)
	case *Latch:
		return new(Latch)
	case *CodeChecks:
		return new(CodeChecks)
	}
	return new(SignOffs)
}

// readLogo reads the logo file's bytes. What is no picture is told when it is
// drawn, not here.
func (c *Clinic) readLogo(files store.FS) {
	if c.Facts.Logo == "" {
		return
	}
	if filepath.Base(c.Facts.Logo) != c.Facts.Logo {
		c.Notices = append(c.Notices, c.aboutLogo("logo.name", "The logo %q is not a file name in the clinic's folder. Choose the logo again in Settings.", c.Facts.Logo))
		return
	}
	path := filepath.Join(c.Source(), c.Facts.Logo)
	if info, err := files.Stat(path); err == nil && info.Size() > mostLogoBytes {
		c.Notices = append(c.Notices, c.aboutLogo("logo.large", "The logo %s is larger than 10 MB and was left out. Choose a smaller picture in Settings.", c.Facts.Logo))
		return
	}
	data, err := files.ReadFile(path)
	if err != nil {
		c.Notices = append(c.Notices, c.aboutLogo("logo.unread", "The logo %s cannot be read and was left out. Choose it again in Settings.", c.Facts.Logo))
		return
	}
	c.Logo = data
}

// aboutLogo says what is wrong with the logo of a name.
func (c *Clinic) aboutLogo(key, english, logo string) store.Notice {
	return store.Notice{Key: key, Pairs: []any{"logo", logo}, English: fmt.Sprintf(english, logo)}
}

// lock remembers that a file must not be written by this program.
func (c *Clinic) lock(name string) {
	if c.locked == nil {
		c.locked = map[string]bool{}
	}
	c.locked[name] = true
}

// Locked reports whether one of the clinic's files must not be written: it could not
// be read, or all of them are of a signed library.
func (c *Clinic) Locked() bool { return len(c.locked) > 0 || c.Away != Here || c.Signed }
