package sheet

import (
	"math"
	"strconv"
	"sync"

	"deskleaf/app/sheet/tagged"
)

// stamps are the drawings that were made for sheets before. There are few: icons,
// boxes to tick, bullets and the draft band, each in two sizes.
var stamps sync.Map // of tagged.Drawing, by an Op that is at no place

// stampOf is a box, a box to tick or an icon, given at no place, as a PDF keeps it
// to paint it at many. An icon that there is not is an empty drawing.
func stampOf(op Op) (tagged.Drawing, error) {
	if made, ok := stamps.Load(op); ok {
		return made.(tagged.Drawing), nil
	}
	var o outline
	switch op := op.(type) {
	case BoxOp:
		o = boxOutline(op)
	case TickOp:
		o = tickOutline(op)
	case IconOp:
		o = iconOutline(op)
	}
	if len(o.steps) == 0 {
		return tagged.Drawing{}, nil
	}
	small, err := tagged.Compress(o.path(nil, 0))
	if err != nil {
		return tagged.Drawing{}, err
	}
	left, top, width, height := o.bounds()
	made := tagged.Drawing{Box: [4]float64{left, -top - height, left + width, -top}, Content: small}
	stamps.Store(op, made)
	return made, nil
}

// path appends an outline as a PDF fills it, from a height downward.
func (o outline) path(b []byte, height float64) []byte {
	for _, s := range o.steps {
		for i := range s.points() {
			b = decimals(b, s.at[2*i])
			b = decimals(b, height-s.at[2*i+1])
		}
		b = append(b, pathOperators[s.op]...)
	}
	b = append(b, 'f')
	if o.evenOdd {
		b = append(b, '*')
	}
	return b
}

// pathOperators are PDF's for the steps of a path.
var pathOperators = map[byte]string{'M': "m ", 'L': "l ", 'C': "c ", 'Z': "h "}

// decimals appends v with at most three decimals and a space.
func decimals(b []byte, v float64) []byte {
	b = strconv.AppendFloat(b, math.Round(v*1000)/1000, 'f', -1, 64)
	return append(b, ' ')
}
