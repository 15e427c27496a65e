package sheet

import (
	"strings"
	"testing"
)

// nasty are words that people paste and machines choke on.
func nasty() map[string]string {
	return map[string]string{
		"one word of 200 letters":    strings.Repeat("wört", 50),
		"600 words":                  strings.Repeat("word and ", 300),
		"PDF syntax":                 `) Tj ET endstream endobj (\ << /Type /Catalog >> %%EOF \(`,
		"emoji":                      "Take 💊 at 8 👩‍⚕️ and rest 🛌",
		"controls":                   "one\x00two\x07three\x1b[31mfour\x7f\u0085five\rsix\tseven\nend",
		"direction marks":            "\u202eright\u202c to \u2067left\u2069 \u200fand \u200eback",
		"letters that there are not": "عربي עברית हिन्दी ไทย 中文 한국어",
		"taken apart":                "Nguye\u0302\u0303n Jose\u0301 A\u030angstro\u0308m",
		"compatible":                 "ﬁne ﬂuid № ½ ℃ ℉ ☎ ⚠ Ⅳ ａｂｃ",
		"not UTF-8":                  "bad \xff\xfe bytes \xc3",
		"zero width":                 strings.Repeat("\u200b", 50) + "word" + strings.Repeat("\u200d\ufeff", 20),
		"spaces":                     "  many   spaces\u00a0\u00a0\u202fhere\u3000and\u2003there  ",
		"nothing":                    "",
		"only spaces":                "   ",
		"hyphens":                    strings.Repeat("well-known-", 40) + "end",
		"unbreakable":                strings.Repeat("no\u00a0break\u00a0", 60),
		"private and beyond":         "\ue000\uffff\U0010ffff\ufffd",
		"names of the world":         "Ọmọ̀lará Tʼááłʼąą́ Ղազարյան ნინო Ƙofar Nguyễn Łódź Ŵ",
		"marks alone":                "\u0301\u0323\u0489 x\u0301\u0302\u0303\u0304\u0306",
	}
}

// everywhere puts words into every place of a sheet that takes words.
func everywhere(words string) Sheet {
	text := Text{{Text: words}, {Text: words, Bold: true, Lang: "es"}}
	s := sample()
	s.Title, s.Band, s.Foot.Text = words, words, words
	s.Letterhead.Name, s.Letterhead.Initial, s.Letterhead.Running = words, words, words
	s.Letterhead.Lines = []string{words, words}
	s.Letterhead.Phones = []Phone{{Label: words, Number: words}, {Label: "x", Number: words, Strong: true}}
	s.Words = Words{Page: words, Continued: words, CheckBox: words, Blank: words}
	s.Parts = []Part{{Name: words, Blocks: []Block{
		Title{text}, Lead{text},
		Facts{Columns: []Fact{{Label: words, Value: text, Notes: []Text{text}}, {Label: "x", Value: text}}},
		Heading{text},
		Timeline{Groups: []Group{{When: text, Note: text, Steps: []Step{{Icon: words, Text: text}, {Icon: "call", Text: text}}}}},
		Cards{Cards: []Card{{Title: text, Note: text, Items: []Text{text}}, {Title: text, Heavy: true, Items: []Text{text, text}}}},
		Table{Caption: words, Head: []Text{text, text, text}, Rows: [][]Text{{text, nil, text}}, RowHead: true},
		Scale{Rows: []ScaleRow{{Label: text, Says: text, High: 1}}, From: words, To: words},
		Paragraph{Text: text, Small: true}, List{[]Text{text, text}},
		Lines{Label: text, Count: 3}, Signature{[]string{words, words}},
		Paragraph{Text: Plainly("end")},
	}}}
	return s
}

func TestNastyWords(t *testing.T) {
	for name, words := range nasty() {
		for _, size := range []Size{Standard, Large} {
			t.Run(name, func(t *testing.T) {
				s := everywhere(words)
				s.Size = size
				p := paginate(t, s)
				mustHold(t, s, p)
				if _, err := p.PDF(); err != nil {
					t.Error(err)
				}
				if p.Picture(0, 30) == nil {
					t.Error("no picture")
				}
				p.Plain()
			})
		}
	}
}

