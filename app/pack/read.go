package pack

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"time"

	"deskleaf/app/store"
	"deskleaf/content/file"
)

// The two entries of a pack.
const (
	innerName     = "library.zip"
	signatureName = "library.zip.minisig"
)

// An entry is a file of the clinic's folder in a pack.
type entry struct {
	name string // its path, with slashes
	size uint64
	zip  *zip.File
}

// read gives the file's bytes, as many as it said.
func (e entry) read() ([]byte, error) {
	r, err := e.zip.Open()
	if err != nil {
		return nil, refuse(Damaged, "%s", e.name)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, int64(e.size)+1)) // the bounds of mostSize fit
	if err != nil || uint64(len(data)) != e.size {
		return nil, refuse(Damaged, "%s", e.name)
	}
	return data, nil
}

// OpenFile reads a pack from a file; see [Open].
func OpenFile(files store.FS, name string, key Key) (*Pack, error) {
	about, err := files.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("open the library: %w", err)
	}
	switch {
	case !about.Mode().IsRegular():
		return nil, refuse(NotPack, "")
	case about.Size() > MostBytes:
		return nil, refuse(TooBig, "%d MB", about.Size()>>20)
	}
	data, err := files.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("open the library: %w", err)
	}
	return Open(data, key)
}

// Open checks a pack: first that the key signed it, then that everything in it may
// be there. The error is a [*Refusal].
func Open(data []byte, key Key) (*Pack, error) {
	if len(data) > MostBytes {
		return nil, refuse(TooBig, "%d MB", len(data)>>20)
	}
	inner, signature, err := outer(data)
	if err != nil {
		return nil, err
	}
	p := &Pack{bytes: data}
	if p.Signed, err = key.verify(inner, signature); err != nil {
		return nil, err
	}
	p.Key = key.ID()
	if p.files, err = entries(inner); err != nil {
		return nil, err
	}
	return p, p.readManifest()
}

// outer takes a pack apart, trusting nothing of it.
func outer(data []byte) (inner, signature []byte, err error) {
	z, err := openZip(data, 2, NotPack)
	if err != nil {
		return nil, nil, err
	}
	if len(z.File) != 2 || z.File[0].Name != innerName || z.File[1].Name != signatureName {
		return nil, nil, refuse(NotPack, "")
	}
	parts := make([][]byte, 2)
	for i, f := range z.File {
		if f.Method != zip.Store || f.UncompressedSize64 > uint64(len(data)) {
			return nil, nil, refuse(NotPack, "")
		}
		if parts[i], err = (entry{f.Name, f.UncompressedSize64, f}).read(); err != nil {
			return nil, nil, err
		}
	}
	return parts[0], parts[1], nil
}

// mostHead is how long the line of one entry in the list of a ZIP may be: its fixed
// part, a name, and the time that package zip adds.
const mostHead = 46 + mostName + 32

// openZip opens a ZIP in memory after a look at the end of it: package zip would
// read a list of any length, whatever number of entries it says.
func openZip(data []byte, most int, not Reason) (*zip.Reader, error) {
	const endSize = 22 // of the end of a ZIP without a comment
	end := len(data) - endSize
	if end < 0 || binary.LittleEndian.Uint32(data[end:]) != 0x06054b50 {
		return nil, refuse(not, "")
	}
	count := int(binary.LittleEndian.Uint16(data[end+10:]))
	size, at := int(binary.LittleEndian.Uint32(data[end+12:])), int(binary.LittleEndian.Uint32(data[end+16:]))
	switch {
	case count == 0xffff || size > most*mostHead && at+size == end:
		return nil, refuse(TooMany, "")
	case at+size != end:
		return nil, refuse(not, "")
	case count > most:
		return nil, refuse(TooMany, "%d", count)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, refuse(not, "")
	}
	return z, nil
}

// entries are the files of library.zip, if all of them may be there.
func entries(inner []byte) ([]entry, error) {
	z, err := openZip(inner, MostEntries, Damaged)
	if err != nil {
		return nil, err
	}
	var all []entry
	var sum uint64
	names, folders := map[string]string{}, map[string]bool{}
	for _, f := range z.File {
		e := entry{f.Name, f.UncompressedSize64, f}
		if err := e.check(); err != nil {
			return nil, err
		}
		folded := strings.ToLower(e.name)
		if other, twice := names[folded]; twice {
			return nil, refuse(Twice, "%s, %s", other, e.name)
		}
		names[folded] = e.name
		for folder := path.Dir(folded); folder != "."; folder = path.Dir(folder) {
			folders[folder] = true
		}
		if sum += e.size; sum > MostUnpacked {
			return nil, refuse(TooBig, "")
		}
		all = append(all, e)
	}
	for folded, name := range names {
		if folders[folded] {
			return nil, refuse(Twice, "%s", name)
		}
	}
	return all, nil
}

// check says whether an entry may be in a pack.
func (e entry) check() error {
	if err := checkName(e.name); err != nil {
		return err
	}
	f := e.zip
	most, ok := mostSize(e.name)
	switch {
	case !f.Mode().IsRegular():
		return refuse(Link, "%s", e.name)
	case !ok:
		return refuse(Kind, "%s", e.name)
	case f.Method != zip.Store && f.Method != zip.Deflate, f.Flags&1 != 0: // flag 1: encrypted
		return refuse(Damaged, "%s", e.name)
	case e.size > most:
		return refuse(TooBig, "%s", e.name)
	}
	return nil
}

// readManifest reads what the pack says of itself.
func (p *Pack) readManifest() error {
	if len(p.files) == 0 || p.files[0].name != manifestName {
		return refuse(Damaged, manifestName)
	}
	data, err := p.files[0].read()
	if err != nil {
		return err
	}
	if err := file.CheckFormat(manifestName, data, Format); err != nil {
		return refuse(Newer, "")
	}
	if _, complaints := file.Read(manifestName, data, &p.Manifest); len(complaints) > 0 {
		return refuse(Damaged, manifestName)
	}
	if _, err := time.Parse(time.RFC3339, p.Made); err != nil {
		return refuse(Damaged, manifestName)
	}
	p.Name = short(p.Name)
	p.files = p.files[1:]
	return nil
}
