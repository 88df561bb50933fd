import { walk } from '../feel/index.ts';
import { shape } from './check-satisfiable.ts';
import type { PackText } from './read-pack.ts';
import type { Bilingual, Rule } from './rule.ts';
import type { YamlFile } from './yaml.ts';

type Compiled = ReadonlyMap<PackText, readonly Rule[]>;

/**
 * Holds revisions of one pack together. The trigger day picks the revision, so it must be the same day in each; and what makes up a duty's
 * identity, its subject and whether it has periods, stays (DECISIONS 5 and 6).
 */
export function checkRevisions(packs: readonly PackText[], rules: Compiled): void {
  for (const pack of packs) {
    const before = packs.findLast(
      (other) => other.id === pack.id && other.instrument.revision < pack.instrument.revision,
    );
    if (!before) continue;
    checkInstrument(before, pack);
    checkSettings(before, pack);
    const earlier = new Map((rules.get(before) ?? []).map((rule) => [rule.id, rule]));
    for (const rule of rules.get(pack) ?? []) {
      const old = earlier.get(rule.id);
      const place = placeOf(pack, rule);
      if (old && place) checkRule(old, rule, place);
    }
  }
}

type Place = (key: string, message: Bilingual) => void;

function placeOf(pack: PackText, rule: Rule): Place | null {
  const own = rule.id.slice(rule.pack.length + 1);
  const found: { file: YamlFile; index?: number } | undefined =
    pack.rules.find((entry) => entry.rule.id === own) ?? pack.standing.find((entry) => entry.duty.id === own);
  if (!found) return null;
  return (key, message) => found.file.fault(found.index === undefined ? [key] : [found.index], message);
}

function checkInstrument(before: PackText, pack: PackText): void {
  for (const key of ['instrument', 'calendar', 'jurisdiction', 'territory'] as const)
    if (before.instrument[key] !== pack.instrument[key])
      pack.instrumentFile.fault([key], {
        zh: `此前的修订写的是“${before.instrument[key]}”：修订只改读法，不换版本，请改回。`,
        en: `the revision before says “${before.instrument[key]}”; a revision changes the reading, not the edition`,
      });
}

function checkSettings(before: PackText, pack: PackText): void {
  for (const { setting, file, index } of pack.settings) {
    const old = before.settings.find((entry) => entry.setting.id === setting.id);
    if (old && old.setting.type !== setting.type)
      file.fault([index, 'type'], {
        zh: `此前的修订中这一参数的类型是${old.setting.type}，已登记的值按它理解：请另立参数。`,
        en: `the setting is ${old.setting.type} in the revision before, and recorded values mean that; make another setting`,
      });
  }
}

function checkRule(old: Rule, rule: Rule, fault: Place): void {
  if (old.subject !== rule.subject)
    fault('subject', {
      zh: `此前的修订中适用对象是${old.subject}：换了适用对象就是另一条规则，请另立编号。`,
      en: `the subject is ${old.subject} in the revision before; about another subject it is another rule, with an id of its own`,
    });
  else if ((old.every === null) !== (rule.every === null) || old.clock !== rule.clock)
    fault('every', {
      zh: '有无周期、按日期还是按时刻，各修订应当一致：请另立编号。',
      en: 'whether it recurs, and whether it counts days or hours, is the same in every revision; give the rule another id',
    });
  else if (triggerOf(old) !== triggerOf(rule))
    fault('on', {
      zh: '触发日决定由哪次修订来读，各修订应当一致：请改回，或者另立编号。',
      en: 'the trigger day picks the revision, so it is the same in each; put it back, or give the rule another id',
    });
}

/** How the trigger day is found, with the law's figures in it. Exceptions count as soon as one of them has a trigger day of its own. */
function triggerOf(rule: Rule): string {
  const [base] = rule.variants;
  const own = rule.variants.some((variant) => variant.on !== base.on);
  const nodes = own ? rule.variants.flatMap(({ when, on }) => (when ? [when, on] : [on])) : [base.on];
  const figures: Record<string, unknown> = {};
  for (const node of nodes)
    walk(node, (part) => {
      if (part.form === 'slot' && !part.name.startsWith('setting.'))
        figures[part.name] = rule.constants.find(({ name }) => name === part.name)?.value;
    });
  return JSON.stringify([nodes.map(shape), figures], (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}
