package tagged

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
)

// few is how many bytes are compressed the quick way. The thorough way begins by
// clearing half a megabyte, which takes longer than small streams are worth.
const few = 4 << 10

// middling is the level of zlib that comes within a few hundredths of the smallest
// in half the time.
const middling = 5

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
	kept, level := thorough, middling
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
