package visit

import (
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"deskleaf/content/civil"
)

// A piece is a word or a number of what was said, in small letters without
// accents.
type piece struct {
	text    string
	ordinal bool // a number that is a day: "the 10", "10th"
}

// nextWord and noonWord stand for all words of their meaning.
const (
	nextWord = "next"
	noonWord = "noon"
)

// turns are turns of phrase of several words, as the one word that they mean.
var turns = strings.NewReplacer(
	"day after tomorrow", "overmorrow", "pasado manana", "overmorrow",
	"de la manana", "am", "por la manana", "am", "en la manana", "am", "in the morning", "am",
	"de la tarde", "pm", "por la tarde", "pm", "en la tarde", "pm", "in the afternoon", "pm",
	"de la noche", "pm", "in the evening", "pm", "del mediodia", "pm",
	"a. m.", "am", "p. m.", "pm", "a.m", "am", "p.m", "pm",
	" 12 noon", " "+noonWord, " 12:00 noon", " "+noonWord, "que viene", " ", " a las ", " ", " a la ", " ", "al mediodia", noonWord, "mediodia", noonWord, "o'clock", " ", "o’clock", " ", "°", "º",
	",", " ", ";", " ",
)

// passed over are words that say nothing here.
var passedOver = wordSet("a at on in the this el la las los de del en dentro este esta day dia proximo proxima")

var dayWord = wordSet("day dia")

// pointing are those of them that make a number behind them a day.
var pointing = wordSet("the el dia day")

var ordinalEndings = wordSet("st nd rd th º ª ro er o")

// halves are the words for the halves of the day.
var halves = map[string]string{"am": "am", "a": "am", "pm": "pm", "p": "pm"}

// dayWords are days by their distance from today.
var dayWords = map[string]int{
	"today": 0, "hoy": 0, "tomorrow": 1, "tmrw": 1, "tmr": 1, "tom": 1, "manana": 1, "overmorrow": 2,
}

// weekdays are the names of the weekdays; three letters of one are enough.
var weekdays = map[string]time.Weekday{
	"sunday": time.Sunday, "monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday, "weds": time.Wednesday,
	"thursday": time.Thursday, "friday": time.Friday, "saturday": time.Saturday,
	"domingo": time.Sunday, "lunes": time.Monday, "martes": time.Tuesday, "miercoles": time.Wednesday,
	"jueves": time.Thursday, "viernes": time.Friday, "sabado": time.Saturday,
}

// months are the names of the months; three letters of one are enough.
var months = map[string]time.Month{
	"january": time.January, "february": time.February, "march": time.March, "april": time.April, "may": time.May, "june": time.June,
	"july": time.July, "august": time.August, "september": time.September, "october": time.October, "november": time.November, "december": time.December,
	"enero": time.January, "febrero": time.February, "marzo": time.March, "abril": time.April, "mayo": time.May, "junio": time.June,
	"julio": time.July, "agosto": time.August, "septiembre": time.September, "setiembre": time.September, "octubre": time.October,
	"noviembre": time.November, "diciembre": time.December,
}

// named finds a name by its first three letters or more. Names that begin alike
// mean the same, in both languages.
func named[T any](names map[string]T, said string) (value T, ok bool) {
	if len(said) < 3 {
		return value, false
	}
	for name, v := range names {
		if strings.HasPrefix(name, said) {
			return v, true
		}
	}
	return value, false
}

// A unit is a length of time on the calendar.
type unit struct{ days, months int }

// units are what can be counted. Hours and minutes are known only to be refused.
var units = map[string]unit{
	"days": {days: 1}, "dias": {days: 1},
	"week": {days: 7}, "weeks": {days: 7}, "wk": {days: 7}, "wks": {days: 7}, "semana": {days: 7}, "semanas": {days: 7},
	"month": {months: 1}, "months": {months: 1}, "mes": {months: 1}, "meses": {months: 1},
	"hour": {}, "hours": {}, "hora": {}, "horas": {}, "minute": {}, "minutes": {}, "min": {}, "minuto": {}, "minutos": {},
}

func (u unit) isZero() bool { return u == unit{} }

// after is the day that is n units after d.
func (u unit) after(d civil.Date, n int) civil.Date {
	return d.AddDays(u.days * n).AddMonths(u.months * n)
}

// counts are numbers in words.
var counts = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10,
	"un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "ocho": 8, "diez": 10, "quince": 15,
}

// count reads a number, in digits or in a word.
func count(text string) (int, bool) {
	if isNumber(text) {
		return number(text), true
	}
	n, ok := counts[text]
	return n, ok
}

// maxSaid is the most bytes that are read; nobody says so much.
const maxSaid = 100

// piecesOf cuts what was said into pieces, without the words that say nothing.
func piecesOf(text string) []piece {
	var pieces []piece
	pointed := false // the word before was "the"
	for _, p := range cut(turns.Replace(plain(text[:min(len(text), maxSaid)]))) {
		var before piece
		if n := len(pieces); n > 0 {
			before = pieces[n-1]
		}
		switch {
		case ordinalEndings[p] && isDay(before.text):
			pieces[len(pieces)-1].ordinal = true
		case dayWord[p] && isNumber(before.text):
			pieces = append(pieces, piece{text: "days"})
		case p == "t" && yearFirst.MatchString(before.text), passedOver[p] && !(p == "a" && isTime(before.text)):
			pointed = pointing[p]
			continue
		default:
			pieces = append(pieces, piece{text: p, ordinal: pointed && isDay(p)})
		}
		pointed = false
	}
	return pieces
}

// isTime reports whether text can be a time, with AM and PM apart.
func isTime(text string) bool { return clockTime.MatchString(text) || runTime.MatchString(text) }

// cut parts a text at its spaces, and numbers with their signs from words:
// "9am", "10th" and "dec-10" are two each.
func cut(text string) []string {
	var parts []string
	for _, field := range strings.Fields(text) {
		for field != "" {
			signs := !unicode.IsLetter([]rune(field)[0])
			end := strings.IndexFunc(field, func(r rune) bool { return unicode.IsLetter(r) == signs })
			if end < 0 {
				end = len(field)
			}
			if part := strings.Trim(field[:end], ".:/-"); part != "" {
				parts = append(parts, part)
			}
			field = field[end:]
		}
	}
	return parts
}

// plain is text in small letters without accents.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(text))
}

// wordSet is the set of the words of a list.
func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
