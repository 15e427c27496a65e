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
	var page bytes.Buffer
	page.WriteString("<!doctype html><body>")
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := md.Convert([]byte(text), &page); err != nil {
		return TooNested
	}
	return readPage(d, page.String())
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
