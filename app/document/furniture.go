package document

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The furniture of a page is what it has beside what it says, on every page of its
// site: menus, banners, notices about cookies, advertisements, forms, feet.

// furnitureElements are elements that are always furniture.
var furnitureElements = []atom.Atom{atom.Nav, atom.Button, atom.Select, atom.Textarea, atom.Menu, atom.Dialog}

// edgeElements are furniture beside the text, and parts of it within.
var edgeElements = []atom.Atom{atom.Header, atom.Footer, atom.Aside, atom.Form}

// furnitureRoles are the roles of furniture (WAI-ARIA 1.2, landmarks and widgets).
var furnitureRoles = []string{
	"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tablist", "button",
}

// furnitureNames are words in the class or id of furniture.
var furnitureNames = wordSet(`nav navbar navigation menu submenu megamenu breadcrumb breadcrumbs topbar toolbar skip skiplink
	cookie cookies consent gdpr onetrust banner popup modal overlay lightbox alertbar notification toast
	ad ads adslot advert advertisement advertising sponsor sponsored promo promotion teaser cta
	share sharing social follow newsletter subscribe subscription signup login signin
	sidebar related recommended trending popular comments comment disqus
	footer foot copyright disclaimer pagination pager search searchbox masthead`)

// The most of a page that furniture is told by its name or its links, in hundredths:
// a class of the whole page often says what else is on it ("has-sidebar").
const mostNamed = 40

// isFurniture reports whether an element is furniture.
func (p *pageReader) isFurniture(n *html.Node) bool {
	if slices.Contains(furnitureElements, n.DataAtom) {
		return true
	}
	if n.DataAtom == atom.Html || n.DataAtom == atom.Body || p.around[n] || p.sizes[n].title {
		return false
	}
	if slices.Contains(furnitureRoles, attribute(n, "role")) || attribute(n, "aria-hidden") == "true" {
		return true
	}
	if !p.isSmall(n) {
		return false
	}
	if slices.Contains(edgeElements, n.DataAtom) && !(p.inMain && n.DataAtom == atom.Header) {
		return true
	}
	return slices.ContainsFunc(tokensOf(attributeAsWritten(n, "class")+" "+attributeAsWritten(n, "id")), func(t string) bool { return furnitureNames[t] }) || p.isMenu(n)
}

// isSmall reports whether an element has the lesser part of what is seen.
func (p *pageReader) isSmall(n *html.Node) bool { return p.sizes[n].letters*100 <= p.whole*mostNamed }

// isMenu reports whether an element is a list of links.
func (p *pageReader) isMenu(n *html.Node) bool {
	s := p.sizes[n]
	const leastLinks, leastLinked = 3, 80 // of what is in it, in hundredths
	return slices.Contains([]atom.Atom{atom.Ul, atom.Ol, atom.Div, atom.P, atom.Table}, n.DataAtom) && s.links >= leastLinks && s.linked*100 >= s.letters*leastLinked
}

// tokensOf are the words of a class or id, in small letters, and each part of one:
// "Site-navBar" has "site-navbar", "site", "nav", "bar" and "navbar".
func tokensOf(names string) []string {
	var all []string
	for _, name := range strings.Fields(names) {
		all = append(all, strings.ToLower(name))
		for _, part := range strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || r == ':' }) {
			all = append(all, strings.ToLower(part))
			start := 0
			for i, r := range part {
				if i > start && unicode.IsUpper(r) {
					all = append(all, strings.ToLower(part[start:i]))
					start = i
				}
			}
			if start > 0 {
				all = append(all, strings.ToLower(part[start:]))
			}
		}
	}
	return all
}

// attributeAsWritten is an attribute with its capitals.
func attributeAsWritten(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
