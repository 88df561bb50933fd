import { builtIn, type Node, walk } from '../feel/index.ts';
import type { Fault } from './compiling.ts';
import type { Bilingual, Rule, Variant } from './rule.ts';
import type { YamlPath } from './yaml.ts';

const unmeetable = (what: Bilingual, why: Bilingual): Bilingual => ({
  zh: `任何佐证材料都无法满足${what.zh}：${why.zh}，请改写。`,
  en: `no evidence could meet ${what.en}: ${why.en}`,
});

/** Refuses an exception that no evidence could meet: a condition that is never true, or a window that closes before it opens. */
export function checkSatisfiable(rule: Rule, variant: Variant, path: YamlPath, fault: Fault): void {
  const never = (node: Node | null): boolean => node?.form === 'literal' && node.value !== true;
  if (never(variant.when))
    fault([...path, 'when'], {
      zh: '这项例外永远不会适用：请改写条件，或者删去例外。',
      en: 'this exception is never taken',
    });
  const { met } = variant;
  if (variant.ends || !met) return;
  const what =
    path.length === 0
      ? { zh: '这条规则', en: 'this rule' }
      : { zh: '这项例外之后的要求', en: 'what this exception leaves' };
  if (met.form !== 'milestone' && never(met.where))
    fault([...path, 'met', 'where'], unmeetable(what, { zh: '条件永远不成立', en: 'the condition is never true' }));
  if ((met.form === 'latest' || met.form === 'needs') && never(met.holds))
    fault([...path, 'met', 'latest'], unmeetable(what, { zh: '条件永远不成立', en: 'the condition is never true' }));
  if (variant.closes && before(variant.closes, variant.on))
    fault([...path, 'closes'], unmeetable(what, { zh: '截止早于触发日', en: 'it closes before its trigger day' }));
  if (met.form !== 'milestone' && variant.closes && met.from && before(variant.closes, met.from))
    fault(
      [...path, 'closes'],
      unmeetable(what, { zh: '截止早于佐证材料开始计算之日', en: 'it closes before evidence counts' }),
    );
  if (met.form !== 'milestone' && met.from && met.until && (same(met.from, met.until) || before(met.until, met.from)))
    fault([...path, 'met', 'until'], unmeetable(what, { zh: '起止之间没有一天', en: 'the window is empty' }));
  if (variant.when && requiresNull(variant.when, variant.on))
    fault([...path, 'when'], {
      zh: '这项例外要求自己的触发日未知，因此不会产生应办事项：请改写条件。',
      en: 'this exception asks that its own trigger day be unknown, so it never gives a duty',
    });
  if (rule.every !== null && variant.closes && !speaksOfPeriod(variant.closes))
    fault([...path, 'closes'], {
      zh: '周期性事项的截止日期应从本周期算起（period.start、period.end）：否则以后各周期一开始就已截止，请改写。',
      en: 'a recurring duty closes by its period (period.start, period.end), or every later one is closed before it begins',
    });
}

function speaksOfPeriod(node: Node): boolean {
  let found = false;
  walk(node, (part) => {
    found ||= part.form === 'slot' && /^(?:period|after)\./.test(part.name);
  });
  return found;
}

/**
 * Whether a is before b by their form: `b - duration` before b, a before `a + duration`, the start of a period before its end. Durations of
 * settings and figures are never below zero, and mostly above.
 */
function before(a: Node, b: Node): boolean {
  if (a.form === 'slot' && b.form === 'slot') return a.name === 'period.start' && b.name === 'period.end';
  return (
    (a.form === 'call' &&
      /^(subtract from day|months before day|subtract from instant)$/.test(a.operator.name) &&
      same(a.args[0], b)) ||
    (b.form === 'call' && /^(add to day|months after day|add to instant)$/.test(b.operator.name) && same(b.args[0], a))
  );
}

/** Same expression, wherever it stands. */
function same(a: Node | undefined, b: Node | undefined): boolean {
  return a !== undefined && b !== undefined && shape(a) === shape(b);
}

export function shape(node: Node): string {
  return JSON.stringify(node, (key, value: unknown) =>
    key === 'from' || key === 'to'
      ? undefined
      : key === 'operator'
        ? (value as { name: string }).name
        : typeof value === 'bigint'
          ? String(value)
          : value,
  );
}

function requiresNull(when: Node, on: Node): boolean {
  if (when.form !== 'call') return false;
  if (when.operator === builtIn.and) return when.args.some((part) => requiresNull(part, on));
  return when.operator === builtIn.isNull && same(when.args[0], on);
}
