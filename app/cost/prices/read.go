package prices

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"deskleaf/app/cost"
	"deskleaf/app/table"
	"deskleaf/content"
	"deskleaf/content/civil"
)

// A Complaint says what is wrong in a list, where, and what to do.
type Complaint struct {
	Where string // "line 7, column 3", "cell C7"
	Of    string // the heading that the column was taken for; "" for the whole line
	What  string
	Hint  string
}

// String is the complaint in one line.
func (c Complaint) String() string {
	if c.Of == "" {
		return fmt.Sprintf("%s: %s", c.Where, c.What)
	}
	return fmt.Sprintf("%s (%s): %s", c.Where, c.Of, c.What)
}

// headings are the columns of a list by the names that people give them.
var headings = []table.Heading{
	{Of: "code", Names: []string{"code", "cpt", "cpt code", "hcpcs", "hcpcs code", "cpt hcpcs", "procedure code", "service code", "billing code"}},
	{Of: "modifier", Names: []string{"modifier", "mod", "modifiers"}},
	{Of: "setting", Names: []string{"setting", "place of service", "pos", "site of service", "site", "place"}},
	{Of: "bill", Names: []string{"bill", "billed by", "biller", "who bills", "billing class", "bill type"}},
	{Of: "payer", Names: []string{"payer", "payer name", "insurance", "insurer", "carrier", "payor"}},
	{Of: "plan", Names: []string{"plan", "plan name", "product"}},
	{Of: "allowed_amount", Names: []string{"allowed amount", "allowed", "allowable", "contract rate", "negotiated rate", "contracted rate", "fee schedule", "rate"}},
	{Of: "cash_price", Names: []string{"cash price", "cash", "self pay price", "self pay", "selfpay", "discounted cash", "cash rate"}},
	{Of: "effective_from", Names: []string{"effective from", "effective date", "effective", "valid from", "start date", "from", "start", "begins"}},
	{Of: "effective_to", Names: []string{"effective to", "expiration date", "end date", "valid to", "valid until", "to", "until", "end", "expires", "ends"}},
	{Of: "source", Names: []string{"source", "where from", "origin"}},
}

// Columns are the names of the columns, as a list of the clinic's own may have
// them.
func Columns() []string {
	names := make([]string, len(headings))
	for i, h := range headings {
		names[i] = h.Of
	}
	return names
}

// settings and bills are what people write for them, folded.
var (
	settings = map[string]content.Setting{
		"office": content.Office, "11": content.Office, "non facility": content.Office, "nonfacility": content.Office, "clinic": content.Office,
		"asc": content.SurgeryCenter, "24": content.SurgeryCenter, "surgery center": content.SurgeryCenter,
		"ambulatory surgery center": content.SurgeryCenter, "ambulatory surgical center": content.SurgeryCenter,
		"hospital": content.Hospital, "hopd": content.Hospital, "22": content.Hospital, "19": content.Hospital,
		"outpatient": content.Hospital, "outpatient hospital": content.Hospital, "hospital outpatient": content.Hospital,
	}
	billers = map[string]content.Biller{
		"doctor": content.Doctor, "professional": content.Doctor, "physician": content.Doctor, "prof": content.Doctor,
		"facility": content.Facility, "institutional": content.Facility,
		"anesthesia": content.Anesthesia,
		"laboratory": content.Laboratory, "lab": content.Laboratory, "pathology": content.Laboratory,
	}
)

// anything is what people write where a price is for every payer, place or biller.
var anything = map[string]bool{"": true, "any": true, "all": true, "both": true}

// Indicator is a code's bilateral indicator; "" where it is not known.
type Indicator func(code string) string

// Read reads a list from a table. With any complaint the list is nil: a list with
// a mistake is not taken in part. indicator may be nil.
func Read(t table.Table, indicator Indicator) (List, []Complaint) {
	r := reader{table: t, indicator: indicator, lines: map[Entry][]placed{}}
	rows, ok := r.header()
	if !ok {
		return nil, r.complaints
	}
	var list List
	for _, row := range rows {
		before := len(r.complaints)
		e := r.entry(row)
		if len(r.complaints) == before && !r.twice(row, e) {
			list = append(list, e)
		}
	}
	if len(r.complaints) > 0 {
		return nil, r.complaints
	}
	return list, nil
}

