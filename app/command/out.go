package command

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"

	"deskleaf/app/sheet"
	"deskleaf/app/store"
)

// pictureDPI is the resolution of a .png: body text is easy to read on a screen.
const pictureDPI = 110

// wayOut is how to make what a file of that name holds.
func wayOut(name string) (func(*sheet.Pages) ([]byte, error), error) {
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case ext == ".pdf" || name == "-":
		return (*sheet.Pages).PDF, nil
	case ext == ".txt":
		return func(p *sheet.Pages) ([]byte, error) { return []byte(p.Plain()), nil }, nil
	case ext == ".png":
		return picture, nil
	default:
		return nil, misuse(fmt.Sprintf("%q does not say what to write", name), "name the file .pdf, .txt or .png")
	}
}

// picture draws all pages under one another.
func picture(p *sheet.Pages) ([]byte, error) {
	var all *image.RGBA
	for i := range p.List {
		one := p.Picture(i, pictureDPI)
		if all == nil {
			all = image.NewRGBA(image.Rect(0, 0, one.Rect.Dx(), one.Rect.Dy()*len(p.List)))
		}
		draw.Draw(all, one.Rect.Add(image.Pt(0, i*one.Rect.Dy())), one, image.Point{}, draw.Src)
	}
	var b bytes.Buffer
	err := png.Encode(&b, all)
	return b.Bytes(), err
}

// writeSheet lays a sheet out and writes it where -o said.
func (p *Program) writeSheet(out string, way func(*sheet.Pages) ([]byte, error), s sheet.Sheet) error {
	pages, err := sheet.Paginate(s)
	if err != nil {
		return failure("the pages could not be laid out: "+err.Error(), "")
	}
	data, err := way(pages)
	if err != nil {
		return failure("the pages could not be drawn: "+err.Error(), "")
	}
	return p.write(out, data)
}

// write puts data where -o said. The file is whole or not there at all.
func (p *Program) write(name string, data []byte) error {
	if name == "-" {
		_, err := p.Out.Write(data)
		return err
	}
	path, err := filepath.Abs(name)
	if err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return failure(fmt.Sprintf("%s is a folder", name), "name a file in it")
	}
	if err := store.Save(store.OS{}, path, data); err != nil {
		return saveFailure(name, err)
	}
	return nil
}

// saveFailure says why a file was not written and what to do.
func saveFailure(name string, err error) error {
	var known *store.Error
	if errors.As(err, &known) {
		return failure(known.Error(), known.Hint())
	}
	return failure(fmt.Sprintf("save %s: %v", name, err), "")
}
