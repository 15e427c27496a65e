package author_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"deskleaf/app/author"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/civil"
	"deskleaf/content/file"
	"deskleaf/content/library"
)

// files are the files of an edition, made from those that ship.
func files(t *testing.T, b *library.Book, e change.Edition) map[string][]byte {
	t.Helper()
	texts := map[string][]byte{"procedure.yaml": rewritten(t, b, "procedure.yaml", e.Facts)}
	for language, w := range e.Words {
		texts[language+".yaml"] = rewritten(t, b, language+".yaml", w)
	}
	return texts
}

func rewritten[T any](t *testing.T, b *library.Book, name string, value T) []byte {
	t.Helper()
	data, err := b.File(name)
	if err != nil {
		t.Fatal(err)
	}
	doc, complaints := file.Read(name, data, new(T))
	if len(complaints) > 0 {
		t.Fatal(complaints)
	}
	text, err := doc.Update(value)
	if err != nil {
		t.Fatalf("write %s: %v", name, err)
	}
	return text
}

// reread is the edition that files tell.
func reread(t *testing.T, texts map[string][]byte) change.Edition {
	t.Helper()
	e := change.Edition{Words: map[string]content.Words{}}
	for name, text := range texts {
		var complaints file.Complaints
		if name == "procedure.yaml" {
			_, complaints = file.Read(name, text, &e.Facts)
		} else {
			var w content.Words
			_, complaints = file.Read(name, text, &w)
			e.Words[name[:len(name)-len(".yaml")]] = w
		}
		if len(complaints) > 0 {
			t.Fatalf("%s cannot be read again: %v\n%s", name, complaints, text)
		}
	}
	return e
}

// Whatever is changed, in whatever order: each state can be written and is read as
// the same, undoing all of it gives the files as they were to the byte, redoing all
// gives the last state, and a draft of any state comes back whole.
func TestAnyEditsCanBeTakenBack(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	d := author.Drafts{Files: store.OS{}, Folder: t.TempDir()}
	for _, id := range []string{"colonoscopy", "iud-placement"} {
		b := book(t, id)
		base := author.EditionOf(b)
		before := files(t, b, base)
		w := author.Begin(base)
		const edits = 60
		for n := range edits {
			was := w.Now()
			kept := was.Clone()
			told, now := edited(random, was)
			if !reflect.DeepEqual(was.Clone(), kept) {
				t.Fatalf("%s: %s changed the edition from before", id, told)
			}
			w.Change("", now)
			if n%6 > 0 {
				continue
			}
			if found := change.Diff(now, reread(t, files(t, b, now))); len(found) > 0 {
				t.Fatalf("%s: after %s, the files read as another: %v", id, told, found)
			}
			if err := d.Keep(base, now); err != nil {
				t.Fatal(err)
			}
			if draft, err := d.Open(id); err != nil || len(change.Diff(draft.Now(), now)) > 0 {
				t.Fatalf("%s: after %s, the draft is another: %v", id, told, err)
			}
		}
		last := w.Now()
		after := files(t, b, last)
		undone, redone := 0, 0
		for w.Undo() {
			undone++
		}
		if same(files(t, b, w.Now()), before) != "" || undone != edits || w.Changed() {
			t.Errorf("%s: %d of %d edits undone, and %s is another than it was", id, undone, edits, same(files(t, b, w.Now()), before))
		}
		for w.Redo() {
			redone++
		}
		if same(files(t, b, w.Now()), after) != "" || redone != edits {
			t.Errorf("%s: %d of %d edits redone, and %s is another than it was", id, redone, edits, same(files(t, b, w.Now()), after))
		}
	}
}

// same is the name of a file that differs, or "".
func same(a, b map[string][]byte) string {
	for name := range b {
		if !bytes.Equal(a[name], b[name]) {
			return name
		}
	}
	return ""
}

// texts are what somebody may type.
var texts = []string{"", "Rest.", "**Bring** a list.", "Come at {arrive-early}: it is: early", "One\nTwo # three", "\"quoted\" 'so'", "- a dash", "Traiga todo, ¿sí?", "null", "0123", "yes"}

// edited is an edition after one edit that the editor can make, and what it was.
func edited(random *rand.Rand, e change.Edition) (told string, now change.Edition) {
	text := texts[random.IntN(len(texts))]
	if random.IntN(3) == 0 {
		all := author.Paths(e)
		path, language := all[random.IntN(len(all))], []string{"en", "es"}[random.IntN(2)]
		return fmt.Sprintf("%q at %s of %s", text, path, language), author.WithText(e, language, path, text)
	}
	all := []author.List{author.Steps, author.Signs, author.Asks, author.Options, author.Codes, author.Modifiers, author.Bills, author.Posted, author.Sources, author.Questions}
	list := all[random.IntN(len(all))]
	n := author.Count(e, list)
	switch random.IntN(5) {
	case 0:
		return "adding to " + string(list), added(random, e, list)
	case 1:
		if n > 0 {
			return "deleting of " + string(list), author.Delete(e, list, random.IntN(n))
		}
	case 2:
		if n > 0 {
			return "moving of " + string(list), author.Move(e, list, random.IntN(n), 2*random.IntN(2)-1)
		}
	case 3:
		return "the facts", altered(random, e)
	}
	if n == 0 {
		return "adding to " + string(list), added(random, e, list)
	}
	return "changing of " + string(list), changed(random, e, list, random.IntN(n), text)
}

