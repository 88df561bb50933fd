// Minutes east of UTC in which the organisation counts its days. An installation holds organisations of one seat, so that one number is
// enough; the gate sets it before any page is shown.
let minutes = 480;

export function keepSeat(offset: number): void {
  minutes = offset;
}

/** The seat's clock as `2026-11-23T08:00`, whatever the clock of this device says. */
export const seatMinute = (instant: Date): string =>
  new Date(instant.getTime() + minutes * 60_000).toISOString().slice(0, 16);

/** The seat's day, as `2026-11-23`. */
export const seatDay = (): string => seatMinute(new Date()).slice(0, 10);

/** What somebody wrote by the seat's clock; null where it is no time. */
export function instantOf(seatTime: string): Date | null {
  const moment = new Date(`${seatTime}Z`);
  return Number.isNaN(moment.getTime()) ? null : new Date(moment.getTime() - minutes * 60_000);
}

/** `UTC+8`, `UTC−5`, `UTC+5:30`. */
export function seatZone(): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
