package cost

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// An AmountReason is why a text is no amount or percentage, for those who say it
// in their own words.
type AmountReason string

// The reasons.
const (
	NotAmount    AmountReason = "not-amount"    // a word, or nothing
	NegativeSum  AmountReason = "negative"      // below zero
	ZeroPrice    AmountReason = "zero-price"    // a price of nothing is no price
	TooLarge     AmountReason = "too-large"     // a hundred million dollars or more
	PartsOfCent  AmountReason = "parts-of-cent" // more than two digits after the point
	CommaAsPoint AmountReason = "comma"         // "1.234,56"
	Shortened    AmountReason = "shortened"     // "1.23E+05", as a spreadsheet writes it
	WrongOrder   AmountReason = "order"         // the first of two is larger
	NotPercent   AmountReason = "not-percent"   // a word, or nothing
	OverWhole    AmountReason = "over-whole"    // more than 100 %
)

// An AmountError says why a text is no amount, and what would work.
type AmountError struct {
	Reason AmountReason
	Text   string
}

// amountWords are what is said of each reason and what to do, in English.
var amountWords = map[AmountReason][2]string{
	NotAmount:    {"is not an amount", "type it as in 620 or 1,234.50"},
	NegativeSum:  {"is below zero", "type it without the minus sign"},
	ZeroPrice:    {"is no price", "leave it out where the price is not known"},
	TooLarge:     {"is too large for a price", "look for a digit too many"},
	PartsOfCent:  {"has parts of a cent", "type at most two digits after the point"},
	CommaAsPoint: {"has its comma where cents have a point", "type it as in 1,234.56"},
	Shortened:    {"was shortened by a spreadsheet", "show the column as a number with two decimals, and save it again"},
	WrongOrder:   {"has its larger amount first", "type the lower amount first, as in 500-1500"},
	NotPercent:   {"is not a percentage", "type it as in 20 or 12.5"},
	OverWhole:    {"is more than 100 percent", "type the part that the patient pays, as in 20"},
}

// Error says what is wrong, in one line.
func (e *AmountError) Error() string {
	text := e.Text
	if len(text) > 40 {
		text = text[:40] + "…"
	}
	return fmt.Sprintf("%q %s", text, amountWords[e.Reason][0])
}

// Hint says what to type instead.
func (e *AmountError) Hint() string { return amountWords[e.Reason][1] }

func no(reason AmountReason, text string) error { return &AmountError{reason, text} }

var (
	amountPattern  = regexp.MustCompile(`^\$?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]{0,2}))?$`)
	tooFinePattern = regexp.MustCompile(`^\$?[0-9,]+\.[0-9]{3,}$`)
	commaPattern   = regexp.MustCompile(`^\$?[0-9.]*[0-9](,[0-9]{1,2}|\.[0-9]{3},[0-9]+)$`)
	shortPattern   = regexp.MustCompile(`^[0-9]+(\.[0-9]+)?[eE]\+?[0-9]+$`)
	rangePattern   = regexp.MustCompile(`^(.*[0-9.])\s*(?:-|–|—|\bto\b|\ba\b)\s*(\$?\s*[0-9].*)$`)
	percentPattern = regexp.MustCompile(`^([0-9]{1,9})(?:\.([0-9]{0,2}))?\s*%?$`)
)

// ReadAmount reads what a person or a spreadsheet writes for an amount of
// dollars: "620", "$1,234.50". Nothing owed, "0", is an amount. What is not one
// is an [*AmountError].
func ReadAmount(text string) (Cents, error) {
	said := strings.TrimSpace(text)
	bare := strings.Join(strings.Fields(said), "")
	m := amountPattern.FindStringSubmatch(bare)
	switch {
	case m != nil:
	case strings.HasPrefix(bare, "-"), strings.HasPrefix(bare, "$-"), strings.HasPrefix(bare, "(") && strings.HasSuffix(bare, ")"):
		return 0, no(NegativeSum, said)
	case shortPattern.MatchString(bare):
		return 0, no(Shortened, said)
	case tooFinePattern.MatchString(bare):
		return 0, no(PartsOfCent, said)
	case commaPattern.MatchString(bare):
		return 0, no(CommaAsPoint, said)
	default:
		return 0, no(NotAmount, said)
	}
	digits := strings.TrimLeft(strings.ReplaceAll(m[1], ",", ""), "0")
	if len(digits) > 8 {
		return 0, no(TooLarge, said)
	}
	cents, err := strconv.ParseInt(digits+(m[2] + "00")[:2], 10, 64)
	if err != nil {
		return 0, no(NotAmount, said)
	}
	return Cents(cents), nil
}

// ReadRange reads an amount or two: "500-1500", "$620 – $980", "500 to 1500".
func ReadRange(text string) (Range, error) {
	said := strings.TrimSpace(text)
	m := rangePattern.FindStringSubmatch(said)
	if m == nil {
		one, err := ReadAmount(said)
		return Exactly(one), err
	}
	first, err := ReadAmount(m[1])
	if err != nil {
		return Range{}, err
	}
	last, err := ReadAmount(m[2])
	if err != nil {
		return Range{}, err
	}
	if last < first {
		return Range{}, no(WrongOrder, said)
	}
	return Range{first, last}, nil
}

// ReadPrice reads a range that is a price: nothing is no price.
func ReadPrice(text string) (Range, error) {
	r, err := ReadRange(text)
	if err == nil && r.Low == 0 {
		return Range{}, no(ZeroPrice, strings.TrimSpace(text))
	}
	return r, err
}

// ReadPercent reads a part of the whole: "20", "20 %", "12.5%".
func ReadPercent(text string) (Percent, error) {
	said := strings.TrimSpace(text)
	m := percentPattern.FindStringSubmatch(said)
	if m == nil {
		if strings.HasPrefix(said, "-") {
			return 0, no(NegativeSum, said)
		}
		return 0, no(NotPercent, said)
	}
	n, err := strconv.Atoi(m[1] + (m[2] + "00")[:2])
	if err != nil {
		return 0, no(NotPercent, said)
	}
	if Percent(n) > Whole {
		return 0, no(OverWhole, said)
	}
	return Percent(n), nil
}
