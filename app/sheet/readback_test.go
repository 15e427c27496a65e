package sheet

// What the tests read of a finished PDF: its objects, as qpdf tells them in JSON,
// and what a page's content paints between which marks.

import (
	"encoding/base64"
	"encoding/json"
	"strconv"
	"strings"
	"testing"
)

// A readPDF is a finished file, taken apart by qpdf.
type readPDF struct {
	t       *testing.T
	objects map[string]json.RawMessage
}

// A readValue is a value of a PDF: map, list, number, string, bool.
type readValue = any

func readBack(t *testing.T, path string) *readPDF {
	t.Helper()
	var told struct {
		QPDF []json.RawMessage `json:"qpdf"`
	}
	said := output(t, "qpdf", "--json", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=generalized", path)
	if err := json.Unmarshal(said, &told); err != nil {
		t.Fatal(err)
	}
	r := &readPDF{t: t}
	if err := json.Unmarshal(told.QPDF[1], &r.objects); err != nil {
		t.Fatal(err)
	}
	return r
}

// A readObject is an object as qpdf writes it.
type readObject struct {
	Value  readValue `json:"value"`
	Stream struct {
		Dict map[string]readValue `json:"dict"`
		Data string               `json:"data"`
	} `json:"stream"`
}

func (r *readPDF) object(ref string) (o readObject) {
	r.t.Helper()
	if err := json.Unmarshal(r.objects["obj:"+ref], &o); err != nil {
		r.t.Fatalf("object %q: %v", ref, err)
	}
	return o
}

// value follows a reference.
func (r *readPDF) value(v readValue) readValue {
	if s, ok := v.(string); ok && strings.HasSuffix(s, " R") {
		o := r.object(s)
		if o.Stream.Dict != nil {
			return o.Stream.Dict
		}
		return o.Value
	}
	return v
}

// dict is a dictionary, or that of a stream, behind a reference or not.
func (r *readPDF) dict(v readValue) map[string]readValue {
	d, _ := r.value(v).(map[string]readValue)
	return d
}

func (r *readPDF) list(v readValue) []readValue {
	switch l := r.value(v).(type) {
	case []readValue:
		return l
	case nil:
		return nil
	default:
		return []readValue{l}
	}
}

// number is a whole number; -1 where there is none.
func (r *readPDF) number(v readValue) int {
	if n, ok := r.value(v).(float64); ok {
		return int(n)
	}
	return -1
}

// words is a string of text.
func (r *readPDF) words(v readValue) string {
	s, _ := r.value(v).(string)
	return strings.TrimPrefix(s, "u:")
}

// data is what is in a stream.
func (r *readPDF) data(v readValue) string {
	ref, _ := v.(string)
	data, err := base64.StdEncoding.DecodeString(r.object(ref).Stream.Data)
	if err != nil {
		r.t.Fatal(err)
	}
	return string(data)
}

func (r *readPDF) catalog() map[string]readValue {
	var trailer readObject
	if err := json.Unmarshal(r.objects["trailer"], &trailer); err != nil {
		r.t.Fatal(err)
	}
	return r.dict(r.dict(trailer.Value)["/Root"])
}

// A painted thing is one operator of a page that paints, within what is marked.
type painted struct {
	operator string
	tag      string // of the mark: "P", "Artifact"; "" outside all
	mcid     int    // -1 for artifacts
	font     string
	codes    string // of a text operator
	deep     int    // marks within marks
}

// paints are the operators of a page's content that paint.
func paints(t *testing.T, content string) (all []painted) {
	t.Helper()
	now := painted{mcid: -1}
	var operands []string
	for _, token := range tokens(content) {
		if c := token[0]; c == '(' || c == '/' || c == '<' || c == '[' || c == '-' || c == '.' || c >= '0' && c <= '9' {
			operands = append(operands, token)
			continue
		}
		switch token {
		case "BDC":
			now.tag, now.mcid, now.deep = operands[len(operands)-2][1:], -1, now.deep+1
			if _, after, ok := strings.Cut(operands[len(operands)-1], "/MCID "); ok {
				n, err := strconv.Atoi(strings.TrimRight(after, ">"))
				if err != nil {
					t.Fatalf("a mark without a number: %q", operands)
				}
				now.mcid = n
			}
		case "EMC":
			now.tag, now.mcid, now.deep = "", -1, now.deep-1
		case "Tf":
			now.font = operands[0]
		case "Tj", "TJ", "f", "f*", "S", "B", "Do":
			now.operator, now.codes = token, ""
			if token == "Tj" {
				now.codes = operands[len(operands)-1]
			}
			all = append(all, now)
		}
		operands = nil
	}
	if now.deep != 0 {
		t.Errorf("%d marks are left open at the end of a page", now.deep)
	}
	return all
}

// tokens are the words of a content stream; a string comes with its bracket, and
// without escapes.
func tokens(content string) (all []string) {
	for i := 0; i < len(content); {
		start := i
		switch c := content[i]; {
		case c <= ' ':
			i++
			continue
		case c == '(':
			text := []byte{'('}
			for i++; content[i] != ')'; i++ {
				if content[i] == '\\' {
					i++
					if content[i] == 'r' {
						text = append(text, '\r')
						continue
					}
				}
				text = append(text, content[i])
			}
			i++
			all = append(all, string(text))
			continue
		case strings.HasPrefix(content[i:], "<<"):
			for deep := 0; ; i++ {
				if strings.HasPrefix(content[i:], "<<") {
					deep++
				}
				if strings.HasPrefix(content[i:], ">>") {
					if deep--; deep == 0 {
						i += 2
						break
					}
				}
			}
		default:
			for i++; i < len(content) && content[i] > ' ' && content[i] != '(' && content[i] != '<' && content[i] != '/'; i++ {
			}
		}
		all = append(all, content[start:i])
	}
	return all
}
