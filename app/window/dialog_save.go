package window

import (
	"path/filepath"
	"strings"

	"deskleaf/widgets"
)

// askWhere asks for folder and name of a PDF, and gives them to save. Enter takes
// what is proposed.
func (w *Window) askWhere(folder, name string, save func(path string, replace bool, s saving)) {
	t := w.words.T
	file, where := widgets.NewField(""), widgets.NewField("")
	file.SetSilently(name)
	where.SetSilently(folder)
	says := widgets.NewText(widgets.ErrorStyle, nil)
	says.Hide()
	var d *widgets.Dialog
	browse := widgets.NewButton(t("save.browse"), "folder", widgets.Quiet, func() { w.browse(where) })
	content := widgets.NewColumn(10,
		widgets.NewFormRow(t("save.name"), file),
		widgets.NewFormRow(t("save.folder"), where),
		widgets.NewFormRow("", widgets.NewFlow(8, browse)),
		says,
	)
	complain := func(words string) {
		says.SetText(words)
		says.Show()
		d.Fit()
	}
	try := func() bool {
		path := pathOf(where.Text, file.Text)
		if path == "" {
			complain(t("save.no-name"))
			return false
		}
		save(path, false, saving{
			done:   d.Close,
			failed: complain,
			exists: func() { w.askReplace(path, save, d.Close, complain) },
		})
		return false
	}
	d = widgets.NewDialog(t("save.title"), content,
		widgets.Action{Text: t("dialog.cancel"), Cancel: true},
		widgets.Action{Text: t("save.save"), Icon: "pdf", Default: true, Do: try})
	d.Width = 520
	d.Show(w.frame.Canvas(), file)
}

// pathOf joins folder and name; a whole path in the name stands for itself. An
// empty name gives none.
func pathOf(folder, name string) string {
	name, folder = strings.TrimSpace(name), strings.TrimSpace(folder)
	switch {
	case name == "":
		return ""
	case filepath.IsAbs(name):
		return name
	}
	return filepath.Join(folder, name)
}

// askReplace asks before a file is written over.
func (w *Window) askReplace(path string, save func(string, bool, saving), done func(), failed func(string)) {
	t := w.words.T
	text := widgets.NewText(widgets.BodyStyle, widgets.Marked(t("replace.text", "file", filepath.Base(path), "folder", filepath.Dir(path))))
	var d *widgets.Dialog
	replace := func() bool {
		save(path, true, saving{
			done:   func() { d.Close(); done() },
			failed: func(words string) { d.Close(); failed(words) },
			exists: func() {},
		})
		return false
	}
	d = widgets.NewDialog(t("replace.title"), text,
		widgets.Action{Text: t("replace.no"), Cancel: true},
		widgets.Action{Text: t("replace.yes"), Default: true, Do: replace})
	d.Show(w.frame.Canvas(), nil)
}

// browse lets a folder be chosen from those that there are.
func (w *Window) browse(into *widgets.Field) {
	w.pick(w.words.T("save.folder"), into.Text, nil, into.SetSilently)
}
