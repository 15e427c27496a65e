package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The colours that Fyne has no name for.
const (
	ColorBar       fyne.ThemeColorName = "deskleaf.bar"       // tool bar and status bar
	ColorList      fyne.ThemeColorName = "deskleaf.list"      // behind the results
	ColorPanel     fyne.ThemeColorName = "deskleaf.panel"     // the panel at the side
	ColorWell      fyne.ThemeColorName = "deskleaf.well"      // where pages lie
	ColorSecondary fyne.ThemeColorName = "deskleaf.secondary" // text after the first, subtitles
	ColorMuted     fyne.ThemeColorName = "deskleaf.muted"     // details, small text
	ColorHeading   fyne.ThemeColorName = "deskleaf.heading"   // headings and the chosen tab
	ColorAccent    fyne.ThemeColorName = "deskleaf.accent"    // bars and rings that show the place
	ColorSelected  fyne.ThemeColorName = "deskleaf.selected"  // the chosen row
	ColorMark      fyne.ThemeColorName = "deskleaf.mark"      // behind matched letters
	ColorChip      fyne.ThemeColorName = "deskleaf.chip"
	ColorSpread    fyne.ThemeColorName = "deskleaf.spread" // the box of a distribution
	ColorAmber     fyne.ThemeColorName = "deskleaf.amber"
	ColorAmberBar  fyne.ThemeColorName = "deskleaf.amberBar"
	ColorGreen     fyne.ThemeColorName = "deskleaf.green"
	ColorGreenBar  fyne.ThemeColorName = "deskleaf.greenBar"
	ColorBlue      fyne.ThemeColorName = "deskleaf.blue"
	ColorBlueBar   fyne.ThemeColorName = "deskleaf.blueBar"
	ColorRed       fyne.ThemeColorName = "deskleaf.red"
	ColorRedBar    fyne.ThemeColorName = "deskleaf.redBar"
	ColorToast     fyne.ThemeColorName = "deskleaf.toast" // a short notice over the window
	ColorOnToast   fyne.ThemeColorName = "deskleaf.onToast"
	ColorToastLink fyne.ThemeColorName = "deskleaf.toastLink"
	ColorEdge      fyne.ThemeColorName = "deskleaf.edge" // the line around what only its ground would set off
	ColorRing      fyne.ThemeColorName = "deskleaf.ring" // the line around what has the focus
)

// A palette is the colours of one look.
type palette map[fyne.ThemeColorName]color.NRGBA

// rgb is an opaque colour, 0xrrggbb.
func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// clear is black that lets most through.
func clear(alpha uint8) color.NRGBA { return color.NRGBA{A: alpha} }

