import { builtIn, isRef, type Node, type Scope, type Type, walk } from '../feel/index.ts';
import { compileMet } from './compile-met.ts';
import type { Complain, Parse, Surroundings } from './compiling.ts';
import { figuresOf } from './figures.ts';
import type { Constant, Met, Variant } from './rule.ts';
import { scopeWithoutPeriod } from './rule-scope.ts';
import type { MetText, RuleText } from './schema.ts';
import { wanted } from './wanted.ts';
import type { YamlPath } from './yaml.ts';

/** The rule itself and its exceptions, each whole. Empty when the rule has no trigger day or bearer. */
export function variantsOf(
  text: RuleText,
  scope: Scope,
  constants: readonly Constant[],
  parse: Parse,
  complain: Complain,
  around: Surroundings,
): Variant[] {
  const moment = (type: Type): boolean => type === 'day' || type === 'instant';
  const rolling = new Set(
    [...text.clauses, ...(text.except ?? []).flatMap((exception) => exception.clauses ?? [])].flatMap((id) => {
      const found = around.clauses.get(id);
      return found
        ? figuresOf(found.clause)
            .filter((figure) => figure.rolls)
            .map((figure) => `clause.${figure.name}`)
        : [];
    }),
  );
  const on = parse(text.on, ['on'], scopeWithoutPeriod(scope), (type) => type === 'day', wanted.day);
  const bearer = parse(text.bearer, ['bearer'], scope, isRef, wanted.reference);
  const due = roll(parse(text.due, ['due'], scope, moment, wanted.moment), rolling);
  const closes = parse(text.closes, ['closes'], scope, moment, wanted.moment);
  if (due && closes && due.type !== closes.type)
    complain(['closes'], {
      zh: 'due和closes应同为日期或者同为时刻：请统一。',
      en: 'due and closes must both be days or both points in time',
    });
  const clock = due?.type === 'instant' ? 'instant' : 'day';
  const met = metOf(text.met, ['met'], scope, clock, parse, complain, around);
  if (!text.forbids && (!text.due || !text.met))
    complain([], { zh: '规则要有due和met，或者forbids：请补上。', en: 'a rule needs due and met, or forbids' });
  if (text.forbids && (text.due || text.met || text.every || text.after))
    complain(['forbids'], {
      zh: '写了forbids的规则不能再有due、met、every或者after：请删去。',
      en: 'a rule that forbids has no due, met, every or after',
    });
  if (!on || !bearer) return [];
  const first: Variant = {
    id: null,
    when: null,
    because: null,
    clauses: [],
    ends: false,
    on,
    bearer,
    due,
    closes,
    met,
    gates: text.gates ?? [],
  };
  const others = (text.except ?? []).flatMap((exception, index): Variant[] => {
    const path: YamlPath = ['except', index];
    const when = parse(
      exception.when,
      [...path, 'when'],
      scopeWithoutPeriod(scope),
      (type) => type === 'boolean',
      wanted.condition,
    );
    const replaced = {
      on: parse(exception.on, [...path, 'on'], scopeWithoutPeriod(scope), (type) => type === 'day', wanted.day),
      bearer: parse(
        exception.bearer,
        [...path, 'bearer'],
        scope,
        (type) => isRef(type) && isRef(bearer.type) && type.ref === bearer.type.ref,
        wanted.likeBearer,
      ),
      due: roll(
        parse(exception.due, [...path, 'due'], scope, (type) => type === (due?.type ?? 'day'), wanted.likeDue),
        rolling,
      ),
      closes: parse(
        exception.closes,
        [...path, 'closes'],
        scope,
        (type) => type === (due?.type ?? 'day'),
        wanted.likeDue,
      ),
      met: metOf(exception.met, [...path, 'met'], scope, clock, parse, complain, around),
    };
    if (exception.ends && (exception.on || exception.due || exception.closes || exception.met || exception.bearer))
      complain(path, {
        zh: '终止应办事项的例外不能再替换内容：请删去替换部分，或者删去ends。',
        en: 'an exception that ends the duty replaces nothing',
      });
    if (
      !exception.ends &&
      !exception.on &&
      !exception.due &&
      !exception.closes &&
      !exception.met &&
      !exception.bearer &&
      !exception.gates
    )
      complain(path, {
        zh: '例外要替换某项内容，或者写明ends: true：请补上。',
        en: 'an exception must replace something, or say ends: true',
      });
    if (!when) return [];
    return [
      {
        id: exception.id,
        when,
        because: exception.because,
        clauses: exception.clauses ?? [],
        ends: exception.ends ?? false,
        on: replaced.on ?? on,
        bearer: replaced.bearer ?? bearer,
        due: replaced.due ?? due,
        closes: replaced.closes ?? closes,
        met: replaced.met ?? met,
        gates: exception.gates ?? first.gates,
      },
    ];
  });
  return [first, ...others];
}

const metOf = (
  text: MetText | undefined,
  path: YamlPath,
  scope: Scope,
  clock: 'day' | 'instant',
  parse: Parse,
  complain: Complain,
  around: Surroundings,
): Met | null => (text ? compileMet(text, path, scope, clock, parse, complain, around.vocabulary) : null);

/** A forward limit whose clause says `rolls: yes` runs to the next working day (DECISIONS 3). */
function roll(due: Node | null, rolling: ReadonlySet<string>): Node | null {
  if (!due || due.type !== 'day' || due.form !== 'call' || !/^(add to day|months after day)$/.test(due.operator.name))
    return due;
  let rolls = false;
  walk(due, (node) => {
    rolls ||= node.form === 'slot' && rolling.has(node.name);
  });
  return rolls
    ? {
        form: 'call',
        operator: builtIn.rollForward,
        args: [due],
        type: 'day',
        nullable: true,
        from: due.from,
        to: due.to,
      }
    : due;
}
