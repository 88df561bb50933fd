import type { Instant } from '@sallyport/core/calendar';
import {
  type Finding,
  type FindingKind,
  kindOf,
  type Verified,
  type VerifierKey,
  wordsOf,
} from '@sallyport/core/journal';
import type { BesideFinding } from './check-beside.ts';

/** What somebody kept of our logs, and the witnesses whose cosignatures count. */
export type Outside = {
  readonly held: readonly { readonly note: string; readonly newestAt: Instant | null }[];
  readonly witnesses: readonly VerifierKey[];
};

export const nothingOutside: Outside = { held: [], witnesses: [] };

/** Told how many entries of a log were read. */
export type Progress = (done: number, total: number) => Promise<void> | void;

/** What a room finds that its rows are not what a closed day says. */
type DayCode = 'day-differs' | 'day-secret-gone' | 'day-row-differs' | 'duty-differs' | 'duty-change-gone';

export type SaidFinding = {
  readonly code: Finding['code'] | BesideFinding['code'] | DayCode;
  readonly kind: FindingKind;
  readonly index: number | null;
  readonly zh: string;
  readonly en: string;
};

export type LogReport = {
  readonly origin: string;
  readonly entries: number;
  /** Entries under the newest checkpoint of the log's own that these entries give. */
  readonly head: number | null;
  readonly findings: readonly SaidFinding[];
  readonly left: number;
};

/** Whether a log is not what it was; what was announced and what nobody can know is told and is no fault. */
export const isBroken = ({ findings }: Pick<LogReport, 'findings'>): boolean =>
  findings.some(({ kind }) => kind === 'broken');

const said = (finding: Finding): SaidFinding => ({
  code: finding.code,
  kind: kindOf(finding.code),
  index: finding.index,
  ...wordsOf(finding),
});

export const reportOf = (origin: string, { entries, head, findings, left }: Verified): LogReport => ({
  origin,
  entries,
  head,
  findings: findings.map(said),
  left,
});
