package goldentest

import "testing"

func TestDifference(t *testing.T) {
	tests := []struct{ name, got, want, says string }{
		{"a line", "a\nb\nc", "a\nB\nc", "line 2\n got b\nwant B"},
		{"a line too few", "a", "a\nb", "line 2\n got (the end)\nwant b"},
		{"a line too many", "a\n", "a", "line 2\n got \nwant (the end)"},
	}
	for _, test := range tests {
		if says := difference(test.got, test.want); says != test.says {
			t.Errorf("%s: it says %q, want %q", test.name, says, test.says)
		}
	}
}
