package handout

import (
	"maps"
	"slices"
	"testing"

	"deskleaf/app/clinic"
	"deskleaf/app/visit"
	"deskleaf/content"
)

// Every sheet that can be printed is found by its code, and printed again it has
// that code.
func TestEverySheetIsFoundByItsCode(t *testing.T) {
	in := sampleInput(t)
	in.Procedure.Options = append(in.Procedure.Options, content.Option{ID: "sedation", Choices: []string{"yes", "no"}, Default: "no"})
	spanish := *in.Words
	spanish.Language = "es"
	editions := []Edition{{Procedure: in.Procedure, Words: in.Words, Shipped: true}, {Procedure: in.Procedure, Words: &spanish, Shipped: true}}
	for _, words := range []*content.Words{in.Words, &spanish} {
		for _, parts := range [][]content.Part{nil, {content.Preparation}, {content.Aftercare}} {
			for _, chosen := range []map[string]string{nil, {"purpose": "test"}, {"purpose": "treatment", "sedation": "yes"}, {"sedation": ""}} {
				for size := range 4 {
					in := in
					in.Words, in.Longer = words, size > 1
					in.Visit.Parts, in.Visit.Options, in.Visit.Large = parts, maps.Clone(chosen), size%2 == 1
					found := Lookup(Code(in), editions, clinic.SignOffs{})
					if len(found) != 1 {
						t.Fatalf("%s, %v, %v, size %d: found %+v", words.Language, parts, chosen, size, found)
					}
					f := found[0]
					if f.Language != words.Language || f.Large != in.Visit.Large || f.Longer != in.Longer || f.Version != 3 || len(parts) == 1 && !slices.Equal(f.Parts, parts) {
						t.Errorf("%s, %v, %v, size %d is found as %+v", words.Language, parts, chosen, size, f)
					}
					for _, o := range in.Procedure.Options {
						if want := (&visit.Visit{Options: chosen}).Choice(o); f.Options[o.ID] != want {
							t.Errorf("the option %s is found as %q, not %q", o.ID, f.Options[o.ID], want)
						}
					}
					if again := Code(f.Input(in.Blanks, in.Clinic, in.Today)); again != Code(in) {
						t.Errorf("printed again it has the code %s, not %s", again, Code(in))
					}
				}
			}
		}
	}
}

// Of words that were approved and then changed, the sign-off tells which they
// were; of words that nobody approved, nothing does.
func TestACodeOfChangedWords(t *testing.T) {
	in := sampleInput(t)
	in.Visit.Options = map[string]string{"purpose": "test"}
	code := Code(in)
	signed := clinic.SignOff{
		Procedure: sampleID, Language: "en", Fingerprint: content.Fingerprint(in.Procedure, in.Words), Version: 3,
		Who: "Ana Ruiz, MD", Role: "physician", Date: date(t, "2026-01-15"), Next: date(t, "2027-01-15"),
	}
	changed := *in.Words
	changed.Title = "Another title"
	now := []Edition{{Procedure: in.Procedure, Words: &changed}}
	if found := Lookup(code, now, clinic.SignOffs{}); len(found) > 0 {
		t.Errorf("words that nobody approved are found as %+v", found)
	}
	found := Lookup(code, now, clinic.SignOffs{List: []clinic.SignOff{signed}})
	if len(found) != 1 || found[0].Edition != nil || found[0].SignOff != signed || found[0].Options["purpose"] != "test" {
		t.Errorf("words that were approved are found as %+v", found)
	}
	found = Lookup(code, append(now, Edition{Procedure: in.Procedure, Words: in.Words, Shipped: true}), clinic.SignOffs{List: []clinic.SignOff{signed}})
	if len(found) != 1 || found[0].Edition == nil || !found[0].Edition.Shipped || found[0].SignOff != signed {
		t.Errorf("words that are here and approved are found as %+v", found)
	}
}

// The sheet is the same whatever stands in the clinic's answers: a code does not
// know them.
func TestASheetFoundAgainHasNoAnswers(t *testing.T) {
	in := sampleInput(t)
	in.Clinic.Answers = clinic.Answers{Procedures: map[string]map[string]string{sampleID: {"drive-wait": "12 hours"}}}
	found := Lookup(Code(in), []Edition{{Procedure: in.Procedure, Words: in.Words, Shipped: true}}, clinic.SignOffs{})
	if len(found) != 1 {
		t.Fatalf("found %+v", found)
	}
	_, notes, err := Compose(found[0].Input(in.Blanks, in.Clinic, in.Today))
	if err != nil || !slices.Contains(notes.Unanswered, "drive-wait") {
		t.Errorf("the page has no line for drive-wait: %v, %v", notes.Unanswered, err)
	}
	if len(in.Clinic.Answers.Procedures) == 0 {
		t.Error("the clinic's answers are gone")
	}
}
