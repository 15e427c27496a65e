package window

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"deskleaf/widgets"
)

// showAbout says what the program is, what it promises and under which licences.
func (w *Window) showAbout() {
	t := w.words.T
	blocks := []widgets.Block{
		{Runs: widgets.Strong(t("app.name") + " " + w.deps.Version)},
		{Runs: widgets.Plain(t("about.what"))},
		{Runs: widgets.Plain(t("about.privacy"))},
		{Runs: widgets.Plain(t("about.advice"))},
		{Kind: widgets.SmallBlock, Runs: widgets.Plain(t("about.codes"))},
		{Kind: widgets.SmallBlock, Runs: widgets.Plain(t("about.licences"))},
	}
	if says := w.libraryWords(); says != "" {
		blocks = slices.Insert(blocks, 1, widgets.Block{Runs: widgets.Plain(says)})
	}
	w.showText(t("about.title"), 520, blocks)
}

// readingWords are the words of a text's own menu.
func (w *Window) readingWords() widgets.ReadingWords {
	t := w.words.T
	return widgets.ReadingWords{Copy: t("reading.copy"), CopySection: t("reading.section"), CopyAll: t("reading.all"), SelectAll: t("command.select-all")}
}

// showText shows text to read that Enter and Esc close, with other things to do.
func (w *Window) showText(title string, width float32, blocks []widgets.Block, actions ...widgets.Action) *widgets.Dialog {
	t := w.words.T
	reading := widgets.NewReading(w.readingWords(), blocks...)
	box := container.New(tall{min(w.frame.Canvas().Size().Height-180, 520)}, reading)
	d := widgets.NewDialog(title, box, append(actions, widgets.Action{Text: t("dialog.close"), Default: true, Cancel: true})...)
	d.Width = width
	d.Show(w.frame.Canvas(), reading)
	return d
}

// showPages shows the pages large enough to read.
func (w *Window) showPages() {
	if w.draft.pages == nil {
		return
	}
	pages, pictures := w.draft.pages, []image.Image(nil)
	w.background(func() {
		pictures = picturesOf(pages, enlargedDPI)
	}, func() {
		t := w.words.T
		actions := []widgets.Action{{Text: t("dialog.close"), Cancel: true}}
		if !w.editShown() { // what is being written does not print before it is saved
			actions = append(actions, widgets.Action{Text: w.says(), Icon: "print", Default: true, Do: func() bool { w.print(); return true }})
		}
		w.showPictures(t("pages.title"), pages, pictures, actions...)
	})
}

// tall gives one object a height, whatever it asks for.
type tall struct{ height float32 }

func (t tall) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(s) }

func (t tall) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, max(t.height, 160)) }
