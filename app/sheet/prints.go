package sheet

// Prints reports whether every letter of some words is printed as it is, or by
// one that reads the same.
func Prints(words string) bool {
	fs, err := faces()
	if err != nil {
		return false
	}
	c := cleaner{faces: fs}
	c.clean(words)
	return len(c.complaints) == 0
}
