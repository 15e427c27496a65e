package readers_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/sahilm/fuzzy"

	"deskleaf/content/find"
	"deskleaf/content/library"
	"deskleaf/content/library/asked"
)

// A searcher gives the ids that fit words, the best first.
type searcher func(words string) []string

// BenchmarkRightAnswers puts the questions that people ask to this program's search, to bleve with its fuzziness of two, and
// to sahilm/fuzzy, over the same texts. It reports of a hundred answers how many were right in the first place and within
// the first three, and the time of a question.
func BenchmarkRightAnswers(b *testing.B) {
	entries := library.Open("", "").Entries()
	queries := slices.DeleteFunc(asked.Queries(), func(q asked.Query) bool {
		return !slices.ContainsFunc(entries, func(e find.Entry) bool { return e.ID == q.ID })
	})
	for _, s := range []struct {
		name   string
		search searcher
	}{{"deskleaf", ours(entries)}, {"bleve", withBleve(b, entries)}, {"sahilm-fuzzy", withFuzzy(entries)}} {
		for _, kind := range []struct {
			name    string
			queries []asked.Query
		}{{"as typed", queries}, {"with slips", asked.Slipped(queries)}} {
			b.Run(s.name+", "+kind.name, func(b *testing.B) { put(b, s.search, kind.queries) })
		}
	}
}

// put asks all queries as often as the benchmark wants.
func put(b *testing.B, search searcher, queries []asked.Query) {
	first, third := 0, 0
	for n := 0; b.Loop(); n++ {
		q := queries[n%len(queries)]
		search(q.Words)
	}
	for _, q := range queries {
		switch slices.Index(search(q.Words), q.ID) {
		case 0:
			first++
			third++
		case 1, 2:
			third++
		}
	}
	b.ReportMetric(100*float64(first)/float64(len(queries)), "first/100")
	b.ReportMetric(100*float64(third)/float64(len(queries)), "among-three/100")
}

func ours(entries []find.Entry) searcher {
	index := find.New(entries)
	return func(words string) []string {
		var ids []string
		for _, m := range index.Search(words, 5).Matches {
			ids = append(ids, m.Entry.ID)
		}
		return ids
	}
}

// textsOf are the texts of an entry that all three search.
func textsOf(e find.Entry) []string {
	texts := slices.Concat([]string{e.Title, e.Short}, e.Names, e.Misspelled, e.Topics)
	for _, c := range e.Codes {
		texts = append(texts, c.Number)
	}
	return texts
}

// withBleve searches as its users do who want half words and slips forgiven: each word must fit as a beginning or with up to
// two errors.
func withBleve(b *testing.B, entries []find.Entry) searcher {
	index, err := bleve.NewMemOnly(bleve.NewIndexMapping())
	if err != nil {
		b.Fatal(err)
	}
	for _, e := range entries {
		if err := index.Index(e.ID, map[string]any{"title": e.Title + " " + e.Short, "texts": strings.Join(textsOf(e), "\n")}); err != nil {
			b.Fatal(err)
		}
	}
	return func(words string) []string {
		var all []query.Query
		for _, word := range strings.Fields(strings.ToLower(words)) {
			begun, wrong := bleve.NewPrefixQuery(word), bleve.NewFuzzyQuery(word)
			wrong.SetFuzziness(min(2, len(word)/4))
			all = append(all, bleve.NewDisjunctionQuery(begun, wrong))
		}
		answer, err := index.Search(bleve.NewSearchRequest(bleve.NewConjunctionQuery(all...)))
		if err != nil {
			b.Fatal(err)
		}
		var ids []string
		for _, hit := range answer.Hits {
			ids = append(ids, hit.ID)
		}
		return ids
	}
}

// withFuzzy searches all texts as one list, as editors search their commands.
func withFuzzy(entries []find.Entry) searcher {
	var texts, owners []string
	for _, e := range entries {
		for _, text := range textsOf(e) {
			texts, owners = append(texts, text), append(owners, e.ID)
		}
	}
	return func(words string) []string {
		var ids []string
		for _, m := range fuzzy.Find(words, texts) {
			if id := owners[m.Index]; !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		return ids
	}
}
