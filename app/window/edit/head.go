package edit

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/app/author"
	"deskleaf/content/check"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// A head says over the two columns of a chapter which language stands in which, and
// what the second one lacks.
type head struct {
	row   fyne.CanvasObject
	right *fyne.Container // the half of the second language
	lacks *widgets.Text
	next  *widgets.Button // nil where there is one language alone
}

// second is the language that can be added to a procedure in one language.
const second = "es"

func (s *Screen) newHead() *head {
	t := s.deps.Words.T
	h := &head{lacks: widgets.NewLine(widgets.MutedStyle, "")}
	blank := widgets.NewButton(t("edit.blank"), "form", widgets.Bare, s.InsertBlank)
	left := widgets.NewBar(8, []fyne.CanvasObject{widgets.NewLine(widgets.HeadingStyle, s.deps.Name(library.BaseLanguage))}, []fyne.CanvasObject{blank})
	pair := widgets.Pair{Left: left}
	if s.other != "" {
		h.next = widgets.NewButton(t("edit.next-missing"), "arrow-right", widgets.Bare, s.NextMissing)
		h.right = widgets.NewBar(8, []fyne.CanvasObject{widgets.NewLine(widgets.HeadingStyle, s.deps.Name(s.other)), h.lacks}, []fyne.CanvasObject{h.next})
		pair.Right = h.right
	} else {
		add := widgets.NewButton(t("edit.language.add", "language", s.deps.Name(second)), "plus", widgets.Bare, func() {
			s.rebuildWith(second)
		})
		pair.Right = widgets.NewBar(8, []fyne.CanvasObject{add}, nil)
	}
	h.row = widgets.NewPairs(0, pair)
	return h
}

// tell says what the second language lacks.
func (h *head) tell(words string, some bool) {
	if h.next == nil {
		return
	}
	if h.lacks.Words() != words {
		h.lacks.SetText(words)
		h.right.Refresh() // it has another width now
	}
	enable(h.next, some)
}

// rebuildWith adds a language and shows it beside the first.
func (s *Screen) rebuildWith(language string) {
	s.other = language
	s.rebuild(author.AddLanguage(s.edition(), language), s.open)
}

// tellMissing says in every head how much the other language lacks, here and in all,
// and marks the fields.
func (s *Screen) tellMissing() {
	t := s.deps.Words.T
	lacking := map[int]int{}
	missing := map[string]bool{}
	for _, language := range s.tags() {
		for _, path := range s.missing(language) {
			missing[textKey(language, path)] = true
			if language == s.other {
				lacking[s.chapterOf(path)]++
			}
		}
	}
	all := len(s.missing(s.other))
	for i, heads := range s.heads {
		words := t("edit.lacks.nothing")
		if all > 0 {
			words = t("edit.lacks.here", "here", lacking[i], "all", all)
		}
		for _, h := range heads {
			h.tell(words, all > 0)
		}
	}
	for key, f := range s.fields {
		if f.label == nil {
			continue
		}
		if f.missing == missing[key] {
			continue
		}
		runs := widgets.Plain(f.calls)
		if f.missing = missing[key]; f.missing {
			runs = append(runs, widgets.Run{Text: " · " + t("edit.missing.mark"), Bold: true})
		}
		f.label.SetRuns(runs)
	}
	for i, id := range s.shown() {
		name := t("edit.chapter." + id)
		n := s.leftToDo()
		if id != documentID {
			n = lacking[i] + s.wrong(i)
		}
		if n > 0 {
			name = t("edit.counted", "chapter", name, "n", n)
		}
		s.tabs.Rename(i, name)
	}
}

// missing are the paths, as the screen knows them, of what a language lacks, each
// field once and in the order of the screen.
func (s *Screen) missing(language string) []string {
	lacks := map[string]bool{}
	for _, path := range s.judged.Missing[language] {
		lacks[s.fieldPath(path)] = true
	}
	var paths []string
	for _, path := range author.Paths(s.edition()) {
		if path = s.screenPath(path); lacks[path] {
			paths = append(paths, path)
			delete(lacks, path)
		}
	}
	paths = append(paths, sorted(lacks)...) // told as a whole
	slices.SortStableFunc(paths, func(a, b string) int { return s.chapterOf(a) - s.chapterOf(b) })
	return paths
}

// fieldPath is the path of the field that a missing text belongs to.
func (s *Screen) fieldPath(path string) string {
	list, _, numbered := strings.Cut(path, "[")
	if numbered && !strings.HasPrefix(path, string(author.Questions)) {
		path = list
	}
	head, rest, _ := strings.Cut(path, ".")
	switch {
	case head == "steps" && !strings.Contains(rest, "."):
		path += ".text"
	case head == "handout" && !strings.Contains(rest, "."):
		path += ".title"
	case head == "options" && !strings.Contains(rest, "."):
		path += ".name"
	case path == string(author.Questions):
		path += "[0].ask"
	}
	return s.screenPath(path)
}

