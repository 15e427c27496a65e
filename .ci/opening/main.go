// Command opening measures how programs open their windows: from the start of the process until the window looks as it
// will look, and what they cost when nothing happens. It watches from outside, as an X client, so it measures what a
// person at the screen would see and not what the program believes.
//
// Runs of the programs are interleaved, so that a busy moment of the machine hits all of them; medians are compared with
// the first program named, which is the floor. Before the measured runs each program runs once for its reference
// picture: the one that it settles on. A measured run ends when the window shows that picture.
//
//	opening [-runs N] [-idle SECONDS] [-rest SECONDS] [-key NAME,...] [-type NAME,...] [-edit NAME,...] [-field NAME,...]
//	        NAME=COMMAND...
//
// With -type it also types words into the named programs once they look as they will look, and measures each key from its
// press to the first picture that shows it. With -edit it opens their editor with the longest procedure, types, and
// measures each letter until the page beside the fields shows it; with -field it does the same with a field that has the
// focus already.
//
// COMMAND is a program with its arguments, divided by blanks. It needs an X display on which nothing else has a window.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/jezek/xgb/xproto"
)

// patience is how long a program may take to open before the measurement gives up.
const patience = time.Minute

// program is one of those compared, and what was measured of it.
type program struct {
	name    string
	command []string
	still   time.Duration // how long it must stay as it is to have settled
	settled picture
	mapped  []time.Duration // start to a window on the screen, maybe empty
	painted []time.Duration // start to the picture it settles on
	key     []time.Duration // a key pressed right then, to a changed picture
	typed   []time.Duration // a key pressed later, at rest, to a changed picture
	edited  []time.Duration // a key pressed in the editor, to a changed page
	idle    []float64       // share of one core while nothing happens
	memory  []float64       // MB of the computer's memory that it holds then, its libraries' too
}

func main() {
	runs := flag.Int("runs", 15, "measured starts of each program")
	idle := flag.Int("idle", 10, "seconds to watch each program do nothing, three times")
	rest := flag.Int("rest", 3, "seconds without a change after which a program has settled")
	keyed := flag.String("key", "", "the `names` of those that must react to a typed letter, divided by commas")
	typed := flag.String("type", "", "the `names` of those in which words are typed, divided by commas")
	edited := flag.String("edit", "", "the `names` of those in whose editor words are typed, divided by commas")
	fields := flag.String("field", "", "the `names` of those that are a field with a page beside it, divided by commas")
	flag.Parse()
	if err := measure(flag.Args(), *runs, time.Duration(*idle)*time.Second, time.Duration(*rest)*time.Second, strings.Split(*keyed, ","), strings.Split(*typed, ","), strings.Split(*edited, ","), strings.Split(*fields, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "opening:", err)
		os.Exit(1)
	}
}

