package clinic

import (
	"fmt"
	"maps"
	"strings"

	"deskleaf/app/visit"
	"deskleaf/content"
)

// With gives the answers with one blank answered in a scope; an empty answer
// takes it away. An answer for one visit is not kept here: it belongs into the
// visit. Nothing of a is changed.
func (a Answers) With(b content.Blank, s content.Scope, v *visit.Visit, language, answer string) (Answers, error) {
	if !b.May(s) || s == content.VisitScope {
		return a, fmt.Errorf("the blank %q is not answered for a %s", b.ID, s)
	}
	answer = strings.TrimSpace(answer)
	if err := b.Check(answer); err != nil {
		return a, err
	}
	a = a.clone()
	place := a.in(s, v)
	if place == nil {
		return a, fmt.Errorf("choose the %s first: the answer is kept with it", s)
	}
	if answer == "" {
		delete(place, AnswerKey(b, language))
	} else {
		place[AnswerKey(b, language)] = answer
	}
	return a, nil
}

// clone is a copy that shares no map.
func (a Answers) clone() Answers {
	deep := func(m map[string]map[string]string) map[string]map[string]string {
		copied := map[string]map[string]string{}
		for k, v := range m {
			copied[k] = maps.Clone(v)
		}
		return copied
	}
	a.Clinic = maps.Clone(a.Clinic)
	a.Places, a.Doctors, a.Procedures = deep(a.Places), deep(a.Doctors), deep(a.Procedures)
	return a
}

// in is the map of one scope, made where it was missing; nil where the visit does
// not say which doctor, place or procedure.
func (a *Answers) in(s content.Scope, v *visit.Visit) map[string]string {
	if s == content.ClinicScope {
		if a.Clinic == nil {
			a.Clinic = map[string]string{}
		}
		return a.Clinic
	}
	group, id := a.Procedures, v.Procedure
	switch s {
	case content.DoctorScope:
		group, id = a.Doctors, v.Doctor
	case content.PlaceScope:
		group, id = a.Places, v.Place
	}
	if id == "" {
		return nil
	}
	if group[id] == nil {
		group[id] = map[string]string{}
	}
	return group[id]
}
