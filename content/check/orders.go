package check

import (
	"fmt"
	"strings"

	"deskleaf/content"
	"deskleaf/content/medicine"
)

// askInstead is what to write in place of an order.
const askInstead = `write "Do not stop … on your own. Call us and the doctor who ordered it." or "Ask us whether …"`

// orders finds the orders about medicines in a text.
func (fs *findings) orders(path, text string) {
	for _, o := range medicine.Orders(text) {
		fs.add(Refusal, path, o.Start, askInstead, "%q with %q tells a patient what to do with a medicine; this must not print", o.Words, o.Medicine)
	}
}

// answered finds an order that a question and its answer give together: "Should I
// stop aspirin?" "Yes, 5 days before."
func (fs *findings) answered(i int, q content.Question) {
	path := fmt.Sprintf("questions[%d].answer", i)
	if len(medicine.Orders(q.Answer)) > 0 {
		return // told already
	}
	for _, o := range medicine.Orders(q.Ask + " " + q.Answer) {
		if o.Start > len(q.Ask) {
			fs.add(Refusal, path, o.Start-len(q.Ask)-1, askInstead, "%q answers with an order about a medicine (%q); this must not print", strings.TrimSpace(q.Answer), o.Medicine)
		}
	}
}
