package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/damage"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// screen is the X display that the programs open their windows on.
type screen struct {
	connection *xgb.Conn
	root       xproto.Window
	painted    chan struct{} // has one when a window was painted since it was asked last
}

// window is one program's window on it.
type window struct {
	screen        *screen
	id            xproto.Window
	width, height uint16
}

// picture is every tenth row of pixels of a window: enough to meet each line of text, little enough to fetch often.
type picture []byte

const rowStep = 10

func watch() (*screen, error) {
	connection, err := xgb.NewConn()
	if err != nil {
		return nil, fmt.Errorf("open the X display: %w", err)
	}
	if err := xtest.Init(connection); err != nil {
		return nil, fmt.Errorf("the X display has no XTEST, which presses keys: %w", err)
	}
	if err := damage.Init(connection); err != nil {
		return nil, fmt.Errorf("the X display has no DAMAGE, which tells of paint: %w", err)
	}
	if _, err := damage.QueryVersion(connection, 1, 1).Reply(); err != nil {
		return nil, fmt.Errorf("ask the X display for DAMAGE: %w", err)
	}
	s := &screen{connection, xproto.Setup(connection).DefaultScreen(connection).Root, make(chan struct{}, 1)}
	go s.listen()
	return s, nil
}

// listen notes when a window was painted, until the display is gone.
func (s *screen) listen() {
	for {
		event, fault := s.connection.WaitForEvent()
		if event == nil && fault == nil {
			return
		}
		painting, is := event.(damage.NotifyEvent)
		if !is {
			continue
		}
		damage.Subtract(s.connection, painting.Damage, 0, 0) // or the display would tell of no more
		select {
		case s.painted <- struct{}{}:
		default:
		}
	}
}

// window waits for a window to appear, and has the display tell of whatever is painted on it from then on. Asking again
// and again how a window looks would take the processor from the program that is measured.
func (s *screen) window(patience time.Duration) (*window, error) {
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		shown, err := s.shown()
		if shown == nil && err == nil {
			continue
		}
		if err != nil {
			return nil, err
		}
		id, err := damage.NewDamageId(s.connection)
		if err != nil {
			return nil, fmt.Errorf("watch the window: %w", err)
		}
		if err := damage.CreateChecked(s.connection, id, xproto.Drawable(shown.id), damage.ReportLevelNonEmpty).Check(); err != nil {
			return nil, fmt.Errorf("watch the window: %w", err)
		}
		return shown, nil
	}
	return nil, errors.New("no window appeared")
}

// empty waits until no window is left of the program before.
func (s *screen) empty(patience time.Duration) error {
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if shown, err := s.shown(); shown == nil || err != nil {
			return err
		}
	}
	return errors.New("another program's window is on the display")
}

// shown is the first window directly on the screen that can be seen and is no mere splinter; nil for none.
func (s *screen) shown() (*window, error) {
	tree, err := xproto.QueryTree(s.connection, s.root).Reply()
	if err != nil {
		return nil, fmt.Errorf("list the windows: %w", err)
	}
	for _, id := range tree.Children {
		attributes, err := xproto.GetWindowAttributes(s.connection, id).Reply()
		if err != nil || attributes.MapState != xproto.MapStateViewable {
			continue // not shown, or gone since it was listed
		}
		size, err := xproto.GetGeometry(s.connection, xproto.Drawable(id)).Reply()
		if err == nil && size.Width > 20 && size.Height > 20 {
			return &window{s, id, size.Width, size.Height}, nil
		}
	}
	return nil, nil
}

// picture fetches what the window shows now. The window may have changed its size since it was found.
func (w *window) picture() (picture, error) {
	size, err := xproto.GetGeometry(w.screen.connection, xproto.Drawable(w.id)).Reply()
	if err != nil {
		return nil, fmt.Errorf("measure the window: %w", err)
	}
	w.width, w.height = size.Width, size.Height
	var rows []xproto.GetImageCookie
	for y := rowStep / 2; y < int(w.height); y += rowStep {
		rows = append(rows, xproto.GetImage(w.screen.connection, xproto.ImageFormatZPixmap, xproto.Drawable(w.id),
			0, int16(y), w.width, 1, ^uint32(0)))
	}
	var shown picture
	for _, row := range rows {
		image, err := row.Reply()
		if err != nil {
			return nil, fmt.Errorf("fetch what the window shows: %w", err)
		}
		shown = append(shown, image.Data...)
	}
	return shown, nil
}

// atRest waits until the window has shown the same for so long, and gives that picture.
func (w *window) atRest(long time.Duration) (picture, error) {
	deadline := time.Now().Add(patience)
	last, err := w.picture()
	for since := time.Now(); err == nil && (time.Since(since) < long || last.blank()); {
		if time.Now().After(deadline) {
			return nil, errors.New("the window never came to rest")
		}
		if !w.paintedWithin(max(long-time.Since(since), time.Millisecond)) {
			continue
		}
		var now picture
		if now, err = w.picture(); err == nil && now.differs(last) {
			last, since = now, time.Now()
		}
	}
	if err != nil {
		return nil, err
	}
	return w.picture()
}

// paintedWithin waits for the window to be painted, and reports whether it was.
func (w *window) paintedWithin(long time.Duration) bool {
	select {
	case <-w.screen.painted:
		return true
	case <-time.After(long):
		return false
	}
}

