package window

import (
	"errors"

	"deskleaf/app/pack"
	"deskleaf/content/civil"
	"deskleaf/widgets"
)

// packs are the endings of files that can be a signed library.
var packs = []string{pack.Ending}

// takesLibrary reports whether this computer takes its content from a signed library.
func (w *Window) takesLibrary() bool { return !w.deps.Signed.None() && w.library != nil }

// chooseLibrary lets a signed library be chosen, and shows what it changes.
func (w *Window) chooseLibrary() {
	w.pick(w.words.T("library.choose"), w.deps.Documents, packs, w.readLibrary)
}

// readLibrary checks a library and shows what installing it changes.
func (w *Window) readLibrary(path string) {
	var p *pack.Pack
	var d pack.Difference
	var err error
	w.background(func() {
		if p, err = pack.OpenFile(w.deps.Files, path, w.deps.Signed.Key); err == nil {
			d, err = p.Compare(w.deps.Files, w.deps.Signed.Root)
		}
	}, func() {
		if err != nil {
			w.refuseLibrary(err)
			return
		}
		w.askLibrary(p, d)
	})
}

// refuseLibrary says why nothing was installed.
func (w *Window) refuseLibrary(err error) {
	r, ok := errors.AsType[*pack.Refusal](err)
	if !ok {
		w.fail("fail.library", err)
		return
	}
	what := ""
	if r.What != "" {
		what = " (" + r.What + ")"
	}
	w.band(widgets.Fail, w.words.T("fail.library"), w.words.T("library.bad."+string(r.Reason))+what+". "+w.words.T("library.kept"))
}

// askLibrary shows who signed a library and what it changes, and installs it where
// somebody agrees.
func (w *Window) askLibrary(p *pack.Pack, d pack.Difference) {
	t := w.words.T
	blocks := []widgets.Block{
		{Kind: widgets.RowBlock, Key: widgets.Plain(t("library.signed")), Runs: widgets.Strong(p.Signed)},
		{Kind: widgets.RowBlock, Key: widgets.Plain(t("library.made")), Runs: widgets.Plain(w.madeWords(p.Manifest))},
		{Kind: widgets.RowBlock, Key: widgets.Plain(t("library.key")), Runs: widgets.Plain(p.Key)},
	}
	older := !w.installed.None() && p.Time().Before(w.installed.Time())
	if older {
		blocks = append(blocks, widgets.Block{Runs: widgets.Marked(t("library.older", "date", w.madeWords(pack.Manifest{Made: w.installed.Made})))})
	}
	changes := len(d.Added) + len(d.Changed) + len(d.Removed)
	says := t("library.changes", "added", len(d.Added), "changed", len(d.Changed), "removed", len(d.Removed))
	if changes+len(d.Files) == 0 {
		says = t("library.same")
	}
	blocks = append(blocks, widgets.Block{Kind: widgets.HeadingBlock, Runs: widgets.Plain(t("library.what"))}, widgets.Block{Runs: widgets.Plain(says)})
	for _, part := range []struct {
		key   string
		names []string
	}{{"library.added", d.Added}, {"library.changed", d.Changed}, {"library.removed", d.Removed}, {"library.files", d.Files}} {
		for i, name := range part.names {
			row := widgets.Block{Kind: widgets.RowBlock, Runs: widgets.Plain(w.packedWords(name))}
			if i == 0 {
				row.Key = widgets.Plain(t(part.key))
			}
			blocks = append(blocks, row)
		}
	}
	action := t("library.install")
	if older {
		action = t("library.install-older")
	}
	dialog := widgets.NewDialog(t("library.title"), w.tallReading(blocks),
		widgets.Action{Text: t("dialog.cancel"), Cancel: true, Default: older},
		widgets.Action{Text: action, Default: !older, Do: func() bool { w.installLibrary(p, older); return true }})
	dialog.Width = 640
	dialog.Show(w.frame.Canvas(), nil)
}

// packedWords name a procedure, or a file that is none.
func (w *Window) packedWords(name string) string {
	if key := "library.file." + name; w.words.Has(key) {
		return w.words.T(key)
	}
	return w.titleOf(name)
}

// madeWords is when a library was made, by the clock on the wall.
func (w *Window) madeWords(m pack.Manifest) string {
	made := civil.MomentOf(m.Time().Local())
	return w.spoken().Date(made.Date) + ", " + w.spoken().Clock(made.Minute)
}

// installLibrary installs a library and shows the procedures of it.
func (w *Window) installLibrary(p *pack.Pack, older bool) {
	var err error
	w.toast("library.installing")
	w.background(func() { err = p.Install(w.deps.Files, w.deps.Signed.Root, older, pack.Check) }, func() {
		if err != nil {
			w.refuseLibrary(err)
			return
		}
		w.lookForFolder()
		w.toast("library.installed", "signed", p.Signed)
	})
}

// followLibrary takes another library where one was installed while the window was
// open: the one before is removed with the next.
func (w *Window) followLibrary() {
	if w.deps.Signed.None() || w.library == nil {
		return
	}
	var now pack.Installed
	var err error
	w.background(func() { now, err = pack.Look(w.deps.Files, w.deps.Signed.Root) }, func() {
		if err == nil && now.Folder != w.installed.Folder {
			w.installed = now
			w.notices.clear() // that there is none is true no more
			w.lookForFolder()
		}
	})
}

// tellNoLibrary says that this computer waits for its first library.
func (w *Window) tellNoLibrary() {
	if w.deps.Signed.None() || !w.installed.None() {
		return
	}
	var band *widgets.Notice
	band = w.notices.add(widgets.Inform, w.words.T("library.none"), w.words.T("library.none.details"),
		widgets.NewLink(w.words.T("library.choose"), func() { w.notices.remove(band); w.do("install") }))
}

// libraryWords say which signed library is installed; "" where that is not how this
// computer has its content.
func (w *Window) libraryWords() string {
	switch {
	case w.deps.Signed.None() || w.library == nil:
		return ""
	case w.installed.None() || w.clinic.Folder == "":
		return w.words.T("status.no-library")
	}
	return w.words.T("status.library", "signed", w.clinic.SignedAs)
}
