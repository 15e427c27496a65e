package prices

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"deskleaf/app/cost"
	"deskleaf/app/table"
	"deskleaf/content"
	"deskleaf/content/civil"
)

// Medicare is what the list calls the payer of amounts that [ReadSchedule] makes.
const Medicare = "Medicare"

// A Locality is where Medicare pays by the same indices.
type Locality struct {
	State, Number, Name string
	work, expense, risk *big.Rat // the geographic indices
}

// String names the locality for a choice: "FL 04, MIAMI".
func (l Locality) String() string { return fmt.Sprintf("%s %s, %s", l.State, l.Number, l.Name) }

// A Schedule is Medicare's physician fee schedule of one year, from the two files
// that CMS gives out together: relative values (PPRRVU) and geographic indices
// (GPCI). Neither ships with Deskleaf: they carry descriptors of the AMA, of which
// nothing is kept.
type Schedule struct {
	Year       int
	File       string // of the relative values
	Localities []Locality
	values     []values
}

// values are the relative values of one code.
type values struct {
	code                 string
	work, office, inside *big.Rat // work; practice expense in an office and in a facility
	risk, factor         *big.Rat
	noOffice             bool // not done in an office
}

// ReadSchedule reads both files, whatever order their columns have: years differ.
// wanted says which codes to keep. Its errors are a [*table.Error].
func ReadSchedule(relative, indices table.Table, wanted func(code string) bool) (*Schedule, error) {
	s := &Schedule{File: relative.File}
	year, err := s.readIndices(indices)
	if err != nil {
		return nil, err
	}
	if err := s.readValues(relative, wanted); err != nil {
		return nil, err
	}
	if year != 0 && s.Year != 0 && year != s.Year {
		return nil, &table.Error{File: indices.File, What: fmt.Sprintf("its indices are of %d, and %s is of %d", year, relative.File, s.Year),
			Advice: "take both files from the same download"}
	}
	if s.Year == 0 {
		s.Year = year
	}
	if s.Year == 0 {
		return nil, &table.Error{File: relative.File, What: "it does not say of which year it is",
			Advice: "leave the rows above its headings as CMS wrote them"}
	}
	return s, nil
}

// columnsOf finds headings by their words, which may stand in several rows above
// one another: "NON-FAC" over "PE RVU". Each wanted heading is a test of the
// words of a column. The rows under the headings come with them.
func columnsOf(t table.Table, wanted map[string]func(words string) bool) (columns map[string]int, rows []table.Row, missing []string) {
	least := len(wanted) + 1
	for i := range min(len(t.Rows), mostAbove) {
		found := map[string]int{}
		for column := range len(t.Rows[i].Cells) {
			for name, fits := range wanted {
				if _, done := found[name]; !done && (fits(table.Fold(t.Rows[i].Cell(column))) || fits(heading(t, i, column))) {
					found[name] = column
				}
			}
		}
		if absent := len(wanted) - len(found); absent < least {
			least, columns, rows, missing = absent, found, t.Rows[i+1:], nil
			for name := range wanted {
				if _, ok := found[name]; !ok {
					missing = append(missing, name)
				}
			}
		}
	}
	slices.Sort(missing)
	return columns, rows, missing
}

// heading is the words of a column in a row and the one right above it.
func heading(t table.Table, row, column int) string {
	words := t.Rows[row].Cell(column)
	if row > 0 && t.Rows[row-1].Line == t.Rows[row].Line-1 {
		words = t.Rows[row-1].Cell(column) + " " + words
	}
	return table.Fold(words)
}

// is is a test for one of some headings.
func is(names ...string) func(string) bool {
	return func(words string) bool { return slices.Contains(names, words) }
}

// like is a test for headings that hold some words and not others: those of
// indices carry their year and footnotes.
func like(has, not string) func(string) bool {
	return func(words string) bool { return strings.Contains(words, has) && !strings.Contains(words, not) }
}

// otherLayout is the error for a file whose columns are not found.
func otherLayout(t table.Table, what string, missing []string) error {
	return &table.Error{File: t.File, What: fmt.Sprintf("it is not laid out as %s of CMS: these columns are not there: %s", what, strings.Join(missing, ", ")),
		Advice: "choose the file as it came in CMS's download; if it did, CMS has changed it, and this program does not know it yet"}
}

// readIndices reads the localities and gives the year that their headings name.
func (s *Schedule) readIndices(t table.Table) (year int, err error) {
	columns, rows, missing := columnsOf(t, map[string]func(string) bool{
		"State": is("state"), "Locality Number": like("locality number", "name"), "Locality Name": like("locality name", "number"),
		"PW GPCI": like("pw gpci", "without"), "PE GPCI": like("pe gpci", "without"), "MP GPCI": like("mp gpci", "without"),
	})
	if len(missing) > 0 {
		return 0, otherLayout(t, "the table of geographic indices (GPCI)", missing)
	}
	for _, row := range t.Rows[:len(t.Rows)-len(rows)] {
		if year = yearIn(strings.Join(row.Cells, " ")); year != 0 {
			break
		}
	}
	for _, row := range rows {
		l := Locality{State: row.Cell(columns["State"]), Number: row.Cell(columns["Locality Number"]), Name: strings.TrimRight(row.Cell(columns["Locality Name"]), "* ")}
		if len(l.Number) == 1 {
			l.Number = "0" + l.Number // a spreadsheet took the zero
		}
		if l.State == "" || l.Number == "" {
			continue // footnotes
		}
		for name, into := range map[string]**big.Rat{"PW GPCI": &l.work, "PE GPCI": &l.expense, "MP GPCI": &l.risk} {
			if *into = decimal(row.Cell(columns[name])); *into == nil {
				return 0, &table.Error{File: t.File, Place: t.Where(row, columns[name]),
					What: fmt.Sprintf("%q is not an index", row.Cell(columns[name])), Advice: "choose the file as it came in CMS's download"}
			}
		}
		s.Localities = append(s.Localities, l)
	}
	return year, nil
}

