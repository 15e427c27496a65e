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
	var found file.Complaints
	for _, p := range paths {
		found = append(found, checkPath(filepath.Clean(p))...)
	}
	found.Sort()
	return found
}

// checkPath checks one path that somebody typed.
func checkPath(path string) file.Complaints {
	known, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return about(path, "there is no such file or folder", "")
	case err != nil:
		return about(path, "this cannot be read: "+err.Error(), "")
	case known.IsDir():
		return checkFolder(path)
	}
	return checkFile(path)
}

// about is a complaint about a file or folder as a whole.
func about(path, what, hint string) file.Complaints {
	return file.Complaints{{File: path, Line: 1, Column: 1, What: what, Hint: hint}}
}

// checkFile checks one file of a procedure, or a registry of blanks.
func checkFile(path string) file.Complaints {
	folder, name := filepath.Split(path)
	switch {
	case name == procedureFile || isWordsFile(name):
		return of(path, checkProcedure(filepath.Clean(folder)))
	case name == "blanks.yaml":
		p := place{files: os.DirFS(filepath.Clean(folder)), folder: filepath.Clean(folder)}
		data, err := p.read(name)
		if err != nil {
			return about(path, "this file cannot be read: "+err.Error(), "")
		}
		_, complaints := readBlanks(path, data)
		return complaints
	}
	return about(path, "this is no file of a procedure", "they are called "+procedureFile+", en.yaml, es.yaml, and lie in a folder with the procedure's id")
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

// checkFolder checks every procedure and registry in a folder and below.
func checkFolder(root string) file.Complaints {
	var found file.Complaints
	procedures := 0
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			found = append(found, about(path, "this cannot be read: "+err.Error(), "")...)
		case e.IsDir() && path != root && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		case e.IsDir() && isProcedure(path):
			procedures++
			found = append(found, checkProcedure(path)...)
			return fs.SkipDir
		case !e.IsDir() && e.Name() == "blanks.yaml":
			found = append(found, checkFile(path)...)
		}
		return nil
	})
	if err != nil {
		found = append(found, about(root, "this folder cannot be read: "+err.Error(), "")...)
	}
	if procedures == 0 {
		found = append(found, about(root, "there is no procedure in this folder", fmt.Sprintf("a procedure is a folder with %s and en.yaml", procedureFile))...)
	}
	return found
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

// checkProcedure gives everything that is wrong with a procedure's folder, and
// with names of files in it that nobody would read.
func checkProcedure(folder string) file.Complaints {
	r := read(clinicPlace(folder))
	r.judge()
	return append(r.complaints, strayFiles(folder)...)
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
