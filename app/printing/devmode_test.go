package printing

import (
	"testing"
	"unsafe"
)

// TestDevmodeIsWindowsOwn holds the layout to that of Windows: a driver reads it
// as bytes.
func TestDevmodeIsWindowsOwn(t *testing.T) {
	var d devmode
	for _, field := range []struct {
		name      string
		got, want uintptr
	}{
		{"whole", unsafe.Sizeof(d), 220},
		{"size", unsafe.Offsetof(d.size), 68},
		{"fields", unsafe.Offsetof(d.fields), 72},
		{"orientation", unsafe.Offsetof(d.orientation), 76},
		{"copies", unsafe.Offsetof(d.copies), 86},
		{"color", unsafe.Offsetof(d.color), 92},
		{"duplex", unsafe.Offsetof(d.duplex), 94},
		{"collate", unsafe.Offsetof(d.collate), 100},
		{"formName", unsafe.Offsetof(d.formName), 102},
		{"logPixels", unsafe.Offsetof(d.logPixels), 166},
	} {
		if field.got != field.want {
			t.Errorf("%s is at %d, want %d", field.name, field.got, field.want)
		}
	}
}

func TestDevmodeAsks(t *testing.T) {
	whole := abilities{duplex: true, collate: true, mostOfOne: 999}
	tests := []struct {
		name                  string
		job                   Job
		can                   abilities
		paper, copies, duplex int16
		driverCopies          bool
	}{
		{"a page", Job{}, whole, 1, 1, 1, true},
		{"like a book", Job{Sides: LongEdge, Copies: 3, Paper: A4}, whole, 9, 3, 2, true},
		{"like a notepad", Job{Sides: ShortEdge}, whole, 1, 1, 3, true},
		{"one side only", Job{Sides: LongEdge}, abilities{collate: true, mostOfOne: 9}, 1, 1, 1, true},
		{"too many copies", Job{Copies: 10}, abilities{duplex: true, collate: true, mostOfOne: 9}, 1, 1, 1, false},
		{"page by page", Job{Copies: 2}, abilities{duplex: true, mostOfOne: 9}, 1, 1, 1, false},
		{"more than there may be", Job{Copies: 1000}, whole, 1, 99, 1, true},
		{"nothing known", Job{}, abilities{mostOfOne: -1}, 1, 1, 1, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.job.Pages = stripes(2)
			const other = 1 << 11 // color, which is the person's to choose
			d := devmode{fields: other | dmScale | dmFormName | dmPaperLength, orientation: 2, scale: 70, color: 2, paperSize: 5}
			d.ask(test.job, test.can)
			if d.paperSize != test.paper || d.copies != test.copies || d.duplex != test.duplex {
				t.Errorf("paper %d, copies %d, duplex %d; want %d, %d, %d", d.paperSize, d.copies, d.duplex, test.paper, test.copies, test.duplex)
			}
			if d.orientation != portrait || d.scale != 100 || d.collate != collated || d.color != 2 {
				t.Errorf("orientation %d, scale %d, collate %d, color %d", d.orientation, d.scale, d.collate, d.color)
			}
			if want := uint32(other | dmScale | dmOrientation | dmPaperSize | dmCopies | dmDuplex | dmCollate); d.fields != want {
				t.Errorf("fields %x, want %x", d.fields, want)
			}
			if test.can.copiesItself(test.job) != test.driverCopies {
				t.Errorf("the driver makes the copies: %t", test.can.copiesItself(test.job))
			}
		})
	}
}

func TestStateOf(t *testing.T) {
	tests := []struct {
		status, attributes uint32
		state              State
		note               string
	}{
		{0, 0, Ready, ""},
		{statusPrinting, 0, Busy, ""},
		{statusPaused | statusPrinting, attributeOffline, Paused, ""},
		{0, attributeOffline, Unready, "it is not connected"},
		{1<<4 | 1<<20 | statusPrinting, 0, Unready, "it has no paper, it needs somebody to look at it"},
	}
	for _, test := range tests {
		if state, note := stateOf(test.status, test.attributes); state != test.state || note != test.note {
			t.Errorf("status %x, attributes %x: %v %q, want %v %q", test.status, test.attributes, state, note, test.state, test.note)
		}
	}
}

// TestWindowsErrorsAreWords holds that every code says what happened and what to
// do, also those that nobody thought of.
func TestWindowsErrorsAreWords(t *testing.T) {
	reasons := map[uint32]Reason{errAccessDenied: Refused, errInvalidPrinter: Unknown, errServerUnavailable: NoSystem, errSpoolerNotRunning: NoSystem,
		errPrintCancelled: Refused, errCancelled: Refused, errDiskFull: Refused, errNotEnoughMemory: Refused, 0: Refused, 4711: Refused}
	for code, reason := range reasons {
		for _, own := range []string{"", "Der Drucker brennt."} {
			if e := windowsError(code, "Front", own); e.Reason != reason || e.What == "" || e.Hint == "" || e.Printer != "Front" {
				t.Errorf("code %d: %+v", code, e)
			}
		}
	}
}
