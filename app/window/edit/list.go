package edit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"deskleaf/app/author"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// A list is a list of parts: of steps, codes, sources.
type list struct {
	of      author.List
	numbers []int // of the parts that stand here, in their order; nil for all
	part    func(i int) part
	add     string // the words that add one
	// make adds one and gives its number.
	make func() (change.Edition, int)
}

// A part is one of a list.
type part struct {
	icon  string
	texts []string // the paths of its words, of which the first is its line in both columns
	name  string   // stands before its words: a number
	says  string   // its line where it has no words
	about string   // more of it, small
	body  func() []widgets.Pair
}

// list is the rows of a list.
func (s *Screen) list(l list) []widgets.Pair {
	numbers := l.numbers
	if numbers == nil {
		for i := range author.Count(s.edition(), l.of) {
			numbers = append(numbers, i)
		}
	}
	var rows []widgets.Pair
	for n, i := range numbers {
		p, path := l.part(i), author.Path(s.edition(), l.of, i)
		if s.open != path {
			rows = append(rows, s.folded(path, p))
			continue
		}
		told := s.register(factKey(path), nil).told
		body := append([]widgets.Pair{alone(told)}, p.body()...)
		body = append(body, alone(s.buttons(l, i, n > 0, n+1 < len(numbers))))
		for k := range body {
			body[k].Inset = true
		}
		body[1].Gap = near
		rows = append(rows, body...)
	}
	add := widgets.NewButton(s.deps.Words.T(l.add), "plus", widgets.Quiet, func() {
		e, i := l.make()
		path := author.Path(e, l.of, i)
		s.rebuild(e, path)
		s.focusFirst(path)
	})
	return append(rows, alone(widgets.NewFlow(0, add)))
}

// atEnd adds a part at the end of a list.
func (s *Screen) atEnd(of author.List) func() (change.Edition, int) {
	return func() (change.Edition, int) {
		e := author.Add(s.edition(), of)
		return e, author.Count(e, of) - 1
	}
}

// folded is a part as a line that unfolds it, with its words in both languages.
func (s *Screen) folded(path string, p part) widgets.Pair {
	cell := func(language, icon, line string, color fyne.ThemeColorName) (fyne.CanvasObject, *widgets.Cell, *field) {
		c := widgets.NewCell(icon, line, color, func() { s.unfold(path, language) })
		f := s.register(textKey(language, path), nil)
		for _, t := range p.texts {
			s.fields[textKey(language, t)] = f
		}
		return widgets.NewColumn(1, c, f.told), c, f
	}
	line, color := p.says, theme.ColorNameForeground
	if len(p.texts) > 0 {
		line, color = s.line(library.BaseLanguage, p.texts[0])
	}
	line = strings.TrimSpace(p.name + "  " + line)
	left, c, f := cell(library.BaseLanguage, p.icon, line, color)
	s.fields[factKey(path)] = f
	s.cells[path] = c
	if p.about != "" {
		left = widgets.NewColumn(1, c, widgets.NewText(widgets.MutedStyle, widgets.Plain(p.about)), f.told)
	}
	row := widgets.Pair{Left: left, Gap: listed}
	if s.other != "" && len(p.texts) > 0 {
		line, color := s.line(s.other, p.texts[0])
		row.Right, _, _ = cell(s.other, "", line, color)
	}
	return row
}

// line is a text as one line, or that there is none.
func (s *Screen) line(language, path string) (line string, color fyne.ThemeColorName) {
	text := strings.Join(strings.Fields(content.Plain(s.text(language, path))), " ")
	switch {
	case text != "":
		return text, theme.ColorNameForeground
	case language == library.BaseLanguage:
		return s.deps.Words.T("edit.no-words"), theme.ColorNameError
	}
	return s.deps.Words.T("edit.untranslated"), theme.ColorNameError
}

// unfold shows all of a part, and goes to its first field in a language.
func (s *Screen) unfold(path, language string) {
	s.open = path
	s.show()
	if !s.focusIn(language, path) {
		s.focusFirst(path)
	}
}

// focusFirst goes to the first field of a part, in the order of the screen.
func (s *Screen) focusFirst(path string) {
	if !s.focusIn(library.BaseLanguage, path) {
		s.focusIn(facts, path)
	}
}

// focusIn goes to the first field of a part in a language, or of facts, and reports
// whether there is one.
func (s *Screen) focusIn(language, path string) bool {
	s.tabs.Content()
	var first string
	for key, f := range s.fields {
		if f.entry != nil && strings.HasPrefix(key, textKey(language, path)+".") && (first == "" || f.number < s.fields[first].number) {
			first = key
		}
	}
	if first != "" {
		s.focus(first)
	}
	return first != ""
}

// buttons move a part, take it away, and fold it.
func (s *Screen) buttons(l list, i int, up, down bool) fyne.CanvasObject {
	t := s.deps.Words.T
	button := func(key, icon string, on bool, do func()) fyne.CanvasObject {
		b := widgets.NewButton(t(key), icon, widgets.Quiet, do)
		enable(b, on)
		return b
	}
	move := func(by int) func() {
		return func() {
			e, path := author.Move(s.edition(), l.of, i, by), s.open
			if strings.HasSuffix(path, "]") { // told by its number
				path = author.Path(e, l.of, i+by)
			}
			s.rebuild(e, path)
		}
	}
	return widgets.NewFlow(8,
		button("edit.fold", "check", true, func() { s.fold(author.Path(s.edition(), l.of, i)) }),
		button("edit.up", "chevron-up", up, move(-1)), button("edit.down", "chevron-down", down, move(1)),
		button("edit.delete", "delete", true, func() { s.remove(l.of, i) }))
}

// fold folds a part and goes to its line.
func (s *Screen) fold(path string) {
	s.open = ""
	s.show()
	s.tabs.Content()
	if c := s.cells[path]; c != nil {
		s.take(c)
	}
}

// remove takes a part away and says how to have it back.
func (s *Screen) remove(of author.List, i int) {
	t := s.deps.Words.T
	path := author.Path(s.edition(), of, i)
	for key := range s.unread {
		if strings.HasPrefix(key, factKey(path)) {
			delete(s.unread, key)
		}
	}
	s.notify(widgets.Inform, t("edit.deleted"), widgets.NewLink(t("edit.undo"), func() {
		s.note.Hidden = true
		s.open = path
		s.step(false)
	}))
	e := author.Delete(s.edition(), of, i)
	s.rebuild(e, "")
	s.tabs.Content()
	if n := author.Count(e, of); n > 0 {
		if c := s.cells[author.Path(e, of, min(i, n-1))]; c != nil {
			s.take(c)
		}
	}
}

// numbersOf are the numbers of what is of a kind.
func numbersOf[V any](all []V, kind func(V) bool) []int {
	numbers := []int{}
	for i, v := range slices.All(all) {
		if kind(v) {
			numbers = append(numbers, i)
		}
	}
	return numbers
}