var light = palette{
	theme.ColorNameBackground:          rgb(0xffffff),
	theme.ColorNameForeground:          rgb(0x1b1f23),
	theme.ColorNamePrimary:             rgb(0x0b6a8f),
	theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
	theme.ColorNameHyperlink:           rgb(0x0b5a7a),
	theme.ColorNameButton:              rgb(0xe4e9ed),
	theme.ColorNameDisabledButton:      rgb(0xeef1f3),
	theme.ColorNameDisabled:            rgb(0x78838d),
	theme.ColorNameError:               rgb(0xb3261e),
	theme.ColorNameForegroundOnError:   rgb(0xffffff),
	theme.ColorNameWarning:             rgb(0x8a5b00),
	theme.ColorNameForegroundOnWarning: rgb(0xffffff),
	theme.ColorNameSuccess:             rgb(0x1d7653),
	theme.ColorNameForegroundOnSuccess: rgb(0xffffff),
	theme.ColorNameFocus:               rgb(0xbfe0ec),
	theme.ColorNameHover:               rgb(0xedf2f5),
	theme.ColorNamePressed:             rgb(0xcfdbe2),
	theme.ColorNameInputBackground:     rgb(0xffffff),
	theme.ColorNameInputBorder:         rgb(0x808c99),
	theme.ColorNamePlaceHolder:         rgb(0x5a6570),
	theme.ColorNameSelection:           rgb(0xb9def0),
	theme.ColorNameSeparator:           rgb(0xd5dbe0),
	theme.ColorNameHeaderBackground:    rgb(0xf3f5f7),
	theme.ColorNameMenuBackground:      rgb(0xffffff),
	theme.ColorNameOverlayBackground:   rgb(0xffffff),
	theme.ColorNameScrollBar:           clear(0x70),
	theme.ColorNameScrollBarBackground: clear(0x10),
	theme.ColorNameShadow:              clear(0x28),

	ColorBar:       rgb(0xf3f5f7),
	ColorList:      rgb(0xfbfcfc),
	ColorPanel:     rgb(0xf7f9fa),
	ColorWell:      rgb(0xe6eaed),
	ColorSecondary: rgb(0x3b444c),
	ColorMuted:     rgb(0x56616b),
	ColorHeading:   rgb(0x0b4f6c),
	ColorAccent:    rgb(0x0b6a8f),
	ColorSelected:  rgb(0xdcedf4),
	ColorMark:      rgb(0xb5dbe9),
	ColorChip:      rgb(0xeaeff2),
	ColorSpread:    rgb(0xcfc19f),
	ColorAmber:     rgb(0xfff4d6),
	ColorAmberBar:  rgb(0xc98a00),
	ColorGreen:     rgb(0xe9f3ef),
	ColorGreenBar:  rgb(0x2f8a68),
	ColorBlue:      rgb(0xe3f0f6),
	ColorBlueBar:   rgb(0x0b6a8f),
	ColorRed:       rgb(0xfdeceb),
	ColorRedBar:    rgb(0xb3261e),
	ColorToast:     rgb(0x1f2d35),
	ColorOnToast:   rgb(0xffffff),
	ColorToastLink: rgb(0x9ad7f0),
	ColorEdge:      clear(0), // shades are enough
	ColorRing:      rgb(0x0b4f6c),
}

var dark = palette{
	theme.ColorNameBackground:          rgb(0x16191d),
	theme.ColorNameForeground:          rgb(0xe9edf0),
	theme.ColorNamePrimary:             rgb(0x17799f),
	theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
	theme.ColorNameHyperlink:           rgb(0x86cbe8),
	theme.ColorNameButton:              rgb(0x2d353c),
	theme.ColorNameDisabledButton:      rgb(0x22282d),
	theme.ColorNameDisabled:            rgb(0x87929c),
	theme.ColorNameError:               rgb(0xff9a90),
	theme.ColorNameForegroundOnError:   rgb(0x2a0b08),
	theme.ColorNameWarning:             rgb(0xf0bf55),
	theme.ColorNameForegroundOnWarning: rgb(0x241a00),
	theme.ColorNameSuccess:             rgb(0x6fcfa6),
	theme.ColorNameForegroundOnSuccess: rgb(0x04231a),
	theme.ColorNameFocus:               rgb(0x1d5169),
	theme.ColorNameHover:               rgb(0x242b31),
	theme.ColorNamePressed:             rgb(0x3a444c),
	theme.ColorNameInputBackground:     rgb(0x101316),
	theme.ColorNameInputBorder:         rgb(0x6d7a86),
	theme.ColorNamePlaceHolder:         rgb(0xa3afb9),
	theme.ColorNameSelection:           rgb(0x1d546d),
	theme.ColorNameSeparator:           rgb(0x363e45),
	theme.ColorNameHeaderBackground:    rgb(0x1f252a),
	theme.ColorNameMenuBackground:      rgb(0x20262b),
	theme.ColorNameOverlayBackground:   rgb(0x20262b),
	theme.ColorNameScrollBar:           color.NRGBA{0xff, 0xff, 0xff, 0x70},
	theme.ColorNameScrollBarBackground: color.NRGBA{0xff, 0xff, 0xff, 0x10},
	theme.ColorNameShadow:              clear(0x80),

	ColorBar:       rgb(0x1f252a),
	ColorList:      rgb(0x191d21),
	ColorPanel:     rgb(0x1c2125),
	ColorWell:      rgb(0x2a3137),
	ColorSecondary: rgb(0xc6cfd6),
	ColorMuted:     rgb(0xa3afb9),
	ColorHeading:   rgb(0x86cbe8),
	ColorAccent:    rgb(0x3ea9d4),
	ColorSelected:  rgb(0x173848),
	ColorMark:      rgb(0x1d5974),
	ColorChip:      rgb(0x2a3137),
	ColorSpread:    rgb(0x75684b),
	ColorAmber:     rgb(0x362c12),
	ColorAmberBar:  rgb(0xd9a326),
	ColorGreen:     rgb(0x15302a),
	ColorGreenBar:  rgb(0x46b28c),
	ColorBlue:      rgb(0x15303d),
	ColorBlueBar:   rgb(0x3ea9d4),
	ColorRed:       rgb(0x3d1a18),
	ColorRedBar:    rgb(0xff9a90),
	ColorToast:     rgb(0xe6ecf0),
	ColorOnToast:   rgb(0x16191d),
	ColorToastLink: rgb(0x0b5a7a),
	ColorEdge:      clear(0), // shades are enough
	ColorRing:      rgb(0x86cbe8),
}

