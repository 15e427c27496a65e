package medicine

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// wrappings are what may stand around an order without making it one the less.
// None of them asks about it or negates it: "ask us whether …" would.
var wrappings = []string{
	"%s",
	"Bring your ID. %s",
	"%s Call us with questions.",
	"Do not drive. %s Do not eat.",
	"Do not stop a blood thinner on your own. %s",
	"%s Do not stop a blood thinner on your own.",
	"Ask us whether to stop your aspirin. %s",
	"%s Ask us whether to stop your aspirin.",
	"Tell us if you take a blood thinner. %s It is your choice.",
	"If you have diabetes, ask us for a plan. %s",
	"Please bring your card, and %s",
	"Bring your card; %s",
	"Remember: %s",
	"Your doctor says: %s",
	"Ask us if you have questions, and %s",
	"Ask us about the bill, then %s",
	"Call us if you feel ill: %s",
	"(%s)",
	"Note - %s",
	"No te preocupes. %s",
	"Traiga su identificación. %s",
	"No deje de tomar un anticoagulante por su cuenta. %s",
	"Pregunte si debe suspender la aspirina. %s Llámenos.",
	"Si tiene diabetes, pídanos un plan; %s",
	"Llámenos si se siente mal: %s",
	"Traiga su tarjeta y además, %s",
}

// disguises change how a text is written and not what it says.
var disguises = map[string]func(string) string{
	"capitals":                   strings.ToUpper,
	"small letters":              strings.ToLower,
	"two spaces":                 func(s string) string { return strings.ReplaceAll(s, " ", "  ") },
	"fixed spaces":               func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
	"lines":                      func(s string) string { return strings.ReplaceAll(s, " ", "\n") },
	"all bold":                   func(s string) string { return "**" + s + "**" },
	"every word bold":            func(s string) string { return "**" + strings.ReplaceAll(s, " ", "** **") + "**" },
	"letters apart from accents": norm.NFD.String,
	"no accents": func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsMark(r) {
				return -1
			}
			return r
		}, norm.NFD.String(s))
	},
	"curly":           func(s string) string { return strings.NewReplacer("'", "’", `"`, "“").Replace(s) },
	"soft hyphens":    func(s string) string { return strings.ReplaceAll(s, "i", "i\u00ad") },
	"joiners":         func(s string) string { return strings.ReplaceAll(s, "o", "o\u200b") },
	"wide characters": func(s string) string { return strings.Map(wide, s) },
}

// wide is the full-width form of a letter.
func wide(r rune) rune {
	if r > ' ' && r < 0x7f && unicode.IsLetter(r) {
		return r + 0xfee0
	}
	return r
}

// bad are the sentences that must be refused, in both languages.
func bad(t testing.TB) []string {
	var all []string
	for _, name := range []string{"bad-en.txt", "bad-es.txt"} {
		sentences := corpus(t, name)
		for _, line := range slices.Sorted(maps.Keys(sentences)) {
			all = append(all, sentences[line])
		}
	}
	return all
}

// wrapped puts a sentence into a wrapping, as it would stand there: behind a comma
// it does not begin with a capital.
func wrapped(wrapping, sentence string) string {
	before, _, _ := strings.Cut(wrapping, "%s")
	if before = strings.TrimSpace(before); before != "" && !strings.HasSuffix(before, ".") {
		first := []rune(sentence)
		if len(first) > 1 && unicode.IsLower(first[1]) {
			first[0] = unicode.ToLower(first[0])
		}
		sentence = string(first)
	}
	return strings.Replace(wrapping, "%s", sentence, 1)
}

// Whatever stands around an order, it stays one.
func TestNothingAroundHidesAnOrder(t *testing.T) {
	for _, sentence := range bad(t) {
		for _, wrapping := range wrappings {
			if text := wrapped(wrapping, sentence); len(Orders(text)) == 0 {
				t.Errorf("passes: %s", text)
			}
		}
	}
}

// However an order is written, it stays one; and a harmless sentence harmless.
func TestNoDisguiseHidesAnOrder(t *testing.T) {
	for name, disguise := range disguises {
		for _, sentence := range bad(t) {
			if text := disguise(sentence); len(Orders(text)) == 0 {
				t.Errorf("%s: passes: %s", name, text)
			}
		}
		if name == "no accents" {
			continue // "que" for "qué" tells another thing; the good ones are written with care
		}
		for _, file := range []string{"good-en.txt", "good-es.txt"} {
			for _, sentence := range corpus(t, file) {
				if found := Orders(disguise(sentence)); len(found) > 0 {
					t.Errorf("%s: refused for %q: %s", name, found[0].Words, sentence)
				}
			}
		}
	}
}

// FuzzAround looks for harmless words that hide an order: a text without any
// medicine and without a question or a negation, before and behind a bad sentence.
func FuzzAround(f *testing.F) {
	sentences := bad(f)
	for i, sentence := range sentences {
		f.Add("Bring your ID", "Rest today.", uint(i), sentence != "")
	}
	f.Fuzz(func(t *testing.T, before, after string, which uint, sameSentence bool) {
		sentence := sentences[which%uint(len(sentences))]
		joint := ". "
		if sameSentence {
			joint = "; "
		}
		for _, around := range []string{before, after} {
			if len(around) > 200 || strings.ContainsAny(around, "{}") {
				return
			}
			for _, token := range read(around) {
				if token.is(named|negation|asks|asksAbout()) || token.question {
					return
				}
			}
		}
		text := before + joint + sentence + " " + after
		if len(Orders(text)) == 0 {
			t.Errorf("passes: %q", text)
		}
	})
}

// asksAbout are the words that can carry an excuse.
func asksAbout() flags {
	return askAbout | condition | subordinator | forgetful | thenWord | letWord | orWord | andWord | harm
}

// FuzzOrders holds that no text makes the lint fail, and that every place it gives
// lies in the text.
func FuzzOrders(f *testing.F) {
	for _, sentence := range bad(f) {
		f.Add(sentence)
	}
	f.Add("**")
	f.Add("{")
	f.Add("\xff stop \xfe aspirin")
	f.Fuzz(func(t *testing.T, text string) {
		for _, o := range Orders(text) {
			if o.Start < 0 || o.End > len(text) || o.Start >= o.End || text[o.Start:o.End] != o.Words {
				t.Errorf("%q: %+v lies outside", text, o)
			}
		}
		for _, m := range Mentions(text) {
			if text[m.Start:m.End] != m.Words {
				t.Errorf("%q: %+v lies outside", text, m)
			}
		}
	})
}

// BenchmarkOrders is the lint of a page of about 700 words.
func BenchmarkOrders(b *testing.B) {
	var page []string
	for _, sentence := range corpus(b, "good-en.txt") {
		page = append(page, sentence)
	}
	for b.Loop() {
		for _, sentence := range page {
			Orders(sentence)
		}
	}
}
