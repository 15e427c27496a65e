package prices

import (
	"errors"
	"strings"
	"testing"

	"deskleaf/app/cost"
	"deskleaf/app/table"
	"deskleaf/content"
	"deskleaf/content/civil"
)

// schedule is a file of relative values as CMS lays it out, without descriptors.
func schedule(year string, extra bool) string {
	above, below, value := "", "", ""
	if extra { // a column that came in 2026
		above, below, value = "PRIC,", "IND,", "0,"
	}
	rows := []string{
		",," + year + " National Physician Fee Schedule Relative Value File January Release",
		",,RELEASED 12/15/2021",
		",,,,FOR,,,NON-FAC,,FACILITY",
		",,,STATUS,MEDICARE ,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,CO-,TEAM," + above + "ENDO,CONV",
		"HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG," + below + "BASE,FACTOR",
		"27096,,,A,,1.48,3.23,,0.79,,0.14,4.85,2.41,0,000,0.10,0.80,0.10,2,1,1,0,0," + value + ",34.6062",
		"27096,26,,A,,1.00,1.00,,1.00,,0.14,4.85,2.41,0,000,0.10,0.80,0.10,2,1,1,0,0," + value + ",34.6062",
		"20957,,,A,,42.61,30.00,NA,30.00,,8.63,81.24,81.24,0,090,0.10,0.69,0.21,2,0,2,2,2," + value + ",34.6062",
		"G0260,,,E,,0.00,0.00,,0.00,,0.00,0.00,0.00,9,XXX,0.00,0.00,0.00,9,9,9,9,9," + value + ",34.6062",
		"99213,,,A,,0.97,1.05,,0.40,,0.07,2.09,1.44,0,XXX,0.00,0.00,0.00,0,0,0,0,0," + value + ",34.6062",
	}
	return strings.Join(rows, "\n") + "\n"
}

const indices = `ADDENDUM E. FINAL CY 2022 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE AND MEDICARE LOCALITY,,,,,,
Medicare Administrative Contractor,State,Locality Number,Locality Name,2022 PW GPCI (without 1.0 Floor),2022 PW GPCI (with 1.0 Floor)***,2022 PE GPCI,2022 MP GPCI
1,US,0,NATIONAL,0.9,1,1,1
9102,FL,4,MIAMI*,0.99,1,1.023,2.629
"MAC Assignments as of October 27, 2020",,,,,,
`

// TestSchedule gives the amounts that CMS publishes.
func TestSchedule(t *testing.T) {
	for _, extra := range []bool{false, true} {
		s, err := readSchedule(t, schedule("2022", extra), indices)
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Localities) != 2 || s.Localities[1].String() != "FL 04, MIAMI" {
			t.Fatalf("localities: %v", s.Localities)
		}
		list := s.Prices(s.Localities[0])
		for _, want := range []struct {
			code    string
			setting content.Setting
			amount  cost.Cents
		}{
			{"27096", content.Office, 167_84}, {"27096", content.SurgeryCenter, 83_40}, {"27096", content.Hospital, 83_40},
			{"20957", content.Office, 0}, {"20957", content.Hospital, 2811_41},
			{"G0260", content.Hospital, 0}, {"99213", content.Office, 0}, // not payable; not wanted
		} {
			got, _ := list.Find(Query{Code: want.code, Setting: want.setting, Bill: content.Doctor, Payer: Medicare, Day: civil.Date{Year: 2022, Month: 6, Day: 1}})
			if got.Range != cost.Exactly(want.amount) {
				t.Errorf("%s %s: %v, want %v", want.code, want.setting, got.Low, want.amount)
			}
		}
		if miami, _ := s.Prices(s.Localities[1]).Find(Query{Code: "27096", Setting: content.Office, Bill: content.Doctor, Day: civil.Date{Year: 2022, Month: 6, Day: 1}}); miami.Low != 178_30 {
			t.Errorf("Miami: %v", miami.Low) // (1.48 + 3.23 x 1.023 + 0.14 x 2.629) x 34.6062
		}
		if _, ok := list.Find(Query{Code: "27096", Setting: content.Office, Day: today}); ok {
			t.Error("amounts of 2022 are taken in 2026")
		}
	}
}

func readSchedule(t *testing.T, relative, geographic string) (*Schedule, error) {
	t.Helper()
	a, err := table.Read("PPRRVU22_JAN.csv", []byte(relative))
	if err != nil {
		t.Fatal(err)
	}
	b, err := table.Read("GPCI2022.csv", []byte(geographic))
	if err != nil {
		t.Fatal(err)
	}
	return ReadSchedule(a, b, func(code string) bool { return code != "99213" })
}

// FuzzSchedule: files that are not what CMS lays out make no schedule, or one whose every price has a code, a year and an
// amount.
func FuzzSchedule(f *testing.F) {
	f.Add(schedule("2022", false), indices)
	f.Add(schedule("2026", true), strings.ReplaceAll(indices, "2022", "2026"))
	f.Add(strings.ReplaceAll(schedule("2022", false), "1.48", "-1e99"), indices)
	f.Fuzz(func(t *testing.T, relative, geographic string) {
		a, err := table.Read("PPRRVU.csv", []byte(relative))
		if err != nil {
			return
		}
		b, err := table.Read("GPCI.csv", []byte(geographic))
		if err != nil {
			return
		}
		s, err := ReadSchedule(a, b, func(string) bool { return true })
		if err != nil {
			return
		}
		for _, locality := range s.Localities {
			for _, e := range s.Prices(locality) {
				if e.Code == "" || e.Allowed.Low < 0 || e.Allowed.High < e.Allowed.Low || e.From.Year != s.Year {
					t.Fatalf("of %q in %v comes a price %+v", relative, locality, e)
				}
			}
		}
	})
}

// TestScheduleRefuses files of another kind, another year, another layout.
func TestScheduleRefuses(t *testing.T) {
	tests := []struct{ name, relative, geographic, want string }{
		{"another layout", strings.ReplaceAll(schedule("2022", false), "CONV", "COEFF"), indices, "PPRRVU22_JAN.csv: it is not laid out as the table of relative values (PPRRVU) of CMS: these columns are not there: CONV FACTOR"},
		{"files of two years", schedule("2026", true), indices, "its indices are of 2022, and PPRRVU22_JAN.csv is of 2026"},
		{"no year", strings.ReplaceAll(schedule("", false), "12/15/2021", ""), strings.ReplaceAll(indices, "2022 ", ""), "does not say of which year"},
		{"the files changed places", indices, schedule("2022", false), "GPCI2022.csv: it is not laid out as the table of geographic indices"},
		{"a value that is none", strings.Replace(schedule("2022", false), "3.23", "lots", 1), indices, `line 6, column 7: "lots" is not a number under NON-FAC PE RVU`},
		{"an index that is none", schedule("2022", false), strings.Replace(indices, "2.629", "1e300", 1), `"1e300" is not an index`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := readSchedule(t, test.relative, test.geographic)
			var known *table.Error
			if !errors.As(err, &known) || !strings.Contains(err.Error(), test.want) || known.Advice == "" {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}
