package window

import (
	"encoding"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/author"
	"deskleaf/app/handout"
	editscreen "deskleaf/app/window/edit"
	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/civil"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// keptByProgram are the fields of a procedure's files that nobody fills in, each with
// what keeps it.
var keptByProgram = map[string]string{
	"facts.format":                "the version of the files",
	"facts.id":                    "the folder's name: it is made of the procedure's name once, and signatures and prices go by it",
	"facts.version":               "saving counts it up",
	"facts.steps.*.id":            "made with the step",
	"facts.signs.*.id":            "made with the line",
	"facts.ask_before.*.id":       "made with the question",
	"facts.options.*.id":          "made with the option",
	"facts.sources.*.id":          "made with the source",
	"facts.codes.*.checked":       "somebody marks a code as checked with who, when and against what; the editor shows it, and a change takes it back",
	"facts.codes.*.check_again":   "as checked",
	"words.format":                "the version of the files",
	"words.language":              "the file's name",
	"words.version":               "saving counts it up",
	"words.partial":               "saving says whether a translation is whole",
	"words.imported.from":         "the name of the document",
	"words.imported.own":          "said when the document is taken",
	"words.imported.texts":        "the document as it was",
	"words.imported.left":         "the chapter about the document shows it; see TestNewProcedureFromADocument",
	"words.imported.left.*.under": "as the document has it",
	"words.imported.left.*.text":  "as the document has it",
	"words.imported.codes":        "as the document has it",
}

// Every field that a procedure's files can have stands in the editor and can be changed
// there: whoever adds one to the types gives it a place, or says above what keeps it.
func TestEveryFieldHasAPlaceInTheEditor(t *testing.T) {
	tr := atEdit(t, t.TempDir(), "")
	tr.Choose("colonoscopy")
	tr.press(ctrl(fyne.KeyF2))
	work := author.Begin(oneOfEach(t))
	tr.beginEdit(work, false)
	tr.writing.compose = func(now sketch, _ followed) followed { // the pages are another test's
		return followed{judged: author.Judge(&library.Judging{}, now.edition), draft: draft{err: &handout.MissingWords{Language: now.language}}}
	}
	changed := map[string]bool{}
	tr.editor.Focus()
	for n := range editscreen.Chapters {
		tr.toChapter(n)
		before := controlsBefore(tr)
		touchAll(tr, changed, func() []fyne.CanvasObject {
			tr.toChapter(n)
			all, _ := controls(tr, nil)
			return all
		})
		for i := range cellsOf(tr) {
			touchAll(tr, changed, func() []fyne.CanvasObject {
				tr.toChapter(n)
				all, done := controls(tr, nil)
				if done >= 0 && done < before[i] { // another part is open
					tr.tap("Done")
					done = -1
				}
				if done < 0 {
					cellsOf(tr)[i].Tapped(nil)
					all, done = controls(tr, nil)
				}
				return all[before[i]:done]
			})
			tr.toChapter(n)
			tr.tap("Done")
		}
	}
	if work.Changed() {
		t.Errorf("undoing leaves %v", change.Diff(work.Base(), work.Now()))
	}
	all := map[string]bool{}
	fieldsOf(reflect.TypeFor[content.Procedure](), "facts", all)
	fieldsOf(reflect.TypeFor[content.Words](), "words", all)
	for _, leaf := range slices.Sorted(maps.Keys(all)) {
		switch kept := keptByProgram[leaf]; {
		case changed[leaf] && kept != "":
			t.Errorf("%s can be changed in the editor, and is said to be kept by the program", leaf)
		case !changed[leaf] && kept == "":
			t.Errorf("%s has no place in the editor", leaf)
		}
	}
	for leaf := range keptByProgram {
		if !all[leaf] {
			t.Errorf("%s is said to be kept by the program, and no file has it", leaf)
		}
	}
}

// oneOfEach is a small procedure with one part of every kind, and the forks that make
// more fields come into sight.
func oneOfEach(t *testing.T) change.Edition {
	t.Helper()
	when := func(text string) content.Timing {
		w, err := content.ParseTiming(text)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	const source = "a-source"
	only := content.Condition{"sedation": {"deep"}}
	e := change.Edition{Facts: content.Procedure{
		Format: content.Format, ID: "colonoscopy", Version: 1, Category: "bowel", Events: []string{"next-visit"}, Diary: true,
		Options:   []content.Option{{ID: "sedation", Choices: []string{"deep", "light"}}},
		Steps:     []content.Step{{ID: "ice", Part: content.Preparation, When: when("1 day before"), Icon: "ice", OnlyIf: only, Sources: []string{source}}},
		Signs:     []content.Sign{{ID: "fever", Box: content.BoxCall, OnlyIf: only}},
		AskBefore: []content.AskRow{{ID: "pregnant"}},
		Codes:     []content.Code{{System: "CPT", Number: "45378", Status: content.CodeCurrent}, {System: "CPT", Number: "45379", Status: content.CodeDisputed}},
		Modifiers: []content.Modifier{{Number: "59"}},
		Bills:     []content.Bill{{Setting: content.Office, Who: content.Doctor, OnlyIf: only}},
		Price:     content.Price{Posted: []content.PostedPrice{{Code: "45380", Hospitals: 9, P10: 1, P25: 2, Median: 3, P75: 4, P90: 5}}, Date: civil.Date{Year: 2026, Month: 5, Day: 1}},
		PrintAlso: []string{"sleep-study"}, NotWith: []string{"skin-biopsy"},
		Sources: []content.Source{{ID: source, Title: "A source"}},
	}, Words: map[string]content.Words{}}
	e.Words["en"] = content.Words{Format: content.Format, Language: "en", Title: "A title", Short: "Short", Questions: []content.Question{{Ask: "Why?", Answer: "So."}}}
	return e
}

// touchAll does with every control what can be done with it, notes which fields of the
// files that changes, and takes it back. open shows the controls, of which some fold what
// they stand in.
func touchAll(tr *trial, changed map[string]bool, open func() []fyne.CanvasObject) {
	tr.t.Helper()
	for i := 0; i < len(open()); i++ {
		shown, typed := "", false
		for try := 0; ; try++ {
			control := open()[i]
			if try == 0 {
				shown, typed = typedIn(control)
			}
			before := tr.editor.Work().Now()
			more := touch(tr, control, try)
			widgets.CloseDialogs(tr.frame.Canvas())
			found := change.Diff(before, tr.editor.Work().Now())
			for _, leaf := range fieldsChanged(found) {
				changed[leaf.name] = true
				if typed && leaf.text && leaf.before != "" && !strings.Contains(shown, strings.ReplaceAll(leaf.before, `\n`, "\n")) {
					tr.t.Errorf("the field of %s shows %q, and %q stands there", leaf.name, shown, leaf.before)
				}
			}
			if len(found) > 0 {
				tr.clock.pass(pauseOver)
				tr.editor.Undo(false)
			}
			if !more || len(found) > 0 && typed {
				break
			}
		}
	}
}

// pauseOver is longer than a pause between two changes of a field.
const pauseOver = 2_000_000_000

// controls are what can be used in the chapter in sight, without the bar over it, and how
// many of them stand before the button that folds the part that is open; -1 for none. each
// is called for everything in sight, with how many controls stand before it.
func controls(tr *trial, each func(o fyne.CanvasObject, before int)) (all []fyne.CanvasObject, done int) {
	bar := map[string]bool{tr.words.T("edit.language.add", "language", tr.languageName("es")): true}
	for _, key := range []string{"edit.back", "edit.save", "edit.undo", "edit.redo", "edit.pages", "edit.blank", "edit.next-missing", "edit.anew", "edit.refusals.show"} {
		bar[tr.words.T(key)] = true
	}
	done = -1
	for _, o := range test.LaidOutObjects(tr.editor) {
		if each != nil {
			each(o, len(all))
		}
		switch o := o.(type) {
		case *widgets.Field, *widgets.NoteField, *widgets.Choice, *widgets.Check:
			all = append(all, o)
		case *widgets.Button:
			if o.AccessibilityLabel() == tr.words.T("edit.fold") {
				done = len(all)
			} else if !bar[o.AccessibilityLabel()] && !o.Disabled() {
				all = append(all, o)
			}
		case *widgets.Link:
			if !bar[o.AccessibilityLabel()] && !strings.HasPrefix(o.AccessibilityLabel(), "Use “") {
				all = append(all, o)
			}
		}
	}
	return all, done
}

// controlsBefore are how many controls stand before each line of the lists in sight.
func controlsBefore(tr *trial) []int {
	var counts []int
	controls(tr, func(o fyne.CanvasObject, before int) {
		if _, ok := o.(*widgets.Cell); ok {
			counts = append(counts, before)
		}
	})
	return counts
}

// samples are texts of which some field takes each.
var samples = []string{"Other words", "3 days before", "12-40", "5/6/2026", "7", "77", "99999"}

// touch uses a control in one of several ways, and reports whether there are more.
func touch(tr *trial, o fyne.CanvasObject, try int) (more bool) {
	switch o := o.(type) {
	case *widgets.Field:
		o.SetText(samples[try])
		return try+1 < len(samples)
	case *widgets.NoteField:
		o.SetText("Other words")
	case *widgets.Choice:
		tr.frame.Canvas().Focus(o)
		o.TypedKey(&fyne.KeyEvent{Name: []fyne.KeyName{fyne.KeyDown, fyne.KeyUp}[try]})
		return try == 0
	case *widgets.Check:
		o.Tapped(nil)
	case fyne.Tappable:
		o.Tapped(&fyne.PointEvent{})
		top := tr.frame.Canvas().Overlays().Top()
		if top == nil {
			return false
		}
		for _, inside := range test.LaidOutObjects(top) {
			if c, ok := inside.(*widgets.Check); ok {
				c.Tapped(nil)
				tr.tap("Done")
				return false
			}
		}
		tr.key(fyne.KeyRight, fyne.KeyReturn) // the one behind what is chosen now
	}
	return false
}

// typedIn is what a field shows.
func typedIn(o fyne.CanvasObject) (text string, typed bool) {
	switch o := o.(type) {
	case *widgets.Field:
		return o.Text, true
	case *widgets.NoteField:
		return o.Text, true
	}
	return "", false
}

// fieldsOf are the fields that a type has in files, with "*" for what a list or map has
// many of. A list of parts is one itself: parts come and go.
func fieldsOf(t reflect.Type, path string, all map[string]bool) {
	if reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
		all[path] = true
		return
	}
	switch t.Kind() {
	case reflect.Pointer:
		fieldsOf(t.Elem(), path, all)
	case reflect.Struct:
		for i := range t.NumField() {
			if key, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ","); key != "" {
				fieldsOf(t.Field(i).Type, path+"."+key, all)
			}
		}
	case reflect.Slice, reflect.Map:
		all[path] = true
		if k := t.Elem().Kind(); k == reflect.Struct || k == reflect.Map || t.Kind() == reflect.Map {
			fieldsOf(t.Elem(), path+".*", all)
		}
	default:
		all[path] = true
	}
}

