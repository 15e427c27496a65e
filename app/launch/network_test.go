//go:build cgo && linux

package launch

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// traced is the program under strace, which writes every call about the network,
// of the program and of all that it starts, into the file.
func (c cold) traced(t *testing.T, file string) *exec.Cmd {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not on this machine: whether the program stays off the network is not watched here")
	}
	if out, err := exec.Command(strace, "-f", "-e", "trace=network", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("strace is not allowed on this machine (%v %s): whether the program stays off the network is not watched here", err, out)
	}
	cmd := c.command()
	programs := t.TempDir() // a viewer would make calls of its own
	if err := os.WriteFile(filepath.Join(programs, "xdg-open"), []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	cmd.Env = append(cmd.Env, "PATH="+programs+string(os.PathListSeparator)+os.Getenv("PATH"))
	cmd.Path, cmd.Args = strace, append([]string{"strace", "-f", "-qq", "-e", "trace=network", "-o", file, c.program}, cmd.Args[1:]...)
	return cmd
}

// abroad are the lines of a trace with a socket of another kind than one between
// programs of the same machine. Lines say "socket(AF_UNIX, …", "connect(3,
// {sa_family=AF_INET, …": every family that a call names is looked at.
func abroad(trace string) []string {
	var found []string
	for line := range strings.Lines(trace) {
		for rest := line; ; {
			_, after, ok := strings.Cut(rest, "AF_")
			if !ok {
				break
			}
			rest = after
			family, _, _ := strings.Cut(strings.TrimRight(after, "\n"), ",")
			family, _, _ = strings.Cut(family, "}")
			if family != "UNIX" && family != "LOCAL" && family != "UNSPEC" {
				found = append(found, strings.TrimSpace(line))
				break
			}
		}
	}
	return found
}

func TestAbroad(t *testing.T) {
	for line, want := range map[string]int{
		"12 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3\n":                                        0,
		"12 connect(3, {sa_family=AF_UNIX, sun_path=@\"/tmp/.X11-unix/X1\"}, 20) = 0\n":                0,
		"12 recvmsg(3, {msg_name=NULL}, 0) = -1 EAGAIN\n":                                              0,
		"12 socket(AF_INET, SOCK_DGRAM, IPPROTO_IP) = 4\n":                                             1,
		"12 socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP) = 4\n":                                          1,
		"12 socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 4\n":                                         1,
		"12 connect(4, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr(\"10.0.0.1\")}, 16)": 1,
	} {
		if got := abroad(line); len(got) != want {
			t.Errorf("%s is %d calls abroad", line, len(got))
		}
	}
}

// TestStaysOffTheNetwork watches the real program from its start to a saved
// PDF, and until it has ended: all its sockets lead to the screen and to other
// programs of this machine.
func TestStaysOffTheNetwork(t *testing.T) {
	c := newCold(t)
	file := filepath.Join(t.TempDir(), "trace")
	cmd := c.traced(t, file)
	p, _ := c.saves(t, cmd)
	before := p.Still()
	p.Press("ctrl+o", "ctrl+n")
	p.Changed("the next patient may come", before)
	p.Press("ctrl+q")
	if err := cmd.Wait(); err != nil {
		t.Fatalf("the program ended with %v", err)
	}
	trace, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(trace), "AF_UNIX") {
		t.Errorf("nothing was watched: not even the way to the screen is in the trace\n%.2000s", trace)
	}
	for _, line := range abroad(string(trace)) {
		t.Errorf("the program goes to the network: %s", line)
	}
}
