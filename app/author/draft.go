package author

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"path/filepath"
	"strings"
	"sync"

	"deskleaf/app/store"
	"deskleaf/content/change"
)

// Drafts keeps what is not saved yet on this computer, a file a procedure. Nothing
// of a patient is in it. Without a folder nothing is kept.
type Drafts struct {
	Files  store.FS
	Folder string
}

const draftEnding = ".draft.json"

// A draft is the file: the edition that was read, as the changes that lead to it
// from nothing, and what was changed.
type draft struct {
	Format  int
	Base    []change.Change
	Changes []change.Change
}

// draftFormat counts the layouts of the file.
const draftFormat = 1

func (d Drafts) path(id string) string { return filepath.Join(d.Folder, id+draftEnding) }

// ErrNewerDraft says that a newer Deskleaf wrote the draft that is there: it is left as it
// is.
var ErrNewerDraft = errors.New("a newer Deskleaf keeps a draft of this procedure: update this one to go on with it, or to write another")

// Keep keeps a draft in the place of the one before. One that a newer program wrote stays:
// the error is [ErrNewerDraft].
func (d Drafts) Keep(base, now change.Edition) error {
	if d.Folder == "" {
		return nil
	}
	if d.newer(now.Facts.ID) {
		return ErrNewerDraft
	}
	data, err := json.MarshalIndent(draft{draftFormat, change.Diff(change.Edition{}, base), change.Diff(base, now)}, "", " ")
	if err != nil {
		return fmt.Errorf("write a draft: %w", err)
	}
	if err := d.Files.MkdirAll(d.Folder, store.FolderPermission); err != nil {
		return fmt.Errorf("make the folder for drafts: %w", err)
	}
	return store.Save(d.Files, d.path(now.Facts.ID), data)
}

// newer reports whether a newer program wrote the draft of a procedure.
func (d Drafts) newer(id string) bool {
	var there struct{ Format int }
	data, err := d.Files.ReadFile(d.path(id))
	return err == nil && json.Unmarshal(data, &there) == nil && there.Format > draftFormat
}

// Open gives the draft of a procedure. Where there is none, the error is
// [fs.ErrNotExist].
func (d Drafts) Open(id string) (*Work, error) {
	if d.Folder == "" {
		return nil, fs.ErrNotExist
	}
	data, err := d.Files.ReadFile(d.path(id))
	if err != nil {
		return nil, fmt.Errorf("read the draft of %s: %w", id, err)
	}
	if d.newer(id) {
		return nil, ErrNewerDraft
	}
	var kept draft
	if err := json.Unmarshal(data, &kept); err != nil {
		return nil, fmt.Errorf("read the draft of %s: %w", id, err)
	}
	if kept.Format != draftFormat {
		return nil, fmt.Errorf("read the draft of %s: another Deskleaf wrote it", id)
	}
	base, err := change.Edition{}.Apply(kept.Base...)
	if err != nil {
		return nil, fmt.Errorf("read the draft of %s: %w", id, err)
	}
	now, err := base.Apply(kept.Changes...)
	if err != nil {
		return nil, fmt.Errorf("read the draft of %s: %w", id, err)
	}
	return Resume(base, now), nil
}

// Drop forgets a draft, unless a newer program wrote it.
func (d Drafts) Drop(id string) error {
	if d.Folder == "" || d.newer(id) {
		return nil
	}
	if err := d.Files.Remove(d.path(id)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove the draft of %s: %w", id, err)
	}
	return nil
}

// IDs are the procedures that have a draft.
func (d Drafts) IDs() []string {
	if d.Folder == "" {
		return nil
	}
	entries, err := d.Files.ReadDir(d.Folder)
	if err != nil {
		return nil // no draft was ever kept
	}
	var ids []string
	for _, e := range entries {
		if id, ok := strings.CutSuffix(e.Name(), draftEnding); ok && !strings.HasPrefix(id, ".") {
			ids = append(ids, id)
		}
	}
	return ids
}

// A Keeper keeps the draft of one work from several goroutines: an older one never
// takes the place of a newer, and none comes after it was dropped.
type Keeper struct {
	Drafts
	mu   sync.Mutex
	last int
}

// Keep keeps the n-th state of the work.
func (k *Keeper) Keep(n int, base, now change.Edition) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if n < k.last {
		return nil
	}
	k.last = n
	return k.Drafts.Keep(base, now)
}

// Drop forgets the draft for good.
func (k *Keeper) Drop(id string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.last = math.MaxInt
	return k.Drafts.Drop(id)
}
