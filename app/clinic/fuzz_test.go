package clinic

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"deskleaf/app/store"
)

// FuzzOpen opens a clinic whose file holds anything: it opens, it tells what is
// wrong or reads it, and what stood in the file is still in the folder, under its
// own name or set aside.
func FuzzOpen(f *testing.F) {
	for i, text := range []string{
		"format: 1\nname: Riverside\nphones:\n  day: (217) 555-0142\nplaces:\n- id: main\n  name: Main Street\n  arrive: 20\n",
		"format: 1\nclinic:\n  drive-wait: 24 hours\nplaces:\n  main:\n    drive-wait/en: ask us\n",
		"format: 1\nsignoffs:\n- procedure: colonoscopy\n  language: es\n  date: 2026-12-10\n",
		"format: 99\nname: of a newer program\n",
		"name: [",
		"logo: ../../etc/passwd\n",
	} {
		f.Add(uint8(i), []byte(text))
	}
	names := []string{factsFile, answersFile, signOffsFile, schedulesFile}
	f.Fuzz(func(t *testing.T, which uint8, text []byte) {
		folder := t.TempDir()
		name := names[int(which)%len(names)]
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o600); err != nil {
			t.Fatal(err)
		}
		first := Open(store.OS{}, folder)
		kept := false
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			there, err := os.ReadFile(filepath.Join(folder, entry.Name()))
			kept = kept || err == nil && bytes.Equal(there, text)
		}
		if !kept {
			t.Fatalf("%s held %q, which is gone; told were %q", name, text, first.Notices)
		}
		if len(first.Notices) == 0 {
			if again := Open(store.OS{}, folder); len(again.Notices) != 0 {
				t.Fatalf("nothing was wrong at first, and then: %q", again.Notices)
			}
		}
	})
}
