package installed

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// unpacked is the portable folder, which holds the very programs that the setup and the installer bring.
func unpacked(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	run(t, "unzip", "-q", portableFile(), "-d", folder)
	return filepath.Join(folder, "Deskleaf")
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// TestChecksums: every file that is handed out is in the list, and is what the list says.
func TestChecksums(t *testing.T) {
	list := string(read(t, filepath.Join(dist, "SHA256SUMS")))
	for _, file := range handedOut() {
		if !strings.Contains(list, "  "+filepath.Base(file)+"\n") {
			t.Errorf("SHA256SUMS does not list %s", filepath.Base(file))
		}
	}
	check := exec.Command("sha256sum", "--check", "--strict", "SHA256SUMS")
	check.Dir = dist
	if said, err := check.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, said)
	}
}

// TestProgramFiles: Windows is told the icon, the version and the way of each program, and finds no folder of the
// machine that built it.
func TestProgramFiles(t *testing.T) {
	folder := unpacked(t)
	here, err := filepath.Abs(top)
	if err != nil {
		t.Fatal(err)
	}
	modules := strings.TrimSpace(run(t, "go", "env", "GOMODCACHE"))
	for _, name := range []string{"deskleaf.exe", "deskleaf-cli.exe"} {
		file := filepath.Join(folder, name)
		program := read(t, file)
		for _, leak := range []string{here, modules} {
			if bytes.Contains(program, []byte(leak)) {
				t.Errorf("%s names a folder of this machine: %s", name, leak)
			}
		}
		for what, want := range map[string]string{
			"a manifest for each monitor's scale": "permonitorv2",
			"a manifest for Windows 10":           "8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a",
			"its version":                         wide("FileVersion"),
			"its own name":                        wide(name),
		} {
			if !bytes.Contains(program, []byte(want)) {
				t.Errorf("%s has not %s", name, what)
			}
		}
		resources := run(t, "wrestool", "--list", "--type=icon", file)
		if sizes := strings.Count(resources, "--type=3 "); sizes != 9 {
			t.Errorf("%s has its icon in %d sizes, not 9", name, sizes)
		}
	}
	if imports := run(t, "x86_64-w64-mingw32-objdump", "-p", filepath.Join(folder, "deskleaf.exe")); strings.Contains(strings.ToLower(imports), "dll name: opengl32") {
		t.Error("deskleaf.exe loads Windows's OpenGL at its start, so that it cannot choose Mesa's")
	}
}

// wide is a text as Windows keeps it in a program's resources.
func wide(text string) string {
	var w strings.Builder
	for _, letter := range []byte(text) {
		w.WriteByte(letter)
		w.WriteByte(0)
	}
	return w.String()
}

// TestLicenses: what the programs themselves say they are made of is in the text that goes with them, and so are the
// pieces that are no Go modules.
func TestLicenses(t *testing.T) {
	folder := unpacked(t)
	debian := t.TempDir()
	run(t, "dpkg-deb", "--extract", debianFile(), debian)
	tests := []struct{ program, text string }{
		{filepath.Join(folder, "deskleaf.exe"), filepath.Join(folder, "THIRD-PARTY.txt")},
		{filepath.Join(folder, "deskleaf-cli.exe"), filepath.Join(folder, "THIRD-PARTY.txt")},
		{filepath.Join(debian, "usr/bin/deskleaf"), filepath.Join(debian, "usr/share/doc/deskleaf/copyright")},
	}
	for _, test := range tests {
		text := string(read(t, test.text))
		for _, module := range modules(t, test.program) {
			if !strings.Contains(text, module) {
				t.Errorf("the licenses beside %s do not name %s", filepath.Base(test.program), module)
			}
		}
		for _, want := range []string{"SIL OPEN FONT LICENSE", "DejaVu Sans", "Material Design Icons", "healthicons", "Go, its standard library"} {
			if !strings.Contains(text, want) {
				t.Errorf("the licenses beside %s lack %q", filepath.Base(test.program), want)
			}
		}
	}
	windows := string(read(t, filepath.Join(folder, "THIRD-PARTY.txt")))
	for _, want := range []string{"Mesa, its software OpenGL", "mingw-w64, the C runtime", "GCC Runtime Library Exception"} {
		if !strings.Contains(windows, want) {
			t.Errorf("the licenses for Windows lack %q", want)
		}
	}
}

