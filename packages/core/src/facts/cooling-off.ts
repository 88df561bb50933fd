/** What a cooling-off period must have to hold: a length, a reason, notice, a decision on compensation and a way to object (PEOPLE.md). */
const needed = ['endsOn', 'reason', 'noticeOn', 'compensationDecidedOn', 'objectionTo'] as const;

/** Which of it is not on record; a period that lacks anything is not in force, whatever its days say. */
export const coolingOffLacks = (fields: Readonly<Record<string, unknown>>): (typeof needed)[number][] =>
  needed.filter((name) => {
    const value = fields[name] ?? null;
    return value === null || (typeof value === 'string' && value.trim() === '');
  });
