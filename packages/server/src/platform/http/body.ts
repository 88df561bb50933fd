import { Buffer } from 'node:buffer';
import { refuse } from '../actions/refusal.ts';

const mostBytes = 1024 * 1024;

/**
 * A body as text, at most a megabyte of it, whether its length was said before (and true) or not: one that is sent in pieces is counted as
 * it comes, and not waited for once it is too long.
 */
export async function readBody(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) refuse('request.too-large');
  if (request.body === null) return '';
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body) {
    size += piece.byteLength;
    if (size > mostBytes) refuse('request.too-large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