// modules are those that a program says it is made of, each as "path version".
func modules(t *testing.T, program string) []string {
	t.Helper()
	var modules []string
	for line := range strings.Lines(run(t, "go", "version", "-m", program)) {
		if words := strings.Fields(line); len(words) >= 3 && words[0] == "dep" {
			modules = append(modules, words[1]+" "+words[2])
		}
	}
	if len(modules) < 4 {
		t.Fatalf("%s says that it is made of %d modules, which cannot be", program, len(modules))
	}
	return modules
}

// TestBills: a bill of materials names the modules that the program says it is made of, no others, and the pieces that
// are no modules.
func TestBills(t *testing.T) {
	debian := t.TempDir()
	run(t, "dpkg-deb", "--extract", debianFile(), debian)
	pieces := []string{"Source Sans 3 (the typeface)", "DejaVu Sans (letters that the typeface lacks)", "Material Design Icons", "healthicons"}
	tests := []struct {
		program, file string
		pieces        []string
	}{
		{filepath.Join(unpacked(t), "deskleaf.exe"), billFile("windows"), append([]string{"Mesa, its software OpenGL", "mingw-w64, the C runtime", "GCC's runtime libraries"}, pieces...)},
		{filepath.Join(debian, "usr/bin/deskleaf"), billFile("linux"), pieces},
	}
	for _, test := range tests {
		var bill struct {
			BOMFormat string
			Metadata  struct {
				Component struct{ Name, Version string }
			}
			Components []struct{ Name, Version string }
		}
		if err := json.Unmarshal(read(t, test.file), &bill); err != nil {
			t.Fatalf("%s: %v", test.file, err)
		}
		if about := bill.Metadata.Component; bill.BOMFormat != "CycloneDX" || about.Name != "deskleaf" || about.Version != "v"+version {
			t.Errorf("%s is a %s bill of %s %s", test.file, bill.BOMFormat, about.Name, about.Version)
		}
		var named []string
		for _, component := range bill.Components {
			if component.Name != "std" {
				named = append(named, strings.TrimSpace(component.Name+" "+component.Version))
			}
		}
		want := append(modules(t, test.program), test.pieces...)
		slices.Sort(named)
		slices.Sort(want)
		if !slices.Equal(named, want) {
			t.Errorf("%s names\n\t%s\nwant\n\t%s", test.file, strings.Join(named, "\n\t"), strings.Join(want, "\n\t"))
		}
	}
}

// TestSigning signs a program with a key made for it: the signature holds, and does not when a byte is changed. Without a
// key nothing is signed, and that is said.
func TestSigning(t *testing.T) {
	folder := t.TempDir()
	key, cert := filepath.Join(folder, "key.pem"), filepath.Join(folder, "cert.pem")
	run(t, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Deskleaf test",
		"-addext", "extendedKeyUsage=codeSigning", "-keyout", key, "-out", cert)
	script, err := filepath.Abs(filepath.Join(top, ".ci/sign"))
	if err != nil {
		t.Fatal(err)
	}
	sign := func(args ...string) string {
		cmd := exec.Command(script, args...)
		cmd.Env = append(os.Environ(), "DESKLEAF_SIGN_KEY="+key, "DESKLEAF_SIGN_CERT="+cert, "DESKLEAF_SIGN_ROOTS="+cert)
		said, err := cmd.CombinedOutput()
		if err != nil {
			t.Errorf("sign %v: %v\n%s", args, err, said)
		}
		return string(said)
	}
	for _, from := range []string{setupFile(), installerFile(), filepath.Join(unpacked(t), "deskleaf-cli.exe")} {
		file := filepath.Join(folder, filepath.Base(from))
		run(t, "cp", from, file)
		sign(file)
		run(t, "osslsigncode", "verify", "-CAfile", cert, "-in", file)
		program := read(t, file)
		program[len(program)/2] ^= 1
		if err := os.WriteFile(file, program, 0o600); err != nil {
			t.Fatal(err)
		}
		if said, err := exec.Command("osslsigncode", "verify", "-CAfile", cert, "-in", file).CombinedOutput(); err == nil {
			t.Errorf("%s was changed, and its signature still holds:\n%s", filepath.Base(file), said)
		}
	}
	if said := sign("--why"); strings.Contains(said, "NOT SIGNED") {
		t.Errorf("with a key it says %q", said)
	}
	cmd := exec.Command(script, "--why")
	cmd.Env = []string{"PATH=" + os.Getenv("PATH")}
	if said, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(said), "NOT SIGNED") {
		t.Errorf("without a key it says %q, %v", said, err)
	}
}
