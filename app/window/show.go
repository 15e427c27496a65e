package window

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"deskleaf/app/clinic"
	"deskleaf/app/handout"
	"deskleaf/app/sheet"
	"deskleaf/app/visit"
	"deskleaf/app/window/read"
	visitpanel "deskleaf/app/window/visit"
	"deskleaf/content"
	"deskleaf/content/library"
)

// showAll shows another procedure, or another clinic.
func (w *Window) showAll() {
	if w.dayShown() {
		w.day.Reread()
	}
	w.showVisit()
	w.refreshMenu()
}

// showVisit shows everything that follows from the visit: the panel at once, the
// dates in the text, and the pages as soon as they are made.
func (w *Window) showVisit() {
	defer w.followTour()
	w.panel.SetState(w.panelState())
	w.showReview()
	w.showMoney()
	if w.book == nil {
		w.preview.drop()
		w.draft = draft{}
		w.panel.ShowPages(nil)
		w.read.Clear()
		return
	}
	w.read.SetPage(w.page())
	w.makePages()
}

// makePages has the pages made of the visit as it is now, or of the words that are
// being written.
func (w *Window) makePages() {
	if w.editShown() {
		w.follow()
		return
	}
	in, err := w.input()
	if err != nil {
		w.showDraft(draft{err: err})
		return
	}
	w.preview.change(in)
}

// panelState is what the panel shows.
func (w *Window) panelState() visitpanel.State {
	s := visitpanel.State{Visit: w.visit.Clone(), Facts: w.clinic.Facts, Narrow: w.regions != nil && w.regions.narrow(), CostNotes: w.talk.Paper}
	if w.book == nil {
		return s
	}
	s.Procedure, s.Words, s.Says, s.Warnings = &w.book.Procedure, w.staffWords(), w.says(), w.warnings()
	s.Also = w.offered()
	if w.draft.pages != nil {
		s.Pages = w.draft.pages.Count()
	}
	for _, l := range w.languagesToPrint() {
		s.Languages = append(s.Languages, visitpanel.Language{Tag: l, Name: w.languageName(l)})
	}
	return s
}

// staffWords are the procedure's words in the language that staff read: the
// window's where it has them all, else English, else any.
func (w *Window) staffWords() *content.Words { return w.wordsFor(w.book) }

// wordsFor are the words of any procedure in that language.
func (w *Window) wordsFor(book *library.Book) *content.Words {
	for _, l := range []string{w.words.Language, library.BaseLanguage} {
		if words, whole := book.In(l); whole {
			return words
		}
	}
	for _, words := range book.Words {
		return words
	}
	return &content.Words{}
}

// page is what the middle shows. It is told with the visit's dates, whatever
// language the handout is in.
func (w *Window) page() read.Page {
	p := read.Page{
		Procedure: &w.book.Procedure, Words: w.staffWords(), Blanks: w.blanks, Language: w.visit.Language, Day: w.spoken().Printed,
		Price: w.listedPrice(),
		Answer: func(b content.Blank) (string, content.Scope, bool) {
			return w.clinic.Answer(b, &w.visit, w.visit.Language)
		},
		May: w.mayAnswer, Checked: w.codeChecked,
	}
	in := handout.Input{
		Procedure: p.Procedure, Words: p.Words, Blanks: w.blanks, Clinic: &w.clinic,
		Visit: w.visit.Clone(), Today: w.today(),
	}
	var err error
	if p.Teller, err = handout.NewTeller(in); err != nil {
		p.Why = w.tell(err)
	}
	return p
}

// showDraft shows pages that are ready, and what staff should know of them.
func (w *Window) showDraft(d draft) {
	if w.editShown() {
		return // of a patient's visit, made while somebody began to write
	}
	w.draft = d
	if d.err != nil {
		w.panel.ShowProblem(w.whyNoPages(d.err))
	} else {
		w.panel.ShowPages(d.pictures)
	}
	w.panel.SetState(w.panelState())
}

