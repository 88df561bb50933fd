type Answer = {
  readonly status: 200 | 206 | 416;
  readonly body: Buffer;
  readonly more: Readonly<Record<string, string>>;
};

/** A part of a file, for players of video and sound that ask for one; whoever asks for several parts at once gets the whole. */
export function byteRange(file: Buffer, asked: string | undefined): Answer {
  const accepts = { 'accept-ranges': 'bytes' };
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked ?? '') ?? [];
  if (first === '' && last === '') return { status: 200, body: file, more: accepts };
  const from = first === '' ? Math.max(file.length - Number(last), 0) : Number(first);
  const to = first === '' || last === '' ? file.length - 1 : Math.min(Number(last), file.length - 1);
  if (from > to)
    return { status: 416, body: Buffer.alloc(0), more: { ...accepts, 'content-range': `bytes */${file.length}` } };
  const more = { ...accepts, 'content-range': `bytes ${from}-${to}/${file.length}` };
  return { status: 206, body: file.subarray(from, to + 1), more };
}
