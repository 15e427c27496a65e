package phrases

// CostSheet are the words of the page about money that a patient takes home. Its
// first three headings are the questions that patients ask (HFMA, "Healthcare
// Dollars and Sense").
type CostSheet struct {
	Title string `yaml:"title,need"`
	Lead  string `yaml:"lead,need"`
	Foot  string `yaml:"foot,need"` // {short} and {date}

	HowMuch  string `yaml:"how_much,need"`
	NoPrice  string `yaml:"no_price,need"`
	Screened string `yaml:"screened,need"` // {amount}
	Treated  string `yaml:"treated,need"`  // {amount}
	Other    string `yaml:"other,need"`    // {amount}
	Exact    string `yaml:"exact,need"`    // {amount}
	Between  string `yaml:"between,need"`  // {low} and {high}
	Steps    string `yaml:"steps,need"`
	Low      string `yaml:"low,need"`
	High     string `yaml:"high,need"`
	Amount   string `yaml:"amount,need"`

	Included string `yaml:"included,need"`
	From     string `yaml:"from,need"` // {who} and {where}
	Nothing  string `yaml:"nothing,need"`
	Others   string `yaml:"others,need"` // {who}
	Codes    string `yaml:"codes,need"`  // {codes}
	Notice   string `yaml:"notice,need"` // of the codes' owner

	Trouble string `yaml:"trouble,need"`
	Ask     string `yaml:"ask,need"`
	Months  string `yaml:"months,need"` // {n}, {each} and {last}

	Plan      string   `yaml:"plan,need"`
	Questions []string `yaml:"questions,need"`
	Approval  string   `yaml:"approval,need"` // {state}
	Needed    string   `yaml:"needed,need"`
	NotNeeded string   `yaml:"not_needed,need"`
	Unknown   string   `yaml:"unknown,need"`
	Asked     string   `yaml:"asked,need"`    // {who}
	AskedOn   string   `yaml:"asked_on,need"` // {when}
	Number    string   `yaml:"number,need"`   // {number}
}
