package printing

import (
	"context"
	"runtime"
	"strconv"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	gdi = windows.NewLazySystemDLL("gdi32.dll")

	createDC      = gdi.NewProc("CreateDCW")
	deleteDC      = gdi.NewProc("DeleteDC")
	deviceCaps    = gdi.NewProc("GetDeviceCaps")
	startDoc      = gdi.NewProc("StartDocW")
	endDoc        = gdi.NewProc("EndDoc")
	abortDoc      = gdi.NewProc("AbortDoc")
	startPage     = gdi.NewProc("StartPage")
	endPage       = gdi.NewProc("EndPage")
	stretchDIBits = gdi.NewProc("StretchDIBits")
)

// sendJob puts a job into a printer's queue and gives its number there.
func sendJob(ctx context.Context, printer string, job Job) (string, error) {
	runtime.LockOSThread() // a device context belongs to the thread that made it
	defer runtime.UnlockOSThread()
	mode, can, err := modeOf(printer, job)
	if err != nil {
		return "", err
	}
	d, err := openDC(printer, mode)
	if err != nil {
		return "", err
	}
	defer d.close()
	number, err := d.start(job.Title)
	if err != nil {
		return "", err
	}
	copies := job.copies()
	if can.copiesItself(job) {
		copies = 1
	}
	twoSided := can.duplex && job.Sides != OneSide
	if err := spoolPages(ctx, d, job.Pages, d.device().fit(job.Paper), order(job.Pages.Count(), copies, twoSided)); err != nil {
		d.abort()
		return "", err
	}
	return strconv.Itoa(number), d.end()
}

// A dc is a device context of a printer's driver: what takes the pages.
type dc struct {
	handle  uintptr
	printer string
}

func openDC(printer string, mode []byte) (*dc, error) {
	driver, name := utf16("WINSPOOL"), utf16(printer)
	handle, _, err := createDC.Call(uintptr(unsafe.Pointer(driver)), uintptr(unsafe.Pointer(name)), 0, uintptr(unsafe.Pointer(unsafe.SliceData(mode))))
	if handle == 0 {
		return nil, failed(err, printer)
	}
	return &dc{handle, printer}, nil
}

func (d *dc) close() { _, _, _ = deleteDC.Call(d.handle) }

// What GetDeviceCaps is asked for.
const (
	capDotsX      = 88
	capDotsY      = 90
	capPaperW     = 110
	capPaperH     = 111
	capPaperLeft  = 112
	capPaperAbove = 113
)

// device is how the printer lays dots on the paper that it was given.
func (d *dc) device() device {
	ask := func(what uintptr) int {
		n, _, _ := deviceCaps.Call(d.handle, what)
		return int(int32(n))
	}
	return device{
		dpiX: max(ask(capDotsX), 1), dpiY: max(ask(capDotsY), 1),
		width: ask(capPaperW), height: ask(capPaperH), left: ask(capPaperLeft), top: ask(capPaperAbove),
	}
}

// docInfo is DOCINFOW.
type docInfo struct {
	size                       int32
	docName, output, dataTypes *uint16
	kind                       uint32
}

// start opens the job in the queue under its title.
func (d *dc) start(title string) (int, error) {
	info := docInfo{docName: utf16(title)}
	info.size = int32(unsafe.Sizeof(info))
	n, _, err := startDoc.Call(d.handle, uintptr(unsafe.Pointer(&info)))
	if int32(n) <= 0 {
		return 0, failed(err, d.printer)
	}
	return int(int32(n)), nil
}

func (d *dc) startPage() error { return d.did(startPage.Call(d.handle)) }
func (d *dc) endPage() error   { return d.did(endPage.Call(d.handle)) }
func (d *dc) end() error       { return d.did(endDoc.Call(d.handle)) }
func (d *dc) abort()           { _, _, _ = abortDoc.Call(d.handle) }

// did makes an error of what a call of a job answered.
func (d *dc) did(n, _ uintptr, err error) error {
	if int32(n) > 0 {
		return nil
	}
	return failed(err, d.printer)
}

// bitmap is BITMAPINFO with a palette of two.
type bitmap struct {
	size             uint32
	width, height    int32
	planes, bitCount uint16
	compression      uint32
	imageSize        uint32
	perMeterX        int32
	perMeterY        int32
	used, important  uint32
	colors           [2][4]byte // blue, green, red, nothing
}

const (
	bitmapHead  = 40 // bytes of bitmap without the palette
	copySource  = 0x00CC0020
	paletteRGB  = 0
	stretchFail = 0
)

// draw puts a band of dots on the page.
func (d *dc) draw(at patch, width, rows int, bits []byte) error {
	info := bitmap{size: bitmapHead, width: int32(width), height: int32(rows), planes: 1, bitCount: 1,
		colors: [2][4]byte{{255, 255, 255, 0}, {0, 0, 0, 0}}}
	n, _, err := stretchDIBits.Call(d.handle,
		uintptr(at.x), uintptr(at.y), uintptr(at.width), uintptr(at.height),
		0, 0, uintptr(width), uintptr(rows),
		uintptr(unsafe.Pointer(&bits[0])), uintptr(unsafe.Pointer(&info)), paletteRGB, copySource)
	if int32(n) == stretchFail {
		return failed(err, d.printer)
	}
	return nil
}

// utf16 is text as Windows takes it. What follows a NUL is cut off.
func utf16(text string) *uint16 {
	p, err := windows.UTF16PtrFromString(text)
	if err != nil {
		p = &[]uint16{0}[0]
	}
	return p
}
