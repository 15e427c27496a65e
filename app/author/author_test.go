package author_test

import (
	"errors"
	"io/fs"
	"reflect"
	"strings"
	"testing"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/library"
)

// shipped are all procedures that ship.
func shipped(t *testing.T) []*library.Book {
	t.Helper()
	var books []*library.Book
	l := library.Open("", "")
	for _, e := range l.Entries() {
		b, _, err := l.Book(e.ID)
		if err != nil {
			t.Fatal(err)
		}
		books = append(books, b)
	}
	return books
}

func book(t *testing.T, id string) *library.Book {
	t.Helper()
	b, _, err := library.Open("", "").Book(id)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestTextIsWrittenWhereItIsRead(t *testing.T) {
	e := author.EditionOf(book(t, "colonoscopy"))
	before := e.Clone()
	for _, path := range author.Paths(e) {
		now := author.WithText(e, "en", path, "First\nSecond")
		if got := author.Text(now.Words["en"], path); got != "First\nSecond" {
			t.Errorf("%s is %q", path, got)
		}
		back := author.WithText(now, "en", path, author.Text(e.Words["en"], path))
		if found := change.Diff(e, back); len(found) > 0 {
			t.Errorf("%s, written back, leaves %v", path, found)
		}
	}
	if !reflect.DeepEqual(e, before) {
		t.Error("the edition from before was changed")
	}
}

func TestStepsAndSigns(t *testing.T) {
	e := author.EditionOf(book(t, "si-joint-injection"))
	before := e.Clone()
	ids := func(e change.Edition) string {
		var all []string
		for _, s := range e.Facts.Steps {
			if s.Part == content.Preparation {
				all = append(all, s.ID)
			}
		}
		return strings.Join(all, " ")
	}
	down := author.Move(e, author.Steps, 0, 1)
	if !strings.HasPrefix(ids(down), "blood-thinner medicines ") || ids(author.Move(down, author.Steps, 1, -1)) != ids(e) {
		t.Errorf("moved down and up: %s", ids(down))
	}
	if ids(author.Move(e, author.Steps, 0, -1)) != ids(e) {
		t.Error("the first step went somewhere above itself")
	}
	more, at := author.AddStep(e, content.Preparation)
	if id := more.Facts.Steps[at].ID; !strings.HasSuffix(ids(more), " "+id) {
		t.Errorf("the new step %s does not stand last: %s", id, ids(more))
	}
	if twice, second := author.AddStep(more, content.Preparation); second != at+1 || twice.Facts.Steps[second].ID == more.Facts.Steps[at].ID {
		t.Error("a second new step has the id of the first")
	}
	less := author.Delete(e, author.Steps, 0)
	if _, left := less.Words["es"].Steps["medicines"]; left || strings.Contains(ids(less), "medicines") {
		t.Error("a step that was deleted left something behind")
	}
	sign := e.Facts.Signs[0]
	if gone := author.Delete(e, author.Signs, 0); len(gone.Facts.Signs) != len(e.Facts.Signs)-1 || gone.Words["en"].Signs[sign.ID] != "" {
		t.Error("a sign that was deleted left something behind")
	}
	signed, at := author.AddSign(e, content.BoxEmergency)
	if !signed.Facts.Signs[at].Essential {
		t.Error("a new sign of danger could be left out where room is short")
	}
	if got := author.Move(signed, author.Signs, at, -1).Facts.Signs; got[at].ID == signed.Facts.Signs[at].ID {
		t.Error("a sign cannot be moved up in its box")
	}
	if !reflect.DeepEqual(e, before) {
		t.Error("the edition from before was changed")
	}
}

// A code that was changed was not checked as it is now, and whatever named it names
// the new one.
func TestCodeThatIsChanged(t *testing.T) {
	e := author.EditionOf(book(t, "colonoscopy"))
	use := e.Words["es"].Codes["45378"]
	now := author.WithCode(e, 0, func(c *content.Code) { c.Number = "45399" })
	if c := now.Facts.Codes[0]; !c.Checked.IsZero() || !c.CheckAgain.IsZero() {
		t.Error("a code with another number is still marked as checked")
	}
	if now.Words["es"].Codes["45399"] != use || now.Words["es"].Codes["45378"] != "" || use == "" {
		t.Error("its words did not come along")
	}
	if found := author.Judge(&library.Judging{}, now); found.Refused() {
		t.Errorf("something names the old number still: %v", found.Facts)
	}
	primary := author.WithCode(e, 0, func(c *content.Code) { c.Primary = !c.Primary })
	if primary.Facts.Codes[0].Checked.IsZero() {
		t.Error("a code is no longer marked as checked although it means the same")
	}
	for i := range e.Facts.Codes {
		gone := author.Delete(e, author.Codes, i)
		if found := author.Judge(&library.Judging{}, gone); found.Refused() {
			t.Errorf("something names the code %s, which is gone: %v", e.Facts.Codes[i].Number, found.Facts)
		}
	}
	taken := author.WithCode(e, 0, func(c *content.Code) { c.Number = e.Facts.Codes[1].Number })
	if taken.Words["en"].Codes[e.Facts.Codes[1].Number] != e.Words["en"].Codes[e.Facts.Codes[1].Number] {
		t.Error("the words of another code with that number are lost")
	}
}

func TestSourceThatIsDeleted(t *testing.T) {
	e := author.EditionOf(book(t, "colonoscopy"))
	for i, s := range e.Facts.Sources {
		if j := author.Judge(&library.Judging{}, author.Delete(e, author.Sources, i)); j.Refused() {
			t.Errorf("something names the source %s, which is gone: %v", s.ID, j.Facts)
		}
	}
}

// What stood only with an option that is gone must not be told to everybody.
func TestOptionThatIsDeleted(t *testing.T) {
	e := author.EditionOf(book(t, "colonoscopy"))
	for i := range e.Facts.Options {
		if j := author.Judge(&library.Judging{}, author.Delete(e, author.Options, i)); !j.Refused() {
			t.Errorf("without the option %s, nothing asks what is to become of its steps", e.Facts.Options[i].ID)
		}
	}
	more, id := author.AddChoice(e, 0)
	last := len(more.Facts.Options[0].Choices) - 1
	path := "options." + e.Facts.Options[0].ID + ".choices." + id + ".name"
	more = author.WithText(more, "en", path, "Other")
	if up := author.MoveChoice(more, 0, last, -1); up.Facts.Options[0].Choices[last-1] != id {
		t.Error("the new choice cannot be moved up")
	}
	if back := author.DeleteChoice(more, 0, last); len(change.Diff(e, back)) > 0 {
		t.Errorf("a choice that was added and deleted leaves %v", change.Diff(e, back))
	}
}

func TestUndoGoesBackByPauses(t *testing.T) {
	e := author.EditionOf(book(t, "si-joint-injection"))
	w := author.Begin(e)
	for _, text := range []string{"A", "A s", "A shot"} {
		w.Change("en/title", author.WithText(w.Now(), "en", "title", text))
	}
	w.Rest()
	w.Change("en/title", author.WithText(w.Now(), "en", "title", "A shot in the joint"))
	title := func() string { return w.Now().Words["en"].Title }
	if !w.Undo() || title() != "A shot" || !w.Undo() || title() != e.Words["en"].Title || w.Undo() || w.Changed() {
		t.Errorf("after all undos the title is %q", title())
	}
	if twice := []bool{w.Redo(), w.Redo()}; !twice[0] || !twice[1] || title() != "A shot in the joint" || w.Redo() || !w.Changed() {
		t.Errorf("after all redos the title is %q", title())
	}
}

// What ships has nothing that would keep it from printing here either, and a draft
// of it comes back whole.
func TestJudgeAndDraftsOfWhatShips(t *testing.T) {
	d := author.Drafts{Files: store.OS{}, Folder: t.TempDir()}
	for _, b := range shipped(t) {
		e := author.EditionOf(b)
		if j := author.Judge(&library.Judging{}, e); j.Refused() || len(j.Missing["es"]) > 0 || len(j.Book.Languages()) != len(b.Languages()) {
			t.Errorf("%s is refused: %v, %v", b.Procedure.ID, j.Book.Missing, j.Facts)
		}
		now := author.WithText(e, "es", "title", "Otro título")
		if err := d.Keep(e, now); err != nil {
			t.Fatal(err)
		}
		w, err := d.Open(b.Procedure.ID)
		if err != nil || len(change.Diff(w.Base(), e)) > 0 || len(change.Diff(w.Now(), now)) > 0 {
			t.Errorf("the draft of %s came back as another: %v", b.Procedure.ID, err)
		}
	}
	if got := len(d.IDs()); got != len(shipped(t)) {
		t.Errorf("%d drafts are there", got)
	}
}

func TestDraftThatIsGoneOrDamaged(t *testing.T) {
	k := author.Keeper{Drafts: author.Drafts{Files: store.OS{}, Folder: t.TempDir()}}
	if _, err := k.Open("colonoscopy"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no draft: %v", err)
	}
	e := author.EditionOf(book(t, "colonoscopy"))
	newer := author.WithText(e, "en", "title", "Newer")
	if err := errors.Join(k.Keep(2, e, newer), k.Keep(1, e, e)); err != nil {
		t.Fatal(err)
	}
	if w, err := k.Open("colonoscopy"); err != nil || w.Now().Words["en"].Title != "Newer" {
		t.Errorf("an older draft took the place of a newer: %v", err)
	}
	if err := errors.Join(k.Drop("colonoscopy"), k.Keep(3, e, newer)); err != nil || len(k.IDs()) > 0 {
		t.Errorf("a draft came back after it was dropped: %v", err)
	}
	if err := store.Save(store.OS{}, k.Folder+"/colonoscopy.draft.json", []byte("{")); err != nil {
		t.Fatal(err)
	}
	if _, err := k.Open("colonoscopy"); err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("half a draft: %v", err)
	}
}

