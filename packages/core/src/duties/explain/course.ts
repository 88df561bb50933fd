import { microsPerDay } from '../../calendar/index.ts';
import { type Node, unconfirmedIn } from '../../feel/index.ts';
import { type Rule, type Variant } from '../../law/index.ts';
import { conditionOf } from '../territory.ts';
import type { Traced } from '../traced.ts';
import { distance, sourcesIn } from './amounts.ts';
import { cited } from './basis.ts';
import { origin, phrase } from './phrases.ts';
import { inside, territoryName } from './place.ts';
import { missingIn, reasons } from './reasons.ts';
import type { Teller } from './teller.ts';

/** Each condition with its value and record. */
export function applies(teller: Teller, duty: Traced): string[] {
  const { rule } = duty;
  const lines: string[] = [];
  if (rule.after !== null) {
    const before = teller.law.rules.find(({ id }) => id === rule.after);
    if (before)
      lines.push(
        teller.pick(
          `前一事项${teller.quote(before.title)}已经完成。`,
          `The duty before it, ${teller.quote(before.title)}, has been met.`,
        ),
      );
  }
  const condition = conditionOf(rule, teller.question);
  if (condition && teller.valueOf(condition) === null) {
    if (duty.status === 'unclear') lines.push(unknown(teller, condition));
  } else if (!rule.applies) {
    if (lines.length === 0) lines.push(everySubject(teller, rule));
    if (rule.territory) lines.push(told(teller, inside(teller, rule.territory)));
  } else if (teller.valueOf(rule.applies) === true) {
    const said = [...reasons(teller, rule.applies), ...(rule.territory ? inside(teller, rule.territory) : [])];
    if (said.length > 0) lines.push(told(teller, said));
  }
  return lines;
}

const told = (teller: Teller, said: readonly string[]): string =>
  teller.pick(`${said.join('；')}。`, sentence(said.join('; ')));

/** A rule without a condition still reaches only the organisations its instrument speaks to. */
function everySubject(teller: Teller, { seat, territory, subject }: Rule): string {
  const kind = teller.kindLabel(subject);
  if (territory) {
    const name = territoryName(teller, territory);
    return teller.pick(`凡是在${name}的${kind}都适用。`, `It applies to every ${kind} in ${name}.`);
  }
  if (!seat) return teller.pick(`凡是${kind}都适用。`, `It applies to every ${kind}.`);
  const { zh, en } = spokenTo[seat.country];
  return subject === 'organisation'
    ? teller.pick(`凡是${zh}都适用。`, `It applies to every ${en}.`)
    : teller.pick(`${zh}的${kind}都适用。`, `It applies to every ${kind} of an ${en}.`);
}

const spokenTo = {
  cn: { zh: '中国内地的单位', en: 'organisation seated in mainland China' },
  us: { zh: '在美国或者取得美国设施安全许可的单位', en: 'organisation seated in the United States or cleared by them' },
};

function unknown(teller: Teller, condition: Node): string {
  const names = teller.list(missingIn(teller, condition), 'and');
  return teller.pick(
    `还不能判断是否适用，因为${names}未知。`,
    `Whether it applies cannot be told yet, because ${names} is not known.`,
  );
}

export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** Which exception was taken and what it changed; which were not, and why. */
export function exceptions(teller: Teller, rule: Rule, taken: Variant): string[] {
  const lines: string[] = [];
  for (const variant of rule.variants.slice(1)) {
    if (!variant.when || !variant.because || !teller.trace.has(variant.when)) continue;
    const name = teller.quote(variant.because);
    const why = reasons(teller, variant.when).join(teller.pick('；', '; '));
    if (variant === taken)
      lines.push(
        teller.pick(
          `采用例外${name}，因为${why}。${changes(teller, rule.variants[0], variant)}`,
          `The exception ${name} is taken, because ${why}. ${changes(teller, rule.variants[0], variant)}`,
        ),
      );
    else if (teller.valueOf(variant.when) === null) {
      const names = teller.list(missingIn(teller, variant.when), 'and');
      lines.push(
        teller.pick(
          `没有采用例外${name}，因为${names}未知。`,
          `The exception ${name} is not taken, because ${names} is not known.`,
        ),
      );
    } else
      lines.push(
        teller.pick(`没有采用例外${name}，因为${why}。`, `The exception ${name} is not taken, because ${why}.`),
      );
  }
  return lines;
}

