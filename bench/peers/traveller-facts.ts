import { addMonths } from '@sallyport/core/calendar';
import type { Question } from '@sallyport/core/duties';
import { noDay, noRow, type Register, tableOf } from '@sallyport/core/facts';
import { fourRuleIds } from '../support/four-rules.ts';
import { settingsOf } from './settings.ts';

/** The rules in the words of the peer, in the order of `fourRuleIds`. */
export const ruleNames = ['education', 'submission', 'checkIn', 'debrief'] as const;
export type RuleName = (typeof ruleNames)[number];

type OneFact = boolean | number | null;
/** What a rules engine without dates, joins and sets is given for one traveller. `facts` holds `<rule>.<fact>`; the evidence stands beside. */
export type TravellerFacts = {
  readonly facts: Record<string, OneFact>;
  readonly evidence: Readonly<Record<RuleName, number>>;
};

type Found = { readonly row: number; readonly on: number } | null;

/** Joins and dates for the peer, written by hand; their time is not counted against it. */
export function travellerFacts(register: Register, question: Question): TravellerFacts[] {
  const settings = settingsOf(question);
  const { asOf } = question;
  const values = (kind: string, field: string): ArrayLike<number> =>
    tableOf(register, kind).columns[field]?.values as ArrayLike<number>;
  const past = (day: number): number | null => (day === noDay || day > asOf ? null : day);
  const plain = (day: number): number | null => (day === noDay ? null : day);
  const cells = (kind: string, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, values(kind, name)]));
  const trip = cells('trip', [
    'abroad',
    'kind',
    'createdOn',
    'submittedOn',
    'departsOn',
    'departedOn',
    'returnedOn',
    'cancelledOn',
    'emergency',
  ]);
  const [trips, people, added, withdrawn] = ['trip', 'person', 'addedOn', 'withdrawnOn'].map((name) =>
    values('traveller', name),
  );
  const at = (name: string, row: number): number => trip[name]?.[row] ?? noDay;
  const checkIns = earliestBy(register, 'checkIn', 'traveller', 'receivedOn');
  const debriefs = earliestBy(register, 'debrief', 'traveller', 'heldOn');
  const education = earliestBy(register, 'completion', 'person', 'completedOn', 'pre-departure');
  const validUntil = values('completion', 'validUntil');
  const privateTrip = register.words.codes.get('private');
  const waivers = waived(register, fourRuleIds[1] ?? '', asOf);
  const from = (name: RuleName): number => question.rules[ruleNames.indexOf(name)]?.from ?? 0;
  const since = (list: readonly Found[] | undefined, day: number | null): Found =>
    day === null ? null : (list?.find((one) => one !== null && one.on >= day && one.on <= asOf) ?? null);

  return tableOf(register, 'traveller').ids.map((id, s) => {
    const t = trips?.[s] ?? 0;
    const [departs, created, submitted] = [
      plain(at('departsOn', t)),
      past(at('createdOn', t)),
      past(at('submittedOn', t)),
    ];
    const [departed, returned] = [past(at('departedOn', t)), past(at('returnedOn', t))];
    const ended = past(at('cancelledOn', t)) !== null || past(withdrawn?.[s] ?? noDay) !== null;
    const abroad = at('abroad', t);
    const travels = at('kind', t) === privateTrip || abroad === 0 ? false : abroad === 1 ? true : null;
    const emergency = at('emergency', t) === 1;
    const lead = (days: number): number | null => (departs === null ? null : emergency ? departs : departs - days);
    const taught =
      education.get(people?.[s] ?? noRow)?.find((one) => {
        if (one === null || departs === null || one.on > departs || one.on > asOf) return false;
        const until = plain(validUntil[one.row] ?? noDay) ?? addMonths(one.on, settings.educationValidity);
        return until === null || until > departs;
      }) ?? null;
    const inTime: Found =
      submitted === null || (departs !== null && submitted > departs) ? null : { row: t, on: submitted };
    const checkDue = departed === null ? null : departed + settings.checkInInterval;
    const closed = departs !== null && asOf > departs;
    const facts: Record<string, OneFact> = { asOf, travels };
    const evidence: Record<RuleName, number> = { education: noRow, submission: noRow, checkIn: noRow, debrief: noRow };
    const exists = (added?.[s] ?? noDay) <= asOf;
    const say = (
      name: RuleName,
      on: number | null,
      due: number | null,
      found: Found,
      more: { void?: boolean; waived?: boolean; closed?: boolean } = {},
    ): void => {
      facts[`${name}.inForce`] = exists && on !== null && on >= from(name);
      facts[`${name}.void`] = ended || more.void === true;
      facts[`${name}.due`] = due;
      facts[`${name}.metOn`] = found?.on ?? null;
      facts[`${name}.waived`] = more.waived === true;
      facts[`${name}.closed`] = more.closed === true;
      evidence[name] = found?.row ?? noRow;
    };
    say('education', plain(added?.[s] ?? noDay), lead(settings.preDepartureLead), taught, { closed });
    say('submission', created, lead(settings.submissionLead), inTime, { closed, waived: waivers.has(id) });
    const checkedIn = since(checkIns.get(s), departed);
    say('checkIn', departed, checkDue, returned !== null && (checkedIn?.on ?? 0) > returned ? null : checkedIn, {
      void: returned !== null && checkDue !== null && returned < checkDue,
      closed: returned !== null && asOf > returned,
    });
    say(
      'debrief',
      returned,
      returned === null ? null : returned + settings.debriefWithin,
      since(debriefs.get(s), returned),
    );
    return { facts, evidence };
  });
}

/** Facts by what they point at, earliest first. */
function earliestBy(
  register: Register,
  kind: string,
  field: string,
  day: string,
  topic?: string,
): Map<number, { row: number; on: number }[]> {
  const { ids, columns } = tableOf(register, kind);
  const code = topic === undefined ? -1 : register.words.codes.get(topic);
  const lists = new Map<number, { row: number; on: number }[]>();
  for (let row = 0; row < ids.length; row++) {
    if (topic !== undefined && columns['topic']?.values[row] !== code) continue;
    const key = columns[field]?.values[row] as number;
    const one = { row, on: columns[day]?.values[row] as number };
    const list = lists.get(key);
    if (list) list.push(one);
    else lists.set(key, [one]);
  }
  for (const list of lists.values()) list.sort((a, b) => a.on - b.on || a.row - b.row);
  return lists;
}

function waived(register: Register, rule: string, asOf: number): Set<string> {
  const { ids, columns } = tableOf(register, 'waiver');
  const day = (name: string, row: number): number => columns[name]?.values[row] as number;
  const inForce = ids.flatMap((_, row) =>
    columns['rule']?.values[row] === rule && day('grantedOn', row) <= asOf && day('until', row) > asOf
      ? [String(columns['subject']?.values[row])]
      : [],
  );
  return new Set(inForce);
}
