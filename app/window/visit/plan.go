package visit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"deskleaf/app/visit"
	"deskleaf/assets/words"
	"deskleaf/widgets"
)

// A PlanForm asks for the medicines of one patient, in the name of the clinician
// who decided.
type PlanForm struct {
	words   *words.Words
	by      *widgets.Field
	rows    [][3]*widgets.Field
	content fyne.CanvasObject
}

// planRows is how many medicines the form has room for.
const planRows = 6

// NewPlanForm makes the form with what is known already.
func NewPlanForm(w *words.Words, plan visit.Plan) *PlanForm {
	t := w.T
	f := &PlanForm{words: w, by: widgets.NewField(t("plan.who.hint"))}
	f.by.SetSilently(plan.By)
	column := widgets.NewColumn(6,
		widgets.NewText(widgets.BodyStyle, widgets.Plain(t("plan.text"))),
		widgets.NewFormRow(t("plan.who"), f.by),
		container.New(thirds{}, heading(t("plan.medicine")), heading(t("plan.do")), heading(t("plan.until"))),
	)
	for i := range max(planRows, len(plan.Lines)) {
		row := [3]*widgets.Field{widgets.NewField(""), widgets.NewField(""), widgets.NewField("")}
		if i < len(plan.Lines) {
			l := plan.Lines[i]
			for j, text := range []string{l.Medicine, l.Do, l.Until} {
				row[j].SetSilently(text)
			}
		}
		f.rows = append(f.rows, row)
		column.Objects = append(column.Objects, container.New(thirds{}, row[0], row[1], row[2]))
	}
	f.content = column
	return f
}

func heading(text string) fyne.CanvasObject {
	return widgets.NewText(widgets.LabelStyle, widgets.Strong(text))
}

// Content is what a dialog shows.
func (f *PlanForm) Content() fyne.CanvasObject { return f.content }

// First is the field that has the focus at first.
func (f *PlanForm) First() fyne.Focusable { return f.by }

// Plan is what was filled in; ok is false where lines have nobody who wrote them,
// or one is too long, which is marked.
func (f *PlanForm) Plan() (plan visit.Plan, ok bool) {
	ok = true
	for _, row := range f.rows {
		l := visit.PlanLine{Medicine: strings.TrimSpace(row[0].Text), Do: strings.TrimSpace(row[1].Text), Until: strings.TrimSpace(row[2].Text)}
		for _, field := range row {
			long := len([]rune(field.Text)) > visit.LongestPlan
			field.SetHint(f.tooLong(long), long)
			ok = ok && !long
		}
		if !l.IsEmpty() {
			plan.Lines = append(plan.Lines, l)
		}
	}
	f.by.SetHint("", false)
	if plan.By = strings.TrimSpace(f.by.Text); plan.By == "" && len(plan.Lines) > 0 {
		f.by.SetHint(f.words.T("plan.need"), true)
		ok = false
	}
	return plan, ok
}

func (f *PlanForm) tooLong(long bool) string {
	if !long {
		return ""
	}
	return f.words.T("plan.long", "most", visit.LongestPlan)
}

// thirds sets three objects beside each other: what to do has the most room.
type thirds struct{}

func (thirds) Layout(o []fyne.CanvasObject, s fyne.Size) {
	x := float32(0)
	for i, share := range []float32{0.32, 0.42, 0.26} {
		width := s.Width*share - 6
		if i == 2 {
			width += 6
		}
		o[i].Move(fyne.NewPos(x, 0))
		o[i].Resize(fyne.NewSize(width, s.Height))
		x += s.Width * share
	}
}

func (thirds) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(300, max(o[0].MinSize().Height, o[1].MinSize().Height, o[2].MinSize().Height))
}
