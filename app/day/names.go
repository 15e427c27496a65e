package day

import (
	"slices"
	"strings"

	"deskleaf/app/table"
	"deskleaf/content"
)

// sides are words for a side of the body, folded.
var sides = map[string]content.Side{
	"left": content.Left, "l": content.Left, "lt": content.Left, "lft": content.Left,
	"izquierdo": content.Left, "izquierda": content.Left, "izq": content.Left, "iz": content.Left,
	"right": content.Right, "r": content.Right, "rt": content.Right, "rgt": content.Right,
	"derecho": content.Right, "derecha": content.Right, "der": content.Right,
	"both": content.Both, "b": content.Both, "bil": content.Both, "bilat": content.Both, "bilateral": content.Both, "both sides": content.Both,
	"ambos": content.Both, "ambas": content.Both, "ambos lados": content.Both, "l r": content.Both, "r l": content.Both, "b l": content.Both,
}

// noSides are words in a column of sides that say that there is none.
var noSides = []string{"none", "na", "n a", "midline", "center", "central", "ninguno", "no aplica"}

// modifiers are those that stand behind a code for a side (CPT's and HCPCS's two
// signs; see the notice where codes are shown).
var modifiers = map[string]content.Side{"rt": content.Right, "lt": content.Left, "50": content.Both}

// languages are words for the languages of handouts, folded.
var languages = map[string]string{
	"en": "en", "eng": "en", "english": "en", "ingles": "en", "en us": "en", "e": "en",
	"es": "es", "spa": "es", "sp": "es", "spanish": "es", "espanol": "es", "castellano": "es", "castilian": "es", "es us": "es", "es mx": "es",
	"spanish castilian": "es", "s": "es",
}

// sizes are words in a column of sizes, folded: whether they mean large print.
var sizes = map[string]bool{
	"large": true, "large print": true, "lg": true, "l": true, "big": true, "xl": true, "18": true, "18 pt": true, "yes": true, "y": true, "x": true, "true": true, "1": true,
	"grande": true, "letra grande": true, "si": true,
	"standard": false, "std": false, "normal": false, "regular": false, "s": false, "m": false, "no": false, "n": false, "false": false, "0": false,
	"estandar": false, "normal print": false,
}

// calledOff are the statuses, folded, of visits that will not be.
var calledOff = []string{"no show", "noshow", "bumped", "deleted", "rescheduled", "left without seen", "no asistio", "anulada", "anulado", "reprogramada", "reprogramado"}

// isCalledOff reports whether a status says that the visit will not be.
func isCalledOff(status string) bool {
	folded := table.Fold(status)
	return strings.HasPrefix(folded, "cancel") || strings.HasPrefix(folded, "canc ") || folded == "canc" || folded == "cxl" || slices.Contains(calledOff, folded)
}

// titles are words beside a doctor's name that are no part of it.
var titles = strings.Fields("dr dra doctor doctora md m d do np pa pac arnp crna dpm phd prof lic")

// fitsPerson reports whether what was said can be a person's name: every word of it
// is one of the name's, or begins one where it is a single letter, and the name's
// last word is among them.
func fitsPerson(said, name string) bool {
	words, parts := personWords(said), personWords(name)
	if len(words) == 0 || len(parts) == 0 || !slices.Contains(words, parts[len(parts)-1]) {
		return false
	}
	for _, w := range words {
		if !slices.ContainsFunc(parts, func(p string) bool { return p == w || len(w) == 1 && strings.HasPrefix(p, w) }) {
			return false
		}
	}
	return true
}

// personWords are the words of a name without titles.
func personWords(name string) []string {
	return slices.DeleteFunc(strings.Fields(table.Fold(name)), func(w string) bool { return slices.Contains(titles, w) })
}
