package pack_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	"deskleaf/app/pack"
	"deskleaf/app/store"
)

// The environment of a process that installs one library after the other until it is
// killed.
const (
	killedRoot = "DESKLEAF_TEST_LIBRARY"
	killedKey  = "DESKLEAF_TEST_KEY"
	killedFrom = "DESKLEAF_TEST_PACKS"
)

// TestInstalling is that process.
func TestInstalling(t *testing.T) {
	root := os.Getenv(killedRoot)
	if root == "" {
		t.Skip("only TestKills runs this")
	}
	key, err := pack.ReadKey(os.Getenv(killedKey))
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(os.Getenv(killedFrom), "*"+pack.Ending))
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("installing")
	for {
		for _, name := range names {
			p, err := pack.OpenFile(store.OS{}, name, key)
			if err != nil {
				t.Fatal(err)
			}
			if err := p.Install(store.OS{}, root, true, func(string) error { return nil }); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestKills kills an installing process at random moments, each time over what the
// last one left: a library is in use all the time, whole. DESKLEAF_KILLS says how
// often.
func TestKills(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("under Wine, what a killed process leaves behind holds the test's own output open")
	}
	kills := 10
	if n, err := strconv.Atoi(os.Getenv("DESKLEAF_KILLS")); err == nil {
		kills = n
	}
	k, from, packs, root := newKeys(t), folder(t), t.TempDir(), filepath.Join(t.TempDir(), "library")
	var known []string
	for n := range 3 {
		write(t, from, map[string]string{"clinic.yaml": fmt.Sprintf("format: 1\nname: Clinic %d\n", n)})
		data := made(t, k, from, noon.Add(time.Duration(n)*time.Hour))
		write(t, packs, map[string]string{fmt.Sprintf("%d%s", n, pack.Ending): string(data)})
		known = append(known, opened(t, data, k).Made)
	}
	if err := opened(t, made(t, k, from, noon), k).Install(store.OS{}, root, false, pack.Check); err != nil {
		t.Fatal(err)
	}
	seed := uint64(time.Now().UnixNano())
	chance := rand.New(rand.NewPCG(seed, 0))
	for n := range kills {
		cmd := exec.Command(os.Args[0], "-test.run=^TestInstalling$")
		cmd.Env = append(os.Environ(), killedRoot+"="+root, killedKey+"="+string(k.public), killedFrom+"="+packs)
		out, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		begun := make([]byte, len("installing"))
		if _, err := io.ReadFull(out, begun); err != nil || string(begun) != "installing" {
			t.Fatalf("the process says %q, %v", begun, err)
		}
		<-time.After(time.Duration(chance.IntN(int(60 * time.Millisecond))))
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // it was killed
		if there, i, err := (pack.Place{Root: root, Key: k.trusted(t)}).Current(store.OS{}); err != nil || there == "" || !slices.Contains(known, i.Made) {
			t.Fatalf("after kill %d (seed %d): %q, %+v, %v", n+1, seed, there, i, err)
		}
	}
}
