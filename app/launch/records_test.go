package launch

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"deskleaf/app/desk"
	"deskleaf/app/journal"
)

// TestRecords holds that a start that ends as it should leaves a log and nothing to
// offer, and that the start after a fault offers its report, once.
func TestRecords(t *testing.T) {
	o := opening{version: "1.2.3", began: time.Now(), places: desk.Places{Config: "/c", Cache: "/k", State: t.TempDir(), Machine: filepath.Join("/m", "machine.yaml")}}
	r := o.keep()
	r.note(journal.Started("1.2.3", false))
	o.shown(r)
	r.ended()
	second := o.keep()
	if second.last.Text != "" {
		t.Errorf("offered after a quiet end: %s", second.last.Text)
	}
	func() {
		defer func() { second.fault(recover()) }()
		panic("Ana Ruiz")
	}()
	third := o.keep()
	if text := third.last.Text; !strings.Contains(text, "launch.TestRecords") || strings.Contains(text, "Ruiz") {
		t.Errorf("offered after a fault: %q", text)
	}
	third.ended()
	fourth := o.keep()
	defer fourth.ended()
	if fourth.last.Text != "" {
		t.Error("offered twice")
	}
	o.machine = desk.Machine{Idle: 7, Unreviewed: "refuse"}
	d := o.details(fourth)
	log := strings.Join(d.Events, "\n")
	for _, want := range []string{"started version=1.2.3", "shown after=", "crashed ended=true", "ended"} {
		if !strings.Contains(log, want) {
			t.Errorf("the log does not say %q:\n%s", want, log)
		}
	}
	if !strings.Contains(d.Crash, "launch.TestRecords") || strings.Join(d.Fixed, " ") != "unreviewed idle_minutes" || len(d.Folders) != 5 {
		t.Errorf("the details are %+v", d)
	}
}
