import { microsPerDay } from '../../calendar/index.ts';
import { type Node, walk } from '../../feel/index.ts';
import { figuresOf, type SettingText } from '../../law/index.ts';
import { daysText } from './language.ts';
import type { Teller } from './teller.ts';

type Slot = Extract<Node, { form: 'slot' }>;

export const settingOf = (teller: Teller, name: string): SettingText | undefined =>
  teller.law.settings.get(name.slice('setting.'.length));

/** The clause whose figure this is: one of those the rule or its exception cites. */
export const figureClause = (teller: Teller, name: string): string | undefined =>
  name.startsWith('clause.') ? clauseOfFigure(teller, name) : undefined;

function clauseOfFigure(teller: Teller, name: string): string | undefined {
  const figure = name.slice('clause.'.length);
  const cited = [...teller.rule.clauses, ...teller.rule.variants.flatMap((variant) => variant.clauses)];
  return cited.find((id) => {
    const clause = teller.law.clauses.get(id)?.clause;
    return clause !== undefined && figuresOf(clause).some((known) => known.name === figure);
  });
}

const isAmount = (node: Node): node is Slot => node.form === 'slot' && /^(setting|clause)\./.test(node.name);

/** The number of a setting or figure: in days where it was set in days, in hours where in hours. */
export function amountText(teller: Teller, node: Slot): string {
  const value = teller.valueOf(node);
  const type = settingOf(teller, node.name)?.type;
  if (type === 'yesNo' && value !== null)
    return value === 1 ? teller.pick('“是”', '“yes”') : teller.pick('“否”', '“no”');
  const inDays = type === 'days' || /^P\d+D$/.test(String(figureText(teller, node.name)));
  return node.type === 'duration' && inDays && value !== null
    ? daysText(teller.language, (value as number) / microsPerDay)
    : teller.value(node.type, value);
}

function figureText(teller: Teller, name: string): string | number | undefined {
  const clause = figureClause(teller, name);
  return clause === undefined
    ? undefined
    : teller.law.clauses.get(clause)?.clause.figures?.[name.slice('clause.'.length)];
}

/** Whether the organisation asks for something at all, said as its own policy; null where a node is no such setting. */
export function switchText(teller: Teller, node: Node | undefined): string | null {
  if (node?.form !== 'slot') return null;
  const setting = settingOf(teller, node.name);
  if (setting?.type !== 'yesNo' || teller.valueOf(node) === null) return null;
  const [title, value] = [teller.quote(setting.title), amountText(teller, node)];
  return teller.pick(
    `参数${title}为${value}，是本单位规定，不是法律规定`,
    `the setting ${title} is ${value}, which is the organisation’s own policy and not law`,
  );
}

/** A number that counts working days says so where it stands alone. */
export function amountAlone(teller: Teller, node: Slot): string {
  const amount = amountText(teller, node);
  if (node.type !== 'integer') return amount;
  const clause = figureClause(teller, node.name);
  const counts = clause === undefined ? undefined : teller.law.clauses.get(clause)?.clause.figures?.['counts'];
  if (settingOf(teller, node.name)?.type !== 'workingDays' && counts !== 'working') return amount;
  return teller.pick(`${amount}个工作日`, `${amount} working days`);
}

/** For each number used: whose it is. Numbers of policy are never passed off as law. */
export function sourcesIn(teller: Teller, ...roots: readonly (Node | null)[]): string[] {
  const found = new Map<string, string>();
  for (const root of roots) {
    if (root)
      walk(root, (node) => {
        if (isAmount(node) && teller.valueOf(node) !== null && !found.has(node.name))
          found.set(node.name, sourceOf(teller, node));
      });
  }
  return [...found.values()];
}

function sourceOf(teller: Teller, node: Slot): string {
  const amount = amountAlone(teller, node);
  const setting = settingOf(teller, node.name);
  if (setting) {
    const title = teller.quote(setting.title);
    return teller.pick(
      `其中${amount}是参数${title}，为本单位规定，不是法律规定。`,
      `The figure of ${amount} is the setting ${title}: the organisation’s own policy, not law.`,
    );
  }
  const clause = clauseOfFigure(teller, node.name);
  const where = clause === undefined ? teller.edition() : teller.clause(clause);
  return teller.pick(`其中${amount}是${where}规定的。`, `The figure of ${amount} is that of ${where}.`);
}

/** How far a day lies from the day asked about. */
export const distance = (teller: Teller, days: number): string => daysText(teller.language, Math.abs(days));
