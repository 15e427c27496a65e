package day

import "testing"

// TestMakesNothingUntilItIsOpened holds that a desk which prints no schedule pays
// nothing for it when its window opens: without words no part of the screen could
// be made.
func TestMakesNothingUntilItIsOpened(t *testing.T) {
	s := New(Deps{})
	s.Clear()
	if s.Holds() || len(s.Ready()) > 0 {
		t.Error("a new screen holds a schedule")
	}
	if s.made != nil {
		t.Error("parts of the screen were made though nobody opened it")
	}
}