// A changedField is a field of the files of which some value changed.
type changedField struct {
	name   string
	text   bool // its value is a text as it stands
	before string
}

// fieldsChanged are the fields of parts that were there and still are: what comes and
// goes with a part as a whole is not changed in the editor by that.
func fieldsChanged(changes []change.Change) []changedField {
	var all []changedField
	var gone []string
	for _, c := range changes {
		list, isList := strings.CutSuffix(c.Path, "/"+change.ListKey)
		leaf, of := leafOf(list)
		if !isList || of.Kind() != reflect.Slice {
			continue
		}
		was, is := strings.Split(c.Before, "\n"), strings.Split(c.After, "\n")
		for _, key := range append(slices.Clone(was), is...) {
			if slices.Contains(was, key) != slices.Contains(is, key) {
				gone = append(gone, list+"/"+key+"/")
			}
		}
		if len(was) == len(is) && len(gone) > 0 { // it goes by another number now
			leaf += map[bool]string{true: ".*.code", false: ".*.number"}[strings.HasSuffix(leaf, "posted")]
		}
		all = append(all, changedField{name: leaf})
	}
	for _, c := range changes {
		if !slices.ContainsFunc(gone, func(part string) bool { return strings.HasPrefix(c.Path, part) }) {
			leaf, of := leafOf(strings.TrimSuffix(c.Path, "/"+change.ListKey))
			isText := of.Kind() == reflect.String || of.Kind() == reflect.Slice && of.Elem().Kind() == reflect.String
			all = append(all, changedField{leaf, isText, c.Before})
		}
	}
	return all
}

