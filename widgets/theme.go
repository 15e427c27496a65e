package widgets

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"deskleaf/assets"
)

// A Look is which colours a theme has.
type Look int

// The looks. FollowSystem is light or dark as the computer is set; HighContrast is
// white on black, with lines around what the others set off by a shade.
const (
	FollowSystem Look = iota
	Light
	Dark
	HighContrast
)

// The bounds of a text scale: 1 is the size the window was drawn for.
const (
	SmallestScale = 0.8
	LargestScale  = 2.0
)

// A Theme is the look of the whole program: a look and how large text is. It is
// a value that never changes; to change the text size of a running program, give
// the application another:
//
//	app.Settings().SetTheme(widgets.NewTheme(look, 1.2))
type Theme struct {
	look  Look
	scale float32
}

var _ fyne.Theme = (*Theme)(nil)

// NewTheme returns a theme. A scale outside the bounds is brought inside.
func NewTheme(look Look, scale float32) *Theme {
	return &Theme{look: look, scale: min(max(scale, SmallestScale), LargestScale)}
}

// Scale is the text scale, between SmallestScale and LargestScale.
func (t *Theme) Scale() float32 { return t.scale }

// TextScale is how much larger than drawn the text of the program is now: for
// layouts, which have no theme of their own.
func TextScale() float32 {
	return fyne.CurrentApp().Settings().Theme().Size(theme.SizeNameText) / scaled[theme.SizeNameText]
}

// Color returns the colour of a name, one of Fyne's or of this package's.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	p := &light
	switch {
	case t.look == HighContrast:
		p = &high
	case t.look == Dark || t.look == FollowSystem && variant == theme.VariantDark:
		p = &dark
	}
	if c, ok := (*p)[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font returns the type for a style. There is no italic: what needs weight is bold.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return boldFont()
	}
	return regularFont()
}

// ReadType reads what text is measured and drawn with, which otherwise happens
// with the first text. Nothing else may measure or draw meanwhile.
func ReadType() {
	for _, bold := range []bool{false, true} {
		textWidth("Deskleaf", 1, bold)
	}
}

// Icon returns Fyne's icon of a name: those that its own menus and fields use.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size returns a size; those of text and of what stands beside it are scaled.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := scaled[name]; ok {
		return s * t.scale
	}
	if s, ok := strong[name]; ok && t.look == HighContrast {
		return s
	}
	if s, ok := fixed[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}

// The type as Fyne wants it: a copy of what the program carries, made once.
var (
	regularFont = sync.OnceValue(func() fyne.Resource {
		return fyne.NewStaticResource("SourceSans3-Regular.ttf", assets.Regular())
	})
	boldFont = sync.OnceValue(func() fyne.Resource {
		return fyne.NewStaticResource("SourceSans3-Bold.ttf", assets.Bold())
	})
)

// The sizes that Fyne has no name for.
const (
	SizeBody     fyne.ThemeSizeName = "deskleaf.body"     // text to read
	SizeRowTitle fyne.ThemeSizeName = "deskleaf.rowTitle" // the first line of a row, and tabs
	SizeControl  fyne.ThemeSizeName = "deskleaf.control"  // the height of a field or a small button
	SizeIcon     fyne.ThemeSizeName = "deskleaf.icon"     // an icon beside words
	SizeRing     fyne.ThemeSizeName = "deskleaf.ring"     // the line around what has the focus
)

// scaled are the sizes that grow with the text.
var scaled = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:           15,
	theme.SizeNameCaptionText:    13,
	theme.SizeNameSubHeadingText: 17,
	theme.SizeNameHeadingText:    25,
	theme.SizeNameInlineIcon:     20,
	SizeBody:                     16,
	SizeRowTitle:                 15.5,
	SizeControl:                  32,
	SizeIcon:                     18,
}

// fixed are the sizes that stay.
var fixed = map[fyne.ThemeSizeName]float32{
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       6,
	theme.SizeNameLineSpacing:        4,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameInputRadius:        6,
	theme.SizeNameSelectionRadius:    3,
	theme.SizeNameButtonRadius:       6,
	theme.SizeNameCardRadius:         6,
	theme.SizeNamePopupRadius:        6,
	theme.SizeNameMenuRadius:         6,
	theme.SizeNameDialogRadius:       8,
	theme.SizeNameModalBlurRadius:    0, // costs much without a graphics card
	theme.SizeNameScrollBar:          12,
	theme.SizeNameScrollBarSmall:     5,
	theme.SizeNameSeparatorThickness: 1,
	SizeRing:                         2,
}

// strong are the sizes that differ where contrast is high.
var strong = map[fyne.ThemeSizeName]float32{
	theme.SizeNameInputBorder: 2,
	SizeRing:                  3,
}
