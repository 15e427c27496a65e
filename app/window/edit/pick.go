package edit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"deskleaf/content"
	"deskleaf/content/change"
	"deskleaf/content/library"
	"deskleaf/widgets"
)

// Icons are the pictures that may stand beside a step, in the order in which they
// are offered. Their words stand under "icon." and the name.
var Icons = []string{
	"call", "call-alert", "call-us", "message", "email", "ask", "tell", "write", "read", "list", "form", "consent", "calendar", "reschedule", "clock", "wait", "alarm", "night", "morning",
	"medicine", "medicine-bottle", "medicine-ask", "blood-thinner", "blood", "diabetes", "sugar", "insulin", "needle", "inhaler", "cream", "eye-drops", "allergy", "antibiotic",
	"infection", "prep-kit", "mix", "iv", "oxygen", "test", "sample", "urine",
	"eat", "no-food", "light-food", "clear-liquid", "drink", "no-drink", "coffee", "no-coffee", "no-alcohol", "no-smoking", "spoon", "soup", "bread", "no-seeds", "no-red-food",
	"bring", "id-card", "insurance-card", "money", "bill", "clothes", "shoes", "glasses", "contact-lenses", "hearing-aid", "jewelry", "metal", "implant", "teeth", "makeup", "phone-off",
	"bath", "shower", "no-bath", "wash-hands", "shave", "bandage", "ice", "heat", "toilet", "bowel", "swim", "rest", "sleep", "raise", "pillow", "weight",
	"walk", "run", "exercise", "lift", "stretch", "stairs", "sit", "crutches", "wheelchair", "drive", "no-drive", "ride", "taxi", "flight", "work", "home", "place", "arrive", "door", "parking",
	"companion", "patient", "doctor", "family", "child", "baby", "pregnant", "breastfeed", "hand-heart",
	"heart", "blood-pressure", "lungs", "breath", "stomach", "joint", "spine", "bone", "brain", "eye", "x-ray", "mri", "radiation", "ultrasound", "scan", "microscope",
	"relax", "pain", "pain-better", "pain-worse", "swelling", "dizzy", "rash", "fever", "thermometer", "numbness", "leak", "vomit",
	"alert", "emergency", "hospital", "clinic", "expected", "stop", "no", "yes", "plan",
}

// noPicture stands for a step without a picture.
const noPicture = "none"

// picture is the picture of a step, with its words, and lets another be chosen.
func (s *Screen) picture(path, now string, set func(icon string) change.Edition) placed {
	t := s.deps.Words.T
	words := t("edit.icon.none")
	if now != "" {
		words = s.iconWords(now)
	}
	b := widgets.NewButton(words, now, widgets.Quiet, func() { s.choosePicture(now, set) })
	return placed{labelled(t("edit.field.icon"), b), s.register(factKey(path), b).told}
}

func (s *Screen) iconWords(name string) string {
	if key := "icon." + name; s.deps.Words.Has(key) {
		return s.deps.Words.T(key)
	}
	return name
}

func (s *Screen) choosePicture(now string, set func(icon string) change.Edition) {
	picks := []widgets.Pick{{ID: noPicture, Text: s.deps.Words.T("edit.icon.none")}}
	for _, name := range Icons {
		picks = append(picks, widgets.Pick{ID: name, Icon: name, Text: s.iconWords(name)})
	}
	s.pick("edit.icon.title", picks, now, func(id string) {
		if id == noPicture {
			id = ""
		}
		s.rebuild(set(id), s.open)
	})
}

// pick asks for one of many things.
func (s *Screen) pick(title string, picks []widgets.Pick, now string, take func(id string)) {
	t := s.deps.Words.T
	p := widgets.NewPicker(t("edit.search"), t("edit.search.none"), picks, now)
	d := widgets.NewDialog(t(title), p, widgets.Action{Text: t("dialog.cancel"), Cancel: true})
	d.Width = 640
	p.OnPick = func(id string) {
		d.Close()
		take(id)
	}
	s.ask(d, p.Search())
}

// ask shows a dialog over the window.
func (s *Screen) ask(d *widgets.Dialog, first fyne.Focusable) {
	d.Show(s.deps.Canvas(), first)
}

// InsertBlank offers the blanks that may stand where somebody writes, and sets the
// chosen one where the caret is.
func (s *Screen) InsertBlank() {
	f := s.fields[s.last]
	if f == nil || f.typing == nil || !f.blanks {
		s.notify(widgets.Inform, s.deps.Words.T("edit.blank.where"))
		s.content.Refresh()
		return
	}
	inTiming := strings.HasPrefix(s.last, facts)
	var picks []widgets.Pick
	registry := library.World().Blanks
	for _, id := range sorted(registry) {
		b := registry[id]
		if inTiming && b.Type != content.DurationBlank {
			continue
		}
		picks = append(picks, widgets.Pick{ID: id, Text: s.question(b), Note: "{" + id + "}"})
	}
	slices.SortStableFunc(picks, func(a, b widgets.Pick) int { return strings.Compare(a.Text, b.Text) })
	key := s.last
	s.pick("edit.blank.title", picks, "", func(id string) {
		if f := s.fields[key]; f != nil {
			s.take(f.entry)
			f.typing.TypedShortcut(&fyne.ShortcutPaste{Clipboard: &blankText{"{" + id + "}"}})
		}
	})
}

// blankText is a blank on its way to where the caret is.
type blankText struct{ text string }

func (b *blankText) Content() string        { return b.text }
func (b *blankText) SetContent(text string) { b.text = text }
