import { inflateRawSync } from 'node:zlib';

export type ZipEntry = {
  readonly name: string;
  readonly size: number;
  readonly encrypted: boolean;
  /** Unpacks this one part, at most so many bytes; `null` when it holds more or is damaged. */
  readonly unpack: (most: number) => Buffer | null;
};

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/** The entries that a ZIP file lists at its end. Nothing is unpacked. `null` when it is no whole, plain ZIP file. */
export function readZipDirectory(file: Buffer): readonly ZipEntry[] | null {
  const end = findEnd(file);
  if (end === null) return null;
  const count = file.readUInt16LE(end + 10);
  const start = file.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let read = 0; read < count; read++) {
    if (at + 46 > end || file.readUInt32LE(at) !== entrySignature) return null;
    const nameLength = file.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    if (next > end) return null;
    const header = at;
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      size: file.readUInt32LE(at + 24),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      unpack: (most) => unpack(file, header, most),
    });
    at = next;
  }
  // Bytes between directory and end would be a second, hidden directory.
  return at === end ? entries : null;
}

/** The last record of the file; with a comment behind it, whose length must fit. */
function findEnd(file: Buffer): number | null {
  const earliest = Math.max(0, file.length - 22 - 0xffff);
  for (let at = file.length - 22; at >= earliest; at--) {
    if (file.readUInt32LE(at) === endSignature && at + 22 + file.readUInt16LE(at + 20) === file.length) return at;
  }
  return null;
}

function unpack(file: Buffer, header: number, most: number): Buffer | null {
  const method = file.readUInt16LE(header + 10);
  const packed = file.readUInt32LE(header + 20);
  const local = file.readUInt32LE(header + 42);
  if (local + 30 > file.length || file.readUInt32LE(local) !== localSignature) return null;
  const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  if (from + packed > file.length) return null;
  const bytes = file.subarray(from, from + packed);
  if (method === 0) return bytes.length <= most ? bytes : null;
  try {
    return method === 8 ? inflateRawSync(bytes, { maxOutputLength: most }) : null;
  } catch {
    return null;
  }
}
