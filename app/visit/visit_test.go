package visit

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"deskleaf/content"
)

// filled is a visit in which something stands in every field, also in those that
// somebody adds later.
func filled(t *testing.T) Visit {
	t.Helper()
	var v Visit
	fill(t, reflect.ValueOf(&v).Elem(), "Visit")
	return v
}

func fill(t *testing.T, v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("filled")
	case reflect.Int:
		v.SetInt(7)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(t, v.Index(0), path+"[0]")
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("key"), reflect.ValueOf("filled"))
	case reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i), path+"."+v.Type().Field(i).Name)
		}
	default:
		t.Fatalf("%s is a %v: fill it here", path, v.Kind())
	}
}

func TestClearForgetsEveryField(t *testing.T) {
	v := filled(t)
	options, lines := v.Options, v.Plan.Lines
	v.Clear()
	if !reflect.DeepEqual(v, Visit{}) {
		t.Errorf("after Clear the visit is %+v", v)
	}
	if left := fmt.Sprint(options, lines); strings.Contains(left, "filled") {
		t.Errorf("what others may still hold says %s", left)
	}
}

func TestAnotherProcedureForgetsWhatWasTypedForTheOldOne(t *testing.T) {
	v := filled(t)
	v.Choose("another")
	if v.Note != "" || len(v.Plan.Lines) > 0 || v.Plan.By != "" || len(v.Extras)+len(v.Answers)+len(v.Options)+len(v.Also) > 0 || v.Side != content.NoSide {
		t.Errorf("it still has %+v", v)
	}
	if v.Name == "" || v.Driver == "" || v.Date.IsZero() {
		t.Errorf("it lost the patient: %+v", v)
	}
}

func TestASheetAlongHasTheVisitAndNothingOfTheOtherProcedure(t *testing.T) {
	v := filled(t)
	v.Parts = []content.Part{content.Aftercare}
	test := &content.Procedure{ID: "test", Steps: []content.Step{{ID: "eat", Part: content.Preparation}}}
	along := v.Along(test)
	want := Visit{Procedure: "test", Date: v.Date, Minute: v.Minute, HasTime: v.HasTime, Doctor: v.Doctor, Place: v.Place,
		Arrive: v.Arrive, Language: v.Language, Large: v.Large, Name: v.Name, Driver: v.Driver, Practice: true}
	if !reflect.DeepEqual(along, want) {
		t.Errorf("the other sheet has %+v", along)
	}
	test.Signs = []content.Sign{{ID: "pain", Box: content.BoxCall}}
	if along := v.Along(test); len(along.Parts) != 1 || along.Parts[0] != content.Aftercare {
		t.Errorf("the other sheet has the parts %v", along.Parts)
	}
}

func TestACloneSharesNothing(t *testing.T) {
	v := filled(t)
	c := v.Clone()
	c.Options["key"], c.Answers["key"], c.Parts[0], c.Extras[0], c.Also[0], c.Plan.Lines[0].Do = "x", "x", "x", "x", "x", "x"
	if !reflect.DeepEqual(v, filled(t)) {
		t.Errorf("a change of the clone changed the visit: %+v", v)
	}
}

func TestWhatIsTypedIsChecked(t *testing.T) {
	every := Visit{Extras: Extras}
	plan := func(by, do string) func(*Visit) {
		return func(v *Visit) { v.Plan = Plan{By: by, Lines: []PlanLine{{Medicine: "warfarin", Do: do}}} }
	}
	for name, test := range map[string]struct {
		change func(*Visit)
		want   *TextError
	}{
		"nothing typed":              {func(*Visit) {}, nil},
		"a note":                     {func(v *Visit) { v.Note = "Park on Oak Street.\nBring your insulin." }, nil},
		"a note of 500 letters":      {func(v *Visit) { v.Note = strings.Repeat("ñ", 500) }, nil},
		"one of 501":                 {func(v *Visit) { v.Note = strings.Repeat("ñ", 501) }, &TextError{What: NoteExtra, Long: 500}},
		"an order in a note":         {func(v *Visit) { v.Note = "Stop aspirin 5 days before." }, &TextError{What: NoteExtra, Order: "Stop"}},
		"an order in Spanish":        {func(v *Visit) { v.Note = "Deje de tomar la aspirina." }, &TextError{What: NoteExtra, Order: "Deje"}},
		"an order for who drives":    {func(v *Visit) { v.Driver = "Ana. Skip your insulin." }, &TextError{What: DriverExtra, Order: "Skip"}},
		"an order in a plan":         {plan("Ana Ruiz, MD", "stop 5 days before"), nil},
		"a plan that nobody wrote":   {plan(" ", "stop 5 days before"), &TextError{What: PlanExtra, NoOne: true}},
		"a plan with a long cell":    {plan("Ana Ruiz, MD", strings.Repeat("x", 121)), &TextError{What: PlanExtra, Long: 120}},
		"a note that does not print": {func(v *Visit) { v.Note, v.Extras = "Stop aspirin.", nil }, nil},
	} {
		v := every.Clone()
		test.change(&v)
		var got *TextError
		if errors.As(v.CheckTexts(), &got); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %+v, want %+v", name, got, test.want)
		}
	}
}
