package widgets

import (
	"image/color"
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// luminance and contrast are those of WCAG 2.1, "relative luminance" and
// "contrast ratio" (read 2026-11-23).
func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// over is a colour as it looks on a ground that it lets through.
func over(c, ground color.NRGBA) color.NRGBA {
	mix := func(top, below uint8) uint8 {
		return uint8((int(top)*int(c.A) + int(below)*(255-int(c.A)) + 127) / 255)
	}
	return color.NRGBA{mix(c.R, ground.R), mix(c.G, ground.G), mix(c.B, ground.B), 255}
}

// What WCAG 2.1 asks for at level AA: of text (1.4.3), and of what shows where a
// control is and how it stands (1.4.11). It asks nothing of what is disabled; here
// that can be told too, as a control can.
const (
	ofText    = 4.5
	ofControl = 3
)

// What the look of high contrast is held to instead: text at level AAA (1.4.6); of
// controls no level asks more than 3, and here they have 4.5.
const (
	strongText    = 7
	strongControl = 4.5
)

// looks are the palettes by their names.
var looks = map[string]palette{"light": light, "dark": dark, "high contrast": high}

type names = []fyne.ThemeColorName

// surfaces are what whole parts of the window lie on.
var surfaces = names{theme.ColorNameBackground, ColorBar, ColorList, ColorPanel, theme.ColorNameOverlayBackground}

// toned are the grounds of notices and cards.
var toned = names{ColorAmber, ColorGreen, ColorBlue, ColorRed}

// pairs are the colours that the widgets put together.
var pairs = []struct {
	what    string
	least   float64
	inks    names
	grounds names
}{
	{"text", ofText, names{theme.ColorNameForeground, ColorSecondary, ColorMuted, ColorHeading}, surfaces},
	{"link", ofText, names{theme.ColorNameHyperlink}, surfaces},
	{"complaint", ofText, names{theme.ColorNameError}, surfaces},
	{"notice and its links", ofText, names{theme.ColorNameForeground, theme.ColorNameHyperlink}, toned},
	{"typed text, hint, place holder and complaint in a field", ofText,
		names{theme.ColorNameForeground, ColorMuted, theme.ColorNamePlaceHolder, theme.ColorNameError}, names{theme.ColorNameInputBackground}},
	{"selected text", ofText, names{theme.ColorNameForeground, ColorSecondary, ColorHeading, theme.ColorNameHyperlink}, names{theme.ColorNameSelection}},
	{"button", ofText, names{theme.ColorNameForeground}, names{theme.ColorNameButton, theme.ColorNameHover, theme.ColorNamePressed}},
	{"main button, chosen segment, aimed day", ofText, names{theme.ColorNameForegroundOnPrimary}, names{theme.ColorNamePrimary}},
	{"Fyne's button that warns", ofText, names{theme.ColorNameForegroundOnWarning}, names{theme.ColorNameWarning}},
	{"Fyne's button of danger", ofText, names{theme.ColorNameForegroundOnError}, names{theme.ColorNameError}},
	{"Fyne's button of success", ofText, names{theme.ColorNameForegroundOnSuccess}, names{theme.ColorNameSuccess}},
	{"row of results", ofText, names{theme.ColorNameForeground, ColorMuted}, names{ColorList, theme.ColorNameHover}},
	{"chosen row of results", ofText, names{theme.ColorNameForeground, ColorSecondary}, names{ColorSelected, ColorMark}},
	{"letters that were searched for", ofText, names{theme.ColorNameForeground, ColorSecondary}, names{ColorMark}},
	{"row of the schedule", ofText, names{theme.ColorNameForeground, ColorMuted, theme.ColorNameError, theme.ColorNameSuccess},
		names{theme.ColorNameBackground, theme.ColorNameHover, ColorSelected}},
	{"row of a list that unfolds", ofText, names{theme.ColorNameForeground}, names{theme.ColorNameOverlayBackground, ColorSelected}},
	{"tab", ofText, names{theme.ColorNameForeground, ColorHeading}, names{theme.ColorNameBackground, theme.ColorNameHover}},
	{"menu", ofText, names{theme.ColorNameForeground}, names{theme.ColorNameMenuBackground, theme.ColorNameHover, theme.ColorNameFocus}},
	{"chip and key", ofText, names{theme.ColorNameForeground, ColorSecondary}, names{ColorChip, theme.ColorNameInputBackground}},
	{"words where pages lie", ofText, names{ColorMuted}, names{ColorWell}},
	{"short notice, its link and the ring around that", ofText, names{ColorOnToast, ColorToastLink}, names{ColorToast}},
	{"disabled button, link, segment and choice", ofControl, names{theme.ColorNameDisabled},
		names{theme.ColorNameDisabledButton, theme.ColorNameInputBackground, theme.ColorNameBackground, ColorPanel}},
	{"edge of a field", ofControl, names{theme.ColorNameInputBorder}, append(slices.Clone(surfaces), theme.ColorNameInputBackground)},
	{"ring of the focus", ofControl, names{ColorRing}, append(slices.Clone(surfaces), theme.ColorNameInputBackground, ColorWell, ColorSelected)},
	{"ring of a field with a fault", ofControl, names{theme.ColorNameError}, names{theme.ColorNameInputBackground}},
	{"main button and ticked box", ofControl, names{theme.ColorNamePrimary}, surfaces},
	{"bar at a chosen row or tab", ofControl, names{ColorAccent}, names{ColorSelected, theme.ColorNameBackground, ColorBar, ColorList}},
	{"icon of a notice", ofControl, names{ColorBlueBar}, names{ColorBlue}},
	{"icon of a notice", ofControl, names{ColorGreenBar}, names{ColorGreen}},
	{"icon of a notice", ofControl, names{ColorRedBar}, names{ColorRed}},
	{"scroll bar", ofControl, names{theme.ColorNameScrollBar}, names{theme.ColorNameBackground, ColorList, ColorPanel}},
	{"progress", ofControl, names{ColorAccent}, names{theme.ColorNameButton}},
	{"bar and lines of a scale", ofControl, names{ColorAccent, ColorMuted}, names{ColorWell}},
	{"middle of a spread", ofControl, names{theme.ColorNameForeground}, names{ColorSpread}},
}

// TestContrast holds every pair to what it needs in every look.
func TestContrast(t *testing.T) {
	for look, p := range looks {
		for _, pair := range pairs {
			least := pair.least
			if look == "high contrast" {
				least = map[float64]float64{ofText: strongText, ofControl: strongControl}[least]
			}
			for _, ink := range pair.inks {
				for _, ground := range pair.grounds {
					for _, name := range []fyne.ThemeColorName{ink, ground} {
						if _, ok := p[name]; !ok {
							t.Fatalf("%s: there is no colour %s", look, name)
						}
					}
					if got := contrast(over(p[ink], p[ground]), p[ground]); got < least {
						t.Errorf("%s, %s: %s on %s has a contrast of %.2f, less than %.1f", look, pair.what, ink, ground, got, least)
					}
				}
			}
		}
	}
}
