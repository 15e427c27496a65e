package handout

import (
	"fmt"

	"deskleaf/app/clinic"
)

// NotApproved says that this clinic hands out approved words only, and that
// nobody approved these.
type NotApproved struct {
	Language string
	Unknown  bool // the approvals cannot be read now: the clinic's folder is away
}

func (n *NotApproved) Error() string {
	if n.Unknown {
		return "this clinic hands out approved words only, and its approvals cannot be read now, because its folder is away"
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

// refusal is why a handout may not leave the desk, if it may not.
func (c *composer) refusal(in Input) error {
	if err := c.visit.CheckTexts(); err != nil {
		return err
	}
	if in.Look || !c.notes.Refused {
		return nil
	}
	return &NotApproved{Language: c.language, Unknown: c.clinic.Away != clinic.Here}
}
