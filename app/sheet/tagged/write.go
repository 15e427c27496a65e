package tagged

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
)

// together is how many objects are compressed as one: many share their words,
// but a reader opens all of them to see one.
const together = 200

// A place is where an object stands: in the file, or as the so-many-th in a
// stream of objects.
type place struct {
	within int // the number of that stream; 0 for the file
	at     int
}

// write makes the file: objects with streams one after another, all others
// compressed together, and the table of their places (ISO 32000-1, 7.5.7 and
// 7.5.8).
func (f *file) write() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	places := f.gather()
	for n, o := range f.objects {
		if o.stream == nil {
			continue
		}
		places[n] = place{at: b.Len()}
		if err := put(&b, n, o); err != nil {
			return nil, err
		}
	}
	at := b.Len()
	places = append(places, place{at: at})
	id := sha256.Sum256(b.Bytes())
	table := object{dict: fmt.Appendf(nil, "<</Type/XRef/Size %d/Root %d 0 R/Info %d 0 R/ID[<%[4]x><%[4]x>]/W[1 4 2]>>",
		len(places), f.catalog, f.info, id[:16])}
	table.stream = binary.BigEndian.AppendUint16([]byte{0, 0, 0, 0, 0}, 0xffff)
	for _, p := range places[1:] {
		table.stream = p.entry(table.stream)
	}
	if err := put(&b, len(places)-1, table); err != nil {
		return nil, err
	}
	fmt.Fprintf(&b, "startxref\n%d\n%%%%EOF\n", at)
	return b.Bytes(), nil
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

// gather puts objects without streams into streams of objects, and tells their
// places.
func (f *file) gather() []place {
	places := make([]place, len(f.objects))
	var members []int
	pack := func() {
		number := len(f.objects)
		var head, bodies []byte
		for i, n := range members {
			head = append(strconv.AppendInt(head, int64(n), 10), ' ')
			head = append(strconv.AppendInt(head, int64(len(bodies)), 10), ' ')
			bodies = append(append(bodies, f.objects[n].dict...), '\n')
			places[n] = place{within: number, at: i}
		}
		f.add(object{
			dict:   fmt.Appendf(nil, "<</Type/ObjStm/N %d/First %d>>", len(members), len(head)),
			stream: append(head, bodies...),
		})
		places, members = append(places, place{}), members[:0]
	}
	for n := 1; n < len(places); n++ {
		if f.objects[n].stream == nil {
			members = append(members, n)
		}
		if len(members) == together {
			pack()
		}
	}
	if len(members) > 0 {
		pack()
	}
	return places
}

// put writes an object with a stream, compressed unless it is already or must
// not be.
func put(b *bytes.Buffer, number int, o object) error {
	fmt.Fprintf(b, "%d 0 obj\n%s", number, bytes.TrimSuffix(o.dict, []byte(">>")))
	data := o.stream
	if !o.plain && !bytes.Contains(o.dict, []byte("/Filter")) {
		small, err := Compress(data)
		if err != nil {
			return err
		}
		data = small
		b.WriteString("/Filter/FlateDecode")
	}
	fmt.Fprintf(b, "/Length %d>>\nstream\n", len(data))
	b.Write(data)
	b.WriteString("\nendstream\nendobj\n")
	return nil
}

// few is how many bytes are compressed the quick way. The thorough way begins by
// clearing half a megabyte, which takes longer than small streams are worth.
const few = 4 << 10

// Compressors are kept, because each begins by making room for its tables: one
// of each kind for every document that is likely to be made at the same time.
var (
	quick    = make(chan *zlib.Writer, 2)
	thorough = make(chan *zlib.Writer, 2)
)

func newCompressor(level int) *zlib.Writer {
	z, err := zlib.NewWriterLevel(io.Discard, level)
	if err != nil {
		panic(err) // the levels are zlib's own
	}
	return z
}

// Compress makes data small in the way that PDF calls FlateDecode.
func Compress(data []byte) ([]byte, error) {
	kept, level := thorough, zlib.DefaultCompression
	if len(data) < few {
		kept, level = quick, zlib.BestSpeed
	}
	var z *zlib.Writer
	select {
	case z = <-kept:
	default:
		z = newCompressor(level)
	}
	var b bytes.Buffer
	z.Reset(&b)
	if _, err := z.Write(data); err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	select {
	case kept <- z:
	default:
	}
	return b.Bytes(), nil
}
