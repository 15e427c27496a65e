package window

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/history"
	"deskleaf/app/pack"
	"deskleaf/app/store"
	editscreen "deskleaf/app/window/edit"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/library"
)

// aLatch is a passcode, made once: that takes long on purpose.
var aLatch = sync.OnceValues(func() (clinic.Latch, error) { return clinic.NewLatch("door 5") })

// locked is a desk whose clinic has the passcode "door 5".
func locked(t *testing.T) setUp {
	folder := t.TempDir()
	l, err := aLatch()
	if err == nil {
		_, err = clinic.Open(store.OS{}, folder).SaveLatch(store.OS{}, l)
	}
	if err != nil {
		t.Fatal(err)
	}
	return func(d *Deps) {
		d.Clinic = func(desk.Desk) clinic.Clinic { return clinic.Open(store.OS{}, folder) }
	}
}

// signedLibraries is a desk with two signed libraries to install.
func signedLibraries(t *testing.T) setUp {
	s := newSigning(t)
	s.pack("Maple", 1)
	s.pack("Oak", 2)
	return func(d *Deps) {
		s.desk(d)
		d.Documents = s.files
	}
}

// install reads a signed library.
func install(tr *trial, name string) {
	tr.readLibrary(filepath.Join(tr.deps.Documents, name+pack.Ending))
}

// conflict is a desk in whose clinic's folder a conflict copy lies.
func conflict(path, text string) func(*testing.T) setUp {
	return func(t *testing.T) setUp {
		s := newShared(t)
		s.rewrite("summary", "Our own summary.")
		s.write(path, text)
		return s.following()
	}
}

// twinPath is where a conflict copy of the words of the injection lies.
const twinPath = "procedures/si-joint-injection/en-FRONT-2.yaml"

