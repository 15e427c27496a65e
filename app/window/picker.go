package window

import (
	"cmp"
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
	marked string // the row that somebody moved to; "" for none
	path   *widgets.Field
	list   *widgets.Results
	dialog *widgets.Dialog
}

// upward is the row that goes to the folder above.
const upward = ".."

// pick opens a picker in a folder. Without kinds it chooses a folder; files are looked
// for where the last one was found, where no place of their own is known.
func (w *Window) pick(title, folder string, kinds []string, chosen func(path string)) {
	p := &picker{window: w, kinds: kinds, chosen: chosen, path: widgets.NewField(""), list: widgets.NewResults()}
	p.list.OnOpen = p.open
	p.list.OnSelect = func(id string) { p.marked = id }
	p.path.Key = func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyReturn && ev.Name != fyne.KeyEnter {
			return false
		}
		p.goTo(p.path.Text)
		return true // it does not go on to a dialog below
	}
	actions := []widgets.Action{{Text: w.words.T("dialog.cancel"), Cancel: true}}
	if len(kinds) == 0 {
		actions = append(actions, widgets.Action{Text: w.words.T("picker.use"), Icon: "folder", Default: true, Do: p.use})
	} else {
		if folder == w.deps.Documents { // nothing of its kind was found anywhere yet
			folder = cmp.Or(w.filesFolder, folder)
		}
		actions = append(actions, widgets.Action{Text: w.words.T("picker.open"), Icon: "folder", Default: true, Do: p.openMarked})
	}
	height := min(w.frame.Canvas().Size().Height-260, 380)
	content := widgets.NewColumn(8, p.path, container.New(tall{height}, p.list))
	p.dialog = widgets.NewDialog(title, content, actions...)
	p.dialog.Width = 520
	p.begin(folder)
	p.dialog.Show(w.frame.Canvas(), p.list)
}

// begin shows the folder to begin in, or where that is gone, as with a stick that was
// pulled out, the nearest above it that is there.
func (p *picker) begin(folder string) {
	for !p.show(folder) {
		above := filepath.Dir(folder)
		if above == folder || !filepath.IsAbs(folder) {
			p.show(p.window.deps.Documents)
			return
		}
		folder = above
	}
}

// use takes the folder that somebody moved to, else the one that is listed.
func (p *picker) use() bool {
	folder := p.folder
	switch {
	case p.folder == "" || p.path.Text != p.folder:
		p.goTo(p.path.Text) // it was typed: it is shown first
		return false
	case p.marked != "" && p.marked != upward:
		folder = p.at(p.marked)
	}
	p.chosen(folder)
	return true
}

// openMarked opens what stands in the field, or the row that is selected.
func (p *picker) openMarked() bool {
	if p.path.Text != p.folder {
		p.goTo(p.path.Text)
	} else if id, ok := p.list.Selected(); ok {
		p.open(id)
	}
	return false // choosing a file closes the dialog
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
	p.window.filesFolder = filepath.Dir(path)
	p.dialog.Close()
	p.chosen(path)
	return true
}

// show lists a folder, and reports whether it can be read; one that cannot is said in
// the field.
func (p *picker) show(folder string) bool {
	folder = filepath.Clean(folder)
	entries, err := p.window.deps.Files.ReadDir(folder)
	if err != nil {
		p.path.SetHint(p.window.words.T("picker.unread"), true)
		return false
	}
	p.folder, p.marked = folder, ""
	p.path.SetSilently(folder)
	p.path.SetHint("", false)
	rows := []widgets.Row{}
	if above := filepath.Dir(folder); above != folder {
		rows = append(rows, p.row(upward, p.window.words.T("picker.up"), above))
	}
	for _, drive := range p.window.drives() {
		if !strings.HasPrefix(folder, drive) {
			rows = append(rows, p.row(drive, drive, p.window.words.T("picker.drive")))
		}
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
	return true
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
func (p *picker) open(id string) { p.goTo(p.at(id)) }

// at is the path of a row: a drive's is its own.
func (p *picker) at(id string) string {
	if filepath.IsAbs(id) {
		return id
	}
	return filepath.Join(p.folder, id)
}

// drives are the sticks and other drives that there are now.
func (w *Window) drives() []string {
	if w.deps.Drives == nil {
		return nil
	}
	return w.deps.Drives()
}
