// Command deskleaf tells the front desk of a clinic what a procedure is, how to
// prepare, what happens after and what it may cost, and prints the pages that
// patients take home. Without arguments it opens its window; `deskleaf help`
// lists what it does in a terminal.
package main

import (
	_ "embed"
	"os"

	"deskleaf/app/launch"
)

// about is the one place that says which version this is.
//
//go:embed FyneApp.toml
var about string

func main() {
	os.Exit(launch.Run(about, os.Args[1:]))
}
