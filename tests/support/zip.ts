import { crc32, deflateRawSync } from 'node:zlib';

export type ZipPart = {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the list of contents claims the part unpacks to; the truth by default. */
  readonly claimed?: number;
};

const u16 = (value: number): Buffer => Buffer.from([value & 255, (value >> 8) & 255]);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** A ZIP file of these parts: small enough to read, and willing to lie where a test needs a lie. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claimed = bytes.length } of parts) {
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    // Version 2.0, no flags, deflated, no time; then the sum, both sizes, and the lengths of name and extra field.
    const about = [
      u16(20),
      u16(0),
      u16(8),
      u32(0),
      u32(crc32(bytes)),
      u32(packed.length),
      u32(claimed),
      u16(title.length),
      u16(0),
    ];
    const body = Buffer.concat([u32(0x04034b50), ...about, title, packed]);
    bodies.push(body);
    list.push(Buffer.concat([u32(0x02014b50), u16(20), ...about, u16(0), u16(0), u16(0), u32(0), u32(offset), title]));
    offset += body.length;
  }
  const central = Buffer.concat(list);
  const end = [
    u32(0x06054b50),
    u16(0),
    u16(0),
    u16(parts.length),
    u16(parts.length),
    u32(central.length),
    u32(offset),
    u16(0),
  ];
  return Buffer.concat([...bodies, central, ...end]);
}
