package phrases

import "deskleaf/content"

// Cost are the words of money: of an estimate's steps, of what staff can say,
// and of the sheets about it. Nothing in them promises what a plan will pay.
type Cost struct {
	Steps    CostSteps    `yaml:"steps,need"`
	Notes    CostNotes    `yaml:"notes,need"`
	Sources  CostSources  `yaml:"sources,need"`
	Billers  CostBillers  `yaml:"billers,need"`
	Settings CostSettings `yaml:"settings,need"`
	Picture  CostPicture  `yaml:"picture,need"`
	Say      CostSay      `yaml:"say,need"`
}

// CostPicture are the words of the picture that sets a price beside others and
// the share.
type CostPicture struct {
	Price       string `yaml:"price,need"`
	Listed      string `yaml:"listed,need"`
	Reference   string `yaml:"reference,need"`
	NoSource    string `yaml:"no_source,need"` // {low} and {high}
	Posted      string `yaml:"posted,need"`
	PostedCode  string `yaml:"posted_code,need"` // {code}
	Middle      string `yaml:"middle,need"`      // {amount} and {n}
	Share       string `yaml:"share,need"`       // to the patient
	Patient     string `yaml:"patient,need"`     // to staff
	PostedNote  string `yaml:"posted_note,need"` // {date}
	OutsideNote string `yaml:"outside_note,need"`
}

// CostSteps name the lines of the table that leads to an estimate.
type CostSteps struct {
	Price       string `yaml:"price,need"`
	BothSides   string `yaml:"both_sides,need"` // {percent}
	Further     string `yaml:"further,need"`    // {percent}
	Allowed     string `yaml:"allowed,need"`
	Copay       string `yaml:"copay,need"`
	Deductible  string `yaml:"deductible,need"`
	Coinsurance string `yaml:"coinsurance,need"` // {percent}
	Maximum     string `yaml:"maximum,need"`
	Screening   string `yaml:"screening,need"`
	Discount    string `yaml:"discount,need"` // {percent}
	Bill        string `yaml:"bill,need"`
	NotCovered  string `yaml:"not_covered,need"`
	Total       string `yaml:"total,need"`   // to the patient
	Patient     string `yaml:"patient,need"` // the same, to staff

	OfBill    string `yaml:"of_bill,need"`   // {who} and {step}
	OfCode    string `yaml:"of_code,need"`   // {step} and {code}
	Percents  string `yaml:"percents,need"`  // {low} and {high}
	Screened  string `yaml:"screened,need"`  // heads the steps where a screening stays one
	Treatment string `yaml:"treatment,need"` // heads them where it becomes treatment
	Other     string `yaml:"other,need"`     // heads them where it does not count as one
}

// CostNotes are what somebody who tells an estimate should know.
type CostNotes struct {
	SideForbidden    string `yaml:"side_forbidden,need"`    // {code}
	SideUnruled      string `yaml:"side_unruled,need"`      // {code}
	SideAssumed      string `yaml:"side_assumed,need"`      // {code}
	FurtherUncertain string `yaml:"further_uncertain,need"` // {code}
	NoMaximum        string `yaml:"no_maximum,need"`
	MedicareAlone    string `yaml:"medicare_alone,need"`
	MedicareOver     string `yaml:"medicare_over,need"` // {date}
	RuleUntil        string `yaml:"rule_until,need"`    // {date}
	Others           string `yaml:"others,need"`        // {who}
}

// CostSources say where a price comes from.
type CostSources struct {
	Typed string `yaml:"typed,need"`
	List  string `yaml:"list,need"`
	Named string `yaml:"named,need"` // {source}, as the list has it
	Dated string `yaml:"dated,need"` // {source}, one of the above, and {date}
	Until string `yaml:"until,need"` // {source}, one of the above, and {date}
}

// CostBillers are those who send bills, as in "you may get a bill from …".
type CostBillers struct {
	Doctor     string `yaml:"doctor,need"`
	Facility   string `yaml:"facility,need"`
	Anesthesia string `yaml:"anesthesia,need"`
	Laboratory string `yaml:"laboratory,need"`
}

// CostSettings are the kinds of places.
type CostSettings struct {
	Office        string `yaml:"office,need"`
	SurgeryCenter string `yaml:"asc,need"`
	Hospital      string `yaml:"hospital,need"`
}

// CostSay are what staff can say to the patient, a sentence or two each.
type CostSay struct {
	Exact         string `yaml:"exact,need"`      // {what} and {amount}
	Between       string `yaml:"between,need"`    // {what}, {low} and {high}
	Visit         string `yaml:"visit,need"`      // {what} where the side does not matter
	OneSide       string `yaml:"one_side,need"`   // {what}
	BothSides     string `yaml:"both_sides,need"` // {what}
	Screened      string `yaml:"screened,need"`   // {amount}
	Treatment     string `yaml:"treatment,need"`  // {amount}
	Other         string `yaml:"other,need"`      // {amount}
	Range         string `yaml:"range,need"`      // {low} and {high}
	PlanDecides   string `yaml:"plan_decides,need"`
	MedicareRules string `yaml:"medicare_decides,need"`
	SelfDecides   string `yaml:"self_decides,need"`
	Others        string `yaml:"others,need"` // {who}
	Help          string `yaml:"help,need"`
	And           string `yaml:"and,need"` // {first} and {last}
}

// Biller is who sends a bill.
func (c Cost) Biller(who content.Biller) string {
	return map[content.Biller]string{
		content.Doctor: c.Billers.Doctor, content.Facility: c.Billers.Facility,
		content.Anesthesia: c.Billers.Anesthesia, content.Laboratory: c.Billers.Laboratory,
	}[who]
}

// Setting is a kind of place.
func (c Cost) Setting(s content.Setting) string {
	return map[content.Setting]string{
		content.Office: c.Settings.Office, content.SurgeryCenter: c.Settings.SurgeryCenter, content.Hospital: c.Settings.Hospital,
	}[s]
}
