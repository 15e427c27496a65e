package window

import "fyne.io/fyne/v2"

// toClipboard copies text, which goes with the patient.
func (w *Window) toClipboard(text string) {
	w.copied = text
	fyne.CurrentApp().Clipboard().SetContent(text)
}

// emptyClipboard takes out of the clipboard what was copied for this patient, where it
// is still there.
func (w *Window) emptyClipboard() {
	clipboard := fyne.CurrentApp().Clipboard()
	if w.copied != "" && clipboard.Content() == w.copied {
		clipboard.SetContent("")
	}
	w.copied = ""
}

// copyText puts a text into the clipboard, and says so.
func (w *Window) copyText(text string) {
	w.toClipboard(text)
	w.toast("copied")
}

// cut, copySelected, paste and selectAll do in what has the focus what its own
// keys do. Whoever looks for them in a menu finds them there.
func (w *Window) cut() {
	w.shortcut(&fyne.ShortcutCut{Clipboard: fyne.CurrentApp().Clipboard()})
}

func (w *Window) copySelected() {
	w.shortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
}

func (w *Window) paste() {
	w.shortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
}

func (w *Window) selectAll() { w.shortcut(&fyne.ShortcutSelectAll{}) }

// undo takes the last change of the editor back, or makes it again; elsewhere that of
// the field with the focus.
func (w *Window) undo(again bool) {
	switch {
	case w.editShown() && !w.dialogOpen():
		w.editor.Undo(again)
	case again:
		w.shortcut(&fyne.ShortcutRedo{})
	default:
		w.shortcut(&fyne.ShortcutUndo{})
	}
}

// shortcut gives a shortcut to what has the focus.
func (w *Window) shortcut(s fyne.Shortcut) {
	if able, ok := w.frame.Canvas().Focused().(fyne.Shortcutable); ok {
		able.TypedShortcut(s)
	}
}

// copyTab puts title and text of the tab in sight into the clipboard.
func (w *Window) copyTab() {
	w.toClipboard(w.read.Text())
	w.toast("tab.copied", "tab", w.words.T("tab."+w.read.Selected()))
}
