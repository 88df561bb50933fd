import type { VerifiedLog } from '@sallyport/server/program';
import type { Output } from '../output.ts';
import { journalWords as words } from './words.ts';

/** One log after the other: whether it is whole, and what was found, announced or cannot be known. */
export function tellReports(logs: readonly Omit<VerifiedLog, 'organisation'>[], out: Output): void {
  if (logs.length === 0) out.say(words.empty);
  for (const { origin, entries, findings, left, whole } of logs) {
    out.say(whole ? words.whole : words.broken, { origin, entries });
    for (const { kind, [out.language]: sentence } of findings)
      out.line(`    ${kind === 'broken' ? '×' : '·'} ${sentence}`);
    if (left > 0) out.say(words.more, { left });
  }
  if (logs.some(({ whole }) => !whole)) process.exitCode = 1;
}