// Unused are the headings of a table whose columns [Read] has no use for, as they are
// written: an insurer's own column is one, whose prices want lines of their own.
func Unused(t table.Table) []string {
	r := reader{table: t}
	rows, ok := r.header()
	if !ok {
		return nil
	}
	used := slices.Collect(maps.Values(r.columns))
	var names []string
	for i, cell := range t.Rows[len(t.Rows)-len(rows)-1].Cells {
		if name := strings.TrimSpace(cell); name != "" && !slices.Contains(used, i) {
			names = append(names, name)
		}
	}
	return names
}

// A reader reads the rows of one table.
type reader struct {
	table      table.Table
	indicator  Indicator
	columns    map[string]int
	lines      map[Entry][]placed // by what they are prices of
	complaints []Complaint
}

// placed is an entry and where it stands.
type placed struct {
	entry Entry
	where string
}

// mostComplaints is how many are gathered; a file of another kind would give one
// for every line.
const mostComplaints = 100

func (r *reader) complain(row table.Row, of, what, hint string) {
	if len(r.complaints) >= mostComplaints {
		return
	}
	column := -1
	if c, ok := r.columns[of]; ok {
		column = c
	}
	r.complaints = append(r.complaints, Complaint{Where: r.table.Where(row, column), Of: of, What: what, Hint: hint})
}

// mostAbove is how many rows of words may stand above the headings.
const mostAbove = 20

// header finds the headings and gives the rows under them.
func (r *reader) header() (rows []table.Row, ok bool) {
	for i, row := range r.table.Rows[:min(len(r.table.Rows), mostAbove)] {
		r.columns = table.Match(row, headings)
		_, code := r.columns["code"]
		_, allowed := r.columns["allowed_amount"]
		_, cash := r.columns["cash_price"]
		if code && (allowed || cash) {
			return r.table.Rows[i+1:], true
		}
	}
	r.columns = nil
	what, first := "the file is empty", table.Row{Line: 1}
	if len(r.table.Rows) > 0 {
		what, first = "there are no headings for a code and a price", r.table.Rows[0]
	}
	r.complain(first, "", what, "give the first row these headings: "+strings.Join(Columns(), ", "))
	return nil, false
}

// cell is the text in a column of the list; "" where it has no such column.
func (r *reader) cell(row table.Row, of string) string {
	if column, ok := r.columns[of]; ok {
		return row.Cell(column)
	}
	return ""
}

// entry reads one row.
func (r *reader) entry(row table.Row) Entry {
	e := Entry{
		Code: strings.ToUpper(r.cell(row, "code")), Modifier: strings.ToUpper(r.cell(row, "modifier")),
		Payer: r.named(row, "payer"), Plan: r.named(row, "plan"), Source: r.cell(row, "source"),
		Allowed: r.price(row, "allowed_amount"), Cash: r.price(row, "cash_price"),
		From: r.date(row, "effective_from"), To: r.date(row, "effective_to"),
	}
	r.checkCode(row, e)
	if text := table.Fold(r.cell(row, "setting")); !anything[text] {
		if e.Setting = settings[text]; e.Setting == "" {
			r.complain(row, "setting", fmt.Sprintf("there is no setting %q", r.cell(row, "setting")), "write office, asc or hospital, or nothing for all")
		}
	}
	if text := table.Fold(r.cell(row, "bill")); !anything[text] {
		if e.Bill = billers[text]; e.Bill == "" {
			r.complain(row, "bill", fmt.Sprintf("nobody called %q sends bills", r.cell(row, "bill")), "write doctor, facility, anesthesia or laboratory, or nothing for all")
		}
	}
	if e.Allowed.IsZero() && e.Cash.IsZero() && r.cell(row, "allowed_amount") == "" && r.cell(row, "cash_price") == "" {
		r.complain(row, "", "this line has no price", "fill in the allowed amount or the cash price, or take the line out")
	}
	if !e.From.IsZero() && !e.To.IsZero() && e.To.Before(e.From) {
		r.complain(row, "effective_to", fmt.Sprintf("the last day, %v, is before the first, %v", e.To, e.From), "see whether the two dates changed places")
	}
	return e
}

