package settings

import (
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/assets/words"
	"deskleaf/widgets"
)

// CodeCheckDeps is what marking a code as checked begins with. Nothing may be nil.
type CodeCheckDeps struct {
	Words        *words.Words
	Text         string // what for
	Codes        []CheckedCode
	Who, Against string // proposed
}

// A CheckedCode is a code to choose, with what is known of its last check.
type CheckedCode struct{ Name, Says string }

// CodeCheck asks who looked up which code, and against what.
type CodeCheck struct {
	words        *words.Words
	code         *widgets.Choice
	who, against *widgets.Field
	content      fyne.CanvasObject
}

// NewCodeCheck makes the form, with the first code chosen.
func NewCodeCheck(deps CodeCheckDeps) *CodeCheck {
	t := deps.Words.T
	names := make([]string, len(deps.Codes))
	for i, c := range deps.Codes {
		names[i] = c.Name
	}
	says := widgets.NewText(widgets.MutedStyle, widgets.Plain(deps.Codes[0].Says))
	f := &CodeCheck{
		words: deps.Words, who: field(deps.Who, t("reason.who.hint")), against: field(deps.Against, t("codes.against.hint")),
		code: widgets.NewChoice("", names, 0, func(i int) { says.SetText(deps.Codes[i].Says) }),
	}
	f.content = widgets.NewColumn(10,
		widgets.NewText(widgets.BodyStyle, widgets.Marked(deps.Text)),
		widgets.NewFormRow(t("codes.which"), widgets.NewColumn(4, f.code, says)),
		widgets.NewFormRow(t("reason.who"), f.who),
		widgets.NewFormRow(t("codes.against"), f.against),
	)
	return f
}

// Content is what a dialog shows.
func (f *CodeCheck) Content() fyne.CanvasObject { return f.content }

// First is what has the focus at first.
func (f *CodeCheck) First() fyne.Focusable { return f.code }

// Said is which code was chosen, by its place, and what was filled in. What is missing
// is marked.
func (f *CodeCheck) Said() (code int, who, against string, ok bool) {
	who, against, ok = strings.TrimSpace(f.who.Text), strings.TrimSpace(f.against.Text), true
	for _, need := range []struct {
		text  string
		field *widgets.Field
	}{{who, f.who}, {against, f.against}} {
		need.field.SetHint("", false)
		if need.text == "" {
			need.field.SetHint(f.words.T("approve.missing"), true)
			ok = false
		}
	}
	return f.code.Chosen(), who, against, ok
}
