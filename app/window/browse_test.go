package window

import (
	"strings"
	"testing"

	"deskleaf/app/desk"
)

func TestProceduresAreBrowsedByWhatTheyAreAbout(t *testing.T) {
	tr := try(t, 1366, 700, func(d *Deps) { d.Desk = desk.Desk{Asked: true} })
	shown := markup(tr)
	spine, bowel := strings.Index(shown, ">Spine & pain<"), strings.Index(shown, ">Stomach & bowel<")
	if spine < 0 || bowel < spine {
		t.Errorf("the list has no headings by category, in the order of the alphabet: %d, %d", spine, bowel)
	}
}
