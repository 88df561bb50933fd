import { isRef, type Node, type Scope, type Type, withVariable } from '../feel/index.ts';
import type { Complain, Parse } from './compiling.ts';
import type { Evidence, Met } from './rule.ts';
import type { MetText } from './schema.ts';
import type { Kind, Vocabulary } from './walls.ts';
import type { YamlPath } from './yaml.ts';

/** Turns a `met` into trees. Null when something in it is refused; the complaint has been made. */
export function compileMet(
  text: MetText,
  path: YamlPath,
  scope: Scope,
  clock: 'day' | 'instant',
  parse: Parse,
  complain: Complain,
  vocabulary: Vocabulary,
): Met | null {
  if ('milestone' in text)
    return milestone(text.milestone, [...path, 'milestone'], scope, clock, parse, complain, vocabulary);
  const kind = vocabulary.kinds.get(text.by);
  if (!kind) {
    complain([...path, 'by'], `“${text.by}” is no fact kind; sallyport facts lists them`);
    return null;
  }
  if (kind.fields[kind.happened]?.readable === 'never') {
    complain([...path, 'by'], `no rule may be met by a ${text.by}: not even its day is to be read`);
    return null;
  }
  if ('count' in text && ['report', 'incident', 'foreignContact', 'referral'].includes(text.by)) {
    complain(
      [...path, 'count'],
      `no rule counts ${text.by} facts: a count of reports or contacts becomes a quota or a score`,
    );
    return null;
  }
  const evidence = evidenceOf(text, kind, path, scope, clock, parse, complain);
  if (!evidence) return null;
  const items = withVariable(scope, 'item', { ref: kind.name });
  if ('covers' in text && text.covers === 'current' && clock === 'instant') {
    complain(
      [...path, 'covers'],
      'what is valid is counted in days, and due is a point in time; ask for a validity on a day',
    );
    return null;
  }
  if ('covers' in text) return covers(text, evidence, kind, path, scope, items, parse, complain);
  if ('count' in text) {
    const number = parse(text.count, [...path, 'count'], scope, (type) => type === 'integer', 'a whole number');
    return number && { form: 'count', number, ...evidence };
  }
  if ('latest' in text) {
    const holds = parse(text.latest, [...path, 'latest'], items, (type) => type === 'boolean', 'a condition');
    return holds && { form: 'latest', holds, ...evidence };
  }
  if ('needs' in text) return needs(text, evidence, kind, path, scope, parse, complain);
  return { form: 'exists', ...evidence };
}

function milestone(
  text: string,
  path: YamlPath,
  scope: Scope,
  clock: 'day' | 'instant',
  parse: Parse,
  complain: Complain,
  vocabulary: Vocabulary,
): Met | null {
  const node = parse(
    text,
    path,
    scope,
    (type) => type === clock,
    clock === 'day' ? 'a day' : 'a point in time, since due is one',
  );
  if (!node) return null;
  if (node.form !== 'field' || vocabulary.kinds.get(node.kind)?.fields[node.field]?.timing !== 'milestone') {
    complain(path, 'a milestone is wanted: a day or instant field that says when something happened');
    return null;
  }
  return { form: 'milestone', path: node };
}

type EvidenceText = Exclude<MetText, { milestone: string }>;

function evidenceOf(
  text: EvidenceText,
  kind: Kind,
  path: YamlPath,
  scope: Scope,
  clock: 'day' | 'instant',
  parse: Parse,
  complain: Complain,
): Evidence | null {
  const match = Object.entries(text.match).flatMap(([name, written]) => {
    const part = matchPart(name, written, kind, [...path, 'match', name], scope, parse, complain);
    return part ? [part] : [];
  });
  const key = match.find((part) => isRef(part.type));
  if (!key) {
    complain([...path, 'match'], 'match at least one reference, so that evidence is looked up and not searched for');
    return null;
  }
  const at = text.at ?? (clock === 'instant' ? kind.happenedAt : kind.happened);
  const field = at === undefined ? undefined : kind.fields[at];
  if (at === undefined || field?.type !== clock || field.timing !== 'milestone') {
    complain(
      [...path, text.at === undefined ? 'by' : 'at'],
      clock === 'instant'
        ? 'due is a point in time, so evidence needs an instant milestone: name it with at'
        : `${kind.name} has no milestone day of that name; name one with at`,
    );
    return null;
  }
  const items = withVariable(scope, 'item', { ref: kind.name });
  const where = parse(text.where, [...path, 'where'], items, (type) => type === 'boolean', 'a condition');
  const from = parse(text.from, [...path, 'from'], scope, (type) => type === 'day', 'a day');
  const until = parse(text.until, [...path, 'until'], scope, (type) => type === 'day', 'a day');
  if (
    (text.where !== undefined && !where) ||
    (text.from !== undefined && !from) ||
    (text.until !== undefined && !until)
  )
    return null;
  return {
    kind: kind.name,
    key: { field: key.field, of: key.to },
    match: match.filter((part) => part !== key),
    where,
    at,
    from,
    until,
  };
}

