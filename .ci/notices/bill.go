package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"
)

// writeBill takes the bill of materials that cyclonedx-gomod made of a program (CycloneDX, JSON), adds the works that are
// no Go modules, which no program tells of itself, and writes it. The time it says is that of the sources
// (SOURCE_DATE_EPOCH, seconds since 1970), so that the same sources make the same bill.
func writeBill(out io.Writer, file string, works []work) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var bill map[string]any
	if err := json.Unmarshal(text, &bill); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	metadata, _ := bill["metadata"].(map[string]any)
	components, _ := bill["components"].([]any)
	if bill["bomFormat"] != "CycloneDX" || metadata == nil || len(components) == 0 {
		return fmt.Errorf("%s is no bill of materials of a Go program", file)
	}
	seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64)
	if err != nil {
		return fmt.Errorf("the time of the sources, SOURCE_DATE_EPOCH: %w", err)
	}
	metadata["timestamp"] = time.Unix(seconds, 0).UTC().Format(time.RFC3339)
	for _, w := range works {
		components = append(components, map[string]any{"type": "library", "bom-ref": w.name, "name": w.name})
	}
	bill["components"] = components
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	return encoder.Encode(bill)
}
