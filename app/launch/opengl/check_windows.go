package opengl

import (
	"errors"
	"fmt"
	"runtime"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	user32 = windows.NewLazySystemDLL("user32.dll")
	gdi32  = windows.NewLazySystemDLL("gdi32.dll")

	createWindow      = user32.NewProc("CreateWindowExW")
	destroyWindow     = user32.NewProc("DestroyWindow")
	getDC             = user32.NewProc("GetDC")
	releaseDC         = user32.NewProc("ReleaseDC")
	choosePixelFormat = gdi32.NewProc("ChoosePixelFormat")
	setPixelFormat    = gdi32.NewProc("SetPixelFormat")
)

// check asks an OpenGL for its version, in a window that is never shown, as Fyne
// will ask in the one that is.
func check(gl windows.Handle) error {
	text, err := ask(gl)
	if err != nil {
		return fmt.Errorf("OpenGL does not work here: %w", err)
	}
	v, err := parse(text)
	if err != nil {
		return err
	}
	if !v.enough() {
		return fmt.Errorf("OpenGL here is %s, and %s is needed", v, needed)
	}
	return nil
}

// ask makes a window, a place to draw in it, and asks who draws there.
func ask(gl windows.Handle) (string, error) {
	runtime.LockOSThread() // OpenGL belongs to a thread
	defer runtime.UnlockOSThread()
	calls, err := find(gl)
	if err != nil {
		return "", err
	}
	window, err := made("a window cannot be made")(createWindow.Call(0, uintptr(unsafe.Pointer(windows.StringToUTF16Ptr("STATIC"))), 0,
		clipChildren|clipSiblings, 0, 0, 1, 1, 0, 0, 0, 0))
	if err != nil {
		return "", err
	}
	defer destroyWindow.Call(window)
	dc, err := made("a window cannot be drawn in")(getDC.Call(window))
	if err != nil {
		return "", err
	}
	defer releaseDC.Call(window, dc)
	wanted := drawable()
	format, err := made("there is no pixel format")(choosePixelFormat.Call(dc, uintptr(unsafe.Pointer(&wanted))))
	if err != nil {
		return "", err
	}
	if _, err := made("the pixel format is refused")(setPixelFormat.Call(dc, format, uintptr(unsafe.Pointer(&wanted)))); err != nil {
		return "", err
	}
	context, err := made("there is no context")(calls.create.Call(dc))
	if err != nil {
		return "", err
	}
	defer calls.remove.Call(context)
	if _, err := made("the context is refused")(calls.use.Call(dc, context)); err != nil {
		return "", err
	}
	defer calls.use.Call(0, 0)
	answer, _, _ := calls.get.Call(glVersion)
	if answer == 0 {
		return "", errors.New("it does not say its version")
	}
	return windows.BytePtrToString(*(**byte)(unsafe.Pointer(&answer))), nil
}

// made turns what a call of Windows gave into an error where it gave nothing:
// what that means, and why, where Windows says why.
func made(missing string) func(result, _ uintptr, why error) (uintptr, error) {
	return func(result, _ uintptr, why error) (uintptr, error) {
		switch {
		case result != 0:
			return result, nil
		case errors.Is(why, windows.ERROR_SUCCESS):
			return 0, errors.New(missing)
		}
		return 0, fmt.Errorf("%s: %w", missing, why)
	}
}

// calls are what is needed of an OpenGL.
type calls struct{ create, use, remove, get call }

// find finds them in it.
func find(gl windows.Handle) (calls, error) {
	var c calls
	for name, to := range map[string]*call{
		"wglCreateContext": &c.create, "wglMakeCurrent": &c.use, "wglDeleteContext": &c.remove, "glGetString": &c.get,
	} {
		address, err := windows.GetProcAddress(gl, name)
		if err != nil {
			return calls{}, fmt.Errorf("%s: %w", name, err)
		}
		*to = call(address)
	}
	return c, nil
}

// A call is the address of a function.
type call uintptr

// Call calls it, as [windows.LazyProc.Call] does.
func (c call) Call(args ...uintptr) (uintptr, uintptr, error) {
	return syscall.SyscallN(uintptr(c), args...)
}

// Names of Windows, from its headers winuser.h, wingdi.h and gl.h.
const (
	clipSiblings = 0x04000000 // WS_CLIPSIBLINGS
	clipChildren = 0x02000000 // WS_CLIPCHILDREN
	drawToWindow = 0x04       // PFD_DRAW_TO_WINDOW
	useOpenGL    = 0x20       // PFD_SUPPORT_OPENGL
	doubleBuffer = 0x01       // PFD_DOUBLEBUFFER
	glVersion    = 0x1F02     // GL_VERSION
)

// pixelFormat is PIXELFORMATDESCRIPTOR of wingdi.h.
type pixelFormat struct {
	size, version                                uint16
	flags                                        uint32
	kind, colorBits                              byte
	_                                            [8]byte
	accumBits                                    [5]byte
	depthBits, stencilBits, auxBuffers, layer, _ byte
	_                                            [3]uint32
}

// drawable is what Fyne asks of a window.
func drawable() pixelFormat {
	return pixelFormat{
		size: uint16(unsafe.Sizeof(pixelFormat{})), version: 1,
		flags: drawToWindow | useOpenGL | doubleBuffer, colorBits: 32, depthBits: 24,
	}
}
