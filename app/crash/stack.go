package crash

import (
	"path"
	"regexp"
	"strings"
)

// What Go prints of a fault: how a goroutine begins, a function that was called,
// and the file and line where it stood.
var (
	goroutine = regexp.MustCompile(`^goroutine \d+ .*\[([a-z ]+)`)
	function  = regexp.MustCompile(`^(created by )?([\w./\-()*·\[\]{}]+?)(\([^()]*\)| in goroutine \d+)?$`)
	place     = regexp.MustCompile(`^\t(.+\.(?:go|s)):(\d+)( [+ a-z0-9=]+)?$`)
)

// runtimeStack begins the calls of the Go runtime itself, where it ends the program.
const runtimeStack = "runtime stack:"

// mostFrames is how many lines of a stack a report has: more than the deepest calls
// of a window, less than anybody reads.
const mostFrames = 120

// frames are the lines of a stack as a report has them: a function, then where,
// without arguments and without folders of the computer.
func frames(stack string) []string {
	var lines []string
	for _, line := range strings.Split(strings.ReplaceAll(stack, "\r\n", "\n"), "\n") {
		if len(lines) == mostFrames {
			break
		}
		if line == runtimeStack {
			lines = append(lines, line)
		} else if m := goroutine.FindStringSubmatch(line); m != nil {
			lines = append(lines, "goroutine, "+strings.TrimSpace(m[1]))
		} else if m := place.FindStringSubmatch(line); m != nil {
			lines = append(lines, "\t"+short(m[1])+":"+m[2])
		} else if m := function.FindStringSubmatch(line); m != nil && strings.ContainsRune(m[2], '.') && len(lines) > 0 {
			lines = append(lines, m[1]+m[2])
		}
	}
	return lines
}

// short is the last two parts of a path: the rest is of the computer that built
// the program.
func short(file string) string {
	file = strings.ReplaceAll(file, `\`, "/")
	folder, name := path.Split(file)
	return path.Base(folder) + "/" + name
}

// runtimeFault is a fault that Go's runtime tells in its own words, which have no
// values of the program in them but numbers and types. It stands at the very
// beginning, where no other words can be taken for it.
var runtimeFault = regexp.MustCompile(`\A\s*panic: (runtime error: [a-zA-Z0-9 ,.:'()\[\]*/-]*` +
	`|assignment to entry in nil map|close of (?:nil|closed) channel|send on closed channel|all goroutines are asleep - deadlock!)`)

// kindOf says what ended the program, from what Go printed.
func kindOf(printed string) string {
	if m := runtimeFault.FindStringSubmatch(printed); m != nil {
		return m[1]
	}
	if strings.Contains(printed, runtimeStack) {
		return "the Go runtime ended the program"
	}
	return "a fault whose words are not kept"
}
