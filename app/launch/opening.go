package launch

import (
	"fmt"
	"time"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/pack"
	"deskleaf/app/store"
)

// opening is what the program starts with.
type opening struct {
	version   string
	began     time.Time // when the program was started
	system    string    // the system's language
	places    desk.Places
	desk      desk.Desk
	machine   desk.Machine
	signed    pack.Place     // of the signed library, where this computer takes one
	notices   []store.Notice // what went wrong with their files
	write     bool           // desk.yaml may be written
	procedure string         // for the window to open at; "" for none
	console   bool           // it has a console that is another program's
	following *following
}

// open reads the settings of this desk and of this computer.
func (o *opening) open(files store.FS) {
	told := make([]store.Notice, 2)
	o.desk, told[0], o.write = desk.Open(files, o.places.File())
	o.machine, told[1] = desk.OpenMachine(files, o.places.Machine)
	if o.machine.Signed() {
		key, err := pack.ReadKey(o.machine.Key)
		if err != nil {
			told = append(told, store.Notice{
				Key: "library.key", Pairs: []any{"file", o.places.Machine},
				English: fmt.Sprintf("The library_key in %s cannot be used, so no library can be: %v. Tell who looks after this computer.", o.places.Machine, err),
			})
		}
		o.signed = pack.Place{Root: o.places.Library(o.machine), Key: key}
	}
	for _, notice := range told {
		if notice.English != "" {
			o.notices = append(o.notices, notice)
		}
	}
}

// folder is the clinic's folder of a desk.
func (o *opening) folder(d *desk.Desk) string {
	if !o.signed.None() {
		return o.library().Folder
	}
	folder, _ := o.places.Clinic(d, o.machine)
	return folder
}

// library is the signed library that is installed on this computer. One that is not
// as it was signed is not used.
func (o *opening) library() clinic.Clinic {
	folder, i, err := o.signed.Current(store.OS{})
	c := clinic.OpenSigned(store.OS{}, folder, i.Signed)
	if err != nil {
		c.Notices = append(c.Notices, store.Notice{
			Key:     "library.unused",
			English: fmt.Sprintf("The library that is installed on this computer is not used: %v. Install it again, or tell who looks after this computer.", err),
		})
	}
	return c
}

// clinicAt reads the clinic's folder that a command was given, or the desk's own.
func (o *opening) clinicAt(folder string) clinic.Clinic {
	if folder == "" || !o.signed.None() {
		return o.clinic(o.desk)
	}
	return o.fixed(clinic.Open(store.OS{}, folder))
}

// fixed is a clinic with what is fixed for this computer.
func (o *opening) fixed(c clinic.Clinic) clinic.Clinic {
	c.Fixed = clinic.Rules{Unreviewed: o.machine.Unreviewed, Idle: o.machine.Idle}
	return c
}

// old is how long ago a file was left half saved that nobody is saving any more.
const old = 24 * time.Hour

// tidy removes what saving left behind when the computer stopped in the middle.
func (o *opening) tidy(c clinic.Clinic) {
	if !o.signed.None() {
		_ = pack.Tidy(store.OS{}, o.signed.Root, time.Now().Add(-old)) // likewise
	}
	folders := []string{o.places.Config}
	if c.Away == clinic.Here && c.Folder != "" && !c.Signed {
		folders = append(folders, c.Folder)
	}
	for _, folder := range folders {
		_ = store.Tidy(store.OS{}, folder, time.Now().Add(-old)) // what stays is small and harms nobody
	}
	c.Settle(store.OS{}, time.Now().Add(-old))
}
