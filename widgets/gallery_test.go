package widgets

import (
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

var picture = flag.String("picture", "", "folder to put pictures of the gallery in, to look at")

// TestGallery draws every widget in every look and size, and with -picture keeps
// what it drew. It fails where drawing panics or leaves the picture empty.
func TestGallery(t *testing.T) {
	for name, look := range map[string]*Theme{
		"light": NewTheme(Light, 1), "dark": NewTheme(Dark, 1), "large": NewTheme(Light, 1.4), "high contrast": NewTheme(HighContrast, 1),
	} {
		for scene, build := range map[string]func() (fyne.CanvasObject, func(fyne.Canvas)){"window": windowScene, "pieces": piecesScene, "choosing": choosingScene} {
			t.Run(name+" "+scene, func(t *testing.T) {
				app := test.NewTempApp(t)
				app.Settings().SetTheme(look)
				w := test.NewTempWindow(t, layout.NewSpacer())
				w.SetPadded(false)
				content, then := build()
				w.SetContent(content)
				w.Resize(fyne.NewSize(1366, 745))
				then(w.Canvas())
				img := w.Canvas().Capture()
				if first := img.At(1, 1); sameEverywhere(img, first) {
					t.Error("nothing was drawn")
				}
				save(t, name+"-"+scene, img)
			})
		}
	}
}

func sameEverywhere(img image.Image, c color.Color) bool {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y += 7 {
		for x := b.Min.X; x < b.Max.X; x += 7 {
			if img.At(x, y) != c {
				return false
			}
		}
	}
	return true
}

func save(t *testing.T, name string, img image.Image) {
	t.Helper()
	if *picture == "" {
		return
	}
	f, err := os.Create(*picture + "/" + name + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

// never is a timer that does not go off.
func never(time.Duration, func()) func() { return func() {} }

// paper is a picture of a page with grey lines.
func paper() image.Image {
	img := image.NewRGBA(image.Rect(0, 0, 425, 550))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	for y := 60; y < 480; y += 18 {
		draw.Draw(img, image.Rect(40, y, 380-y%50, y+5), image.NewUniform(color.Gray{0x60}), image.Point{}, draw.Src)
	}
	return img
}

// border sets objects as the window does: in the order in which Tab goes.
func border(top, bottom, left, right, center fyne.CanvasObject) fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{top, left, center, right, bottom} {
		if o != nil {
			all = append(all, o)
		}
	}
	return container.New(layout.NewBorderLayout(top, bottom, left, right), all...)
}

// windowScene is the window of the design, without anything behind it.
func windowScene() (fyne.CanvasObject, func(fyne.Canvas)) {
	search := NewSearchEntry("Name, code, or complaint")
	search.SetText("low back sho")
	bar := NewPanel(ColorBar, BottomEdge, 14, 9, NewBar(10,
		[]fyne.CanvasObject{container.NewGridWrap(fyne.NewSize(560, search.MinSize().Height), search)},
		[]fyne.CanvasObject{
			NewButton("Day’s schedule", "schedule", Quiet, nil), NewButton("Edit content", "edit", Quiet, nil),
			NewButton("English", "translate", Quiet, nil), NewButton("Settings", "settings", Quiet, nil),
		}))
	list := NewResults()
	list.SetRows(galleryRows())
	list.Select(1)
	foot := NewPanel(ColorBar, TopEdge, 14, 5, NewBar(18,
		[]fyne.CanvasObject{NewBeside(4, NewLine(MutedStyle, "Draft: not yet reviewed at this clinic ·"), NewLink("Review and approve", nil))},
		[]fyne.CanvasObject{
			NewBeside(4, NewKeyCap("Ctrl K"), NewLine(MutedStyle, "search")), NewBeside(4, NewKeyCap("Ctrl P"), NewLine(MutedStyle, "print")),
			NewBeside(4, NewKeyCap("F1"), NewLine(MutedStyle, "all keys")), NewLine(MutedStyle, "Offline · nothing about patients is stored"),
		}))
	left := container.NewGridWrap(fyne.NewSize(300, 640), NewPanel(ColorList, RightEdge, 0, 0, list))
	right := container.NewGridWrap(fyne.NewSize(330, 640), NewPanel(ColorPanel, LeftEdge, 16, 12, galleryHandout()))
	all := border(bar, foot, left, right, NewPanel(theme.ColorNameBackground, 0, 24, 10, galleryMiddle()))
	return all, func(c fyne.Canvas) { c.Focus(search) }
}

func galleryRows() []Row {
	return []Row{
		{Kind: HeaderRow, Title: "3 matches for “low back sho” — did you mean “shot”?"},
		{ID: "si", Title: "SI joint injection", Detail: "27096 · listed as 20957 · Spine & pain", Starred: true},
		{ID: "epi", Title: "Epidural steroid injection, low back", Marks: []Span{{28, 36}}, Detail: "62323 · Spine & pain"},
		{ID: "facet", Title: "Facet joint injection, low back", Marks: []Span{{23, 26}, {27, 31}}, Detail: "64493 · Spine & pain"},
		{Kind: HeaderRow, Title: "Favorites"},
		{ID: "colo", Title: "Colonoscopy", Detail: "45378 · Stomach & bowel", Starred: true},
		{ID: "knee", Title: "Knee injection", Detail: "20610 · Joints", Starred: true},
	}
}

func galleryMiddle() fyne.CanvasObject {
	head := NewColumn(8,
		NewColumn(0, NewText(TitleStyle, Plain("Sacroiliac (SI) joint injection")),
			NewText(SubtitleStyle, Plain("Numbing and anti-swelling medicine, placed in the joint between the spine and the hip with live X-ray."))),
		NewFlow(8, NewChip(Plain("About 30 minutes")), NewChip(Plain("Home the same day")), NewChip(Plain("Needs a ride home")), NewChip(Marked("Clinic price **$620 – $980**"))),
		NewNotice(Caution, Marked("**Check the code before you quote or bill.** Some references list this as 20957, which is a bone graft from the foot. For this injection plans expect 27096 (facilities: G0260)."), NewLink("Details", nil)),
	)
	tab := func(name string) Tab {
		return Tab{Text: name, Build: func() fyne.CanvasObject { return galleryReading() }}
	}
	tabs := NewTabs("More", tab("Summary"), tab("Prepare"), tab("Aftercare"), tab("Cost & insurance"), tab("Codes"), tab("Questions"), tab("Sources"), tab("Ask before you book"))
	return NewColumnAround(8, tabs, head, tabs)
}

func galleryReading() *Reading {
	bullet := func(text string) Block { return Block{Kind: BulletBlock, Runs: Marked(text)} }
	return NewReading(ReadingWords{"Copy", "Copy section", "Copy all", "Select all"},
		Block{Kind: HeadingBlock, Runs: Plain("Why people have it")},
		bullet("Low back pain that may come from the SI joint"),
		bullet("Swelling or arthritis in the joint"),
		bullet("To find out **whether this joint** is what hurts, which is what the doctor wants to know before anything else is planned for you"),
		Block{Kind: HeadingBlock, Runs: Plain("Signs that point to it")},
		bullet("Pain on one side of the low back or buttock, below the belt"),
		Block{Kind: IconBlock, Icon: "medicine", Runs: Marked("**Tell us about your medicines.** Bring the list with you.")},
		Block{Kind: IconBlock, Icon: "no-drive", Runs: Marked("Do not drive yourself home.")},
		Block{Kind: RowBlock, Key: Plain("27096"), Runs: Plain("The doctor’s work: needle into the SI joint, with X-ray or CT.")},
		Block{Kind: RowBlock, Key: Plain("G0260"), Runs: Plain("What the facility sends for the same injection.")},
		Block{Kind: SmallBlock, Runs: Plain("Checked Sep 1, 2026")},
		Block{Kind: ObjectBlock, Object: NewFormRow("Hours before you may drive", NewField("24"))},
	)
}

func galleryHandout() fyne.CanvasObject {
	visit := NewField("")
	visit.SetText("12/10 930")
	visit.SetHint("→ Thu, Dec 10", false)
	form := NewColumn(5,
		NewText(PanelStyle, Plain("Handout")),
		NewFormRow("Visit", visit),
		NewFormRow("Doctor, place", NewChoice("any", []string{"any · Main Street"}, 0, nil)),
		NewFormRow("Side", NewSegments([]string{"Left", "Right", "Both"}, 1, nil)),
		NewFormRow("Arrive", NewField("30 minutes before")),
		NewFormRow("Language", NewSegments([]string{"English", "Español"}, 0, nil)),
		NewFormRow("Text size", NewSegments([]string{"Standard", "Large"}, 0, nil)),
		NewFlow(12, NewCheck("Preparation", true, nil), NewCheck("Aftercare", true, nil), NewCheck("Cost notes", false, nil)),
	)
	pages := NewPages("No procedure", nil)
	pages.SetPages([]image.Image{paper(), paper()})
	buttons := border(nil, nil, nil, NewPanel(ColorPanel, 0, 8, 0, NewButton("Save", "pdf", Quiet, nil).Large()), NewButton("Print: right, English", "print", Primary, nil).Large())
	return NewColumnAround(8, pages, form, pages, buttons)
}

// piecesScene is what the window scene has no room for, in all its states.
func piecesScene() (fyne.CanvasObject, func(fyne.Canvas)) {
	bad := NewField("")
	bad.SetText("31/31")
	bad.SetHint("There is no 31/31", true)
	off := NewButton("Disabled", "print", Primary, nil)
	off.Disable()
	focused := NewButton("Focused", "star", Quiet, nil)
	note := NewNoteField("Notes", 3)
	note.SetText("Several lines\nto type in")
	checkOff := NewCheck("Disabled", true, nil)
	checkOff.Disable()
	words := CalendarWords{Days: [7]string{"Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"}, Title: func(int, int) string { return "December 2026" }}
	calendar := NewCalendar(words, Day{2026, 12, 10}, Day{2026, 12, 2}, nil)
	empty := NewPages("Choose a procedure to see its pages here.", nil)
	left := NewColumn(10,
		NewFlow(8, NewButton("Primary", "print", Primary, nil), NewButton("Quiet", "pdf", Quiet, nil), NewButton("Bare", "close", Bare, nil), off, focused, NewButton("", "settings", Quiet, nil)),
		NewFlow(14, NewCheck("Checked", true, nil), NewCheck("Not checked", false, nil), checkOff, NewKeyCap("Ctrl Shift P"), NewLink("A link", nil)),
		bad, NewField("Place holder"), NewChoice("Choose a doctor", []string{"Dr. Ada Stone"}, -1, nil), note,
		NewSegments([]string{"Left", "Right", "Both"}, -1, nil),
		NewSegments([]string{"A long one that is cut", "B", "C"}, 0, nil),
		NewNotice(Inform, Marked("**Good to know.** "+strings.Repeat("Words that go on. ", 5))),
		NewNotice(Succeed, Marked("**You can say:** “For one side, your share would likely be between $284 and $356.”")),
		NewNotice(Fail, Marked("**Not printed.** The printer is paused."), NewLink("Try again", nil), NewLink("Save instead", nil)),
	)
	toast := NewToast(never)
	toast.Say("print", "Printed 2 pages on Front desk", NewLink("Print again", nil))
	right := NewColumn(10, calendar, container.NewGridWrap(fyne.NewSize(300, 140), empty),
		container.NewGridWrap(fyne.NewSize(300, 200), NewViewer([]image.Image{paper()})))
	inner := container.New(layout.NewGridLayout(3), left, right, galleryReading())
	all := container.NewStack(NewPanel(theme.ColorNameBackground, 0, 20, 20, inner), toast)
	return all, func(c fyne.Canvas) {
		name := NewField("")
		NewDialog("Approve this procedure?", NewColumn(8, NewText(BodyStyle, Plain("You say that these words are right for this clinic.")), NewFormRow("Your name", name), NewFormRow("Role", NewField(""))),
			Action{Text: "Cancel", Cancel: true}, Action{Text: "Approve", Icon: "approve", Default: true}).Show(c, name)
	}
}

// choosingScene is what floats over the window to choose from.
func choosingScene() (fyne.CanvasObject, func(fyne.Canvas)) {
	visit := NewField("")
	doctor := NewChoice("any", []string{"any doctor", "Dr. Ada Stone", "Dr. Ben Reed", "Nurse Cole"}, 1, nil)
	words := CalendarWords{Days: [7]string{"Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"}, Title: func(int, int) string { return "December 2026" }}
	form := NewColumn(5, NewFormRow("Doctor", doctor), NewFormRow("Visit", visit))
	all := container.NewStack(NewPanel(ColorPanel, 0, 20, 20, container.New(layout.NewGridLayout(3), form, galleryReading())))
	return all, func(c fyne.Canvas) {
		doctor.open()
		OpenCalendar(visit, words, Day{2026, 12, 10}, Day{2026, 12, 2}, nil)
	}
}
