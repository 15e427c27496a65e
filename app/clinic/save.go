package clinic

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"deskleaf/app/store"
	"deskleaf/content/file"
)

// SaveFacts writes clinic.yaml, keeping its comments and the version before it,
// and gives the clinic with the new facts.
func (c Clinic) SaveFacts(files store.FS, f Facts) (Clinic, error) {
	f.Format = Format
	if err := c.save(files, factsFile, f, new(Facts)); err != nil {
		return c, err
	}
	c.Facts, c.Logo = f, nil
	c.readLogo(files)
	return c, nil
}

// SaveAnswers writes answers.yaml; see [Answers.With].
func (c Clinic) SaveAnswers(files store.FS, a Answers) (Clinic, error) {
	a.Format = Format
	if err := c.save(files, answersFile, a, new(Answers)); err != nil {
		return c, err
	}
	c.Answers = a
	return c, nil
}

// SaveLogo keeps a picture in the clinic's folder as its logo; none takes the
// logo away. The picture is what sheet.Logo made of the file that was chosen.
func (c Clinic) SaveLogo(files store.FS, png []byte) (Clinic, error) {
	f := c.Facts
	f.Logo = ""
	if len(png) > 0 {
		f.Logo = "logo.png"
		if err := c.makeFolder(files); err != nil {
			return c, err
		}
		if err := store.SaveKeeping(files, filepath.Join(c.Folder, f.Logo), png); err != nil {
			return c, err
		}
	}
	return c.SaveFacts(files, f)
}

// SaveSignOff adds a sign-off. Who, role and both dates are needed.
func (c Clinic) SaveSignOff(files store.FS, o SignOff) (Clinic, error) {
	switch {
	case strings.TrimSpace(o.Who) == "" || strings.TrimSpace(o.Role) == "":
		return c, fmt.Errorf("write who approves these words, and in which role")
	case !o.Date.Valid() || !o.Next.Valid():
		return c, fmt.Errorf("give the day of approval and the day of the next review")
	case !o.Date.Before(o.Next):
		return c, fmt.Errorf("the next review must be after %v", o.Date)
	}
	signed := c.signOffsNow(files)
	signed.List = append(slices.Clone(signed.List), o)
	return c.saveSignOffs(files, signed)
}

// SaveRequests adds requests to review words. Who asks is needed, and the day.
func (c Clinic) SaveRequests(files store.FS, requests ...Request) (Clinic, error) {
	for _, r := range requests {
		if strings.TrimSpace(r.Who) == "" || !r.Date.Valid() {
			return c, fmt.Errorf("write who asks for the review, and give the day")
		}
	}
	asked := c.signOffsNow(files)
	asked.ToReview = append(slices.Clone(asked.ToReview), requests...)
	return c.saveSignOffs(files, asked)
}

// signOffsNow are the sign-offs as the file has them now: another desk may have
// added some since the clinic was read.
func (c Clinic) signOffsNow(files store.FS) SignOffs {
	var now SignOffs
	data, err := files.ReadFile(filepath.Join(c.Folder, signOffsFile))
	if err != nil {
		return c.SignOffs
	}
	if _, complaints := file.Read(signOffsFile, data, &now); len(complaints) > 0 {
		return c.SignOffs
	}
	return now
}

func (c Clinic) saveSignOffs(files store.FS, s SignOffs) (Clinic, error) {
	s.Format = Format
	if err := c.save(files, signOffsFile, s, new(SignOffs)); err != nil {
		return c, err
	}
	c.SignOffs = s
	return c, nil
}

// ErrSigned says that the clinic's files are of a signed library.
var ErrSigned = errors.New("this computer takes its library only as whoever looks after it installs it, signed: ask them for the change")

// makeFolder makes the clinic's folder where it is missing.
func (c Clinic) makeFolder(files store.FS) error {
	if c.Signed {
		return ErrSigned
	}
	if c.Folder == "" {
		return fmt.Errorf("this desk has no folder for the clinic's files: choose one in Settings")
	}
	if c.Away != Here {
		return fmt.Errorf("the clinic's folder %s %s, so nothing can be saved in it: connect it and try again", c.Folder, c.Away)
	}
	if err := files.MkdirAll(c.Folder, 0o700); err != nil {
		return fmt.Errorf("the clinic's folder %s cannot be made: %w", c.Folder, err)
	}
	return nil
}

// save writes one file, keeping what people wrote into it by hand.
func (c Clinic) save(files store.FS, name string, value, old any) error {
	if c.locked[name] {
		return fmt.Errorf("%s could not be read when Deskleaf started and is not written over: put it right or move it away, then start Deskleaf again", name)
	}
	if err := c.makeFolder(files); err != nil {
		return err
	}
	path := filepath.Join(c.Folder, name)
	data, err := rewrite(files, path, name, value, old)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return store.SaveKeeping(files, path, data)
}

// rewrite is the file's new text: the old one with what changed, or a new one.
func rewrite(files store.FS, path, name string, value, old any) ([]byte, error) {
	if data, err := files.ReadFile(path); err == nil {
		if doc, complaints := file.Read(name, data, old); len(complaints) == 0 {
			return doc.Update(value)
		}
	}
	return file.Write(value)
}
