package file

import (
	"bytes"
	"fmt"

	"gopkg.in/yaml.v3"
)

// swallowed complains of text that YAML takes otherwise than its author meant,
// without saying so: "desk #4", of which the half is a comment, and a list's
// dash that became part of the text above it.
func (d *decoder) swallowed(n *yaml.Node) {
	if n.Style != 0 {
		return
	}
	text, end := d.source.text, d.source.end(n)
	at := end
	for at < len(text) && (text[at] == ' ' || text[at] == '\t') {
		at++
	}
	if at+1 < len(text) && at > end && text[at] == '#' && text[at+1] >= '0' && text[at+1] <= '9' {
		line, column := d.source.place(at)
		d.complainAt(line, column, "the text from # on is a comment, and is lost", inQuotes)
		return
	}
	for at := d.source.start(n); ; at++ {
		next := bytes.IndexAny(text[at:end], "\r\n")
		if next < 0 {
			return
		}
		at += next
		if rest := bytes.TrimLeft(text[at:end], " \t\r\n"); bytes.HasPrefix(rest, []byte("- ")) {
			line, column := d.source.place(end - len(rest))
			d.complainAt(line, column, fmt.Sprintf("this dash became part of the text of line %d", n.Line), "put it below the dash of the item above")
			return
		}
	}
}
