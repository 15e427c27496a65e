package widgets

import (
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"deskleaf/assets/icons"
)

// newIconImage is the canvas image that an icon is drawn in.
func newIconImage() *canvas.Image {
	img := &canvas.Image{FillMode: canvas.ImageFillContain}
	return img
}

// setIcon makes an image show an icon, or nothing where there is none.
func setIcon(img *canvas.Image, name string, color fyne.ThemeColorName) {
	res := iconResource(name, color)
	img.Hidden = res == nil
	if res == nil {
		return
	}
	if img.Resource = res; !img.Size().IsZero() { // it is drawn when it gets its first size
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
