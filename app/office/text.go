package office

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Text is the text of bytes in UTF-8, UTF-16 (with the mark before it, as Windows
// writes it) or Windows-1252, which is what is left where the bytes are no UTF-8. ok
// is false where they are no text: a zero byte stands in none.
func Text(data []byte) (text string, ok bool) {
	if order, marked := byteOrders[string(data[:min(2, len(data))])]; marked {
		return decodeUTF16(data[2:], order), true
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case bytes.IndexByte(data, 0) >= 0:
		return "", false
	case utf8.Valid(data):
		return string(data), true
	}
	western, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(western), err == nil
}

// byteOrders are the orders of UTF-16 by the mark before the text.
var byteOrders = map[string]binary.ByteOrder{"\xff\xfe": binary.LittleEndian, "\xfe\xff": binary.BigEndian}

func decodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}
