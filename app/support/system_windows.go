package support

import (
	"fmt"

	"golang.org/x/sys/windows"
)

var systemMetrics = windows.NewLazySystemDLL("user32.dll").NewProc("GetSystemMetrics")

// remoteSession is SM_REMOTESESSION.
const remoteSession = 0x1000

// system is the version of Windows, and whether it is used from afar.
func system() string {
	v := windows.RtlGetVersion()
	remote, _, _ := systemMetrics.Call(remoteSession)
	return fmt.Sprintf("Windows %d.%d.%d, remote desktop %s", v.MajorVersion, v.MinorVersion, v.BuildNumber, yes(remote != 0))
}