/** One equality of `match`. A declared word of the field may be written bare. */
function matchPart(
  name: string,
  written: string,
  kind: Kind,
  path: YamlPath,
  scope: Scope,
  parse: Parse,
  complain: Complain,
): { field: string; type: Type; to: Node } | null {
  const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
  if (!field || field.readable !== 'value') {
    complain(
      path,
      field
        ? `no rule may match ${kind.name}.${name}: it is not to be read`
        : `a ${kind.name} has no field “${name}”; sallyport facts lists what there is`,
    );
    return null;
  }
  const wall = scope.wall(kind, field);
  if (wall !== null) {
    complain(path, wall);
    return null;
  }
  const bare = written.replace(/^"(.*)"$/, '$1');
  const words = Object.keys(field.words ?? {});
  if (field.type === 'word' && (words.includes(bare) || (words.length === 0 && /^[a-z0-9.-]+$/.test(bare)))) {
    return {
      field: name,
      type: 'word',
      to: { form: 'literal', type: 'word', value: bare, nullable: false, from: 0, to: written.length },
    };
  }
  const type: Type = field.type === 'ref' ? { ref: field.to ?? '' } : field.type === 'text' ? 'string' : field.type;
  const to = parse(
    written,
    path,
    scope,
    (given) => (isRef(type) ? isRef(given) && given.ref === type.ref : given === type),
    isRef(type) ? `a ${type.ref}` : `a value like ${kind.name}.${name}`,
  );
  return to && { field: name, type, to };
}

function covers(
  text: Extract<MetText, { covers: unknown }>,
  evidence: Evidence,
  kind: Kind,
  path: YamlPath,
  scope: Scope,
  items: Scope,
  parse: Parse,
  complain: Complain,
): Met | null {
  if (!kind.valid) {
    complain([...path, 'covers'], `a ${kind.name} has no validity; sallyport facts says which kinds have one`);
    return null;
  }
  const isDay = (type: Type): boolean => type === 'day';
  const lasts = parse(
    text.lasts,
    [...path, 'lasts'],
    items,
    (type) => type === 'months' || type === 'duration',
    'a duration',
  );
  if (text.lasts !== undefined && !lasts) return null;
  if (text.covers === 'current') {
    if (kind.fields[evidence.at]?.type === 'day') return { form: 'covers', day: 'current', lasts, ...evidence };
    complain([...path, 'covers'], 'validity now is counted in days; let due be a day');
    return null;
  }
  if (typeof text.covers === 'string') {
    const day = parse(text.covers, [...path, 'covers'], scope, isDay, 'a day, or the word current');
    return day && { form: 'covers', day, lasts, ...evidence };
  }
  const start = parse(text.covers.from, [...path, 'covers', 'from'], scope, isDay, 'a day');
  const end = parse(text.covers.until, [...path, 'covers', 'until'], scope, isDay, 'a day');
  return start && end && { form: 'coversPeriod', start, end, union: text.covers.by === 'union', lasts, ...evidence };
}

function needs(
  text: Extract<MetText, { needs: unknown }>,
  evidence: Evidence,
  kind: Kind,
  path: YamlPath,
  scope: Scope,
  parse: Parse,
  complain: Complain,
): Met | null {
  const role = text.role ?? 'role';
  const words = Object.keys(kind.fields[role]?.words ?? {});
  if (kind.fields[role]?.type !== 'word') complain([...path, 'by'], `a ${kind.name} has no role field “${role}”`);
  text.roles.forEach((name, index) => {
    if (!words.includes(name))
      complain([...path, 'roles', index], `“${name}” is no ${kind.name}.${role}; known are ${words.join(', ')}`);
  });
  if (new Set(text.roles).size < text.roles.length) complain([...path, 'roles'], 'a role is named twice');
  const number =
    text.needs === 'one' || text.needs === 'all'
      ? text.needs
      : parse(text.needs, [...path, 'needs'], scope, (type) => type === 'integer', 'one, all or a whole number');
  return number === null ? null : { form: 'needs', number, role, roles: text.roles, ...evidence };
}
