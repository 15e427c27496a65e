package pack_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"deskleaf/app/pack"
)

// TestMinisign holds keys and signatures to minisign itself, both ways.
func TestMinisign(t *testing.T) {
	tool, err := exec.LookPath("minisign")
	if err != nil {
		t.Skip("minisign is not installed here, so signatures are not held to it")
	}
	run := func(args ...string) {
		t.Helper()
		if out, err := exec.Command(tool, args...).CombinedOutput(); err != nil {
			t.Fatalf("minisign %v: %v\n%s", args, err, out)
		}
	}
	place := t.TempDir()
	at := func(name string) string { return filepath.Join(place, name) }

	ours := newKeys(t)
	write(t, place, map[string]string{"ours.pub": string(ours.public), "ours.key": string(ours.secret), "text": "hello"})
	for name, data := range unzipped(t, made(t, ours, folder(t), noon)) {
		write(t, place, map[string]string{name: data})
	}
	run("-Vm", at("library.zip"), "-p", at("ours.pub"))
	run("-S", "-W", "-s", at("ours.key"), "-m", at("text"))
	run("-Vm", at("text"), "-p", at("ours.pub"))

	run("-G", "-W", "-f", "-p", at("theirs.pub"), "-s", at("theirs.key"))
	secret, err1 := os.ReadFile(at("theirs.key"))
	public, err2 := os.ReadFile(at("theirs.pub"))
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	theirs := keys{secret, public}
	opened(t, made(t, theirs, folder(t), noon), theirs)
}

func unzipped(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(text)
	}
	return all
}

func TestKeys(t *testing.T) {
	k := newKeys(t)
	line := strings.Split(string(k.public), "\n")[1]
	if key, err := pack.ReadKey(line); err != nil || key.ID() != k.trusted(t).ID() {
		t.Errorf("the line alone: %v", err)
	}
	for _, bad := range []string{"", "RWQ", line[:50], string(k.secret), "untrusted comment: x\n"} {
		if _, err := pack.ReadKey(bad); err == nil {
			t.Errorf("%q is taken for a key", bad)
		}
	}
	if _, err := pack.ReadSigner(k.public, ""); !errors.Is(err, pack.ErrNoSecret) {
		t.Errorf("a public key to sign with: %v", err)
	}
}