// until waits for the window to show what is wanted.
func (w *window) until(wanted func(picture) bool) error {
	return until(w, w.picture, wanted)
}

// untilRightPart waits for the right third to show something else.
func (w *window) untilRightPart(before picture) error {
	return until(w, w.rightPart, func(now picture) bool { return !slices.Equal(now, before) })
}

// until looks at the window now, and again whenever it was painted, until it shows what is wanted.
func until(w *window, look func() (picture, error), wanted func(picture) bool) error {
	for deadline := time.Now().Add(patience); ; {
		now, err := look()
		if err != nil || wanted(now) {
			return err
		}
		if !w.paintedWithin(time.Until(deadline)) {
			return fmt.Errorf("waited %v", patience)
		}
	}
}

// rightPart fetches the right third of what the window shows now, every row of it: where the pages lie.
func (w *window) rightPart() (picture, error) {
	third := w.width / 3
	image, err := xproto.GetImage(w.screen.connection, xproto.ImageFormatZPixmap, xproto.Drawable(w.id),
		int16(w.width-third), 0, third, w.height, ^uint32(0)).Reply()
	if err != nil {
		return nil, fmt.Errorf("fetch what the window shows: %w", err)
	}
	return image.Data, nil
}

// focus gives the window the keyboard, as a window manager would.
func (w *window) focus() error {
	return xproto.SetInputFocusChecked(w.screen.connection, xproto.InputFocusParent, w.id, xproto.TimeCurrentTime).Check()
}

// The signs of keys that are no letters. Those of letters, digits and the blank are the letters themselves.
const (
	backSpace xproto.Keysym = 0xff08
	tab       xproto.Keysym = 0xff09
	right     xproto.Keysym = 0xff53
	end       xproto.Keysym = 0xff57
	f2        xproto.Keysym = 0xffbf
	shift     xproto.Keysym = 0xffe1
)

// withShift marks a sign whose key is pressed together with Shift.
const withShift xproto.Keysym = 1 << 24

func shifted(sign xproto.Keysym) xproto.Keysym { return sign | withShift }

// press presses and releases the key of a sign, with Shift where it is marked so.
func (s *screen) press(sign xproto.Keysym) error {
	if sign&withShift == 0 {
		return s.strike(sign, xproto.KeyPress, xproto.KeyRelease)
	}
	if err := s.strike(shift, xproto.KeyPress); err != nil {
		return err
	}
	if err := s.strike(sign&^withShift, xproto.KeyPress, xproto.KeyRelease); err != nil {
		return err
	}
	return s.strike(shift, xproto.KeyRelease)
}

// strike does something with the key of a sign that needs no Shift.
func (s *screen) strike(sign xproto.Keysym, kinds ...byte) error {
	setup := xproto.Setup(s.connection)
	count := byte(setup.MaxKeycode - setup.MinKeycode + 1)
	keys, err := xproto.GetKeyboardMapping(s.connection, setup.MinKeycode, count).Reply()
	if err != nil {
		return fmt.Errorf("read the keyboard's layout: %w", err)
	}
	for i := range int(count) {
		if keys.Keysyms[i*int(keys.KeysymsPerKeycode)] != sign {
			continue
		}
		code := byte(setup.MinKeycode) + byte(i)
		for _, kind := range kinds {
			if err := xtest.FakeInputChecked(s.connection, kind, code, 0, s.root, 0, 0, 0).Check(); err != nil {
				return fmt.Errorf("press the key %#x: %w", sign, err)
			}
		}
		return nil
	}
	return fmt.Errorf("the keyboard has no key %#x", sign)
}

// blank reports whether all pixels are the same, as before the first painting.
func (p picture) blank() bool {
	for i := 4; i < len(p); i++ {
		if p[i] != p[i-4] {
			return false
		}
	}
	return true
}

// differs reports whether more than one pixel in five thousand is another one: a letter is more, a caret is less.
func (p picture) differs(other picture) bool {
	if len(p) != len(other) {
		return true
	}
	count := 0
	for i := 0; i+3 < len(p); i += 4 {
		if p[i] != other[i] || p[i+1] != other[i+1] || p[i+2] != other[i+2] {
			count++
		}
	}
	return count > len(p)/4/5000
}

// cpuTime is the processor time, user's and system's, that a process has used so far. The kernel counts it in hundredths
// of a second (proc(5), USER_HZ).
func cpuTime(pid int) (time.Duration, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, fmt.Errorf("it ended by itself: %w", err)
	}
	_, after, _ := strings.Cut(string(text), ") ") // the name before it may hold blanks
	fields := strings.Fields(after)
	var ticks int
	for _, field := range fields[11:13] {
		n, err := strconv.Atoi(field)
		if err != nil {
			return 0, fmt.Errorf("read /proc/%d/stat: %w", pid, err)
		}
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond, nil
}

// resident is how much of the computer's memory a process holds, in MB of a million bytes (proc(5), statm): its own, and
// the parts in use of its program and of the libraries that other programs may share.
func resident(pid int) (float64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0, fmt.Errorf("it ended by itself: %w", err)
	}
	var size, pages int
	if _, err := fmt.Sscan(string(text), &size, &pages); err != nil {
		return 0, fmt.Errorf("read /proc/%d/statm: %w", pid, err)
	}
	return float64(pages*os.Getpagesize()) / 1e6, nil
}
