import { noWord, type Region, type Register } from '../facts/index.ts';
import { builtIn, type Node } from '../feel/index.ts';
import type { Rule } from '../law/index.ts';
import type { Question } from './question.ts';

/** The regions in which anything of a register is; null among them where it is not known of an organisation. */
export type Places = ReadonlySet<string | null>;

/** Kinds whose facts may lie elsewhere than their organisation; where nothing is said of them, they lie with it. */
const placed = ['unit', 'buildingProject'] as const;

/** Asked once of a register that lies in one region, this need not be asked of each of its subjects. */
export function placesOf(register: Register): Places {
  const places = new Set<string | null>();
  for (const kind of ['organisation', ...placed]) {
    const table = register.tables.get(kind);
    const column = table?.columns['region'];
    for (let row = 0; row < (table?.ids.length ?? 0); row++) {
      const code = column?.type === 'word' ? (column.values[row] ?? noWord) : noWord;
      const region = code === noWord ? null : (register.words.words[code] ?? null);
      if (region !== null || kind === 'organisation') places.add(region);
    }
  }
  return places;
}

const isWhere = (places: Places, region: Region): boolean => places.size === 0 || places.has(region);

/** Whether anything of the register lies, or may lie, where the instrument of a rule has effect. */
export const reachesTerritory = ({ territory }: Rule, { places }: Question): boolean =>
  !territory || !places || isWhere(places, territory.region) || places.has(null);

/** Whether a subject has to be asked where it is: not where all of the register lies in one region. */
function asks({ territory }: Rule, { places }: Question): boolean {
  return territory !== null && !(places && places.size <= 1 && isWhere(places, territory.region));
}

const combined = new WeakMap<Rule, Node>();

/** What decides whether a rule applies to a subject: its own condition, and that the subject lies where the instrument has effect. */
export function conditionOf(rule: Rule, question: Question): Node | null {
  const { territory, applies } = rule;
  if (territory === null || !asks(rule, question)) return applies;
  const { within } = territory;
  if (applies === null) return within;
  const known = combined.get(rule) ?? both(within, applies);
  combined.set(rule, known);
  return known;
}

/** The condition stays one part, whose value an explanation reads. */
const both = (within: Node, applies: Node): Node => ({
  form: 'call',
  operator: builtIn.and,
  args: [within, applies],
  type: 'boolean',
  nullable: within.nullable || applies.nullable,
  from: applies.from,
  to: applies.to,
});
