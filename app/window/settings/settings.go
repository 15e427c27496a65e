// Package settings are the forms that somebody fills now and then, each in a dialog: the
// clinic's own facts and what belongs to this desk ([Form]), what the first start asks
// ([First]), who saves and why ([Reason]), the sign-off of a procedure's words
// ([Approval]), a code that was looked up ([CodeCheck]), and which of a newer Deskleaf's
// words to take ([Newer]).
//
// A form is made from values, is shown in a dialog by the shell, and gives values
// back. Nothing is written here. What does not fit is marked in its field, and
// the form gives none until it is put right.
package settings

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/widgets"
)

// Deps is what the settings begin with. Nothing may be nil.
type Deps struct {
	Words     *words.Words
	Facts     clinic.Facts
	Desk      desk.Desk
	Signed    bool         // the clinic's facts are of a signed library: only the desk's own show
	Machine   desk.Machine // what is fixed for this computer and only shown
	Languages []Language   // that handouts can begin in
	Spoken    []Language   // that the window can speak
	System    string       // the name of the one that the window speaks where nobody chose
	Printers  []string
	Logo      func(fyne.CanvasObject) // lets somebody choose a picture
	NoLogo    func()                  // takes the logo away
}

// A Language is one that handouts can begin in, or the window can speak.
type Language struct{ Tag, Name string }

// Form is the clinic's facts and what belongs to this desk, in tabs.
type Form struct {
	deps   Deps
	clinic *clinicForm
	people *people
	places *places
	desk   *deskForm
	tabs   *widgets.Tabs
}

// New makes the form.
func New(deps Deps) *Form {
	f := &Form{deps: deps, clinic: newClinicForm(deps), people: newPeople(deps), places: newPlaces(deps), desk: newDeskForm(deps)}
	t := deps.Words.T
	tab := func(key string, content fyne.CanvasObject) widgets.Tab {
		return widgets.Tab{Text: t(key), Build: func() fyne.CanvasObject { return widgets.NewScroll(container.New(roomForRings{}, content)) }}
	}
	if deps.Signed {
		f.tabs = widgets.NewTabs(t("tab.more"), tab("settings.desk", f.desk.content))
		return f
	}
	f.tabs = widgets.NewTabs(t("tab.more"),
		tab("settings.clinic", f.clinic.content), tab("settings.doctors", f.people.content),
		tab("settings.places", f.places.content), tab("settings.desk", f.desk.content))
	return f
}

// Content is what a dialog shows.
func (f *Form) Content() fyne.CanvasObject { return f.tabs }

// First is the field that has the focus at first.
func (f *Form) First() fyne.Focusable {
	if f.deps.Signed {
		return f.desk.printer
	}
	return f.clinic.name
}

// SetLogo says what is printed as the logo now.
func (f *Form) SetLogo(says string, failed bool) { f.clinic.setLogo(says, failed) }

// Values are what was filled in. Where something does not fit, ok is false and
// the tab with it is shown.
func (f *Form) Values() (facts clinic.Facts, d desk.Desk, ok bool) {
	facts, d = f.deps.Facts, f.deps.Desk
	if f.deps.Signed {
		return facts, d, f.desk.take(&d)
	}
	for i, take := range []func() bool{
		func() bool { return f.clinic.take(&facts) },
		func() bool { return f.people.take(&facts) },
		func() bool { return f.places.take(&facts) },
		func() bool { return f.desk.take(&d) },
	} {
		if !take() {
			f.tabs.Choose(i)
			return facts, d, false
		}
	}
	return facts, d, true
}

// roomForRings keeps the rings around fields from being cut off by a scroll.
type roomForRings struct{}

func (roomForRings) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(4, 4))
	o[0].Resize(fyne.NewSize(s.Width-20, s.Height-8))
}

func (roomForRings) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(24, 8)
}

// field makes a field with a text in it.
func field(text, hint string) *widgets.Field {
	f := widgets.NewField(hint)
	f.SetSilently(text)
	return f
}

// phone reads a phone number into its usual form; an empty one is none.
func phone(w *words.Words, f *widgets.Field, into *string) bool {
	text := strings.TrimSpace(f.Text)
	f.SetHint("", false)
	if text == "" {
		*into = ""
		return true
	}
	number, err := content.FormatPhone(text)
	if err != nil {
		f.SetHint(w.T("settings.phone.bad"), true)
		return false
	}
	*into = number
	return true
}