function changes(teller: Teller, base: Variant, taken: Variant): string {
  const under =
    taken.clauses.length > 0
      ? teller.pick(
          `（见${teller.list(
            taken.clauses.map((id) => cited(teller, id)),
            'and',
          )}）`,
          ` (see ${teller.list(
            taken.clauses.map((id) => cited(teller, id)),
            'and',
          )})`,
        )
      : '';
  if (taken.ends) return teller.pick(`按此例外，本事项不再适用${under}。`, `Under it this duty is void${under}.`);
  const parts: string[] = [];
  if (taken.on !== base.on) parts.push(teller.pick('触发日', 'the trigger day'));
  if (taken.due !== base.due) parts.push(teller.pick('期限', 'the time limit'));
  if (taken.closes !== base.closes)
    parts.push(teller.pick('最后可以完成的时间', 'the last moment at which it can be met'));
  if (taken.met !== base.met) parts.push(teller.pick('完成的方式', 'how it is met'));
  if (taken.bearer !== base.bearer) parts.push(teller.pick('责任主体', 'who owes it'));
  if (taken.gates !== base.gates) parts.push(teller.pick('前置条件', 'what waits for it'));
  return teller.pick(
    `因此改变的是${teller.list(parts, 'and')}${under}。`,
    `It changes ${teller.list(parts, 'and')}${under}.`,
  );
}

/** How the time limit was computed: from which day, by whose figure, through which working days. */
export function deadline(teller: Teller, duty: Traced): string[] {
  const { due, closes } = duty.variant;
  const lines: string[] = [];
  const used: Node[] = [];
  if (duty.period !== null && duty.rule.every) {
    used.push(duty.rule.every);
    const length = phrase(teller, duty.rule.every);
    lines.push(
      teller.pick(
        `每${length}一个周期，本周期自${teller.day(duty.period)}开始。`,
        `It recurs every ${length}; this period begins on ${teller.day(duty.period)}.`,
      ),
    );
  }
  if (due) {
    used.push(due);
    lines.push(
      duty.due === null
        ? teller.pick(
            `还算不出来，因为${teller.list(missingIn(teller, due), 'and')}未知。`,
            `The time limit cannot be computed, because ${teller.list(missingIn(teller, due), 'and')} is not known.`,
          )
        : computed(teller, due, duty.due),
    );
  }
  if (closes && duty.closes !== null && duty.closes !== duty.due) {
    used.push(closes);
    lines.push(
      teller.pick(
        `${teller.moment(duty.closes)}之后就不能再完成，这一天是${origin(teller, closes)}。`,
        `After ${teller.moment(duty.closes)} it can no longer be met: ${origin(teller, closes)}.`,
      ),
    );
  } else if (closes && duty.closes !== null)
    lines.push(teller.pick('这一期限过后就不能再完成。', 'After that it can no longer be met.'));
  return [...lines, ...sourcesIn(teller, ...used), ...doubtfulYears(teller, used)];
}

function computed(teller: Teller, node: Node, due: number): string {
  const how = origin(teller, node);
  return teller.pick(`最迟应在${teller.moment(due)}完成，即${how}。`, `It is due by ${teller.moment(due)}: ${how}.`);
}

/** A date counted through a year whose calendar nobody has confirmed says so (DECISIONS 3). */
function doubtfulYears(teller: Teller, nodes: readonly Node[]): string[] {
  const calendar = teller.question.calendars.get(teller.rule.calendar);
  const years = calendar ? unconfirmedIn(nodes, teller.trace, calendar) : [];
  if (years.length === 0) return [];
  const list = teller.list(
    years.map((year) => teller.pick(`${year}年`, String(year))),
    'and',
  );
  return [
    teller.pick(
      `推算经过${list}，该年的工作日安排尚未核实，日期可能有出入。`,
      `The count runs through ${list}, whose working days are not confirmed; the date may shift.`,
    ),
  ];
}

/** How many days lie between two moments of a rule, for “3 days late”. */
export function gap(teller: Teller, from: number, to: number): string {
  const unit = teller.rule.clock === 'instant' ? microsPerDay : 1;
  const days = Math.floor(Math.abs(to - from) / unit);
  return days === 0 && unit > 1 ? teller.pick('不到1天', 'less than 1 day') : distance(teller, days);
}