// named is a payer's or plan's name; "" where the line is for all.
func (r *reader) named(row table.Row, of string) string {
	text := r.cell(row, of)
	if anything[table.Fold(text)] {
		return ""
	}
	return text
}

var (
	modifierPattern  = regexp.MustCompile(`^[A-Z0-9]{2}$`)
	digitsPattern    = regexp.MustCompile(`^[0-9]{1,4}$`)
	shortenedPattern = regexp.MustCompile(`^[0-9]+(\.[0-9]+)?E\+?[0-9]+$`)
)

// checkCode complains of a code or modifier that cannot be, or that do not go
// together.
func (r *reader) checkCode(row table.Row, e Entry) {
	switch {
	case e.Code == "":
		r.complain(row, "code", "this line has no code", "write the code, or take the line out")
	case digitsPattern.MatchString(e.Code):
		r.complain(row, "code", fmt.Sprintf("the code %s has %d digits, not five", e.Code, len(e.Code)),
			"a spreadsheet takes zeros off the front of a number: show that column as text, and write the zeros again")
	case shortenedPattern.MatchString(e.Code):
		r.complain(row, "code", fmt.Sprintf("the code %s was shortened by a spreadsheet", e.Code), "show that column as text, and write the code again")
	case !content.IsCode(e.Code):
		r.complain(row, "code", fmt.Sprintf("%q is not a code", e.Code), "a code is five digits, four digits and a letter, or a letter and four digits")
	}
	switch {
	case e.Modifier == "":
	case !modifierPattern.MatchString(e.Modifier):
		r.complain(row, "modifier", fmt.Sprintf("%q is not a modifier", e.Modifier), "a modifier is two letters or digits, such as 50 or RT")
	case e.Modifier == both && r.indicator != nil:
		if i := r.indicator(e.Code); i == "0" || i == "2" || i == "9" {
			r.complain(row, "modifier", fmt.Sprintf("modifier 50 does not go with %s: its bilateral indicator is %s", e.Code, i),
				"ask whoever does the coding; leave the modifier out where the price is for one side")
		}
	}
}

// price reads an amount; zero where the cell is empty.
func (r *reader) price(row table.Row, of string) cost.Range {
	text := r.cell(row, of)
	if text == "" {
		return cost.Range{}
	}
	price, err := cost.ReadPrice(text)
	if err != nil {
		hint := ""
		if h, ok := err.(interface{ Hint() string }); ok {
			hint = h.Hint()
		}
		r.complain(row, of, err.Error(), hint)
	}
	return price
}

// dateLayouts are the ways in which dates stand in American tables.
var dateLayouts = []string{time.DateOnly, "1/2/2006", "1/2/06", "1-2-2006", "Jan 2, 2006", "January 2, 2006", "2-Jan-2006", "2-Jan-06"}

// date reads a date; zero where the cell is empty.
func (r *reader) date(row table.Row, of string) civil.Date {
	text := r.cell(row, of)
	if text == "" {
		return civil.Date{}
	}
	text, _ = strings.CutSuffix(text, " 00:00")
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, text); err == nil && t.Year() >= firstYear && t.Year() <= lastYear {
			return civil.DateOf(t)
		}
	}
	r.complain(row, of, fmt.Sprintf("%q is not a date", text), "write it as in 2026-12-31 or 12/31/2026")
	return civil.Date{}
}

// The years that a price may be of; others are slips of the keyboard.
const (
	firstYear = 2000
	lastYear  = 2100
)

// twice reports whether a line stands in the list already; one that gives another
// price for the same days is complained of.
func (r *reader) twice(row table.Row, e Entry) bool {
	before := r.lines[e.key()]
	for _, p := range before {
		switch {
		case p.entry == e:
			return true
		case p.entry.overlaps(e):
			r.complain(row, "code", fmt.Sprintf("%s has another price on the same days at %s", e.Code, p.where), "keep one of the two lines, or give each its own days")
			return true
		}
	}
	r.lines[e.key()] = append(before, placed{e, r.table.Where(row, -1)})
	return false
}

// overlaps reports whether there is a day on which both entries hold.
func (e Entry) overlaps(o Entry) bool {
	return (e.To.IsZero() || !e.To.Before(o.From)) && (o.To.IsZero() || !o.To.Before(e.From))
}
