package sheet

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/gif"
	_ "image/jpeg"
	"image/png"
	"sync"

	"golang.org/x/image/draw"
)

// What a logo may be. The bounds are read from the picture's header, before
// room is made for what it claims to hold.
const (
	logoBytes  = 10 << 20
	logoEdge   = 10_000
	logoPixels = 40_000_000
	logoKept   = 600 // the longer side of what is kept, in pixels
)

// Logo makes a picture file (PNG, JPEG or GIF) into what a letterhead prints: an
// opaque RGB picture in PNG of at most 600 pixels a side, on white. Its errors
// are sentences for the person who chose the file.
func Logo(data []byte) (made []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			made, err = nil, errors.New("this picture is damaged: open it in a drawing program and save it again as PNG")
		}
	}()
	if len(data) > logoBytes {
		return nil, fmt.Errorf("this file has %d MB, and a logo may have 10: save it smaller", len(data)>>20)
	}
	head, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, errors.New("this is no picture that can be read: choose a PNG, JPEG or GIF file")
	}
	if err := sane(head.Width, head.Height); err != nil {
		return nil, err
	}
	from, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("this %s file is damaged, cut short, or of a rare kind: save it again as PNG", kind)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, flatten(from)); err != nil {
		return nil, fmt.Errorf("keep the logo as PNG: %w", err)
	}
	return b.Bytes(), nil
}

func sane(w, h int) error {
	switch {
	case w < 1 || h < 1:
		return errors.New("this picture is empty")
	case w > logoEdge || h > logoEdge || w*h > logoPixels:
		return fmt.Errorf("this picture has %d x %d pixels, too many for a logo: save it with at most 2000 a side", w, h)
	}
	return nil
}

// flatten scales a picture onto white.
func flatten(from image.Image) *image.RGBA {
	size := from.Bounds().Size()
	if most := max(size.X, size.Y); most > logoKept {
		size = image.Pt(max(1, size.X*logoKept/most), max(1, size.Y*logoKept/most))
	}
	to := image.NewRGBA(image.Rectangle{Max: size})
	draw.Draw(to, to.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	if size == from.Bounds().Size() {
		draw.Draw(to, to.Bounds(), from, from.Bounds().Min, draw.Over)
	} else {
		draw.CatmullRom.Scale(to, to.Bounds(), from, from.Bounds(), draw.Over, nil)
	}
	return to
}

// A logoSize is a logo ready to draw.
type logoSize struct {
	png   []byte
	image image.Image
	w, h  float64
}

// fit is the size of the logo within bounds, its sides in proportion.
func (l *logoSize) fit(w, h float64) (float64, float64) {
	scale := min(w/l.w, h/l.h)
	return l.w * scale, l.h * scale
}

// lastLogo remembers the one logo that a clinic has, so that it is decoded once.
var lastLogo struct {
	sync.Mutex
	sum  [sha256.Size]byte
	logo *logoSize
	err  error
}

// readLogo makes a letterhead's logo ready; nil for none.
func readLogo(data []byte) (*logoSize, error) {
	if len(data) == 0 {
		return nil, nil
	}
	last := &lastLogo
	last.Lock()
	defer last.Unlock()
	if sum := sha256.Sum256(data); sum != last.sum {
		last.sum = sum
		last.logo, last.err = openLogo(data)
	}
	return last.logo, last.err
}

func openLogo(data []byte) (*logoSize, error) {
	made, err := Logo(data)
	if err != nil {
		return nil, err
	}
	picture, err := png.Decode(bytes.NewReader(made))
	if err != nil {
		return nil, fmt.Errorf("read the letterhead's logo: %w", err)
	}
	size := picture.Bounds().Size()
	return &logoSize{png: made, image: picture, w: float64(size.X), h: float64(size.Y)}, nil
}
