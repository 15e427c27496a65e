package author_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/share"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/library"
)

// atDesk is one desk.
type atDesk struct {
	own    string
	folder *share.Folder
	clinic clinic.Clinic
	drafts author.Drafts
	diary  *os.File
	count  int
}

// workAtDesk changes things until it is told to stop.
func workAtDesk(own string) {
	diary, err := os.OpenFile(filepath.Join(own, "diary"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		panic(err)
	}
	d := &atDesk{own: own, diary: diary, count: int(time.Now().UnixNano() % 1e9)}
	d.folder = share.Follow(store.OS{}, filepath.Join(own, "..", "share"), filepath.Join(own, "cache"), clinic.ReadsWell)
	d.drafts = author.Drafts{Files: store.OS{}, Folder: filepath.Join(own, "drafts")}
	d.note(entry{Did: "begun"})
	for !d.told("stop") {
		d.look()
		switch open := d.drafts.IDs(); {
		case !d.clinic.Known() || d.clinic.Away != clinic.Here:
		case len(open) > 0:
			d.resume(open[rand.IntN(len(open))])
		case rand.IntN(4) == 0:
			d.answer()
		default:
			d.write()
		}
		pause(5, 60)
	}
	d.put("stopped", "yes")
	for !d.told("settle") {
		time.Sleep(20 * time.Millisecond)
	}
	for quiet := 0; quiet < 3; time.Sleep(time.Second) {
		if s := d.look(); s.Away == nil && !s.Soon && len(s.Changed) == 0 {
			quiet++
		}
	}
	d.put("words", d.fingerprint())
}

func (d *atDesk) told(word string) bool {
	_, err := os.Stat(filepath.Join(d.own, "..", word))
	return err == nil
}

func (d *atDesk) put(name, text string) {
	if err := store.Save(store.OS{}, filepath.Join(d.own, name), []byte(text)); err != nil {
		panic(err)
	}
}

func (d *atDesk) look() share.State {
	s := d.folder.Look(2*time.Second, 10*time.Second)
	d.clinic = clinic.OpenShared(store.OS{}, d.folder, s)
	return s
}

func (d *atDesk) note(e entry) {
	line, err := json.Marshal(e)
	if err == nil {
		_, err = d.diary.Write(append(line, '\n'))
	}
	if err != nil {
		panic(err)
	}
}

// token is a text that nobody else writes.
func (d *atDesk) token() string {
	d.count++
	return fmt.Sprintf("Note %s-%d of this desk.", filepath.Base(d.own), d.count)
}

// write changes a text of a procedure, keeps the draft, and saves.
func (d *atDesk) write() {
	id := changedIDs[rand.IntN(len(changedIDs))]
	book, complaints, err := library.Open(d.clinic.Source(), "").Book(id)
	if err != nil || len(complaints) > 0 {
		return
	}
	language, path, token := []string{"en", "es"}[rand.IntN(2)], changedPaths[rand.IntN(len(changedPaths))], d.token()
	w := author.Begin(author.EditionOf(book))
	w.Change("", author.WithText(w.Now(), language, path, token))
	d.note(entry{Did: "try", Place: id + "/" + language + "/" + path, Token: token, Replaced: author.Text(w.Base().Words[language], path)})
	if err := d.drafts.Keep(w.Base(), w.Now()); err != nil {
		panic(err)
	}
	pause(1, 300) // somebody thinks, and others save
	d.save(w)
}

// resume goes on with a draft.
func (d *atDesk) resume(id string) {
	w, err := d.drafts.Open(id)
	if err != nil {
		panic(err)
	}
	d.save(w)
}

// save saves, or learns what another desk wrote, and then keeps its own words or gives
// them up.
func (d *atDesk) save(w *author.Work) {
	id := w.Base().Facts.ID
	err := author.Save(store.OS{}, d.clinic, w)
	if met, ok := errors.AsType[*author.Meeting](err); ok {
		for _, c := range met.Conflicts {
			d.note(entry{Did: "seen", Place: placeOf(id, c.Path), Replaced: c.Theirs})
		}
		if w = met.Work; rand.IntN(2) == 0 {
			d.each(w, func(e entry) { e.Did = "given up"; d.note(e) })
			d.drop(id)
			return
		}
		if err = d.drafts.Keep(w.Base(), w.Now()); err == nil {
			err = author.Save(store.OS{}, d.clinic, w)
		}
	}
	if err != nil {
		return // it stays a draft
	}
	d.each(w, func(e entry) { e.Did = "saved"; d.note(e) })
	d.drop(id)
}

func (d *atDesk) drop(id string) {
	if err := d.drafts.Drop(id); err != nil {
		panic(err)
	}
}

// each is what a work changes.
func (d *atDesk) each(w *author.Work, do func(entry)) {
	for _, c := range change.Diff(w.Base(), w.Now()) {
		do(entry{Place: placeOf(w.Base().Facts.ID, c.Path), Token: c.After, Replaced: c.Before})
	}
}

// placeOf is a place of a change as this test calls it: "/en/sections/follow_up" is
// "ID/en/sections.follow_up".
func placeOf(id, path string) string {
	language, rest, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	return id + "/" + language + "/" + strings.ReplaceAll(rest, "/", ".")
}

// answer answers a blank for the whole clinic. There is no draft of an answer: the
// person sees at once that it was not kept.
func (d *atDesk) answer() {
	b := changedBlank[rand.IntN(len(changedBlank))]
	key, token := clinic.AnswerKey(b, "en"), d.token()
	was := d.clinic.Answers.Clinic[key]
	answers, err := d.clinic.Answers.With(b, content.ClinicScope, nil, "en", token)
	if err != nil {
		panic(err)
	}
	e := entry{Did: "try", Place: "answers/" + key, Token: token, Replaced: was}
	d.note(e)
	pause(1, 100)
	_, err = d.clinic.SaveAnswers(store.OS{}, answers)
	e.Did = "saved"
	if err != nil {
		e.Did = "given up"
	}
	d.note(e)
}

// fingerprint tells the words of this desk from those of another.
func (d *atDesk) fingerprint() string {
	hash := fnv.New64()
	var names []string
	top := d.clinic.Source()
	_ = filepath.WalkDir(top, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			names = append(names, path)
		}
		return err
	})
	slices.Sort(names)
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			panic(err)
		}
		at, _ := filepath.Rel(top, name)
		fmt.Fprintf(hash, "%s\x00%s\x00", at, data)
	}
	return fmt.Sprintf("%d files, %x", len(names), hash.Sum64())
}
