package assets

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
)

// languages holds a line in each language that the type must be able to set:
// the letters that its words use beyond English.
var languages = map[string]string{
	"signs":          "0123456789 $–—“”‘’…·→×½°©®",
	"Spanish":        "áéíóúüñ¿¡ÁÉÍÓÚÜÑ",
	"Haitian Creole": "èòàÈÒÀ",
	"Tagalog":        "ñÑáâàéêè",
	"Vietnamese":     "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
	"Polish":         "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
	"Russian":        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
	"Greek":          "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ",
}

func TestFontsSetEveryLanguage(t *testing.T) {
	for name, data := range map[string][]byte{"regular": Regular(), "bold": Bold()} {
		f, err := sfnt.Parse(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var b sfnt.Buffer
		for language, letters := range languages {
			for _, r := range letters {
				if g, err := f.GlyphIndex(&b, r); err != nil || g == 0 {
					t.Errorf("%s has no %q, for %s", name, r, language)
				}
			}
		}
	}
}

// TestTheOtherFontHasWhatTheFirstLacks: the letters of names, in both weights, and
// nothing that would be set wrong letter by letter.
func TestTheOtherFontHasWhatTheFirstLacks(t *testing.T) {
	const has, not = "ԱՂազյ აბნო ƘƙƴȤ ℃☎⚠", "aé عשहไ中한\u0301\u202e"
	for name, data := range map[string][]byte{"regular": OtherRegular(), "bold": OtherBold()} {
		f, err := sfnt.Parse(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var b sfnt.Buffer
		for _, r := range has + not {
			want := strings.ContainsRune(has, r)
			if g, err := f.GlyphIndex(&b, r); err != nil || (g != 0) != want {
				t.Errorf("%s: %q is glyph %d (%v), want any: %v", name, r, g, err, want)
			}
		}
	}
}

func TestFontsAreTheCallersOwn(t *testing.T) {
	mine := Regular()
	mine[0] ^= 0xff
	if bytes.Equal(mine, Regular()) {
		t.Error("what one caller writes reaches the next")
	}
}

func TestIconIsAPicture(t *testing.T) {
	img, err := png.Decode(bytes.NewReader(Icon()))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 512 || b.Dy() != 512 {
		t.Errorf("the icon is %v, not 512 by 512", b)
	}
	if _, _, _, a := img.At(0, 0).RGBA(); a != 0 {
		t.Error("the corner of the icon is not clear")
	}
}
