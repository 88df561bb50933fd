/** How long things last, in seconds. Policy of the program, not of a law. */

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Staff see other people's records: their sessions end sooner. */
export const sessionLimits = {
  staff: { idle: hour, absolute: 12 * hour },
  others: { idle: 12 * hour, absolute: 7 * day },
} as const;

/** `used_at` of a session is written no more often than this. */
export const touchEvery = minute;

/** A proof of who is there counts as fresh for so long (step-up). */
export const freshFor = 10 * minute;

export const deviceFor = 180 * day;

/** PEOPLE.md, "The journal keeps no trail": address and device of staff sign-in. */
export const networkContextFor = 90 * day;

export const linkFor = { invitation: 7 * day, 'first-sign-in': 15 * minute, recovery: day } as const;

/** An answer of an authenticator or a provider is waited for so long. */
export const challengeFor = 5 * minute;

export const longestToken = 366 * day;

export const secondPersonWithin = day;
/** Whose account it is hears of a recovery by mail and in every session, and has so long to stop it before anybody may be let in. */
export const recoveryWait = day;
export const breakGlassFor = 4 * hour;
export const tellConcernedWithin = 30 * day;
