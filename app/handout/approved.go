package handout

import (
	"fmt"

	"deskleaf/app/clinic"
	"deskleaf/app/visit"
	"deskleaf/content/civil"
)

// NotApproved says that this clinic hands out approved words only, and that
// nobody approved these.
type NotApproved struct {
	Language string
	Unknown  bool       // the approvals cannot be read now: the clinic's folder is away
	Due      civil.Date // they were approved, and were to be reviewed again by this day; zero where nobody approved them
}

func (n *NotApproved) Error() string {
	if n.Unknown {
		return "this clinic hands out approved words only, and its approvals cannot be read now, because its folder is away"
	}
	if !n.Due.IsZero() {
		return fmt.Sprintf("this clinic hands out no words whose review is overdue, and the review of these in %q was due on %v", n.Language, n.Due)
	}
	return fmt.Sprintf("this clinic hands out approved words only, and nobody approved these in %q", n.Language)
}

// Hint says what to do about it.
func (n *NotApproved) Hint() string {
	if n.Unknown {
		return "connect the clinic's folder"
	}
	return "review the words in the window and approve them, then try again"
}

// ClinicOrder says that a text of the clinic's own, such as the way to a place, tells
// what to do with a medicine.
type ClinicOrder struct {
	Text  string
	Order string // the words that do
}

func (o *ClinicOrder) Error() string {
	return fmt.Sprintf("what the clinic says of itself tells what to do with a medicine (%q in %q)", o.Order, o.Text)
}

// Hint says what to do about it.
func (o *ClinicOrder) Hint() string { return "write something else in Settings, then print again" }

// clinicTexts are the clinic's own texts that this handout prints.
func (c *composer) clinicTexts() []string {
	facts := c.clinic.Facts
	texts := []string{facts.Name, facts.Address}
	if place, ok := facts.Place(c.visit.Place); ok {
		texts = append(texts, place.Name, place.Address, place.Directions)
	}
	if c.visit.Wants(visit.LanguageExtra) {
		texts = append(texts, facts.Notice)
	}
	return texts
}

// refusal is why a handout may not leave the desk, if it may not.
func (c *composer) refusal(in Input) error {
	if err := c.visit.CheckTexts(); err != nil {
		return err
	}
	for _, text := range c.clinicTexts() {
		if order := clinic.Order(text); order != "" {
			return &ClinicOrder{Text: text, Order: order}
		}
	}
	if in.Look || !c.notes.Refused {
		return nil
	}
	return &NotApproved{Language: c.language, Unknown: !c.clinic.Known(), Due: c.notes.SignOff.Next}
}
