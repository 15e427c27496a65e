package clinic

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deskleaf/app/store"
)

func TestLatch(t *testing.T) {
	folder := t.TempDir()
	c := Open(store.OS{}, folder)
	if c.Latch.Closed() || c.Latch.Opens("") {
		t.Error("a clinic without a passcode is closed, or opens with nothing")
	}
	l, err := NewLatch("llave 7")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.SaveLatch(store.OS{}, l); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(folder, latchFile))
	if err != nil || strings.Contains(string(text), "llave") {
		t.Errorf("the file holds %q, %v", text, err)
	}
	c = Open(store.OS{}, folder)
	for passcode, opens := range map[string]bool{"llave 7": true, "llave 8": false, "Llave 7": false, "": false} {
		if c.Latch.Opens(passcode) != opens {
			t.Errorf("%q opens: %t", passcode, !opens)
		}
	}
	again, err := NewLatch("llave 7")
	if err != nil || again.Passcode == l.Passcode {
		t.Errorf("the same passcode is written the same twice, which tells who has the same: %v", err)
	}
	if err := os.Remove(filepath.Join(folder, latchFile)); err != nil {
		t.Fatal(err)
	}
	if c := Open(store.OS{}, folder); c.Latch.Closed() || len(c.Notices) > 0 {
		t.Errorf("without its file it is closed still, or told: %q", c.Notices)
	}
}

func TestShortPasscodeAndForeignFile(t *testing.T) {
	if _, err := NewLatch("abc"); err == nil {
		t.Error("three letters are a passcode")
	}
	for _, written := range []string{"1234", "pbkdf2-sha256:0:AAAA:AAAA", "pbkdf2-sha256:99999999999:AAAA:AAAA", "pbkdf2-sha256:1:AAAA:", "md5:1:AAAA:AAAA"} {
		if (Latch{Passcode: written}).Opens("1234") {
			t.Errorf("%q opens", written)
		}
	}
}
