package window

import (
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/widgets"
)

// A tour shows somebody on their first day, step by step over the window itself, how
// a handout is made for a patient who does not exist.
type tour struct {
	step int    // from 1; 0 for no tour
	last string // the id of the command that was done last
}

// A tourStep is something to do. It is over when it was done, or with Next.
type tourStep struct {
	id   string // its words stand under "tour." and this
	key  string // the command that it is about
	done func(*Window) bool
}

var tourSteps = []tourStep{
	{"find", "find", func(w *Window) bool { return w.accepted != "" }},
	{"prepare", "tab-prepare", func(w *Window) bool { return w.read.Selected() == "prepare" }},
	{"when", "when", func(w *Window) bool { return !w.visit.Date.IsZero() }},
	{"side", "side", func(w *Window) bool { return w.visit.Side != content.NoSide || w.book != nil && !w.hasSides() }},
	{"pages", "enlarge", afterDoing("enlarge")},
	{"print", "print", afterDoing("print")},
	{"approve", "review", onlyNext},
	{"last", "next-patient", onlyNext}, // the next patient ends the tour
}

// onlyNext is a step that nothing ends but Next.
func onlyNext(*Window) bool { return false }

// afterDoing is a step that a command ends.
func afterDoing(id string) func(*Window) bool {
	return func(w *Window) bool { return w.tour.last == id }
}

func (w *Window) touring() bool { return w.tour.step > 0 }
func (w *Window) canTour() bool { return !w.touring() && w.library != nil }

// startTour begins with the practice patient, where nothing of another is there.
func (w *Window) startTour() {
	if w.holdsVisit() {
		w.toast("cannot.tour")
		return
	}
	w.NextPatient()
	w.edit(func(v *visit.Visit) { v.Practice, v.Name = true, w.words.T("tour.patient") })
	w.tour = tour{step: 1}
	w.tellStep()
	w.refreshMenu()
}

// endTour takes the practice patient away, and the tour.
func (w *Window) endTour() { w.NextPatient() }

// stopTour forgets the tour, with the patient that it was about.
func (w *Window) stopTour() {
	if !w.touring() {
		return
	}
	through := w.tour.step == len(tourSteps)
	w.tour = tour{}
	w.notices.unguide()
	if through {
		w.toast("tour.done")
	} else {
		w.toast("tour.left")
	}
}

// followTour goes on where what a step asks for was done.
func (w *Window) followTour() {
	if w.touring() && w.tour.step < len(tourSteps) && tourSteps[w.tour.step-1].done(w) {
		w.nextStep()
	}
}

// nextStep goes on to the next step, and after the last to the end.
func (w *Window) nextStep() {
	w.tour.last = ""
	if w.tour.step == len(tourSteps) {
		w.endTour()
		return
	}
	w.tour.step++
	w.tellStep()
	w.followTour() // it may be done already
}

// tellStep shows what to do.
func (w *Window) tellStep() {
	t, step := w.words.T, tourSteps[w.tour.step-1]
	soon := w.today().AddDays(soonDays)
	pairs := []any{"when", t("tour.soon", "month", int(soon.Month), "day", soon.Day), "key", w.keyOf(step.key)}
	head := t("tour.step", "n", w.tour.step, "of", len(tourSteps))
	text := append([]widgets.Run{{Text: head + " ", Bold: true}}, widgets.Marked(t("tour."+step.id, pairs...))...)
	if w.tour.step == len(tourSteps) {
		w.notices.guide(text, widgets.NewLink(t("tour.end"), w.nextStep))
		return
	}
	next := t("tour.next", "key", w.keyOf("tour-next"))
	w.notices.guide(text, widgets.NewLink(next, w.nextStep), widgets.NewLink(t("tour.leave"), w.endTour))
}

// soonDays is in how many days the practice patient comes.
const soonDays = 14

// offerTour offers the tour once, on a desk that starts for the first time.
func (w *Window) offerTour() {
	if w.desk.TourOffered {
		return
	}
	w.desk.TourOffered = true
	w.saveDesk()
	var band *widgets.Notice
	band = w.notices.add(widgets.Inform, w.words.T("tour.offer"), w.words.T("tour.offer.details"), widgets.NewLink(w.words.T("tour.begin"), func() {
		w.notices.remove(band)
		w.do("tour")
	}))
}
