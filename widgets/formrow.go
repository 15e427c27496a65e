package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// NewFormRow is a label at the left and a field at the right, as wide as they
// are in every other row of the same form. Where the field has no room beside the
// label, it stands below.
func NewFormRow(label string, field fyne.CanvasObject) *FormRow {
	r := &FormRow{field: field, label: NewText(LabelStyle, Plain(label)), share: labelShare}
	r.ExtendBaseWidget(r)
	return r
}

// A FormRow is what NewFormRow returns.
type FormRow struct {
	widget.BaseWidget
	label *Text
	field fyne.CanvasObject
	share float32
}

// labelShare is the part of a form's width that labels have.
const labelShare = 0.345

// WithLabels gives labels another part of the width, for a form whose labels are
// longer than its fields.
func (r *FormRow) WithLabels(share float32) *FormRow {
	r.share = share
	return r
}

// Label is the words at the left.
func (r *FormRow) Label() string { return r.label.Words() }

// CreateRenderer places label and field.
func (r *FormRow) CreateRenderer() fyne.WidgetRenderer {
	d := &drawn{of: r, objects: []fyne.CanvasObject{r.label, r.field}}
	d.min = func() fyne.Size {
		f := r.field.MinSize()
		label, w := r.label.MinSize().Height, r.Size().Width
		switch {
		case r.stacked(w):
			return fyne.NewSize(f.Width, heightAt(r.label, w)+stackedGap+heightAt(r.field, w))
		case w > 0:
			label = heightAt(r.label, w*r.share-8)
		}
		return fyne.NewSize(f.Width, max(f.Height, label))
	}
	d.layout = func(s fyne.Size) {
		if r.stacked(s.Width) {
			label := heightAt(r.label, s.Width)
			place(r.label, 0, 0, s.Width, label)
			place(r.field, 0, label+stackedGap, s.Width, heightAt(r.field, s.Width))
			return
		}
		x := s.Width * r.share
		label := heightAt(r.label, x-8)
		first := min(r.field.MinSize().Height, size(r, SizeControl)) // the label stands beside the first line
		place(r.label, 0, max((first-label)/2, 0), x-8, label)
		place(r.field, x, 0, s.Width-x, r.field.MinSize().Height)
	}
	d.refresh = func() {}
	return d.draw()
}

// stackedGap is the room between a label and the field below it.
const stackedGap = 3

// stacked reports whether the field stands below its label at a width.
func (r *FormRow) stacked(width float32) bool {
	return width > 0 && r.field.MinSize().Width > width*(1-r.share)+1
}
