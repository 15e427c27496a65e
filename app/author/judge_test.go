package author_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deskleaf/app/author"
	"deskleaf/app/clinic"
	"deskleaf/app/store"
	"deskleaf/content"
	"deskleaf/content/library"
)

// An entry is a line of what a desk writes down.
type entry struct {
	Did      string // "begun", "try", "saved", "seen", "given up"
	Place    string
	Token    string // what was written
	Replaced string // "try" and "saved": what was there; "seen": what another desk had written
}

// judge looks for every edit.
func (s *stage) judge() {
	t := s.t
	final, seen, saved, tried := map[string]bool{}, map[string]bool{}, map[string]entry{}, map[string]entry{}
	for place, text := range placesOf(t, s.share) {
		final[place+" "+text] = true
	}
	drafts := ""
	for n := range desks {
		own := filepath.Join(s.top, fmt.Sprint(n))
		open := map[string]entry{} // tries of which nothing was written down yet
		for _, e := range s.diary[n] {
			switch e.Did {
			case "begun": // the desk was killed: it may have saved, over what it had before it
				for _, o := range open {
					seen[o.Place+" "+o.Replaced] = true
				}
				clear(open)
			case "try":
				tried[e.Token], open[e.Token] = e, e
			case "saved":
				saved[e.Token] = e
				seen[e.Place+" "+e.Replaced] = true
				delete(open, e.Token)
			case "seen":
				seen[e.Place+" "+e.Replaced] = true
			case "given up":
				seen[e.Place+" "+e.Token] = true
				delete(open, e.Token)
			}
		}
		files, _ := filepath.Glob(filepath.Join(own, "drafts", "*"))
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			drafts += string(data)
		}
	}
	for _, e := range tried { // a desk that was killed did not write down what came of it
		if _, was := saved[e.Token]; !was && !seen[e.Place+" "+e.Token] {
			seen[e.Place+" "+e.Replaced] = true
		}
	}
	lost := 0
	for _, e := range tried {
		at := e.Place + " " + e.Token
		_, was := saved[e.Token]
		if final[at] || seen[at] || !was && strings.Contains(drafts, e.Token) {
			continue
		}
		lost++
		t.Errorf("%q at %s is lost (saved: %t)", e.Token, e.Place, was)
		s.about(e)
	}
	t.Logf("%d edits, %d saved, %d lost, %d desks killed; %d files were begun while the share went", len(tried), len(saved), lost, s.kills, s.phantoms)
	if len(saved) < desks {
		t.Error("the desks have hardly saved anything")
	}
}

// about logs what all desks wrote down about an edit, and what its own did next.
func (s *stage) about(lost entry) {
	for n, diary := range s.diary {
		for i, e := range diary {
			if e.Token == lost.Token || e.Replaced == lost.Token {
				s.t.Logf("desk %d: %+v", n, diary[i:min(i+4, len(diary))])
			}
		}
	}
}

// The procedures and texts that the desks change.
var (
	changedIDs   = []string{"si-joint-injection", "knee-injection", "colonoscopy"}
	changedPaths = []string{"summary", "sections.follow_up", "noun"}
	changedBlank = []content.Blank{{ID: "arrive-at", Type: content.TextBlank, Scopes: []content.Scope{content.ClinicScope}}, {ID: "bring-along", Type: content.TextBlank, Scopes: []content.Scope{content.ClinicScope}}}
)

// placesOf is what stands at all those places in a clinic's folder.
func placesOf(t *testing.T, folder string) map[string]string {
	all := map[string]string{}
	books := library.Open(folder, "")
	for _, id := range changedIDs {
		book, complaints, err := books.Book(id)
		if err != nil || len(complaints) > 0 {
			t.Fatalf("%s ends as %v, %v", id, complaints, err)
		}
		for _, language := range []string{"en", "es"} {
			for _, path := range changedPaths {
				all[id+"/"+language+"/"+path] = author.Text(*book.Words[language], path)
			}
		}
	}
	for key, text := range clinic.Open(store.OS{}, folder).Answers.Clinic {
		all["answers/"+key] = text
	}
	return all
}