// whyNoPages says in words why a handout cannot be made.
func (w *Window) whyNoPages(err error) string {
	if also, ok := errors.AsType[*handout.AlsoError](err); ok {
		return w.words.T("warn.also", "procedure", w.titleOf(also.Procedure), "warning", w.whyNoPages(also.Err))
	}
	if missing, ok := errors.AsType[*handout.MissingWords](err); ok {
		shown := missing.Paths[:min(len(missing.Paths), 8)]
		told := make([]string, len(shown))
		for i, path := range shown {
			told[i] = w.words.Tell(path)
		}
		return w.words.T("handout.missing", "language", w.languageName(missing.Language), "paths", strings.Join(told, ", "))
	}
	if refused, ok := errors.AsType[*handout.NotApproved](err); ok {
		if refused.Unknown {
			return w.words.T("handout.approvals-away")
		}
		if !refused.Due.IsZero() {
			return w.words.T("handout.expired", "language", w.languageName(refused.Language), "next", w.spoken().Printed(refused.Due))
		}
		return w.words.T("handout.not-approved", "language", w.languageName(refused.Language))
	}
	if refused, ok := errors.AsType[*visit.TextError](err); ok {
		return w.whyRefused(refused)
	}
	if refused, ok := errors.AsType[*handout.ClinicOrder](err); ok {
		return w.words.T("handout.clinic-order", "text", refused.Text, "order", refused.Order)
	}
	if errors.Is(err, errReading) {
		return w.words.T("also.reading")
	}
	return w.tell(err)
}

// whyRefused says in words why what was typed for an extra does not print.
func (w *Window) whyRefused(err error) string {
	refused, ok := errors.AsType[*visit.TextError](err)
	switch {
	case !ok:
		return w.tell(err)
	case refused.Order != "":
		return w.words.T("extra.bad.order", "order", refused.Order)
	case refused.NoOne:
		return w.words.T("extra.bad.no-one")
	}
	return w.words.T("extra.bad.long", "extra", w.words.T("extra."+string(refused.What)), "most", refused.Long)
}

// warnings are what staff should know before they print, each a line. What holds
// for the visit is said once; what is about a sheet that goes out too names it.
func (w *Window) warnings() []string {
	if w.draft.err != nil || w.draft.pages == nil {
		return nil
	}
	lines := w.pageWarnings()
	for i, laid := range w.draft.laid {
		for _, line := range w.sheetWarnings(laid) {
			switch {
			case i == 0:
				lines = append(lines, line)
			case !slices.Contains(lines, line):
				lines = append(lines, w.words.T("warn.also", "procedure", w.titleOf(laid.Procedure), "warning", line))
			}
		}
	}
	return lines
}

// pageWarnings are those about the pages as a whole.
func (w *Window) pageWarnings() []string {
	var lines []string
	add := func(key string, pairs ...any) { lines = append(lines, w.words.T(key, pairs...)) }
	if why := w.draft.pages.LogoTrouble; why != nil {
		add("warn.logo", "why", w.tell(why))
	}
	if letters := lettersOf(w.draft.pages.Complaints); letters != "" {
		add("warn.letters", "letters", letters)
	}
	if w.talk.Paper && w.talk.Practice {
		add("warn.practice")
	}
	return lines
}

// sheetWarnings are those about one sheet.
func (w *Window) sheetWarnings(laid handout.Laid) []string {
	n := laid.Notes
	var lines []string
	add := func(key string, pairs ...any) { lines = append(lines, w.words.T(key, pairs...)) }
	switch {
	case n.Refused && n.State == clinic.Expired:
		add("warn.refused.expired", "next", w.spoken().Printed(n.SignOff.Next))
	case n.Refused:
		add("warn.refused")
	case n.State == clinic.Expired:
		add("warn.expired", "next", w.spoken().Printed(n.SignOff.Next))
	}
	if n.Earlier {
		add("warn.earlier", "version", n.SignOff.Version, "who", n.SignOff.Who, "date", w.spoken().Printed(n.SignOff.Date))
	}
	if n.Past {
		add("warn.past")
	}
	if len(n.Late) > 0 {
		add(count("warn.late", len(n.Late)), "n", len(n.Late), "date", w.sayDay(n.Late[0].Due))
	}
	for _, p := range laid.Pages.Parts {
		if more := p.Count - p.Should; more > 0 && !w.visit.Large && w.words.Has("part."+p.Name) {
			add(count("warn.longer", more), "n", more, "part", w.words.T("part."+p.Name))
		}
	}
	for _, d := range n.Closed {
		add("warn.closed", "date", w.sayDay(d), "day", w.spoken().ClosedDay(d))
	}
	if slices.Contains(n.Missing, handout.NoLanguageNotice) {
		add("warn.notice")
	}
	if len(n.Unprintable) > 0 {
		add(count("warn.notice-letters", len(n.Unprintable)), "n", len(n.Unprintable))
	}
	if len(n.NameLost) > 0 {
		add("warn.name", "letters", string(n.NameLost))
	}
	if n.NeedsSide {
		add("warn.side")
	}
	if len(n.Unchosen) > 0 {
		add("warn.option", "options", strings.Join(w.optionNames(laid.Procedure, n.Unchosen), ", "))
	}
	if len(n.Unanswered) > 0 {
		add(count("warn.blanks", len(n.Unanswered)), "n", len(n.Unanswered))
	}
	if slices.Contains(n.Missing, handout.NoDayPhone) && slices.Contains(n.Missing, handout.NoAnyHourPhone) {
		add("warn.phones")
	}
	return lines
}

