package printing

// A devmode is the head of a DEVMODEW, by which Windows and a printer's driver
// tell each other how a job prints. What the driver keeps for itself follows it.
//
// The names are those of the structure in Microsoft's documentation ("DEVMODEW
// structure (wingdi.h)", read 2026-11); what is not ours to say has none here.
type devmode struct {
	_           [34]uint16 // the printer's name, versions
	size        uint16
	_           uint16 // how much follows
	fields      uint32 // which of the others hold
	orientation int16
	paperSize   int16
	_           [2]int16 // length and width of other papers
	scale       int16    // percent
	copies      int16
	_           [2]int16 // tray, resolution
	color       int16
	duplex      int16
	_           [2]int16 // resolution downward, fonts
	collate     int16
	formName    [32]uint16
	logPixels   uint16
	_           [13]uint32 // screens, color matching
}

// The bits of fields that say which of the others hold.
const (
	dmOrientation = 1 << 0
	dmPaperSize   = 1 << 1
	dmPaperLength = 1 << 2
	dmPaperWidth  = 1 << 3
	dmScale       = 1 << 4
	dmCopies      = 1 << 8
	dmDuplex      = 1 << 12
	dmCollate     = 1 << 15
	dmFormName    = 1 << 16
)

// What the fields may hold, of that which we ask for.
const (
	portrait = 1
	collated = 1
)

// abilities are what a driver says that its printer can do.
type abilities struct {
	duplex    bool
	collate   bool
	mostOfOne int // copies that it makes of one page by itself
}

// copiesItself reports whether the driver makes all copies of a job, in order.
// Where it does not, the pages are sent as often as they are wanted.
func (a abilities) copiesItself(job Job) bool {
	return a.mostOfOne >= job.copies() && (a.collate || job.Pages.Count() == 1)
}

// ask writes a job into what the driver usually does. It leaves alone whatever is
// not ours to say: the tray, the resolution, the toner.
func (d *devmode) ask(job Job, can abilities) {
	d.orientation, d.scale, d.copies, d.collate = portrait, 100, 1, collated
	d.paperSize = map[Paper]int16{Letter: 1, A4: 9}[job.Paper]
	d.duplex = 1
	if can.duplex {
		d.duplex = map[Sides]int16{OneSide: 1, LongEdge: 2, ShortEdge: 3}[job.Sides]
	}
	if can.copiesItself(job) {
		d.copies = int16(job.copies())
	}
	d.fields |= dmOrientation | dmPaperSize | dmCopies | dmDuplex | dmCollate
	d.fields &^= dmPaperLength | dmPaperWidth | dmFormName // they would win over the size
}
