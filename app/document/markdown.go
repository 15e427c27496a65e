package document

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// readMarkdown reads Markdown as the page that it makes. What stands before it for
// other programs, between lines of "---", is an aside.
func readMarkdown(d *Document, text string) Reason {
	if head, rest, ok := frontMatter(text); ok {
		d.aside(Metadata, head)
		text = rest
	}
	if len(text) > mostMarkdown {
		return Long
	}
	if isNested(text) {
		return TooNested
	}
	var page bytes.Buffer
	page.WriteString("<!doctype html><body>")
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := md.Convert([]byte(text), &page); err != nil {
		return TooNested
	}
	return readPage(d, page.String())
}

// Bounds of Markdown, whose marks can stand in each other: bytes of a text of
// MostWords, and marks at the beginning of a line.
const (
	mostMarkdown = 400 << 10
	mostMarks    = 60
	mostSigns    = 8000 // in all; the time that they take grows with their square
)

// isNested reports whether a text has more marks than anybody writes, in all or at the
// beginning of a line.
func isNested(text string) bool {
	signs := 0
	for i := range len(text) {
		if strings.IndexByte("*_~`[]!<|", text[i]) >= 0 {
			signs++
		}
	}
	if signs > mostSigns {
		return true
	}
	for l := range strings.Lines(text) {
		marks := strings.TrimLeft(l, "> \t-*+0123456789.)")
		if n := len(l) - len(marks); n > mostMarks && strings.Trim(l[:n], " \t") != "" && !isRule(strings.TrimSpace(l)) {
			return true
		}
	}
	return false
}

// frontMatter cuts off what stands before a text between lines of "---".
func frontMatter(text string) (head, rest string, ok bool) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	after, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return "", text, false
	}
	return strings.Cut(after, "\n---\n")
}
