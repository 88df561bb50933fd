import { type Node, walk } from '../../feel/index.ts';
import { figuresOf, type SettingText } from '../../law/index.ts';
import { daysText } from './language.ts';
import type { Teller } from './teller.ts';

type Slot = Extract<Node, { form: 'slot' }>;

export const settingOf = (teller: Teller, name: string): SettingText | undefined =>
  teller.law.settings.get(name.slice('setting.'.length));

/** The clause whose figure this is: one of those the rule or its exception cites. */
export function clauseOfFigure(teller: Teller, name: string): string | undefined {
  const figure = name.slice('clause.'.length);
  const cited = [...teller.rule.clauses, ...teller.rule.variants.flatMap((variant) => variant.clauses)];
  return cited.find((id) => {
    const clause = teller.law.clauses.get(id)?.clause;
    return clause !== undefined && figuresOf(clause).some((known) => known.name === figure);
  });
}

const isAmount = (node: Node): node is Slot => node.form === 'slot' && /^(setting|clause)\./.test(node.name);

/** The number of a setting or figure, with its unit where the unit is not in the type. */
export function amountText(teller: Teller, node: Slot): string {
  const value = teller.valueOf(node);
  if (node.type === 'integer' && settingOf(teller, node.name)?.type === 'workingDays') {
    return teller.pick(`${String(value)}个工作日`, `${String(value)} working days`);
  }
  return teller.value(node.type, value);
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
  const amount = amountText(teller, node);
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
