package library

import (
	"encoding/json"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write what is made beforehand anew")

func TestIndexOfWhatShipsIsCurrent(t *testing.T) {
	var rows []row
	for _, id := range shippedIDs() {
		rows = append(rows, makeRow(shippedPlace(id), nil))
	}
	want, err := json.MarshalIndent(rows, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, '\n')
	if *update {
		if err := os.WriteFile("index.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
	} else if string(want) != string(indexFile) {
		t.Error("index.json is not made from these procedures: run the tests of this package with -update")
	}
}

func TestWhatShipsHasNoMistakes(t *testing.T) {
	for _, c := range Check(".") {
		t.Error(c)
	}
}
