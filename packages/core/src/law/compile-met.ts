import { isRef, type Scope, type Type, withVariable } from '../feel/index.ts';
import type { Complain, Parse } from './compiling.ts';
import { noCounting, noKind } from './complaints.ts';
import { matchPart } from './match-part.ts';
import type { Evidence, Met } from './rule.ts';
import type { MetText } from './schema.ts';
import type { Kind, Vocabulary } from './walls.ts';
import { wanted } from './wanted.ts';
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
    complain([...path, 'by'], noKind(text.by));
    return null;
  }
  if (kind.fields[kind.happened]?.readable === 'never') {
    complain([...path, 'by'], {
      zh: `登记信息${text.by}不能作为完成的佐证：它的日期也不得读取，请改用其他登记信息。`,
      en: `no rule may be met by a ${text.by}: not even its day is to be read`,
    });
    return null;
  }
  if ('count' in text && ['report', 'incident', 'foreignContact', 'referral'].includes(text.by)) {
    complain([...path, 'count'], noCounting(text.by));
    return null;
  }
  const evidence = evidenceOf(text, kind, path, scope, clock, parse, complain);
  if (!evidence) return null;
  const items = withVariable(scope, 'item', { ref: kind.name });
  if ('covers' in text && text.covers === 'current' && clock === 'instant') {
    complain([...path, 'covers'], {
      zh: '有效期按日计算，而due是时刻：请写某一日的有效期。',
      en: 'what is valid is counted in days, and due is a point in time; ask for a validity on a day',
    });
    return null;
  }
  if ('covers' in text) return covers(text, evidence, kind, path, scope, items, parse, complain);
  if ('count' in text) {
    const number = parse(text.count, [...path, 'count'], scope, (type) => type === 'integer', wanted.wholeNumber);
    return number && { form: 'count', number, ...evidence };
  }
  if ('needs' in text) return needs(text, evidence, kind, path, scope, items, parse, complain);
  if ('latest' in text) {
    const holds = parse(text.latest, [...path, 'latest'], items, (type) => type === 'boolean', wanted.condition);
    return holds && { form: 'latest', holds, ...evidence };
  }
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
  const node = parse(text, path, scope, (type) => type === clock, clock === 'day' ? wanted.day : wanted.instant);
  if (!node) return null;
  if (node.form !== 'field' || vocabulary.kinds.get(node.kind)?.fields[node.field]?.timing !== 'milestone') {
    complain(path, {
      zh: '此处应为里程碑：请写记载某事何时发生的日期栏目或者时刻栏目。',
      en: 'a milestone is wanted: a day or instant field that says when something happened',
    });
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
    complain([...path, 'match'], {
      zh: 'match中至少要对应一项引用：这样才能直接查到佐证材料，而不是逐条搜寻，请补上。',
      en: 'match at least one reference, so that evidence is looked up and not searched for',
    });
    return null;
  }
  const at = text.at ?? (clock === 'instant' ? kind.happenedAt : kind.happened);
  const field = at === undefined ? undefined : kind.fields[at];
  if (at === undefined || field?.type !== clock || field.timing !== 'milestone') {
    complain(
      [...path, text.at === undefined ? 'by' : 'at'],
      clock === 'instant'
        ? {
            zh: 'due是时刻，佐证材料就要有时刻里程碑：请用at写明。',
            en: 'due is a point in time, so evidence needs an instant milestone: name it with at',
          }
        : {
            zh: `登记信息${kind.name}没有这个名称的里程碑日期：请用at写明一个。`,
            en: `${kind.name} has no milestone day of that name; name one with at`,
          },
    );
    return null;
  }
  const items = withVariable(scope, 'item', { ref: kind.name });
  const where = parse(text.where, [...path, 'where'], items, (type) => type === 'boolean', wanted.condition);
  const from = parse(text.from, [...path, 'from'], scope, (type) => type === 'day', wanted.day);
  const until = parse(text.until, [...path, 'until'], scope, (type) => type === 'day', wanted.day);
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
    complain([...path, 'covers'], {
      zh: `登记信息${kind.name}没有有效期：哪些类别有有效期，用 sallyport facts 查看。`,
      en: `a ${kind.name} has no validity; sallyport facts says which kinds have one`,
    });
    return null;
  }
  const isDay = (type: Type): boolean => type === 'day';
  const lasts = parse(
    text.lasts,
    [...path, 'lasts'],
    items,
    (type) => type === 'months' || type === 'duration',
    wanted.duration,
  );
  if (text.lasts !== undefined && !lasts) return null;
  if (text.covers === 'current') {
    if (kind.fields[evidence.at]?.type === 'day') return { form: 'covers', day: 'current', lasts, ...evidence };
    complain([...path, 'covers'], {
      zh: '当前是否有效按日计算：请让due为日期。',
      en: 'validity now is counted in days; let due be a day',
    });
    return null;
  }
  if (typeof text.covers === 'string') {
    const day = parse(text.covers, [...path, 'covers'], scope, isDay, wanted.dayOrCurrent);
    return day && { form: 'covers', day, lasts, ...evidence };
  }
  const start = parse(text.covers.from, [...path, 'covers', 'from'], scope, isDay, wanted.day);
  const end = parse(text.covers.until, [...path, 'covers', 'until'], scope, isDay, wanted.day);
  return start && end && { form: 'coversPeriod', start, end, union: text.covers.by === 'union', lasts, ...evidence };
}

function needs(
  text: Extract<MetText, { needs: unknown }>,
  evidence: Evidence,
  kind: Kind,
  path: YamlPath,
  scope: Scope,
  items: Scope,
  parse: Parse,
  complain: Complain,
): Met | null {
  const role = text.role ?? 'role';
  const words = Object.keys(kind.fields[role]?.words ?? {});
  if (kind.fields[role]?.type !== 'word')
    complain([...path, 'by'], {
      zh: `登记信息${kind.name}没有角色栏目“${role}”：请用role写明一个取值为词的栏目。`,
      en: `a ${kind.name} has no role field “${role}”`,
    });
  text.roles.forEach((name, index) => {
    if (!words.includes(name))
      complain([...path, 'roles', index], {
        zh: `“${name}”不是${kind.name}.${role}的取值：可用的有${words.join('、')}。`,
        en: `“${name}” is no ${kind.name}.${role}; known are ${words.join(', ')}`,
      });
  });
  if (new Set(text.roles).size < text.roles.length)
    complain([...path, 'roles'], { zh: '同一角色写了两次：请删去一处。', en: 'a role is named twice' });
  const number =
    text.needs === 'one' || text.needs === 'all'
      ? text.needs
      : parse(text.needs, [...path, 'needs'], scope, (type) => type === 'integer', wanted.needs);
  const holds = parse(text.latest, [...path, 'latest'], items, (type) => type === 'boolean', wanted.condition);
  if (number === null || (text.latest !== undefined && !holds)) return null;
  return { form: 'needs', number, role, roles: text.roles, holds, ...evidence };
}
