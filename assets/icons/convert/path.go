package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A pen follows the path data of SVG 1.1, section 8.3, and writes what it draws
// in the normal form.
type pen struct {
	out      strings.Builder
	x, y     float64 // where it is
	fx, fy   float64 // where the current figure began
	cx, cy   float64 // the last control point, for the shorthands S and T
	last     byte    // the last command, upper case
	unclosed bool
}

// counts is how many numbers each command takes.
var counts = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'A': 7, 'Z': 0}

// draw follows one path.
func (p *pen) draw(d string) error {
	p.x, p.y, p.last = 0, 0, 0
	for rest := trim(d); rest != ""; {
		command := rest[0]
		upper := command &^ 0x20
		want, ok := counts[upper]
		if !ok {
			return fmt.Errorf("%q is no path command", command)
		}
		rest = trim(rest[1:])
		for first := true; first || startsNumber(rest) && want > 0; first = false {
			var n [7]float64
			for i := range want {
				flag := upper == 'A' && (i == 3 || i == 4)
				var err error
				if n[i], rest, err = number(rest, flag); err != nil {
					return err
				}
			}
			if upper == 'M' && !first { // further pairs after a move are lines
				upper, command = 'L', 'L'|command&0x20
			}
			p.step(upper, command != upper, n)
		}
	}
	p.end()
	return nil
}

// step does one command with its numbers.
func (p *pen) step(upper byte, relative bool, n [7]float64) {
	dx, dy := 0.0, 0.0
	if relative {
		dx, dy = p.x, p.y
	}
	switch upper {
	case 'M':
		p.end()
		p.move(n[0]+dx, n[1]+dy)
	case 'L':
		p.line(n[0]+dx, n[1]+dy)
	case 'H':
		p.line(n[0]+dx, p.y)
	case 'V':
		p.line(p.x, n[0]+dy)
	case 'C':
		p.cubic(n[0]+dx, n[1]+dy, n[2]+dx, n[3]+dy, n[4]+dx, n[5]+dy)
	case 'S':
		x1, y1 := p.mirrored('C', 'S')
		p.cubic(x1, y1, n[0]+dx, n[1]+dy, n[2]+dx, n[3]+dy)
	case 'Q':
		p.quadratic(n[0]+dx, n[1]+dy, n[2]+dx, n[3]+dy)
	case 'T':
		x1, y1 := p.mirrored('Q', 'T')
		p.quadratic(x1, y1, n[0]+dx, n[1]+dy)
	case 'A':
		p.arc(n[0], n[1], n[2], n[3] != 0, n[4] != 0, n[5]+dx, n[6]+dy)
	case 'Z':
		p.end()
		p.x, p.y = p.fx, p.fy
	}
	p.last = upper
}

// mirrored is the control point of a shorthand: the last one turned about the
// pen, or the pen itself where the last command was of another kind.
func (p *pen) mirrored(kinds ...byte) (x, y float64) {
	for _, k := range kinds {
		if p.last == k {
			return 2*p.x - p.cx, 2*p.y - p.cy
		}
	}
	return p.x, p.y
}

func (p *pen) move(x, y float64) {
	p.write('M', x, y)
	p.x, p.y, p.fx, p.fy = x, y, x, y
	p.unclosed = true
}

// begin starts a figure where a path draws on after a close without a move.
func (p *pen) begin() {
	if !p.unclosed {
		p.move(p.x, p.y)
	}
}

func (p *pen) line(x, y float64) {
	p.begin()
	p.write('L', x, y)
	p.x, p.y = x, y
}

func (p *pen) cubic(x1, y1, x2, y2, x, y float64) {
	p.begin()
	p.write('C', x1, y1, x2, y2, x, y)
	p.x, p.y, p.cx, p.cy = x, y, x2, y2
}

// quadratic writes a quadratic as the cubic that is the same curve.
func (p *pen) quadratic(qx, qy, x, y float64) {
	p.cubic(p.x+(qx-p.x)*2/3, p.y+(qy-p.y)*2/3, x+(qx-x)*2/3, y+(qy-y)*2/3, x, y)
	p.cx, p.cy = qx, qy
}

