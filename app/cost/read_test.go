package cost

import (
	"errors"
	"testing"
)

// amounts are what people and spreadsheets write; the fuzz test begins with them.
var amounts = []struct {
	text string
	want Range
	why  AmountReason
}{
	{"620", Exactly(620_00), ""},
	{"$1,234.50", Exactly(1234_50), ""},
	{" $ 1234.5 ", Exactly(1234_50), ""},
	{"0", Exactly(0), ""},
	{"007", Exactly(7_00), ""},
	{"500-1500", Range{500_00, 1500_00}, ""},
	{"$620 – $980", Range{620_00, 980_00}, ""},
	{"500 to 1,500.25", Range{500_00, 1500_25}, ""},
	{"500 a 1500", Range{500_00, 1500_00}, ""},
	{"99,999,999.99", Exactly(mostCents), ""},
	{"100,000,000", Range{}, TooLarge},
	{"99999999999999999999999999999999", Range{}, TooLarge},
	{"-5", Range{}, NegativeSum},
	{"-$5", Range{}, NegativeSum},
	{"(5.00)", Range{}, NegativeSum},
	{"1.234,56", Range{}, CommaAsPoint},
	{"12,5", Range{}, CommaAsPoint},
	{"1,23,456", Range{}, NotAmount},
	{"1.23E+05", Range{}, Shortened},
	{"1e300", Range{}, Shortened},
	{"12.345", Range{}, PartsOfCent},
	{"1500-500", Range{}, WrongOrder},
	{"NaN", Range{}, NotAmount},
	{"Inf", Range{}, NotAmount},
	{"", Range{}, NotAmount},
	{"$", Range{}, NotAmount},
	{"12/10", Range{}, NotAmount},
	{"2026-12-10", Range{}, NotAmount},
	{"500-", Range{}, NotAmount},
	{"٣", Range{}, NotAmount},
}

func TestReadRange(t *testing.T) {
	for _, test := range amounts {
		got, err := ReadRange(test.text)
		var wrong *AmountError
		errors.As(err, &wrong)
		switch {
		case test.why == "" && (err != nil || got != test.want):
			t.Errorf("%q is %v, %v; want %v", test.text, got, err, test.want)
		case test.why != "" && (wrong == nil || wrong.Reason != test.why):
			t.Errorf("%q gives %v, want the reason %q", test.text, err, test.why)
		case wrong != nil && (wrong.Error() == "" || wrong.Hint() == ""):
			t.Errorf("%q is refused with %q and %q", test.text, wrong.Error(), wrong.Hint())
		}
	}
	if _, err := ReadPrice("$0.00"); err == nil {
		t.Error("nothing was taken for a price")
	}
}

func TestReadPercent(t *testing.T) {
	for text, want := range map[string]Percent{"20": 20_00, "20 %": 20_00, "12.5%": 12_50, "0": 0, "100": Whole, "33.33": 33_33} {
		if got, err := ReadPercent(text); err != nil || got != want {
			t.Errorf("%q is %v, %v", text, got, err)
		}
	}
	for text, want := range map[string]AmountReason{"120": OverWhole, "-5": NegativeSum, "NaN": NotPercent, "": NotPercent, "1e2": NotPercent, "20,5": NotPercent} {
		var wrong *AmountError
		if _, err := ReadPercent(text); !errors.As(err, &wrong) || wrong.Reason != want {
			t.Errorf("%q gives %v, want the reason %q", text, err, want)
		}
	}
}

func TestAmountsAsWords(t *testing.T) {
	for c, want := range map[Cents][3]string{
		1234_50: {"$1,234.50", "$1,235", "1234.50"},
		284_00:  {"$284.00", "$284", "284"},
		-5_05:   {"-$5.05", "", "-5.05"},
		35_14:   {"$35.14", "$35", "35.14"},
		9_99:    {"$9.99", "$9.99", "9.99"},
		0:       {"$0.00", "$0", "0"},
	} {
		if c.String() != want[0] || want[1] != "" && c.Round() != want[1] || c.Plain() != want[2] && c >= 0 {
			t.Errorf("%d cents are %q, %q, %q, want %q", int64(c), c.String(), c.Round(), c.Plain(), want)
		}
	}
	for p, want := range map[Percent]string{20_00: "20%", 12_50: "12.5%", 5: "0.05%", 100_00: "100%", 0: "0%"} {
		if p.String() != want {
			t.Errorf("%d is %q, want %q", int(p), p.String(), want)
		}
	}
}

// FuzzReadRange holds that what is read is an amount that can be reckoned with,
// and that what is written of it is read again as the same.
func FuzzReadRange(f *testing.F) {
	for _, a := range amounts {
		f.Add(a.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := ReadRange(text)
		if err != nil {
			return
		}
		if !r.valid() {
			t.Fatalf("%q is %v", text, r)
		}
		for _, written := range []string{r.Plain(), r.String()} {
			if again, err := ReadRange(written); err != nil || again != r {
				t.Fatalf("%q is %v; written as %q it is %v, %v", text, r, written, again, err)
			}
		}
	})
}
