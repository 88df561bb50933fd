import { isUtf8 } from 'node:buffer';
import type { Handle } from './bytes.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const chunkSize = 1024 * 1024;

/**
 * Which encoding a text file is in: its byte order mark says so; else it is UTF-8 if all of it is; else UTF-16 if every second
 * byte is mostly zero; else GB18030, which nearly any bytes may be: the headings show whether that was right.
 */
export async function encodingOf(handle: Handle): Promise<Encoding> {
  const head = Buffer.alloc(4096);
  const { bytesRead } = await handle.read(head, 0, head.length, 0);
  const start = head.subarray(0, bytesRead);
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  start.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > even * 4 && odd > start.length / 8) return 'utf-16le';
  if (even > odd * 4 && even > start.length / 8) return 'utf-16be';
  return (await isAllUtf8(handle)) ? 'utf-8' : 'gb18030';
}

async function isAllUtf8(handle: Handle): Promise<boolean> {
  const buffer = Buffer.alloc(chunkSize);
  let position = 0;
  let kept = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, kept, buffer.length - kept, position);
    position += bytesRead;
    const filled = kept + bytesRead;
    const end = bytesRead === 0 ? filled : wholeCharacters(buffer, filled);
    if (!isUtf8(buffer.subarray(0, end))) return false;
    if (bytesRead === 0) return true;
    kept = filled - end;
    buffer.copyWithin(0, end, filled);
  }
}

/** Where the last whole UTF-8 character ends: a chunk may end inside one. */
function wholeCharacters(bytes: Buffer, filled: number): number {
  for (let back = 1; back <= 3 && back <= filled; back++) {
    const byte = bytes[filled - back] ?? 0;
    if (byte < 0x80) return filled;
    if (byte >= 0xc0) return filled - back;
  }
  return filled;
}
