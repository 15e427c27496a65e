package desk

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deskleaf/app/store"
)

func TestPlaces(t *testing.T) {
	linux := map[string]string{"HOME": "/home/ana"}
	windows := map[string]string{"APPDATA": "/Users/ana/Roaming", "LOCALAPPDATA": "/Users/ana/Local", "ProgramData": "/ProgramData"}
	with := func(env map[string]string, more ...string) map[string]string {
		env = maps.Clone(env)
		for i := 0; i < len(more); i += 2 {
			env[more[i]] = more[i+1]
		}
		return env
	}
	tests := []struct {
		name, os, program string
		env               map[string]string
		there             string
		want              Places
	}{
		{"Linux", "linux", "/usr/bin/deskleaf", linux, "",
			Places{"/home/ana/.config/deskleaf", "/home/ana/.cache/deskleaf", "/home/ana/.local/state/deskleaf", "/etc/deskleaf/machine.yaml"}},
		{"Linux, with folders of its own", "linux", "", with(linux, "XDG_CONFIG_HOME", "/c", "XDG_CACHE_HOME", "/k", "XDG_STATE_HOME", "/s"), "",
			Places{"/c/deskleaf", "/k/deskleaf", "/s/deskleaf", "/etc/deskleaf/machine.yaml"}},
		{"Linux, with a relative folder, which counts for nothing", "linux", "", with(linux, "XDG_CONFIG_HOME", "c"), "",
			Places{"/home/ana/.config/deskleaf", "/home/ana/.cache/deskleaf", "/home/ana/.local/state/deskleaf", "/etc/deskleaf/machine.yaml"}},
		{"Linux, with no home", "linux", "", map[string]string{"XDG_CONFIG_HOME": "/c"}, "",
			Places{"/c/deskleaf", "/c/deskleaf/cache", "/c/deskleaf/log", "/etc/deskleaf/machine.yaml"}},
		{"Windows", "windows", "/Programs/deskleaf.exe", windows, "",
			Places{"/Users/ana/Roaming/deskleaf", "/Users/ana/Local/deskleaf/cache", "/Users/ana/Local/deskleaf/log", "/ProgramData/Deskleaf/machine.yaml"}},
		{"macOS", "darwin", "", linux, "",
			Places{"/home/ana/Library/Application Support/deskleaf", "/home/ana/Library/Caches/deskleaf", "/home/ana/Library/Logs/deskleaf", "/Library/Application Support/Deskleaf/machine.yaml"}},
		{"portable", "windows", "/stick/Deskleaf/deskleaf.exe", windows, "/stick/Deskleaf/deskleaf-portable",
			Places{"/stick/Deskleaf/files", "/stick/Deskleaf/files/cache", "/stick/Deskleaf/files/log", "/ProgramData/Deskleaf/machine.yaml"}},
		{"one folder for all", "linux", "/x/deskleaf", with(linux, "DESKLEAF_HOME", "/try"), "/x/deskleaf-portable",
			Places{"/try", "/try/cache", "/try/log", "/try/machine.yaml"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := places(system{test.os, func(name string) string { return test.env[name] }, test.program,
				func(path string) bool { return filepath.ToSlash(path) == test.there }})
			if diff := cmp.Diff(test.want, Places{filepath.ToSlash(got.Config), filepath.ToSlash(got.Cache), filepath.ToSlash(got.State), filepath.ToSlash(got.Machine)}); diff != "" || err != nil {
				t.Errorf("%v\n%s", err, diff)
			}
		})
	}
	for _, os := range []string{"linux", "windows", "darwin"} {
		if got, err := places(system{os: os, env: func(string) string { return "" }}); err == nil {
			t.Errorf("%s without any folder gave %+v", os, got)
		}
	}
}

func TestClinicFolder(t *testing.T) {
	p := Places{Config: "/c"}
	tests := []struct {
		desk, machine, want string
		chosen              bool
	}{
		{"", "", filepath.Join("/c", "clinic"), false},
		{"/share", "", "/share", true},
		{"/share", "/fixed", "/fixed", true},
	}
	for _, test := range tests {
		folder, chosen := p.Clinic(&Desk{Clinic: test.desk}, Machine{Clinic: test.machine})
		if folder != test.want || chosen != test.chosen {
			t.Errorf("desk %q, machine %q: %q, chosen %t; want %q, %t", test.desk, test.machine, folder, chosen, test.want, test.chosen)
		}
	}
}

func TestMachine(t *testing.T) {
	folder := t.TempDir()
	share := filepath.Join(folder, "share")
	tests := []struct {
		name, text string
		want       Machine
		says       string // "" for nothing
	}{
		{"none", "", Machine{}, ""},
		{"all", "format: 1\nclinic_folder: " + share + "\nunreviewed: refuse\nidle_minutes: 7\n", Machine{Format: 1, Clinic: share, Unreviewed: "refuse", Idle: 7}, ""},
		{"what is wrong is left out, the rest holds", "clinic_folder: share\nidle_minutes: 7\n", Machine{Idle: 7}, "not a whole path"},
		{"a rule that there is not", "unreviewed: never\n", Machine{}, "draft or refuse"},
		{"too many minutes", "idle_minutes: 600\n", Machine{}, "5 to 30"},
		{"a slip of the keyboard", "idle_minute: 7\n", Machine{}, "idle_minutes"},
		{"a newer program's", "format: 99\nidle_minutes: 7\n", Machine{}, "newer"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "machine.yaml")
			if test.text != "" {
				if err := os.WriteFile(path, []byte(test.text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			got, notice := OpenMachine(store.OS{}, path)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
			if (test.says == "") != (notice.English == "") || !strings.Contains(notice.English, test.says) {
				t.Errorf("it says %q, and should speak of %q", notice, test.says)
			}
		})
	}
}
