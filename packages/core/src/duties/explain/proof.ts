import { addDays, addMonths, type Day, microsPerDay } from '../../calendar/index.ts';
import { type Field, tableOf } from '../../facts/index.ts';
import { isRef, type Node } from '../../feel/index.ts';
import type { Evidence, Met } from '../../law/index.ts';
import type { Traced } from '../traced.ts';
import { cell } from '../world.ts';
import { demand } from './demands.ts';
import { listText } from './language.ts';
import { fieldName, phrase } from './phrases.ts';
import type { Teller } from './teller.ts';

type Kinded = Exclude<Met, { form: 'milestone' }>;

/** The evidence of a duty that was met: which record, of which day, valid from when to when. */
export function found(teller: Teller, duty: Traced): string[] {
  const { met } = duty.variant;
  if (!met) return [];
  if (met.form === 'milestone') {
    const day = teller.value(met.path.type, teller.valueOf(met.path));
    const name = fieldName(teller, met.path);
    return [teller.pick(`${name}已登记，为${day}。`, `${name} is recorded: ${day}.`)];
  }
  if (duty.evidence.length === 0)
    return [teller.pick('按所设的数量，不需要佐证材料。', 'The number asked for is nought, so no evidence is needed.')];
  const shown = duty.evidence.slice(0, 5).map((row) => oneFound(teller, met, row));
  const more = duty.evidence.length - shown.length;
  if (more > 0) shown.push(teller.pick(`另有${more}条`, `${more} more`));
  return [teller.pick(`找到${shown.join('；')}。`, `Found: ${shown.join('; ')}.`)];
}

function oneFound(teller: Teller, met: Kinded, row: number): string {
  const table = tableOf(teller.register, met.kind);
  const at = cell(teller.register, table.columns[met.at], row);
  const type = teller.field(met.kind, met.at)?.type === 'instant' ? 'instant' : 'day';
  const day = `${teller.fieldLabel(met.kind, met.at)}${teller.pick('为', ' is ')}${teller.value(type, at)}`;
  const role = met.form === 'needs' ? cell(teller.register, table.columns[met.role], row) : null;
  const said = met.form === 'needs' ? teller.value('word', role, teller.field(met.kind, met.role)) : '';
  const who = said === '' ? '' : `${said}${teller.pick('，', ', ')}`;
  return `${teller.record(met.kind, row)}${teller.pick('（', ' (')}${who}${day}${validity(teller, met, row)}${teller.pick('）', ')')}`;
}

function validity(teller: Teller, met: Kinded, row: number): string {
  if (met.form !== 'covers' && met.form !== 'coversPeriod') return '';
  const table = tableOf(teller.register, met.kind);
  const { valid } = table.kind;
  if (!valid) return '';
  const from = cell(teller.register, table.columns[valid.from], row) as Day | null;
  const recorded = cell(teller.register, table.columns[valid.until], row) as Day | null;
  const until = recorded ?? (from === null || !met.lasts ? null : lasting(teller, from, met.lasts));
  if (from === null) return '';
  if (until === null)
    return teller.pick(
      `，自${teller.day(from)}起有效，未写截止日期`,
      `, valid from ${teller.day(from)} with no end recorded`,
    );
  const computed =
    recorded === null ? teller.pick('，截止日期按有效期推算', ', the end computed from how long it lasts') : '';
  return teller.pick(
    `，有效期自${teller.day(from)}至${teller.day(until)}（当日不计${computed}）`,
    `, valid from ${teller.day(from)} until ${teller.day(until)}, that day not counted${computed}`,
  );
}

function lasting(teller: Teller, from: Day, lasts: Node): Day | null {
  const length = teller.valueOf(lasts) as number | null;
  if (length === null) return null;
  return lasts.type === 'months' ? addMonths(from, length) : addDays(from, Math.floor(length / microsPerDay));
}

/** What would meet the duty, in words. */
export function wanted(teller: Teller, duty: Traced): string[] {
  const { met } = duty.variant;
  if (!met) return [];
  if (met.form === 'milestone') return [wantedDay(teller, duty, fieldName(teller, met.path))];
  const kind = teller.kindLabel(met.kind);
  const conditions = [
    ...matches(teller, met),
    ...(met.where ? [demand(teller, met.where, true)] : []),
    ...window(teller, met, duty),
  ];
  const what = asked(teller, met, kind);
  const zh = `${what}，其${conditions.join('，')}`;
  const en = `${what} where ${listText('en', conditions, 'and')}`;
  if (duty.status === 'missed')
    return [
      teller.pick(
        `没有找到符合条件的${teller.recordLabel(met.kind)}。当时已经办理而没有登记的，可以补登${zh}。`,
        `No ${teller.recordLabel(met.kind)} was found that meets it. If it was done in time and not recorded, record ${en}.`,
      ),
    ];
  return [
    teller.pick(
      `没有找到符合条件的${teller.recordLabel(met.kind)}。只要登记${zh}，即为完成。`,
      `No ${teller.recordLabel(met.kind)} was found that meets it. To meet it, record ${en}.`,
    ),
  ];
}

