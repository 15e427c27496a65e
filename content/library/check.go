package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"deskleaf/content/file"
)

// Check reads files and folders as their writer wants them read, and gives every
// mistake with its place, and as warnings what could be better. A path may be a procedure's folder, one of its files
// (the folder is then checked for that file), a registry of blanks, or a folder
// that holds procedures anywhere below.
func Check(paths ...string) file.Complaints {
	var c checking
	for _, p := range paths {
		c.path(filepath.Clean(p))
	}
	judgeTogether(c.readings)
	for i, r := range c.readings {
		if only := c.only[i]; only != "" {
			c.found = append(c.found, of(only, r.complaints)...)
		} else {
			c.found = append(c.found, r.complaints...)
		}
	}
	c.found.Sort()
	return c.found
}

// A checking is a run of [Check]: what was found so far, and the procedures that
// were read, of which each is checked against the others in the end.
type checking struct {
	found    file.Complaints
	readings []*reading
	only     []string // the one file of each procedure that was asked about; "" for all
}

// path checks one path that somebody typed.
func (c *checking) path(path string) {
	known, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c.about(path, "there is no such file or folder", "")
	case err != nil:
		c.about(path, "this cannot be read: "+err.Error(), "")
	case known.IsDir():
		c.folder(path)
	default:
		c.file(path)
	}
}

// about notes a complaint about a file or folder as a whole.
func (c *checking) about(path, what, hint string) {
	c.found = append(c.found, about(path, what, hint)...)
}

// about is a complaint about a file or folder as a whole.
func about(path, what, hint string) file.Complaints {
	return file.Complaints{{File: path, Line: 1, Column: 1, What: what, Hint: hint}}
}

// file checks one file of a procedure, or a registry of blanks.
func (c *checking) file(path string) {
	folder, name := filepath.Split(path)
	switch {
	case name == procedureFile || isWordsFile(name):
		c.procedure(filepath.Clean(folder), path)
	case name == "blanks.yaml":
		p := place{files: os.DirFS(filepath.Clean(folder)), folder: filepath.Clean(folder)}
		data, err := p.read(name)
		if err != nil {
			c.about(path, "this file cannot be read: "+err.Error(), "")
			return
		}
		_, complaints := readBlanks(path, data)
		c.found = append(c.found, complaints...)
	default:
		c.about(path, "this is no file of a procedure", "they are called "+procedureFile+", en.yaml, es.yaml, and lie in a folder with the procedure's id")
	}
}

// of keeps the complaints of one file.
func of(path string, all file.Complaints) file.Complaints {
	var own file.Complaints
	for _, c := range all {
		if c.File == path {
			own = append(own, c)
		}
	}
	return own
}

// folder checks every procedure and registry in a folder and below.
func (c *checking) folder(root string) {
	procedures := 0
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			c.about(path, "this cannot be read: "+err.Error(), "")
		case e.IsDir() && path != root && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		case e.IsDir() && isProcedure(path):
			procedures++
			c.procedure(path, "")
			return fs.SkipDir
		case !e.IsDir() && e.Name() == "blanks.yaml":
			c.file(path)
		}
		return nil
	})
	if err != nil {
		c.about(root, "this folder cannot be read: "+err.Error(), "")
	}
	if procedures == 0 {
		c.about(root, "there is no procedure in this folder", fmt.Sprintf("a procedure is a folder with %s and en.yaml", procedureFile))
	}
}

// isProcedure reports whether a folder is a procedure's: it has one of its files,
// even if another is missing.
func isProcedure(folder string) bool {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return false
	}
	for _, e := range entries {
		if !e.IsDir() && (e.Name() == procedureFile || isWordsFile(e.Name())) {
			return true
		}
	}
	return false
}

// procedure reads and judges a procedure's folder, with names of files in it that
// nobody would read. only is the one file to tell about, or "".
func (c *checking) procedure(folder, only string) {
	r := read(clinicPlace(folder))
	r.judge()
	r.complaints = append(r.complaints, strayFiles(folder)...)
	c.readings, c.only = append(c.readings, r), append(c.only, only)
}

// strayFiles complains of files that look like a procedure's and are called
// otherwise.
func strayFiles(folder string) file.Complaints {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return about(folder, "this folder cannot be read: "+err.Error(), "")
	}
	var found file.Complaints
	for _, e := range entries {
		name := strings.ToLower(e.Name())
		if ending := filepath.Ext(name); ending == ".yml" || ending == ".yaml" && name != procedureFile && !isWordsFile(e.Name()) {
			found = append(found, about(filepath.Join(folder, e.Name()), "nobody reads a file of this name", "a procedure has "+procedureFile+" and a file for each language, such as en.yaml")...)
		}
	}
	return found
}
