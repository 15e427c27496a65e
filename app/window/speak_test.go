package window

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deskleaf/app/clinic"
	"deskleaf/app/printing"
	"deskleaf/app/visit"
	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// inSpanish opens the window in Spanish.
func inSpanish(d *Deps) { d.Words, _ = words.Load("es") }

// withEnglish opens the window in English.
func withEnglish(d *Deps) { d.Words, _ = words.Load("en") }

// choices are the lists of the dialog in sight, from the top.
func choices(tr *trial) []*widgets.Choice {
	return inDialog[*widgets.Choice](tr)
}

func TestTheWindowChangesItsLanguageAtOnce(t *testing.T) {
	tr := try(t, 1366, 700)
	tr.type_("si j")
	tr.press(ctrl(fyne.Key2))
	tr.edit(func(v *visit.Visit) {
		v.SetWhen(civil.Date{Year: 2026, Month: 12, Day: 10}.At(570), true)
		v.Side, v.Name = content.Right, "Maria Lopez"
	})
	tr.press(ctrl(fyne.KeyComma))
	for i := 0; i < 3; i++ {
		tr.frame.Canvas().Focus(tabsOf(tr))
		tr.key(fyne.KeyRight)
	}
	spoken := choices(tr)[2]
	spoken.SetChosen(2)
	tr.frame.Canvas().Focus(spoken)
	tr.frame.Canvas().Unfocus()
	tr.frame.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if tr.desk.Language != "es" || tr.desks[len(tr.desks)-1].Language != "es" {
		t.Fatalf("the desk's language is %q", tr.desk.Language)
	}
	shown := markup(tr)
	for _, want := range []string{"Siguiente paciente", "Preparación", "jue 10 dic, 9:30 a. m.", "Imprimir: derecho, English", "Configuración guardada", "Maria Lopez"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the window does not say %q", want)
		}
	}
	if tr.read.Selected() != "prepare" || tr.draft.laid[0].Sheet.Language != "en" || tr.visit.Side != content.Right {
		t.Error("the tab, the handout or the visit is another than before")
	}
	if got := tr.frame.MainMenu().Items[0].Label; got != "Archivo" {
		t.Errorf("the first menu is %q", got)
	}
	if tr.frame.Canvas().Focused() != fyne.Focusable(tr.find.Entry) {
		t.Error("the search does not have the focus")
	}
	tr.type_("colono")
	tr.press(ctrl(fyne.KeyP))
	if len(tr.printer.jobs) != 1 || tr.printer.jobs[0].Title != "colonoscopy" {
		t.Error("what is typed and pressed then does nothing")
	}
}

// tabsOf are the tabs of the dialog in sight.
func tabsOf(tr *trial) fyne.Focusable {
	for _, o := range test.LaidOutObjects(tr.frame.Canvas().Overlays().Top()) {
		if f, ok := o.(fyne.Focusable); ok && strings.Contains(fmt.Sprintf("%T", o), "tabStrip") {
			return f
		}
	}
	tr.t.Fatal("the dialog has no tabs")
	return nil
}

// A desk that chose no language has the system's, where there are words in it.
func TestTheSystemsLanguage(t *testing.T) {
	for system, want := range map[string]string{"es-MX": "es", "en-US": "en", "de-DE": "en", "": "en"} {
		tr := try(t, 1366, 700, func(d *Deps) { d.System = system })
		tr.speak()
		if tr.words.Language != want {
			t.Errorf("on a system in %q the window speaks %q", system, tr.words.Language)
		}
	}
}

// Every date that the window writes into a field is read as that date.
func TestWrittenDatesAreReadAgain(t *testing.T) {
	for _, change := range []setUp{func(*Deps) {}, inSpanish} {
		tr := try(t, 1366, 700, change)
		for day := tr.today().AddDays(-100); day != tr.today().AddDays(600); day = day.AddDays(1) {
			for _, minute := range []int{60, 9*60 + 30, 12 * 60, 12*60 + 1, 23*60 + 59} {
				m := day.At(minute)
				if got, hasTime, err := tr.readWhen(tr.sayWhen(m, true)); err != nil || got != m || !hasTime {
					t.Fatalf("%q is read as %v, %v", tr.sayWhen(m, true), got, err)
				}
			}
			if got, _, err := tr.readWhen(tr.sayDayYear(day)); err != nil || got.Date != day {
				t.Fatalf("%q is read as %v, %v", tr.sayDayYear(day), got, err)
			}
		}
	}
}

// The list calls a procedure what the window's language calls it, and finds it by
// its English name too.
func TestTheListIsInTheWindowsLanguage(t *testing.T) {
	tr := try(t, 1366, 700, inSpanish, func(d *Deps) { d.Library = func(clinic.Clinic) Library { return library.Open("", "") } })
	tr.type_("sacroiliac joint injection")
	if shown := markup(tr); !strings.Contains(shown, "Inyección sacroilíaca") || strings.Contains(shown, ">SI joint injection<") {
		t.Error("the list does not say Inyección sacroilíaca")
	}
	if got := tr.titleOf("si-joint-injection"); got != "Inyección sacroilíaca" {
		t.Errorf("notices call it %q", got)
	}
}

// A field's own menu, which Fyne draws, speaks the window's language.
func TestTheMenuOfAFieldIsInTheWindowsLanguage(t *testing.T) {
	for _, test := range []struct {
		change setUp
		want   string
	}{{inSpanish, "Seleccionar todo"}, {func(d *Deps) { d.System = "es" }, "Select all"}} {
		tr := try(t, 1366, 700, test.change)
		tr.type_("si j")
		tr.find.Entry.TappedSecondary(&fyne.PointEvent{})
		if !strings.Contains(markup(tr), test.want) {
			t.Errorf("the menu does not say %q", test.want)
		}
	}
}

// What a printer says goes wrong is said in the window's language.
func TestPrintersTroubleInSpanish(t *testing.T) {
	tr := try(t, 1366, 700, inSpanish)
	tr.printer.err = &printing.Error{Reason: printing.IsPaused, Printer: "Back", What: "the printer Back is paused", Hint: "start it again"}
	tr.type_("si j")
	tr.press(ctrl(fyne.KeyP))
	if shown := markup(tr); !strings.Contains(shown, "La impresora Back está en pausa.") || strings.Contains(shown, "paused") {
		t.Error("the window does not say in Spanish that the printer is paused")
	}
}

// In Spanish nothing leaves the window, and Print says itself whole.
func TestSpanishFits(t *testing.T) {
	for _, size := range sizes {
		tr := filled(t, size[0], size[1], inSpanish)
		if !tr.regions.shows() {
			tr.togglePanel()
			tr.resize(size[0], size[1])
		}
		within(t, tr)
		if !strings.Contains(markup(tr), tr.says()) {
			t.Errorf("at %v %q is cut off", size[0], tr.says())
		}
	}
}
