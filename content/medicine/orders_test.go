package medicine

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// corpus reads the sentences of a file of testdata, with the line of each.
func corpus(t testing.TB, name string) map[int]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	sentences := map[int]string{}
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		text, err := strconv.Unquote(`"` + strings.ReplaceAll(line, `"`, `\"`) + `"`)
		if err != nil {
			t.Fatalf("%s:%d: %v", name, i+1, err)
		}
		sentences[i+1] = text
	}
	return sentences
}

func TestNoBadSentencePasses(t *testing.T) {
	for _, name := range []string{"bad-en.txt", "bad-es.txt"} {
		for line, text := range corpus(t, name) {
			if len(Orders(text)) == 0 {
				t.Errorf("%s:%d: passes: %s", name, line, text)
			}
		}
	}
}

func TestNoGoodSentenceIsRefused(t *testing.T) {
	for _, name := range []string{"good-en.txt", "good-es.txt"} {
		for line, text := range corpus(t, name) {
			for _, o := range Orders(text) {
				t.Errorf("%s:%d: refused for %q about %q: %s", name, line, o.Words, o.Medicine, text)
			}
		}
	}
}

// A name that the lint does not know lets every order about it pass.
func TestNamesOfMedicines(t *testing.T) {
	known := 0
	for _, line := range corpus(t, "names.txt") {
		for _, name := range strings.Fields(line) {
			if len(Mentions(name)) == 0 {
				t.Errorf("%s is not known", name)
			}
			known++
		}
	}
	if known < 400 {
		t.Errorf("only %d names", known)
	}
}

// What is no medicine to anybody must not be taken for one.
func TestOrdinaryWordsAreNoMedicine(t *testing.T) {
	for _, text := range []string{
		"Bring your ID, insurance card, and a friend.", "April is fine.", "Drink clear liquids: water, apple juice, broth, tea.", "A light meal: toast and soup.",
		"Nothing after midnight.", "Maria Delgado, (217) 555-0142", "María de los Remedios", "Tom Bayer", "Allegra Smith", "MiraLAX and Gatorade", "GoLYTELY", "SUPREP kit",
		"Wear loose pants. Leave jewelry at home.", "Numbing medicine goes in.", "The dye shows the spot.", "Iron Mountain clinic",
		"Traiga su identificación y a un amigo.", "Una comida ligera: pan tostado y sopa.", "Agua, jugo de manzana, caldo, té.", "Dolores Soto", "6 horas antes",
	} {
		for _, m := range Mentions(text) {
			t.Errorf("%q is taken for a medicine in %q", m.Words, text)
		}
	}
}
