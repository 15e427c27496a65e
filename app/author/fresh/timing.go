package fresh

import (
	"regexp"
	"strings"

	"deskleaf/content"
)

// numbers are those that people write as words.
var numbers = map[string]string{
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "ten": "10", "twelve": "12", "a": "1", "an": "1",
	"un": "1", "una": "1", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "diez": "10", "doce": "12",
}

// units are the words for units, as timings have them.
var units = map[string]string{
	"minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month", "minuto": "minute", "hora": "hour", "dia": "day", "semana": "week", "mes": "month", "mese": "month",
}

const (
	aNumber = `(\d{1,2}|one|two|three|four|five|six|seven|eight|ten|twelve|an?|una?|dos|tres|cuatro|cinco|seis|siete|ocho|diez|doce)`
	aUnit   = `(minuto|minute|hora|hour|dia|day|semana|week|mese|month|mes)s?`
)

// Ways in which documents say when, in folded words. What stands above is tried first.
var times = []struct {
	shape *regexp.Regexp
	when  func(part content.Part, m []string) string
}{
	{regexp.MustCompile(` ` + aNumber + ` (?:to|a|o|or) ` + aNumber + ` ` + aUnit + ` (?:before|prior|antes) `), func(_ content.Part, m []string) string {
		return span(m[1], m[2], m[3], "before")
	}},
	{regexp.MustCompile(` ` + aNumber + ` ` + aUnit + ` (?:before|prior|antes) `), func(_ content.Part, m []string) string { return amount(m[1], m[2]) + " before" }},
	{regexp.MustCompile(` (?:day|night|evening|afternoon) before | (?:noche|dia|tarde) (?:anterior|antes) `), func(content.Part, []string) string { return "1 day before" }},
	{regexp.MustCompile(` (?:morning|day) of | manana de | (?:el )?dia (?:de la|del|de su) `), func(content.Part, []string) string { return "visit day" }},
	{regexp.MustCompile(` (?:for|first|next|por|durante|primeras|primeros|proximas|siguientes) ` + aNumber + ` ` + aUnit + ` `), func(p content.Part, m []string) string {
		if p != content.Aftercare {
			return ""
		}
		return "until " + amount(m[1], m[2]) + " after"
	}},
	{regexp.MustCompile(` ` + aNumber + ` ` + aUnit + ` (?:after|despues) `), func(p content.Part, m []string) string {
		if p != content.Aftercare {
			return ""
		}
		return amount(m[1], m[2]) + " after"
	}},
	{regexp.MustCompile(` (?:rest of the day|tonight|resto del dia|esta noche) `), func(p content.Part, _ []string) string {
		if p != content.Aftercare {
			return ""
		}
		return "rest of the day"
	}},
}

func amount(number, unit string) string {
	if n, ok := numbers[number]; ok {
		number = n
	}
	return number + " " + units[unit]
}

func span(from, to, unit, way string) string {
	low, high := amount(from, unit), amount(to, unit)
	first, _, _ := strings.Cut(high, " ")
	return first + " to " + low + "s " + way // the earlier time comes first
}

// timeOf is when a text says that something is to be done; ok is false where it says
// nothing that a timing can hold.
func timeOf(part content.Part, text string) (when content.Timing, ok bool) {
	words := folded(text)
	for _, t := range times {
		m := t.shape.FindStringSubmatch(words)
		if m == nil {
			continue
		}
		said := t.when(part, m)
		if said == "" {
			continue
		}
		if when, err := content.ParseTiming(said); err == nil {
			return when, true
		}
	}
	return content.Timing{}, false
}

// usual is when a step of a part is done where nothing says.
func usual(part content.Part) content.Timing {
	if part == content.Aftercare {
		return content.Timing{Kind: content.RestOfDay, Way: content.After, Anchor: content.End}
	}
	return content.Timing{Kind: content.VisitDay}
}
