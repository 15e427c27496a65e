package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// NewFormRow is a label at the left and a field at the right, as wide as they
// are in every other row of the same form.
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
		label := r.label.MinSize().Height
		if w := r.Size().Width; w > 0 {
			label = heightAt(r.label, w*r.share-8)
		}
		return fyne.NewSize(f.Width/(1-r.share), max(f.Height, label))
	}
	d.layout = func(s fyne.Size) {
		x := s.Width * r.share
		label := heightAt(r.label, x-8)
		first := min(r.field.MinSize().Height, size(r, SizeControl)) // the label stands beside the first line
		place(r.label, 0, max((first-label)/2, 0), x-8, label)
		place(r.field, x, 0, s.Width-x, r.field.MinSize().Height)
	}
	d.refresh = func() {}
	return d.draw()
}
