package window

import (
	"strings"
	"testing"

	"deskleaf/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTwoProceduresAreCompared(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.do("compare")
	tr.key(fyne.KeyDown) // opens the list on the only other one
	tr.key(fyne.KeyReturn)
	tr.key(fyne.KeyReturn)
	var told []string
	for _, o := range test.LaidOutObjects(tr.frame.Canvas().Overlays().Top()) {
		if r, ok := o.(*widgets.Reading); ok {
			told = append(told, r.Text())
		}
	}
	says := strings.Join(told, "\n")
	for _, want := range []string{"SI joint injection", "Colonoscopy", "About 30 minutes", "Needs a ride home", "not known here", "the doctor’s word"} {
		if !strings.Contains(says, want) {
			t.Errorf("the comparison does not say %q:\n%s", want, says)
		}
	}
}
