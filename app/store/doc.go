// Package store keeps files that must not be lost: the clinic's facts, the
// desk's settings, the handouts that somebody saves.
//
// [Save] replaces a file so that after a crash, a pulled plug or a full disk the
// old file or the new one is there, whole. [SaveNew] does the same and never
// replaces. [SaveKeeping] keeps the version from before beside the file, as
// name.last-good, and [Load] comes back to it: a file that cannot be understood
// is set aside as name.damaged-1 (or -2, …), never deleted, and what happened
// stands in a [Report] for the person at the desk. A file that a newer program
// wrote is not touched.
//
// All go through [FS], the few calls that they need of a file system; [OS] is the
// real one. The package storetest records the calls and shows what any crash
// between them leaves.
//
// Errors are of type [*Error]: a [Reason] to decide by, and words that say what
// happened and what to do.
package store
