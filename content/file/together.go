package file

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// TogetherName is the name of the file through which several files of a folder
// change in one step. Whoever reads the folder takes from it the texts of the files
// that it names, as long as it is there; the files themselves may be old or new.
const TogetherName = "saving.json"

// togetherFormat counts the layouts of the file.
const togetherFormat = 1

// together is the file.
type together struct {
	Format int
	Files  map[string]string
}

// WriteTogether is the text of the file for some files, by their paths below its folder,
// with slashes.
func WriteTogether(texts map[string][]byte) ([]byte, error) {
	t := together{Format: togetherFormat, Files: map[string]string{}}
	for name, text := range texts {
		if !utf8.Valid(text) {
			return nil, fmt.Errorf("save %s: its text is not UTF-8", name)
		}
		t.Files[name] = string(text)
	}
	return json.MarshalIndent(t, "", " ")
}

// ReadTogether reads it. Where a newer program wrote it, the error is a [*Newer].
func ReadTogether(data []byte) (map[string][]byte, error) {
	var t together
	if err := json.Unmarshal(data, &t); err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", TogetherName, err)
	}
	if t.Format > togetherFormat {
		return nil, &Newer{File: TogetherName, Has: t.Format, Knows: togetherFormat}
	}
	if t.Format < 1 || len(t.Files) == 0 {
		return nil, errors.New(TogetherName + " names no files")
	}
	texts := map[string][]byte{}
	for name, text := range t.Files {
		if !fs.ValidPath(name) || strings.ContainsAny(name, `\:`) || strings.HasPrefix(name, ".") || strings.Contains(name, "/.") {
			return nil, fmt.Errorf("%s names %q, which is no file of its folder", TogetherName, name)
		}
		texts[name] = []byte(text)
	}
	return texts, nil
}
