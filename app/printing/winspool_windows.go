package printing

import (
	"context"
	"errors"
	"slices"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	winspool = windows.NewLazySystemDLL("winspool.drv")

	enumPrinters       = winspool.NewProc("EnumPrintersW")
	defaultPrinter     = winspool.NewProc("GetDefaultPrinterW")
	openPrinter        = winspool.NewProc("OpenPrinterW")
	closePrinter       = winspool.NewProc("ClosePrinter")
	getPrinter         = winspool.NewProc("GetPrinterW")
	documentProperties = winspool.NewProc("DocumentPropertiesW")
	deviceCapabilities = winspool.NewProc("DeviceCapabilitiesW")
)

// Spooler prints through the spooler of Windows and its drivers.
type Spooler struct{}

// New is this system's printers.
func New() System { return Spooler{} }

// Printers asks Windows. The default stands first.
func (Spooler) Printers(ctx context.Context) ([]Printer, error) {
	return inTime(ctx, func() ([]Printer, error) {
		names, err := printerNames()
		if err != nil {
			return nil, err
		}
		standard := defaultName()
		all := make([]Printer, len(names))
		for i, name := range names {
			all[i] = Printer{Name: name, Default: name == standard}
		}
		askStates(ctx, all)
		defaultFirst(all)
		return all, nil
	})
}

// Print draws the pages for the printer's driver. It refuses a paused printer,
// because Windows would take the job without a word.
func (s Spooler) Print(ctx context.Context, job Job) (Sent, error) {
	printers, err := s.Printers(ctx)
	if err != nil {
		return Sent{}, err
	}
	target, err := choose(printers, job.Printer)
	if err != nil {
		return Sent{}, err
	}
	id, err := inTime(ctx, func() (string, error) { return sendJob(ctx, target.Name, job) })
	return Sent{id, target}, err
}

// inTime does what may hang, as calls to a print server that is away do, and
// gives up on it when the context ends. A panic in it is one of the caller's.
func inTime[T any](ctx context.Context, do func() (T, error)) (T, error) {
	type answer struct {
		value T
		err   error
		panic any
	}
	answered := make(chan answer, 1)
	go func() {
		var a answer
		defer func() {
			a.panic = recover()
			answered <- a
		}()
		a.value, a.err = do()
	}()
	select {
	case a := <-answered:
		if a.panic != nil {
			panic(a.panic)
		}
		return a.value, a.err
	case <-ctx.Done():
		var none T
		return none, silent()
	}
}

// printerInfo4 is PRINTER_INFO_4W: what Windows knows of a printer without asking
// the computer that it hangs on.
type printerInfo4 struct {
	name, server *uint16
	attributes   uint32
}

// printerInfo2 is PRINTER_INFO_2W.
type printerInfo2 struct {
	server, name, share, port, driver, comment, location *uint16
	mode                                                 uintptr
	separator, processor, dataType, parameters           *uint16
	security                                             uintptr
	attributes, priority, defaultPriority                uint32
	startTime, untilTime, status, jobs, pagesPerMinute   uint32
}

// What EnumPrinters lists: printers of this computer, and those of others that
// this person is connected to.
const enumLocalAndConnected = 2 | 4

// printerNames are the names of all printers, in order.
func printerNames() ([]string, error) {
	var need, count uint32
	list := func(buffer []byte) error {
		n, _, err := enumPrinters.Call(enumLocalAndConnected, 0, 4, uintptr(unsafe.Pointer(unsafe.SliceData(buffer))), uintptr(len(buffer)),
			uintptr(unsafe.Pointer(&need)), uintptr(unsafe.Pointer(&count)))
		return unless(n, err)
	}
	buffer, err := fill(list, &need)
	if err != nil {
		return nil, failed(err, "")
	}
	if len(buffer) == 0 {
		return nil, nil
	}
	var names []string
	for _, p := range unsafe.Slice((*printerInfo4)(unsafe.Pointer(&buffer[0])), count) {
		names = append(names, windows.UTF16PtrToString(p.name))
	}
	slices.Sort(names)
	return names, nil
}

// defaultName is the name of the default printer, or "".
func defaultName() string {
	var length uint32
	_, _, _ = defaultPrinter.Call(0, uintptr(unsafe.Pointer(&length)))
	if length == 0 {
		return ""
	}
	name := make([]uint16, length)
	if n, _, _ := defaultPrinter.Call(uintptr(unsafe.Pointer(&name[0])), uintptr(unsafe.Pointer(&length))); n == 0 {
		return ""
	}
	return windows.UTF16ToString(name)
}

// stateTime is how long printers have to say how they are. One that hangs on a
// computer that is away would take half a minute; it counts as ready.
const stateTime = 2 * time.Second

