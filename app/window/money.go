package window

import (
	"errors"
	"slices"

	"deskleaf/app/cost"
	"deskleaf/app/cost/paper"
	"deskleaf/app/cost/tell"
	"deskleaf/app/sheet"
	"deskleaf/app/visit"
	costscreen "deskleaf/app/window/cost"
	"deskleaf/content"
	"deskleaf/content/phrases"
)

// newCost makes the cost screen.
func (w *Window) newCost() *costscreen.Screen {
	return costscreen.New(costscreen.Deps{
		Words: w.words, Change: w.editMoney, Do: w.do, Speak: w.speakMoney, Practise: w.practise,
		CopyKey: w.keyOf("copy-say"),
	})
}

// editMoney changes what was said about money, and shows what follows from it.
func (w *Window) editMoney(change func(*cost.Talk)) {
	change(&w.talk)
	w.awake()
	w.showMoney()
	w.read.Refill("cost")
	if w.talk.Paper {
		w.makePages()
	}
}

// printMoney says whether the page about money is printed with the handout.
func (w *Window) printMoney(on bool) {
	w.talk.Paper = on
	w.edit(func(*visit.Visit) {})
}

// moneyPages are the page about money, where it is wanted. Practice numbers are
// never printed.
func (w *Window) moneyPages() []sheet.Part {
	p, err := phrases.In(w.visit.Language)
	if !w.talk.Paper || w.talk.Practice || err != nil {
		return nil
	}
	m := w.reckon()
	says := func(blank string) string {
		text, _, _ := w.clinic.Answer(w.blanks[blank], &w.visit, w.visit.Language)
		return text
	}
	return []sheet.Part{paper.CostPart(p, paper.Money{
		Procedure: &w.book.Procedure, Case: m.filled, Answer: m.answer, Approval: w.talk.Approval,
		Help: says("financial-help"), Includes: says("price-includes"),
	})}
}

// practise begins the practice plan, or ends it and forgets its numbers.
func (w *Window) practise(on bool) {
	w.editMoney(func(t *cost.Talk) {
		t.Clear()
		if on && w.book != nil {
			t.Practise(&w.book.Procedure)
		}
	})
}

// speakMoney chooses the language in which staff say it.
func (w *Window) speakMoney(language string) {
	w.saying = language
	w.editMoney(func(*cost.Talk) {})
}

// A reckoned talk is everything that follows from what was said about money.
type reckoned struct {
	filled cost.Case // with the prices of the clinic's list
	listed map[content.Biller]cost.Price
	answer cost.Answer
	err    error
}

// reckon works the money out.
func (w *Window) reckon() reckoned {
	p := &w.book.Procedure
	c := w.talk.Clone().Case
	if c.Day = w.visit.Date; c.Day.IsZero() {
		c.Day = w.today()
	}
	var t reckoned
	t.filled, t.listed = w.prices.Fill(c, p, w.talk.Insurer, w.talk.PlanName)
	t.answer, t.err = t.filled.Answer(p)
	return t
}

// showMoney shows the money of the visit as it is now.
func (w *Window) showMoney() {
	if w.book == nil {
		w.money.SetState(costscreen.State{})
		return
	}
	p, t, staff := &w.book.Procedure, w.reckon(), w.spoken()
	said := w.saidIn()
	s := costscreen.State{
		Procedure: p, Talk: w.talk.Clone(), Settings: cost.Settings(p), Bills: billers(t.filled.Bills(p)), Listed: t.listed,
		Insurers: w.prices.Payers(t.filled.Day), In: said.Language,
		Picture: tell.Draw(staff, t.filled, p, t.answer, tell.Staff),
	}
	s.Talk.Day = t.filled.Day
	if w.talk.Insurer != "" {
		s.Plans = w.prices.Plans(w.talk.Insurer, t.filled.Day)
	}
	for _, tag := range phrases.Languages() {
		s.Speaks = append(s.Speaks, costscreen.Language{Tag: tag, Name: w.languageName(tag)})
	}
	if t.err != nil {
		s.Why, s.NoPrice = w.whyNoEstimate(t)
		w.money.SetState(s)
		return
	}
	s.Rows, s.Notes, s.Sources = tell.Rows(staff, t.answer, tell.Staff), tell.Notes(staff, t.answer), tell.Sources(staff, t.filled, t.answer)
	s.Say = tell.Said(said, t.filled, p, t.answer)
	w.money.SetState(s)
}

// listedPrice is what the clinic's list has for the first bill; "" for nothing.
func (w *Window) listedPrice() string {
	r := w.reckon()
	if price, ok := r.listed[r.filled.Bills(&w.book.Procedure)[0].Who]; ok {
		return price.String()
	}
	return ""
}

// billers are bills, one for each who sends any.
func billers(bills []content.Bill) []content.Bill {
	var each []content.Bill
	for _, b := range bills {
		if !slices.ContainsFunc(each, func(o content.Bill) bool { return o.Who == b.Who }) {
			each = append(each, b)
		}
	}
	return each
}

// saidIn are the words of the language in which staff say it: the one chosen for
// it, else the handout's, else English.
func (w *Window) saidIn() *phrases.Phrases {
	for _, tag := range []string{w.saying, w.visit.Language} {
		if p, err := phrases.In(tag); err == nil {
			return p
		}
	}
	return w.spoken()
}

// whyNoEstimate says what is missing and how to get it.
func (w *Window) whyNoEstimate(t reckoned) (why string, noPrice bool) {
	refusal, ok := errors.AsType[*cost.Refusal](t.err)
	if !ok {
		return w.tell(t.err), false
	}
	p := &w.book.Procedure
	bill := t.filled.Bills(p)[0]
	code := t.filled.Code(p, bill)
	if code == "" {
		code = w.words.T("cost.this-procedure")
	}
	setting := w.words.T("setting." + string(t.filled.In(p)))
	return w.words.T("cost.need."+string(refusal.Reason), "code", code, "setting", setting), refusal.Reason == cost.NoPrice
}

// copySay puts what staff can say into the clipboard.
func (w *Window) copySay() {
	t := w.reckon()
	if t.err != nil {
		w.toast("cannot.copy-say")
		return
	}
	p := w.saidIn()
	w.toClipboard(tell.Said(p, t.filled, &w.book.Procedure, t.answer))
	w.toast("cost.copied", "language", w.languageName(p.Language))
}

// followSide has the money follow the side of the visit.
func (w *Window) followSide(before content.Side) {
	if w.visit.Side != before {
		w.talk.BothSides = w.visit.Side == content.Both
	}
}

// forgetMoney forgets everything about this patient's money.
func (w *Window) forgetMoney() {
	w.talk.Clear()
	w.saying = ""
	w.money.Clear()
}

// holdsMoney reports whether there is anything of a patient's money to forget.
func (w *Window) holdsMoney() bool {
	t := w.talk
	return len(t.Prices) > 0 || t.Plan != cost.Plan{} || t.Copay != nil || t.Approval != cost.Approval{} || t.Insurer != "" || len(t.Also) > 0
}
