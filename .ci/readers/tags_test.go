package readers_test

import (
	"slices"
	"testing"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"deskleaf/app/sheet"
)

// TestTheTreeThatPDFiumReads: every handout is valid by the letter of the standard, and the browser's reader finds on each
// page the headings, lists and tables that the sheet was laid out as, in their order.
func TestTheTreeThatPDFiumReads(t *testing.T) {
	for name, pages := range everyHandout(t) {
		t.Run(name, func(t *testing.T) {
			pdf, err := pages.PDF()
			if err != nil {
				t.Fatal(err)
			}
			checkStrictly(t, pdf)
			open(t, pdf, func(read pdfium.Pdfium, document references.FPDF_DOCUMENT) {
				tagged, err := read.FPDFCatalog_IsTagged(&requests.FPDFCatalog_IsTagged{Document: document})
				if err != nil || !tagged.IsTagged {
					t.Fatalf("PDFium says that the file is not tagged (%v)", err)
				}
				for i := range pages.List {
					got, want := kindsRead(t, read, document, i), kindsOf(pages, i)
					if !slices.Equal(got, want) {
						t.Errorf("page %d: PDFium reads\n%q\nwant\n%q", i+1, got, want)
					}
				}
			})
		})
	}
}

// kindsOf is what a page paints for a listener, in order: the kind of each run of one place.
func kindsOf(pages *sheet.Pages, page int) (kinds []string) {
	before := sheet.Place(-1)
	for _, op := range pages.List[page].Ops {
		at := op.Where()
		if at != before && !pages.Tree.Artifact(at) {
			kinds = append(kinds, string(pages.Tree[at].Kind))
		}
		before = at
	}
	return kinds
}

// kindsRead is the same as PDFium finds it, going down its tree.
func kindsRead(t *testing.T, read pdfium.Pdfium, document references.FPDF_DOCUMENT, page int) (kinds []string) {
	t.Helper()
	must := func(err error) {
		if err != nil {
			t.Fatalf("PDFium reads the tree of page %d: %v", page+1, err)
		}
	}
	tree, err := read.FPDF_StructTree_GetForPage(&requests.FPDF_StructTree_GetForPage{
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: page}},
	})
	must(err)
	defer read.FPDF_StructTree_Close(&requests.FPDF_StructTree_Close{StructTree: tree.StructTree})
	var element func(e references.FPDF_STRUCTELEMENT)
	element = func(e references.FPDF_STRUCTELEMENT) {
		kind, err := read.FPDF_StructElement_GetType(&requests.FPDF_StructElement_GetType{StructElement: e})
		must(err)
		count, err := read.FPDF_StructElement_CountChildren(&requests.FPDF_StructElement_CountChildren{StructElement: e})
		must(err)
		for i := range count.Count {
			if kid, err := read.FPDF_StructElement_GetChildAtIndex(&requests.FPDF_StructElement_GetChildAtIndex{StructElement: e, Index: i}); err == nil {
				element(kid.StructElement)
				continue
			}
			mark, err := read.FPDF_StructElement_GetChildMarkedContentID(&requests.FPDF_StructElement_GetChildMarkedContentID{StructElement: e, Index: i})
			if err == nil && mark.ChildMarkedContentID >= 0 { // else it is on another page
				kinds = append(kinds, kind.Type)
			}
		}
	}
	count, err := read.FPDF_StructTree_CountChildren(&requests.FPDF_StructTree_CountChildren{StructTree: tree.StructTree})
	must(err)
	for i := range count.Count {
		kid, err := read.FPDF_StructTree_GetChildAtIndex(&requests.FPDF_StructTree_GetChildAtIndex{StructTree: tree.StructTree, Index: i})
		must(err)
		element(kid.StructElement)
	}
	return kinds
}
