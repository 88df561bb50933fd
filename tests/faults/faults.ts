/** One planted fault: below a folder or in a file of packages/core/src, the text that stands there once, and what replaces it. */
export type Fault = {
  readonly name: string;
  readonly backEnd: 'explainer' | 'kernel' | 'sql';
  readonly where: string;
  readonly find: string;
  readonly replace: string;
};

type Line = readonly [name: string, where: string, find: string, replace: string];

const of = (backEnd: Fault['backEnd'], lines: readonly Line[]): Fault[] =>
  lines.map(([name, where, find, replace]) => ({ name, backEnd, where, find, replace }));

const explainer = of('explainer', [
  ['met on the due day is late', 'duties/decide-one.ts', 'found.metOn <= due', 'found.metOn < due'],
  ['closed on its closing day', 'duties/decide-one.ts', 'now > closes)', 'now >= closes)'],
  ['overdue on the due day', 'duties/decide-one.ts', 'now > due ?', 'now >= due ?'],
  ['no duty on the trigger day', 'duties/rule-explainer.ts', 'on > this.#question.asOf', 'on >= this.#question.asOf'],
  ['in force on the day the edition ends', 'duties/rule-explainer.ts', 'on >= to)', 'on > to)'],
  ['a period ends a day late', 'duties/rule-explainer.ts', "'period.end': next - 1", "'period.end': next"],
  ['ended on the next period’s first day', 'duties/rule-explainer.ts', 'ended < next ?', 'ended <= next ?'],
  ['until is inclusive', 'duties/evidence.ts', 'day >= high', 'day > high'],
  ['from is exclusive', 'duties/evidence.ts', 'day < low', 'day <= low'],
  ['ties go to the later id', 'duties/evidence.ts', 'a.at - b.at || a.row - b.row', 'a.at - b.at || b.row - a.row'],
  ['evidence after closing counts', 'duties/evidence.ts', 'at > window.closes', 'at > window.closes + 3'],
  ['valid on the day validity ends', 'duties/evidence.ts', 'valid.until <= wanted', 'valid.until < wanted'],
  ['a chain takes the shortest link', 'duties/evidence.ts', 'span.until > best.until', 'span.until < best.until'],
  ['a waiver holds on the day it ends', 'duties/overrides.ts', "'until', row) > asOf", "'until', row) >= asOf"],
  ['the first review decision stands', 'duties/overrides.ts', 'on < last.on', 'on >= last.on'],
  [
    'what cannot be known of some is false',
    'feel',
    'if (holds === null) unknown = true',
    'if (holds === null) unknown = false',
  ],
]);

const kernel = of('kernel', [
  [
    'a local regulation binds what is elsewhere',
    'duties/territory.ts',
    'territory === null || !asks(rule, question)',
    'territory !== undefined || asks(rule, question)',
  ],
  ['met on the due day is late', 'duties/kernel', '${metOn} > ${due}', '${metOn} >= ${due}'],
  ['closed on its closing day', 'duties/kernel', '${now} > ${closes}', '${now} >= ${closes}'],
  ['overdue on the due day', 'duties/kernel', '${now} > ${due}', '${now} >= ${due}'],
  ['no duty on the trigger day', 'duties/kernel', '${on} <= A', '${on} < A'],
  ['a milestone ahead is not hidden', 'duties/kernel', '(${raw}>A?${noDay}:${raw})', '(${raw})'],
  ['an instant ahead is not hidden', 'duties/kernel', '(${raw}>AI?NaN:${raw})', '(${raw})'],
  ['the next period is left out', 'duties/kernel', 'more = start <= A', 'more = next <= A'],
  ['a period ends a day late', 'duties/kernel', '(next-1)', '(next)'],
  ['the last ending counts', 'duties/kernel', '${name} < ${end})', '${name} > ${end})'],
  ['a setting changes a day late', 'duties/kernel', '>=${version.from}', '>${version.from}'],
  ['until is inclusive', 'duties/kernel', '${dated} >= ${high}', '${dated} > ${high}'],
  ['from is exclusive', 'duties/kernel', '${dated} < ${low}', '${dated} <= ${low}'],
  ['valid on the day validity ends', 'duties/kernel', '${until} <= ${day}', '${until} < ${day}'],
  [
    'a chain takes the shortest link',
    'duties/kernel',
    'end > (this.until[best] ?? 0)',
    'end < (this.until[best] ?? 0)',
  ],
  ['any role counts', 'duties/kernel', '`${role}!==${code}`', '`${role}!==${role}`'],
  ['what cannot be known of some is false', 'feel', '${result} = 2;', '${result} = ${node.some ? 0 : 1};'],
  [
    'a null number equals every number',
    'feel/operators/makers/equality.ts',
    '${a}!==${a}&&${b}!==${b}',
    '${a}!==${a}||${b}!==${b}',
  ],
]);

const sql = of('sql', [
  [
    'a local regulation binds what is elsewhere',
    'duties/territory.ts',
    'territory === null || !asks(rule, question)',
    'territory !== undefined || asks(rule, question)',
  ],
  ['met on the due day is late', 'duties/sql', '${metOn} > moment.due', '${metOn} >= moment.due'],
  ['closed on its closing day', 'duties/sql', '${now} > moment.closes', '${now} >= moment.closes'],
  ['overdue on the due day', 'duties/sql', '${now} > moment.due', '${now} >= moment.due'],
  ['a waiver holds on the day it ends', 'duties/sql', '${alias}.until > ', '${alias}.until >= '],
  ['a waiver of one period holds for all', 'duties/sql', '${alias}.period = span.start_day', 'true'],
  ['no duty on the trigger day', 'duties/sql', 'begun.on_day <= ', 'begun.on_day < '],
  ['ended on the next period’s first day', 'duties/sql', ') < span.next_day', ') <= span.next_day'],
  ['a period ends a day late', 'duties/sql', '(span.next_day - 1)', 'span.next_day'],
  ['until is inclusive', 'duties/sql', '${dated} < ${high}', '${dated} <= ${high}'],
  ['from is exclusive', 'duties/sql', '${dated} >= ${low}', '${dated} > ${low}'],
  ['evidence after closing counts', 'duties/sql', '[`(${window.closes} IS NULL OR ${at} <= ${window.closes})`]', '[]'],
  ['a chain takes the shortest link', 'duties/sql', 'ORDER BY valid_until DESC, at', 'ORDER BY valid_until, at'],
  [
    'what is foreign is found',
    'feel',
    '`${alias}.org_id = ${owner.alias}.org_id`, `${alias}.${columnName(node.field)}',
    '`${alias}.${columnName(node.field)}',
  ],
  ['a milestone of the day is hidden', 'feel', 'WHEN ${column} <= ${limit}', 'WHEN ${column} < ${limit}'],
  ['null equals nothing', 'feel/operators/equal.ts', 'IS NOT DISTINCT FROM', '='],
  [
    'a month step back goes forward',
    'feel/operators/makers/month-step.ts',
    'feel_add_months(${day}, ${sign}(${months}))',
    'feel_add_months(${day}, (${months}))',
  ],
  ['no working days from a rest day on are one too few', 'feel', 'THEN 0 ELSE 1 END)::int', 'THEN 0 ELSE 0 END)::int'],
]);

export const faults: readonly Fault[] = [...explainer, ...kernel, ...sql];
