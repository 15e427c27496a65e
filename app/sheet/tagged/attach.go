package tagged

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"sync"
)

// An Attachment is a file that a PDF carries with it (ISO 32000-1, 7.11.4).
type Attachment struct {
	Name string
	Type string // its media type: "application/yaml"
	Says string // what it is
	Data []byte
}

// attach writes the attachment and gives the catalog's entry for it; "" for none.
// PDF/UA wants its name in both ways of writing names (ISO 14289-1, 7.11).
func (o *objects) attach(a Attachment) string {
	if a.Name == "" {
		return ""
	}
	var kind bytes.Buffer
	for _, c := range []byte(a.Type) { // a name of PDF: what is no letter or digit is written as its number
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' {
			kind.WriteByte(c)
		} else {
			fmt.Fprintf(&kind, "#%02X", c)
		}
	}
	stream := o.put(object{
		dict:   fmt.Appendf(nil, "<</Type/EmbeddedFile/Subtype/%s/Params<</Size %d>>>>", kind.Bytes(), len(a.Data)),
		stream: append([]byte{}, a.Data...),
	})
	spec := o.put(object{dict: fmt.Appendf(nil, "<</Type/Filespec/F%s/UF%[1]s/Desc%s/EF<</F %d 0 R>>>>", text(a.Name), text(a.Says), stream)})
	return fmt.Sprintf("/Names<</EmbeddedFiles<</Names[%s %d 0 R]>>>>", text(a.Name), spec)
}

// ErrNoAttachment says that a file is no PDF with an attachment as a [Writer]
// makes them.
var ErrNoAttachment = errors.New("this file carries nothing that was attached to it here")

// MostAttached is the largest attachment that is read back, in bytes.
const MostAttached = 1 << 20

var (
	// What repeats so often takes long to compile, and few ever open such a file.
	attachedPattern = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`<<[^\r\n]{0,200}/Type\s*/EmbeddedFile[^\r\n]{0,400}>>\s*stream\r?\n`)
	})
	lengthPattern = regexp.MustCompile(`/Length\s+([0-9]{1,9})\b`)
)

// Attached reads the attachment of a file that a [Writer] made, or of a copy that
// another program saved without rearranging it. Whatever the file claims, no more
// than [MostAttached] bytes are read.
func Attached(pdf []byte) ([]byte, error) {
	at := attachedPattern().FindIndex(pdf)
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || at == nil {
		return nil, ErrNoAttachment
	}
	dict, rest := pdf[at[0]:at[1]], pdf[at[1]:]
	m := lengthPattern.FindSubmatch(dict)
	if m == nil {
		return nil, ErrNoAttachment
	}
	length, err := strconv.Atoi(string(m[1]))
	if err != nil || length > len(rest) {
		return nil, ErrNoAttachment
	}
	from := io.Reader(bytes.NewReader(rest[:length]))
	if bytes.Contains(dict, []byte("/FlateDecode")) {
		if from, err = zlib.NewReader(from); err != nil {
			return nil, fmt.Errorf("read what is attached: %w", err)
		}
	}
	data, err := io.ReadAll(io.LimitReader(from, MostAttached+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read what is attached: %w", err)
	case len(data) > MostAttached:
		return nil, fmt.Errorf("read what is attached: it has more than %d bytes", MostAttached)
	}
	return data, nil
}
