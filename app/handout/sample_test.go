package handout

import (
	"testing"

	"deskleaf/app/clinic"
	"deskleaf/app/visit"
	"deskleaf/content"
	"deskleaf/content/civil"
)

// A made-up procedure that has one of everything, for tests that must not change
// with the library.
const sampleID = "sample-shot"

func timing(t *testing.T, text string) content.Timing {
	t.Helper()
	got, err := content.ParseTiming(text)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func date(t *testing.T, text string) civil.Date {
	t.Helper()
	d, err := civil.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func sampleProcedure(t *testing.T) *content.Procedure {
	t.Helper()
	step := func(id string, part content.Part, at, icon string) content.Step {
		return content.Step{ID: id, Part: part, Essential: true, When: timing(t, at), Icon: icon}
	}
	p := &content.Procedure{
		ID: sampleID, Version: 3, Category: "spine",
		Sides:   []content.Side{content.Left, content.Right, content.Both},
		Minutes: content.Minutes{Procedure: content.Range{Low: 10, High: 30}, Building: content.Range{Low: 60, High: 120}},
		Options: []content.Option{{ID: "purpose", Choices: []string{"test", "treatment"}}},
		Events:  []string{"next-visit"},
		Diary:   true,
		Steps: []content.Step{
			step("tell", content.Preparation, "now", "pill"),
			step("ride", content.Preparation, "1 day before", "car"),
			step("eat", content.Preparation, "visit day", "food"),
			step("wear", content.Preparation, "visit day", "shirt"),
			step("pain", content.Preparation, "visit day", "pill"),
			step("drive", content.Aftercare, "until {drive-wait} after", "car"),
			step("ice", content.Aftercare, "rest of the day", "snowflake"),
			step("lift", content.Aftercare, "until 48 hours after", "run"),
			step("relief", content.Aftercare, "2 to 10 days after", "calendar"),
			step("bring", content.Aftercare, "on next-visit", "diary"),
			{ID: "check", Part: content.Preparation, Audience: content.Staff, When: timing(t, "now")},
		},
		Signs: []content.Sign{
			{ID: "thinner", Box: content.BoxBefore, Essential: true}, {ID: "fever-before", Box: content.BoxBefore, Essential: true},
			{ID: "lie", Box: content.BoxHappens, Essential: true}, {ID: "needle", Box: content.BoxHappens},
			{ID: "sore", Box: content.BoxExpect, Essential: true},
			{ID: "fever", Box: content.BoxCall, Essential: true}, {ID: "weak", Box: content.BoxCall, Essential: true},
			{ID: "breath", Box: content.BoxEmergency, Essential: true}, {ID: "chest", Box: content.BoxEmergency, Essential: true},
		},
		Codes: []content.Code{{Number: "27096", Status: content.CodeCurrent}},
	}
	p.Steps[1].FineWhenLate = true
	p.Steps[4].OnlyIf = content.Condition{"purpose": {"test"}}
	return p
}

func sampleWords() *content.Words {
	return &content.Words{
		Language: "en", Version: 3, Title: "Sample (SP) joint shot", Short: "Sample shot", Noun: "shot", Summary: "A shot.",
		Handout: map[content.Part]content.HandoutWords{
			content.Preparation: {Title: "Get ready for your sample shot", Lead: "A shot of medicine into the joint where your spine meets your hip."},
			content.Aftercare:   {Title: "After your shot", Lead: "Keep this page where you can see it at home."},
		},
		Steps: map[string]content.StepWords{
			"tell":   {Text: "**Tell us every medicine you take.** Do not stop a blood thinner on your own."},
			"ride":   {Text: "**Ask an adult to drive you home.** Name and phone: {driver}"},
			"eat":    {Text: "**Follow your eating plan:** {eating-plan}"},
			"wear":   {Text: "**Wear loose pants.** Leave jewelry at home."},
			"pain":   {Text: "**Ask us** which pain pills can wait."},
			"drive":  {Text: "**Do not drive.**"},
			"ice":    {Text: "**Use ice in a cloth** for up to 20 minutes at a time."},
			"lift":   {Text: "**Do not lift heavy things.**"},
			"relief": {Text: "**Watch for relief.** The medicine starts to work."},
			"bring":  {Text: "**Bring this page.** Your numbers show if the shot helped."},
			"check":  {Text: "**Check** the side with a second person."},
		},
		Signs: map[string]string{
			"thinner": "take a blood thinner", "fever-before": "have a fever or an infection",
			"lie": "You lie on your stomach.", "needle": "Medicine goes in.", "sore": "a sore spot for 1 to 3 days",
			"fever": "fever of 100.4 °F or more", "weak": "a weak leg past: {leg-numb-wait}",
			"breath": "trouble breathing", "chest": "chest pain",
		},
		Options: map[string]content.OptionWords{"purpose": {Name: "Purpose", Choices: map[string]content.ChoiceWords{
			"test": {Name: "Test", If: "For a test shot:"}, "treatment": {Name: "Treatment", If: "For a treatment shot:"},
		}}},
		Events: map[string]string{"next-visit": "Next visit"},
		Diary:  &content.DiaryWords{Title: "How much does it hurt?", Note: "Write 0 (no pain) to 10 (worst pain).", Columns: []string{"Before", "2 hours", "Day 1"}},
	}
}

func sampleBlanks() content.Blanks {
	visitAndProcedure := []content.Scope{content.VisitScope, content.ProcedureScope}
	return content.Blanks{
		"driver":        {ID: "driver", Type: content.TextBlank, Scopes: []content.Scope{content.VisitScope}, Line: 26},
		"eating-plan":   {ID: "eating-plan", Type: content.TextBlank, Scopes: visitAndProcedure, Line: 28},
		"drive-wait":    {ID: "drive-wait", Type: content.DurationBlank, Scopes: visitAndProcedure},
		"leg-numb-wait": {ID: "leg-numb-wait", Type: content.DurationBlank, Scopes: visitAndProcedure},
		"next-visit":    {ID: "next-visit", Type: content.DateBlank, Scopes: []content.Scope{content.VisitScope}},
		"fasting":       {ID: "fasting", Type: content.DurationBlank, Scopes: visitAndProcedure},
	}
}

func sampleClinic() *clinic.Clinic {
	return &clinic.Clinic{Facts: clinic.Facts{
		Name: "Riverside Spine & Joint Clinic", Address: "200 Main Street, Suite 4, Springfield",
		Phones: clinic.Phones{Day: "217 555 0142", AnyHour: "217 555 0143"}, Arrive: 30,
		Doctors: []clinic.Doctor{{ID: "ruiz", Name: "Dr. Ana Ruiz"}},
		Places:  []clinic.Place{{ID: "main", Name: "Main Street clinic", Directions: "Suite 4, second floor"}},
	}}
}

// sampleInput is a visit on Thursday, December 10, 2026, at 9:30 AM, printed on
// Monday, November 23.
func sampleInput(t *testing.T) Input {
	t.Helper()
	v := visit.Visit{Procedure: sampleID, Side: content.Right, Doctor: "ruiz", Language: "en"}
	v.SetWhen(date(t, "2026-12-10").At(9*60+30), true)
	return Input{
		Procedure: sampleProcedure(t), Words: sampleWords(), Blanks: sampleBlanks(), Clinic: sampleClinic(),
		Visit: v, Today: date(t, "2026-11-23"),
	}
}
