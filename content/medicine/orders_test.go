package medicine

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// corpus reads the sentences of a file of testdata, with the line of each.
func corpus(t testing.TB, name string) map[int]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	sentences := map[int]string{}
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		text, err := strconv.Unquote(`"` + strings.ReplaceAll(line, `"`, `\"`) + `"`)
		if err != nil {
			t.Fatalf("%s:%d: %v", name, i+1, err)
		}
		sentences[i+1] = text
	}
	return sentences
}

func TestNoBadSentencePasses(t *testing.T) {
	for _, name := range []string{"bad-en.txt", "bad-es.txt"} {
		for line, text := range corpus(t, name) {
			if len(Orders(text)) == 0 {
				t.Errorf("%s:%d: passes: %s", name, line, text)
			}
		}
	}
}

func TestNoGoodSentenceIsRefused(t *testing.T) {
	for _, name := range []string{"good-en.txt", "good-es.txt"} {
		for line, text := range corpus(t, name) {
			for _, o := range Orders(text) {
				t.Errorf("%s:%d: refused for %q about %q: %s", name, line, o.Words, o.Medicine, text)
			}
		}
	}
}
