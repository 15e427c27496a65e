package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A Key is one stroke: a key, with what is held beside it. Held is 0 for a key
// alone, such as F1, which Fyne cannot make a shortcut of a menu; fields and
// lists pass such keys on.
type Key struct {
	Name fyne.KeyName
	Held fyne.KeyModifier
}

// control is the modifier of commands: Ctrl, or Command on a Mac.
const control = fyne.KeyModifierShortcutDefault

// ctrl, ctrlShift, alt and alone make keys, so that the table of commands reads
// as people say them.
func ctrl(name fyne.KeyName) Key      { return Key{name, control} }
func ctrlShift(name fyne.KeyName) Key { return Key{name, control | fyne.KeyModifierShift} }
func alt(name fyne.KeyName) Key       { return Key{name, fyne.KeyModifierAlt} }
func alone(name fyne.KeyName) Key     { return Key{Name: name} }

// inMenu is the key as a menu item holds it. Fyne finds the item by its name
// alone; where it also knew the key, it would write it.
func (k Key) inMenu() fyne.Shortcut {
	s := &desktop.CustomShortcut{KeyName: k.Name, Modifier: k.Held}
	if drawsOwnMenus {
		return s
	}
	return named{s.ShortcutName()}
}

// named is a shortcut of which only the name is known.
type named struct{ name string }

// ShortcutName is what Fyne compares.
func (n named) ShortcutName() string { return n.name }

// parts are the ids of what is pressed, in the order in which people say it:
// "control", "shift", "P". Those in small letters have words.
func (k Key) parts() []string {
	var parts []string
	for _, held := range []struct {
		modifier fyne.KeyModifier
		id       string
	}{
		{fyne.KeyModifierControl, "control"}, {fyne.KeyModifierSuper, "super"},
		{fyne.KeyModifierAlt, "alt"}, {fyne.KeyModifierShift, "shift"},
	} {
		if k.Held&held.modifier != 0 {
			parts = append(parts, held.id)
		}
	}
	return append(parts, string(k.Name))
}
