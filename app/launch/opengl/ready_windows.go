package opengl

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// graphics is the variable of the environment that asks for drawing without the
// graphics card, where a driver draws wrongly: graphics=software. The process
// that [Again] starts gets it too.
const (
	graphics = "DESKLEAF_GRAPHICS"
	software = "software"
)

// library is the name of OpenGL, the system's and Mesa's.
const library = "opengl32.dll"

// Ready sees that the window can be drawn, and says how. An error says why it
// cannot.
func Ready() (Way, error) {
	if os.Getenv(graphics) == software {
		return Software, loadMesa()
	}
	system, err := windows.LoadLibraryEx(library, 0, windows.LOAD_LIBRARY_SEARCH_SYSTEM32)
	if err == nil {
		err = check(system)
	}
	if err == nil {
		return Hardware, nil
	}
	if _, missing := os.Stat(mesa()); missing != nil {
		return Hardware, fmt.Errorf("%w, and the folder %s is missing", err, filepath.Dir(mesa()))
	}
	return Elsewhere, nil
}

// Again starts this program once more, to draw without the graphics card.
func Again() error {
	program, err := os.Executable()
	if err != nil {
		return fmt.Errorf("find this program's file: %w", err)
	}
	other := exec.Command(program, os.Args[1:]...)
	other.Env = append(os.Environ(), graphics+"="+software)
	if err := other.Start(); err != nil {
		return fmt.Errorf("start the program once more, to draw without the graphics card: %w", err)
	}
	return other.Process.Release()
}

// mesa is where Mesa's OpenGL lies: in a folder of its own, because beside the
// program Windows would take it instead of the system's.
func mesa() string {
	program, err := os.Executable()
	if err != nil {
		return ""
	}
	return filepath.Join(filepath.Dir(program), "softgl", library)
}

// loadMesa loads Mesa's OpenGL before anything has loaded the system's. Whatever
// asks for OpenGL by its name afterwards, Windows itself included, is given the
// one that is loaded.
func loadMesa() error {
	loaded, err := windows.LoadLibraryEx(mesa(), 0, windows.LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR|windows.LOAD_LIBRARY_SEARCH_SYSTEM32)
	if err != nil {
		return fmt.Errorf("load %s: %w", mesa(), err)
	}
	name, err := windows.UTF16PtrFromString(library)
	if err != nil {
		return err
	}
	var found windows.Handle
	if err := windows.GetModuleHandleEx(0, name, &found); err != nil || found != loaded {
		return errors.New("the system's OpenGL was loaded first, by another program's part in this one")
	}
	return check(loaded)
}
