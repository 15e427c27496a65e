package window

import (
	"flag"
	"image/png"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/visit"
	"deskleaf/assets/words"
	"deskleaf/content/library"
)

var (
	pictureFile   = flag.String("picture", "", "draw the window with the real library into this PNG")
	pictureSize   = flag.String("size", "1366x715", "of the picture, without the menu bar")
	pictureLook   = flag.String("look", "light", "of the picture: light or dark")
	pictureType   = flag.String("type", "low back shot", "what is typed into the search")
	pictureWhen   = flag.String("when", "2026-12-10T09:30", "the visit")
	pictureDo     = flag.String("do", "", "commands to run before the picture, with commas between")
	pictureTap    = flag.String("tap", "", "the words of a button to tap after the commands")
	pictureTicks  = flag.String("extras", "", "extras of the handout that are ticked, with commas between")
	pictureEdit   = flag.Int("chapter", -1, "of the editor, which is opened before the tap")
	pictureThen   = flag.String("then", "", "what is typed after them, with Enter")
	pictureSays   = flag.String("language", "en", "of the window")
	pictureDay    = flag.String("schedule", "", "a file to open as the day's schedule; commands run after it")
	pictureScale  = flag.Int("scale", 100, "size of text in percent")
	pictureKeys   = flag.String("keys", "", "keys to press at the end, with commas between: Down,Return")
	picturePlan   = flag.Bool("plan", false, "somebody tries the practice plan")
	pictureClinic = flag.Bool("clinic", true, "the clinic has a name, phones, doctors and places")
)

// TestPicture draws the window as it is for a person to look at:
//
//	go test ./app/window -run TestPicture -picture=/tmp/window.png -do=tab-prepare
func TestPicture(t *testing.T) {
	if *pictureFile == "" {
		t.Skip("no -picture")
	}
	width, height := sizeOf(t, *pictureSize)
	tr := try(t, width, height, func(d *Deps) {
		d.Desk.Theme, d.Desk.TextSize = *pictureLook, *pictureScale
		d.Words, _ = words.Load(*pictureSays)
		d.Desk.Favorites = []string{"colonoscopy", "abdominal-ultrasound"}
		d.Library = func(clinic.Clinic) Library { return library.Open("", "") }
		if *pictureClinic {
			d.Clinic = func(desk.Desk) clinic.Clinic { return clinic.Clinic{Folder: t.TempDir(), Facts: sampleFacts()} }
		}
	})
	tr.type_(*pictureType)
	if *pictureWhen != "" {
		m, hasTime, err := tr.readWhen(*pictureWhen)
		if err != nil {
			t.Fatal(err)
		}
		tr.visit.SetWhen(m, hasTime)
		tr.visit.Side = "right"
		tr.showVisit()
	}
	if *pictureDay != "" {
		tr.readSchedule(*pictureDay)
	}
	if *picturePlan {
		tr.practise(true)
	}
	for _, id := range strings.FieldsFunc(*pictureDo, func(r rune) bool { return r == ',' }) {
		tr.do(id)
	}
	for _, id := range strings.FieldsFunc(*pictureTicks, func(r rune) bool { return r == ',' }) {
		tr.edit(func(v *visit.Visit) { v.SetExtra(visit.Extra(id), true) })
	}
	if *pictureEdit >= 0 {
		tr.do("edit-procedure")
		tr.chapter(*pictureEdit)
	}
	if *pictureTap != "" {
		tr.resize(width, height)
		tr.tap(*pictureTap)
	}
	tr.type_(*pictureThen)
	if *pictureThen != "" {
		tr.key(fyne.KeyReturn)
	}
	for _, key := range strings.FieldsFunc(*pictureKeys, func(r rune) bool { return r == ',' }) {
		tr.key(fyne.KeyName(key))
	}
	tr.clock.pass(time.Second)
	tr.resize(width, height)
	f, err := os.Create(*pictureFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, tr.frame.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// sizeOf reads "1366x768".
func sizeOf(t *testing.T, text string) (width, height float32) {
	t.Helper()
	w, h, ok := strings.Cut(text, "x")
	size := fyne.NewSize(number(w), number(h))
	if !ok || size.IsZero() {
		t.Fatalf("%q is no size like 1366x768", text)
	}
	return size.Width, size.Height
}

func number(text string) float32 {
	n := float32(0)
	for _, r := range text {
		n = n*10 + float32(r-'0')
	}
	return n
}
