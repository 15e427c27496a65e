package storetest

import (
	"maps"
	"slices"
	"testing"
)

// The recording must show what a careless save would leave, or the tests that
// use it prove nothing.
func TestCrashesShowCarelessSaving(t *testing.T) {
	tests := []struct {
		name string
		save func(*Recording)
		want []string // what the file may be after a crash, "-" where it is gone
	}{
		{"without sync", func(r *Recording) {
			f, _ := r.Create("/a/new", 0o600)
			_, _ = f.Write([]byte("new!"))
			_ = f.Close()
			_ = r.Rename("/a/new", "/a/file")
		}, []string{"", "ne", "new!", "old"}},
		{"without another name", func(r *Recording) {
			_ = r.Remove("/a/file")
			f, _ := r.Create("/a/file", 0o600)
			_, _ = f.Write([]byte("new!"))
			_ = f.Sync()
			_ = r.SyncDir("/a")
		}, []string{"", "-", "ne", "new!", "old"}},
		{"with care", func(r *Recording) {
			f, _ := r.Create("/a/new", 0o600)
			_, _ = f.Write([]byte("new!"))
			_ = f.Sync()
			_ = r.Rename("/a/new", "/a/file")
			_ = r.SyncDir("/a")
		}, []string{"new!", "old"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := NewRecording(map[string]string{"/a/file": "old"})
			test.save(r)
			seen := map[string]bool{}
			for _, crash := range r.Crashes() {
				data, there := crash.Files["/a/file"]
				if !there {
					data = "-"
				}
				seen[data] = true
			}
			if got := slices.Sorted(maps.Keys(seen)); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
