// Package file reads and writes the YAML files that people edit by hand: the
// procedures, the clinic's own facts, the settings of this desk. It knows
// nothing of what stands in them; it fills any Go struct whose fields carry
// `yaml:"key"`.
//
// # Reading
//
// [Read] never stops at the first mistake. It returns every [Complaint] of a
// file at once, each with line, column, the line itself with a caret below, and
// a hint at what was probably meant, in words for somebody who does not know
// YAML. What could be read is filled in; what could not keeps its former value.
// Where the YAML itself is broken, only the top-level key that holds the break
// is left out, and the others are still checked.
//
// The file is parsed into nodes, and a decoder of our own fills the struct. So
// the field's type decides how text is read: in a string field, no, 08:00, 1e3
// and 2026-12-10 are that text, exactly as written. What makes YAML surprising
// or dangerous is refused: anchors, aliases, merge keys, tags, keys that are not
// text, several documents, nesting over 40, files over 1 MiB.
//
// Field tags are `yaml:"key"` with these words after commas:
//
//	need       the key must be there and have a value
//	omitempty  a zero value is not written
//	inline     the fields of this struct stand among its parent's
//
// A field without a tag, or with "-", is not in the file. Types that implement
// [encoding.TextUnmarshaler] read their own text; their error becomes the
// complaint. If that error has a method Column() int, the caret stands so many
// bytes into the text, and if it has Hint() string, that is the hint.
//
// # Later checks
//
// A [Document] keeps the places of all values, so that a check that runs on the
// filled struct can point into the file: [Document.Complain] takes a path such
// as steps[3].icon.
//
// # Writing
//
// [Write] makes a new file. [Document.Update] changes an existing one: only the
// text of what changed is replaced, so that comments, order, blank lines and
// quotes of all the rest stay as the author left them, to the byte.
//
// A file's top-level key "format" counts the versions of its layout.
// [CheckFormat] tells a file that a newer program wrote ([Newer]), which the
// caller leaves alone.
package file
