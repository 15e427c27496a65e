package window

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"deskleaf/app/cost"
)

// What the tests type about patients is marked, so that it is known wherever it
// turns up: every word begins alike, all phones stand in one exchange, everybody
// was born in one year, and amounts lie within a hundred cents.
const (
	bornYear   = 1931
	markedUnit = 97_713
)

// mark is a word about the patient of that number.
func mark(what string, n int) string { return fmt.Sprintf("Zqv%s%04d", what, n) }

// phoneOf is the patient's phone.
func phoneOf(n int) string { return fmt.Sprintf("(867) 530-%04d", n) }

// bornOf is the patient's birth date as it is typed.
func bornOf(n int) string { return fmt.Sprintf("%d/%d/%d", n%12+1, n%28+1, bornYear) }

// amountOf is an amount that was said of the patient's money.
func amountOf(n int) cost.Cents { return markedUnit*100 + cost.Cents(n%100) }

func isMarkedAmount(c cost.Cents) bool { return c/100 == markedUnit }

// marks are what shows that a text is about a patient, however it is written.
var marks = regexp.MustCompile(`(?i)zqv|\(?867\)?[ -]*530|[0-9]/1931|1931-[0-9]|97,?713`)

func isMarked(text string) bool { return marks.MatchString(text) }

// others are the marked words in a text that are not the patient's of that number.
func others(text string, n int) []string {
	var all []string
	for _, word := range markedWord.FindAllString(text, -1) {
		if !strings.HasSuffix(word, fmt.Sprintf("%04d", n)) {
			all = append(all, word)
		}
	}
	return all
}

var markedWord = regexp.MustCompile(`Zqv[a-z]+[0-9]{4}|530-[0-9]{4}`)

// written is every file below a folder, by its path within it, and every folder
// with a stroke behind its name, each with its permission.
func written(t *testing.T, folder string) map[string]fs.FileMode {
	t.Helper()
	all := map[string]fs.FileMode{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(folder, path)
		if e.IsDir() {
			name += "/"
		}
		info, err := e.Info()
		if err == nil {
			all[name] = info.Mode().Perm()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// toldBy is what a file says: its name, its bytes, and what is packed in it, as in
// a PDF, an archive or a packed log.
func toldBy(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Base(path) + "\n" + string(data) + "\n" + unpacked(data)
}

// unpacked is all that can be inflated in some bytes, wherever it begins. Zlib and
// gzip begin with two known bytes; within a zip the same stream has no head, so
// that its own head is stepped over.
func unpacked(data []byte) string {
	var all strings.Builder
	take := func(r io.Reader, err error) {
		if err == nil {
			_, _ = io.Copy(&all, r) // as far as it goes
		}
	}
	for i := range data {
		rest := data[i:]
		switch {
		case bytes.HasPrefix(rest, []byte{0x78, 0x01}), bytes.HasPrefix(rest, []byte{0x78, 0x9c}), bytes.HasPrefix(rest, []byte{0x78, 0xda}):
			take(zlib.NewReader(bytes.NewReader(rest)))
		case bytes.HasPrefix(rest, []byte{0x1f, 0x8b, 8}):
			take(gzip.NewReader(bytes.NewReader(rest)))
		case bytes.HasPrefix(rest, []byte("PK\x03\x04")) && len(rest) > 30:
			head := 30 + int(rest[26]) + int(rest[27])<<8 + int(rest[28]) + int(rest[29])<<8
			if head < len(rest) {
				take(flate.NewReader(bytes.NewReader(rest[head:])), nil)
			}
		}
	}
	return all.String()
}
