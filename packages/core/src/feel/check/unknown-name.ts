import { closest } from '../closest.ts';
import { functions } from '../operators/index.ts';
import { Refusal } from '../refusal.ts';
import type { Words } from '../words.ts';
import type { Span } from './literals.ts';
import { said } from './said.ts';
import type { Scope } from './scope.ts';

/** Names that are listed when none is near what was written. */
const most = 8;

/** Refuses a name that means nothing here, with what was probably meant. */
export function unknownName(name: string, span: Span, scope: Scope): never {
  throw new Refusal(wordsFor(name, scope), span.from, span.to);
}

function wordsFor(name: string, scope: Scope): Words {
  const bare = name.replace(/\(\)$/, '');
  if (bare === 'today' || bare === 'now') return said.noClock;
  if (functions.has(name))
    return { zh: `“${name}”是函数：请写成${name}(…)。`, en: `“${name}” is a function; write ${name}(…)` };
  // The parser takes these for names of several words.
  if (name.startsWith('not ')) return said.notBefore;
  if (name.endsWith(' not')) return said.notIn;
  const known = [...scope.variables.keys(), ...scope.slots.keys()].filter((key) => !key.startsWith('#'));
  const near = closest(name, known, (key) => key);
  const shown = near.length > 0 ? near : sameFamily(name, known).slice(0, most);
  const written = name.slice(0, 60);
  const [zh, en] =
    near.length > 0
      ? [`是不是${shown.join('、')}`, `; perhaps ${shown.join(', ')}`]
      : [`可用的有${shown.join('、')}`, `; known are ${shown.join(', ')}`];
  return {
    zh: `此处没有“${written}”这个名称：${shown.length > 0 ? zh : '请先给出它的值'}。`,
    en: `“${written}” is not known here${shown.length > 0 ? en : ''}`,
  };
}

/** Of `setting.nope` the settings; of another name what stands without a family first. */
function sameFamily(name: string, known: readonly string[]): readonly string[] {
  const family = name.includes('.') ? known.filter((key) => key.startsWith(name.slice(0, name.indexOf('.') + 1))) : [];
  return family.length > 0 ? family : known;
}

export const isFamily = (name: string, scope: Scope): boolean =>
  !scope.variables.has(name) &&
  !scope.slots.has(name) &&
  [...scope.slots.keys()].some((key) => key.startsWith(`${name}.`));
