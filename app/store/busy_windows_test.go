//go:build windows

package store

var busyError error = errorSharingViolation
