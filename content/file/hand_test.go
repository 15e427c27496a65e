package file

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// A hand writes a tree as people do: other indents, quotes, brackets, comments
// and blank lines at will.
type hand struct {
	*rand.Rand
	b strings.Builder
}

func (h *hand) chance(percent int) bool { return h.IntN(100) < percent }

func (h *hand) pad(indent int) { h.b.WriteString(strings.Repeat(" ", indent)) }

// above puts blank lines and comments before an entry.
func (h *hand) above(indent int) {
	if h.chance(15) {
		h.b.WriteString("\n")
	}
	if h.chance(15) {
		h.pad(h.IntN(indent + 1))
		h.b.WriteString("# loose\n\n")
	}
	if h.chance(15) {
		h.pad(indent)
		h.b.WriteString("# above\n")
	}
}

// end ends a line, perhaps with a comment.
func (h *hand) end() {
	if h.chance(15) {
		h.b.WriteString("   # behind")
	}
	h.b.WriteString("\n")
}

// entries writes a block list or table at an indent.
func (h *hand) entries(t *tree, indent int, begun bool) {
	order := h.Perm(len(t.kids))
	if t.kind == list {
		for i := range order {
			order[i] = i
		}
	}
	for n, i := range order {
		if n > 0 || !begun {
			h.above(indent)
			h.pad(indent)
		}
		if t.kind == list {
			h.b.WriteString("-")
		} else {
			h.b.WriteString(quoteKey(t.keys[i]) + ":")
		}
		h.value(t.kids[i], indent, t.kind == list)
	}
}

// value writes what follows a key or a dash.
func (h *hand) value(t *tree, indent int, dash bool) {
	switch {
	case t.kind == scalar:
		h.scalar(t, indent)
	case len(t.kids) == 0 || h.chance(20) && !strings.Contains(t.flow(), "\n"):
		h.b.WriteString(" " + t.flow())
		h.end()
	case dash && h.chance(70):
		spaces := 1 + h.IntN(3)
		h.b.WriteString(strings.Repeat(" ", spaces))
		h.entries(t, indent+1+spaces, true)
	default:
		h.end()
		more := 1 + h.IntN(3)
		if t.kind == list && !dash && h.chance(30) {
			more = 0
		}
		h.entries(t, indent+more, false)
	}
}

// scalar writes text in one of the forms that it can have.
func (h *hand) scalar(t *tree, indent int) {
	plain := t.text != "" && !strings.ContainsAny(t.text, "'\n\t\\") && !strings.ContainsFunc(t.text, needsEscape)
	single := strings.HasPrefix(t.text, " ") || strings.HasSuffix(t.text, " ")
	switch _, lines, block := (&tree{text: t.text}).blockLines(); {
	case block && !t.typed:
		h.b.WriteString(" |-")
		if !strings.Contains(t.text, "\n") {
			lines = []string{t.text}
		}
		h.end()
		more := 1 + h.IntN(4)
		for _, line := range lines {
			h.pad(indent + more)
			h.b.WriteString(line + "\n")
		}
		return
	case !t.typed && plain && h.chance(30):
		h.b.WriteString("  '" + t.text + "'")
	case !t.typed && plain && !single && plainSafe(t.text) && strings.Contains(t.text, " ") && h.chance(40):
		first, rest, _ := strings.Cut(t.text, " ")
		h.b.WriteString(" " + first + "\n")
		h.pad(indent + 2)
		h.b.WriteString(rest)
	default:
		h.b.WriteString(" " + t.quote(false))
	}
	h.end()
}

// any is a sheet at random, of few words so that things repeat.
func (h *hand) any() sheet {
	word := func() string {
		words := []string{"one", "two words", "no", "08:00", "a: b", "x #1", "it's", "{blank}", "ñandú", "", "two\nlines", strings.TrimSpace(strings.Repeat("long ", 30)), "- a", "[", "\u2028", " spaced "}
		return words[h.IntN(len(words))]
	}
	list := func() (all []string) {
		for range h.IntN(4) {
			all = append(all, word())
		}
		return all
	}
	s := sheet{Base: base{ID: word()}, Title: word(), Done: h.chance(50), Room: uint8(h.IntN(3)), Why: list()}
	if h.chance(60) {
		s.Half = &half{"a", word() + "b"}
	}
	for i := range h.IntN(5) {
		st := step{ID: fmt.Sprint("step-", i), Icon: word(), Days: h.IntN(3)}
		if h.chance(30) {
			st.OnlyIf = map[string][]string{"sedation": append(list(), "x"), "prep": {word()}}
		}
		s.Steps = append(s.Steps, st)
	}
	h.Shuffle(len(s.Steps), func(i, j int) { s.Steps[i], s.Steps[j] = s.Steps[j], s.Steps[i] })
	for range h.IntN(4) {
		if s.Words == nil {
			s.Words = map[string]string{}
		}
		s.Words["k"+word()] = word()
	}
	if h.chance(40) {
		s.Extra = &step{ID: word()}
	}
	return s
}

// mixed takes some fields of one sheet and some of the other.
func (h *hand) mixed(a, b sheet) sheet {
	to, from := reflect.ValueOf(&a).Elem(), reflect.ValueOf(b)
	for i := range to.NumField() {
		if h.chance(40) {
			to.Field(i).Set(from.Field(i))
		}
	}
	if len(b.Steps) > 0 && len(a.Steps) > 0 && h.chance(50) {
		a.Steps = append(a.Steps[:len(a.Steps):len(a.Steps)], b.Steps[0])
		a.Steps[len(a.Steps)-1].ID = "step-new"
	}
	return a
}

// Files as people write them, changed at random: every change arrives, and none
// makes the file be written anew.
func TestUpdateOfRandomFiles(t *testing.T) {
	for seed := range uint64(500) {
		h := &hand{Rand: rand.New(rand.NewPCG(seed, 1))}
		old := h.any()
		before, err := plantRoot(old)
		if err != nil {
			t.Fatal(err)
		}
		h.entries(before, 0, false)
		text := h.b.String()
		if h.chance(30) {
			text = strings.TrimSuffix(text, "\n")
		}
		if h.chance(30) {
			text = strings.ReplaceAll(text, "\n", "\r\n")
		}
		var read sheet
		doc, complaints := Read("a.yaml", []byte(text), &read)
		if complaints.Err() != nil || !reflect.DeepEqual(old, read) {
			t.Fatalf("seed %d: the test's own file: %v\n%+v\n%+v\n%s", seed, complaints, old, read, text)
		}
		changed := h.mixed(old, h.any())
		after, err := plantRoot(changed)
		if err != nil {
			t.Fatal(err)
		}
		if got := doc.rewritten(before, after); !doc.holds(got, changed, after) {
			_, complaints := Read("a.yaml", got, &read)
			t.Fatalf("seed %d:\n%s\nbecame\n%s\n%v", seed, text, got, complaints)
		}
	}
}
