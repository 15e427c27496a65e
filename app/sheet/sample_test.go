package sheet

import (
	"time"

	"deskleaf/content/civil"
)

// run and strong make texts short to write in samples.
func run(words string) Run    { return Run{Text: words} }
func strong(words string) Run { return Run{Text: words, Bold: true} }
func blank(points float64) Run {
	return Run{Text: "blank", Blank: points}
}

// sample is the sheet that the design's target pictures show: an injection into
// the SI joint, a page before and a page after.
func sample() Sheet {
	return Sheet{
		Language: "en",
		Title:    "Sacroiliac (SI) joint injection",
		Band:     "DRAFT: no clinician at this clinic has reviewed these words yet",
		Printed:  civil.Date{Year: 2026, Month: time.November, Day: 23},
		Words:    Words{Page: "Page %d of %d", Continued: "(continued)", CheckBox: "[ ]", Blank: "blank line"},
		Foot:     Foot{Text: "Deskleaf · SI joint injection, English, version 3 · printed Nov 23, 2026 · sheet 7KQ4-2M"},
		Letterhead: Letterhead{
			Initial: "R", Name: "Riverside Spine & Joint Clinic",
			Lines:   []string{"200 Main Street, Suite 4, Springfield"},
			Running: "SI joint injection · Thu, Dec 10, 2026 · RIGHT side",
			Phones:  []Phone{{Label: "Day", Number: "(217) 555-0142"}, {Label: "Any hour", Number: "(217) 555-0143", Strong: true}},
		},
		Parts: []Part{{Name: "preparation", Blocks: preparation()}, {Name: "aftercare", Blocks: aftercare()}},
	}
}

func preparation() []Block {
	return []Block{
		Title{Plainly("Get ready for your sacroiliac (SI) joint injection")},
		Lead{Plainly("A shot of medicine into the joint where your spine meets your hip. Live X-ray helps the doctor guide the needle.")},
		Facts{Columns: []Fact{
			{Label: "Your visit", Value: Plainly("Thu, Dec 10, 2026"), Notes: []Text{{run("Side: "), strong("RIGHT")}}, Wide: 1.25},
			{Label: "Be here by", Value: Plainly("9:00 AM"), Notes: []Text{Plainly("Injection at 9:30 AM")}},
			{Label: "Where", Value: Plainly("Main Street clinic"), Notes: []Text{Plainly("Suite 4, second floor. Plan 1 to 2 hours.")}, Wide: 1.55},
		}},
		Heading{Plainly("What to do, and when")},
		Timeline{Groups: []Group{
			{When: Plainly("Now"), Note: Plainly("when you get this"), Steps: []Step{
				{Icon: "medicine", Text: Text{strong("Tell us every medicine you take."), run(" Do not stop a blood thinner on your own. Your two doctors give you a plan in writing.")}},
				{Icon: "call", Text: Text{strong("Call us before you come"), run(" if a line in the box below fits you.")}},
			}},
			{When: Plainly("Wed, Dec 9"), Note: Plainly("the day before"), Steps: []Step{
				{Icon: "drive", Text: Text{strong("Ask an adult to drive you home."), run(" Name and phone: "), blank(140)}},
			}},
			{When: Plainly("Thu, Dec 10"), Note: Plainly("before you leave"), Steps: []Step{
				{Icon: "eat", Text: Text{strong("Follow your eating plan:"), run(" "), blank(120)}},
				{Icon: "clothes", Text: Text{strong("Wear loose pants."), run(" Leave jewelry at home.")}},
				{Icon: "id-card", Text: Text{strong("Bring"), run(" your ID, insurance card, and medicine list.")}},
			}},
		}},
		Cards{Cards: []Card{
			{Title: Plainly("Call us before you come if you"), Items: []Text{
				Plainly("take a blood thinner"), Plainly("have diabetes"), Plainly("are or may be pregnant"),
				Plainly("have a fever or infection, or take an antibiotic"),
				Plainly("once reacted to X-ray dye, steroid, or numbing medicine")}},
			{Title: Plainly("What will happen"), Items: []Text{
				Plainly("You lie on your stomach."), Plainly("We clean and numb the skin."), Plainly("X-ray and a little dye show the spot."),
				Plainly("Medicine goes in. You may feel pressure."), Plainly("We put on a bandage and watch you.")}},
		}},
	}
}

func aftercare() []Block {
	times := []string{"Before", "30 min", "2 hours", "4 hours", "8 hours", "Day 1", "Day 3", "Day 7", "Day 14"}
	var heads []Text
	for _, t := range times {
		heads = append(heads, Plainly(t))
	}
	return []Block{
		Title{Plainly("After your injection")},
		Lead{Plainly("Keep this page where you can see it at home.")},
		Timeline{Groups: []Group{
			{When: Plainly("Thu, Dec 10"), Note: Plainly("the first day"), Steps: []Step{
				{Icon: "drive", Text: Text{strong("Do not drive"), run(" until: "), blank(80)}},
				{Icon: "ice", Text: Text{strong("Use ice in a cloth"), run(" for up to 20 minutes at a time. No heat today.")}},
			}},
			{When: Text{run("Until "), blank(60)}, Steps: []Step{
				{Icon: "walk", Text: Text{strong("Skip hard exercise and heavy lifting.")}},
				{Icon: "bath", Text: Text{strong("Shower, but no tub, pool, or hot tub.")}},
			}},
			{When: Plainly("Dec 12 – Dec 20"), Note: Plainly("2 to 10 days after"), Steps: []Step{
				{Icon: "calendar", Text: Text{strong("Watch for relief."), run(" The steroid starts to work. Pain may come back first.")}},
			}},
			{When: Text{run("Next visit "), blank(80)}, Steps: []Step{
				{Icon: "form", Text: Text{strong("Bring this page."), run(" Your numbers show if the shot helped.")}},
			}},
		}},
		Heading{Plainly("How much does it hurt?")},
		Paragraph{Text: Plainly("Write 0 (no pain) to 10 (worst pain). Do things that usually hurt."), Small: true},
		Table{Caption: "Pain from 0 to 10", Head: heads, Rows: [][]Text{nil}, RowHeight: 24},
		Cards{Cards: []Card{
			{Title: Plainly("Expect: no need to call"), Items: []Text{
				Plainly("a sore spot for 1 to 3 days"), Plainly("a little more pain for 1 to 3 days"), Plainly("a warm, red face"),
				Plainly("higher sugar for some days if you have diabetes")}},
			{Title: Plainly("Call us, any hour"), Items: []Text{
				Plainly("fever of 100.4 °F or more, or chills"), Plainly("redness that spreads, swelling, or pus"),
				{run("a numb or weak leg past: "), blank(50)}, Plainly("pain that grows after day 3"), Plainly("a very bad headache or stiff neck")}},
			{Title: Plainly("Call 911"), Heavy: true, Items: []Text{
				Plainly("trouble breathing, or a swollen face or throat"), Plainly("chest pain, or you pass out"),
				Plainly("face droop, a weak arm, or trouble speaking"), Plainly("no control of bladder or bowels, or numb between the legs")}},
		}},
		Heading{Plainly("In my own words")},
		Lines{Label: Plainly("Three things I will do at home:"), Count: 3},
	}
}
