import type { Day } from '../../calendar/index.ts';
import { isRef, type Node } from '../../feel/index.ts';
import { dayOrNull, type Variant } from '../../law/index.ts';
import type { Traced } from '../traced.ts';
import { sourcesIn } from './amounts.ts';
import { origin } from './phrases.ts';
import type { Teller } from './teller.ts';
import { roleWords } from './words.ts';

/** Who owes it, who acts, who sees to it. */
export function who(teller: Teller, duty: Traced): string[] {
  const bearer = bodyOf(teller, duty.variant.bearer, duty.bearer);
  const assignee = duty.rule.assignee && bodyOf(teller, duty.rule.assignee, duty.assignee);
  const answerable = teller.text(roleWords[duty.rule.answerable]);
  const acts = assignee
    ? teller.pick(`承办人是${assignee}，`, ` It is carried out by ${assignee}; ${answerable} sees to it.`)
    : '';
  const sees = assignee ? '' : ` ${answerable.charAt(0).toUpperCase()}${answerable.slice(1)} sees to it.`;
  return [
    teller.pick(`责任主体是${bearer}，${acts}责任人是${answerable}，负责督办。`, `${bearer} owes it.${acts}${sees}`),
  ];
}

function bodyOf(teller: Teller, node: Node, row: number | null): string {
  if (row === null || !isRef(node.type)) return teller.pick('（未登记）', 'Someone not recorded');
  if (node.type.ref === 'person') return teller.pick(' ', '') + teller.idOf('person', row);
  return teller.body(node.type.ref, row);
}

/** The clauses of the rule: what the first says, and how sure our reading is. */
export function basis(teller: Teller): string[] {
  const [first = '', ...others] = teller.rule.clauses;
  const gist = teller.law.clauses.get(first)?.clause.gist;
  // The gist of a clause of policy begins by saying so.
  const policy = teller.law.clauses.get(first)?.edition.instrument.kind === 'policy';
  const head = policy ? teller.clause(first) : cited(teller, first);
  const lines = [teller.pick(`${head}：${gist ? teller.text(gist) : ''}`, `${head}: ${gist ? teller.text(gist) : ''}`)];
  if (others.length > 0) {
    const names = teller.list(
      others.map((id) => cited(teller, id)),
      'and',
    );
    lines.push(teller.pick(`另见${names}。`, `See also ${names}.`));
  }
  if (teller.rule.standing) {
    lines.push(
      teller.pick(
        `登记信息无法证明这一项：${teller.text(teller.rule.standing.why)}`,
        `No register can show this: ${teller.text(teller.rule.standing.why)}`,
      ),
    );
    lines.push(
      teller.pick(
        `复核时请回答：${teller.text(teller.rule.standing.asks)}`,
        `What the reviewer answers: ${teller.text(teller.rule.standing.asks)}`,
      ),
    );
  }
  return lines;
}

export function cited(teller: Teller, id: string): string {
  const found = teller.law.clauses.get(id);
  if (!found) return teller.clause(id);
  const { clause, edition } = found;
  const heading = clause.number ? teller.pick(teller.quote(clause.heading), ` (${teller.text(clause.heading)})`) : '';
  return `${teller.clause(id)}${heading}${mark(teller, clause.sureness, clause.confirmed?.on, edition.instrument.kind === 'policy')}`;
}

function mark(teller: Teller, sureness: string, confirmedOn: string | undefined, policy: boolean): string {
  const confirmed = dayOrNull(confirmedOn);
  if (confirmed !== null)
    return teller.pick(
      `（本单位已于${teller.day(confirmed)}核对原文）`,
      ` (checked here against the text on ${teller.day(confirmed)})`,
    );
  if (policy) return teller.pick('（本单位规定，不是法律规定）', ' (the organisation’s own policy, not law)');
  return sureness === 'text' ? '' : teller.pick('（依据待核）', ' (to be confirmed)');
}

/** The trigger day and why the edition speaks of it. */
export function trigger(teller: Teller, variant: Variant, on: Day): string[] {
  const from = teller.pick(
    `触发日是${teller.day(on)}，即${origin(teller, variant.on)}。`,
    `The trigger day is ${teller.day(on)}: ${origin(teller, variant.on)}.`,
  );
  return [from, ...sourcesIn(teller, variant.on), inForce(teller), ...reading(teller, on)];
}

/** Which revision of the pack reads the duty; said only where there are several. */
function reading(teller: Teller, on: Day): string[] {
  const { rule } = teller;
  const revisions = teller.law.editions.find(({ id }) => id === rule.pack)?.revisions ?? [];
  if (revisions.length < 2) return [];
  if (on < rule.appliesFrom)
    return [
      teller.pick(
        `第${rule.revision}次修订自${teller.day(rule.appliesFrom)}起用，此时这条事项尚未办结，或者发布时已说明对已办结的事项重新认定：由该修订来读。`,
        `Revision ${rule.revision} applies from ${teller.day(rule.appliesFrom)}: the duty was still open then, or its publisher chose to read settled ones again, and it is read by that revision.`,
      ),
    ];
  const by = rule.every
    ? teller.pick('周期首日', 'the first day of its period')
    : teller.pick('触发日', 'its trigger day');
  return [
    teller.pick(
      `按${by}，由第${rule.revision}次修订来读，该修订自${teller.day(rule.appliesFrom)}起用。`,
      `By ${by} it is read by revision ${rule.revision}, which applies from ${teller.day(rule.appliesFrom)}.`,
    ),
  ];
}

/** From when to when the edition speaks of this; `where` says how the trigger day lies to that. */
export function inForce(teller: Teller, where?: string): string {
  const { rule } = teller;
  const to =
    rule.to === null
      ? ''
      : teller.pick(`，至${teller.day(rule.to)}（当日不计）止`, ` until ${teller.day(rule.to)}, that day not counted`);
  const because = rule.because
    ? teller.pick(
        `（${teller.text(rule.because).replace(/。$/, '')}）`,
        ` (${teller.text(rule.because).replace(/\.$/, '')})`,
      )
    : '';
  const lies = where ?? teller.pick('触发日在此期间', 'the trigger day lies within');
  return teller.pick(
    `${teller.edition()}对本事项自${teller.day(rule.from)}起适用${to}${because}，${lies}。`,
    `For this duty, ${teller.edition()} counts from ${teller.day(rule.from)}${to}${because}; ${lies}.`,
  );
}