// conflictOfWords is a desk with a conflict copy that has other words.
func conflictOfWords(t *testing.T) setUp {
	s := newShared(t)
	s.rewrite("summary", "Our own summary.")
	words, err := os.ReadFile(s.path("procedures/si-joint-injection/en.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	s.write(twinPath, strings.Replace(string(words), "Our own summary.", "The front desk’s summary.", 1))
	return s.following()
}

// clinicScenes are of settings, the passcode, and the clinic's folder.
func clinicScenes() []scene {
	all := []scene{
		{name: "first start", titles: []string{"first.title"}, bare: true, set: []setUp{func(d *Deps) { d.Desk.Asked = false }}, open: func(*trial) {}},
		{name: "passcode", titles: []string{"latch.title"}, with: locked, bare: true, open: do("settings")},
		{name: "passcode, wrong", titles: []string{"latch.title"}, with: locked, bare: true, open: func(tr *trial) {
			tr.do("settings")
			tr.type_("door 6")
			tr.key(fyne.KeyReturn)
		}},
		{name: "passcode to set", titles: []string{"latch.title"}, open: do("passcode")},
		{name: "passcode to set, too short", titles: []string{"latch.title"}, open: func(tr *trial) {
			tr.do("passcode")
			tr.type_("5")
			tr.key(fyne.KeyReturn)
		}},
		{name: "passcode to set, not the same", titles: []string{"latch.title"}, open: func(tr *trial) {
			tr.do("passcode")
			tr.type_("door 5")
			tr.key(fyne.KeyReturn)
		}},
		{name: "passcode to change", titles: []string{"latch.title"}, with: locked, bare: true, open: func(tr *trial) {
			tr.latch.open = true
			tr.do("passcode")
		}},
		{name: "no signed library", with: signedLibraries, bare: true, open: func(*trial) {}},
		{name: "signed library", titles: []string{"library.title"}, with: signedLibraries, bare: true, open: func(tr *trial) { install(tr, "Maple") }},
		{name: "signed library, older", titles: []string{"library.title"}, with: signedLibraries, bare: true, open: func(tr *trial) {
			install(tr, "Oak")
			tr.key(fyne.KeyReturn)
			install(tr, "Maple")
		}},
		{name: "conflict copy of answers", titles: []string{"twins.dialog"}, with: conflict("answers (1).yaml", "clinic:\n  drive-wait: 12 hours\n"), bare: true, open: do("conflicts")},
		{name: "conflict copy of prices", titles: []string{"twins.dialog"}, with: conflict("prices (1).csv", "code,allowed\n27096,100\n"), bare: true, open: do("conflicts")},
	}
	for i, name := range []string{"clinic", "doctors", "places", "this desk"} {
		all = append(all, scene{name: "settings, " + name, titles: []string{"settings.title"}, open: func(tr *trial) {
			tr.do("settings")
			tr.frame.Canvas().Focus(tabsOf(tr))
			for range i {
				tr.key(fyne.KeyRight)
			}
		}})
	}
	return all
}

// ourWords is a desk whose clinic has saved words of its own for the injection, had them
// approved, and changed them again.
func ourWords(t *testing.T) setUp {
	folder, drafts := t.TempDir(), t.TempDir()
	c := clinic.Open(store.OS{}, folder)
	id, today := "si-joint-injection", civil.DateOf(monday)
	book := func() *library.Book {
		b, complaints, err := library.Open(folder, "").Book(id)
		if err != nil || len(complaints) > 0 {
			t.Fatal(err, complaints)
		}
		return b
	}
	save := func(day civil.Date, summary, why string) {
		w := author.Begin(author.EditionOf(book()))
		w.Change("", author.WithText(w.Now(), "en", "summary", summary))
		w.Say(author.Reason{Who: "Bea Lind", Why: why, When: day.At(600)})
		if err := author.Save(store.OS{}, c, w); err != nil {
			t.Fatal(err)
		}
	}
	c, err := c.SaveFacts(store.OS{}, sampleFacts())
	if err != nil {
		t.Fatal(err)
	}
	save(today.AddDays(-14), "A shot of numbing medicine in the joint at the back of the hip.", "Patients asked where it goes.")
	approved := book()
	for _, language := range approved.Languages() {
		words, _ := approved.In(language)
		err := history.Keep(store.OS{}, folder, &approved.Procedure, words)
		if err == nil {
			c, err = c.SaveSignOff(store.OS{}, clinic.SignOff{
				Procedure: id, Language: language, Fingerprint: content.Fingerprint(&approved.Procedure, words), Version: approved.Procedure.Version,
				Who: "Ana Ruiz, MD", Role: "physician", Date: today.AddDays(-7), Next: today.AddMonths(12),
			})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	save(today, "A shot of medicine that numbs the joint between the low back and the hip.", "")
	return func(d *Deps) {
		d.Drafts = drafts
		d.Clinic = func(desk.Desk) clinic.Clinic { return clinic.Open(d.Files, folder) }
		d.Library = func(c clinic.Clinic) Library { return library.Open(c.Folder, "") }
	}
}

// ours does commands with the procedure that the clinic has words of its own for.
func ours(ids ...string) func(*trial) {
	return func(tr *trial) {
		tr.Choose("si-joint-injection")
		do(ids...)(tr)
	}
}

// wordsScenes are of the review of words, and of what became of them.
func wordsScenes() []scene {
	return []scene{
		{name: "approve", titles: []string{"approve.title"}, open: do("review")},
		{name: "reviews", titles: []string{"reviews.title"}, open: func(tr *trial) { approveAs(tr, "Ana Ruiz, MD"); tr.do("reviews") }},
		{name: "approve, changed words", titles: []string{"approve.title"}, with: ourWords, bare: true, open: ours("review")},
		{name: "approve a translation", titles: []string{"approve.title"}, with: ourWords, bare: true, open: func(tr *trial) {
			ours("language")(tr)
			tr.do("review")
		}},
		{name: "approve, nothing filled in", titles: []string{"approve.title"}, open: func(tr *trial) { tr.do("review"); tr.key(fyne.KeyReturn) }},
		{name: "send to review", titles: []string{"review.title"}, with: ourWords, bare: true, open: ours("send-review")},
		{name: "codes checked", titles: []string{"codes.title"}, open: do("check-codes")},
		{name: "codes checked, nothing filled in", titles: []string{"codes.title"}, open: func(tr *trial) { tr.do("check-codes"); tr.tap(tr.words.T("codes.mark")) }},
		{name: "history", titles: []string{"history.title"}, with: ourWords, bare: true, open: ours("history")},
		{name: "history, compared", titles: []string{"history.title"}, with: ourWords, bare: true, open: func(tr *trial) {
			ours("history")(tr)
			tr.chooses(0, 1)
		}},
		{name: "old pages", titles: []string{"history.title", "history.old"}, with: ourWords, bare: true, open: func(tr *trial) {
			ours("history")(tr)
			tr.chooses(0, 1)
			tr.tap(tr.words.T("history.pages"))
		}},
		{name: "newer words", titles: []string{"newer.title"}, with: func(t *testing.T) setUp { set, _ := withNewer(t); return set }, bare: true, open: do("newer")},
		{name: "newer words told", with: func(t *testing.T) setUp { set, _ := withNewer(t); return set }, bare: true, open: func(*trial) {}},
		{name: "conflict copy of words", titles: []string{"twins.dialog"}, with: conflictOfWords, bare: true, open: do("conflicts")},
		{name: "conflict copy that cannot be read", titles: []string{"twins.dialog"}, with: conflict(twinPath, "title: Other\n"), bare: true, open: do("conflicts")},
	}
}

// newScenes are of a new procedure.
func newScenes() []scene {
	from := func(n int) func(*trial) {
		return func(tr *trial) {
			tr.do("new-procedure")
			tr.type_("Short colonoscopy")
			tr.beginWith(n)
		}
	}
	titles := []string{"new.title"}
	return []scene{
		{name: "new", titles: titles, open: do("new-procedure")},
		{name: "new, no name", titles: titles, open: func(tr *trial) { tr.do("new-procedure"); tr.key(fyne.KeyReturn) }},
		{name: "new, name taken", titles: titles, open: func(tr *trial) { tr.do("new-procedure"); tr.type_("Colonoscopy") }},
		{name: "new like another", titles: titles, open: func(tr *trial) { from(fromAnother)(tr); tr.type_("colon") }},
		{name: "new from a document", titles: titles, open: from(fromDocument)},
		{name: "new from the clipboard", titles: titles, open: from(fromClipboard)},
		{name: "new from a document that was read", titles: titles, open: func(tr *trial) { tr.droppedDocument(prep(tr.t)) }},
		{name: "new from a document that cannot be read", titles: titles, open: func(tr *trial) { tr.droppedDocument(tr.file("prep.doc", "x")) }},
		{name: "new, where the document went", titles: []string{"new.title", "new.went"}, open: func(tr *trial) {
			tr.droppedDocument(prep(tr.t))
			tr.tap(tr.words.T("new.went"))
		}},
		{name: "new, one was begun", titles: titles, open: func(tr *trial) { tr.showNew("", []begun{{"tongue-scan", "Tongue scan"}}) }},
	}
}

// editorScenes are of the editor.
func editorScenes() []scene {
	var all []scene
	for i, chapter := range editscreen.Chapters {
		all = append(all, scene{name: "editor, " + chapter, set: []setUp{withLibrary}, open: func(tr *trial) {
			tr.do("edit-procedure")
			tr.chapter(i)
		}})
	}
	inStep := func(then func(*trial)) func(*trial) {
		return func(tr *trial) {
			tr.do("edit-procedure")
			tr.chapter(1)
			cellsOf(tr)[0].Tapped(nil)
			then(tr)
		}
	}
	return append(all,
		scene{name: "editor, a step", set: []setUp{withLibrary}, open: inStep(func(*trial) {})},
		scene{name: "editor, what is left of a document", set: []setUp{withLibrary}, open: func(tr *trial) {
			tr.droppedDocument(prep(tr.t))
			tr.tap(tr.words.T("new.start"))
			tr.chapter(len(editscreen.Chapters))
		}},
		scene{name: "why it is saved", titles: []string{"edit.save.title"}, set: []setUp{withLibrary}, open: func(tr *trial) {
			tr.do("edit-procedure")
			work := tr.editor.Work()
			work.Change("", author.WithText(work.Now(), "en", "summary", "Our own summary."))
			tr.do("save")
		}},
		scene{name: "blank to set in", titles: []string{"edit.blank.title"}, set: []setUp{withLibrary}, open: inStep(do("edit-blank"))},
		scene{name: "picture of a step", titles: []string{"edit.icon.title"}, set: []setUp{withLibrary}, open: inStep(func(tr *trial) {
			tr.tap(tr.words.T("icon." + tr.editor.Work().Now().Facts.Steps[0].Icon))
		})},
		scene{name: "date to add", titles: []string{"edit.event.add"}, set: []setUp{withLibrary}, open: func(tr *trial) {
			tr.do("edit-procedure")
			tr.chapter(slices.Index(editscreen.Chapters, "booking"))
			tr.tap(tr.words.T("edit.event.add"))
		}},
		scene{name: "sources of a step", titles: []string{"edit.cite.title"}, set: []setUp{withLibrary}, open: inStep(func(tr *trial) { tr.tap(tr.words.T("edit.cite")) })},
	)
}
