package medicine

import "testing"

// A name with a slip of the keyboard in it is still one; an ordinary word that is near
// to one is none.
func TestNamesWithASlip(t *testing.T) {
	for _, word := range []string{"asprin", "aspirn", "apsirin", "ibuprofin", "warfrin", "coumadine", "steriods", "thiner", "anticuagulante", "pastilas", "aspirna"} {
		if len(Mentions(word)) == 0 {
			t.Errorf("%q is not known", word)
		}
	}
	for _, text := range []string{
		"Take the stairs, not the train stations.", "Leave the concert early.", "Stop at the tables.", "The creator of it", "No meditation needed.",
		"Hormone IUD", "DIU hormonal", "asteroid", "Ana Concerto", "Keep your dedication.",
	} {
		for _, m := range Mentions(text) {
			t.Errorf("%q is taken for a medicine in %q", m.Words, text)
		}
	}
}
