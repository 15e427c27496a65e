package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deskleaf/app/clinic"
	"deskleaf/app/desk"
	"deskleaf/app/store"
)

// What goes wrong at the start is told in the window's language.
func TestStartIsToldInSpanish(t *testing.T) {
	write := func(folder, name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, test := range map[string]struct {
		damage func(folder string)
		want   []string
	}{
		"damaged": {func(folder string) {
			write(folder, "clinic.yaml", "name: [\n")
			write(folder, "answers.yaml", "clinic: {eating-plan/es: stop your insulin}\n")
		}, []string{"clinic.yaml no se pudo usar. Se apartó como clinic.yaml.damaged-1"}},
		"newer": {func(folder string) { write(folder, "signoffs.yaml", "format: 99\n") }, []string{"Un Deskleaf más nuevo escribió signoffs.yaml"}},
		"the last good one": {func(folder string) {
			write(folder, "clinic.yaml", "name: [\n")
			write(folder, "clinic.yaml.last-good", "name: A\nlogo: none.png\n")
		}, []string{"se usa la última versión buena", "El logotipo none.png no se puede leer"}},
		"an answer": {func(folder string) { write(folder, "answers.yaml", "clinic: {eating-plan/es: stop your insulin}\n") }, []string{"La respuesta «stop your insulin» a «eating-plan» en answers.yaml no se imprime"}},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			test.damage(folder)
			tr := try(t, 1366, 700, inSpanish, func(d *Deps) {
				d.Clinic = func(desk.Desk) clinic.Clinic { return clinic.Open(store.OS{}, folder) }
				d.Notices = []store.Notice{{Key: "machine.unread", English: "The settings for this computer cannot be read."}}
			})
			says := bands(tr)
			for _, want := range append(test.want, "La configuración de esta computadora no se puede leer") {
				if !strings.Contains(says, want) {
					t.Errorf("nothing says %q:\n%s", want, says)
				}
			}
			if strings.Contains(says, "could not") || strings.Contains(says, "cannot") {
				t.Errorf("it is told in English:\n%s", says)
			}
		})
	}
}
