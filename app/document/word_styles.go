package document

import (
	"encoding/xml"
	"strconv"
	"strings"

	"deskleaf/app/office"
)

// A wordStyle is what a style of paragraphs says of those that have it.
type wordStyle struct {
	name, basedOn string
	level         int // of a heading, from 1; 0 for none
	item, bold    bool
}

// Bounds of styles: Word comes with some hundred, and none is based on many others.
const (
	mostStyles   = 4000
	deepestBases = 12
)

// wordStyles are the styles by their ids.
type wordStyles map[string]wordStyle

func readStyles(parts *office.Parts, part string) (wordStyles, error) {
	styles := wordStyles{}
	id := ""
	err := parts.Each(part, func(_ *office.Tokens, e xml.StartElement) error {
		s := styles[id]
		value := office.Attribute(e, "val")
		switch e.Name.Local {
		case "style":
			if id = office.Attribute(e, "styleId"); len(styles) > mostStyles {
				return office.ErrDamaged
			}
			return nil
		case "name":
			s.name = strings.ToLower(value) // Word calls its own by English names, whatever its language
		case "basedOn":
			s.basedOn = value
		case "outlineLvl":
			s.level = outline(value)
		case "numPr":
			s.item = true
		case "b":
			s.bold = isOn(value)
		default:
			return nil
		}
		if id != "" {
			styles[id] = s
		}
		return nil
	})
	return styles, err
}

// outline is a level as people count it; 0 for body text, which is Word's 9.
func outline(value string) int {
	if n, err := strconv.Atoi(value); err == nil && n >= 0 && n < 9 {
		return n + 1
	}
	return 0
}

// isOn reports whether a mark is set: it is where it says nothing else.
func isOn(value string) bool { return value != "0" && value != "false" && value != "none" }

// of is what a style says, with what those say that it is based on.
func (all wordStyles) of(id string) wordStyle {
	var found wordStyle
	for range deepestBases {
		s, known := all[id]
		if !known {
			break
		}
		if found.name == "" {
			found.name = s.name
		}
		if found.level == 0 {
			found.level = s.level
		}
		if n, ok := strings.CutPrefix(s.name, "heading "); ok && found.level == 0 {
			found.level, _ = strconv.Atoi(n)
		}
		if s.name == "title" && found.level == 0 {
			found.level = 1
		}
		found.item = found.item || s.item || strings.HasPrefix(s.name, "list bullet") || strings.HasPrefix(s.name, "list number")
		found.bold = found.bold || s.bold
		id = s.basedOn
	}
	return found
}