func measure(arguments []string, runs int, idle, rest time.Duration, keyed, typed, edited, fields []string) error {
	screen, err := watch()
	if err != nil {
		return err
	}
	var programs []*program
	for _, argument := range arguments {
		name, command, ok := strings.Cut(argument, "=")
		if !ok || strings.TrimSpace(command) == "" {
			return fmt.Errorf("%q is not NAME=COMMAND", argument)
		}
		programs = append(programs, &program{name: name, command: strings.Fields(command), still: rest})
	}
	if len(programs) == 0 {
		return fmt.Errorf("name at least one program, as NAME=COMMAND")
	}
	for _, p := range programs {
		if err := p.settle(screen); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	for range runs {
		for _, p := range programs {
			if err := p.open(screen, slices.Contains(keyed, p.name)); err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
		}
	}
	for range 3 {
		for _, p := range programs {
			if err := p.rest(screen, idle); err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
		}
	}
	for _, p := range programs {
		if slices.Contains(typed, p.name) {
			if err := p.typing(screen); err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
		}
	}
	for _, p := range programs {
		keys := []xproto.Keysym{}
		switch {
		case slices.Contains(edited, p.name):
			keys = toTheTitle
		case !slices.Contains(fields, p.name):
			continue
		}
		if err := p.editing(screen, keys); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	report(programs, runs)
	return nil
}

// settle runs the program once and keeps the picture that it shows when nothing has changed for a while.
func (p *program) settle(screen *screen) error {
	return p.running(screen, func(*os.Process, time.Time) error {
		window, err := screen.window(patience)
		if err != nil {
			return err
		}
		p.settled, err = window.atRest(p.still)
		return err
	})
}

// open is one measured start.
func (p *program) open(screen *screen, keyed bool) error {
	return p.running(screen, func(_ *os.Process, start time.Time) error {
		window, err := screen.window(patience)
		if err != nil {
			return err
		}
		p.mapped = append(p.mapped, time.Since(start))
		if err := window.until(func(now picture) bool { return !now.differs(p.settled) }); err != nil {
			return fmt.Errorf("it did not come to look as it did before: %w", err)
		}
		p.painted = append(p.painted, time.Since(start))
		if !keyed {
			return nil
		}
		if err := window.focus(); err != nil {
			return err
		}
		before, err := window.picture()
		if err != nil {
			return err
		}
		pressed := time.Now()
		if err := screen.press('c'); err != nil {
			return err
		}
		if err := window.until(func(now picture) bool { return now.differs(before) }); err != nil {
			return fmt.Errorf("it did not react to a key: %w", err)
		}
		p.key = append(p.key, time.Since(pressed))
		return nil
	})
}

// typing types what a person at a counter types, a key at a time.
func (p *program) typing(screen *screen) error {
	return p.running(screen, func(*os.Process, time.Time) error {
		window, err := screen.window(patience)
		if err != nil {
			return err
		}
		if err := window.until(func(now picture) bool { return !now.differs(p.settled) }); err != nil {
			return fmt.Errorf("it did not come to look as it did before: %w", err)
		}
		if err := window.focus(); err != nil {
			return err
		}
		for _, word := range []string{"knee", "sho inj", "colon", "27096"} {
			keys := []xproto.Keysym{}
			for _, letter := range word {
				keys = append(keys, xproto.Keysym(letter))
			}
			for range word {
				keys = append(keys, backSpace)
			}
			for n, key := range keys {
				before, err := window.atRest(pause(n))
				if err != nil {
					return err
				}
				pressed := time.Now()
				if err := screen.press(key); err != nil {
					return err
				}
				if err := window.until(func(now picture) bool { return !slices.Equal(now, before) }); err != nil {
					return fmt.Errorf("it did not show a key: %w", err)
				}
				p.typed = append(p.typed, time.Since(pressed))
			}
		}
		return nil
	})
}

// pause is how long nothing moves before a key. It is never the same, so that keys come at every moment between two frames:
// twelve frames after the last one they would always be as lucky, or as unlucky.
func pause(n int) time.Duration { return time.Duration(200+n*7%17) * time.Millisecond }

// toTheTitle are the keys that open the longest procedure in the editor and go to the title of its first page.
var toTheTitle = []xproto.Keysym{'c', 'o', 'l', 'o', 'n', 'o', f2, shifted(tab), shifted(tab), right, tab, tab, tab, end}

// editing presses the keys that lead to a field and types into it, a letter at a time. What is measured goes from the
// letter until the page beside the fields has changed.
func (p *program) editing(screen *screen, keys []xproto.Keysym) error {
	return p.running(screen, func(*os.Process, time.Time) error {
		window, err := screen.window(patience)
		if err != nil {
			return err
		}
		if _, err := window.atRest(time.Second); err != nil {
			return err
		}
		if err := window.focus(); err != nil {
			return err
		}
		for _, key := range keys {
			if err := screen.press(key); err != nil {
				return err
			}
			if _, err := window.atRest(400 * time.Millisecond); err != nil {
				return err
			}
		}
		for n := range 60 {
			if _, err := window.atRest(pause(n)); err != nil {
				return err
			}
			before, err := window.rightPart()
			if err != nil {
				return err
			}
			pressed := time.Now()
			if err := screen.press(xproto.Keysym('a' + n%20)); err != nil {
				return err
			}
			if err := window.untilRightPart(before); err != nil {
				return fmt.Errorf("the page does not follow a letter: %w", err)
			}
			p.edited = append(p.edited, time.Since(pressed))
		}
		return nil
	})
}

// rest watches what the program costs while nobody touches it.
func (p *program) rest(screen *screen, idle time.Duration) error {
	return p.running(screen, func(process *os.Process, _ time.Time) error {
		if _, err := screen.window(patience); err != nil {
			return err
		}
		time.Sleep(2 * time.Second) // opening is over
		before, err := cpuTime(process.Pid)
		if err != nil {
			return err
		}
		time.Sleep(idle)
		after, err := cpuTime(process.Pid)
		if err != nil {
			return err
		}
		p.idle = append(p.idle, float64(after-before)/float64(idle))
		held, err := resident(process.Pid)
		p.memory = append(p.memory, held)
		return err
	})
}

// running starts the program on a screen that has no window, does the work, and ends the program.
func (p *program) running(screen *screen, work func(*os.Process, time.Time) error) error {
	if err := screen.empty(patience); err != nil {
		return err
	}
	command := exec.Command(p.command[0], p.command[1:]...)
	start := time.Now()
	if err := command.Start(); err != nil {
		return err
	}
	err := work(command.Process, start)
	command.Process.Signal(syscall.SIGTERM)
	late := time.AfterFunc(patience, func() { command.Process.Kill() })
	defer late.Stop()
	command.Wait() // ended by our signal, so its status says nothing
	return err
}

func report(programs []*program, runs int) {
	floor := programs[0]
	fmt.Printf("medians of %d interleaved starts, in milliseconds (smallest to largest); times %s in brackets\n", runs, floor.name)
	for _, p := range programs {
		if len(p.edited) > 0 {
			sorted := slices.Sorted(slices.Values(p.edited))
			fmt.Printf("%s: from a letter typed into a field to the page that has it: %s, 95th percentile %.0f\n", p.name, spread(p.edited),
				float64(sorted[len(sorted)*95/100])/float64(time.Millisecond))
		}
	}
	fmt.Printf("%-12s %-22s %-30s %-20s %-18s %-18s %s\n", "", "window on the screen", "painted as it will look", "first key shown", "later keys", "idle, % of a core", "memory, MB")
	for _, p := range programs {
		fmt.Printf("%-12s %-22s %-30s %-20s %-18s %-18s %.0f [%.2f]\n", p.name,
			spread(p.mapped), fmt.Sprintf("%s [%.2f]", spread(p.painted), float64(median(p.painted))/float64(median(floor.painted))),
			spread(p.key), spread(p.typed), fmt.Sprintf("%.1f [%.2f]", 100*median(p.idle), median(p.idle)/median(floor.idle)),
			median(p.memory), median(p.memory)/median(floor.memory))
	}
}

// spread is "median (smallest to largest)" in milliseconds, or a dash where nothing was measured.
func spread(times []time.Duration) string {
	if len(times) == 0 {
		return "-"
	}
	ms := func(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
	return fmt.Sprintf("%.0f (%.0f to %.0f)", ms(median(times)), ms(slices.Min(times)), ms(slices.Max(times)))
}

func median[T time.Duration | float64](values []T) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}
