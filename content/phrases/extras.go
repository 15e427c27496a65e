package phrases

// Extras are the words of what is printed with a handout where it is asked for.
type Extras struct {
	Note string `yaml:"note,need"`

	Driver      string `yaml:"driver,need"`
	DriverName  string `yaml:"driver_name,need"`
	DriverPhone string `yaml:"driver_phone,need"`

	Plan          string `yaml:"plan,need"`
	PlanBy        string `yaml:"plan_by,need"`   // {who}: the clinician
	PlanHand      string `yaml:"plan_hand,need"` // of a table to fill in by hand
	PlanKeep      string `yaml:"plan_keep,need"`
	PlanMedicine  string `yaml:"plan_medicine,need"`
	PlanDo        string `yaml:"plan_do,need"`
	PlanUntil     string `yaml:"plan_until,need"`
	PlanClinician string `yaml:"plan_clinician,need"` // under the line to sign on
	PlanDate      string `yaml:"plan_date,need"`

	Diary        string `yaml:"diary,need"`
	DiaryNote    string `yaml:"diary_note,need"`
	DiaryDay     string `yaml:"diary_day,need"` // {n}
	DiaryDays    string `yaml:"diary_days,need"`
	DiaryMorning string `yaml:"diary_morning,need"`
	DiaryEvening string `yaml:"diary_evening,need"`
	DiaryRemarks string `yaml:"diary_remarks,need"`

	TeachBack       string `yaml:"teach_back,need"`
	TeachBackBefore string `yaml:"teach_back_before,need"`
	TeachBackCall   string `yaml:"teach_back_call,need"`
	TeachBackHome   string `yaml:"teach_back_home,need"`

	Calendar      string `yaml:"calendar,need"`
	CalendarHow   string `yaml:"calendar_how,need"`
	CalendarSays  string `yaml:"calendar_says,need"`  // what a screen reader says for the code
	CalendarEntry string `yaml:"calendar_entry,need"` // {noun} and {clinic}: what the phone calls the visit

	Language       string `yaml:"language,need"`
	LanguageSample string `yaml:"language_sample,need"` // over our own text, where the clinic has none
	LanguageText   string `yaml:"language_text,need"`   // {phone}
}

// Staff are the words of the page for the chart and of the English twin.
type Staff struct {
	Title       string `yaml:"title,need"` // {short}
	Keep        string `yaml:"keep,need"`
	Given       string `yaml:"given,need"`
	Sheet       string `yaml:"sheet,need"` // {language}, {version}, {code}
	Done        string `yaml:"done,need"`  // beside the boxes to tick
	Interpreter string `yaml:"interpreter,need"`
	Declined    string `yaml:"declined,need"`
	TeachBack   string `yaml:"teach_back,need"`
	Patient     string `yaml:"patient,need"` // under a line for the name, where nobody typed it
	By          string `yaml:"by,need"`
	Initials    string `yaml:"initials,need"`
	When        string `yaml:"when,need"`
	Codes       string `yaml:"codes,need"`
	Code        string `yaml:"code,need"`
	CodeFor     string `yaml:"code_for,need"`
	CodeNotice  string `yaml:"code_notice,need"`
	Twin        string `yaml:"twin,need"` // {language}: of the page that the patient has
}
