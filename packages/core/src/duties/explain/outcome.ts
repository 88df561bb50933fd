import { tableOf } from '../../facts/index.ts';
import { conditionOf } from '../territory.ts';
import type { Traced } from '../traced.ts';
import { cell } from '../world.ts';
import { cited } from './basis.ts';
import { gap } from './course.ts';
import { found, wanted } from './proof.ts';
import { missingIn, reasons } from './reasons.ts';
import type { Teller } from './teller.ts';
import { gateWords, statusLabels } from './words.ts';

/** The status and what it rests on, in one or two sentences. */
export function status(teller: Teller, duty: Traced): string[] {
  const label = teller.text(statusLabels[duty.status]);
  return [
    `${teller.pick(label, `${label.charAt(0).toUpperCase()}${label.slice(1)}`)}${teller.pick('。', '.')}${detail(teller, duty)}`,
  ];
}

function detail(teller: Teller, duty: Traced): string {
  const { due, closes, metOn } = duty;
  const now = teller.rule.clock === 'instant' ? teller.question.endOfDay : teller.question.asOf;
  const on = metOn === null ? '' : teller.when(metOn);
  switch (duty.status) {
    case 'pending':
      if (duty.begins !== null)
        return teller.pick(
          `本周期将于${teller.day(duty.begins)}开始。`,
          ` The period begins on ${teller.day(duty.begins)}.`,
        );
      return due === null
        ? ''
        : due === now
          ? teller.pick('期限就在今天。', ' It is due today.')
          : teller.pick(
              `距期限还有${gap(teller, now, due)}。`,
              ` ${gap(teller, now, due)} are left.`
                .replace(/^ 1 day are/, ' 1 day is')
                .replace(/^ less than 1 day are/, ' Less than 1 day is'),
            );
    case 'met':
      if (teller.rule.forbids)
        return duty.review
          ? teller.pick(
              `${teller.day(duty.review.on)}经专人核查排除。`,
              ` A named person reviewed and dismissed it on ${teller.day(duty.review.on)}.`,
            )
          : teller.pick('登记信息中没有所禁止的情形。', ' Nothing forbidden is on record.');
      return teller.pick(`于${on}完成，没有超过期限。`, ` It was done ${on}, in time.`);
    case 'late':
      return due === null || metOn === null
        ? ''
        : teller.pick(
            `于${on}完成，比期限晚${gap(teller, due, metOn)}。`,
            ` It was done ${on}, ${gap(teller, due, metOn)} late.`,
          );
    case 'overdue':
      return due === null
        ? ''
        : teller.pick(
            `已超过期限${gap(teller, due, now)}，逾期算在责任主体名下。`,
            ` It is ${gap(teller, due, now)} past its time limit, and counts against whoever owes it.`,
          );
    case 'missed':
      return closes === null
        ? ''
        : teller.pick(
            `${teller.moment(closes)}已过，不能再完成，只能说明情况或者采取补救。`,
            ` ${teller.moment(closes)} has passed: it can no longer be met, only explained or remedied.`,
          );
    case 'review':
      return teller.pick(
        '登记信息中有所禁止的情形，须由专人核查后认定或者排除，系统不作结论。',
        ' Something forbidden is on record. A named person confirms or dismisses it; the program draws no conclusion.',
      );
    case 'breached':
      return duty.review
        ? teller.pick(
            `${teller.day(duty.review.on)}经专人核查认定。`,
            ` A named person confirmed it on ${teller.day(duty.review.on)}.`,
          )
        : '';
    case 'unclear':
      return teller.pick(
        '缺少决定性的登记信息，仍计入应完成的总数。',
        ' A deciding fact is missing; the duty stays in the count of what is owed.',
      );
    case 'waived':
      return duty.waiver ? waived(teller, duty.waiver) : '';
    case 'void':
      return ended(teller, duty);
  }
}

function waived(teller: Teller, waiver: { readonly row: number; readonly until: number }): string {
  const granted = cell(teller.register, tableOf(teller.register, 'waiver').columns['grantedOn'], waiver.row) as number;
  return teller.pick(
    `暂缓至${teller.day(waiver.until)}（暂缓记录 ${teller.idOf('waiver', waiver.row)}，${teller.day(granted)}由两人批准）。`,
    ` Put off until ${teller.day(waiver.until)} (${teller.record('waiver', waiver.row)}, granted by two persons on ${teller.day(granted)}).`,
  );
}

function ended(teller: Teller, duty: Traced): string {
  const ends = duty.rule.ends.filter((end) => teller.valueOf(end) !== null).flatMap((end) => reasons(teller, end));
  if (ends.length === 0) return teller.pick('因采用例外而终止。', ' An exception ends it.');
  return teller.pick(
    `${ends.join('；')}，事项随之终止，仍列出备查。`,
    ` It ended because ${ends.join('; ')}; it stays listed.`,
  );
}