// askStates asks all printers at once how they are.
func askStates(ctx context.Context, all []Printer) {
	ctx, stop := context.WithTimeout(ctx, stateTime)
	defer stop()
	type answer struct {
		i     int
		state State
		note  string
	}
	answers := make(chan answer, len(all))
	for i, p := range all {
		go func() {
			state, note := askState(p.Name)
			answers <- answer{i, state, note}
		}()
	}
	for range all {
		select {
		case a := <-answers:
			all[a.i].State, all[a.i].Note = a.state, a.note
		case <-ctx.Done():
			return
		}
	}
}

// askState asks one printer. One that gives no answer counts as ready.
func askState(printer string) (State, string) {
	handle, err := open(printer)
	if err != nil {
		return Ready, ""
	}
	defer handle.close()
	var need uint32
	buffer, err := fill(func(buffer []byte) error {
		n, _, err := getPrinter.Call(uintptr(handle), 2, uintptr(unsafe.Pointer(unsafe.SliceData(buffer))), uintptr(len(buffer)), uintptr(unsafe.Pointer(&need)))
		return unless(n, err)
	}, &need)
	if err != nil || len(buffer) == 0 {
		return Ready, ""
	}
	about := (*printerInfo2)(unsafe.Pointer(&buffer[0]))
	return stateOf(about.status, about.attributes)
}

// A spoolHandle is a printer that is open.
type spoolHandle uintptr

func open(printer string) (spoolHandle, error) {
	var handle spoolHandle
	n, _, err := openPrinter.Call(uintptr(unsafe.Pointer(utf16(printer))), uintptr(unsafe.Pointer(&handle)), 0)
	if n == 0 {
		return 0, failed(err, printer)
	}
	return handle, nil
}

func (h spoolHandle) close() { _, _, _ = closePrinter.Call(uintptr(h)) }

// What DocumentProperties and DeviceCapabilities are asked for.
const (
	modeOut    = 2
	modeIn     = 8
	modeOK     = 1
	canDuplex  = 7
	canCopies  = 18
	canCollate = 22
)

// modeOf is the DEVMODE of a job: what this person usually prints with on this
// printer, with the job's own choices, as the driver takes them.
func modeOf(printer string, job Job) ([]byte, abilities, error) {
	handle, err := open(printer)
	if err != nil {
		return nil, abilities{}, err
	}
	defer handle.close()
	properties := func(out, in []byte, what uintptr) (int32, error) {
		n, _, err := documentProperties.Call(0, uintptr(handle), uintptr(unsafe.Pointer(utf16(printer))), uintptr(unsafe.Pointer(unsafe.SliceData(out))), uintptr(unsafe.Pointer(unsafe.SliceData(in))), what)
		return int32(n), err
	}
	size, err := properties(nil, nil, 0)
	if size < int32(unsafe.Sizeof(devmode{})) {
		return nil, abilities{}, failed(err, printer)
	}
	mode := make([]byte, size)
	if n, err := properties(mode, nil, modeOut); n != modeOK {
		return nil, abilities{}, failed(err, printer)
	}
	can := abilitiesOf(printer)
	(*devmode)(unsafe.Pointer(&mode[0])).ask(job, can)
	merged := make([]byte, size)
	if n, err := properties(merged, mode, modeIn|modeOut); n != modeOK {
		return nil, abilities{}, failed(err, printer)
	}
	return merged, can, nil
}

// abilitiesOf asks a driver what its printer can do.
func abilitiesOf(printer string) abilities {
	ask := func(what uintptr) int {
		n, _, _ := deviceCapabilities.Call(uintptr(unsafe.Pointer(utf16(printer))), 0, what, 0, 0)
		return int(int32(n)) // -1 where it does not know
	}
	return abilities{duplex: ask(canDuplex) > 0, collate: ask(canCollate) > 0, mostOfOne: ask(canCopies)}
}

// fill asks how many bytes an answer needs, and asks again with that many.
func fill(ask func([]byte) error, need *uint32) ([]byte, error) {
	err := ask(nil)
	if err == nil || *need == 0 {
		return nil, ignore(err, windows.ERROR_INSUFFICIENT_BUFFER)
	}
	buffer := make([]byte, *need)
	return buffer, ask(buffer)
}

// unless is what a call left as its error, unless it answered something.
func unless(answered uintptr, err error) error {
	if answered != 0 {
		return nil
	}
	return err
}

func ignore(err, which error) error {
	if errors.Is(err, which) {
		return nil
	}
	return err
}

// failed says in words what a call left as its error.
func failed(err error, printer string) error {
	var code windows.Errno
	if !errors.As(err, &code) || code == 0 {
		return windowsError(0, printer, "")
	}
	return windowsError(uint32(code), printer, code.Error())
}
