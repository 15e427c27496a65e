package content_test

import (
	"strings"
	"testing"

	"deskleaf/content"
)

func TestTextsThatStandAsInADocument(t *testing.T) {
	document := "Do not eat or drink anything for eight hours before you come to us."
	for name, c := range map[string]struct {
		text      string
		own       bool
		stands    bool
		mayBeKept bool
	}{
		"word for word":              {text: document, stands: true},
		"other marks and capitals":   {text: "**DO NOT** eat, or drink anything for eight hours – before you come to us!", stands: true},
		"with a word more":           {text: "Please do not eat or drink anything for eight hours before you come to us.", stands: true},
		"half of it in another text": {text: "Stay home. Do not eat or drink anything for eight hours.", stands: true},
		"written anew":               {text: "Have nothing to eat or drink for 8 hours before your visit."},
		"seven words of it":          {text: "Eat or drink anything for eight hours"},
		"nothing":                    {text: ""},
		"the clinic's own":           {text: document, own: true, stands: true, mayBeKept: true},
		"the clinic's own, changed":  {text: "Please do not eat or drink anything for eight hours before you come to us.", own: true, mayBeKept: true},
		"a short one":                {text: "Bring a photo ID.", stands: true, mayBeKept: true},
	} {
		w := &content.Words{Summary: c.text, Imported: &content.Imported{From: "a.docx", Own: c.own, Texts: []string{document, "Bring a photo ID."}}}
		if got := strings.Join(w.Unwritten(), " "); got != map[bool]string{true: "summary"}[c.stands] {
			t.Errorf("%s: what stands as in the document is %q", name, got)
		}
		if c.stands && w.Imported.MayKeep(c.text) != c.mayBeKept {
			t.Errorf("%s: whether it may be kept is wrong", name)
		}
		if !c.mayBeKept {
			continue
		}
		w.Imported = w.Imported.Kept(c.text)
		if got := w.Unwritten(); len(got) > 0 {
			t.Errorf("%s: once somebody checked it, it still stands as in the document", name)
		}
	}
}

// What is left to do about a document is nothing that anybody reads on a page: an
// approval outlives it.
func TestFingerprintLeavesTheDocumentOut(t *testing.T) {
	p, w := &content.Procedure{ID: "mri"}, content.Words{Title: "MRI"}
	with := w
	with.Imported = &content.Imported{From: "a.docx", Codes: []string{"70551"}}
	if content.Fingerprint(p, &w) != content.Fingerprint(p, &with) {
		t.Error("words have another fingerprint while codes of a document wait to be looked up")
	}
	if with.Imported.Done() == nil || with.Imported.Done().Texts != nil {
		t.Error("a code that nobody looked up is forgotten")
	}
	if (&content.Imported{From: "a.docx", Texts: []string{"Rest."}}).Done() != nil {
		t.Error("something is left to do where nothing is")
	}
	if left := (&content.Imported{Left: []content.Unplaced{{Text: "a"}, {Text: "b"}}}).Without(0).Left; len(left) != 1 || left[0].Text != "b" {
		t.Errorf("without the first text: %v", left)
	}
}