// NextMissing goes to the next text that the second column lacks, after the field
// that had the focus last.
func (s *Screen) NextMissing() {
	if s.work == nil || s.other == "" {
		return
	}
	paths := s.missing(s.other)
	if len(paths) == 0 {
		return
	}
	next := 0
	if _, last, _ := strings.Cut(s.last, "/"); last != "" {
		next = s.after(paths, last)
	}
	s.goTo(textKey(s.other, paths[next]))
}

// after is the number of the first path that stands behind a place; 0 where none
// does.
func (s *Screen) after(paths []string, place string) int {
	order := map[string]int{}
	for i, path := range author.Paths(s.edition()) {
		order[s.screenPath(path)] = i
	}
	at := func(path string) int { return s.chapterOf(path)*len(order) + order[path] }
	for i, path := range paths {
		if at(path) > at(place) {
			return i
		}
	}
	return 0
}

// goTo shows the field of a key: its chapter, and the part that it is of.
func (s *Screen) goTo(key string) {
	_, path, _ := strings.Cut(key, "/")
	s.tabs.Choose(s.chapterOf(path))
	if part := partOf(path); part != "" && s.open != part {
		s.open = part
		s.show()
	}
	s.tabs.Content()
	for at := key; ; {
		if f := s.fields[at]; f != nil && f.entry != nil {
			s.focus(at)
			return
		}
		shorter, more := parent(at)
		if !more {
			break
		}
		at = shorter
	}
	if c := s.cells[partOf(path)]; c != nil {
		s.take(c)
	} else if part := partOf(path); part != "" {
		s.focusFirst(part)
	}
}

// partOf is the path of the part that a path is in: "steps.ice", "codes[2]"; "" for
// none.
func partOf(path string) string {
	if list, rest, numbered := strings.Cut(path, "["); numbered && (!strings.Contains(list, ".") || list == string(author.Posted)) {
		n, _, _ := strings.Cut(rest, "]")
		return list + "[" + n + "]"
	}
	head, rest, _ := strings.Cut(path, ".")
	if !slices.Contains([]string{"steps", "signs", "ask_before", "options"}, head) {
		return ""
	}
	id, _, _ := strings.Cut(rest, ".")
	return head + "." + id
}

// parent is a key without its last part.
func parent(key string) (shorter string, more bool) {
	at := strings.LastIndexAny(key, ".[")
	if slash := strings.IndexByte(key, '/'); at <= slash {
		return "", false
	}
	return key[:at], true
}

// meters are how hard a page is to read, in both languages.
func (s *Screen) meters(page string) widgets.Pair {
	one := func(language string) fyne.CanvasObject {
		f := s.register(textKey(language, page), nil)
		f.meter = widgets.NewMeter()
		return f.meter
	}
	p := widgets.Pair{Left: one(library.BaseLanguage)}
	if s.other != "" {
		p.Right = one(s.other)
	}
	return p
}

// Where a meter ends: the grade of school after which nobody is asked for more, and
// the points of the scale of easy Spanish.
const (
	mostGrade   = 12
	mostInflesz = 100
)

// tellMeter says how hard something is to read: of what is its key in the readings.
func (s *Screen) tellMeter(m *widgets.Meter, language, of string) {
	t, r := s.deps.Words.T, s.judged.Readings[language][of]
	bound := check.Bound(language, of)
	key, value, most, shown := "edit.meter.grade", max(r.Grade(), 0), float64(mostGrade), "%.1f"
	if language != library.BaseLanguage {
		key, value, most, shown = "edit.meter.inflesz", max(r.Inflesz(), 0), mostInflesz, "%.0f"
	}
	if r.Words == 0 {
		m.Set(t("edit.meter.none"), 0, float32(bound/most), true)
		return
	}
	told, good := t(key, "value", fmt.Sprintf(shown, value), "bound", fmt.Sprintf("%.0f", bound)), check.Easy(language, of, r)
	if of == wholeHandout {
		told = t("edit.whole") + " " + told
	}
	if !good {
		told += " " + t("edit.hard")
	}
	m.Set(told, float32(value/most), float32(bound/most), good)
}

// wholeHandout is the key of both pages in the readings.
const wholeHandout = "handout"

// tellReadings says how hard pages, sections and the whole handout are to read, and
// reports whether that needs another room among the fields.
func (s *Screen) tellReadings() (moved bool) {
	for key, f := range s.fields {
		if f.meter != nil {
			language, path, _ := strings.Cut(key, "/")
			before := f.meter.MinSize().Height
			s.tellMeter(f.meter, language, path)
			moved = moved || f.meter.MinSize().Height != before
		}
	}
	_, counted := s.judged.Readings[s.language][wholeHandout]
	s.tellMeter(s.whole, s.language, wholeHandout)
	first, n := s.refusals()
	words := ""
	if n > 0 {
		words = s.deps.Words.T("edit.refusals", "n", n)
	}
	if s.firstWrong = first; s.whole.Hidden == counted || s.wrongs.Words() != words {
		s.whole.Hidden, s.wrongs.Hidden, s.toWrong.Hidden = !counted, n == 0, n == 0
		s.wrongs.SetText(words)
		s.right.Refresh()
	}
	return moved
}
