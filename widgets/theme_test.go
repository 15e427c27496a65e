package widgets

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
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

// onGrounds says which inks stand on which grounds.
var onGrounds = []struct{ inks, grounds []fyne.ThemeColorName }{
	{
		[]fyne.ThemeColorName{theme.ColorNameForeground, ColorSecondary, ColorMuted, theme.ColorNameError, theme.ColorNameHyperlink, ColorHeading},
		[]fyne.ThemeColorName{theme.ColorNameBackground, ColorBar, ColorList, ColorPanel, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground},
	},
	{
		[]fyne.ThemeColorName{theme.ColorNameForeground},
		[]fyne.ThemeColorName{ColorSelected, ColorMark, ColorChip, theme.ColorNameButton, theme.ColorNameHover, theme.ColorNamePressed, theme.ColorNameSelection, theme.ColorNameMenuBackground},
	},
	{
		[]fyne.ThemeColorName{theme.ColorNameForeground, theme.ColorNameHyperlink},
		[]fyne.ThemeColorName{ColorAmber, ColorGreen, ColorBlue, ColorRed},
	},
	{[]fyne.ThemeColorName{ColorSecondary}, []fyne.ThemeColorName{ColorSelected, ColorMark}},
	{[]fyne.ThemeColorName{ColorMuted}, []fyne.ThemeColorName{theme.ColorNameHover, ColorWell}},
	{[]fyne.ThemeColorName{theme.ColorNameForegroundOnPrimary}, []fyne.ThemeColorName{theme.ColorNamePrimary}},
	{[]fyne.ThemeColorName{theme.ColorNameForegroundOnError}, []fyne.ThemeColorName{theme.ColorNameError}},
	{[]fyne.ThemeColorName{theme.ColorNameForegroundOnWarning}, []fyne.ThemeColorName{theme.ColorNameWarning}},
	{[]fyne.ThemeColorName{theme.ColorNameForegroundOnSuccess}, []fyne.ThemeColorName{theme.ColorNameSuccess}},
	{[]fyne.ThemeColorName{theme.ColorNamePlaceHolder}, []fyne.ThemeColorName{theme.ColorNameInputBackground}},
	{[]fyne.ThemeColorName{ColorOnToast, ColorToastLink}, []fyne.ThemeColorName{ColorToast}},
}

func TestTextCanBeRead(t *testing.T) {
	const least = 4.5 // WCAG 2.1, 1.4.3 at level AA
	for look, p := range map[string]palette{"light": light, "dark": dark} {
		for _, pairs := range onGrounds {
			for _, ink := range pairs.inks {
				for _, ground := range pairs.grounds {
					if got := contrast(p[ink], p[ground]); got < least {
						t.Errorf("%s: %s on %s has a contrast of %.2f", look, ink, ground, got)
					}
				}
			}
		}
	}
}

func TestEdgesCanBeSeen(t *testing.T) {
	const least = 3 // WCAG 2.1, 1.4.11
	for look, p := range map[string]palette{"light": light, "dark": dark} {
		for _, edge := range []fyne.ThemeColorName{theme.ColorNameInputBorder, ColorAccent} {
			for _, ground := range []fyne.ThemeColorName{theme.ColorNameBackground, theme.ColorNameInputBackground} {
				if got := contrast(p[edge], p[ground]); got < least {
					t.Errorf("%s: %s on %s has a contrast of %.2f", look, edge, ground, got)
				}
			}
		}
	}
}

func TestBothLooksHaveTheSameColors(t *testing.T) {
	for name := range light {
		if _, ok := dark[name]; !ok {
			t.Errorf("the dark look has no %s", name)
		}
	}
	if len(light) != len(dark) {
		t.Errorf("%d colours in light, %d in dark", len(light), len(dark))
	}
}

func TestThemeFollowsTheSystem(t *testing.T) {
	for _, test := range []struct {
		look    Look
		variant fyne.ThemeVariant
		want    color.Color
	}{
		{FollowSystem, theme.VariantLight, light[ColorPanel]},
		{FollowSystem, theme.VariantDark, dark[ColorPanel]},
		{Light, theme.VariantDark, light[ColorPanel]},
		{Dark, theme.VariantLight, dark[ColorPanel]},
	} {
		if got := NewTheme(test.look, 1).Color(ColorPanel, test.variant); got != test.want {
			t.Errorf("look %d, variant %d: %v", test.look, test.variant, got)
		}
	}
}

func TestTextScale(t *testing.T) {
	for _, test := range []struct{ scale, want float32 }{{1, 15}, {2, 30}, {9, 30}, {0.1, 12}} {
		if got := NewTheme(Light, test.scale).Size(theme.SizeNameText); got != test.want {
			t.Errorf("scale %v gives text of %v, want %v", test.scale, got, test.want)
		}
	}
	if got := NewTheme(Light, 2).Size(theme.SizeNamePadding); got != 4 {
		t.Errorf("padding grows with the text: %v", got)
	}
}

func TestTextScaleChangesARunningWindow(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(NewTheme(Light, 1))
	b := NewButton("Print", "print", Primary, nil)
	test.NewTempWindow(t, b)
	before := b.MinSize()
	app.Settings().SetTheme(NewTheme(Light, 1.5))
	if after := b.MinSize(); after.Width <= before.Width || after.Height <= before.Height {
		t.Errorf("the button was %v and is %v", before, after)
	}
}
