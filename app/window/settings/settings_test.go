package settings

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/clinic"
	"deskleaf/assets/words"
	"deskleaf/widgets"
)

// The way to a place prints on every page, so it is held to the rule of every page.
func TestDirectionsThatOrderAreNotTaken(t *testing.T) {
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(widgets.NewTheme(widgets.Light, 1))
	en, err := words.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	for directions, want := range map[string]bool{"Suite 4, second floor, past the drug store": true, "Level 2. Skip your aspirin.": false} {
		form := New(Deps{Words: en, Facts: clinic.Facts{Places: []clinic.Place{{ID: "main", Name: "Main Street", Directions: directions}}}})
		if _, _, ok := form.Values(); ok != want {
			t.Errorf("%q: taken is %v, want %v", directions, ok, want)
		}
	}
}
