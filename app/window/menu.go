package window

import (
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// drawsOwnMenus says that the system draws menus, with their keys.
const drawsOwnMenus = runtime.GOOS == "darwin"

// mainMenu makes the menus of the table. Keys are shortcuts of menu items,
// because that is the only way in which Fyne sees them while a field has the
// focus. A second key for the same command hangs on a separator, which shows
// nothing and triggers all the same.
func (w *Window) mainMenu() *fyne.MainMenu {
	main := &fyne.MainMenu{}
	w.items = map[string]*fyne.MenuItem{}
	for _, id := range menus {
		menu := fyne.NewMenu(w.words.T("menu." + id))
		for _, c := range w.table {
			if c.Menu != id {
				continue
			}
			if c.Line {
				menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
			}
			menu.Items = append(menu.Items, w.menuItem(c))
		}
		w.labelKeys(menu, id)
		main.Items = append(main.Items, menu)
	}
	w.hangOtherKeys(main)
	return main
}

// menuItem is one command in its menu.
func (w *Window) menuItem(c Command) *fyne.MenuItem {
	item := fyne.NewMenuItem(w.words.T("command."+c.ID), func() { w.run(c) })
	for _, k := range c.Keys {
		if k.Held != 0 {
			item.Shortcut = k.inMenu()
			break
		}
	}
	item.IsQuit = c.ID == "quit"
	item.Disabled = !w.can(c)
	w.items[c.ID] = item
	return item
}

// menuGap is the room between a command and its key in a menu.
const menuGap = 28

// labelKeys writes each command's key beside its words, in a column. Fyne would
// write it in the color of shadows, which nobody can read. A Mac draws its menus
// itself.
func (w *Window) labelKeys(menu *fyne.Menu, id string) {
	if drawsOwnMenus {
		return
	}
	width := func(text string) float32 {
		return fyne.MeasureText(text, theme.TextSize(), fyne.TextStyle{}).Width
	}
	column := float32(0)
	for _, item := range menu.Items {
		column = max(column, width(item.Label)+menuGap)
	}
	space := width(" ")
	for _, c := range w.table {
		if c.Menu == id && len(c.Keys) > 0 {
			item := w.items[c.ID]
			spaces := int((column-width(item.Label))/space + 0.5)
			item.Label += strings.Repeat(" ", spaces) + w.keyWords(c.Keys[0])
		}
	}
}

// hangOtherKeys puts every command's further keys under the last separator.
func (w *Window) hangOtherKeys(main *fyne.MainMenu) {
	hidden := fyne.NewMenu("")
	for _, c := range w.table {
		shown := w.items[c.ID].Shortcut
		for _, k := range c.Keys {
			if k.Held != 0 && (shown == nil || k.inMenu().ShortcutName() != shown.ShortcutName()) {
				hidden.Items = append(hidden.Items, &fyne.MenuItem{Label: w.words.T("command." + c.ID), Shortcut: k.inMenu(), Action: func() { w.run(c) }})
			}
		}
	}
	for _, menu := range slices.Backward(main.Items) {
		for _, item := range slices.Backward(menu.Items) {
			if item.IsSeparator {
				item.ChildMenu = hidden
				return
			}
		}
	}
}

// refreshMenu greys what cannot be done now. Fyne draws the whole bar anew for
// it, so it is done only when something changed.
func (w *Window) refreshMenu() {
	changed := false
	for _, c := range w.table {
		item := w.items[c.ID]
		off := !w.can(c)
		changed = changed || item.Disabled != off
		item.Disabled = off
	}
	if changed && w.frame != nil {
		w.frame.SetMainMenu(w.menu)
	}
}

// typedAlone does the command of a key that needs nothing held beside it, such
// as F1. Fields, lists and the window itself pass such keys on.
func (w *Window) typedAlone(event *fyne.KeyEvent) bool {
	for _, c := range w.table {
		for _, k := range c.Keys {
			if k.Held == 0 && k.Name == event.Name {
				w.run(c)
				return true
			}
		}
	}
	return false
}
