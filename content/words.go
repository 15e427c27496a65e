package content

// Words are a procedure told in one language. What must be told and is not,
// [Words.Problems] says: a translation may stand in its file before it is whole.
type Words struct {
	Format   int    `yaml:"format,omitempty" fingerprint:"no"`
	Language string `yaml:"language,need"`                      // BCP 47: "en", "es"
	Version  int    `yaml:"version,omitempty" fingerprint:"no"` // of the procedure that these words tell
	Partial  bool   `yaml:"partial,omitempty"`                  // a translation that is not finished: what it lacks is no mistake, and it does not print

	Title      string   `yaml:"title,omitempty"` // "Sacroiliac (SI) joint injection"
	Short      string   `yaml:"short,omitempty"` // "SI joint injection", for lists and the foot of a page
	Noun       string   `yaml:"noun,omitempty"`  // "injection", as in "Injection at 9:30 AM"
	Summary    string   `yaml:"summary,omitempty"`
	Names      []string `yaml:"names,omitempty"`
	Misspelled []string `yaml:"misspelled,omitempty"`
	Topics     []string `yaml:"topics,omitempty"` // parts of the body and complaints that lead here

	Handout  map[Part]HandoutWords `yaml:"handout,omitempty"`
	Sections Sections              `yaml:"sections,omitempty"`

	Steps     map[string]StepWords `yaml:"steps,omitempty"`
	Signs     map[string]string    `yaml:"signs,omitempty"`
	AskBefore map[string]string    `yaml:"ask_before,omitempty"`
	Lead      string               `yaml:"lead,omitempty"` // what booking needs ahead, in words

	Options map[string]OptionWords `yaml:"options,omitempty"`
	Events  map[string]string      `yaml:"events,omitempty"`
	Diary   *DiaryWords            `yaml:"diary,omitempty"`

	CodeNotice string            `yaml:"code_notice,omitempty"` // shown where a code is disputed
	Codes      map[string]string `yaml:"codes,omitempty"`       // what each code is for, in our own words
	Modifiers  map[string]string `yaml:"modifiers,omitempty"`

	Questions []Question `yaml:"questions,omitempty"`

	Imported *Imported `yaml:"imported,omitempty"` // the document that they were begun from, while something of it is left to do
}

// HandoutWords open one page of the handout.
type HandoutWords struct {
	Title string `yaml:"title,omitempty"`
	Lead  string `yaml:"lead,omitempty"`
}

// StepWords tell one step: what stands on the page, and what more the window says.
type StepWords struct {
	Text string `yaml:"text,omitempty"`
	More string `yaml:"more,omitempty"`
}

// OptionWords name an option and its choices for staff.
type OptionWords struct {
	Name    string                 `yaml:"name,omitempty"`
	Choices map[string]ChoiceWords `yaml:"choices,omitempty"`
}

// ChoiceWords name a choice and open a step that holds only with it, where no
// choice was made: "For a test shot:".
type ChoiceWords struct {
	Name string `yaml:"name,omitempty"`
	If   string `yaml:"if,omitempty"`
}

// DiaryWords are a table to fill in at home.
type DiaryWords struct {
	Title   string   `yaml:"title,omitempty"`
	Note    string   `yaml:"note,omitempty"`
	Columns []string `yaml:"columns,omitempty"`
}

// A Question is one that patients ask, with its answer.
type Question struct {
	Ask    string `yaml:"ask"`
	Answer string `yaml:"answer"`
}

// Sections are what the window tells about a procedure, each a list of lines.
type Sections struct {
	Why          []string `yaml:"why,omitempty"`
	Signs        []string `yaml:"signs,omitempty"`
	Causes       []string `yaml:"causes,omitempty"`
	Tests        []string `yaml:"tests,omitempty"`
	Happens      []string `yaml:"happens,omitempty"`
	Risks        []string `yaml:"risks,omitempty"`
	Alternatives []string `yaml:"alternatives,omitempty"`
	FollowUp     []string `yaml:"follow_up,omitempty"`
	HomeCare     []string `yaml:"home_care,omitempty"`
	Prevention   []string `yaml:"prevention,omitempty"`
	Cost         []string `yaml:"cost,omitempty"`
	Insurance    []string `yaml:"insurance,omitempty"`
}

// A Section is one list of [Sections] with the id that files and commands use.
type Section struct {
	ID    string
	Lines []string
}

// All are the sections in the order in which people read them; empty ones too.
func (s Sections) All() []Section {
	return []Section{
		{"why", s.Why}, {"signs", s.Signs}, {"causes", s.Causes}, {"tests", s.Tests},
		{"happens", s.Happens}, {"risks", s.Risks}, {"alternatives", s.Alternatives},
		{"follow_up", s.FollowUp}, {"home_care", s.HomeCare}, {"prevention", s.Prevention},
		{"cost", s.Cost}, {"insurance", s.Insurance},
	}
}
