package document

import (
	"regexp"
	"slices"
	"strings"
)

// Papers that were copied or scanned have their page heads and feet among the text: the
// clinic's name and address over the title, the same line again on each page, and
// numbers of pages.

var (
	pageNumber = regexp.MustCompile(`(?i)^(?:page|página|pág\.?|p\.)? ?[0-9]{1,3}(?: ?(?:of|de|/) ?[0-9]{1,3})?$`)
	formNumber = regexp.MustCompile(`(?i)^(?:rev(?:\.|ised|ision)?|last (?:revised|updated|reviewed)|updated|form(?: no\.?| #)?|©|copyright|revisado|actualizado)\b.*[0-9]`)
	address    = regexp.MustCompile(`(?i)[0-9]{3}[ .)-]{1,2}[0-9]{3}[ .-][0-9]{4}|\b[A-Z]{2} [0-9]{5}\b|\b(?:suite|ste\.?) [0-9]+|www\.`)
	clinicName = regexp.MustCompile(`(?i)(?:\b(?:center|centre|clinic|hospital|associates|group|medical|health|institute|partners|specialists|healthcare|clínica|centro|instituto)|\bP\.?[AC]\.?|\bLLC)$|^(?:the )?(?:clínica|centro|hospital|instituto|department of|división de|departamento de) `)
)

// Words in a name over the title, at most, and how many of the first blocks may be of
// the letterhead.
const (
	longestName = 8
	mostHead    = 4
)

// takeMargins sets aside what stands in the margins of pages.
func (d *Document) takeMargins() {
	head := 0
	for head < min(mostHead, len(d.Blocks)-1) && isLetterhead(d.Blocks[head]) {
		head++
	}
	margin := map[int]bool{}
	for i, b := range d.Blocks {
		margin[i] = i < head || isFoot(b) || slices.ContainsFunc(d.Blocks[:head], func(h Block) bool { return h.Text == b.Text })
	}
	var kept []Block
	for i, b := range d.Blocks {
		if margin[i] {
			d.aside(Margin, b.Text)
		} else {
			kept = append(kept, b)
		}
	}
	if len(kept) > 0 && len(kept) < len(d.Blocks) {
		if slices.ContainsFunc(d.Blocks[:head], func(h Block) bool { return h.Text == d.Title }) {
			d.Title = ""
		}
		d.Blocks = kept
	}
}

// isLetterhead reports whether a block over the title is a clinic's name or address.
func isLetterhead(b Block) bool {
	if b.Kind == Item || b.Kind == Row {
		return false
	}
	return address.MatchString(b.Text) || len(strings.Fields(b.Text)) <= longestName && clinicName.MatchString(b.Text)
}

// isFoot reports whether a block is the number of a page, or that of the form.
func isFoot(b Block) bool {
	return b.Kind == Paragraph && (pageNumber.MatchString(b.Text) || len(strings.Fields(b.Text)) <= longestName && formNumber.MatchString(b.Text))
}
