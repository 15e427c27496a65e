package widgets

import (
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deskleaf/assets/icons"
)

// An Icon is one of the drawings of package icons, in a colour of the theme.
type Icon struct {
	widget.BaseWidget
	name  string
	color fyne.ThemeColorName
	edge  fyne.ThemeSizeName
}

// NewIcon returns an icon in the size that stands beside words. A name that
// there is no icon for draws nothing.
func NewIcon(name string, color fyne.ThemeColorName) *Icon {
	i := &Icon{name: name, color: color, edge: SizeIcon}
	i.ExtendBaseWidget(i)
	return i
}

// SetIcon changes the drawing and its colour.
func (i *Icon) SetIcon(name string, color fyne.ThemeColorName) {
	i.name, i.color = name, color
	i.Refresh()
}

// CreateRenderer draws the icon in the middle of what room it has.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	img := newIconImage()
	d := &drawn{of: i, objects: []fyne.CanvasObject{img}}
	d.layout = func(s fyne.Size) {
		edge := min(size(i, i.edge), s.Width, s.Height)
		place(img, (s.Width-edge)/2, (s.Height-edge)/2, edge, edge)
	}
	d.min = func() fyne.Size { return fyne.NewSquareSize(size(i, i.edge)) }
	d.refresh = func() { setIcon(img, i.name, i.color) }
	return d.draw()
}

// newIconImage is the canvas image that an icon is drawn in.
func newIconImage() *canvas.Image {
	img := &canvas.Image{FillMode: canvas.ImageFillContain}
	return img
}

// setIcon makes an image show an icon, or nothing where there is none.
func setIcon(img *canvas.Image, name string, color fyne.ThemeColorName) {
	res := iconResource(name, color)
	img.Hidden = res == nil
	if res != nil {
		img.Resource = res
		img.Refresh()
	}
}

var iconResources sync.Map // of *theme.ThemedResource by iconKey

type iconKey struct {
	name  string
	color fyne.ThemeColorName
}

// iconResource is an icon as Fyne wants it, or nil. Fyne keeps pictures by the
// name of their resource, so that one and the same must come for the same icon.
func iconResource(name string, color fyne.ThemeColorName) fyne.Resource {
	key := iconKey{name, color}
	if res, ok := iconResources.Load(key); ok {
		return res.(fyne.Resource)
	}
	svg := icons.SVG(name)
	if svg == nil {
		return nil
	}
	res := theme.NewColoredResource(fyne.NewStaticResource("deskleaf-"+name+".svg", svg), color)
	kept, _ := iconResources.LoadOrStore(key, res)
	return kept.(fyne.Resource)
}
