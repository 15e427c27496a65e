// Package widgets holds what the window is built from: fields, buttons, lists,
// tabs, notices, a calendar, text to read, and the theme that gives them one look.
// It knows nothing of procedures. A widget shows what it is given and says by a
// callback what the person did; the words on it come in as parameters.
//
// Fyne's own widgets lack three things that a desk needs, and these have:
//
//   - Every control can be reached with Tab, shows that it has the focus, and
//     answers Enter as well as Space.
//   - A key or shortcut that a control has no use for goes on to the canvas, as if
//     nothing had the focus (see [fyne.Canvas.SetOnTypedKey]). So Esc, F1 and the
//     rest are handled in one place, also while a field is being typed in.
//   - Text to read can be selected across paragraphs and copied: see [Reading].
//
// All sizes are in Fyne's units (pixels at scale 1) and follow the text size of
// the [Theme]; all colours come from it by name.
package widgets