// leafOf is the field of a place, and its type.
func leafOf(place string) (leaf string, at reflect.Type) {
	keys := strings.Split(place, "/")[1:]
	at, leaf = reflect.TypeFor[content.Words](), "words"
	if keys[0] == "facts" {
		at, leaf = reflect.TypeFor[content.Procedure](), "facts"
	}
	for _, key := range keys[1:] {
		if at.Kind() == reflect.Pointer {
			at = at.Elem()
		}
		if at.Kind() != reflect.Struct {
			at, leaf = at.Elem(), leaf+".*"
			continue
		}
		for i := range at.NumField() {
			if name, _, _ := strings.Cut(at.Field(i).Tag.Get("yaml"), ","); name == key {
				at, leaf = at.Field(i).Type, leaf+"."+key
				break
			}
		}
	}
	return leaf, at
}

// toChapter goes to a chapter by the keys of its tabs.
func (tr *trial) toChapter(n int) {
	tr.t.Helper()
	for _, o := range test.LaidOutObjects(tr.editor) {
		if strip, ok := o.(fyne.Focusable); ok && fmt.Sprintf("%T", o) == "*widgets.tabStrip" {
			strip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
			for range n {
				strip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
			}
			return
		}
	}
	tr.t.Fatal("there are no chapters")
}
