package check_test

import (
	"strings"
	"testing"

	"deskleaf/content"
	"deskleaf/content/check"
)

// TestHonestWords are lines that look like a fault and are none.
func TestHonestWords(t *testing.T) {
	for language, lines := range map[string][]string{
		"en": {
			"Nobody can promise what a plan pays.", "Ask your plan if it is covered.", "Keep the spot covered with a bandage.", "Not every plan pays for it.",
			"No test is completely safe.", "Nothing is without risk.", "Ask us when it is safe to drive.", "It is not painless.", "Free language help: call us.",
			"Medicare pays a part, if your doctor orders it.", "Some plans pay for it.", "The pain may be free of charge"[:8] + " may stay.",
			"You may see a bruise (hematoma).", "About 13 in 100 people had it.", "Rate your pain from 0 to 10.", "Call 911.", "Call on day 3.", "Take 1 or 2 pillows.",
			"Use ice for up to 20 minutes at a time.", "A fever of 100.4 °F or more.", "It costs $500 to $1,500.", "Ask billing about 20610.", "If you are told to eat less, ask why.",
		},
		"es": {
			"Nadie puede prometer lo que paga un seguro.", "Pregunte a su seguro si está cubierto.", "Mantenga la herida cubierta.", "No todos los seguros lo pagan.",
			"Ningún examen es completamente seguro.", "Nada es sin riesgo.", "Le puede salir un moretón (hematoma).", "Les pasó a cerca de 13 de cada 100 personas.",
			"Diga cuánto le duele de 0 a 10.", "Llame al 911.", "Póngase hielo hasta 20 minutos cada vez.", "Fiebre de 100.4 °F o más.",
		},
	} {
		for _, line := range lines {
			p, words := sample()
			words[language].Sections.Why = []string{line}
			for _, f := range check.Words(p, words[language]) {
				t.Errorf("%q: %s", line, f.What)
			}
		}
	}
}

// TestOrderAboutWhatTheTextBeforeNames holds that what a line means by "it" may stand in the line above.
func TestOrderAboutWhatTheTextBeforeNames(t *testing.T) {
	for _, tt := range []struct {
		before, text string
		refused      bool
	}{
		{"You may take a blood thinner.", "Stop it 3 days before.", true},
		{"If you use insulin", "Take half the night before.", true},
		{"Your water pill", "Do not take it that morning.", true},
		{"Your water pill", "Ask the person who prescribed it whether to take it and when.", false},
		{"You may take a blood thinner.", "Do not stop it on your own. Call us and the person who prescribed it.", false},
		{"You may take a blood thinner.", "Stop eating at midnight.", false},
		{"Bring a friend.", "Stop it if it hurts.", false},
	} {
		w := &content.Words{Language: "en", Steps: map[string]content.StepWords{"thinner": {Text: tt.before, More: tt.text}}}
		found := check.Orders(w)
		if refused := len(found) == 1 && found[0].Path == "steps.thinner.more"; refused != tt.refused {
			t.Errorf("%q after %q: refused %t, want %t: %+v", tt.text, tt.before, refused, tt.refused, found)
		}
	}
}

// TestWhatToWriteInsteadOfAnOrder holds that examples are in the language of the text.
func TestWhatToWriteInsteadOfAnOrder(t *testing.T) {
	for language, want := range map[string]string{"en": "Ask the person who prescribed it", "es": "Pregúntele a quien se lo recetó"} {
		found := check.Orders(&content.Words{Language: language, Lead: "Stop aspirin. Suspenda la aspirina."})
		if len(found) != 2 || !strings.Contains(found[0].Hint, want) {
			t.Errorf("%s: %+v", language, found)
		}
	}
}
