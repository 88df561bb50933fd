import type { Day } from '../calendar/index.ts';

/** What the house keeps and lends for journeys. */
export const deviceKinds = ['computer', 'phone', 'tablet', 'medium', 'other'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

export const deviceStates = [
  'to-inspect',
  'available',
  'reserved',
  'issued',
  'held',
  'overdue',
  'damaged',
  'lost',
  'withdrawn',
] as const;
export type DeviceState = (typeof deviceStates)[number];

/** Everything that is done to a device after it came into the pool. */
export const deviceActs = [
  'reserve',
  'release',
  'issue',
  'acknowledge',
  'return',
  'inspect',
  'lose',
  'restore',
  'withdraw',
] as const;
export type DeviceAct = (typeof deviceActs)[number];

/** How its seal was found when it came back. */
export const sealsFound = ['intact', 'broken', 'missing'] as const;
export type SealFound = (typeof sealsFound)[number];
export const findings = ['clean', 'damaged'] as const;
export type Finding = (typeof findings)[number];

/** Who has it, or had it last, and for which journey. */
export type Loan = {
  readonly trip: string;
  readonly traveller: string;
  readonly person: string;
  /** The last day of the loan; null before it is issued. */
  readonly dueBackOn: Day | null;
};

/** The last thing that was done to it. */
export type DeviceEntry = {
  readonly act: DeviceAct | 'add';
  readonly finding: Finding | null;
  /** It came back with its seal broken or gone, or was lost: somebody else may have had it in hand. */
  readonly suspect: boolean;
};

export type Device = {
  readonly today: Day;
  readonly last: DeviceEntry;
  readonly loan: Loan | null;
};

/** The journey a device is asked for, as it stands. */
export type Journey = {
  readonly trip: string;
  /** The plan lists this very device. */
  readonly listed: boolean;
  /** The borrower is one of those who travel. */
  readonly travels: boolean;
  /** Approved, before the departure, and nothing is missing that the departure waits for. */
  readonly open: boolean;
};

export type DeviceMove = {
  readonly act: DeviceAct;
  readonly journey?: Journey | undefined;
  readonly borrower?: Pick<Loan, 'traveller' | 'person'> | undefined;
  readonly dueBackOn?: Day | null | undefined;
  readonly seal?: string | undefined;
  readonly sealFound?: SealFound | undefined;
  readonly finding?: Finding | undefined;
};

/** Somebody as the pool meets them. */
export type Keeper = {
  readonly person: string | null;
  /** Keeps the pool, or answers for security over the house. */
  readonly keeper: boolean;
  readonly officer: boolean;
  /** Travels on the journey in question, or filed it. */
  readonly party: boolean;
};
