package phrases

// GoodFaith are the words of a good-faith estimate. Its notices are in our own
// words; each says what a paragraph of 45 CFR 149.610(c)(1) or 149.620 asks for,
// which stands beside it in the file.
type GoodFaith struct {
	Title     string `yaml:"title,need"`
	Lead      string `yaml:"lead,need"`
	Draft     string `yaml:"draft,need"`
	Foot      string `yaml:"foot,need"` // {date}
	Made      string `yaml:"made,need"` // {date}
	For       string `yaml:"for,need"`
	Born      string `yaml:"born,need"`   // {date}
	Number    string `yaml:"number,need"` // {number}
	Reach     string `yaml:"reach,need"`
	Prefers   string `yaml:"prefers,need"` // {way}
	When      string `yaml:"when,need"`
	NoDate    string `yaml:"no_date,need"`
	Service   string `yaml:"service,need"`
	Diagnosis string `yaml:"diagnosis,need"`

	Summary  string `yaml:"summary,need"`
	Provider string `yaml:"provider,need"`
	Expected string `yaml:"expected,need"`
	Total    string `yaml:"total,need"`
	Subtotal string `yaml:"subtotal,need"` // {name} and {amount}
	NPI      string `yaml:"npi,need"`
	TIN      string `yaml:"tin,need"`
	Item     string `yaml:"item,need"`
	Code     string `yaml:"code,need"`
	Date     string `yaml:"date,need"`
	Quantity string `yaml:"quantity,need"`

	Others       string `yaml:"others,need"`
	OthersNote   string `yaml:"others_note,need"`
	OtherFor     string `yaml:"other_for,need"` // {name} and {what}
	Separate     string `yaml:"separate,need"`
	SeparateNote string `yaml:"separate_note,need"` // (vii)
	SeparateNone string `yaml:"separate_none,need"`
	SeparateItem string `yaml:"separate_item,need"` // {service} and {when}

	Notices  string   `yaml:"notices,need"`
	Notice   []string `yaml:"notice,need"` // (viii), (ix), (xi)
	Dispute  string   `yaml:"dispute,need"`
	Disputes []string `yaml:"disputes,need"` // (x)
	Codes    string   `yaml:"codes,need"`
	Signed   string   `yaml:"signed,need"`
	Patient  string   `yaml:"patient,need"`
	Clinic   string   `yaml:"clinic,need"`
	Day      string   `yaml:"day,need"`
}
