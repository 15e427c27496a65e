package opengl

import (
	"bytes"
	"errors"
	"log"
	"testing"

	"fyne.io/fyne/v2"
)

func TestVersion(t *testing.T) {
	tests := []struct {
		name, text string
		enough     bool
	}{
		{"Windows without a driver", "1.1.0", false},
		{"a very old card", "1.5.0 - Build 7.14.10.4926", false},
		{"2.0", "2.0.6747 Compatibility Profile Context", false},
		{"the least that will do", "2.1.0 - Build 8.15.10.2702", true},
		{"3.0", "3.0 Mesa 20.1", true},
		{"today's", "4.6.0 NVIDIA 551.61", true},
		{"Mesa", "4.5 (Compatibility Profile) Mesa 22.3.6", true},
		{"two digits", "10.0", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v, err := parse(test.text)
			if err != nil {
				t.Fatal(err)
			}
			if v.enough() != test.enough {
				t.Errorf("%s is enough: %t, want %t", v, v.enough(), test.enough)
			}
		})
	}
	for _, text := range []string{"", "OpenGL ES 2.0", "4"} {
		if v, err := parse(text); err == nil {
			t.Errorf("%q was read as %s", text, v)
		}
	}
}

// TestListen: what Fyne says when it has no window is heard, and nothing else is.
func TestListen(t *testing.T) {
	var out bytes.Buffer
	heard := 0
	before := log.Writer()
	defer log.SetOutput(before)
	log.SetOutput(Listen(&out, func() { heard++ }))
	fyne.LogError("Failed to create fyne cache space", errors.New("no such folder"))
	if heard != 0 {
		t.Error("heard that there is no window where there is one")
	}
	fyne.LogError("window creation error", errors.New("WGL: the driver does not appear to support OpenGL"))
	if heard != 1 {
		t.Errorf("heard %d times that there is no window, not once", heard)
	}
	if !bytes.Contains(out.Bytes(), []byte("does not appear")) {
		t.Error("the log lacks what Fyne wrote")
	}
}
