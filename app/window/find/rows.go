package find

import (
	"cmp"
	"slices"
	"strings"

	"deskleaf/content/find"
	"deskleaf/widgets"
)

// rows are the rows for what is typed now, and the id of the best match.
func (s *Screen) rows() (rows []widgets.Row, best string) {
	query := strings.TrimSpace(s.Entry.Text)
	switch {
	case s.index == nil:
		return nil, ""
	case query == "":
		return s.known(nil), ""
	}
	result := s.index.Search(query, mostMatches)
	rows = append(rows, header(s.summary(query, result)))
	matches := result.Matches
	if len(matches) == 0 {
		matches = result.Nearest
	}
	shown := make([]string, len(matches))
	for i, m := range matches {
		shown[i] = m.Entry.ID
		rows = append(rows, s.match(m))
	}
	if len(result.Matches) > 0 {
		best = result.Matches[0].Entry.ID
	} else if s.deps.Add != nil {
		rows = append(rows, s.add(query))
	}
	return append(rows, s.known(shown)...), best
}

// summary says how many procedures fit, and how the query was read.
func (s *Screen) summary(query string, r find.Result) string {
	t := s.deps.Words.T
	switch n := len(r.Matches); {
	case n == 0 && len(r.Nearest) == 0:
		return t("find.none", "query", query)
	case n == 0:
		return t("find.nearest", "query", query)
	case r.Meant != "" && n == 1:
		return t("find.meant.one", "query", query, "meant", r.Meant)
	case r.Meant != "":
		return t("find.meant.other", "n", n, "query", query, "meant", r.Meant)
	case n == 1:
		return t("find.count.one", "query", query)
	case n == mostMatches:
		return t("find.count.most", "n", n, "query", query)
	default:
		return t("find.count.other", "n", n, "query", query)
	}
}

// known are the favorites and the recent procedures, but for those shown
// already. While a search shows its matches, only favorites follow.
func (s *Screen) known(shown []string) []widgets.Row {
	var rows []widgets.Row
	add := func(key string, ids []string) {
		first := true
		for _, id := range ids {
			e, ok := s.entries[id]
			if !ok || slices.Contains(shown, id) {
				continue
			}
			if first {
				rows = append(rows, header(s.deps.Words.T(key)))
				first = false
			}
			shown = append(shown, id)
			rows = append(rows, s.row(e))
		}
	}
	searching := shown != nil
	add("find.favorites", s.deps.Favorites())
	if !searching {
		add("find.recent", s.deps.Recent())
		rows = append(rows, s.shelves(shown)...)
	}
	return rows
}

// shelves are all procedures but those shown already, by what they are about, so
// that an empty desk shows what there is and people can browse.
func (s *Screen) shelves(shown []string) []widgets.Row {
	others := make([]find.Entry, 0, len(s.entries))
	for id, e := range s.entries {
		if !slices.Contains(shown, id) {
			others = append(others, e)
		}
	}
	slices.SortFunc(others, func(a, b find.Entry) int {
		return cmp.Or(strings.Compare(a.Category, b.Category), strings.Compare(a.Short, b.Short), strings.Compare(a.ID, b.ID))
	})
	var rows []widgets.Row
	for i, e := range others {
		if i == 0 || e.Category != others[i-1].Category {
			rows = append(rows, header(e.Category))
		}
		rows = append(rows, s.row(e))
	}
	return rows
}

// addID is the id of the row that adds a procedure: no procedure has it.
const addID = "+"

// add is the row that makes a procedure of what is typed.
func (s *Screen) add(query string) widgets.Row {
	t := s.deps.Words.T
	return widgets.Row{ID: addID, Title: t("find.add", "query", query), Detail: t("find.add.detail"), NoStar: true, Act: true}
}

func header(words string) widgets.Row { return widgets.Row{Kind: widgets.HeaderRow, Title: words} }

// row is a procedure: its name, its code and what kind it is.
func (s *Screen) row(e find.Entry) widgets.Row {
	var details []string
	if c, ok := firstCode(e); ok {
		details = append(details, c)
	}
	details = append(details, e.Category)
	if mark := s.deps.Mark(e.ID); mark != "" {
		details = append(details, mark)
	}
	return widgets.Row{ID: e.ID, Title: e.Short, Detail: strings.Join(details, " · "), Starred: slices.Contains(s.deps.Favorites(), e.ID)}
}

// match is a procedure that fits what is typed. Where a name in the list is not
// what fits, the second line says what does.
func (s *Screen) match(m find.Match) widgets.Row {
	row := s.row(*m.Entry)
	row.Marks = spans(m.ShortMarks, 0)
	code, _ := firstCode(*m.Entry)
	switch {
	case m.Code != nil && m.Code.Number != code:
		also := s.deps.Words.T("find.listed", "code", m.Code.Number)
		row.Detail = join(code, also, m.Entry.Category)
		row.DetailMarks = mark(row.Detail, m.Code.Number)
	case m.Code != nil:
		row.DetailMarks = mark(row.Detail, m.Code.Number)
	case m.Field == find.FieldName || m.Field == find.FieldTopic || m.Field == find.FieldTitle && len(m.ShortMarks) == 0:
		row.Detail = join(m.Text, code)
		row.DetailMarks = spans(m.Marks, 0)
	}
	return row
}

func join(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " · ")
}

// spans are marks of a text that begins so many bytes further on.
func spans(marks []find.Span, offset int) []widgets.Span {
	var list []widgets.Span
	for _, m := range marks {
		list = append(list, widgets.Span{Start: m.Start + offset, End: m.End + offset})
	}
	return list
}

// mark marks the first place of a word in a text.
func mark(text, word string) []widgets.Span {
	i := strings.Index(text, word)
	if i < 0 {
		return nil
	}
	return []widgets.Span{{Start: i, End: i + len(word)}}
}

// firstCode is the code that stands for a procedure in lists: the one that means
// it, else the first that can be used.
func firstCode(e find.Entry) (string, bool) {
	usable := ""
	for _, c := range e.Codes {
		if c.Status == "disputed" || c.Status == "retired" || c.Status == "unverified" {
			continue
		}
		if c.Primary {
			return c.Number, true
		}
		if usable == "" {
			usable = c.Number
		}
	}
	return usable, usable != ""
}
