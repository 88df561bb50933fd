import type { seats } from './kinds/organisation.ts';

export type Seat = keyof typeof seats;

/** Minutes east of UTC in which a seat counts its days. Neither changes with the season here: a law's day must not be an hour longer. */
const offsets: Readonly<Record<Seat, number>> = { cn: 480, us: -300 };

/** The offset of the word in an organisation's `seat`; mainland China's where it holds none. */
export const seatOffset = (seat: string | null | undefined): number =>
  seat !== null && seat !== undefined && Object.hasOwn(offsets, seat) ? offsets[seat as Seat] : offsets.cn;