/** Evidence found, or what would meet the duty; for a rule that forbids, what is on record. */
export function evidence(teller: Teller, duty: Traced): string[] {
  const { forbids } = duty.rule;
  if (forbids) {
    if (!teller.trace.has(forbids)) return [];
    if (teller.valueOf(forbids) === null)
      return [
        teller.pick(
          `还不能判断，因为${teller.list(missingIn(teller, forbids), 'and')}未知。`,
          `It cannot be told, because ${teller.list(missingIn(teller, forbids), 'and')} is not known.`,
        ),
      ];
    const said = reasons(teller, forbids).join(teller.pick('；', '; '));
    const lines = [teller.pick(`登记信息显示：${said}。`, `The record shows: ${said}.`)];
    if (duty.review)
      lines.push(
        teller.pick(
          `核查结论见 ${teller.idOf('reviewDecision', duty.review.row)}。`,
          `The decision is ${teller.record('reviewDecision', duty.review.row)}.`,
        ),
      );
    return lines;
  }
  if (duty.status === 'met' || duty.status === 'late') return found(teller, duty);
  return duty.status === 'void' || (duty.status === 'unclear' && duty.due !== null) ? [] : wanted(teller, duty);
}

/** What happens next, when nothing is recorded meanwhile. */
export function next(teller: Teller, duty: Traced): string[] {
  const lines: string[] = [];
  const after = duty.nextChange === null ? null : teller.moment(duty.nextChange);
  if (duty.status === 'pending' && duty.begins === null && after !== null) {
    const turned = duty.closes !== null && duty.closes === duty.nextChange ? 'missed' : 'overdue';
    lines.push(
      teller.pick(
        `过了${after}仍未完成的，将转为“${teller.text(statusLabels[turned])}”。`,
        `If it is not met by ${after}, it becomes “${teller.text(statusLabels[turned])}”.`,
      ),
    );
  }
  if (duty.status === 'overdue')
    lines.push(
      duty.closes === null
        ? teller.pick('仍可补办，补办后记为“逾期完成”。', 'It can still be done, and then counts as “met late”.')
        : teller.pick(
            `${teller.moment(duty.closes)}之前仍可补办，过后转为“未履行”。`,
            `It can still be done until ${teller.moment(duty.closes)}; after that it is “missed”.`,
          ),
    );
  if (duty.status === 'waived' && duty.waiver)
    lines.push(
      teller.pick(
        `${teller.day(duty.waiver.until)}起暂缓失效，重新计算状态。`,
        `From ${teller.day(duty.waiver.until)} the waiver no longer holds, and the status is worked out again.`,
      ),
    );
  if (duty.status === 'unclear') lines.push(...fillIn(teller, duty));
  if ((duty.status === 'met' || duty.status === 'late') && after !== null)
    lines.push(
      teller.pick(
        `佐证材料自${after}起失效，届时须重新办理。`,
        `From ${after} the evidence no longer holds, and it has to be done again.`,
      ),
    );
  if (duty.status === 'review')
    lines.push(teller.pick('请指定专人核查，写明理由。', 'Name somebody to review it and to give reasons.'));
  if (
    duty.variant.gates.length > 0 &&
    ['pending', 'overdue', 'missed', 'unclear', 'review', 'breached'].includes(duty.status)
  ) {
    const acts = teller.list(
      duty.variant.gates.map((gate) => teller.text(gateWords[gate] ?? { zh: '后续事项', en: 'what follows' })),
      'and',
    );
    lines.push(
      teller.pick(`这是前置条件：未满足，不能放行${acts}。`, `It is a gate: until it is met, ${acts} must wait.`),
    );
  }
  return lines;
}

function fillIn(teller: Teller, duty: Traced): string[] {
  const condition = conditionOf(duty.rule, teller.question);
  const open = condition && teller.valueOf(condition) === null ? condition : null;
  const node = open ?? duty.rule.forbids ?? duty.variant.due;
  const names = node ? missingIn(teller, node) : [];
  return names.length === 0
    ? []
    : [
        teller.pick(
          `请补填${teller.list(names, 'and')}，系统随即重新计算。`,
          `Record ${teller.list(names, 'and')}, and it is worked out again at once.`,
        ),
      ];
}

/** What follows for the bearer. */
export function consequence(teller: Teller, duty: Traced): string[] {
  if (duty.rule.consequence.length === 0 || duty.status === 'void' || duty.status === 'met') return [];
  const clauses = teller.list(
    duty.rule.consequence.map((id) => cited(teller, id)),
    'and',
  );
  return [
    duty.rule.forbids
      ? teller.pick(
          `违反的后果由责任主体承担，见${clauses}。`,
          `What follows for whoever owes it when it is breached: ${clauses}.`,
        )
      : teller.pick(
          `不履行的后果由责任主体承担，见${clauses}。`,
          `What follows for whoever owes it when it is not met: ${clauses}.`,
        ),
  ];
}
