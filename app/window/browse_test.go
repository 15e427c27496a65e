package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/desk"
	"deskleaf/widgets"
)

func TestProceduresAreBrowsedByWhatTheyAreAbout(t *testing.T) {
	tr := try(t, 1366, 700, func(d *Deps) { d.Desk = desk.Desk{Asked: true} })
	shown := markup(tr)
	spine, bowel := strings.Index(shown, ">Spine & pain<"), strings.Index(shown, ">Stomach & bowel<")
	if spine < 0 || bowel < spine {
		t.Errorf("the list has no headings by category, in the order of the alphabet: %d, %d", spine, bowel)
	}
}

// What nobody has written yet can be begun from the search, under the words typed.
func TestASearchThatFindsNothingAddsAProcedure(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("tonsils")
	row := tr.words.T("find.add", "query", "tonsils")
	if !strings.Contains(markup(tr), row) || tr.book != nil {
		t.Fatal("nothing says how to add it")
	}
	tr.key(fyne.KeyReturn)
	all := fields(tr)
	if !tr.dialogOpen() || len(all) == 0 || all[0].Text != "tonsils" {
		t.Fatalf("Enter begins no procedure of that name: %d fields", len(all))
	}
	for _, o := range test.LaidOutObjects(tr.frame.Canvas().Overlays().Top()) {
		if search, ok := o.(*widgets.SearchEntry); ok {
			search.SetText("tonsils")
		}
	}
	if strings.Contains(overlay(tr), row) {
		t.Error("the search for one to copy offers to add one")
	}
}

func TestTheNearestAreShownBeforeTheRowThatAdds(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("joint xylophone")
	rows := tr.find.List.Rows()
	if len(rows) < 3 || rows[1].ID != "si-joint-injection" || !rows[2].Act {
		t.Fatalf("the list is %+v", rows)
	}
	tr.key(fyne.KeyDown, fyne.KeyDown)
	if id, _ := tr.find.List.Selected(); id != rows[2].ID || tr.book.Procedure.ID != "si-joint-injection" {
		t.Errorf("the arrows stand at %q", id)
	}
	tr.find.Clear()
	tr.type_("si j")
	for _, row := range tr.find.List.Rows() {
		if row.Act {
			t.Error("a search that finds something offers to add it")
		}
	}
}
