package settings

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/app/desk"
	"deskleaf/widgets"
)

// looks are the looks of the window as files have them; "" is the system's.
var looks = []string{"", "light", "dark", "contrast"}

// lookKeys are their keys in assets/words.
var lookKeys = []string{"look.system", "look.light", "look.dark", "look.contrast"}

// textSizes are the sizes of text to choose from, in percent.
var textSizes = []int{80, 90, 100, 110, 125, 150, 175, 200}

// A deskForm is what belongs to this desk alone.
type deskForm struct {
	deps                    Deps
	printer, language, size *widgets.Choice
	spoken                  *widgets.Choice
	folder                  *widgets.Field
	look, large             *widgets.Segments
	printers                []string
	content                 fyne.CanvasObject
}

func newDeskForm(deps Deps) *deskForm {
	t, d := deps.Words.T, deps.Desk
	f := &deskForm{deps: deps, printers: deps.Printers}
	if d.Printer != "" && !slices.Contains(f.printers, d.Printer) {
		f.printers = append(slices.Clone(f.printers), d.Printer)
	}
	names := append([]string{t("print.default")}, f.printers...)
	f.printer = widgets.NewChoice("", names, 1+slices.Index(f.printers, d.Printer), nil)

	f.language = widgets.NewChoice("", namesOf(deps.Languages), max(indexOf(deps.Languages, cmp.Or(d.Handout, deps.Words.Language)), 0), nil)
	spoken := append([]string{t("settings.language.system", "language", deps.System)}, namesOf(deps.Spoken)...)
	f.spoken = widgets.NewChoice("", spoken, 1+indexOf(deps.Spoken, d.Language), nil)

	sizes, nearest := make([]string, len(textSizes)), 0
	for i, s := range textSizes {
		sizes[i] = strconv.Itoa(s) + "%"
		if s <= d.Size() {
			nearest = i
		}
	}
	f.size = widgets.NewChoice("", sizes, nearest, nil)

	lookNames := make([]string, len(looks))
	for i, key := range lookKeys {
		lookNames[i] = t(key)
	}
	f.look = widgets.NewSegments(lookNames, max(slices.Index(looks, d.Theme), 0), nil)
	f.large = widgets.NewSegments([]string{t("visit.standard"), t("visit.large")}, 0, nil)
	if d.Large {
		f.large.SetChosen(1)
	}
	f.folder = field(d.Clinic, t("settings.folder.hint"))
	source := fixable(deps, "settings.folder", deps.Machine.Clinic, f.folder)
	if deps.Signed {
		source = widgets.NewFormRow(t("settings.library"), widgets.NewText(widgets.BodyStyle, widgets.Plain(t("settings.signed"))))
	}
	f.content = widgets.NewColumn(9,
		widgets.NewFormRow(t("settings.printer"), f.printer),
		widgets.NewFormRow(t("settings.handout-language"), f.language),
		widgets.NewFormRow(t("settings.handout-size"), f.large),
		widgets.NewFormRow(t("settings.language"), f.spoken),
		widgets.NewFormRow(t("settings.text-size"), f.size),
		widgets.NewFormRow(t("settings.look"), f.look),
		source,
		widgets.NewText(widgets.MutedStyle, widgets.Plain(t("settings.desk.note"))),
	)
	return f
}

// take reads the form into a desk and marks what does not fit.
func (f *deskForm) take(d *desk.Desk) bool {
	d.Printer = ""
	if i := f.printer.Chosen(); i > 0 {
		d.Printer = f.printers[i-1]
	}
	if i := f.language.Chosen(); i >= 0 && i < len(f.deps.Languages) {
		d.Handout = f.deps.Languages[i].Tag
	}
	d.Language = ""
	if i := f.spoken.Chosen(); i > 0 {
		d.Language = f.deps.Spoken[i-1].Tag
	}
	if i := f.size.Chosen(); i >= 0 {
		d.TextSize = textSizes[i]
	}
	d.Theme = looks[max(f.look.Chosen(), 0)]
	d.Large = f.large.Chosen() == 1
	folder := strings.TrimSpace(f.folder.Text)
	whole := folder == "" || filepath.IsAbs(folder)
	f.folder.SetHint("", false)
	if !whole {
		f.folder.SetHint(f.deps.Words.T("settings.folder.bad"), true)
		return false
	}
	d.Clinic = folder
	return true
}

// namesOf are the names of languages, as a list shows them.
func namesOf(languages []Language) []string {
	names := make([]string, len(languages))
	for i, l := range languages {
		names[i] = l.Name
	}
	return names
}

// indexOf is the place of a language in a list; -1 for none.
func indexOf(languages []Language, tag string) int {
	return slices.IndexFunc(languages, func(l Language) bool { return l.Tag == tag })
}
