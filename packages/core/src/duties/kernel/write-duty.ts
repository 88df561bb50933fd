import { nullCode } from '../../feel/index.ts';
import type { Status } from '../../law/index.ts';
import { statusCode } from '../duty.ts';
import { writeRejections } from './write-applies.ts';
import { writeOutcome, writeProhibition } from './write-outcome.ts';
import type { Whole } from './writing.ts';

/** Columns of a sink with a value for each duty. */
export const dutyColumns = [
  'subject',
  'period',
  'bearer',
  'assignee',
  'status',
  'taken',
  'due',
  'metOn',
  'evidenceEnd',
];

/** One duty: void, unclear, or by its evidence and moments. */
export function writeDuty(whole: Whole, ended: string | null, period: string | null): void {
  const { rule, layout, writer, facts, pick, chosen } = whole;
  const none = nullCode(rule.clock);
  const clear = [...whole.applies.known, ...writeRejections(whole.applies.waiting, writer, facts)];
  const due = writer.temp(pick((variant) => variant.due, none));
  const closes = writer.temp(pick((variant) => variant.closes, none));
  const bearer = writer.temp(pick((variant) => variant.bearer, '-1'));
  const assignee = rule.assignee ? whole.code(rule.assignee) : '-1';
  const status = writer.variable('-1');
  const metOn = writer.variable(none);
  const row = writer.variable('-1');
  const list = writer.variable('null');
  const ending = [
    ...(ended === null ? [] : [ended]),
    ...rule.variants.flatMap((variant, index) => (variant.ends ? [`${chosen} === ${index}`] : [])),
  ];
  const set = (name: Status): string => `${status} = ${statusCode(name)}`;
  writer.line(ending.length > 0 ? `if (${ending.map((test) => `(${test})`).join(' || ')}) ${set('void')};` : '');
  if (clear.length > 0)
    writer.line(`${ending.length > 0 ? 'else ' : ''}if (!(${clear.join(' && ')})) ${set('unclear')};`);
  writer.block(`if (${status} < 0)`, () => {
    if (rule.forbids) writeProhibition(rule.forbids, whole, { status, metOn });
    else writeOutcome(whole, { due, closes, status, metOn, row, list, period });
  });
  if (layout.recurs) {
    const again = dutyColumns.map((name) => `${name} = sink.${name};`).join(' ');
    writer.line(`if (n === room) { sink.count = n; sink.grow(); ${again} room = sink.capacity; }`);
  }
  const parts = [
    ['subject', 's'],
    ...(layout.recurs ? [['period', 'start']] : []),
    ...(layout.borne ? [['bearer', bearer]] : []),
    ...(layout.assigned ? [['assignee', assignee]] : []),
    ['status', status],
    ...(layout.varies ? [['taken', chosen ?? '0']] : []),
    ['due', due],
    ['metOn', metOn],
  ];
  writer.line(parts.map(([name, value]) => `${name}[n] = ${value};`).join(' '));
  writer.line(
    `if (${row} >= 0) { if (p === evidence.length) { sink.growEvidence(p + 1); evidence = sink.evidence; } evidence[p++] = ${row}; }`,
  );
  if (layout.several) {
    writer.line(
      `else if (${list} !== null) { if (p + ${list}.length > evidence.length) { sink.growEvidence(p + ${list}.length); evidence = sink.evidence; } for (const e of ${list}) evidence[p++] = e; }`,
    );
  }
  writer.line('evidenceEnd[n++] = p;');
}
