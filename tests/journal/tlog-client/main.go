// Verifies an exported log with Go's own modules for transparency logs, which know nothing of Sallyport:
// main DIR KEY checks the signature, the root over the tiles, and the proof of every entry.
package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type folder struct{ path string }

func (f folder) Height() int { return 8 }

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, tile := range tiles {
		// C2SP leaves out the height, which Go writes.
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		bytes, err := os.ReadFile(filepath.Join(f.path, path))
		if err != nil {
			return nil, err
		}
		found = append(found, bytes)
	}
	return found, nil
}

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func main() {
	size, origin, err := verify(os.Args[1], os.Args[2])
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
	fmt.Printf("accepted %d entries of %s\n", size, origin)
}

func verify(path, key string) (int64, string, error) {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return 0, "", err
	}
	signed, err := os.ReadFile(filepath.Join(path, "checkpoint"))
	if err != nil {
		return 0, "", err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return 0, "", err
	}
	lines := strings.Split(opened.Text, "\n")
	var size int64
	if _, err := fmt.Sscan(lines[1], &size); err != nil {
		return 0, "", err
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return 0, "", err
	}
	// Every tile that is read is first checked against the signed root.
	hashes := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, folder{path})
	for at := int64(0); at < size; {
		entries, err := bundle(path, at/256, min(size-at, 256))
		if err != nil {
			return 0, "", err
		}
		for _, entry := range entries {
			proof, err := tlog.ProveRecord(size, at, hashes)
			if err != nil {
				return 0, "", err
			}
			if err := tlog.CheckRecord(proof, size, root, at, tlog.RecordHash(entry)); err != nil {
				return 0, "", fmt.Errorf("entry %d: %w", at, err)
			}
			at++
		}
	}
	return size, lines[0], nil
}

func bundle(path string, index, width int64) ([][]byte, error) {
	name := fmt.Sprintf("tile/entries/%03d", index)
	if width < 256 {
		name += fmt.Sprintf(".p/%d", width)
	}
	bytes, err := os.ReadFile(filepath.Join(path, name))
	if err != nil {
		return nil, err
	}
	var entries [][]byte
	for len(bytes) >= 2 {
		end := 2 + int(binary.BigEndian.Uint16(bytes))
		if end > len(bytes) {
			return nil, fmt.Errorf("%s is cut short", name)
		}
		entries = append(entries, bytes[2:end])
		bytes = bytes[end:]
	}
	if int64(len(entries)) != width {
		return nil, fmt.Errorf("%s has %d entries", name, len(entries))
	}
	return entries, nil
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}