// payable are the statuses of codes that the schedule gives amounts for: active,
// restricted, and injections that are paid when nothing else is.
var payable = []string{"A", "R", "T"}

// readValues reads the relative values of wanted codes.
func (s *Schedule) readValues(t table.Table, wanted func(string) bool) error {
	columns, rows, missing := columnsOf(t, map[string]func(string) bool{
		"HCPCS": is("hcpcs"), "MOD": is("mod"), "STATUS CODE": is("status code"), "WORK RVU": is("work rvu"),
		"NON-FAC PE RVU":  is("non fac pe rvu", "non facility pe rvu", "transitioned non fac pe rvu"),
		"FACILITY PE RVU": is("facility pe rvu", "fac pe rvu", "transitioned facility pe rvu"),
		"MP RVU":          is("mp rvu"), "CONV FACTOR": is("conv factor", "conversion factor"),
	})
	if len(missing) > 0 {
		return otherLayout(t, "the table of relative values (PPRRVU)", missing)
	}
	for _, row := range t.Rows[:len(t.Rows)-len(rows)] {
		if text := strings.Join(row.Cells, " "); strings.Contains(table.Fold(text), "fee schedule") && s.Year == 0 {
			s.Year = yearIn(text)
		}
	}
	notOffice := columns["NON-FAC PE RVU"] + 1 // the NA indicator stands beside it
	for _, row := range rows {
		code := strings.ToUpper(row.Cell(columns["HCPCS"]))
		if !content.IsCode(code) || row.Cell(columns["MOD"]) != "" || !slices.Contains(payable, row.Cell(columns["STATUS CODE"])) || !wanted(code) {
			continue
		}
		v := values{code: code, noOffice: strings.EqualFold(row.Cell(notOffice), "NA")}
		for name, into := range map[string]**big.Rat{
			"WORK RVU": &v.work, "NON-FAC PE RVU": &v.office, "FACILITY PE RVU": &v.inside, "MP RVU": &v.risk, "CONV FACTOR": &v.factor,
		} {
			if *into = decimal(row.Cell(columns[name])); *into == nil {
				return &table.Error{File: t.File, Place: t.Where(row, columns[name]),
					What: fmt.Sprintf("%q is not a number under %s", row.Cell(columns[name]), name), Advice: "choose the file as it came in CMS's download"}
			}
		}
		s.values = append(s.values, v)
	}
	return nil
}

var (
	yearPattern    = regexp.MustCompile(`\b(20[0-9]{2})\b`)
	decimalPattern = regexp.MustCompile(`^[0-9]{1,6}(\.[0-9]{0,8})?$`)
)

// yearIn is the first year that a text names; 0 for none.
func yearIn(text string) int {
	year, err := strconv.Atoi(yearPattern.FindString(text))
	if err != nil {
		return 0
	}
	return year
}

// decimal reads a number; nil where it is none.
func decimal(text string) *big.Rat {
	if !decimalPattern.MatchString(text) {
		return nil
	}
	n, ok := new(big.Rat).SetString(text)
	if !ok {
		return nil
	}
	return n
}

// Prices are the Medicare amounts of the schedule's codes in one locality, for
// the doctor's bill in each setting. They hold for the schedule's year.
//
// An amount is (work x its index + practice expense x its index + malpractice x
// its index) x the conversion factor of the file (42 CFR 414.20), rounded to a
// cent.
func (s *Schedule) Prices(l Locality) List {
	var list List
	for _, v := range s.values {
		for _, setting := range content.Settings {
			expense := v.inside
			if setting == content.Office {
				if v.noOffice {
					continue
				}
				expense = v.office
			}
			amount := l.amount(v, expense)
			if amount == 0 {
				continue
			}
			list = append(list, Entry{
				Code: v.code, Setting: setting, Bill: content.Doctor, Payer: Medicare, Allowed: cost.Exactly(amount),
				From: civil.Date{Year: s.Year, Month: time.January, Day: 1}, To: civil.Date{Year: s.Year, Month: time.December, Day: 31},
				Source: fmt.Sprintf("%s, %s", s.File, l),
			})
		}
	}
	return list
}

// amount is what Medicare allows in a locality.
func (l Locality) amount(v values, expense *big.Rat) cost.Cents {
	sum := new(big.Rat)
	for _, part := range [][2]*big.Rat{{v.work, l.work}, {expense, l.expense}, {v.risk, l.risk}} {
		sum.Add(sum, new(big.Rat).Mul(part[0], part[1]))
	}
	sum.Mul(sum, v.factor)
	sum.Mul(sum, big.NewRat(200, 1))
	sum.Add(sum, big.NewRat(1, 1)) // half up: twice the cents, and one, halved downward
	halves := new(big.Int).Div(sum.Num(), sum.Denom())
	return cost.Cents(halves.Int64() / 2)
}

// With is the list with Medicare's amounts in the place of those it had.
func (l List) With(schedule List) List {
	return append(slices.DeleteFunc(slices.Clone(l), func(e Entry) bool { return e.Payer == Medicare }), schedule...)
}
