package sheet

import (
	"math"

	"deskleaf/assets/icons"
)

// An outline is a filled shape as paths, in points on the page. PDF and picture
// both draw boxes, dashes and icons from outlines, so that they cannot differ.
type outline struct {
	steps   []pathStep
	evenOdd bool
}

// A pathStep is a move, a line, a cubic or a close, by SVG's letters.
type pathStep struct {
	op byte
	at [6]float64
}

// points is how many points a step has.
func (s pathStep) points() int {
	switch s.op {
	case 'C':
		return 3
	case 'Z':
		return 0
	}
	return 1
}

func (o *outline) move(x, y float64) {
	o.steps = append(o.steps, pathStep{'M', [6]float64{x, y}})
}

func (o *outline) line(x, y float64) {
	o.steps = append(o.steps, pathStep{'L', [6]float64{x, y}})
}

func (o *outline) cubic(x1, y1, x2, y2, x, y float64) {
	o.steps = append(o.steps, pathStep{'C', [6]float64{x1, y1, x2, y2, x, y}})
}

func (o *outline) close() { o.steps = append(o.steps, pathStep{op: 'Z'}) }

// rect adds a rectangle.
func (o *outline) rect(x, y, w, h float64) {
	o.move(x, y)
	o.line(x+w, y)
	o.line(x+w, y+h)
	o.line(x, y+h)
	o.close()
}

// bow is how far a cubic's controls lie along a quarter of a circle.
const bow = 0.5523

// roundRect adds a rectangle with round corners.
func (o *outline) roundRect(x, y, w, h, r float64) {
	if r = min(r, w/2, h/2); r <= 0 {
		o.rect(x, y, w, h)
		return
	}
	k := r * (1 - bow)
	o.move(x+r, y)
	o.line(x+w-r, y)
	o.cubic(x+w-k, y, x+w, y+k, x+w, y+r)
	o.line(x+w, y+h-r)
	o.cubic(x+w, y+h-k, x+w-k, y+h, x+w-r, y+h)
	o.line(x+r, y+h)
	o.cubic(x+k, y+h, x, y+h-k, x, y+h-r)
	o.line(x, y+r)
	o.cubic(x, y+k, x+k, y, x+r, y)
	o.close()
}

// boxOutline is what a box fills: itself, its border, or the border's dashes.
func boxOutline(b BoxOp) outline {
	var o outline
	half := b.Weight / 2
	switch {
	case b.Fill:
		o.roundRect(b.X, b.Y, b.W, b.H, b.Radius)
	case b.Dash > 0:
		o.dashes(b)
	default:
		o.roundRect(b.X-half, b.Y-half, b.W+b.Weight, b.H+b.Weight, b.Radius+half)
		inner := len(o.steps)
		o.roundRect(b.X+half, b.Y+half, b.W-b.Weight, b.H-b.Weight, b.Radius-half)
		reverse(o.steps[inner:])
	}
	return o
}

// reverse turns a closed figure around, so that it is a hole in one around it.
func reverse(figure []pathStep) {
	n := len(figure) - 1 // the last one closes
	turned := make([]pathStep, 0, n+1)
	turned = append(turned, pathStep{'M', figure[n-1].end()})
	for i := n - 1; i > 0; i-- {
		s, to := figure[i], figure[i-1].end()
		back := pathStep{op: s.op, at: to}
		if s.op == 'C' {
			back.at = [6]float64{s.at[2], s.at[3], s.at[0], s.at[1], to[0], to[1]}
		}
		turned = append(turned, back)
	}
	copy(figure, append(turned, pathStep{op: 'Z'}))
}

// end is the point that a step leads to.
func (s pathStep) end() [6]float64 {
	if s.op == 'C' {
		return [6]float64{s.at[4], s.at[5]}
	}
	return [6]float64{s.at[0], s.at[1]}
}

// dashes adds the dashes of a border: as many as fit, whole at the corners.
func (o *outline) dashes(b BoxOp) {
	along := func(length float64, dash func(from, to float64)) {
		n := max(1, math.Round((length/b.Dash-1)/2))
		step := length / (2*n + 1)
		for i := 0.0; i <= n; i++ {
			dash(2*i*step, (2*i+1)*step)
		}
	}
	half := b.Weight / 2
	along(b.W, func(from, to float64) {
		o.rect(b.X+from, b.Y-half, to-from, b.Weight)
		o.rect(b.X+from, b.Y+b.H-half, to-from, b.Weight)
	})
	along(b.H-b.Weight, func(from, to float64) {
		o.rect(b.X-half, b.Y+half+from, b.Weight, to-from)
		o.rect(b.X+b.W-half, b.Y+half+from, b.Weight, to-from)
	})
}

// tickOutline is the border of a box to tick.
func tickOutline(t TickOp) outline {
	const weight = 1.0
	return boxOutline(BoxOp{X: t.X + weight/2, Y: t.Y + weight/2, W: t.Size - weight, H: t.Size - weight,
		Radius: t.Size * 0.16, Weight: weight})
}

// ruleOutline is a line as a thin rectangle; all rules are level or upright.
func ruleOutline(r RuleOp) outline {
	var o outline
	half := r.Weight / 2
	if r.Y1 == r.Y2 {
		o.rect(r.X1, r.Y1-half, r.X2-r.X1, r.Weight)
	} else {
		o.rect(r.X1-half, r.Y1, r.Weight, r.Y2-r.Y1)
	}
	return o
}

// iconOutline is an icon fitted into its square; empty for a name that there is
// no icon of.
func iconOutline(i IconOp) outline {
	icon, ok := icons.Get(i.Name)
	o := outline{evenOdd: icon.EvenOdd}
	if !ok {
		return o
	}
	scale := i.Size / icon.Size
	for _, s := range icon.Path {
		step := pathStep{op: byte(s.Op)}
		for n, p := range s.Points {
			step.at[2*n], step.at[2*n+1] = i.X+p.X*scale, i.Y+p.Y*scale
		}
		o.steps = append(o.steps, step)
	}
	return o
}
