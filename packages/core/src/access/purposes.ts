import type { Purpose } from '../facts/index.ts';

/**
 * The one reviewed table of what a rule of a purpose may read besides facts of its own purpose (PEOPLE.md, purpose walls). Facts about the
 * organisation itself concern no person and may be read by every rule. Each pair has its reason; a new one is a reviewed change.
 */
export const readablePairs: readonly { readonly rule: Purpose; readonly fact: Purpose; readonly because: string }[] = [
  { rule: 'travel', fact: 'education', because: 'whether training is valid on the day of departure' },
  {
    rule: 'travel',
    fact: 'personnel',
    because: 'who travels, and whether an eligibility check or a cooling-off period is on record',
  },
  { rule: 'travel', fact: 'inspection', because: 'an authority may order measures for a journey' },
  { rule: 'education', fact: 'personnel', because: 'which posts need which education' },
  { rule: 'education', fact: 'custody', because: 'who holds a classification or custody task needs its training' },
  { rule: 'custody', fact: 'personnel', because: 'a keeper must hold a post and have signed' },
  { rule: 'custody', fact: 'travel', because: 'carrying something abroad hangs on a trip' },
  { rule: 'exchange', fact: 'personnel', because: 'foreign-facing posts' },
  { rule: 'exchange', fact: 'custody', because: 'what is released is a document' },
  { rule: 'personnel', fact: 'education', because: 'training before a post' },
  { rule: 'personnel', fact: 'custody', because: 'a leaver returns carriers and devices' },
  { rule: 'inspection', fact: 'custody', because: 'protection of places and systems is inspected' },
  { rule: 'inspection', fact: 'education', because: 'education held by the organisation is inspected' },
  { rule: 'inspection', fact: 'exchange', because: 'agreements and reviews of the organisation are inspected' },
  { rule: 'organisation', fact: 'inspection', because: 'what the organisation did about notices and findings' },
  { rule: 'reporting', fact: 'inspection', because: 'an authority may ask for a report' },
];

const allowed = new Set(readablePairs.map((pair) => `${pair.rule} ${pair.fact}`));

export const mayRead = (rule: Purpose, fact: Purpose): boolean =>
  rule === fact || fact === 'organisation' || allowed.has(`${rule} ${fact}`);
