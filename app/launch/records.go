package launch

import (
	"path/filepath"
	"runtime/debug"
	"time"

	"deskleaf/app/crash"
	"deskleaf/app/journal"
	"deskleaf/app/support"
)

// records are what the program keeps about itself while its window is open: a log
// of events, and reports of its own faults.
type records struct {
	log     *journal.Journal
	note    func(journal.Event)
	reports *crash.Reports
	last    crash.Report // of a fault that nobody has been told of yet
	stop    func()       // the program ends, and has kept what there was to keep
}

// keep begins to keep records. Where they cannot be written, nothing is kept.
func (o *opening) keep() records {
	r := records{log: journal.In(o.places.State), reports: crash.In(o.places.State, o.version)}
	crashed := r.reports.Collect()
	r.last, _ = r.reports.Offer()
	quiet, _ := r.reports.Watch()
	note, written := r.log.Follow()
	r.note = note
	if crashed {
		note(journal.Crashed(true))
	}
	r.stop = func() {
		written()
		quiet()
	}
	return r
}

// ended keeps that the program ends as it should.
func (r records) ended() {
	r.note(journal.Ended())
	r.stop()
}

// fault keeps a fault that ends the program.
func (r records) fault(value any) {
	r.reports.Write(value, debug.Stack())
	r.note(journal.Crashed(true))
	r.stop()
}

// shown notes how long the window took to appear.
func (o *opening) shown(r records) { r.note(journal.Shown(time.Since(o.began))) }

// logLines is how many lines of the log support gets.
const logLines = 60

// details are what support needs to know that the window does not.
func (o *opening) details(r records) support.Details {
	d := support.Details{
		Folders: []support.Folder{
			{What: "Settings", Path: o.places.Config}, {What: "Clinic at", Path: o.folder(&o.desk)},
			{What: "Cache", Path: o.places.Cache}, {What: "Log", Path: o.places.State}, {What: "Fixed in", Path: filepath.Dir(o.places.Machine)},
		},
		Events: r.log.Tail(logLines), Crash: r.reports.Latest(),
	}
	for _, fixed := range []struct {
		key string
		is  bool
	}{
		{"clinic_folder", o.machine.Clinic != ""}, {"library_key", o.machine.Signed()}, {"library_folder", o.machine.Library != ""}, {"unreviewed", o.machine.Unreviewed != ""}, {"idle_minutes", o.machine.Idle != 0},
	} {
		if fixed.is {
			d.Fixed = append(d.Fixed, fixed.key)
		}
	}
	return d
}
