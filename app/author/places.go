package author

import (
	"fmt"
	"slices"
	"strings"

	"deskleaf/content/change"
)

// A Place is one thing about which somebody decides where newer words ship: a text, a few
// lines of a list, or what can only be taken as a whole (a step that came or went, facts).
type Place struct {
	Part           string // the key of its piece
	Language, Path string // of a text; no path for what is taken as a whole
	Ours, Ships    string // of a text
	Changes        []change.Change
	Conflict       bool // the clinic changed it too

	at int // of lines: which stretch of the list
}

// A Decision is what becomes of a place: the clinic's stays, what ships is taken, or
// somebody wrote a text of their own.
type Decision struct {
	Take, Own bool
	Text      string // of one's own
}

// Places are all that there is to decide about, in the order of the files.
func (n Newer) Places() []Place {
	differ := map[string]change.Part{}
	for _, p := range change.Parts(n.Ours, n.Ships) {
		differ[p.Key] = p
	}
	var all []Place
	for _, piece := range n.Pieces() {
		changes := differ[piece.Key].Changes
		if !n.inTexts(piece.Key, changes) {
			all = append(all, Place{Part: piece.Key, Changes: changes, Conflict: piece.Conflict})
			continue
		}
		var facts []change.Change
		for _, c := range changes {
			if c.Language() == "" {
				facts = append(facts, c)
				continue
			}
			all = append(all, n.texts(piece.Key, c)...)
		}
		if len(facts) > 0 {
			all = append(all, Place{Part: piece.Key, Changes: facts, Conflict: piece.Conflict})
		}
	}
	return all
}

// texted are the parts of words whose texts can be decided about one by one.
var texted = []string{"title", "short", "noun", "summary", "lead", "code_notice", "names", "misspelled", "topics", "handout", "sections", "steps", "signs", "ask_before", "options", "events", "diary", "codes", "modifiers", "questions"}

// inTexts reports whether a part is there on both sides, so that its texts can be decided
// about one by one.
func (n Newer) inTexts(key string, changes []change.Change) bool {
	kind, id, _ := strings.Cut(key, "/")
	if !slices.Contains(texted, kind) || len(changes) == 0 {
		return false
	}
	for _, c := range changes {
		if c.Language() != "" && id != "" && (c.Before == "" || c.After == "") {
			return false
		}
	}
	if kind != string(Questions) {
		return true
	}
	for language, w := range n.Ours.Words {
		if len(w.Questions) != len(n.Ships.Words[language].Questions) {
			return false
		}
	}
	return true
}

// texts are the places of one text that differs: itself, or of a list each stretch of
// lines that what ships has changed.
func (n Newer) texts(part string, c change.Change) []Place {
	language, path := c.Language(), textPath(c.Path)
	base, ours, ships := n.read(language, path)
	p := Place{Part: part, Language: language, Path: path, Ours: ours, Ships: ships, Conflict: ours != base}
	if !isList(path) {
		if base == ships {
			return nil // the clinic's own change
		}
		return []Place{p}
	}
	had := strings.Split(base, "\n")
	var all []Place
	for i, s := range stretches(ours, ships) {
		isNew := func(line string) bool { return !slices.Contains(had, line) }
		wasThere := func(line string) bool { return slices.Contains(had, line) }
		if s.same || !slices.ContainsFunc(s.ships, isNew) && !slices.ContainsFunc(s.ours, wasThere) {
			continue
		}
		p.Ours, p.Ships, p.at = strings.Join(s.ours, "\n"), strings.Join(s.ships, "\n"), i
		p.Conflict = slices.ContainsFunc(s.ours, isNew)
		all = append(all, p)
	}
	return all
}

// read is a text in all three editions.
func (n Newer) read(language, path string) (base, ours, ships string) {
	return Text(n.Base.Words[language], path), Text(n.Ours.Words[language], path), Text(n.Ships.Words[language], path)
}

// Decided is the clinic's edition after decisions, one for each place.
func (n Newer) Decided(places []Place, decisions []Decision) (change.Edition, error) {
	e, err := n.Merged(func(key string) bool {
		return slices.ContainsFunc(places, func(p Place) bool {
			return p.Path == "" && p.Part == key && decisions[slices.IndexFunc(places, p.is)].Take
		})
	})
	if err != nil {
		return change.Edition{}, err
	}
	for i, p := range places {
		if p.Path == "" || slices.ContainsFunc(places[:i], p.sameText) {
			continue
		}
		_, ours, ships := n.read(p.Language, p.Path)
		e = WithText(e, p.Language, p.Path, p.put(ours, ships, places, decisions))
	}
	return e, nil
}

func (p Place) is(o Place) bool { return p.Part == o.Part && p.sameText(o) && p.at == o.at }

func (p Place) sameText(o Place) bool {
	return p.Path == o.Path && p.Language == o.Language && (p.Path != "" || p.Part == o.Part)
}

// put is the text that comes of the decisions about it.
func (p Place) put(ours, ships string, places []Place, decisions []Decision) string {
	if !isList(p.Path) {
		return decisions[slices.IndexFunc(places, p.is)].of(ours, ships)
	}
	var lines []string
	for i, s := range stretches(ours, ships) {
		p.at = i
		text := strings.Join(s.ours, "\n")
		if n := slices.IndexFunc(places, p.is); n >= 0 {
			text = decisions[n].of(text, strings.Join(s.ships, "\n"))
		}
		if text != "" {
			lines = append(lines, text)
		}
	}
	return strings.Join(lines, "\n")
}

// of is the text that a decision makes of two.
func (d Decision) of(ours, ships string) string {
	switch {
	case d.Own:
		return d.Text
	case d.Take:
		return ships
	}
	return ours
}

// isList reports whether a text is a list of lines.
func isList(path string) bool {
	return strings.HasPrefix(path, "sections.") || slices.Contains([]string{"names", "misspelled", "topics", "diary.columns"}, path)
}

// textPath is the path of a text of words by the place of its change:
// "/en/steps/ice/text" is "steps.ice.text", "/en/questions/2/ask" is "questions[2].ask".
func textPath(place string) string {
	keys := strings.Split(place, "/")[2:]
	if keys[0] == string(Questions) && len(keys) == 3 {
		return fmt.Sprintf("%s[%s].%s", keys[0], keys[1], keys[2])
	}
	return strings.Join(keys, ".")
}

// A stretch is some lines of two lists: the same in both, or those of the one in the place
// of those of the other.
type stretch struct {
	same        bool
	ours, ships []string
}

// stretches part two lists at the lines that both have. Lines are compared as words are:
// each is one.
func stretches(ours, ships string) []stretch {
	a, b := strings.Split(ours, "\n"), strings.Split(ships, "\n")
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	var all []stretch
	last := func(same bool) *stretch {
		if len(all) == 0 || all[len(all)-1].same != same {
			all = append(all, stretch{same: same})
		}
		return &all[len(all)-1]
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			s := last(true)
			s.ours, s.ships = append(s.ours, a[i]), append(s.ships, b[j])
			i, j = i+1, j+1
		case j >= len(b) || i < len(a) && common[i+1][j] >= common[i][j+1]:
			s := last(false)
			s.ours, i = append(s.ours, a[i]), i+1
		default:
			s := last(false)
			s.ships, j = append(s.ships, b[j]), j+1
		}
	}
	for k := range all { // an empty text is no line
		none := func(line string) bool { return line == "" }
		all[k].ours, all[k].ships = slices.DeleteFunc(all[k].ours, none), slices.DeleteFunc(all[k].ships, none)
	}
	return all
}
