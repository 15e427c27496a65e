package handout

import (
	"testing"

	"deskleaf/app/clinic"
	"deskleaf/content"
)

// The top of every page says how it stands with the words.
func TestBand(t *testing.T) {
	for _, test := range []struct {
		name     string
		facts    clinic.Facts
		next     string // the day of the next review of an approval; "" for none
		old      Old
		language string
		want     string
	}{
		{"a draft", clinic.Facts{}, "", Old{}, "en", "DRAFT: no clinician at this clinic has reviewed these words yet"},
		{"approved", clinic.Facts{}, "2027-06-01", Old{}, "en", ""},
		{"overdue", clinic.Facts{}, "2026-11-01", Old{}, "en", ""},
		{"overdue, to be told", clinic.Facts{Expired: clinic.PrintDraft}, "2026-11-01", Old{}, "en", "The clinic's review of these words was due Nov 1, 2026"},
		{"overdue, to be told, in Spanish", clinic.Facts{Expired: clinic.PrintDraft}, "2026-11-01", Old{}, "es", "La clínica debía revisar este texto antes del 1 nov 2026"},
		{"an old one", clinic.Facts{Unreviewed: clinic.Refuse}, "", Old{Version: 2, Date: date(t, "2026-03-05")}, "en", "OLD: version 2 of Mar 5, 2026, no longer in use"},
		{"an old one, in Spanish", clinic.Facts{}, "2027-06-01", Old{Version: 2, Date: date(t, "2026-03-05")}, "es", "ANTERIOR: versión 2 del 5 mar 2026, ya no se usa"},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := sampleInput(t)
			words := *in.Words
			words.Language = test.language
			in.Words, in.Old = &words, test.old
			in.Visit.Language = test.language
			in.Clinic.Facts.Unreviewed, in.Clinic.Facts.Expired = test.facts.Unreviewed, test.facts.Expired
			if test.next != "" {
				in.Clinic.SignOffs.List = []clinic.SignOff{{
					Procedure: sampleID, Language: test.language, Fingerprint: content.Fingerprint(in.Procedure, in.Words),
					Who: "Ana Ruiz, MD", Role: "physician", Date: date(t, "2026-01-15"), Next: date(t, test.next), Translator: "Rosa Gil",
				}}
			}
			s, _, err := Compose(in)
			if err != nil {
				t.Fatal(err)
			}
			if want := test.want; s.Band != want && s.Band != want+" · Traducción sin revisar por un traductor calificado" {
				t.Errorf("it says %q", s.Band)
			}
		})
	}
}
