package edit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"deskleaf/app/author"
	"deskleaf/app/author/fresh"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/widgets"
)

// mostListed is how many texts of a document are listed at once: nobody works through
// more, and each that is done makes room for another.
const mostListed = 40

// hasDocument reports whether something is left to do about a document.
func (s *Screen) hasDocument() bool {
	if s.work == nil {
		return false
	}
	_, m := author.Imported(s.edition())
	return m != nil
}

// turned is called when another chapter is looked at. What is left to do about a
// document changes with every text that is written, so it is listed anew.
func (s *Screen) turned(int) {
	if s.work != nil && s.chapter() == documentID {
		s.show()
	}
	s.tell()
	before := s.pages.Wide()
	if s.showPages(); s.pages.Wide() != before {
		s.deps.Language() // the pages of this chapter stand in another size
	}
}

// documentID is the chapter about a document, which stands behind the others.
const documentID = "document"

// shown are the chapters that the work has.
func (s *Screen) shown() []string {
	if s.hasDocument() {
		return append(slices.Clone(Chapters), documentID)
	}
	return Chapters
}

// chapter is the chapter in sight.
func (s *Screen) chapter() string {
	if shown := s.shown(); s.tabs.Chosen() < len(shown) {
		return shown[s.tabs.Chosen()]
	}
	return documentID // in sight still, and about to go
}

// leftToDo is how much is left to do about the document.
func (s *Screen) leftToDo() int {
	language, m := author.Imported(s.edition())
	if m == nil {
		return 0
	}
	w := s.edition().Words[language]
	return len(w.Unwritten()) + len(m.Left) + len(m.Codes)
}

// notifyNew says that the procedure is new, and where it is until it is saved.
func (s *Screen) notifyNew() {
	t, key := s.deps.Words.T, "new.note"
	links := []*widgets.Link{widgets.NewLink(t("new.throw"), s.deps.Anew)}
	if s.hasDocument() {
		key = "new.note.document"
		links = append([]*widgets.Link{widgets.NewLink(t("new.left"), func() { s.tabs.Choose(len(Chapters)) })}, links...)
	}
	s.notify(widgets.Inform, t(key), links...)
}

// documentChapter is what is left to do about the document that the words were begun
// from: texts that stand as in it, texts without a place, codes that nobody looked up.
func (s *Screen) documentChapter() []widgets.Pair {
	e := s.edition()
	language, m := author.Imported(e)
	if m == nil {
		return nil
	}
	w := e.Words[language]
	all := []widgets.Pair{muted(s.deps.Words.T("document.hint", "file", m.From))}
	stands := s.inOrder(w.Unwritten())
	all = append(all, s.listed("document.stands", len(stands), func(i int) fyne.CanvasObject { return s.standing(language, stands[i], m) })...)
	all = append(all, s.listed("document.left", len(m.Left), func(i int) fyne.CanvasObject { return s.unplaced(language, i, m) })...)
	all = append(all, s.listed("document.codes", len(m.Codes), func(i int) fyne.CanvasObject { return s.unverified(language, i, m) })...)
	return all
}

// inOrder are paths in the order of the pages.
func (s *Screen) inOrder(paths []string) []string {
	all := author.Paths(s.edition())
	at := func(path string) int {
		if i := slices.Index(all, path); i >= 0 {
			return i
		}
		list, _, _ := strings.Cut(path, "[")
		return slices.Index(all, list)
	}
	slices.SortStableFunc(paths, func(a, b string) int { return at(a) - at(b) })
	return paths
}

// listed is a heading with a number of rows, not too many.
func (s *Screen) listed(key string, n int, row func(int) fyne.CanvasObject) []widgets.Pair {
	t := s.deps.Words.T
	if n == 0 {
		return nil
	}
	all := []widgets.Pair{heading(t(key, "n", n)), muted(t(key + ".hint"))}
	for i := range min(n, mostListed) {
		all = append(all, alone(row(i)))
	}
	if n > mostListed {
		all = append(all, muted(t("document.more", "n", n-mostListed)))
	}
	return all
}

// standing is a text that stands as in the document: a line that goes to it.
func (s *Screen) standing(language, path string, m *content.Imported) fyne.CanvasObject {
	t := s.deps.Words.T
	w := s.edition().Words[language]
	text := w.Texts()[path]
	links := []fyne.CanvasObject{s.act("document.go", func() { s.goTo(textKey(language, s.fieldPath(path))) })}
	if m.MayKeep(text) {
		links = append(links, s.act("document.keep", func() {
			s.rebuild(author.WithImported(s.edition(), language, m.Kept(text)), s.open)
		}))
	}
	return widgets.NewColumn(3, widgets.NewText(widgets.BodyStyle, []widgets.Run{{Text: t("document.in."+placeOf(path)) + ": ", Bold: true}, {Text: content.Plain(text)}}),
		widgets.NewFlow(14, links...))
}

