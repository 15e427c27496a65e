// Package assets holds what the program carries in its own file: the type it
// sets words in, the icon of the program, and in the folders beside it the small
// icons ([deskleaf/assets/icons]) and the words of the window
// ([deskleaf/assets/words]).
//
// One family, Source Sans 3, serves screen and paper, so that what a person sees
// in the window is what comes out of the printer. On paper, letters that it lacks
// (Armenian, Georgian, rare Latin ones) are DejaVu Sans, cut down to them. The
// licences lie beside the fonts (fonts/LICENSE_FONT, the SIL Open Font License
// 1.1, and fonts/LICENSE_DEJAVU); each package has them among its notices, because
// they must go wherever the fonts go.
package assets

import _ "embed"

// The fonts are kept as strings, which nothing can change.
var (
	//go:embed fonts/SourceSans3_400Regular.ttf
	regular string
	//go:embed fonts/SourceSans3_700Bold.ttf
	bold string
	//go:embed fonts/DejaVuSans.ttf
	otherRegular string
	//go:embed fonts/DejaVuSans-Bold.ttf
	otherBold string
	//go:embed icon.png
	appIcon string
)

// Regular returns Source Sans 3 at weight 400 as a TrueType file. The bytes are
// the caller's own, to write into or keep.
func Regular() []byte { return []byte(regular) }

// Bold returns Source Sans 3 at weight 700, as [Regular] does.
func Bold() []byte { return []byte(bold) }

// OtherRegular returns what DejaVu Sans has and Source Sans 3 does not, as a
// TrueType file (app/sheet/truetype/keep makes it), as [Regular] does.
func OtherRegular() []byte { return []byte(otherRegular) }

// OtherBold returns the same of DejaVu Sans Bold.
func OtherBold() []byte { return []byte(otherBold) }

// Icon returns the icon of the program, a PNG of 512 by 512 pixels made from
// icon.svg.
func Icon() []byte { return []byte(appIcon) }
