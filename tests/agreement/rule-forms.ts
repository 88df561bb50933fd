import { walk } from '../../packages/core/src/feel/index.ts';
import type { Rule } from '../../packages/core/src/law/index.ts';
import { expressionsOf } from '../../packages/core/src/law/index.ts';

/** Every form that a rule has, by the names of docs/packs.md. */
export function formsOf(rule: Rule): string[] {
  const forms = new Set<string>([`clock: ${rule.clock}`]);
  const note = (name: string, there: boolean): void => {
    if (there) forms.add(name);
  };
  note('forbids', rule.forbids !== null);
  note('territory', rule.territory !== null);
  note('ends', rule.ends.length > 0);
  note('after', rule.after !== null);
  note('waiver', rule.waiver !== 'never');
  note('assignee', rule.assignee !== null);
  note('in force for a time', rule.to !== null);
  note('setting', rule.settings.length > 0);
  if (rule.every) forms.add(`every: ${rule.every.type === 'months' ? 'months' : 'days'}`);
  const [base, ...others] = rule.variants;
  note('closes', base.closes !== null);
  for (const other of others) {
    for (const part of ['on', 'due', 'closes', 'met', 'bearer'] as const)
      note(`except: ${part}`, other[part] !== base[part]);
    note('except: ends', other.ends);
  }
  for (const { met } of rule.variants) {
    if (!met) continue;
    forms.add(
      `met: ${met.form}${met.form === 'covers' && met.day === 'current' ? ' current' : ''}${met.form === 'coversPeriod' ? ` ${met.union ? 'union' : 'one'}` : ''}`,
    );
    if (met.form === 'needs') {
      forms.add(`needs: ${typeof met.number === 'object' ? 'n' : met.number}`);
      note('needs: latest', met.holds !== null);
    }
    if (met.form === 'milestone') continue;
    note('met: where', met.where !== null);
    note('met: from', met.from !== null);
    note('met: until', met.until !== null);
    note('met: at', !['doneOn', 'madeOn', 'doneAt'].includes(met.at));
    note('met: lasts', (met.form === 'covers' || met.form === 'coversPeriod') && met.lasts !== null);
  }
  for (const { node } of expressionsOf(rule)) {
    walk(node, (part) => {
      note(`list: ${part.form}`, part.form === 'filter' || part.form === 'map' || part.form === 'relation');
      note('quantifier', part.form === 'quantified');
      note('figure', part.form === 'slot' && part.name.startsWith('clause.'));
    });
  }
  return [...forms];
}