function wantedDay(teller: Teller, duty: Traced, name: string): string {
  if (duty.status === 'missed') {
    const { met } = duty.variant;
    const day = met?.form === 'milestone' ? teller.valueOf(met.path) : null;
    if (met?.form === 'milestone' && day !== null) {
      const said = teller.value(met.path.type, day);
      return teller.pick(`${name}为${said}，已在可以完成的时间之后。`, `${name} is ${said}, after the last moment.`);
    }
    return teller.pick(
      `没有登记${name}。当时已经办理而没有登记的，可以补登。`,
      `${name} is not recorded. If it was done in time and not recorded, record it.`,
    );
  }
  const until =
    duty.closes === null
      ? ''
      : teller.pick(`（不晚于${teller.moment(duty.closes)}）`, ` (not after ${teller.moment(duty.closes)})`);
  return teller.pick(
    `没有登记${name}。办完后登记这一日期即可${until}。`,
    `${name} is not recorded. Once it is done, record that day${until}.`,
  );
}

function asked(teller: Teller, met: Kinded, kind: string): string {
  switch (met.form) {
    case 'exists':
      return teller.pick(`一条${kind}`, `one ${kind}`);
    case 'covers': {
      const day =
        met.day === 'current'
          ? teller.pick('当前', 'now')
          : teller.pick(`在${phrase(teller, met.day)}当天`, `on ${phrase(teller, met.day)}`);
      return teller.pick(`一条${day}有效的${kind}`, `one ${kind} valid ${day}`);
    }
    case 'coversPeriod': {
      const joined = met.union ? teller.pick('（可以由前后相接的几条合成）', ' (several that adjoin will do)') : '';
      return teller.pick(
        `自${phrase(teller, met.start)}至${phrase(teller, met.end)}一直有效的${kind}${joined}`,
        `${kind} valid throughout from ${phrase(teller, met.start)} until ${phrase(teller, met.end)}${joined}`,
      );
    }
    case 'count':
      return teller.pick(
        `不少于${phrase(teller, met.number)}条${kind}`,
        `at least ${phrase(teller, met.number)} ${teller.recordLabel(met.kind)}${teller.valueOf(met.number) === 1 ? '' : 's'}`,
      );
    case 'latest':
      return teller.pick(
        `一条${kind}（以最近一条为准，须${demand(teller, met.holds, true)}）`,
        `one ${kind} (the latest counts; its ${demand(teller, met.holds, true)})`,
      );
    case 'needs':
      return askedOfRoles(teller, met, kind);
  }
}

function askedOfRoles(teller: Teller, met: Extract<Met, { form: 'needs' }>, kind: string): string {
  const field = teller.field(met.kind, met.role);
  const roles = met.roles.map((role) => teller.word(field, role));
  const number = typeof met.number === 'object' ? phrase(teller, met.number) : '';
  const joint = teller.list(roles, met.number === 'all' ? 'and' : 'or');
  const latest = met.holds
    ? teller.pick(
        `（各方以最近一条为准，须${demand(teller, met.holds, true)}）`,
        ` (the latest of each counts; its ${demand(teller, met.holds, true)})`,
      )
    : '';
  if (number !== '')
    return teller.pick(
      `${joint}中至少${number}方的${kind}${latest}`,
      `the ${kind} of at least ${number} of ${joint}${latest}`,
    );
  return teller.pick(
    `${joint}${met.number === 'all' ? '各一条' : '任一方的一条'}${kind}${latest}`,
    `one ${kind} for ${met.number === 'all' ? 'each of ' : ''}${joint}${latest}`,
  );
}

function matches(teller: Teller, evidence: Evidence): string[] {
  const all = [{ field: evidence.key.field, to: evidence.key.of }, ...evidence.match];
  return all.map(({ field, to }) => {
    const label = teller.fieldLabel(evidence.kind, field);
    const value = matched(teller, to, teller.field(evidence.kind, field));
    return teller.pick(`${label}为${value}`, `${label} is ${value}`);
  });
}

/** A record that has been named by its field needs its id alone. */
function matched(teller: Teller, to: Node, field: Field | undefined): string {
  const value = teller.valueOf(to);
  if (isRef(to.type) && value !== null) return teller.pick(' ', '') + teller.idOf(to.type.ref, value as number);
  return teller.value(to.type, to.form === 'literal' ? to.value : value, field);
}

/** Between which days evidence counts: the rule's own, else the duty's period, and never after it has closed. */
function window(teller: Teller, evidence: Evidence, duty: Traced): string[] {
  const label = teller.fieldLabel(evidence.kind, evidence.at);
  const from = evidence.from ? (teller.valueOf(evidence.from) as Day | null) : duty.period;
  const until = evidence.until ? (teller.valueOf(evidence.until) as Day | null) : null;
  const low = from === null ? null : teller.day(from);
  const high = duty.closes === null ? null : teller.moment(duty.closes);
  const parts: string[] = [];
  if (low !== null && high !== null)
    parts.push(teller.pick(`${label}在${low}至${high}之间（含首尾）`, `${label} is from ${low} to ${high}`));
  else if (low !== null) parts.push(teller.pick(`${label}不早于${low}`, `${label} is not before ${low}`));
  else if (high !== null) parts.push(teller.pick(`${label}不晚于${high}`, `${label} is not after ${high}`));
  else if (evidence.at !== teller.vocabulary.kinds.get(evidence.kind)?.happened)
    parts.push(teller.pick(`${label}已登记`, `${label} is recorded`));
  if (until !== null)
    parts.push(teller.pick(`${label}早于${teller.day(until)}`, `${label} is before ${teller.day(until)}`));
  return parts;
}
