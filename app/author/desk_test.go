package author_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
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

// What a desk and whoever started it say to each other, a line each. All else that a desk
// says is an entry of its diary.
const (
	waits    = "waits\n"
	goes     = "go on\n"
	stops    = "stop\n"
	hasWords = "has "
)

// atDesk is one desk.
type atDesk struct {
	own    string
	folder *share.Folder
	clinic clinic.Clinic
	drafts author.Drafts
	hear   *bufio.Reader
	over   bool // it was told to stop
	count  int
}

// workAtDesk changes things until it is told to stop, and then says what words it has
// whenever those may be others, until nobody hears it any more.
func workAtDesk(own string) {
	d := &atDesk{own: own, hear: bufio.NewReader(os.Stdin), count: int(time.Now().UnixNano() % 1e9)}
	d.folder = share.Follow(store.OS{}, os.Getenv(shareVariable), filepath.Join(own, "cache"), clinic.ReadsWell)
	d.drafts = author.Drafts{Files: store.OS{}, Folder: filepath.Join(own, "drafts")}
	d.note(entry{Did: "begun"})
	for !d.over {
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
		d.pause()
	}
	heard := make(chan struct{})
	go func() {
		_, _ = io.Copy(io.Discard, d.hear)
		close(heard)
	}()
	noticed := make(chan struct{}, 1)
	defer share.Notices(d.folder.Path(), noticed)()
	for {
		s := d.look()
		if s.Away == nil && !s.Soon {
			d.say(hasWords + d.fingerprint() + "\n")
		}
		select {
		case <-heard:
			return
		case <-noticed:
		case <-time.After(d.folder.Pause(s)):
		}
	}
}

// say says a line, of which a desk that is killed has said all or nothing.
func (d *atDesk) say(line string) {
	if _, err := os.Stdout.WriteString(line); err != nil {
		panic(err)
	}
}

// pause waits until it is told to go on: somebody thinks, and others save.
func (d *atDesk) pause() {
	if d.over {
		return
	}
	d.say(waits)
	word, err := d.hear.ReadString('\n')
	if err != nil {
		panic(err)
	}
	d.over = word == stops
}

func (d *atDesk) look() share.State {
	s := d.folder.Look(2*time.Second, 10*time.Second)
	d.clinic = clinic.OpenShared(store.OS{}, d.folder, s)
	return s
}

func (d *atDesk) note(e entry) {
	line, err := json.Marshal(e)
	if err != nil {
		panic(err)
	}
	d.say(string(line) + "\n")
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
	if err := d.drafts.Keep(w.Base(), w.Now()); err != nil {
		panic(err)
	}
	d.note(entry{Did: "try", Place: id + "/" + language + "/" + path, Token: token, Replaced: author.Text(w.Base().Words[language], path)}) // from here on it must not be lost
	d.pause()
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
	d.pause()
	_, err = d.clinic.SaveAnswers(store.OS{}, answers)
	e.Did = "saved"
	if err != nil {
		e.Did = "given up"
	}
	d.note(e)
}

// fingerprint tells the words of this desk from those of another: the files, each with a
// number for what stands in it.
func (d *atDesk) fingerprint() string {
	var names, all []string
	top := d.clinic.Source()
	_ = filepath.WalkDir(top, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() && !strings.HasPrefix(e.Name(), ".") { // what a killed desk was writing
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
		hash := fnv.New64()
		_, _ = hash.Write(data)
		all = append(all, fmt.Sprintf("%s:%x", filepath.ToSlash(at), hash.Sum64()))
	}
	return strings.Join(all, " ")
}
