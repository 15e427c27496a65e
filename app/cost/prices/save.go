package prices

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"

	"deskleaf/app/clinic"
	"deskleaf/app/cost"
	"deskleaf/app/store"
	"deskleaf/app/table"
)

// File is the list's name in the clinic's folder.
const File = "prices.csv"

// Open reads the clinic's list. A folder without one has an empty list. A damaged
// list is set aside and the last good one used, which notice tells; err is set
// where there is a list and nothing of it can be used.
func Open(files store.FS, folder string) (list List, notice string, err error) {
	if folder == "" {
		return nil, "", nil
	}
	good := func(data []byte) error {
		_, err := parse(data)
		return err
	}
	data, report, err := store.Load(files, filepath.Join(folder, File), good)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, "", nil
	}
	if report.Happened() {
		notice = report.String()
	}
	if err != nil {
		return nil, notice, err
	}
	list, err = parse(data)
	return list, notice, err
}

// OpenCopy reads a list under another name, as a conflict copy has, of which nothing is
// changed.
func OpenCopy(files store.FS, path string) (List, error) {
	data, err := files.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return parse(data)
}

// parse reads a saved list.
func parse(data []byte) (List, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, nil
	}
	t, err := table.Read(File, data)
	if err != nil {
		return nil, err
	}
	if len(t.Rows) == 1 {
		return nil, nil // the headings alone: an empty list
	}
	list, complaints := Read(t, nil)
	if len(complaints) > 0 {
		return nil, errors.New(complaints[0].String())
	}
	return list, nil
}

// Save puts a list in the place of the clinic's, in one step, and keeps the one
// before it for [Undo]. No other desk saves meanwhile. Was is the list as it was read
// here; where another desk has changed it since, the error is a [*clinic.Met], and
// nothing is written.
func Save(files store.FS, c clinic.Clinic, was, list List) error {
	return change(files, c, was, func(files store.FS, path string) error {
		if _, err := files.Stat(path); errors.Is(err, fs.ErrNotExist) {
			// So that a first list can be undone too.
			if err := store.Save(files, path, write(nil)); err != nil {
				return err
			}
		}
		return store.SaveKeeping(files, path, write(list))
	})
}

// change changes the clinic's list, unless another desk did.
func change(files store.FS, c clinic.Clinic, was List, do func(files store.FS, path string) error) error {
	return c.Alone(files, func(c clinic.Clinic, files store.FS) error {
		if there, _, err := Open(files, c.Folder); err == nil && !slices.Equal(there, was) {
			return &clinic.Met{File: File, Places: []string{"prices"}}
		}
		if err := do(files, filepath.Join(c.Folder, File)); err != nil {
			return err
		}
		_ = c.Fetch(files, File) // else the next look brings it
		return nil
	})
}

// CanUndo reports whether there is a list from before the last change.
func CanUndo(files store.FS, folder string) bool {
	if folder == "" {
		return false
	}
	_, err := files.Stat(filepath.Join(folder, File+store.LastGood))
	return err == nil
}

// Undo goes back to the list from before the last change, and gives it. Undone
// twice, the change is there again. Was is as for [Save].
func Undo(files store.FS, c clinic.Clinic, was List) (list List, err error) {
	err = change(files, c, was, func(files store.FS, path string) error {
		data, err := files.ReadFile(path + store.LastGood)
		if err != nil {
			return err
		}
		if list, err = parse(data); err != nil {
			return err
		}
		return store.SaveKeeping(files, path, data)
	})
	return list, err
}

// write is the list as a file: one that [Read] reads, and a spreadsheet.
func write(list List) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{Columns()}
	for _, e := range list {
		rows = append(rows, []string{
			e.Code, e.Modifier, string(e.Setting), string(e.Bill), e.Payer, e.Plan,
			amount(e.Allowed), amount(e.Cash), e.From.String(), e.To.String(), e.Source,
		})
	}
	_ = w.WriteAll(rows) // a buffer takes everything
	return b.Bytes()
}

// amount is a price as the file has it; "" where it is not known.
func amount(r cost.Range) string {
	if r.IsZero() {
		return ""
	}
	return r.Plain()
}
