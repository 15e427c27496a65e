package settings

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/assets/words"
	"deskleaf/widgets"
)

// papers are the sizes of paper as files have them.
var papers = []string{"letter", "a4"}

// noticeLines is how many lines of the language notice show at once.
const noticeLines = 3

// topsFree is how much of the top can stay free on paper with a letterhead of its
// own, in points; the first is plain paper.
var topsFree = []int{0, 72, 108, 144, 180}

// topKeys are their keys in assets/words.
var topKeys = []string{"letterhead.ours", "letterhead.1", "letterhead.1-5", "letterhead.2", "letterhead.2-5"}

// unreviewed are the ways with words that nobody approved, as files have them.
var unreviewed = []string{clinic.PrintDraft, clinic.Refuse}

// expired are the ways with words whose review is overdue, as files have them.
var expired = []string{clinic.PrintPlain, clinic.PrintDraft, clinic.Refuse}

// mostArrive is how many minutes before a visit a patient may be asked to come.
const mostArrive = 12 * 60

// A clinicForm is the letterhead and what handouts of this clinic have in common.
type clinicForm struct {
	words                      *words.Words
	name, address, day, always *widgets.Field
	arrive, idle               *widgets.Field
	paper, unreviewed          *widgets.Segments
	expired, changed           *widgets.Segments
	letterhead                 *widgets.Choice
	logo                       *widgets.Text
	notice                     *widgets.NoteField
	noticeBad                  *widgets.Text
	content                    fyne.CanvasObject
}

func newClinicForm(deps Deps) *clinicForm {
	t, facts := deps.Words.T, deps.Facts
	f := &clinicForm{
		words: deps.Words,
		name:  field(facts.Name, ""), address: field(facts.Address, t("settings.address.hint")),
		day: field(facts.Phones.Day, t("settings.phone.hint")), always: field(facts.Phones.AnyHour, t("settings.phone.hint")),
		arrive: field(number(facts.Arrive), ""), idle: field(number(facts.Idle), strconv.Itoa(clinic.UsualIdle)),
		logo: widgets.NewText(widgets.MutedStyle, nil),
	}
	names, chosen := make([]string, len(papers)), 0
	for i, p := range papers {
		names[i] = t("paper." + p)
		if p == facts.Paper {
			chosen = i
		}
	}
	f.paper = widgets.NewSegments(names, chosen, nil)
	f.notice = widgets.NewNoteField(t("settings.notice.hint"), noticeLines)
	f.notice.SetText(facts.Notice)
	f.noticeBad = widgets.NewText(widgets.ErrorStyle, nil)
	f.noticeBad.Hide()
	f.letterhead = newLetterheadChoice(t, facts.TopFree)
	ways := []string{t("unreviewed." + clinic.PrintDraft), t("unreviewed." + clinic.Refuse)}
	f.unreviewed = widgets.NewSegments(ways, max(slices.Index(unreviewed, facts.Unreviewed), 0), nil)
	rule := ""
	if deps.Machine.Unreviewed != "" {
		rule = t("unreviewed." + deps.Machine.Unreviewed)
	}
	overdue := make([]string, len(expired))
	for i, way := range expired {
		overdue[i] = t("expired." + way)
	}
	f.expired = widgets.NewSegments(overdue, max(slices.Index(expired, facts.Expired), 0), nil)
	f.changed = widgets.NewSegments([]string{t("changed.new"), t("changed.last")}, 0, nil)
	if facts.LastApproved {
		f.changed.SetChosen(1)
	}
	f.setLogo(t("settings.logo.none"), false)
	if facts.Logo != "" {
		f.setLogo(facts.Logo, false)
	}
	var choose *widgets.Button
	choose = widgets.NewButton(t("settings.logo.choose"), "folder", widgets.Quiet, func() { deps.Logo(choose) })
	none := widgets.NewButton(t("settings.logo.remove"), "delete", widgets.Quiet, deps.NoLogo)
	f.content = widgets.NewColumn(9,
		widgets.NewFormRow(t("settings.name"), f.name),
		widgets.NewFormRow(t("settings.address"), f.address),
		widgets.NewFormRow(t("settings.day"), f.day),
		widgets.NewFormRow(t("settings.any-hour"), f.always),
		widgets.NewFormRow(t("settings.paper"), f.paper),
		widgets.NewFormRow(t("settings.letterhead"), f.letterhead),
		widgets.NewFormRow(t("settings.arrive"), f.arrive),
		fixable(deps, "settings.idle", number(deps.Machine.Idle), f.idle),
		fixable(deps, "settings.unreviewed", rule, f.unreviewed),
		widgets.NewFormRow(t("settings.changed"), f.changed),
		widgets.NewFormRow(t("settings.expired"), f.expired),
		widgets.NewFormRow(t("settings.notice"), widgets.NewColumn(1, f.notice, f.noticeBad)),
		widgets.NewFormRow(t("settings.logo"), widgets.NewColumn(4, widgets.NewFlow(8, choose, none), f.logo)),
	)
	return f
}

