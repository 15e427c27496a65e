package content

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// Fingerprint is the hash of everything that a patient or staff member may read
// of a procedure in one language. The same words and facts have the same
// fingerprint; a changed comma has another. Sign-offs are for a fingerprint.
func Fingerprint(p *Procedure, w *Words) string {
	h := sha256.New()
	// Maps are written in the order of their keys, so that the bytes repeat.
	if err := json.NewEncoder(h).Encode([]any{p, w}); err != nil {
		panic(fmt.Sprintf("fingerprint of %s: %v", p.ID, err)) // plain values always encode
	}
	return hex.EncodeToString(h.Sum(nil))
}
