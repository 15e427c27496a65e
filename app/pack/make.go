package pack

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"deskleaf/app/clinic"
	"deskleaf/app/cost/prices"
	"deskleaf/app/store"
	"deskleaf/content/file"
	"deskleaf/content/library"
)

// An Order is what a pack is to be made of.
type Order struct {
	Folder  string // the clinic's folder
	Comment string // the trusted comment; "" for the clinic's name and the day
	Made    time.Time
	Signer  Signer
}

// A Made is a pack, with what was left out of it: what is no part of a library,
// such as files from before and those of other programs.
type Made struct {
	Bytes   []byte
	Comment string
	Files   int
	LeftOut []string
}

// Make makes a pack of a folder. A folder with a mistake is refused: desks would
// refuse the pack.
func Make(files store.FS, o Order) (Made, error) {
	if err := Check(o.Folder); err != nil {
		return Made{}, err
	}
	texts, leftOut, err := settled(files, o.Folder)
	if err != nil {
		return Made{}, err
	}
	c := clinic.Open(store.ReadOnly(files), o.Folder)
	if err := missed(leftOut, c.Facts.Logo); err != nil {
		return Made{}, err
	}
	m := Manifest{Format: Format, Made: o.Made.UTC().Format(time.RFC3339), Name: short(c.Facts.Name), Procedures: countProcedures(texts)}
	inner, err := zipped(texts, m)
	if err != nil {
		return Made{}, err
	}
	comment := short(cmp.Or(o.Comment, fmt.Sprintf("%s, %s UTC", cmp.Or(m.Name, "Deskleaf library"), o.Made.UTC().Format("2006-01-02 15:04"))))
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range []struct {
		name string
		data []byte
	}{{innerName, inner}, {signatureName, o.Signer.sign(inner, comment)}} {
		if err := add(w, part.name, part.data, zip.Store, o.Made); err != nil {
			return Made{}, err
		}
	}
	if err := w.Close(); err != nil {
		return Made{}, fmt.Errorf("write the library: %w", err)
	}
	if b.Len() > MostBytes {
		return Made{}, refuse(TooBig, "%d MB", b.Len()>>20)
	}
	return Made{b.Bytes(), comment, len(texts), leftOut}, nil
}

// Check reads a clinic's folder, of which nothing is changed, and says what is wrong
// with it: a [*Refusal], or nil.
func Check(folder string) error {
	files := store.ReadOnly(store.OS{})
	if about, err := files.Stat(folder); err != nil || !about.IsDir() {
		return fmt.Errorf("there is no folder %s", folder)
	}
	if found := library.Open(folder, "").Complaints(); len(found) > 0 {
		c := found[0]
		if inside, err := filepath.Rel(folder, c.File); err == nil {
			c.File = filepath.ToSlash(inside)
		}
		return refuse(Words, "%s, line %d: %s", c.File, c.Line, c.What)
	}
	if c := clinic.Open(files, folder); len(c.Notices) > 0 {
		return refuse(Words, "%s", c.Notices[0])
	}
	_, notice, err := prices.Open(files, folder)
	if err != nil || notice != "" {
		return refuse(Words, "%s", cmp.Or(notice, prices.File))
	}
	return nil
}

// ErrSaving says that a folder changes all the time while a pack is made of it.
var ErrSaving = errors.New("somebody saves in this folder right now: make the library again in a moment")

// mostReads is how often a folder is read until it is the same twice.
const mostReads = 6

// settled are the files of a library in a folder, which nobody changed while they were
// read, and what else lies there.
func settled(files store.FS, folder string) (texts map[string][]byte, leftOut []string, err error) {
	for range mostReads {
		before := texts
		if texts, leftOut, err = readAll(files, folder); err != nil {
			return nil, nil, err
		}
		if before != nil && maps.EqualFunc(before, texts, bytes.Equal) {
			return texts, leftOut, nil
		}
	}
	return nil, nil, ErrSaving
}

