package clinic

import (
	"errors"
	"fmt"
	"io/fs"
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
	f, err := save(files, &c, factsFile, f)
	if err != nil {
		return c, err
	}
	c.Facts, c.Logo = f, nil
	c.readLogo(files)
	return c, nil
}

// ChangeFacts writes what somebody made of the facts that was has, together with what is
// known of them since: another desk may have changed other places. Where both changed the
// same, the error is a [*Met].
func (c Clinic) ChangeFacts(files store.FS, was, now Facts) (Clinic, error) {
	both, places := meet(was, now, c.Facts)
	if len(places) > 0 {
		return c, &Met{factsFile, places}
	}
	return c.SaveFacts(files, both)
}

// SaveAnswers writes answers.yaml; see [Answers.With].
func (c Clinic) SaveAnswers(files store.FS, a Answers) (Clinic, error) {
	a.Format = Format
	a, err := save(files, &c, answersFile, a)
	if err != nil {
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
		err := c.Alone(files, func(c Clinic, files store.FS) error {
			if err := store.SaveKeeping(files, filepath.Join(c.Folder, f.Logo), png); err != nil {
				return err
			}
			_ = c.Fetch(files, f.Logo)
			return nil
		})
		if err != nil {
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
	signed := c.SignOffs
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
	asked := c.SignOffs
	asked.ToReview = append(slices.Clone(asked.ToReview), requests...)
	return c.saveSignOffs(files, asked)
}

func (c Clinic) saveSignOffs(files store.FS, s SignOffs) (Clinic, error) {
	s.Format = Format
	s, err := save(files, &c, signOffsFile, s)
	if err != nil {
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
		return c.awayError(c.Away)
	}
	if c.Copy != "" {
		return c.notEmptied(files) // it was there, so one that is missing is away
	}
	if err := files.MkdirAll(c.Folder, 0o700); err != nil {
		return fmt.Errorf("the clinic's folder %s cannot be made: %w", c.Folder, err)
	}
	return nil
}

// save writes one file, keeping what people wrote into it by hand and what another
// desk changed since this one read it, and gives what the file says then. Where both
// changed the same place, the error is a [*Met], and nothing is written.
func save[T any](files store.FS, c *Clinic, name string, value T) (T, error) {
	if c.locked[name] {
		return value, fmt.Errorf("%s could not be read when Deskleaf started and is not written over: put it right or move it away, then start Deskleaf again", name)
	}
	var written []byte
	err := c.Alone(files, func(c Clinic, files store.FS) error {
		path := filepath.Join(c.Folder, name)
		data, now, err := rewrite(files, path, name, c.texts[name], value)
		if err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		if err := store.SaveKeeping(files, path, data); err != nil {
			return err
		}
		value, written = now, data
		_ = c.Fetch(files, name)
		return nil
	})
	if written != nil {
		c.remember(name, written)
	}
	return value, err
}

// rewrite is the file's new text, and what it says: the old one with what changed, or
// a new one. What a newer program wrote, or what cannot be read now, is not written
// over. Was is the text that this desk read.
func rewrite[T any](files store.FS, path, name string, was []byte, value T) ([]byte, T, error) {
	data, err := files.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		data, err = file.Write(value)
		return data, value, err
	}
	if err != nil {
		return nil, value, err
	}
	if err := file.CheckFormat(name, data, Format); err != nil {
		return nil, value, err
	}
	theirs, base := new(T), new(T)
	doc, complaints := file.Read(name, data, theirs)
	if len(complaints) > 0 {
		data, err = file.Write(value)
		return data, value, err
	}
	if len(was) > 0 {
		file.Read(name, was, base)
	}
	both, places := meet(*base, value, *theirs)
	if len(places) > 0 {
		return nil, value, &Met{name, places}
	}
	data, err = doc.Update(both)
	return data, both, err
}
