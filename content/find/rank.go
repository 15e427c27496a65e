package find

// # How matches are ranked
//
// Every word of the query must find a word of the entry, whole, as its
// beginning, or with an error of spelling; an entry that lacks one is no match.
// Each typed word then earns the points of the best word that it finds:
//
//	points = what kind of text it stands in + how well it fits
//
//	query "si inj"                         si             inj
//	    short  "SI joint injection"        40+60 = 100    40+50 =  90
//	    name   "SI injection"              30+60          30+50
//	    title  "Sacroiliac (SI) joint …"   40+60          40+50
//
// On top of that, the one text that fits the query best as a whole earns a
// bonus. Words are compared in a row, without fillers ("shot in the knee" is
// "shot knee"):
//
//	text "SI joint injection", typed …
//	    si joint injection     exact      the text and nothing else
//	    si joint inj           opens      the text's beginning, as far as it was typed
//	    s jo                   loosely    its beginning, with words cut short or corrected
//	    joint inj              in order   inside of it, one after the other
//	    inj joint              together   inside of it
//	    joint                  nothing
//
// An entry's score is the sum of its points and that bonus:
//
//	"si inj"   100 + 90 + 17, as "SI injection" is opened (5) and in order (12)   = 207
//
// The numbers below are chosen so that this order holds for one word typed:
//
//	exact code                                      400, 380
//	exact title or short name                       300
//	exact name, exact initials                      280, 245
//	disputed or retired code, typed whole           200, 180
//	beginning of a title                            150 (160 where the word is whole)
//	beginning of a code                             110, 105, disputed or retired 75, 70
//	word of a title, whole or begun                 100, 90
//	word of a name, whole or begun                  90, 80 (5 more where it opens the name)
//	topic                                           75, 65 (10 more where it is the topic)
//	category                                        70, 60 (10 more where it is the category)
//	title with one error                            65 (20 more where it opens it), two 57
//	misspelled name                                 65, 55 (60 more where it is the whole name)
//	name with one error                             55
//
// Equals are ordered by title, then by id.

// What kind of text a word stands in.
const (
	scoreTitle      = 40
	scoreName       = 30
	scoreInitials   = 35
	scoreTopic      = 15
	scoreCategory   = 10
	scoreMisspelled = 5
)

// How well a typed word fits a word.
const (
	scoreWhole = 60
	scoreBegun = 50
	scoreError = 25 // one error forgiven …
	costError  = 8  // … less this for each further one
	costFirst  = 6  // … and this where the first letter is another
	costBegun  = 5  // … and this where only a beginning fits
)

// Codes, typed whole and begun.
const (
	scorePrimaryCode  = 400
	scoreCode         = 380
	scoreDisputedCode = 200
	scoreRetiredCode  = 180

	scorePrimaryCodeBegun  = 110
	scoreCodeBegun         = 105
	scoreDisputedCodeBegun = 75
	scoreRetiredCodeBegun  = 70
)

// scoreFiller is what a filler can earn, where a query is made of nothing else
// or ends in what may become another word: "knee a".
const scoreFiller = 5

// What the text that fits best as a whole earns.
const (
	bonusExactTitle      = 200
	bonusExactName       = 190
	bonusExactInitials   = 150
	bonusExactMisspelled = 60
	bonusExactTopic      = 10
	bonusExactCategory   = 10

	bonusOpensTitle = 60
	bonusOpensName  = 5

	bonusLooselyTitle = 20
	bonusLooselyName  = 5

	bonusInOrder  = 12 // only for two words or more, on top of the others
	bonusTogether = 6
)

// A kind says how a typed word fits a word of the vocabulary.
type kind uint8

const (
	kindNone kind = iota
	kindWhole
	kindBegun
	kindError // the first of the kinds with errors, see errorKind
	kinds     = kindError + 4*maxErrors
)

// maxErrors is the most errors that are ever forgiven in a word, counting the
// one more that the search for the nearest entries forgives.
const maxErrors = 3

// errorKind is the kind of a word found with errors.
func errorKind(errors int, otherFirst, begun bool) kind {
	k := kindError + kind(errors-1)*4
	if otherFirst {
		k += 2
	}
	if begun {
		k++
	}
	return k
}

// score is what a word earns for its kind alone.
func (k kind) score() int {
	switch k {
	case kindNone:
		return 0
	case kindWhole:
		return scoreWhole
	case kindBegun:
		return scoreBegun
	}
	n := int(k - kindError)
	return scoreError - n/4*costError - n/2%2*costFirst - n%2*costBegun
}

// A pointTable says what each kind of hit earns in each kind of text. Nothing
// earned is no hit.
type pointTable [slots][kinds]int16

// points is the table for most words; pointsFor makes the exceptions.
var points = func() (t pointTable) {
	for s, score := range map[slot]int{
		slotShort: scoreTitle, slotTitle: scoreTitle, slotName: scoreName, slotTopic: scoreTopic, slotCategory: scoreCategory,
	} {
		for k := kindWhole; k < kinds; k++ {
			t[s][k] = int16(score + k.score())
		}
	}
	for s, score := range map[slot]int{slotInitials: scoreInitials, slotMisspelled: scoreMisspelled} {
		t[s][kindWhole], t[s][kindBegun] = int16(score+scoreWhole), int16(score+scoreBegun)
	}
	for s, scores := range map[slot][2]int16{
		slotPrimaryCode:  {scorePrimaryCode, scorePrimaryCodeBegun},
		slotCode:         {scoreCode, scoreCodeBegun},
		slotDisputedCode: {scoreDisputedCode, scoreDisputedCodeBegun},
		slotRetiredCode:  {scoreRetiredCode, scoreRetiredCodeBegun},
	} {
		t[s][kindWhole], t[s][kindBegun] = scores[0], scores[1]
	}
	return t
}()

// minInitials is the fewest letters that are taken for initials: SI is the joint,
// and not any shoulder injection.
const minInitials = 3

// pointsFor is the table for one typed word. Too few letters are no initials,
// and what has no digit begins no code: "g" is on the way to a word, and not to
// G0260.
func pointsFor(letters []rune) *pointTable {
	t := points
	if len(letters) < minInitials {
		t[slotInitials] = [kinds]int16{}
	}
	if !hasDigit(letters) {
		for s := slotPrimaryCode; s <= slotRetiredCode; s++ {
			t[s][kindBegun] = 0
		}
	}
	return &t
}

// bonuses are what a text earns as a whole, by its slot.
var bonuses = [slots]struct{ exact, opens, loosely int }{
	slotShort:      {bonusExactTitle, bonusOpensTitle, bonusLooselyTitle},
	slotTitle:      {bonusExactTitle, bonusOpensTitle, bonusLooselyTitle},
	slotName:       {bonusExactName, bonusOpensName, bonusLooselyName},
	slotInitials:   {exact: bonusExactInitials},
	slotTopic:      {exact: bonusExactTopic},
	slotCategory:   {exact: bonusExactCategory},
	slotMisspelled: {exact: bonusExactMisspelled},
}
