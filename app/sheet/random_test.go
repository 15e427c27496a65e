package sheet

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"deskleaf/assets/icons"
)

func TestWhateverTheSheet(t *testing.T) {
	sheets := uint64(400)
	if testing.Short() {
		sheets = 60
	}
	for seed := range sheets {
		s := randomSheet(seed)
		t.Run(fmt.Sprint(seed), func(t *testing.T) { mustHold(t, s, paginate(t, s)) })
	}
}

// FuzzWords lays out one sheet with given words in every kind of block.
func FuzzWords(f *testing.F) {
	for _, words := range nasty() {
		f.Add(words[:min(len(words), 80)])
	}
	f.Fuzz(func(t *testing.T, words string) {
		if len(words) > 200 {
			t.Skip("longer words take too long for a fuzzer; TestNastyWords has some")
		}
		s := everywhere(words)
		p := paginate(t, s)
		mustHold(t, s, p)
		if _, err := p.PDF(); err != nil {
			t.Error(err)
		}
	})
}

// A roll makes random sheets; the same seed makes the same sheet.
type roll struct{ *rand.Rand }

func randomSheet(seed uint64) Sheet {
	r := roll{rand.New(rand.NewPCG(seed, 7))}
	s := sample()
	s.Paper, s.Size = Paper(r.IntN(2)), Size(r.IntN(2))
	s.Band = r.words(r.IntN(14))
	s.Letterhead.Name = r.words(1 + r.IntN(9))
	s.Letterhead.Lines = []string{r.words(r.IntN(12)), r.words(r.IntN(5))}
	if r.IntN(9) == 0 {
		s.Letterhead.Free = 200 * r.Float64()
	}
	s.Foot.Text = r.words(r.IntN(30))
	s.Parts = nil
	for range 1 + r.IntN(3) {
		part := Part{Name: r.word()}
		if r.IntN(3) > 0 {
			part.Blocks = append(part.Blocks, Title{r.text(6)}, Lead{r.text(25)})
		}
		for range 1 + r.IntN(9) {
			part.Blocks = append(part.Blocks, r.block())
		}
		part.Blocks = append(part.Blocks, Paragraph{Text: r.text(20)})
		s.Parts = append(s.Parts, part)
	}
	return s
}

func (r roll) block() Block {
	switch r.IntN(13) {
	case 0:
		return Heading{r.text(7)}
	case 1:
		return Paragraph{Text: r.text(150), Small: r.IntN(4) == 0}
	case 2:
		return List{r.texts(12, 30)}
	case 3:
		return r.facts()
	case 4, 5, 6:
		return r.timeline()
	case 7, 8:
		return r.cards()
	case 9:
		return r.table()
	case 10:
		return r.squares()
	case 11:
		return r.scale()
	}
	if r.IntN(2) == 0 {
		return Signature{[]string{r.words(2), r.words(4), r.words(1)}[:1+r.IntN(3)]}
	}
	return Lines{Label: r.text(9), Count: r.IntN(12)}
}

func (r roll) squares() Squares {
	var cells strings.Builder
	side := 21 + 4*r.IntN(8)
	for range side {
		for range side {
			cells.WriteByte(".#"[r.IntN(2)])
		}
		cells.WriteByte('\n')
	}
	return Squares{Cells: cells.String(), Says: r.words(4), Text: r.texts(4, 60)}
}

func (r roll) scale() Scale {
	s := Scale{From: r.word(), To: r.words(3)}
	for range 1 + r.IntN(6) {
		s.Rows = append(s.Rows, ScaleRow{Label: r.text(4), Says: r.text(7), Kind: ScaleKind(r.IntN(3)),
			Low: r.Float64() - 0.1, High: r.Float64() * 1.2, First: r.Float64(), Third: r.Float64(), Middle: r.Float64()})
	}
	return s
}

func (r roll) facts() Facts {
	var f Facts
	for range 1 + r.IntN(4) {
		f.Columns = append(f.Columns, Fact{Label: r.words(3), Value: r.text(5), Notes: r.texts(3, 9), Wide: r.Float64() * 2})
	}
	return f
}

func (r roll) timeline() Timeline {
	var line Timeline
	for range 1 + r.IntN(6) {
		g := Group{When: r.text(5), Note: r.text(5)}
		for range 1 + r.IntN(6) {
			step := Step{Text: r.text(40)}
			if r.IntN(3) > 0 {
				step.Icon = icons.Names()[r.IntN(len(icons.Names()))]
			}
			g.Steps = append(g.Steps, step)
		}
		line.Groups = append(line.Groups, g)
	}
	return line
}

func (r roll) cards() Cards {
	var c Cards
	for range 1 + r.IntN(4) {
		c.Cards = append(c.Cards, Card{Title: r.text(6), Note: r.text(1 + r.IntN(8)), Items: append(r.texts(9, 14), r.text(3)), Heavy: r.IntN(3) == 0})
	}
	return c
}

func (r roll) table() Table {
	t := Table{Head: append(r.texts(8, 3), r.text(2)), RowHead: r.IntN(2) == 0, RowHeight: float64(r.IntN(40))}
	for range r.IntN(20) {
		t.Rows = append(t.Rows, r.texts(len(t.Head)+1, r.IntN(12)+1))
	}
	return t
}

// texts are up to so many texts of up to so many words.
func (r roll) texts(most, words int) []Text {
	var made []Text
	for range r.IntN(most) {
		made = append(made, r.text(words))
	}
	return made
}

// text is a text of one to so many words, some strong, some blank.
func (r roll) text(words int) Text {
	var t Text
	for left := 1 + r.IntN(words); left > 0; {
		n := 1 + r.IntN(left)
		left -= n
		t = append(t, Run{Text: r.words(n), Bold: r.IntN(4) == 0})
		switch r.IntN(6) {
		case 0:
			t = append(t, Run{Text: " "}, blank(float64(20+r.IntN(200))))
		case 1, 2, 3:
			t = append(t, Run{Text: " "})
		}
	}
	return t
}

func (r roll) words(n int) string {
	made := make([]string, n)
	for i := range made {
		made[i] = r.word()
	}
	return strings.Join(made, " ")
}

// word is a word as texts have them: mostly short, at times odd.
func (r roll) word() string {
	odd := []string{"X-ray", "follow-up", "(217)\u00a0555-0142", "100.4\u00a0°F", "ejercicio", "Nguyễn", "Łódź", "врач",
		"a\u200bb", "“quoted”", "Ọmọ\u0300lará", "Ղազարյան", "ნინო", "Ƙo", "☎", "王", "1/2", "antidisestablishmentarianism", "–", "&", "(\\)", "é"}
	if r.IntN(12) == 0 {
		return odd[r.IntN(len(odd))]
	}
	return "abcdefghijklmnop"[r.IntN(8):][:1+r.IntN(7)]
}
