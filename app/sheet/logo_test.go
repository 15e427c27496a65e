package sheet

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

// shades is a picture with every lightness in it.
func shades(w, h int) *image.NRGBA {
	p := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			p.SetNRGBA(x, y, color.NRGBA{uint8(x * 255 / w), uint8(y * 255 / h), 90, 255})
		}
	}
	return p
}

func testLogo(t testing.TB, w, h int) []byte {
	t.Helper()
	made, err := Logo(pngOf(t, shades(w, h)))
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func pngOf(t testing.TB, p image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t testing.TB, p image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, p, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// cmykJPEG is the least JPEG in four colors, as print shops send them: 8 by 8
// pixels, every coefficient zero.
func cmykJPEG() []byte {
	b := []byte{0xff, 0xd8, 0xff, 0xdb, 0, 67, 0}
	b = append(b, bytes.Repeat([]byte{1}, 64)...)
	b = append(b, "\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00"...)
	b = append(b, 0xff, 0xc0, 0, 20, 8, 0, 8, 0, 8, 4)
	for id := range byte(4) {
		b = append(b, id+1, 0x11, 0)
	}
	for _, class := range []byte{0x00, 0x10} { // one code in each table: no difference, end of block
		b = append(b, 0xff, 0xc4, 0, 20, class, 1)
		b = append(b, make([]byte, 16)...)
	}
	b = append(b, 0xff, 0xda, 0, 14, 4)
	for id := range byte(4) {
		b = append(b, id+1, 0)
	}
	return append(b, 0, 63, 0, 0x00, 0xff, 0xd9)
}

func gifOf(t testing.TB, p image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := gif.Encode(&b, p, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLogosOfEveryKindBecomeOpaquePNG(t *testing.T) {
	deep := image.NewNRGBA64(image.Rect(0, 0, 40, 30))
	clear := image.NewNRGBA(image.Rect(0, 0, 40, 30))
	tests := map[string]struct {
		data []byte
		size image.Point
	}{
		"png":            {pngOf(t, shades(40, 30)), image.Pt(40, 30)},
		"png of 16 bits": {pngOf(t, deep), image.Pt(40, 30)},
		"transparent":    {pngOf(t, clear), image.Pt(40, 30)},
		"gray":           {pngOf(t, image.NewGray(image.Rect(0, 0, 40, 30))), image.Pt(40, 30)},
		"jpeg":           {jpegOf(t, shades(40, 30)), image.Pt(40, 30)},
		"jpeg for print": {cmykJPEG(), image.Pt(8, 8)},
		"gif":            {gifOf(t, shades(40, 30)), image.Pt(40, 30)},
		"large":          {pngOf(t, shades(1800, 900)), image.Pt(600, 300)},
		"a thin line":    {pngOf(t, shades(3000, 1)), image.Pt(600, 1)},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			made, err := Logo(tt.data)
			if err != nil {
				t.Fatal(err)
			}
			p, err := png.Decode(bytes.NewReader(made))
			if err != nil {
				t.Fatal(err)
			}
			if p.Bounds().Size() != tt.size {
				t.Errorf("size %v, want %v", p.Bounds().Size(), tt.size)
			}
			const rgb8, plain = "\x08\x02", 0
			if string(made[24:26]) != rgb8 || made[28] != plain {
				t.Errorf("header %x: want 8 bits, RGB, not interlaced", made[24:29])
			}
		})
	}
}

func TestTransparentLogosStandOnWhite(t *testing.T) {
	made, err := Logo(pngOf(t, image.NewNRGBA(image.Rect(0, 0, 4, 4))))
	if err != nil {
		t.Fatal(err)
	}
	p, err := png.Decode(bytes.NewReader(made))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, _ := p.At(2, 2).RGBA(); r+g+b != 3*0xffff {
		t.Errorf("not white: %v", p.At(2, 2))
	}
}

// claiming is a PNG header that claims a size, with nothing behind it.
func claiming(w, h uint32) []byte {
	b := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR")
	b = binary.BigEndian.AppendUint32(b, w)
	b = binary.BigEndian.AppendUint32(b, h)
	b = append(b, 8, 2, 0, 0, 0)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[12:]))
}

func TestBadLogosAreRefusedInWords(t *testing.T) {
	whole := pngOf(t, shades(300, 300))
	tests := map[string]struct {
		data []byte
		says string
	}{
		"no picture":           {[]byte("hello"), "no picture"},
		"nothing":              {nil, "no picture"},
		"cut short":            {whole[:len(whole)/2], "damaged, cut short"},
		"cut in the header":    {whole[:20], "no picture"},
		"10,000 x 10,000":      {claiming(10_000, 10_000), "too many for a logo"},
		"100,000 wide":         {claiming(100_000, 2), "100000 x 2 pixels"},
		"an empty one":         {claiming(0, 0), "no picture"},
		"a file of over 10 MB": {make([]byte, 11<<20), "11 MB"},
		"a PDF":                {[]byte("%PDF-1.7\n"), "no picture"},
		"half a JPEG":          {jpegOf(t, shades(300, 300))[:400], "no picture"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			made, err := Logo(tt.data)
			if err == nil || made != nil {
				t.Fatal("no error")
			}
			if !strings.Contains(err.Error(), tt.says) {
				t.Errorf("says %q, want %q in it", err, tt.says)
			}
		})
	}
}

func TestABadLogoLeavesTheLetterAndIsReported(t *testing.T) {
	s := sample()
	s.Letterhead.Logo = []byte("no picture")
	p := paginate(t, s)
	if p.LogoTrouble == nil {
		t.Error("nothing is said of it")
	}
	if !strings.Contains(textOf(p.List[0].Ops), "yet R Riverside") {
		t.Errorf("the letter does not stand for it: %.120s", textOf(p.List[0].Ops))
	}
}

func FuzzLogo(f *testing.F) {
	f.Add(pngOf(f, shades(8, 8)))
	f.Add(jpegOf(f, shades(8, 8)))
	f.Add(gifOf(f, shades(8, 8)))
	f.Fuzz(func(t *testing.T, data []byte) {
		made, err := Logo(data)
		if (made == nil) == (err == nil) {
			t.Errorf("made %d bytes and error %v", len(made), err)
		}
	})
}
