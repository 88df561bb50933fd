const mebibyte = 1024 * 1024;

/** What the program reads at most. A file beyond a limit is refused with the limit named; nothing is read half. */
export const limits = {
  rows: 2_000_000,
  bytes: 512 * mebibyte,
  /** One line of JSONL, or one quoted cell of CSV: a quote that is never closed must not swallow the file. */
  line: mebibyte,
  columns: 256,
  /** An XLSX file as it lies on disk, unpacked, and how many times larger it may become. */
  packed: 50 * mebibyte,
  unpacked: 400 * mebibyte,
  ratio: 100,
  /** Below this size a great ratio is harmless: an empty sheet of a real workbook packs that well. */
  ratioFrom: 8 * mebibyte,
  entries: 2000,
  /** Characters of facts an import holds in memory before it writes. */
  importCharacters: 400_000_000,
  problems: 10_000,
};

export const inMebibytes = (bytes: number): number => Math.ceil(bytes / mebibyte);
