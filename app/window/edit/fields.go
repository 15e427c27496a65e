package edit

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"deskleaf/app/author"
	"deskleaf/content/change"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// A field is where something is written, with what there is to say of it. Its key is
// the language and the path of a text ("es/steps.ice.text"), or "facts" and the path
// of a fact ("facts/codes[2].number").
type field struct {
	number  int            // in the order in which they were made
	entry   fyne.Focusable // nil where it is folded away
	typing  *widget.Entry  // what is typed into; nil where nothing is
	blanks  bool           // blanks may stand in it
	told    *fyne.Container
	saying  string         // what told says
	label   *widgets.Text  // says when it is missing; nil for none
	calls   string         // what the label says besides
	missing bool           // what the label says
	meter   *widgets.Meter // of a section; nil for none
}

// facts is what the keys of facts begin with.
const facts = "facts"

func textKey(language, path string) string { return language + "/" + path }
func factKey(path string) string           { return textKey(facts, path) }

// sorted are the keys of a map in order.
func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// edition is the work as it is now.
func (s *Screen) edition() change.Edition { return s.work.Now() }

// text is the text of a path in a language, where path is a screen's: see wordsPath.
func (s *Screen) text(language, path string) string {
	return author.Text(s.edition().Words[language], s.wordsPath(path))
}

// register notes a field under its key.
func (s *Screen) register(key string, entry fyne.Focusable) *field {
	f := &field{number: len(s.fields), entry: entry, told: widgets.NewColumn(2)}
	s.fields[key] = f
	return f
}

// A look is what a field of words is like.
type look struct {
	rows   int  // lines in sight; 1 is a field of one line
	blanks bool // blanks may stand in it
	meter  bool // it says how hard it is to read
}

// Room for a text: the letters that a line has about, and the most lines in sight.
const (
	lettersALine = 44
	mostRows     = 9
)

// pair is a text in the base language and, beside it, in the other one, with room for
// both.
func (s *Screen) pair(path, label string, k look) widgets.Pair {
	for _, language := range []string{library.BaseLanguage, s.other} {
		rows := 0
		for line := range strings.Lines(s.text(language, path)) {
			rows += 1 + (len(line)-1)/lettersALine
		}
		if k.rows > 1 {
			k.rows = min(max(rows, k.rows), mostRows)
		}
	}
	p := widgets.Pair{Left: s.words(library.BaseLanguage, path, label, k)}
	if s.other != "" {
		p.Right = s.words(s.other, path, label, k)
	}
	return p
}

// words is the field of one text under its label.
func (s *Screen) words(language, path, label string, k look) fyne.CanvasObject {
	key := textKey(language, path)
	changed := func(text string) { s.typed(language, path, text) }
	var f *field
	var o fyne.CanvasObject
	if k.rows == 1 {
		e := widgets.NewField("")
		e.SetSilently(s.text(language, path))
		e.OnChanged, e.Undo, e.OnFocus = changed, s.step, func() { s.last = key }
		f, o = s.register(key, e), e
		f.typing = &e.Entry
	} else {
		e := widgets.NewNoteField("", k.rows)
		e.SetText(s.text(language, path))
		e.OnChanged, e.Undo, e.OnFocus = changed, s.step, func() { s.last = key }
		f, o = s.register(key, e), e
		f.typing = &e.Entry
	}
	f.blanks, f.calls = k.blanks, label
	f.label = widgets.NewText(widgets.LabelStyle, widgets.Plain(label))
	column := widgets.NewColumn(3, f.label, o, f.told)
	if k.meter {
		f.meter = widgets.NewMeter()
		column.Add(f.meter)
	}
	return column
}

// typed takes what stands in a field of words now.
func (s *Screen) typed(language, path, text string) {
	if s.work == nil || s.text(language, path) == text {
		return
	}
	e := author.WithText(s.edition(), language, s.wordsPath(path), strings.TrimRight(text, "\n"))
	s.change(textKey(language, path), e)
}

