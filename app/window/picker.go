package window

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"deskleaf/widgets"
)

// A picker lets somebody choose a folder, or a file of some kinds, by keys or
// mouse: a field with the folder's path over the list of what is in it.
type picker struct {
	window *Window
	kinds  []string // endings of files that can be chosen; none for a folder
	chosen func(path string)

	folder string
	path   *widgets.Field
	list   *widgets.Results
	dialog *widgets.Dialog
}

// upward is the row that goes to the folder above.
const upward = ".."

// pick opens a picker in a folder. Without kinds it chooses a folder.
func (w *Window) pick(title, folder string, kinds []string, chosen func(path string)) {
	p := &picker{window: w, kinds: kinds, chosen: chosen, path: widgets.NewField(""), list: widgets.NewResults()}
	p.list.OnOpen = p.open
	p.path.Key = func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyReturn && ev.Name != fyne.KeyEnter {
			return false
		}
		p.goTo(p.path.Text)
		return true // it does not go on to a dialog below
	}
	actions := []widgets.Action{{Text: w.words.T("dialog.cancel"), Cancel: true}}
	if len(kinds) == 0 {
		actions = append(actions, widgets.Action{Text: w.words.T("picker.use"), Icon: "folder", Do: func() bool {
			p.chosen(p.folder)
			return true
		}})
	}
	height := min(w.frame.Canvas().Size().Height-260, 380)
	content := widgets.NewColumn(8, p.path, container.New(tall{height}, p.list))
	p.dialog = widgets.NewDialog(title, content, actions...)
	p.dialog.Width = 520
	p.show(folder)
	p.dialog.Show(w.frame.Canvas(), p.list)
}

// goTo goes to a folder whose path was typed, or chooses the file.
func (p *picker) goTo(path string) {
	path = strings.Trim(strings.TrimSpace(path), `"`) // as a path is pasted on Windows
	if !p.choose(path) {
		p.show(path)
	}
}

// choose chooses a file of the right kind, and reports whether it is one.
func (p *picker) choose(path string) bool {
	if !slices.Contains(p.kinds, strings.ToLower(filepath.Ext(path))) {
		return false
	}
	if info, err := p.window.deps.Files.Stat(path); err != nil || info.IsDir() {
		return false
	}
	p.dialog.Close()
	p.chosen(path)
	return true
}

// show lists a folder; one that cannot be read is said in the field.
func (p *picker) show(folder string) {
	folder = filepath.Clean(folder)
	entries, err := p.window.deps.Files.ReadDir(folder)
	if err != nil {
		p.path.SetHint(p.window.words.T("picker.unread"), true)
		return
	}
	p.folder = folder
	p.path.SetSilently(folder)
	p.path.SetHint("", false)
	rows := []widgets.Row{}
	if above := filepath.Dir(folder); above != folder {
		rows = append(rows, p.row(upward, p.window.words.T("picker.up"), above))
	}
	for _, e := range p.sorted(entries) {
		detail := p.window.words.T("picker.file")
		switch {
		case slices.Equal(p.kinds, packs):
			detail = p.window.words.T("picker.library")
		case slices.Equal(p.kinds, documents):
			detail = p.window.words.T("picker.document")
		case !slices.Equal(p.kinds, pictures):
			detail = p.window.words.T("picker.table")
		}
		if e.IsDir() {
			detail = p.window.words.T("picker.folder")
		}
		rows = append(rows, p.row(e.Name(), e.Name(), detail))
	}
	p.list.SetRows(rows)
	p.list.Select(0)
}

func (p *picker) row(id, title, detail string) widgets.Row {
	return widgets.Row{ID: id, Title: title, Detail: detail, NoStar: true}
}

// sorted are the folders and then the files that can be chosen, by name, without
// hidden ones.
func (p *picker) sorted(entries []fs.DirEntry) []fs.DirEntry {
	kept := slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return strings.HasPrefix(e.Name(), ".") || !e.IsDir() && !slices.Contains(p.kinds, strings.ToLower(filepath.Ext(e.Name())))
	})
	slices.SortStableFunc(kept, func(a, b fs.DirEntry) int {
		if a.IsDir() != b.IsDir() {
			if a.IsDir() {
				return -1
			}
			return 1
		}
		return strings.Compare(strings.ToLower(a.Name()), strings.ToLower(b.Name()))
	})
	return kept
}

// open goes into a folder, or chooses a file.
func (p *picker) open(name string) { p.goTo(filepath.Join(p.folder, name)) }
