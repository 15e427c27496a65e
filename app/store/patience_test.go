package store

import (
	"errors"
	"testing"
	"time"
)

func TestPatience(t *testing.T) {
	busy, other := busyError, errors.New("other")
	tests := []struct {
		name   string
		errs   []error // of one try after the other; nil from then on
		want   error
		waited int
	}{
		{"at once", nil, nil, 0},
		{"after two tries", []error{busy, busy}, nil, 2},
		{"another error", []error{other}, other, 0},
		{"for ever", []error{busy, busy, busy, busy, busy, busy, busy, busy, busy, busy, busy, busy}, busy, 9},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tries, waited, total := 0, 0, time.Duration(0)
			err := patiently(func() error {
				if tries++; tries <= len(test.errs) {
					return test.errs[tries-1]
				}
				return nil
			}, func(d time.Duration) { waited++; total += d })
			if err != test.want || waited != test.waited {
				t.Errorf("got %v after %d waits", err, waited)
			}
			if total > 2*time.Second {
				t.Errorf("it waits %v", total)
			}
		})
	}
}
