package tagged

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"
	"strconv"
)

// An object is a value of the file, with the bytes of a stream where it has some.
type object struct {
	dict   []byte
	stream []byte
	plain  bool // a stream that stays uncompressed
}

// A places is the table of where objects stand, by number, as the file has it (ISO
// 32000-1, 7.5.8): a byte for the kind, four and two for the place. A day of
// handouts has so many objects that nothing larger is kept of each.
type places []byte

// placeSize is how many bytes the table has for an object.
const placeSize = 1 + 4 + 2

func (p *places) reserve() int {
	*p = append(*p, make([]byte, placeSize)...)
	return len(*p)/placeSize - 1
}

// inFile says that an object stands so far into the file.
func (p places) inFile(number, at int) { p.set(number, 1, at, 0) }

// inStream says that an object is the so-many-th in a stream of objects.
func (p places) inStream(number, stream, at int) { p.set(number, 2, stream, at) }

func (p places) set(number int, kind byte, first, second int) {
	entry := p[number*placeSize:]
	entry[0] = kind
	binary.BigEndian.PutUint32(entry[1:], uint32(first))
	binary.BigEndian.PutUint16(entry[5:], uint16(second))
}

// together is how many objects are compressed as one: many share their words,
// but a reader opens all of them to see one.
const together = 200

// Objects are written as they come: those with streams at once, all others some
// at a time, compressed together (ISO 32000-1, 7.5.7). An error in writing is
// told at the end.
type objects struct {
	to      io.Writer
	sum     hash.Hash // over all that was written
	at      int
	places  places
	waiting []waiting
	err     error
}

// A waiting object is one without a stream.
type waiting struct {
	number int
	dict   []byte
}

func newObjects(to io.Writer) *objects {
	o := &objects{to: to, sum: sha256.New()}
	o.places.set(o.places.reserve(), 0, 0, 0xffff) // there is no object 0
	o.write([]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"))
	return o
}

func (o *objects) write(data []byte) {
	if o.err != nil {
		return
	}
	n, err := o.to.Write(data)
	o.at += n
	o.sum.Write(data[:n])
	o.err = err
}

// reserve gives the next number.
func (o *objects) reserve() int { return o.places.reserve() }

// put writes an object and tells its number.
func (o *objects) put(one object) int {
	n := o.reserve()
	o.setReserved(n, one)
	return n
}

// setReserved writes the object of a number that was reserved.
func (o *objects) setReserved(number int, one object) {
	if one.stream != nil {
		o.putStream(number, one)
		return
	}
	o.waiting = append(o.waiting, waiting{number, one.dict})
	if len(o.waiting) == together {
		o.pack()
	}
}

// pack writes the objects that wait, as one stream.
func (o *objects) pack() {
	if len(o.waiting) == 0 {
		return
	}
	number := o.reserve()
	var head, bodies []byte
	for i, one := range o.waiting {
		head = append(strconv.AppendInt(head, int64(one.number), 10), ' ')
		head = append(strconv.AppendInt(head, int64(len(bodies)), 10), ' ')
		bodies = append(append(bodies, one.dict...), '\n')
		o.places.inStream(one.number, number, i)
	}
	dict := fmt.Appendf(nil, "<</Type/ObjStm/N %d/First %d>>", len(o.waiting), len(head))
	o.waiting = o.waiting[:0]
	o.putStream(number, object{dict: dict, stream: append(head, bodies...)})
}

// putStream writes an object with a stream, compressed unless it is already or
// must not be.
func (o *objects) putStream(number int, one object) {
	o.places.inFile(number, o.at)
	data, filter := one.stream, ""
	if !one.plain && !bytes.Contains(one.dict, []byte("/Filter")) {
		small, err := Compress(data)
		if err != nil && o.err == nil {
			o.err = err
		}
		data, filter = small, "/Filter/FlateDecode"
	}
	o.write(fmt.Appendf(nil, "%d 0 obj\n%s%s/Length %d>>\nstream\n", number, bytes.TrimSuffix(one.dict, []byte(">>")), filter, len(data)))
	o.write(data)
	o.write([]byte("\nendstream\nendobj\n"))
}

// end writes the table of places (ISO 32000-1, 7.5.8), which also says which
// objects a reader begins with.
func (o *objects) end(catalog, info int) error {
	o.pack()
	number, at := o.reserve(), o.at
	o.places.inFile(number, at)
	id := o.sum.Sum(nil)[:16]
	o.putStream(number, object{stream: o.places, dict: fmt.Appendf(nil, "<</Type/XRef/Size %d/Root %d 0 R/Info %d 0 R/ID[<%[4]x><%[4]x>]/W[1 4 2]>>",
		number+1, catalog, info, id)})
	o.write(fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", at))
	return o.err
}
