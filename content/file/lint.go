package file

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// swallowed complains of text that YAML takes otherwise than its author meant,
// without saying so: "desk #4", of which the half is a comment, and a list's
// dash that became part of the text above it.
func (d *decoder) swallowed(n *yaml.Node) {
	if n.Style != 0 {
		return
	}
	end := d.source.end(n)
	line, column := d.source.place(end)
	rest := strings.TrimLeft(string(d.source.text[end:d.source.contentEnd(line)]), " \t")
	if len(rest) > 1 && rest[0] == '#' && rest[1] >= '0' && rest[1] <= '9' {
		column += strings.IndexByte(d.source.line(line)[end-d.source.lines[line-1]:], '#')
		d.complaints = append(d.complaints, d.source.complain(line, column,
			"the text from # on is a comment, and is lost", `put the whole text in quotes: "…"`))
		return
	}
	for l := n.Line + 1; l <= line; l++ {
		text := d.source.line(l)
		if word := strings.TrimLeft(text, " \t"); strings.HasPrefix(word, "- ") {
			d.complaints = append(d.complaints, d.source.complain(l, len(text)-len(word)+1,
				fmt.Sprintf("this dash became part of the text of line %d", l-1), "put it below the dash of the item above"))
			return
		}
	}
}
