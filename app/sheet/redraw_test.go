package sheet

import (
	"bytes"
	"fmt"
	"image"
	"math/rand/v2"
	"testing"
)

// TestAPictureFromBeforeIsTheSamePicture holds what is taken over from the picture
// before a change to a picture that is drawn as a whole.
func TestAPictureFromBeforeIsTheSamePicture(t *testing.T) {
	changes := map[string]func(*Sheet){
		"nothing": func(*Sheet) {},
		"a letter": func(s *Sheet) {
			s.Parts[0].Blocks[0] = Title{Plainly("Get ready for your sacroiliac (SI) joint injections")}
		},
		"a line":   func(s *Sheet) { s.Parts[0].Blocks[0] = Title{Plainly("Get ready")} },
		"the foot": func(s *Sheet) { s.Foot.Text = "Deskleaf" },
		"stacked marks": func(s *Sheet) {
			s.Parts[0].Blocks[0] = Title{Plainly("Ậ̃ḗ́ Get ready for your sacroiliac (SI) joint")}
		},
		"the logo":  func(s *Sheet) { s.Letterhead.Logo = testLogo(t, 80, 80) },
		"the paper": func(s *Sheet) { s.Paper = A4 },
		"a part":    func(s *Sheet) { s.Parts = s.Parts[1:] },
	}
	for name, change := range changes {
		s := sample()
		change(&s)
		sameFrom(t, name, paginate(t, sample()), paginate(t, s))
		sameFrom(t, "without "+name, paginate(t, s), paginate(t, sample()))
	}
	for seed := range uint64(12) {
		before, after := randomSheet(seed), randomSheet(seed)
		after.Foot.Text += " x"
		r := roll{rand.New(rand.NewPCG(seed, 9))}
		for i := range after.Parts {
			last := len(after.Parts[i].Blocks) - 1
			after.Parts[i].Blocks[last] = Paragraph{Text: r.text(20)}
		}
		sameFrom(t, fmt.Sprint("random sheet ", seed), paginate(t, before), paginate(t, after))
	}
}

// sameFrom compares the pictures of pages with those that begin with the pictures of
// the pages before.
func sameFrom(t *testing.T, name string, before, after *Pages) {
	t.Helper()
	for _, dpi := range []float64{27.3, 60, 110} {
		for i := range after.List {
			got := after.PictureFrom(i, dpi, before, picture(before, i, dpi))
			if want := after.Picture(i, dpi); got.Rect != want.Rect || !bytes.Equal(got.Pix, want.Pix) {
				t.Errorf("%s: page %d at %v dots is another picture", name, i+1, dpi)
			}
		}
	}
}

// picture is the picture of a page, nil for one that there is not.
func picture(p *Pages, i int, dpi float64) image.Image {
	if i >= len(p.List) {
		return nil
	}
	return p.Picture(i, dpi)
}