func added(random *rand.Rand, e change.Edition, list author.List) change.Edition {
	switch list {
	case author.Steps:
		e, _ = author.AddStep(e, content.Parts[random.IntN(2)])
	case author.Signs:
		e, _ = author.AddSign(e, content.Boxes[random.IntN(len(content.Boxes))])
	case author.Codes, author.Modifiers: // a number belongs to each at once: in files they go by it
		e = author.Add(e, list)
		number := fmt.Sprint(10000 + random.IntN(80000))
		if list == author.Codes {
			e = author.WithCode(e, len(e.Facts.Codes)-1, func(c *content.Code) { c.Number = number })
		} else {
			e = author.WithModifier(e, len(e.Facts.Modifiers)-1, func(m *content.Modifier) { m.Number = number[:2] })
		}
	default:
		e = author.Add(e, list)
	}
	return e
}

// altered changes one of the facts that stand by themselves.
func altered(random *rand.Rand, e change.Edition) change.Edition {
	p := &e.Facts
	switch random.IntN(12) {
	case 0:
		p.Category = content.Categories[random.IntN(len(content.Categories))]
	case 1:
		p.Sides = []content.Side{content.Left, content.Right, content.Both}[:random.IntN(4)]
	case 2:
		p.Minutes.Procedure = content.Range{Low: random.IntN(20), High: 20 + random.IntN(20)}
	case 3:
		p.Ride = []content.Ride{content.RideUnknown, content.RideYes, content.RideNo, content.RideOption}[random.IntN(4)]
	case 4:
		p.Home = []content.Home{"", content.SameDay}[random.IntN(2)]
	case 5:
		p.Preventive = []content.Preventive{"", content.ColorectalScreening, content.OtherScreening}[random.IntN(3)]
	case 6:
		p.Diary = !p.Diary
	case 7:
		p.Pages.Preparation = random.IntN(3)
	case 8:
		e, _ = author.AddEvent(e, "")
	case 9:
		if n := len(p.Events); n > 0 {
			return author.DeleteEvent(e, random.IntN(n))
		}
	case 10:
		p.NotWith, p.PrintAlso = []string{"a-test", "b-test"}[:random.IntN(3)], []string{"c-test"}[:random.IntN(2)]
	case 11:
		p.Price.Reference, p.Price.Source, p.Price.Date = content.Range{Low: 5, High: random.IntN(2000) + 5}, "A list: of 2026", civil.Date{Year: 2026, Month: 5, Day: 1}
	}
	return e
}

// changed changes one part of a list.
func changed(random *rand.Rand, e change.Edition, list author.List, i int, text string) change.Edition {
	on := random.IntN(2) == 0
	switch list {
	case author.Steps:
		when, _ := content.ParseTiming([]string{"now", "2 days before", "until {drive-wait} after", "rest of the day"}[random.IntN(4)])
		return author.WithStep(e, i, func(s *content.Step) {
			s.When, s.Essential, s.FineWhenLate, s.Icon = when, on, !on, []string{"", "ice", "call"}[random.IntN(3)]
			s.OnlyIf = []content.Condition{nil, {"sedation": {"deep", "light"}}}[random.IntN(2)]
		})
	case author.Signs:
		return author.WithSign(e, i, func(s *content.Sign) { s.Box = content.Boxes[random.IntN(len(content.Boxes))] })
	case author.Asks:
		return author.WithAsk(e, i, func(a *content.AskRow) { a.Nurse = on })
	case author.Options:
		if on {
			e, _ = author.AddChoice(e, i)
			return e
		}
		if n := len(e.Facts.Options[i].Choices); n > 1 {
			return author.DeleteChoice(e, i, random.IntN(n))
		}
	case author.Codes:
		return author.WithCode(e, i, func(c *content.Code) {
			c.Number = fmt.Sprint(10000 + random.IntN(80000))
			c.Global, c.Setting = "010", []content.Setting{content.Office}
		})
	case author.Modifiers:
		return author.WithModifier(e, i, func(m *content.Modifier) { m.Number = fmt.Sprint(10 + random.IntN(80)) })
	case author.Bills:
		return author.WithBill(e, i, func(b *content.Bill) { b.Who, b.Maybe = content.Laboratory, on })
	case author.Posted:
		return author.WithPosted(e, i, func(x *content.PostedPrice) {
			x.Code, x.Hospitals, x.P90 = fmt.Sprint(10000+random.IntN(80000)), random.IntN(3000), random.IntN(9000)
		})
	case author.Sources:
		return author.WithSource(e, i, func(s *content.Source) {
			s.Title, s.URL, s.Read = "A "+text, "https://example.org/"+text, civil.Date{Year: 2026, Month: 11, Day: 1 + random.IntN(28)}
		})
	case author.Questions:
		return author.WithText(e, "es", author.Path(e, list, i)+".answer", text)
	}
	return e
}