// end closes the figure: a filled path is closed whether it says so or not.
func (p *pen) end() {
	if p.unclosed {
		p.write('Z')
		p.unclosed = false
	}
}

// arc writes an elliptical arc as cubics of at most a quarter turn each, by the
// conversion from end points to centre of SVG 1.1, appendix F.6.5.
func (p *pen) arc(rx, ry, degrees float64, large, sweep bool, x, y float64) {
	rx, ry = math.Abs(rx), math.Abs(ry)
	if rx == 0 || ry == 0 {
		p.line(x, y)
		return
	}
	if x == p.x && y == p.y {
		return
	}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	mx, my := (p.x-x)/2, (p.y-y)/2
	x1, y1 := cos*mx+sin*my, -sin*mx+cos*my
	if grow := x1*x1/(rx*rx) + y1*y1/(ry*ry); grow > 1 { // radii too small to reach: F.6.6
		rx, ry = rx*math.Sqrt(grow), ry*math.Sqrt(grow)
	}
	root := rx*rx*ry*ry/(rx*rx*y1*y1+ry*ry*x1*x1) - 1
	factor := math.Sqrt(max(root, 0))
	if large == sweep {
		factor = -factor
	}
	cx1, cy1 := factor*rx*y1/ry, -factor*ry*x1/rx
	cx, cy := cos*cx1-sin*cy1+(p.x+x)/2, sin*cx1+cos*cy1+(p.y+y)/2
	from := math.Atan2((y1-cy1)/ry, (x1-cx1)/rx)
	turn := math.Atan2((-y1-cy1)/ry, (-x1-cx1)/rx) - from
	if sweep && turn < 0 {
		turn += 2 * math.Pi
	} else if !sweep && turn > 0 {
		turn -= 2 * math.Pi
	}
	pieces := int(math.Ceil(math.Abs(turn)/(math.Pi/2) - 1e-9))
	each := turn / float64(pieces)
	k := 4.0 / 3 * math.Tan(each/4) // how far the control points stand off on the unit circle
	at := func(u, v float64) (float64, float64) {
		return cx + cos*rx*u - sin*ry*v, cy + sin*rx*u + cos*ry*v
	}
	for i := range pieces {
		s0, c0 := math.Sincos(from + each*float64(i))
		s1, c1 := math.Sincos(from + each*float64(i+1))
		ax, ay := at(c0-k*s0, s0+k*c0)
		bx, by := at(c1+k*s1, s1-k*c1)
		ex, ey := at(c1, s1)
		if i == pieces-1 {
			ex, ey = x, y
		}
		p.cubic(ax, ay, bx, by, ex, ey)
	}
}

func (p *pen) write(op byte, numbers ...float64) {
	p.out.WriteByte(op)
	for i, n := range numbers {
		if i > 0 {
			p.out.WriteByte(' ')
		}
		p.out.WriteString(round(n))
	}
}

// round writes a number with at most three decimals.
func round(n float64) string {
	return strconv.FormatFloat(math.Round(n*1000)/1000+0, 'f', -1, 64)
}

func trim(s string) string { return strings.TrimLeft(s, " ,\t\r\n") }

func startsNumber(s string) bool {
	return s != "" && strings.IndexByte("+-.0123456789", s[0]) >= 0
}

// number reads a number at the start of s. The flags of an arc are one digit
// and may stand without a space: "a1 1 0 01.5.5".
func number(s string, flag bool) (n float64, rest string, err error) {
	end := 1
	if !flag {
		end = numberEnd(s)
	}
	if end > len(s) {
		return 0, "", fmt.Errorf("the path ends where a number should stand")
	}
	if n, err = strconv.ParseFloat(s[:end], 64); err != nil {
		return 0, "", fmt.Errorf("%q is no number", s[:end])
	}
	return n, trim(s[end:]), nil
}

func numberEnd(s string) int {
	i, dot := 0, false
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
		case (c == '+' || c == '-') && (i == 0 || s[i-1]|0x20 == 'e'):
		case c == '.' && !dot:
			dot = true
		case c|0x20 == 'e' && i > 0:
			dot = true
		default:
			return i
		}
	}
	return i
}
