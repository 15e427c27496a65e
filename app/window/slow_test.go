package window

import (
	"strings"
	"testing"

	"deskleaf/app/desk"
)

// TestSlowGraphicsAreToldOnce: the band shows at the first start that draws
// without the graphics card, says what IT can do, and never comes again.
func TestSlowGraphicsAreToldOnce(t *testing.T) {
	slow := func(d *Deps) { d.SlowGraphics = true }
	first := try(t, 1366, 705, slow)
	if said := bands(first); !strings.Contains(said, "draws slowly") || !strings.Contains(said, "driver") {
		t.Errorf("the first start says %q", said)
	}
	if len(first.desks) == 0 {
		t.Fatal("that it was said is not remembered")
	}
	again := try(t, 1366, 705, slow, func(d *Deps) { d.Desk = last(first.desks) })
	if said := bands(again); said != "" {
		t.Errorf("the second start says %q", said)
	}
	if said := bands(try(t, 1366, 705)); said != "" {
		t.Errorf("with a graphics card it says %q", said)
	}
}

// bands are the words of the bands under the bar.
func bands(tr *trial) string {
	var said []string
	for _, b := range tr.notices.list {
		said = append(said, b.Words())
	}
	return strings.Join(said, "\n")
}

// last is the desk that was saved last.
func last(desks []desk.Desk) desk.Desk { return desks[len(desks)-1] }
