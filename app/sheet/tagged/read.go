package tagged

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// A file is what gofpdf drew, in parts. The number of an object is its index;
// there is no object 0.
type file struct {
	objects []object
	pages   []int // their objects, in order
}

// resources is the object that names the fonts and pictures of all pages.
const resources = 2

var errUnlike = errors.New("this is not a file as gofpdf writes it")

// read takes apart what gofpdf wrote.
func read(data []byte) (*file, error) {
	places, end, err := readPlaces(data)
	if err != nil {
		return nil, err
	}
	ends := append(slices.Clone(places), end)
	slices.Sort(ends)
	f := &file{objects: make([]object, len(places)+1)}
	for i, from := range places {
		at, _ := slices.BinarySearch(ends, from+1)
		if f.objects[i+1], err = readObject(data[from:ends[at]], i+1); err != nil {
			return nil, err
		}
		if bytes.HasPrefix(f.objects[i+1].dict, []byte("<</Type /Page\n")) {
			f.pages = append(f.pages, i+1)
		}
	}
	if len(f.objects) <= resources {
		return nil, errUnlike
	}
	return f, nil
}

// readPlaces reads where the objects begin, from 1 on, and where they end.
func readPlaces(data []byte) (places []int, end int, err error) {
	end = bytes.LastIndex(data, []byte("\nxref\n0 ")) + 1
	if end < 1 {
		return nil, 0, errUnlike
	}
	lines := bytes.Split(data[end:], []byte("\n"))
	count, err := strconv.Atoi(string(bytes.TrimPrefix(lines[1], []byte("0 "))))
	if err != nil || count < 2 || len(lines) < count+2 {
		return nil, 0, errUnlike
	}
	for _, line := range lines[3 : count+2] {
		if len(line) < 10 {
			return nil, 0, errUnlike
		}
		place, err := strconv.Atoi(string(line[:10]))
		if err != nil || place <= 0 || place >= end {
			return nil, 0, errUnlike
		}
		places = append(places, place)
	}
	return places, end, nil
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

// contents is the object with a page's painting.
func (f *file) contents(page int) (int, error) {
	_, after, ok := bytes.Cut(f.objects[page].dict, []byte("/Contents "))
	number, _, _ := bytes.Cut(after, []byte(" 0 R"))
	n, err := strconv.Atoi(string(number))
	if !ok || err != nil || n < 1 || n >= len(f.objects) || f.objects[n].stream == nil {
		return 0, errUnlike
	}
	return n, nil
}
