//go:build cgo

package launch

import "golang.org/x/sys/windows"

// drives are the letters of the drives that Windows has now. Nothing is read from them.
func drives() []string {
	letters, err := windows.GetLogicalDrives()
	if err != nil {
		return nil
	}
	var all []string
	for i := range 26 {
		if letters&(1<<i) != 0 {
			all = append(all, string(rune('A'+i))+`:\`)
		}
	}
	return all
}