// Every procedure that ships can be saved as the clinic's own: the files read back
// without a complaint, with every comment, and say what was written.
func TestSaveWhatShips(t *testing.T) {
	for _, b := range shipped(t) {
		id, c := b.Procedure.ID, clinic.Open(store.OS{}, t.TempDir())
		w := author.Begin(author.EditionOf(b))
		w.Change("", author.WithText(w.Now(), "en", "summary", "Our own summary."))
		if err := author.Save(store.OS{}, c, w); err != nil {
			t.Errorf("save %s: %v", id, err)
			continue
		}
		own, complaints, err := library.Open(c.Folder, "").Book(id)
		if err != nil || len(complaints) > 0 || own.Shipped || own.Words["en"].Summary != "Our own summary." || own.Procedure.Version != b.Procedure.Version+1 {
			t.Errorf("%s was read back with %v, %v", id, complaints, err)
			continue
		}
		for _, name := range []string{"procedure.yaml", "en.yaml", "es.yaml"} {
			was, _ := b.File(name)
			is, _ := own.File(name)
			if comments(was) != comments(is) {
				t.Errorf("%s of %s lost comments", name, id)
			}
		}
	}
}

func comments(text []byte) string {
	var all []string
	for line := range strings.Lines(string(text)) {
		if _, comment, ok := strings.Cut(line, "# "); ok {
			all = append(all, comment)
		}
	}
	return strings.Join(all, "")
}

func TestSaveRefusesWhatWouldNotPrint(t *testing.T) {
	c := clinic.Open(store.OS{}, t.TempDir())
	e := author.EditionOf(book(t, "si-joint-injection"))
	for name, bad := range map[string]change.Edition{
		"an order":            author.WithText(e, "en", "steps.medicines.text", "Stop your blood thinner 5 days before."),
		"an order in Spanish": author.WithText(e, "es", "steps.medicines.text", "Deje de tomar su anticoagulante 5 días antes."),
		"no title":            author.WithText(e, "en", "title", ""),
		"a mark left open":    author.WithText(e, "en", "signs."+e.Facts.Signs[0].ID, "a **fever"),
		"no such blank":       author.WithText(e, "en", "steps.medicines.text", "Come at {never}."),
	} {
		w := author.Begin(e)
		w.Change("", bad)
		if err := author.Save(store.OS{}, c, w); !errors.Is(err, author.ErrRefused) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := (store.OS{}).Stat(c.Folder + "/procedures"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("something was written all the same")
	}
}