// readAll reads the files of a library, as whoever reads its procedures sees them: a save
// that a stopped machine left half done counts, and is finished in the pack.
func readAll(files store.FS, folder string) (texts map[string][]byte, leftOut []string, err error) {
	names, leftOut, err := collect(files, folder)
	if err != nil {
		return nil, nil, err
	}
	texts = map[string][]byte{}
	for _, name := range names {
		if texts[name], err = files.ReadFile(filepath.Join(folder, filepath.FromSlash(name))); err != nil {
			return nil, nil, fmt.Errorf("read a file of the library: %w", err)
		}
	}
	for _, left := range leftOut {
		if path.Base(left) != file.TogetherName {
			continue
		}
		data, err := files.ReadFile(filepath.Join(folder, filepath.FromSlash(left)))
		var half map[string][]byte
		if err == nil {
			half, err = file.ReadTogether(data)
		}
		if err != nil {
			return nil, nil, fmt.Errorf("read the save that is half done in %s: %w", path.Dir(left), err)
		}
		for name, text := range half {
			if at := path.Join(path.Dir(left), name); fitting(at) {
				texts[at] = text
			}
		}
	}
	for name, text := range texts {
		if most, _ := mostSize(name); uint64(len(text)) > most {
			return nil, nil, refuse(TooBig, "%s", name)
		}
	}
	leftOut = slices.DeleteFunc(leftOut, func(name string) bool { return path.Base(name) == file.TogetherName })
	return texts, leftOut, nil
}

// collect lists the files of a library in a folder, by their paths with slashes, and
// what else lies there.
func collect(files store.FS, folder string) (names, leftOut []string, err error) {
	var walk func(below string) error
	walk = func(below string) error {
		found, err := files.ReadDir(filepath.Join(folder, filepath.FromSlash(below)))
		if err != nil {
			return fmt.Errorf("read the folder: %w", err)
		}
		for _, e := range found {
			name := path.Join(below, e.Name())
			_, known := depths[strings.SplitN(name, "/", 2)[0]]
			switch hidden := strings.HasPrefix(e.Name(), "."); {
			case e.IsDir() && known && !hidden:
				if err := walk(name); err != nil {
					return err
				}
			case !e.IsDir() && e.Type().IsRegular() && fitting(name):
				names = append(names, name)
			default:
				leftOut = append(leftOut, name)
			}
		}
		return nil
	}
	if err := walk(""); err != nil {
		return nil, nil, err
	}
	if len(names) == 0 {
		return nil, nil, errors.New("there is nothing of a library in this folder")
	}
	return names, leftOut, nil
}

// fitting reports whether a file of that path has a place in a library.
func fitting(name string) bool {
	_, fits := mostSize(name)
	return fits && name != manifestName && checkName(name) == nil
}

// missed refuses to leave out what the clinic uses: words of a procedure, or the logo,
// whose name not every system can have.
func missed(leftOut []string, logo string) error {
	for _, name := range leftOut {
		hidden := strings.HasPrefix(name, ".") || strings.Contains(name, "/.")
		if name == logo || strings.HasPrefix(name, "procedures/") && path.Ext(name) == ".yaml" && !hidden {
			return refuse(BadName, "%q", name)
		}
	}
	return nil
}

// countProcedures counts the clinic's own procedures.
func countProcedures(texts map[string][]byte) int {
	n := 0
	for name := range texts {
		if strings.HasPrefix(name, "procedures/") && path.Base(name) == "procedure.yaml" {
			n++
		}
	}
	return n
}

// zipped is library.zip: the same folder and time give the same bytes.
func zipped(texts map[string][]byte, m Manifest) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	manifest, err := file.Write(m)
	if err != nil {
		return nil, fmt.Errorf("write the library: %w", err)
	}
	if err := add(w, manifestName, manifest, zip.Deflate, m.Time()); err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		if err := add(w, name, texts[name], zip.Deflate, m.Time()); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("write the library: %w", err)
	}
	return b.Bytes(), nil
}

// add adds one plain file to a ZIP.
func add(w *zip.Writer, name string, data []byte, method uint16, made time.Time) error {
	h := &zip.FileHeader{Name: name, Method: method, Modified: made.UTC()}
	h.SetMode(0o600)
	f, err := w.CreateHeader(h)
	if err == nil {
		_, err = io.Copy(f, bytes.NewReader(data))
	}
	if err != nil {
		return fmt.Errorf("write the library: %w", err)
	}
	return nil
}
