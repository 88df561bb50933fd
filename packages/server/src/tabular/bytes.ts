import type { Stats } from 'node:fs';

/** Bytes that can be read from any place: an open file is one, and so is a buffer. */
export type Handle = {
  read(buffer: Buffer, offset: number, length: number, position: number): Promise<{ readonly bytesRead: number }>;
  stat(): Promise<Pick<Stats, 'size'>>;
  close(): Promise<void>;
};

/** Told of every piece of a file that was read. */
export type OnBytes = (bytes: number) => void;

/** A file as its readers see it: what it is called, and a way to its bytes. */
export type TableSource = {
  readonly name: string;
  readonly open: () => Promise<Handle>;
  readonly onBytes?: OnBytes;
};

export const sourceOfBytes = (name: string, bytes: Buffer): TableSource => ({
  name,
  open: async () => ({
    read: async (buffer, offset, length, position) => ({
      bytesRead: bytes.copy(buffer, offset, position, position + length),
    }),
    stat: async () => ({ size: bytes.length }),
    close: async () => undefined,
  }),
});

/** All of a file; whoever asks has looked at its size. */
export async function bytesOf(handle: Handle, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await handle.read(bytes, filled, size - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