// fact is a field of one line for something that is the same in every language. set
// makes the edition that comes of what was typed; where it cannot be read, the field
// says bad, and the fact stays as it was.
func (s *Screen) fact(path, label, hint, value string, set func(text string) (change.Edition, bool), bad string) placed {
	key := factKey(path)
	e := widgets.NewField(hint)
	e.SetSilently(value)
	e.Undo, e.OnFocus = s.step, func() { s.last = key }
	f := s.register(key, e)
	f.typing = &e.Entry
	e.OnChanged = func(text string) {
		now, read := set(strings.TrimSpace(text))
		if !read {
			s.unread[key] = true
			s.say(f, []remark{{weight: refuses, words: s.deps.Words.T(bad, "text", text)}})
			return
		}
		if s.unread[key] {
			delete(s.unread, key)
			s.say(f, nil)
		}
		s.change(key, now)
	}
	e.OnLeave = func(string) { s.tell() }
	return placed{labelled(label, e), f.told}
}

// labelled sets something under its label.
func labelled(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewColumn(3, widgets.NewText(widgets.LabelStyle, widgets.Plain(label)), o)
}

// placed is a field with its label, and what is said of it, which has a row of its
// own: it is longer than most fields are wide.
type placed struct {
	field fyne.CanvasObject
	told  fyne.CanvasObject
}

// choice is one of a few values of a fact. chosen is told by its value.
func choice[V comparable](s *Screen, path, label string, values []V, name func(V) string, chosen V, set func(V) change.Edition) placed {
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = name(v)
	}
	c := widgets.NewChoice("", names, slices.Index(values, chosen), func(i int) { s.rebuild(set(values[i]), s.open) })
	return placed{labelled(label, c), s.register(factKey(path), c).told}
}

// check is a fact that is so or not.
func (s *Screen) check(label string, on bool, set func(on bool) change.Edition) fyne.CanvasObject {
	return widgets.NewCheck(label, on, func(on bool) { s.change("", set(on)) })
}

// several are boxes to tick, of which each stands for a value of a list.
func several[V comparable](s *Screen, path, label string, values []V, name func(V) string, chosen []V, set func([]V) change.Edition) placed {
	var flow []fyne.CanvasObject
	now := slices.Clone(chosen)
	var first fyne.Focusable
	for _, v := range values {
		box := widgets.NewCheck(name(v), slices.Contains(chosen, v), func(bool) {
			if i := slices.Index(now, v); i >= 0 {
				now = slices.Delete(slices.Clone(now), i, i+1)
			} else {
				now = ordered(append(slices.Clone(now), v), values)
			}
			if len(now) == 0 {
				now = nil
			}
			s.change("", set(now))
		})
		if first == nil {
			first = box
		}
		flow = append(flow, box)
	}
	return placed{labelled(label, widgets.NewFlow(12, flow...)), s.register(factKey(path), first).told}
}

// ordered are some of all values in their order, and then what is not among those.
func ordered[V comparable](some, all []V) []V {
	var list []V
	for _, v := range all {
		if slices.Contains(some, v) {
			list = append(list, v)
		}
	}
	for _, v := range some {
		if !slices.Contains(all, v) {
			list = append(list, v)
		}
	}
	return list
}

// beside is a row of fields, all of one width.
func beside(fields ...placed) widgets.Pair {
	var objects, told []fyne.CanvasObject
	for _, f := range fields {
		objects, told = append(objects, f.field), append(told, f.told)
	}
	shares := objects[0]
	if len(objects) > 1 {
		shares = widgets.NewShares(14, objects...)
	}
	return alone(widgets.NewColumn(2, append([]fyne.CanvasObject{shares}, told...)...))
}

// alone is a row of its own.
func alone(o fyne.CanvasObject) widgets.Pair { return widgets.Pair{Left: o} }

// Gaps of rows that belong closer together than others: near is under what a row
// explains, listed between the lines of a list.
const (
	near   = 3
	listed = 6
)

func heading(text string) widgets.Pair {
	return alone(widgets.NewText(widgets.HeadingStyle, widgets.Plain(text)))
}

func muted(text string) widgets.Pair {
	p := alone(widgets.NewText(widgets.MutedStyle, widgets.Plain(text)))
	p.Gap = near
	return p
}