func TestLettersThatCannotBePrintedAreReported(t *testing.T) {
	tests := map[string]struct {
		words, printed string
		letters        string // those complained of
	}{
		"plain words":        {"Take one pill.", "Take one pill.", ""},
		"composed":           {"Jose\u0301", "José", ""},
		"marks of a name":    {"o\u0323\u0301", "ọ\u0301", ""},
		"marks too many":     {"a\u0301\u0302\u0303\u0304", "á\u0302\u0303", "\u0304"},
		"a mark alone":       {" \u0301a", " a", "\u0301"},
		"a mark around":      {"a\u20dd", "a", "\u20dd"},
		"another type":       {"Ղազարյան", "Ղազարյան", ""},
		"a sign of another":  {"☎ 555-0142", "☎ 555-0142", ""},
		"how a sign looks":   {"☎\ufe0f", "☎", ""},
		"white space":        {"a\tb\nc", "a b c", ""},
		"soft hyphen":        {"medi\u00adcine", "medicine", ""},
		"emoji":              {"pill 💊!", "pill !", "💊"},
		"control":            {"a\x07b", "ab", "\x07"},
		"direction":          {"a\u202eb", "ab", "\u202e"},
		"full width":         {"ａb", "ab", "ａ"},
		"no such letters":    {"中", "?", "中"},
		"degrees in one":     {"100℉", "100°F", ""},
		"reported once":      {"💊💊", "", "💊"},
		"bytes of no letter": {"a\xffb", "a?b", ""},
	}
	fs, err := faces()
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			c := cleaner{faces: fs}
			if got := c.clean(tt.words); got != tt.printed {
				t.Errorf("prints %q, want %q", got, tt.printed)
			}
			var letters strings.Builder
			for _, is := range c.complaints {
				letters.WriteRune(is.Letter)
				if !strings.Contains(is.String(), "cannot be printed") {
					t.Errorf("says %q", is)
				}
			}
			if letters.String() != tt.letters {
				t.Errorf("complains of %q, want %q", letters.String(), tt.letters)
			}
		})
	}
}

// TestAClinicNameOf300Letters: whole or cut with an ellipsis, it leaves the page to
// the patient, whether it has spaces or not.
func TestAClinicNameOf300Letters(t *testing.T) {
	for _, name := range []string{strings.Repeat("Center of ", 30), strings.Repeat("Zentrum", 43)} {
		for _, size := range []Size{Standard, Large} {
			s := sample()
			s.Size, s.Letterhead.Name = size, name
			p := paginate(t, s)
			mustHold(t, s, p)
			for i, page := range p.List {
				whole := strings.Contains(unspaced(textOf(page.Ops)), unspaced(name))
				if !whole && !strings.Contains(textOf(page.Ops), "…") {
					t.Errorf("size %d, page %d: the name is cut without a sign: %.200s", size, i+1, textOf(page.Ops))
				}
				if top := firstOfContent(p, page); top > 0.4*p.Height {
					t.Errorf("size %d, page %d: the letterhead takes %.0f points", size, i+1, top)
				}
			}
		}
	}
}

// firstOfContent is how far down the blocks of a page begin.
func firstOfContent(p *Pages, page Page) float64 {
	top := p.Height
	for _, op := range page.Ops {
		if !p.Tree.Artifact(op.Where()) && p.Tree[op.Where()].Parent != Opening {
			top = min(top, covers(op).top)
		}
	}
	return top
}

func TestAStepOf2000WordsFlowsOverPages(t *testing.T) {
	for _, size := range []Size{Standard, Large} {
		s := sample()
		s.Size = size
		long := Plainly(strings.Repeat("word and ", 1000))
		s.Parts[0].Blocks = append(s.Parts[0].Blocks, Timeline{Groups: []Group{{When: Plainly("Thu, Dec 10"), Steps: []Step{{Icon: "call", Text: long}}}}},
			Cards{Cards: []Card{{Title: Plainly("Long"), Items: []Text{long}}, {Title: Plainly("Short"), Items: []Text{Plainly("one")}}}},
			Table{Head: []Text{Plainly("a"), Plainly("b")}, Rows: [][]Text{{long, Plainly("one")}}})
		p := paginate(t, s)
		mustHold(t, s, p)
		if words := p.List[3].Ops; !strings.Contains(textOf(words), "Thu, Dec 10 (continued)") {
			t.Errorf("size %d: the date does not stand again over the page: %.80s", size, textOf(words))
		}
	}
}

// textOf is what stands on a page, in the order that it is drawn in.
func textOf(ops []Op) string {
	var words []string
	for _, op := range ops {
		if text, ok := op.(TextOp); ok {
			words = append(words, strings.TrimSpace(text.Text))
		}
	}
	return strings.Join(words, " ")
}

func TestASheetWithoutPartsIsRefused(t *testing.T) {
	if _, err := Paginate(Sheet{}); err == nil {
		t.Error("no error")
	}
}
