package pack

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"strings"

	"aead.dev/minisign"
)

// A Key is the public key that a computer trusts. The zero value trusts nobody.
type Key struct {
	public minisign.PublicKey
	known  bool
}

// ReadKey reads a public key as minisign writes it: the file, or its second line
// alone ("RWQ…").
func ReadKey(text string) (Key, error) {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	last := strings.TrimSpace(lines[len(lines)-1])
	var k Key
	if err := k.public.UnmarshalText([]byte(last)); err != nil {
		return Key{}, errors.New("this is not a public key of minisign: it begins with RW and has 56 letters and digits")
	}
	k.known = true
	return k, nil
}

// ID is the key's id as minisign prints it.
func (k Key) ID() string { return keyID(k.public.ID()) }

func keyID(id uint64) string { return fmt.Sprintf("%016X", id) }

// NewKey makes a pair of keys as minisign writes them to its files. With a password
// the secret one is encrypted (scrypt, about a gigabyte of memory and some seconds,
// as minisign does it); with "" whoever has the file can sign.
func NewKey(password string) (secret, public []byte, err error) {
	pub, private, err := minisign.GenerateKey(rand.Reader)
	if err != nil {
		return nil, nil, fmt.Errorf("make a key: %w", err)
	}
	if public, err = pub.MarshalText(); err != nil {
		return nil, nil, fmt.Errorf("make a key: %w", err)
	}
	if password == "" {
		secret, err = private.MarshalText()
	} else {
		secret, err = minisign.EncryptKey(password, private)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("make a key: %w", err)
	}
	return append(secret, '\n'), append(public, '\n'), nil
}

// A Signer is a secret key, ready to sign.
type Signer struct{ private minisign.PrivateKey }

// Why a secret key cannot be used.
var (
	ErrNoSecret = errors.New("this is not a secret key of minisign")
	ErrLocked   = errors.New("the secret key has a password")
	ErrPassword = errors.New("the password of the secret key is another one")
)

// ReadSigner reads a secret key file, of this program or of minisign. The error is
// [ErrLocked] where it needs a password and none is given.
func ReadSigner(secret []byte, password string) (Signer, error) {
	secret = bytes.TrimSpace(secret)
	if minisign.IsEncrypted(secret) {
		if password == "" {
			return Signer{}, ErrLocked
		}
		private, err := minisign.DecryptKey(password, secret)
		if err != nil {
			return Signer{}, ErrPassword
		}
		return Signer{private}, nil
	}
	var s Signer
	if err := s.private.UnmarshalText(secret); err != nil {
		return Signer{}, ErrNoSecret
	}
	return s, nil
}

// sign signs as minisign does from version 0.10 on: what it hashed before.
func (s Signer) sign(message []byte, comment string) []byte {
	r := minisign.NewReader(bytes.NewReader(message))
	_, _ = io.Copy(io.Discard, r) // the reader hashes what passes; memory gives all of it
	return r.SignWithComments(s.private, comment, "signature of a Deskleaf library; check library.zip with minisign")
}

// verify gives the trusted comment, where the key signed the message.
func (k Key) verify(message, signature []byte) (comment string, err error) {
	var s minisign.Signature
	if err := s.UnmarshalText(signature); err != nil || s.Algorithm != minisign.HashEdDSA {
		return "", refuse(Broken, "")
	}
	switch {
	case !k.known:
		return "", refuse(NoKey, "")
	case s.KeyID != k.public.ID():
		return "", refuse(Foreign, "%s", keyID(s.KeyID))
	case !minisign.Verify(k.public, message, signature):
		return "", refuse(Broken, "")
	}
	return short(s.TrustedComment), nil
}

// short is a line of text as a comment can hold it: one line, not too long, without
// what a terminal would take for an order.
func short(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == 0xfffd {
			return ' '
		}
		return r
	}, text)
	letters := []rune(strings.Join(strings.Fields(text), " "))
	return string(letters[:min(len(letters), mostComment)])
}
