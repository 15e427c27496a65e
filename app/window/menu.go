package window

import (
	"slices"

	"fyne.io/fyne/v2"
)

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
		main.Items = append(main.Items, menu)
	}
	w.hangOtherKeys(main)
	return main
}

// menuItem is one command in its menu.
func (w *Window) menuItem(c Command) *fyne.MenuItem {
	item := fyne.NewMenuItem(w.words.T("command."+c.ID), func() { w.run(c) })
	for _, k := range c.Keys {
		if item.Shortcut = k.shortcut(); item.Shortcut != nil {
			break
		}
	}
	item.IsQuit = c.ID == "quit"
	item.Disabled = c.Enabled != nil && !c.Enabled()
	w.items[c.ID] = item
	return item
}

// hangOtherKeys puts every command's further keys under the last separator.
func (w *Window) hangOtherKeys(main *fyne.MainMenu) {
	hidden := fyne.NewMenu("")
	for _, c := range w.table {
		shown := w.items[c.ID].Shortcut
		for _, k := range c.Keys {
			if s := k.shortcut(); s != nil && (shown == nil || s.ShortcutName() != shown.ShortcutName()) {
				hidden.Items = append(hidden.Items, &fyne.MenuItem{Label: w.words.T("command." + c.ID), Shortcut: s, Action: func() { w.run(c) }})
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
		off := c.Enabled != nil && !c.Enabled()
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
