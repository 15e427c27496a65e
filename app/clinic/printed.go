package clinic

import (
	"fmt"

	"deskleaf/app/store"
	"deskleaf/content/medicine"
)

// Order is the first words of a text that tell what to do with a medicine; "" where
// there are none. What a clinic says of itself is held to it wherever it prints.
func Order(text string) string {
	if orders := medicine.Orders(text); len(orders) > 0 {
		return orders[0].Words
	}
	return ""
}

// judgeFacts tells which of the clinic's own texts keep the pages that they stand on
// from printing.
func (c *Clinic) judgeFacts() {
	judge := func(what, text string) {
		if order := Order(text); order != "" {
			c.Notices = append(c.Notices, store.Notice{
				Key: "fact", Pairs: []any{"file", factsFile, "order", order},
				English: fmt.Sprintf("%s in %s tells what to do with a medicine (%q), so no page with it prints. Write something else in Settings.", what, factsFile, order),
			})
		}
	}
	judge("The clinic's name", c.Facts.Name)
	judge("The clinic's address", c.Facts.Address)
	judge("The language notice", c.Facts.Notice)
	for _, p := range c.Facts.Places {
		judge("The name of the place "+p.ID, p.Name)
		judge("The address of the place "+p.ID, p.Address)
		judge("How to find the place "+p.ID, p.Directions)
	}
}
