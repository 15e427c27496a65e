package pack

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"deskleaf/app/store"
	"deskleaf/content/file"
)

// pointerName is the file that says which library is in use.
const pointerName = "installed.yaml"

// A Place is where a computer keeps its signed library, and the key that it trusts.
// The zero value is that of a computer that has its content elsewhere.
type Place struct {
	Root string
	Key  Key
}

// None reports whether the computer takes no signed library.
func (p Place) None() bool { return p.Root == "" }

// Installed is installed.yaml: the library that is in use. The zero value is none.
type Installed struct {
	Format     int    `yaml:"format,need"`
	Folder     string `yaml:"folder,need"` // a folder beside the file
	Before     string `yaml:"before,omitempty"`
	Made       string `yaml:"made,need"`
	Name       string `yaml:"name,omitempty"`
	Signed     string `yaml:"signed,omitempty"`
	Procedures int    `yaml:"procedures,omitempty"`
}

// Time is when the library in use was made.
func (i Installed) Time() time.Time { return Manifest{Made: i.Made}.Time() }

// None reports whether nothing is installed.
func (i Installed) None() bool { return i.Folder == "" }

// Look reads which library is in use in a folder, trusting it.
func Look(files store.FS, root string) (Installed, error) {
	var i Installed
	data, err := files.ReadFile(filepath.Join(root, pointerName))
	if errors.Is(err, fs.ErrNotExist) {
		return Installed{}, nil
	}
	if err != nil {
		return Installed{}, fmt.Errorf("read which library is installed: %w", err)
	}
	if err := file.CheckFormat(pointerName, data, Format); err != nil {
		return Installed{}, refuse(Newer, "")
	}
	if _, complaints := file.Read(pointerName, data, &i); len(complaints) > 0 || !plainPart(i.Folder) || i.Before != "" && !plainPart(i.Before) {
		return Installed{}, refuse(Changed, pointerName)
	}
	return i, nil
}

// Current is the clinic's folder of the library in use, "" where none is installed.
// It is refused where the key did not sign it or a file in it is not as it was
// signed.
func (p Place) Current(files store.FS) (folder string, i Installed, err error) {
	if i, err = Look(files, p.Root); err != nil || i.None() {
		return "", i, err
	}
	folder = filepath.Join(p.Root, i.Folder)
	signed, err := OpenFile(files, folder+Ending, p.Key)
	if errors.Is(err, fs.ErrNotExist) {
		return "", i, refuse(Changed, "%s", i.Folder+Ending)
	}
	if err != nil {
		return "", i, err
	}
	if err := signed.fits(files, folder); err != nil {
		return "", i, err
	}
	i.Signed, i.Made, i.Name, i.Procedures = signed.Signed, signed.Made, signed.Name, signed.Procedures
	return folder, i, nil
}

// fits holds an unpacked folder to the pack: every file as it was signed, and none
// besides.
func (p *Pack) fits(files store.FS, folder string) error {
	parts := slices.Collect(slices.Chunk(p.files, max(1, len(p.files)/runtime.GOMAXPROCS(0)+1)))
	wrong := make([]error, len(parts))
	var wg sync.WaitGroup
	for i, part := range parts {
		wg.Go(func() { wrong[i] = fits(files, folder, part) })
	}
	wg.Wait()
	for _, err := range wrong {
		if err != nil {
			return err
		}
	}
	names, leftOut, err := collect(files, folder)
	if err != nil {
		return err
	}
	if extra := len(names) + len(leftOut) - len(p.files); extra > 0 {
		return refuse(Changed, "%d files more", extra)
	}
	return nil
}

// fits holds some of the files of an unpacked folder to those of the pack.
func fits(files store.FS, folder string, some []entry) error {
	for _, e := range some {
		data, err := e.read()
		if err != nil {
			return err
		}
		there, err := files.ReadFile(filepath.Join(folder, filepath.FromSlash(e.name)))
		if err != nil || !bytes.Equal(data, there) {
			return refuse(Changed, "%s", e.name)
		}
	}
	return nil
}