// lettersOf are the letters that could not be printed as they are, each once.
func lettersOf(complaints []sheet.Complaint) string {
	var letters []rune
	for _, c := range complaints {
		if unicode.IsGraphic(c.Letter) && !slices.Contains(letters, c.Letter) {
			letters = append(letters, c.Letter)
		}
	}
	return string(letters)
}

// optionNames are the names of a procedure's options as staff read them.
func (w *Window) optionNames(procedure string, ids []string) []string {
	words := &content.Words{}
	if book, _, err := w.library.Book(procedure); err == nil {
		words = w.wordsFor(book)
	}
	names := make([]string, len(ids))
	for i, id := range ids {
		if names[i] = content.Plain(words.Options[id].Name); names[i] == "" {
			names[i] = id
		}
	}
	return names
}

// mayAnswer reports whether an answer can be kept in a scope now.
func (w *Window) mayAnswer(s content.Scope) bool {
	if (w.clinic.Signed || w.latched()) && s != content.VisitScope {
		return false
	}
	switch s {
	case content.DoctorScope:
		return w.visit.Doctor != ""
	case content.PlaceScope:
		return w.visit.Place != ""
	}
	return true
}

// answer keeps what was answered to a blank: for this visit in memory, else in
// the clinic's folder.
func (w *Window) answer(b content.Blank, scope content.Scope, text string) error {
	text, err := w.answerText(b, text)
	if err != nil {
		return err
	}
	if scope != content.VisitScope && w.latched() { // it closed while somebody wrote
		return errors.New(w.words.T("latch.closed"))
	}
	if scope == content.VisitScope {
		w.edit(func(v *visit.Visit) {
			if v.Answers == nil {
				v.Answers = map[string]string{}
			}
			v.Answers[clinic.AnswerKey(b, v.Language)] = text
		})
		return nil
	}
	return w.saveAnswer(b, scope, text)
}

// answerText is an answer as files keep it: a day as a date, whatever way it was
// said; all else as it was typed, if it fits.
func (w *Window) answerText(b content.Blank, text string) (string, error) {
	text = strings.TrimSpace(text)
	if b.Type == content.DateBlank && text != "" {
		m, _, err := w.readWhen(text)
		if err != nil {
			return "", errors.New(w.whyNoDate(err))
		}
		return m.Date.String(), nil
	}
	if err := b.Check(text); err != nil {
		return "", w.misfit(b, err)
	}
	return text, nil
}

// A refusal is why an answer is not taken: in a few words for its field, and in
// full.
type refusal struct{ short, full string }

func (r refusal) Error() string { return r.short }

// Full is the whole reason.
func (r refusal) Full() string { return r.full }

// misfit says in the window's words, short enough for the field, why an answer
// does not fit; the error's own where the window has none.
func (w *Window) misfit(b content.Blank, err error) error {
	key := "blank.bad." + string(b.Type)
	if b.Type == content.NumberBlank && b.Most > 0 {
		key += ".range"
	}
	if errors.Is(err, content.ErrMedicine) {
		return refusal{w.words.T("blank.bad.medicine"), w.words.T("blank.bad.medicine.long")}
	}
	if !w.words.Has(key) {
		return err
	}
	return errors.New(w.words.T(key, "least", b.Least, "most", b.Most))
}
