package find

import (
	"slices"
	"strings"
	"sync"
)

// # What is never taken for something else
//
// Colonoscopy, colposcopy and cystoscopy are two or three letters apart, an IUD
// and an IUI one, and handing out the sheet of the other harms a patient. Where
// the index holds both names, a correctly typed one is a known word and is left
// alone. But a clinic that does no colposcopies still gets asked for one, and
// must not be shown a colonoscopy for it. So the names below are known words
// everywhere, in the index or not:
//
//   - what is typed as one of them, or as the beginning of one (from four
//     letters), is never corrected to anything but the same procedure's name;
//   - what is typed nearer to one of them than to another's names is never
//     corrected to that other.

// minSoundalikeBegun is the fewest letters that count as the beginning of such a
// name.
const minSoundalikeBegun = 4

// soundalikes gives each name that is spelled nearly as another procedure's a
// number, the same for names of the same procedure: those between two commas.
var soundalikes = numbered(`
	colonoscopy coloscopy colonoscopia coloscopia, colposcopy colposcopia, cystoscopy cistoscopia, culdoscopy culdoscopia,
	colostomy colonostomy colostomia, colectomy colectomia, colotomy, colpotomy, cystostomy cistostomia, cystectomy cistectomia,
	cystotomy cistotomia, cystogram cystography cistografia, choledochoscopy,
	gastroscopy gastroscopia, gastrostomy gastrostomia, gastrectomy gastrectomia, gastrotomy,
	arthroscopy artroscopia, arthrotomy artrotomia, arthrogram arthrography artrografia, arthroplasty artroplastia, arthrodesis artrodesis,
	laparoscopy laparoscopia, laparotomy laparotomia,
	hysteroscopy histeroscopia, hysterectomy histerectomia, hysterotomy,
	bronchoscopy broncoscopia, thoracoscopy toracoscopia, thoracotomy toracotomia, thoracostomy toracostomia, thoracentesis toracocentesis,
	tracheostomy traqueostomia, tracheotomy traqueotomia, tracheoscopy,
	ureteroscopy ureteroscopia, urethroscopy uretroscopia, ureterotomy, urethrotomy, ureterostomy, urethrostomy,
	sigmoidoscopy sigmoidoscopia, anoscopy anoscopia, proctoscopy, enteroscopy enteroscopia, endoscopy endoscopia, otoscopy, nasoscopy,
	vasectomy vasectomia, vasostomy vasovasostomy, vasotomy,
	mastectomy mastectomia, mastoidectomy, mastopexy, lumpectomy lumpectomia, lobectomy lobectomia, laminectomy laminectomia, laminotomy,
	myomectomy miomectomia, myectomy, myotomy, omentectomy, oophorectomy, orchiectomy, orchiopexy,
	mammogram mammography mamografia, myelogram myelography mielografia, angiogram angiography angiografia, arteriogram, venogram,
	echocardiogram ecocardiograma, electrocardiogram electrocardiograma, electroencephalogram electroencefalograma, electromyogram electromiograma,
	tenotomy tenotomia, tenodesis, keratectomy, keratotomy, keratoplasty, rhinoplasty rinoplastia, rhizotomy rizotomia, rhinotomy,
	nephrectomy nefrectomia, nephrostomy nefrostomia, nephroscopy, neurectomy, neurotomy neurotomia, neurolysis, prostatectomy, proctectomy,
	ileostomy ileostomia, jejunostomy, duodenostomy,
	iud diu, iui, ivf, ect, ecg ekg, eeg, emg, egd, mri, mra, mrcp
`)

// numbered gives the words between two commas of list a number, from 1.
func numbered(list string) map[string]int {
	numbers := map[string]int{}
	for i, group := range strings.Split(list, ",") {
		for _, name := range strings.Fields(group) {
			numbers[name] = i + 1
		}
	}
	return numbers
}

// soundalikeVocabulary is the same list, ready for near.
var soundalikeVocabulary = sync.OnceValue(func() *vocabulary {
	v := vocabulary{reals: []uint32{0}}
	names := make([]string, 0, len(soundalikes))
	for name := range soundalikes {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		v.append(name, true)
	}
	return &v
})

// Confusable reports whether two words are names of different procedures that
// sound alike, such as "colonoscopy" and "colposcopy": whoever types one must not
// get the other.
func Confusable(a, b string) bool {
	a, b = fold(a), fold(b)
	first, second := soundalikes[a], soundalikes[b]
	if first == 0 || second == 0 || first == second {
		return false
	}
	var table distances
	typed := []rune(a)
	table.start(typed)
	letters := []rune(b)
	for i := range letters {
		table.add(i, letters, typed)
	}
	errors := int(table.line[len(letters)][len(typed)])
	switch shorter := min(len(letters), len(typed)); {
	case shorter < 5:
		return errors <= 1
	case shorter < 8:
		return errors <= 2
	}
	return errors <= 4
}

// A guard says which words a typed word may be corrected to, as far as names
// that sound alike go.
type guard struct {
	// named are the procedures whose name was typed or begun.
	named []int
	// least are the errors between the typed word and the nearest name of each
	// procedure that has one within the budget.
	least map[int]int
}

// newGuard compares a typed word with the names that sound alike.
func newGuard(typed []rune, budget int) guard {
	g := guard{least: map[int]int{}}
	v := soundalikeVocabulary()
	lo, hi := v.beginning(string(typed))
	for _, name := range v.words[lo:hi] {
		if len(typed) >= minSoundalikeBegun || name == string(typed) {
			g.named = append(g.named, soundalikes[name])
		}
	}
	v.near(typed, budget, func(id, _, begun int) {
		procedure := soundalikes[v.words[id]]
		if least, ok := g.least[procedure]; !ok || begun < least {
			g.least[procedure] = begun
		}
	})
	return g
}

// allows reports whether a word may be offered for the typed one.
func (g guard) allows(offered string) bool {
	procedure := soundalikes[offered]
	if len(g.named) > 0 {
		return procedure > 0 && slices.Contains(g.named, procedure)
	}
	if procedure > 0 {
		for other, errors := range g.least {
			if other != procedure && errors < g.least[procedure] {
				return false
			}
		}
	}
	return true
}
