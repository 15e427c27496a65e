package window

import (
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"deskleaf/widgets"
)

// TestZoomedPagesAreDrawnAnew: sharper as they grow, within bounds, never twice
// for the same, and always what was wanted last.
func TestZoomedPagesAreDrawnAnew(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	var l later
	var shown []int // widths in pixels
	s := sharpener{background: l.background, pages: tr.draft.pages, has: enlargedDPI,
		show: func(p []image.Image) { shown = append(shown, p[0].Bounds().Dx()) }}
	inch := float32(tr.draft.pages.Width / 72)
	s.want(90 * inch)
	if s.drawing {
		t.Error("pages that are sharp enough are drawn anew")
	}
	for _, dpi := range []float32{130, 150, 170, 400, 300} {
		s.want(dpi * inch)
	}
	for s.drawing {
		l.run()
	}
	s.want(120 * inch)
	if len(shown) != 2 || shown[0] != int(130*inch+0.5) || shown[1] != int(sharpestDPI*inch) || s.drawing {
		t.Errorf("pages of these widths were shown: %v", shown)
	}
}

// TestClosedPagesAreLetGo: whatever keeps the dialog after it was closed has no
// picture of a patient's pages.
func TestClosedPagesAreLetGo(t *testing.T) {
	tr := filled(t, 1366, 740)
	tr.do("enlarge")
	var pages []*canvas.Image
	for _, s := range tr.inSight() {
		page, ok := s.CanvasObject.(*canvas.Image)
		if ok && page.Image.Bounds().Dx() > 1 && slices.ContainsFunc(s.parents, func(o fyne.CanvasObject) bool { _, ok := o.(*widgets.Viewer); return ok }) {
			pages = append(pages, page)
		}
	}
	if len(pages) == 0 {
		t.Fatal("no page is shown")
	}
	tr.key(fyne.KeyEscape)
	for i, page := range pages {
		if page.Image != nil {
			t.Errorf("page %d is kept", i+1)
		}
	}
}
