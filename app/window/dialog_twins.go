package window

import (
	"cmp"
	"errors"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/cost/prices"
	"deskleaf/app/share"
	"deskleaf/content/change"
	"deskleaf/content/file"
	"deskleaf/widgets"
)

// hasTwins reports whether conflict copies lie in the clinic's folder.
func (w *Window) hasTwins() bool { return len(w.clinic.Twins) > 0 }

// tellTwins says that there are conflict copies, once for the same ones.
func (w *Window) tellTwins() {
	var paths []string
	for _, t := range w.clinic.Twins {
		paths = append(paths, t.Path)
	}
	told := strings.Join(paths, "\n")
	if told == w.folder.told {
		return
	}
	w.folder.told = told
	if w.folder.twins != nil {
		w.notices.remove(w.folder.twins)
		w.folder.twins = nil
	}
	if told == "" {
		return
	}
	var names []string
	for _, t := range w.clinic.Twins {
		if name := w.twinOf(t); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	w.folder.twins = w.notices.last(w.notices.add(widgets.Caution, w.words.T("twins.title", "what", strings.Join(names[:min(len(names), mostChanged)], ", ")),
		w.words.T("twins.details"), widgets.NewLink(w.words.T("twins.look"), w.showTwins)))
}

// twinOf is what a conflict copy is a version of, in words.
func (w *Window) twinOf(t share.Twin) string {
	if id := t.Procedure(); id != "" {
		return w.titleOf(id)
	}
	if key := changedKey(t.Of); key != "" {
		return w.words.T(key)
	}
	return t.Of
}

// showTwins shows the first conflict copy, with what it has that the clinic has not.
func (w *Window) showTwins() {
	if w.clinic.Away != clinic.Here {
		w.toast("edit.away")
		return
	}
	t, c := w.clinic.Twins[0], w.clinic
	var there, other change.Edition
	var list prices.List
	var err error
	books := w.library
	w.background(func() {
		if t.Of == prices.File {
			list, err = prices.OpenCopy(w.deps.Files, filepath.Join(c.Folder, filepath.FromSlash(t.Path)))
			return
		}
		if t.Procedure() == "" {
			return
		}
		book, _, problem := books.Book(t.Procedure())
		if err = problem; err == nil {
			there = author.EditionOf(book)
			other, err = author.Twin(w.deps.Files, c, there, t)
		}
	}, func() {
		switch {
		case w.dialogOpen():
		case t.Of == prices.File && err == nil:
			w.showPriceTwin(t, list)
		case t.Procedure() == "" || err != nil:
			w.showPlainTwin(t, err)
		default:
			w.showTwin(t, author.Newer{Ours: there, Ships: other})
		}
	})
}

// twinHead says what lies there.
func (w *Window) twinHead(t share.Twin, key string, pairs ...any) fyne.CanvasObject {
	return widgets.NewText(widgets.BodyStyle, widgets.Marked(w.words.T(key, append(pairs, "file", t.Path, "of", path.Base(t.Of))...)))
}

// showTwin shows the parts that differ, each with a choice of which words to keep. What is
// there now is chosen at first. Both is what is there, and what it would be.
func (w *Window) showTwin(t share.Twin, both author.Newer) {
	say := w.words.T
	parts := change.Parts(both.Ours, both.Ships)
	rows := []fyne.CanvasObject{w.twinHead(t, "twins.text", "n", len(parts))}
	if len(parts) == 0 {
		rows = []fyne.CanvasObject{w.twinHead(t, "twins.same")}
	}
	choices := map[string]*widgets.Segments{}
	for _, p := range parts {
		choices[p.Key] = widgets.NewSegments([]string{say("twins.this"), say("twins.other")}, 0, nil)
		row := []fyne.CanvasObject{widgets.NewText(widgets.LabelStyle, widgets.Strong(w.pieceWords(both, p.Key)))}
		for _, d := range p.Changes {
			was, now := w.markedWords(d)
			row = append(row, widgets.NewText(widgets.MutedStyle, widgets.Plain(w.changedWhere(d))), w.twinSide("twins.this", was), w.twinSide("twins.other", now))
		}
		rows = append(rows, widgets.NewColumn(3, append(row, choices[p.Key])...))
	}
	var d *widgets.Dialog
	keep := func() bool {
		now, err := change.Pick(both.Ours, both.Ships, func(key string) bool { return choices[key] != nil && choices[key].Chosen() == 1 })
		w.settleTwin(d, t, func(c clinic.Clinic) ([]string, error) {
			if err != nil {
				return nil, err
			}
			return nil, author.TakeFromTwin(w.deps.Files, c, both.Ours, now, t)
		})
		return false
	}
	box := container.New(layout.NewCustomPaddedLayout(ring, ring, ring, ring), widgets.NewColumn(14, rows...))
	if len(parts) > 1 {
		box = container.New(tall{min(w.frame.Canvas().Size().Height-200, (90+150*float32(len(parts)))*w.scale())}, container.NewVScroll(box))
	}
	d = widgets.NewDialog(say("twins.dialog", "what", w.twinOf(t)), box,
		widgets.Action{Text: say("dialog.cancel"), Cancel: true},
		widgets.Action{Text: say("twins.keep"), Default: true, Do: keep})
	d.Width = 680
	d.Show(w.frame.Canvas(), nil)
}

// ring is the room that a choice needs around it to show that it has the focus.
const ring = 4

// twinSide is one of the two texts, with the words strong that differ.
func (w *Window) twinSide(key string, runs []widgets.Run) fyne.CanvasObject {
	if len(runs) == 0 {
		runs = widgets.Plain(w.words.T("twins.nothing"))
	}
	return widgets.NewText(widgets.LabelStyle, append(widgets.Plain(w.words.T(key)+": "), runs...))
}

// whyUnread says why a file cannot be read: what is wrong first, without the line of it.
func (w *Window) whyUnread(err error) string {
	if all, ok := errors.AsType[file.Complaints](err); ok && len(all) > 0 {
		first := all[0]
		first.Excerpt = ""
		return w.complaintWords(first)
	}
	return w.tell(err)
}

// showPlainTwin offers what can be done with a conflict copy that is not of words: what it
// has besides is added, where it is a list of the clinic's; else it is put away.
func (w *Window) showPlainTwin(t share.Twin, err error) {
	say := w.words.T
	head, add := w.twinHead(t, "twins.file"), path.Ext(t.Of) == ".yaml" && err == nil
	switch {
	case err != nil:
		head = w.twinHead(t, "twins.unread", "why", w.whyUnread(err))
	case !add:
		head = w.twinHead(t, "twins.aside")
	}
	var d *widgets.Dialog
	putAway := func() bool {
		w.settleTwin(d, t, func(c clinic.Clinic) ([]string, error) {
			_, err := c.PutAway(w.deps.Files, t)
			return nil, err
		})
		return false
	}
	actions := []widgets.Action{{Text: say("dialog.cancel"), Cancel: true}, {Text: say("twins.put-away"), Default: !add, Do: putAway}}
	if add {
		actions = append(actions, widgets.Action{Text: say("twins.add"), Default: true, Do: func() bool {
			w.settleTwin(d, t, func(c clinic.Clinic) ([]string, error) {
				_, places, err := c.TakeMissing(w.deps.Files, t)
				return places, err
			})
			return false
		}})
	}
	d = widgets.NewDialog(say("twins.dialog", "what", w.twinOf(t)), head, actions...)
	d.Width = 560
	d.Show(w.frame.Canvas(), nil)
}

// showPriceTwin shows what the other list has, and lets somebody choose: the list as it is
// now, with what only the other one has, or the other one.
func (w *Window) showPriceTwin(t share.Twin, other prices.List) {
	say, now := w.words.T, w.prices
	v := prices.Compare(now, other, w.today())
	var d *widgets.Dialog
	choose := func(list prices.List) func() bool {
		return func() bool {
			w.settleTwin(d, t, func(c clinic.Clinic) (_ []string, err error) {
				if !slices.Equal(list, now) {
					err = prices.Save(w.deps.Files, c, now, list)
				}
				if err == nil {
					_, err = c.PutAway(w.deps.Files, t)
				}
				return nil, err
			})
			return false
		}
	}
	actions := []widgets.Action{{Text: say("dialog.cancel"), Cancel: true}, {Text: say("twins.prices.now"), Default: true, Do: choose(now)}}
	if len(v.New) > 0 {
		actions = append(actions, widgets.Action{Text: say("twins.add"), Do: choose(slices.Concat(now, v.New))})
	}
	if !v.IsEmpty() {
		actions = append(actions, widgets.Action{Text: say("twins.prices.other"), Do: choose(other)})
	}
	head := widgets.Block{Runs: widgets.Marked(say("twins.prices", "file", t.Path, "of", t.Of))}
	d = widgets.NewDialog(say("twins.dialog", "what", w.twinOf(t)), w.tallReading(append([]widgets.Block{head}, w.previewBlocks(v, "twins.prices.was")...)), actions...)
	d.Width = 720
	d.Show(w.frame.Canvas(), nil)
}

// settleTwin does something with a conflict copy, and goes on to the next one. It gives the
// places where a file stayed as it is although the copy says something else.
func (w *Window) settleTwin(d *widgets.Dialog, t share.Twin, do func(clinic.Clinic) (stayed []string, err error)) {
	var stayed []string
	w.saveSoon(clinicSave{
		do: func(c clinic.Clinic) (clinic.Clinic, error) {
			var err error
			if stayed, err = do(c); err == nil {
				c.Twins = slices.DeleteFunc(slices.Clone(c.Twins), func(o share.Twin) bool { return o == t })
			}
			return c, err
		},
		then: func(err error) {
			d.Close()
			if err != nil {
				w.failTwin(err)
				return
			}
			w.folder.saved = cmp.Or(t.Procedure(), t.Of)
			w.tellTwins()
			w.lookForFolder()
			if len(stayed) > 0 {
				w.band(widgets.Inform, w.words.T("twins.partly"), w.words.T("twins.partly.details", "places", strings.Join(stayed, ", ")))
			} else {
				w.toast("twins.done")
			}
			if w.hasTwins() {
				w.showTwins()
			}
		},
	})
}

// failTwin says why nothing was done.
func (w *Window) failTwin(err error) {
	met := &author.Meeting{}
	switch {
	case errors.Is(err, author.ErrRefused):
		w.band(widgets.Fail, w.words.T("fail.twins"), w.words.T("twins.refused"))
	case errors.As(err, &met):
		w.band(widgets.Fail, w.words.T("fail.twins"), w.words.T("shared.lost"))
	default:
		w.fail("fail.twins", err)
	}
}
