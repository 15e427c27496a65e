package clinic

import (
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"deskleaf/app/store"
	"deskleaf/content/file"
)

// A Latch is latch.yaml: the passcode that the window asks for before somebody
// changes settings, prices or words. It is a latch and not a safe: whoever may write
// to the clinic's folder may change its files, and delete this one.
type Latch struct {
	Format   int    `yaml:"format,omitempty"`
	Passcode string `yaml:"passcode,omitempty"` // "pbkdf2-sha256:ITERATIONS:SALT:HASH"; "" for none
}

// LeastPasscode is how many letters a passcode has at least.
const LeastPasscode = 4

// The work of guessing one passcode: what OWASP's Password Storage Cheat Sheet asks of
// PBKDF2 with SHA-256 (read 2026-11), and what a file may ask of this program at most.
const (
	latchMethod     = "pbkdf2-sha256"
	latchIterations = 600_000
	mostIterations  = 5_000_000
	latchBytes      = 32
)

// NewLatch is a latch with a passcode. It takes part of a second.
func NewLatch(passcode string) (Latch, error) {
	if len([]rune(passcode)) < LeastPasscode {
		return Latch{}, errors.New("the passcode is too short")
	}
	salt := make([]byte, 16)
	if _, err := rand.Read(salt); err != nil {
		return Latch{}, fmt.Errorf("make a passcode: %w", err)
	}
	hash, err := pbkdf2.Key(sha256.New, passcode, salt, latchIterations, latchBytes)
	if err != nil {
		return Latch{}, fmt.Errorf("make a passcode: %w", err)
	}
	written := base64.RawStdEncoding
	return Latch{Format, fmt.Sprintf("%s:%d:%s:%s", latchMethod, latchIterations, written.EncodeToString(salt), written.EncodeToString(hash))}, nil
}

// Closed reports whether there is a passcode.
func (l Latch) Closed() bool { return l.Passcode != "" }

// Opens reports whether a passcode is the right one. It takes part of a second. One
// that was not written by Deskleaf opens with nothing.
func (l Latch) Opens(passcode string) bool {
	parts := strings.Split(l.Passcode, ":")
	if len(parts) != 4 || parts[0] != latchMethod {
		return false
	}
	iterations, err := strconv.Atoi(parts[1])
	if err != nil || iterations < 1 || iterations > mostIterations {
		return false
	}
	salt, err1 := base64.RawStdEncoding.DecodeString(parts[2])
	hash, err2 := base64.RawStdEncoding.DecodeString(parts[3])
	if err1 != nil || err2 != nil || len(hash) != latchBytes {
		return false
	}
	tried, err := pbkdf2.Key(sha256.New, passcode, salt, iterations, latchBytes)
	return err == nil && subtle.ConstantTimeCompare(tried, hash) == 1
}

// SaveLatch writes latch.yaml. No version from before is kept beside it: whoever
// forgot the passcode deletes one file.
func (c Clinic) SaveLatch(files store.FS, l Latch) (Clinic, error) {
	l.Format = Format
	data, err := file.Write(l)
	if err != nil {
		return c, fmt.Errorf("write %s: %w", latchFile, err)
	}
	err = c.Alone(files, func(c Clinic, files store.FS) error {
		path := filepath.Join(c.Folder, latchFile)
		if there, err := files.ReadFile(path); err == nil {
			if err := file.CheckFormat(latchFile, there, Format); err != nil {
				return fmt.Errorf("write %s: %w", latchFile, err)
			}
		}
		if err := store.Save(files, path, data); err != nil {
			return err
		}
		_ = c.Fetch(files, latchFile)
		return nil
	})
	if err != nil {
		return c, err
	}
	c.Latch = l
	return c, nil
}
