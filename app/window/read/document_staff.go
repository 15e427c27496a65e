package read

import (
	"strings"

	"deskleaf/assets/words"
	"deskleaf/content"
	"deskleaf/widgets"
)

// bills adds who may send a bill, by the kind of place.
func (d *document) bills() {
	p := d.page.Procedure
	if len(p.Bills) == 0 {
		return
	}
	d.heading("bills")
	for _, setting := range content.Settings {
		var senders []string
		for _, b := range p.Bills {
			if b.Setting != setting || !d.stands(b.OnlyIf) {
				continue
			}
			sender := d.words.T("biller." + string(b.Who))
			if len(b.Codes) > 0 {
				sender = d.words.T("bill.codes", "who", sender, "codes", strings.Join(b.Codes, ", "))
			}
			if b.Maybe {
				sender = d.words.T("bill.maybe", "who", sender)
			}
			senders = append(senders, sender)
		}
		if len(senders) > 0 {
			d.add(item{kind: row, title: d.words.T("setting." + string(setting)), text: widgets.Plain(strings.Join(senders, "; "))})
		}
	}
}

// moneyWords adds what each word of money means.
func (d *document) moneyWords() {
	d.heading("money-words")
	for _, id := range []string{"price", "deductible", "copay", "coinsurance", "maximum", "not-covered", "approval"} {
		d.add(item{kind: bullet, text: widgets.Marked(d.words.T("cost.word." + id))})
	}
}

// stands reports whether a condition may hold for the visit.
func (d *document) stands(c content.Condition) bool {
	_, ok := d.page.holds(c)
	return ok
}

// codes adds codes and modifiers, and whose mark they are. The notice that a code
// is not to be trusted stands over all tabs.
func (d *document) codes() {
	p, w := d.page.Procedure, d.page.Words
	if len(p.Codes) > 0 {
		d.heading("codes")
	}
	for _, c := range p.Codes {
		d.add(item{kind: row, title: c.Number, text: d.page.line(w.Codes[c.Number]), more: d.particulars(c)})
	}
	if len(p.Modifiers) > 0 {
		d.heading("modifiers")
	}
	for _, m := range p.Modifiers {
		more := ""
		if len(m.For) > 0 {
			more = d.words.T("code.with", "codes", strings.Join(m.For, ", "))
		}
		d.add(item{kind: row, title: m.Number, text: d.page.line(w.Modifiers[m.Number]), more: more})
	}
	if len(p.Codes)+len(p.Modifiers) > 0 {
		d.add(item{kind: small, text: widgets.Plain(d.words.T("code.ama"))})
	}
}

// particulars are the small line under a code: system, status, where it is
// billed, the fee schedule's indicators, the days of checking, and who at this clinic
// looked it up.
func (d *document) particulars(c content.Code) string {
	parts := []string{c.System, d.words.T("code." + string(c.Status))}
	if len(c.Instead) > 0 {
		parts = append(parts, d.words.T("code.instead", "codes", strings.Join(c.Instead, ", ")))
	}
	for _, s := range c.Setting {
		parts = append(parts, d.words.T("setting."+string(s)))
	}
	for _, indicator := range []struct{ id, value string }{{"global", c.Global}, {"bilateral", c.Bilateral}, {"multiple", c.Multiple}} {
		if indicator.value != "" {
			parts = append(parts, d.words.T("code."+indicator.id, "value", indicator.value))
		}
	}
	if !c.Checked.IsZero() {
		parts = append(parts, d.words.T("code.checked", "date", d.page.Day(c.Checked)))
	}
	if !c.CheckAgain.IsZero() {
		parts = append(parts, d.words.T("code.again", "date", d.page.Day(c.CheckAgain)))
	}
	if d.page.Checked != nil {
		if says := d.page.Checked(c); says != "" {
			parts = append(parts, says)
		}
	}
	return strings.Join(parts, " · ")
}

func (d *document) questions() {
	for _, q := range d.page.Words.Questions {
		d.add(item{kind: question, title: content.Plain(q.Ask), text: d.page.line(q.Answer), blanks: content.TextBlanks(q.Answer)})
	}
}

func (d *document) sources() {
	for _, s := range d.page.Procedure.Sources {
		var about []string
		for _, part := range []string{s.Publisher, s.Date} {
			if part != "" {
				about = append(about, part)
			}
		}
		if !s.Read.IsZero() {
			about = append(about, d.words.T("source.read", "date", d.page.Day(s.Read)))
		}
		if s.Note != "" {
			about = append(about, s.Note)
		}
		d.add(item{kind: source, title: s.Title, text: widgets.Plain(strings.Join(about, " · ")), more: s.URL})
	}
}

// booking adds what to ask before a date is given, and how far ahead it must be.
func (d *document) booking() {
	p, w := d.page.Procedure, d.page.Words
	d.heading("lead")
	d.add(item{kind: bullet, text: widgets.Plain(Lead(d.words, p))})
	if w.Lead != "" {
		d.bullet("", w.Lead)
	}
	for _, nurse := range []bool{true, false} {
		first := true
		for _, a := range p.AskBefore {
			if a.Nurse != nurse {
				continue
			}
			if first && nurse {
				d.heading("nurse")
			} else if first {
				d.heading("ask")
			}
			first = false
			d.bullet("", w.AskBefore[a.ID])
		}
	}
}

// Lead says how far ahead a visit must be booked for every step to be in time.
func Lead(w *words.Words, p *content.Procedure) string {
	switch days := p.LeadDays(); days {
	case 0:
		return w.T("lead.none")
	case 1:
		return w.T("lead.one")
	default:
		return w.T("lead.days", "n", days)
	}
}
