import { base64, fromBase64 } from '../bytes/base64.ts';
import { parseSize } from '../bytes/bytes.ts';
import { hashLength } from '../sha256.ts';

/** The head of a log at a size (C2SP tlog-checkpoint). Ours has no lines beyond the three; a foreign log's are kept and mean nothing. */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly extensions?: readonly string[];
};

/** The text that is signed. */
export const checkpointText = ({ origin, size, root, extensions = [] }: Checkpoint): string =>
  [origin, size, base64(root), ...extensions].map((line) => `${line}\n`).join('');

export function parseCheckpoint(text: string): Checkpoint | null {
  if (!text.endsWith('\n')) return null;
  const lines = text.slice(0, -1).split('\n');
  const [origin = '', sizeLine = '', rootLine = '', ...extensions] = lines;
  const size = parseSize(sizeLine);
  const root = fromBase64(rootLine);
  if (lines.some((line) => line === '') || size === null || root?.length !== hashLength) return null;
  return { origin, size, root, ...(extensions.length === 0 ? {} : { extensions }) };
}

/** `<installation>/<organisation>/<epoch>`: a restore begins a new epoch, and with it a new log. */
export type Origin = { readonly log: string; readonly epoch: number };

export const printOrigin = ({ log, epoch }: Origin): string => `${log}/${epoch}`;

export function parseOrigin(origin: string): Origin | null {
  const at = origin.lastIndexOf('/');
  const epoch = parseSize(origin.slice(at + 1));
  return at <= 0 || epoch === null || epoch === 0 ? null : { log: origin.slice(0, at), epoch };
}