// newLetterheadChoice chooses how much of the top stays free. Where a file says
// something between two, it is the larger.
func newLetterheadChoice(t func(string, ...any) string, free int) *widgets.Choice {
	names, chosen := make([]string, len(topsFree)), 0
	for i, points := range topsFree {
		names[i] = t(topKeys[i])
		if points < free && i < len(topsFree)-1 {
			chosen = i + 1
		}
	}
	return widgets.NewChoice("", names, chosen, nil)
}

// setLogo says which logo there is, or why a picture is none.
func (f *clinicForm) setLogo(says string, failed bool) {
	if failed {
		f.logo.SetRuns(widgets.Strong(says))
		return
	}
	f.logo.SetText(says)
}

// take reads the form into facts and marks what does not fit.
func (f *clinicForm) take(facts *clinic.Facts) bool {
	facts.Name, facts.Address = strings.TrimSpace(f.name.Text), strings.TrimSpace(f.address.Text)
	facts.Notice = strings.TrimSpace(f.notice.Text)
	facts.Paper = papers[max(f.paper.Chosen(), 0)]
	facts.TopFree = topsFree[max(f.letterhead.Chosen(), 0)]
	if way := unreviewed[max(f.unreviewed.Chosen(), 0)]; way != clinic.PrintDraft || facts.Unreviewed != "" {
		facts.Unreviewed = way
	}
	if way := expired[max(f.expired.Chosen(), 0)]; way != clinic.PrintPlain || facts.Expired != "" {
		facts.Expired = way
	}
	facts.LastApproved = f.changed.Chosen() == 1
	ok := phone(f.words, f.day, &facts.Phones.Day)
	ok = phone(f.words, f.always, &facts.Phones.AnyHour) && ok
	ok = f.takeNotice() && ok
	ok = minutes(f.words, f.arrive, 0, mostArrive, &facts.Arrive) && ok
	return minutes(f.words, f.idle, clinic.LeastIdle, clinic.MostIdle, &facts.Idle) && ok
}

// takeNotice marks a language notice that tells what to do with a medicine.
func (f *clinicForm) takeNotice() bool {
	order := clinic.Order(f.notice.Text)
	f.noticeBad.Hidden = order == ""
	f.noticeBad.SetText(f.words.T("settings.medicine.bad", "order", order))
	f.notice.SetBad(order != "")
	return order == ""
}

// noOrder marks a field that tells what to do with a medicine: what stands there
// prints.
func noOrder(w *words.Words, field *widgets.Field) bool {
	order := clinic.Order(field.Text)
	field.SetHint("", false)
	if order != "" {
		field.SetHint(w.T("settings.medicine.bad.short"), true)
	}
	return order == ""
}

// minutes reads a number of minutes; an empty field is none.
func minutes(w *words.Words, field *widgets.Field, least, most int, into *int) bool {
	text := strings.TrimSpace(field.Text)
	field.SetHint("", false)
	if text == "" {
		*into = 0
		return true
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < least || n > most {
		field.SetHint(w.T("settings.minutes.bad", "least", least, "most", most), true)
		return false
	}
	*into = n
	return true
}

// number is a number for a field; zero is an empty one.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
