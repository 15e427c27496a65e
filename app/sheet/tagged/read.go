package tagged

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// A file is a PDF in parts. The number of an object is its index; there is no
// object 0.
type file struct {
	objects       []object
	pages         []int // their objects, in order
	info, catalog int
}

// An object is a value of the file, with the bytes of a stream where it has some.
type object struct {
	dict   []byte
	stream []byte
	plain  bool // a stream that stays uncompressed
}

// add appends an object and gives its number.
func (f *file) add(o object) int {
	f.objects = append(f.objects, o)
	return len(f.objects) - 1
}

var errUnlike = errors.New("this is not a file as gofpdf writes it")

// read takes apart what gofpdf wrote.
func read(data []byte) (*file, error) {
	places, err := readPlaces(data)
	if err != nil {
		return nil, err
	}
	ends := slices.Clone(places)
	slices.Sort(ends)
	f := &file{objects: make([]object, len(places)+1)}
	for i, from := range places {
		at, _ := slices.BinarySearch(ends, from)
		to := bytes.LastIndex(data, []byte("\nxref\n"))
		if at+1 < len(ends) {
			to = ends[at+1]
		}
		if f.objects[i+1], err = readObject(data[from:to], i+1); err != nil {
			return nil, err
		}
		if bytes.HasPrefix(f.objects[i+1].dict, []byte("<</Type /Page\n")) {
			f.pages = append(f.pages, i+1)
		}
	}
	f.catalog, f.info = len(places), len(places)-1 // as they always stand
	if !bytes.Contains(f.objects[f.catalog].dict, []byte("/Type /Catalog")) || f.info < 1 {
		return nil, errUnlike
	}
	return f, nil
}

// readPlaces reads where the objects begin, from 1 on.
func readPlaces(data []byte) ([]int, error) {
	at := bytes.LastIndex(data, []byte("\nxref\n0 "))
	if at < 0 {
		return nil, errUnlike
	}
	lines := bytes.Split(data[at+1:], []byte("\n"))
	count, err := strconv.Atoi(string(bytes.TrimPrefix(lines[1], []byte("0 "))))
	if err != nil || count < 2 || len(lines) < count+2 {
		return nil, errUnlike
	}
	var places []int
	for _, line := range lines[3 : count+2] {
		if len(line) < 10 {
			return nil, errUnlike
		}
		place, err := strconv.Atoi(string(line[:10]))
		if err != nil || place <= 0 || place > at {
			return nil, errUnlike
		}
		places = append(places, place)
	}
	return places, nil
}

// readObject reads one object with its number.
func readObject(data []byte, number int) (object, error) {
	body, ok := bytes.CutPrefix(data, fmt.Appendf(nil, "%d 0 obj\n", number))
	if !ok {
		return object{}, errUnlike
	}
	end := bytes.LastIndex(body, []byte("endobj"))
	if end < 0 {
		return object{}, errUnlike
	}
	body = bytes.TrimSuffix(body[:end], []byte("\n"))
	dict, stream, has := bytes.Cut(body, []byte("\nstream\n"))
	if !has {
		return object{dict: body}, nil
	}
	stream, ok = bytes.CutSuffix(stream, []byte("\nendstream"))
	if !ok {
		return object{}, errUnlike
	}
	return object{dict: length.ReplaceAll(dict, nil), stream: stream}, nil
}

// length is the entry for a stream's length, which is set when it is written.
var length = regexp.MustCompile(`\n?/Length \d+`)
