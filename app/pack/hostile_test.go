package pack

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"

	"deskleaf/app/store"
	"deskleaf/app/store/storetest"
)

// A part is an entry of a pack that a test makes.
type part struct {
	name, text string
	mode       fs.FileMode
	says       uint64 // the size that it says; 0 for its own
}

var made = time.Date(2026, 12, 10, 12, 0, 0, 0, time.UTC)

const manifest = "format: 1\nmade: 2026-12-10T12:00:00Z\n"

// innerOf is a library.zip of any files, after a good manifest.
func innerOf(t testing.TB, files ...part) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range append([]part{{name: manifestName, text: manifest}}, files...) {
		h := &zip.FileHeader{Name: f.name, Method: zip.Store, Modified: made, UncompressedSize64: uint64(len(f.text)), CompressedSize64: uint64(len(f.text))}
		h.SetMode(f.mode | 0o600)
		if f.says > 0 {
			h.Method, h.UncompressedSize64 = zip.Deflate, f.says
		}
		p, err := w.CreateRaw(h)
		if err == nil && f.text != "" {
			_, err = p.Write([]byte(f.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pair is a signer with the key that trusts it.
func pair(t testing.TB) (Signer, Key) {
	t.Helper()
	secret, public, err := NewKey("")
	if err != nil {
		t.Fatal(err)
	}
	s, err1 := ReadSigner(secret, "")
	k, err2 := ReadKey(string(public))
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	return s, k
}

// outerOf is a pack of two parts.
func outerOf(t testing.TB, inner, signature []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	err := errors.Join(add(w, innerName, inner, zip.Store, made), add(w, signatureName, signature, zip.Store, made), w.Close())
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// list is the list of a ZIP with many entries of one name, and its end that says
// how many there are.
func list(entries int, says uint16) []byte {
	one := make([]byte, 46, 60)
	copy(one, "PK\x01\x02")
	binary.LittleEndian.PutUint16(one[28:], 6)
	one = append(one, "a.yaml"...)
	all := bytes.Repeat(one, entries)
	end := make([]byte, 22)
	copy(end, "PK\x05\x06")
	binary.LittleEndian.PutUint16(end[8:], says)
	binary.LittleEndian.PutUint16(end[10:], says)
	binary.LittleEndian.PutUint32(end[12:], uint32(len(all)))
	return append(all, end...)
}

// TestHostile refuses, as a whole and with the reason, what somebody may have put
// into a pack. All of them are signed with the key that the computer trusts.
func TestHostile(t *testing.T) {
	signer, key := pair(t)
	text := func(name string) []part { return []part{{name: "clinic.yaml"}, {name: name, text: "format: 1\n"}} }
	big := strings.Repeat("x", mostYAML)
	var many []part
	for i := range 600 {
		many = append(many, part{name: fmt.Sprintf("procedures/p%d/en.yaml", i), text: "x", says: mostYAML})
	}
	tests := []struct {
		name  string
		inner []byte
		want  Reason
	}{
		{"a path upward", innerOf(t, text("../clinic.yaml")...), BadName},
		{"a path upward from inside", innerOf(t, text("procedures/../../x.yaml")...), BadName},
		{"an absolute path", innerOf(t, text("/etc/passwd")...), BadName},
		{"a drive", innerOf(t, text("C:/x.yaml")...), BadName},
		{"a drive's folder", innerOf(t, text("C:x.yaml")...), BadName},
		{"Windows slashes", innerOf(t, text(`procedures\a\en.yaml`)...), BadName},
		{"a share", innerOf(t, text(`\\server\x.yaml`)...), BadName},
		{"a device", innerOf(t, text("procedures/CON/en.yaml")...), BadName},
		{"a device in small letters with an ending", innerOf(t, text("nul.png")...), BadName},
		{"a device with two endings", innerOf(t, text("procedures/com1.a.b/en.yaml")...), BadName},
		{"a stream", innerOf(t, text("clinic.yaml:x.png")...), BadName},
		{"a point at the end", innerOf(t, text("procedures/a./en.yaml")...), BadName},
		{"a space at the end", innerOf(t, text("procedures/a /en.yaml")...), BadName},
		{"a hidden file", innerOf(t, text(".clinic.yaml")...), BadName},
		{"a name that is a flag", innerOf(t, text("-rf.png")...), BadName},
		{"a NUL in the name", innerOf(t, text("logo\x00.png")...), BadName},
		{"bytes that are no text", innerOf(t, text("logo\xff.png")...), BadName},
		{"letters put together", innerOf(t, text("logo\u00f3.png")...), BadName},
		{"letters taken apart", innerOf(t, text("logo\u006f\u0301.png")...), BadName},
		{"a name without end", innerOf(t, text(strings.Repeat("a", 5000)+".png")...), BadName},
		{"an empty name", innerOf(t, text("")...), BadName},
		{"a folder", innerOf(t, part{name: "procedures/a/"}), BadName},
		{"a folder by its mode", innerOf(t, part{name: "logo.png", mode: fs.ModeDir}), Link},
		{"a link", innerOf(t, part{name: "clinic.yaml", text: "/etc/passwd", mode: fs.ModeSymlink}), Link},
		{"a device by its mode", innerOf(t, part{name: "clinic.yaml", mode: fs.ModeDevice}), Link},
		{"a pipe", innerOf(t, part{name: "clinic.yaml", mode: fs.ModeNamedPipe}), Link},
		{"the same name twice", innerOf(t, text("clinic.yaml")...), Twice},
		{"names that differ in case", innerOf(t, text("procedures/a/en.yaml")[1], text("procedures/A/en.yaml")[1]), Twice},
		{"a file that is a folder too", innerOf(t, text("history/a/b.yaml")[1], text("history/a/B.yaml/en.yaml")[1]), Twice},
		{"a program", innerOf(t, text("setup.exe")...), Kind},
		{"a file of words at the top", innerOf(t, text("en.yaml")...), Kind},
		{"a picture among words", innerOf(t, text("procedures/a/x.png")...), Kind},
		{"a folder of its own", innerOf(t, text("other/a/en.yaml")...), Kind},
		{"words too deep", innerOf(t, text("procedures/a/b/c/en.yaml")...), Kind},
		{"100 GB in one", innerOf(t, part{name: "prices.csv", text: "x", says: 100 << 30}), TooBig},
		{"too much in all", innerOf(t, many...), TooBig},
		{"a large file of words", innerOf(t, part{name: "clinic.yaml", text: big + "x"}), TooBig},
		{"not a ZIP", []byte("hello"), Damaged},
		{"nothing", nil, Damaged},
		{"cut short", innerOf(t, text("logo.png")...)[:200], Damaged},
		{"no manifest", list(0, 0), Damaged},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Open(outerOf(t, test.inner, signer.sign(test.inner, "test")), key)
			refused, ok := errors.AsType[*Refusal](err)
			if !ok || refused.Reason != test.want {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}

// TestMillionEntries refuses a list that is too long before it is read, whatever
// number of entries it says.
func TestMillionEntries(t *testing.T) {
	for _, says := range []uint16{0xffff, 1, 1_000_000 % 0x10000} {
		_, err := entries(list(1_000_000, says))
		if refused, ok := errors.AsType[*Refusal](err); !ok || refused.Reason != TooMany {
			t.Errorf("a list that says %d: got %v", says, err)
		}
		if _, _, err := outer(list(1_000_000, says)); err == nil {
			t.Errorf("a list that says %d is taken for a pack", says)
		}
	}
}

// TestUnpackedMoreThanSaid holds that a file that is longer than it says is found
// while nothing is in use of it, and that nothing stays.
func TestUnpackedMoreThanSaid(t *testing.T) {
	signer, key := pair(t)
	var squeezed bytes.Buffer
	w := zip.NewWriter(&squeezed)
	f, err := w.Create("x")
	if err == nil {
		_, err = f.Write(make([]byte, 64<<20))
	}
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(squeezed.Bytes()), int64(squeezed.Len()))
	if err != nil {
		t.Fatal(err)
	}
	start, err := z.File[0].DataOffset()
	if err != nil {
		t.Fatal(err)
	}
	body := squeezed.Bytes()[start : start+int64(z.File[0].CompressedSize64)]
	inner := innerOf(t, part{name: "clinic.yaml", text: string(body), says: 100})
	p, err := Open(outerOf(t, inner, signer.sign(inner, "test")), key)
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	err = p.Install(store.OS{}, root, false, func(string) error { return nil })
	if refused, ok := errors.AsType[*Refusal](err); !ok || refused.Reason != Damaged {
		t.Errorf("got %v", err)
	}
	if there, _ := os.ReadDir(root); len(there) > 0 {
		t.Errorf("%v stays", there)
	}
}

// TestSignature refuses what the key did not sign, in every byte that counts.
func TestSignature(t *testing.T) {
	signer, key := pair(t)
	stranger, _ := pair(t)
	inner := innerOf(t)
	good := string(signer.sign(inner, "by the clinic"))
	legacy := strings.Split(good, "\n") // "Ed": signed without a hash before it
	legacy[1] = "RW" + legacy[1][2:]
	tests := []struct {
		name  string
		pack  []byte
		want  Reason
		trust Key
	}{
		{"the content changed", outerOf(t, append([]byte("PK"), inner...), []byte(good)), Broken, key},
		{"the comment changed", outerOf(t, inner, []byte(strings.Replace(good, "by the", "by no", 1))), Broken, key},
		{"the way of signing changed", outerOf(t, inner, []byte(strings.Join(legacy, "\n"))), Broken, key},
		{"no signature", outerOf(t, inner, nil), Broken, key},
		{"of another key", outerOf(t, inner, stranger.sign(inner, "by the clinic")), Foreign, key},
		{"no key is trusted", outerOf(t, inner, []byte(good)), NoKey, Key{}},
		{"a plain ZIP", inner, NotPack, key},
		{"a text", []byte(good), NotPack, key},
		{"too many parts", list(3, 3), TooMany, key},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Open(test.pack, test.trust)
			if refused, ok := errors.AsType[*Refusal](err); !ok || refused.Reason != test.want {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
	whole := outerOf(t, inner, []byte(good))
	if _, err := Open(whole, key); err != nil {
		t.Fatal(err)
	}
	for n := range len(whole) {
		if _, err := Open(whole[:n], key); err == nil {
			t.Fatalf("cut to %d of %d bytes it is taken", n, len(whole))
		}
	}
}

// TestCrashes stops the machine after every operation of an install: the library
// from before or the new one is in use, whole.
func TestCrashes(t *testing.T) {
	signer, key := pair(t)
	packOf := func(minute int) *Pack {
		inner := innerOf(t, part{name: "clinic.yaml", text: fmt.Sprintf("format: 1\nname: Clinic %d\n", minute)}, part{name: "procedures/a/en.yaml", text: "title: A\n"})
		inner = bytes.Replace(inner, []byte("12:00:00Z"), fmt.Appendf(nil, "12:%02d:00Z", minute), 1)
		p, err := Open(outerOf(t, resummed(t, inner), signer.sign(resummed(t, inner), "test")), key)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	fine := func(string) error { return nil }
	for before := range 3 { // with nothing, one and two installed
		r := storetest.NewRecording(map[string]string{"/d/x": ""})
		for n := range before {
			if err := packOf(n).Install(r, "/d/library", false, fine); err != nil {
				t.Fatal(err)
			}
		}
		r = storetest.NewRecording(r.Files())
		if err := packOf(before).Install(r, "/d/library", false, fine); err != nil {
			t.Fatal(err)
		}
		crashes := r.Crashes()
		for i, c := range crashes {
			folder, now, err := Place{Root: "/d/library", Key: key}.Current(storetest.NewRecording(c.Files))
			old := before > 0 && now.Made == fmt.Sprintf("2026-12-10T12:%02d:00Z", before-1) || before == 0 && folder == ""
			isNew := now.Made == fmt.Sprintf("2026-12-10T12:%02d:00Z", before)
			if err != nil || !old && !isNew || i == len(crashes)-1 && !isNew {
				t.Fatalf("after %d operations, %s: %+v, %v", c.After, c.How, now, err)
			}
		}
	}
}

// resummed is library.zip with the checksum of a manifest that was changed.
func resummed(t testing.TB, inner []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(inner), int64(len(inner)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range z.File {
		at, err := f.DataOffset()
		if err != nil {
			t.Fatal(err)
		}
		if err := add(w, f.Name, inner[at:at+int64(f.CompressedSize64)], zip.Deflate, made); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestDiskFull holds that an install that cannot write leaves what was there.
func TestDiskFull(t *testing.T) {
	signer, key := pair(t)
	inner := resummed(t, innerOf(t, part{name: "clinic.yaml", text: "format: 1\n"}, part{name: "prices.csv", text: "x"}))
	p, err := Open(outerOf(t, inner, signer.sign(inner, "test")), key)
	if err != nil {
		t.Fatal(err)
	}
	fine := func(string) error { return nil }
	whole := storetest.NewRecording(map[string]string{"/d/x": ""})
	if err := p.Install(whole, "/d/library", false, fine); err != nil {
		t.Fatal(err)
	}
	for n := range len(whole.Operations()) {
		r := storetest.NewRecording(map[string]string{"/d/x": ""})
		full, done := errors.New("the disk is full"), 0
		r.Fail = func(o storetest.Operation) error {
			if o.Do == "read" || o.Do == "remove" {
				return nil
			}
			if done++; done > n {
				return full
			}
			return nil
		}
		err := p.Install(r, "/d/library", false, fine)
		r.Fail = nil
		if err == nil {
			continue // the operation was one of tidying up
		}
		folder, now, failed := Place{Root: "/d/library", Key: key}.Current(r)
		pointed := !now.None() && n >= len(whole.Operations())-1 // written, but its folder not synced
		if failed != nil || folder != "" && !pointed {
			t.Fatalf("full after %d operations: %+v, %v", n, now, failed)
		}
	}
}

func FuzzOpen(f *testing.F) {
	signer, key := pair(f)
	inner := innerOf(f, part{name: "clinic.yaml", text: "format: 1\n"}, part{name: "procedures/a/en.yaml", text: "title: A\n"})
	f.Add(inner)
	f.Add(resummed(f, inner))
	f.Add(list(3, 3))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = Open(data, key) // as it comes: it must only not fall over
		p, err := Open(outerOf(t, data, signer.sign(data, "fuzz")), key)
		if err != nil {
			if _, ok := errors.AsType[*Refusal](err); !ok {
				t.Errorf("an error without a reason: %v", err)
			}
			return
		}
		r := storetest.NewRecording(map[string]string{"/d/x": ""})
		if err := p.Install(r, "/d/in", false, func(string) error { return nil }); err != nil {
			return
		}
		for name := range r.Files() {
			if name != "/d/x" && !strings.HasPrefix(name, "/d/in/") {
				t.Errorf("something was written outside: %s", name)
			}
		}
		if _, _, err := (Place{Root: "/d/in", Key: key}).Current(r); err != nil {
			t.Errorf("what was installed is not what was signed: %v", err)
		}
	})
}
