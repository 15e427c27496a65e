package history

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"deskleaf/app/clinic"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/civil"
	"deskleaf/content/file"
)

// A Kind is what happened to a procedure's words.
type Kind string

// The kinds of entries. The first three stand in files of their own, the others in
// signoffs.yaml.
const (
	Shipped   Kind = "shipped" // as Deskleaf brought them, when the clinic's own copy was made
	Found     Kind = "found"   // changed without this program, and found so at the next save
	Saved     Kind = "saved"
	Asked     Kind = "asked" // sent to review
	SignedOff Kind = "approved"
)

// An Entry is one thing that happened to a procedure's words: who, when, what, why.
type Entry struct {
	Format  int        `yaml:"format,omitempty"`
	Kind    Kind       `yaml:"what,need"`
	Date    civil.Date `yaml:"date,omitempty"` // zero where nobody noted it
	Time    string     `yaml:"time,omitempty"` // "15:04" on the clock of the desk; "" where nobody noted it
	Who     string     `yaml:"who,omitempty"`
	Why     string     `yaml:"why,omitempty"`
	Version int        `yaml:"version,omitempty"`
	Words   []Print    `yaml:"words,need"`

	Role       string     `yaml:"role,omitempty"`       // of whoever approved
	Translator string     `yaml:"translator,omitempty"` // who checked an approved translation
	Next       civil.Date `yaml:"next,omitempty"`       // the next review
}

// A Print names words: their language and [content.Fingerprint].
type Print struct {
	Language    string `yaml:"language,need"`
	Fingerprint string `yaml:"fingerprint,need"`
}

// has reports whether the entry is about words of a language.
func (e Entry) has(language string) bool {
	return slices.ContainsFunc(e.Words, func(p Print) bool { return p.Language == language })
}

// entryFormat is the version of the files' layout that this program writes.
const entryFormat = 1

// entryName is the name of the n-th file of a procedure's history. Its number puts it
// in its place, so that a clock that was set back changes no order.
func entryName(n int, k Kind) string { return fmt.Sprintf("%04d-%s.yaml", n, k) }

// A numbered is a file of an entry.
type numbered struct {
	n    int
	path string
}

// numberedOf are the files of a procedure's entries, the oldest first.
func numberedOf(files store.FS, clinicFolder, procedure string) ([]numbered, error) {
	folder := filepath.Join(clinicFolder, folderName, procedure)
	names, err := files.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read the history of %s: %w", procedure, err)
	}
	var all []numbered
	for _, name := range names {
		number, _, _ := strings.Cut(name.Name(), "-")
		if n, err := strconv.Atoi(number); err == nil && !name.IsDir() && filepath.Ext(name.Name()) == ".yaml" {
			all = append(all, numbered{n, filepath.Join(folder, name.Name())})
		}
	}
	slices.SortStableFunc(all, func(a, b numbered) int { return cmp.Compare(a.n, b.n) })
	return all, nil
}

// entry reads a file of an entry. One that cannot be read, or that a newer program
// wrote, is none; it stays as it is.
func entry(files store.FS, path string) (e Entry, ok bool) {
	data, err := files.ReadFile(path)
	if err != nil || file.CheckFormat(path, data, entryFormat) != nil {
		return Entry{}, false
	}
	_, complaints := file.Read(path, data, &e)
	return e, len(complaints) == 0
}

// Story is what happened to the words of a procedure, the latest first: saves,
// requests for review, and approvals.
func Story(files store.FS, clinicFolder string, signOffs clinic.SignOffs, procedure string) ([]Entry, error) {
	list, err := numberedOf(files, clinicFolder, procedure)
	if err != nil {
		return nil, err
	}
	var all []Entry
	for _, l := range list {
		if e, ok := entry(files, l.path); ok {
			all = append(all, e)
		}
	}
	for _, r := range signOffs.ToReview {
		if r.Procedure == procedure {
			all = inPlace(all, Entry{Kind: Asked, Date: r.Date, Who: r.Who, Why: r.Note, Words: []Print{{r.Language, r.Fingerprint}}})
		}
	}
	for _, o := range signOffs.List {
		if o.Procedure == procedure {
			all = inPlace(all, Entry{
				Kind: SignedOff, Date: o.Date, Who: o.Who, Role: o.Role, Translator: o.Translator, Next: o.Next, Version: o.Version,
				Words: []Print{{o.Language, o.Fingerprint}},
			})
		}
	}
	slices.Reverse(all)
	return all, nil
}

