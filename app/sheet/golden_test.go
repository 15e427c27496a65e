package sheet

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deskleaf/assets/goldentest"
)

var out = flag.String("out", "", "a folder to write the sample's pages into, to look at")

// variants are the sample in every size and on every paper.
func variants() map[string]Sheet {
	a4, large, sure := sample(), sample(), sample()
	a4.Paper = A4
	large.Size = Large
	sure.Band, sure.Letterhead.Free = "", 72
	return map[string]Sheet{"letter": sample(), "a4": a4, "large": large, "preprinted": sure}
}

func paginate(t testing.TB, s Sheet) *Pages {
	t.Helper()
	p, err := Paginate(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPagesStayAsTheyAre(t *testing.T) {
	for name, s := range variants() {
		t.Run(name, func(t *testing.T) {
			p := paginate(t, s)
			goldentest.Hold(t, "testdata/"+name+".golden", describe(p))
			lookAt(t, name, p)
		})
	}
}

func TestPlainTextIsThePage(t *testing.T) {
	goldentest.Hold(t, "testdata/plain.golden", paginate(t, sample()).Plain())
}

// describe writes pages as a line an operation.
func describe(p *Pages) string {
	var b strings.Builder
	for i, page := range p.List {
		fmt.Fprintf(&b, "page %d of %q, %.2f x %.2f\n", i+1, p.Parts[page.Part].Name, p.Width, p.Height)
		for _, op := range page.Ops {
			fmt.Fprintf(&b, "%-22s %s\n", p.path(op.Where()), describeOp(op))
		}
	}
	return b.String()
}

// path is a place's way down the tree, by kinds.
func (p *Pages) path(at Place) string {
	kinds := string(p.Tree[at].Kind)
	for ; at > Footer && p.Tree[at].Parent != Root; at = p.Tree[at].Parent {
		if up := p.Tree[p.Tree[at].Parent]; up.Kind != KindSect {
			kinds = string(up.Kind) + "/" + kinds
		}
	}
	return kinds
}

func describeOp(op Op) string {
	switch op := op.(type) {
	case TextOp:
		return fmt.Sprintf("text %.1f,%.1f w%.1f %s %.1f %s %q", op.X, op.Y, op.Width, [...]string{"regular", "bold", "other", "other bold"}[op.Face], op.Size, inkName(op.Ink), op.Text)
	case RuleOp:
		kind := "rule"
		if op.Blank {
			kind = "blank"
		}
		return fmt.Sprintf("%s %.1f,%.1f to %.1f,%.1f weight %.1f %s", kind, op.X1, op.Y1, op.X2, op.Y2, op.Weight, inkName(op.Ink))
	case BoxOp:
		return fmt.Sprintf("box %.1f,%.1f %.1fx%.1f round %.1f weight %.1f dash %.1f fill %v %s", op.X, op.Y, op.W, op.H, op.Radius, op.Weight, op.Dash, op.Fill, inkName(op.Ink))
	case TickOp:
		return fmt.Sprintf("tick %.1f,%.1f %.1f", op.X, op.Y, op.Size)
	case IconOp:
		return fmt.Sprintf("icon %.1f,%.1f %.1f %s", op.X, op.Y, op.Size, op.Name)
	case SquaresOp:
		return fmt.Sprintf("squares %.1f,%.1f %.1f %d cells", op.X, op.Y, op.Size, len(op.Cells))
	case ImageOp:
		return fmt.Sprintf("image %.1f,%.1f %.1fx%.1f", op.X, op.Y, op.W, op.H)
	}
	return fmt.Sprintf("%T", op)
}

func inkName(i Ink) string {
	return map[Ink]string{Black: "black", Blue: "blue", White: "white", Gray: "gray"}[i]
}

// lookAt writes pages where -out says, for a person to look at.
func lookAt(t *testing.T, name string, p *Pages) {
	t.Helper()
	if *out == "" {
		return
	}
	pdf, err := p.PDF()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*out, name+".pdf"), pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Logf("%s: %d pages, %d bytes, %+v", name, len(p.List), len(pdf), p.Parts)
}
