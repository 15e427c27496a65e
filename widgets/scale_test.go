package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/canvas"
)

// TestScaleKeepsItsWordsWhole holds that no label is cut short and none runs into
// a bar: what has no room beside its bar stands above it.
func TestScaleKeepsItsWordsWhole(t *testing.T) {
	s := NewScale()
	stage(t, s, 800, 600)
	labels := []string{"Price", "If it stays a screening", "Si queda en una prueba de detección, y nada más"}
	rows := make([]ScaleRow, len(labels))
	for i, label := range labels {
		rows[i] = ScaleRow{Kind: ScaleStrong, Label: label, Says: "$300", Low: 0.4, High: 0.5}
	}
	s.SetRows(rows, "$0", "$750")
	for _, width := range []float32{360, 600} {
		objects, height := s.lay(width)
		var said []string
		for _, o := range objects {
			text, ok := o.(*canvas.Text)
			if !ok {
				continue
			}
			said = append(said, text.Text)
			from, to := text.Position(), text.Position().Add(text.MinSize())
			if from.X < 0 || to.X > width || to.Y > height {
				t.Errorf("%q lies outside at %v to %v of %v by %v", text.Text, from, to, width, height)
			}
			for _, other := range objects {
				bar, ok := other.(*canvas.Rectangle)
				if !ok || !slices.Contains(labels, text.Text) {
					continue
				}
				if at, end := bar.Position(), bar.Position().Add(bar.Size()); from.X < end.X && at.X < to.X && from.Y < end.Y-1 && at.Y < to.Y-1 {
					t.Errorf("%q runs into a bar at %v", text.Text, at)
				}
			}
		}
		for _, label := range labels {
			if !slices.Contains(said, label) {
				t.Errorf("at %v wide %q is not whole: %q", width, label, said)
			}
		}
	}
}
