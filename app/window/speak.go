package window

import (
	"cmp"
	"encoding/json"
	"strings"

	"fyne.io/fyne/v2/lang"

	"deskleaf/app/window/settings"
	"deskleaf/assets/words"
	"deskleaf/content/find"
	"deskleaf/content/phrases"
)

// systemLanguage is the language of a window that nobody gave one: the system's,
// where there are words in it, else English.
func (w *Window) systemLanguage() string {
	language, _ := words.Nearest(w.deps.System)
	return language
}

// languages are languages with their names, as settings list them.
func (w *Window) languages(tags []string) []settings.Language {
	all := make([]settings.Language, len(tags))
	for i, tag := range tags {
		all[i] = settings.Language{Tag: tag, Name: w.languageName(tag)}
	}
	return all
}

// lendWords gives Fyne's own menus, those of a field, the window's words. Fyne looks
// its words up in the language of the system, by the English ones: "Select all".
func (w *Window) lendWords() {
	own := map[string]string{}
	for _, key := range []string{"command.cut", "command.copy", "command.paste", "command.select-all", "edit.undo", "edit.redo"} {
		_, id, _ := strings.Cut(key, ".")
		own[phrases.UpperFirst(strings.ReplaceAll(id, "-", " "))] = w.words.T(key)
	}
	if data, err := json.Marshal(own); err == nil {
		_ = lang.AddTranslationsForLocale(data, lang.SystemLocale()) // without them the menu stays as it is
	}
}

// speak shows the window in the language of the desk, where that is another than
// it shows. Everything that has words is made anew; visit, procedure and pages
// stay as they are.
func (w *Window) speak() {
	language := cmp.Or(w.desk.Language, w.systemLanguage())
	if language == w.words.Language {
		return
	}
	said, err := words.Load(language)
	if err != nil {
		w.fail("fail.language", err)
		return
	}
	w.closeEdit()
	tab, regions, schedule := w.read.Selected(), w.regions, w.day
	w.words = said
	w.lendWords()
	w.makeScreens()
	w.regions.folded, w.regions.opened = regions.folded, regions.opened
	w.menu = w.mainMenu()
	if w.library != nil {
		entries := w.named(w.library.Entries())
		w.find.SetEntries(entries, find.New(entries))
	}
	if schedule.Holds() {
		w.day.From(schedule)
	}
	w.read.Select(tab)
	w.showIn(w.frame)
	w.tellAway()
	if w.touring() {
		w.tellStep()
	}
	if w.book != nil {
		w.find.Mark(w.book.Procedure.ID)
	}
	w.focusSearch()
}
