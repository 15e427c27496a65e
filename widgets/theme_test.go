package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestEveryLookHasTheSameColors(t *testing.T) {
	for look, p := range looks {
		for name := range light {
			if _, ok := p[name]; !ok {
				t.Errorf("the look %s has no %s", look, name)
			}
		}
		if len(light) != len(p) {
			t.Errorf("%d colours in light, %d in %s", len(light), len(p), look)
		}
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
		{HighContrast, theme.VariantLight, high[ColorPanel]},
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
