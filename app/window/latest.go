package window

// A latest keeps something that takes long in step with what it is made from. It
// is made away from the window's thread, one after another: a change that comes
// meanwhile marks what is being made as old, and it is made again from the newest
// state. What was old when it was ready is never shown.
type latest[In, Out any] struct {
	background Background
	compose    func(in In, before Out) Out
	show       func(Out)

	generation int // counts changes
	running    bool
	input      In
	wanted     bool // whether there is anything to make
	ready      int  // the generation that is shown
	made       Out  // what is shown
}

// change asks for what comes of a new state.
func (l *latest[In, Out]) change(in In) {
	l.generation++
	l.input, l.wanted = in, true
	if !l.running {
		l.start()
	}
}

// drop forgets the state, so that what is being made from it never shows.
func (l *latest[In, Out]) drop() {
	var none latest[In, Out]
	l.generation++
	l.input, l.wanted, l.made = none.input, false, none.made
}

func (l *latest[In, Out]) start() {
	l.running = true
	generation, in, before := l.generation, l.input, l.made
	var made Out
	l.background(func() { made = l.compose(in, before) }, func() {
		l.running = false
		switch {
		case generation == l.generation:
			l.ready, l.made = generation, made
			l.show(made)
		case l.wanted:
			l.start()
		}
	})
}
