package history

import (
	"deskleaf/app/clinic"
	"deskleaf/app/handout"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/civil"
	"deskleaf/content/library"
)

// Approved are, by language, the last approved words of a procedure, as far as
// they were kept.
type Approved map[string]Edition

// ApprovedOf reads the last approved words of a procedure in all languages. They
// lie in the clinic's folder, perhaps on a share, so this is not for the window's
// thread.
func ApprovedOf(files store.FS, c *clinic.Clinic, procedure string) Approved {
	all := Approved{}
	for _, o := range c.SignOffs.List {
		if _, known := all[o.Language]; known || o.Procedure != procedure {
			continue
		}
		if e, ok := Last(files, c.Source(), c.SignOffs, procedure, o.Language); ok {
			all[o.Language] = e
		}
	}
	return all
}

// Prints is what a handout is made from in one language: the procedure and its
// words as they are, or the last approved ones, where the clinic has chosen that
// those go on printing until the new ones are approved. Staff's words are of the
// same steps, and none where there are no such. ok is false where there is nothing
// to print in that language.
func (a Approved) Prints(c *clinic.Clinic, book *library.Book, language string, today civil.Date) (in handout.Input, ok bool) {
	words, whole := book.In(language)
	kept, old := a[language]
	if c.Facts.LastApproved && old && (!whole || !stateOf(c, book, words, today).Approved()) {
		p := &kept.Procedure
		return handout.Input{Procedure: p, Words: &kept.Words, Staff: a.staff(book, p), Earlier: true}, true
	}
	if !whole {
		return handout.Input{}, false
	}
	staff, _ := book.In(library.BaseLanguage)
	return handout.Input{Procedure: &book.Procedure, Words: words, Staff: staff}, true
}

// staff are the words in the base language that tell the same facts.
func (a Approved) staff(book *library.Book, p *content.Procedure) *content.Words {
	if kept, ok := a[library.BaseLanguage]; ok && sameFacts(&kept.Procedure, p) {
		return &kept.Words
	}
	if words, ok := book.In(library.BaseLanguage); ok && sameFacts(&book.Procedure, p) {
		return words
	}
	return nil
}

func sameFacts(a, b *content.Procedure) bool {
	return content.Fingerprint(a, &content.Words{}) == content.Fingerprint(b, &content.Words{})
}

func stateOf(c *clinic.Clinic, book *library.Book, words *content.Words, today civil.Date) clinic.State {
	state, _ := c.SignOffs.State(book.Procedure.ID, words.Language, content.Fingerprint(&book.Procedure, words), today)
	return state
}