// high is the look of high contrast: every text at 7 to 1 on its ground, and a
// white line where the others have a shade. Yellow is what one came to do and what
// has the focus, and nothing else.
var high = palette{
	theme.ColorNameBackground:          rgb(0x000000),
	theme.ColorNameForeground:          rgb(0xffffff),
	theme.ColorNamePrimary:             rgb(0xffe600),
	theme.ColorNameForegroundOnPrimary: rgb(0x000000),
	theme.ColorNameHyperlink:           rgb(0x8fdcff),
	theme.ColorNameButton:              rgb(0x1c1c1c),
	theme.ColorNameDisabledButton:      rgb(0x000000),
	theme.ColorNameDisabled:            rgb(0xb0b0b0),
	theme.ColorNameError:               rgb(0xffb3ab),
	theme.ColorNameForegroundOnError:   rgb(0x000000),
	theme.ColorNameWarning:             rgb(0xffd75e),
	theme.ColorNameForegroundOnWarning: rgb(0x000000),
	theme.ColorNameSuccess:             rgb(0x8af0c0),
	theme.ColorNameForegroundOnSuccess: rgb(0x000000),
	theme.ColorNameFocus:               rgb(0x003d5c),
	theme.ColorNameHover:               rgb(0x262626),
	theme.ColorNamePressed:             rgb(0x3d3d3d),
	theme.ColorNameInputBackground:     rgb(0x000000),
	theme.ColorNameInputBorder:         rgb(0xffffff),
	theme.ColorNamePlaceHolder:         rgb(0xd4d4d4),
	theme.ColorNameSelection:           rgb(0x003d5c),
	theme.ColorNameSeparator:           rgb(0xd4d4d4),
	theme.ColorNameHeaderBackground:    rgb(0x000000),
	theme.ColorNameMenuBackground:      rgb(0x2e2e2e), // Fyne's menus have no line around them
	theme.ColorNameOverlayBackground:   rgb(0x000000),
	theme.ColorNameScrollBar:           rgb(0xffffff),
	theme.ColorNameScrollBarBackground: rgb(0x333333),
	theme.ColorNameShadow:              clear(0xa0),

	ColorBar:       rgb(0x000000),
	ColorList:      rgb(0x000000),
	ColorPanel:     rgb(0x000000),
	ColorWell:      rgb(0x1c1c1c),
	ColorSecondary: rgb(0xffffff),
	ColorMuted:     rgb(0xe0e0e0),
	ColorHeading:   rgb(0xa8e4ff),
	ColorAccent:    rgb(0x8fdcff),
	ColorSelected:  rgb(0x003552),
	ColorMark:      rgb(0x4f4300),
	ColorChip:      rgb(0x1c1c1c),
	ColorSpread:    rgb(0x5c4d1f),
	ColorAmber:     rgb(0x2b2200),
	ColorAmberBar:  rgb(0xffd75e),
	ColorGreen:     rgb(0x002b1c),
	ColorGreenBar:  rgb(0x8af0c0),
	ColorBlue:      rgb(0x00283d),
	ColorBlueBar:   rgb(0x8fdcff),
	ColorRed:       rgb(0x3d0b07),
	ColorRedBar:    rgb(0xffb3ab),
	ColorToast:     rgb(0xffffff),
	ColorOnToast:   rgb(0x000000),
	ColorToastLink: rgb(0x00456b),
	ColorEdge:      rgb(0xffffff),
	ColorRing:      rgb(0xffe600),
}