// placeOf names the kind of place that a text stands in, for the window's words.
func placeOf(path string) string {
	head, _, _ := strings.Cut(path, ".")
	head, _, _ = strings.Cut(head, "[")
	switch head {
	case "steps", "signs", "sections", "questions", "summary":
		return head
	}
	return "words"
}

// unplaced is a text without a place, with what can be done about it.
func (s *Screen) unplaced(language string, i int, m *content.Imported) fyne.CanvasObject {
	t := s.deps.Words.T
	left := m.Left[i]
	text := []widgets.Run{{Text: left.Text}}
	if left.Under != "" {
		text = []widgets.Run{{Text: left.Under + " · ", Bold: true}, {Text: left.Text}}
	}
	places := fresh.Places(s.edition(), language)
	names := make([]string, len(places))
	for n, p := range places {
		names[n] = s.whereName(p)
	}
	choice := widgets.NewChoice(t("document.where"), names, -1, nil)
	return widgets.NewColumn(3, widgets.NewText(widgets.BodyStyle, text), widgets.NewFlow(14, container.New(wide{whereWidth}, choice),
		s.act("document.put", func() {
			if n := choice.Chosen(); n >= 0 {
				s.rebuild(fresh.Put(s.edition(), language, i, places[n]), s.open)
			}
		}),
		s.act("document.copy", func() { s.deps.Copy(left.Text) }),
		s.act("document.drop", func() { s.without(s.edition(), language, m.Without(i)) })))
}

// whereWidth is how wide the field for a place is: the longest of them fits.
const whereWidth = 240

// wide gives the one thing in it at least a width.
type wide struct{ least float32 }

func (wide) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

func (w wide) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().Max(fyne.NewSize(w.least, 0))
}

// whereName is what the window calls a place.
func (s *Screen) whereName(where fresh.Where) string {
	t, name := s.deps.Words.T, string(where)
	switch {
	case where == fresh.Summary:
		return t("edit.field.summary")
	case strings.HasPrefix(name, "box."):
		return t("section." + name)
	case strings.HasPrefix(name, "sections."):
		return t("section." + strings.TrimPrefix(name, "sections."))
	}
	return t("part." + name)
}

// unverified is something that looks like a code, with where the document has it. It
// stands among the codes; dropping it here takes it away there too, unless somebody has
// looked it up.
func (s *Screen) unverified(language string, i int, m *content.Imported) fyne.CanvasObject {
	e := s.edition()
	number := codeIn(m.Codes[i])
	n := slices.IndexFunc(e.Facts.Codes, func(c content.Code) bool { return c.Number == number })
	isNone := n >= 0 && e.Facts.Codes[n].Status == content.CodeUnverified
	var links []fyne.CanvasObject
	if n >= 0 {
		links = append(links, s.act("document.code.go", func() { s.goTo(factKey(author.Path(s.edition(), author.Codes, n))) }))
	}
	key := "document.code.done"
	if isNone {
		key = "document.code.drop"
	}
	links = append(links, s.act(key, func() {
		same := *m
		same.Codes = append(m.Codes[:i:i], m.Codes[i+1:]...)
		now := s.edition()
		if isNone {
			now = author.Delete(now, author.Codes, n)
		}
		s.without(now, language, &same)
	}))
	return widgets.NewColumn(3, widgets.NewText(widgets.BodyStyle, []widgets.Run{{Text: s.deps.Words.T("document.unverified") + " ", Bold: true}, {Text: m.Codes[i]}}),
		widgets.NewFlow(14, links...))
}

// codeIn is the number in what was found of a code: "CPT 70999: billed as 70999".
func codeIn(found string) string {
	system, _, _ := strings.Cut(found, ":")
	return system[strings.LastIndexByte(system, ' ')+1:]
}

// without goes on with less to do about the document.
func (s *Screen) without(e change.Edition, language string, m *content.Imported) {
	w := e.Words[language]
	if m.Done() == nil && len(w.Unwritten()) == 0 {
		m = nil
	}
	s.rebuild(author.WithImported(e, language, m), s.open)
}

func (s *Screen) act(key string, do func()) fyne.CanvasObject {
	return widgets.NewLink(s.deps.Words.T(key), do)
}
