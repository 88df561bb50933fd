/** A day stays what it is; an instant is told to the minute, in the zone of the seat. */
export const momentIn =
  (offset: number) =>
  (moment: string | null): string | null =>
    moment === null || !moment.includes('T')
      ? moment
      : new Date(Date.parse(moment) + offset * 60_000).toISOString().slice(0, 16).replace('T', ' ');
