package window

import (
	"context"
	"time"

	"deskleaf/app/clinic"
	"deskleaf/app/printing"
	"deskleaf/app/support"
)

// detailsTime is how long printers may take to answer for the details.
const detailsTime = 5 * time.Second

// copyDetails puts what support needs to know into the clipboard.
func (w *Window) copyDetails() {
	var printers []printing.Printer
	var err error
	var d support.Details
	w.background(func() {
		ctx, stop := context.WithTimeout(context.Background(), detailsTime)
		defer stop()
		printers, err = w.deps.Printing.Printers(ctx)
		if w.deps.Details != nil {
			d = w.deps.Details()
		}
	}, func() {
		d.Printers, d.PrintersError, d.Remembered = printers, err, w.desk.Printer
		w.toClipboard(w.details(d).String())
		w.toast("support.copied")
	})
}

// details adds what the window knows.
func (w *Window) details(d support.Details) support.Details {
	d.When, d.Version, d.Language = w.deps.Now(), w.deps.Version, w.words.Language
	size := w.frame.Canvas().Size()
	d.Width, d.Height, d.Scale, d.TextSize = size.Width, size.Height, w.frame.Canvas().Scale(), w.desk.Size()
	d.SlowGraphics = w.deps.SlowGraphics
	if w.clinic.Away != clinic.Here {
		d.Clinic, d.AwaySince = w.clinic.Away.String(), w.folder.since
	}
	if w.library != nil {
		d.Procedures, d.Complaints = len(w.library.Entries()), len(w.library.Complaints())
	}
	return d
}