// inPlace puts an entry that has no number after all that are of its day or before,
// but before a later save of that day that made other words of it.
func inPlace(all []Entry, e Entry) []Entry {
	at := 0
	for i, o := range all {
		if o.Date.Compare(e.Date) <= 0 {
			at = i + 1
		}
	}
	for i := at - 1; i >= 0 && all[i].Date == e.Date; i-- {
		if slices.Contains(all[i].Words, e.Words[0]) {
			break
		}
		if (all[i].Kind == Saved || all[i].Kind == Found) && all[i].has(e.Words[0].Language) {
			at = i
		}
	}
	return slices.Insert(all, at, e)
}

// Edition reads the words that an entry is about. Where they were not kept, the error
// is [fs.ErrNotExist].
func (e Entry) Edition(files store.FS, clinicFolder, procedure string) (change.Edition, error) {
	whole := change.Edition{Words: map[string]content.Words{}}
	for _, p := range e.Words {
		kept, err := read(files, clinicFolder, procedure, p.Language, p.Fingerprint)
		if err != nil {
			return change.Edition{}, err
		}
		whole.Facts, whole.Words[p.Language] = kept.Procedure, kept.Words
	}
	if e.Version > 0 {
		whole.Facts.Version = e.Version
	}
	return whole, nil
}

// A Note is an entry that is written but not there before it is kept.
type Note struct {
	pending *store.Pending
}

// Begin keeps the words of an edition, and writes an entry about it. There is no entry
// before [Note.Keep], and none after [Note.Drop].
func Begin(files store.FS, clinicFolder string, e Entry, of change.Edition) (*Note, error) {
	for _, language := range languagesOf(of) {
		words := of.Words[language]
		if err := Keep(files, clinicFolder, &of.Facts, &words); err != nil {
			return nil, err
		}
		e.Words = append(e.Words, Print{language, content.Fingerprint(&of.Facts, &words)})
	}
	e.Format, e.Version = entryFormat, of.Facts.Version
	data, err := file.Write(e)
	if err != nil {
		return nil, fmt.Errorf("note a change of %s: %w", of.Facts.ID, err)
	}
	list, err := numberedOf(files, clinicFolder, of.Facts.ID)
	if err != nil {
		return nil, err
	}
	last := 0
	if len(list) > 0 {
		last = list[len(list)-1].n
	}
	p, err := store.Begin(files, filepath.Join(clinicFolder, folderName, of.Facts.ID, entryName(last+1, e.Kind)))
	if err != nil {
		return nil, err
	}
	n := &Note{p}
	if _, err := p.Write(data); err != nil {
		n.Drop()
		return nil, err
	}
	if err := p.Finish(); err != nil {
		n.Drop()
		return nil, err
	}
	return n, nil
}

// Keep makes the entry a part of the history.
func (n *Note) Keep() error { return n.pending.KeepNew() }

// Drop forgets the entry, unless it was kept.
func (n *Note) Drop() { n.pending.Drop() }

// Knows reports whether the last entry about a procedure's own words is about this
// edition: whether nothing changed it since.
func Knows(files store.FS, clinicFolder string, of change.Edition) (bool, error) {
	list, err := numberedOf(files, clinicFolder, of.Facts.ID)
	if err != nil || len(list) == 0 {
		return false, err
	}
	last, ok := entry(files, list[len(list)-1].path)
	if !ok {
		return false, nil
	}
	for _, language := range languagesOf(of) {
		words := of.Words[language]
		if !slices.Contains(last.Words, Print{language, content.Fingerprint(&of.Facts, &words)}) {
			return false, nil
		}
	}
	return len(last.Words) == len(of.Words), nil
}

func languagesOf(e change.Edition) []string { return slices.Sorted(maps.Keys(e.Words)) }
