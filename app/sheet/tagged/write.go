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

// A place is where an object stands: in the file, or as the so-many-th in a
// stream of objects.
type place struct {
	within int // the number of that stream; 0 for the file
	at     int
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
	places  []place // by number
	waiting []waiting
	err     error
}

// A waiting object is one without a stream.
type waiting struct {
	number int
	dict   []byte
}

func newObjects(to io.Writer) *objects {
	o := &objects{to: to, sum: sha256.New(), places: []place{{}}}
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
func (o *objects) reserve() int {
	o.places = append(o.places, place{})
	return len(o.places) - 1
}

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
		o.places[one.number] = place{within: number, at: i}
	}
	dict := fmt.Appendf(nil, "<</Type/ObjStm/N %d/First %d>>", len(o.waiting), len(head))
	o.waiting = o.waiting[:0]
	o.putStream(number, object{dict: dict, stream: append(head, bodies...)})
}

// putStream writes an object with a stream, compressed unless it is already or
// must not be.
func (o *objects) putStream(number int, one object) {
	o.places[number] = place{at: o.at}
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
	o.places[number] = place{at: at}
	id := o.sum.Sum(nil)[:16]
	table := binary.BigEndian.AppendUint16([]byte{0, 0, 0, 0, 0}, 0xffff)
	for _, p := range o.places[1:] {
		table = p.entry(table)
	}
	o.putStream(number, object{stream: table, dict: fmt.Appendf(nil, "<</Type/XRef/Size %d/Root %d 0 R/Info %d 0 R/ID[<%[4]x><%[4]x>]/W[1 4 2]>>",
		len(o.places), catalog, info, id)})
	o.write(fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", at))
	return o.err
}

// entry appends a place to the table of places.
func (p place) entry(table []byte) []byte {
	kind, first, second := byte(1), p.at, 0
	if p.within > 0 {
		kind, first, second = 2, p.within, p.at
	}
	table = binary.BigEndian.AppendUint32(append(table, kind), uint32(first))
	return binary.BigEndian.AppendUint16(table, uint16(second))
}
