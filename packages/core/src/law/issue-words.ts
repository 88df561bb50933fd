import type { YAMLParseError, YAMLWarning } from 'yaml';
import type { z } from 'zod';
import type { Bilingual } from './rule.ts';
import { sentenceOf } from './sentences.ts';

/** What YAML values are called. The schema library has names of its own for the same things. */
const shapes: ReadonlyMap<string, Bilingual> = new Map([
  ['string', { zh: '文本', en: 'a text' }],
  ['number', { zh: '数', en: 'a number' }],
  ['int', { zh: '整数', en: 'a whole number' }],
  ['boolean', { zh: '真假值', en: 'a yes-or-no value' }],
  ['null', { zh: 'null', en: 'null' }],
  ['array', { zh: '列表', en: 'a list' }],
  ['object', { zh: '键和值', en: 'a mapping of keys to values' }],
  ['record', { zh: '键和值', en: 'a mapping of keys to values' }],
]);

const unnamed: Bilingual = { zh: '其他内容', en: 'something else' };
const shapeOf = (value: unknown): Bilingual =>
  shapes.get(value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value) ?? unnamed;

const unfit: Bilingual = {
  zh: '此处的写法不合要求：请对照docs/packs.md改写。',
  en: 'this does not fit here; see docs/packs.md',
};

/** What the schema found wrong with a value, in our words. */
export function issueWords(issue: z.core.$ZodIssue, value: unknown): Bilingual {
  const own = sentenceOf(issue.message);
  if (own) return own;
  switch (issue.code) {
    case 'invalid_type':
      return wrongShape([shapes.get(issue.expected) ?? unnamed], value);
    case 'invalid_union': {
      const wanted = alternativesOf(issue);
      return wanted ? wrongShape(wanted, value) : unfit;
    }
    case 'invalid_value': {
      const known = issue.values.map(String);
      return { zh: `只能写${known.join('、')}：请改成其中一种。`, en: `must be one of: ${known.join(', ')}` };
    }
    case 'too_small':
      return sizeWords(issue.origin, String(issue.minimum), true, issue.inclusive !== false);
    case 'too_big':
      return sizeWords(issue.origin, String(issue.maximum), false, issue.inclusive !== false);
    case 'invalid_key': {
      const key = String(issue.path.at(-1)).slice(0, 60);
      const [inner] = issue.issues;
      const why = inner ? issueWords(inner, key) : null;
      return {
        zh: `键“${key}”不合要求：${why?.zh ?? '请对照docs/packs.md改写。'}`,
        en: `the key “${key}” ${why?.en ?? 'does not belong here; docs/packs.md lists the keys'}`,
      };
    }
    default:
      return unfit;
  }
}

function wrongShape(wanted: readonly Bilingual[], value: unknown): Bilingual {
  const given = shapeOf(value);
  return {
    zh: `此处应为${oneOf(
      wanted.map(({ zh }) => zh),
      '、',
      '或者',
    )}，写的却是${given.zh}：请改写。`,
    en: `${oneOf(
      wanted.map(({ en }) => en),
      ', ',
      ' or ',
    )} is wanted here; this is ${given.en}`,
  };
}

function oneOf(names: readonly string[], between: string, last: string): string {
  const known = [...new Set(names)];
  const end = known.pop() ?? '';
  return known.length === 0 ? end : `${known.join(between)}${last}${end}`;
}

/** What each member of a union asks for, where none of them fits even in its outermost shape; null where one comes closer. */
export function alternativesOf(issue: z.core.$ZodIssueInvalidUnion): readonly Bilingual[] | null {
  const wanted = issue.errors.flatMap(([only, second]): Bilingual[] => {
    if (!only || second || only.path.length > 0) return [];
    if (only.code === 'invalid_type') return [shapes.get(only.expected) ?? unnamed];
    return only.code === 'invalid_value' ? only.values.map((one) => ({ zh: String(one), en: String(one) })) : [];
  });
  return wanted.length > 0 && wanted.length >= issue.errors.length ? wanted : null;
}

function sizeWords(origin: string, bound: string, least: boolean, inclusive: boolean): Bilingual {
  if (origin === 'number' || origin === 'int') {
    const zh = inclusive ? (least ? '不得小于' : '不得大于') : least ? '应大于' : '应小于';
    const en = inclusive ? (least ? 'at least' : 'at most') : least ? 'greater than' : 'less than';
    return { zh: `${zh}${bound}：请改写。`, en: `must be ${en} ${bound}` };
  }
  const unit = origin === 'string' ? { zh: '个字符', en: 'characters' } : { zh: '项', en: 'items' };
  return {
    zh: `${least ? '至少' : '最多'}${bound}${unit.zh}：请${least ? '补足' : '缩减'}。`,
    en: `must have at ${least ? 'least' : 'most'} ${bound} ${unit.en}`,
  };
}

/** Chinese for what YAML files most often get wrong, by the parser's code. */
const syntax: Readonly<Partial<Record<YAMLParseError['code'], string>>> = {
  BAD_INDENT: '缩进不一致，或者括号没有闭合：请对齐同级各行，补上括号',
  TAB_AS_INDENT: '缩进用了制表符：请改用空格',
  DUPLICATE_KEY: '同一个键写了两次：请删去一处',
  MISSING_CHAR: '缺少标点：请检查冒号、逗号、引号和括号',
  UNEXPECTED_TOKEN: '此处有多余的内容：请检查标点、引号和缩进',
  MULTILINE_IMPLICIT_KEY: '键和冒号应写在同一行：请检查是否缺少引号或者冒号',
  BLOCK_AS_IMPLICIT_KEY: '嵌套的内容写在了同一行：请换行缩进，或者给含冒号的文本加上引号',
  BAD_DQ_ESCAPE: '双引号内有不能识别的转义写法：请核对反斜杠',
  MULTIPLE_DOCS: '一个文件只能有一份文档：请删去 --- 之后的内容',
};

/** The parser goes down a level by calling itself, and at some depth the program's stack is full: no pack is nested so. */
const isTooDeep = (message: string): boolean => /call stack|stack overflow/i.test(message);

export const tooDeep: Bilingual = {
  zh: '嵌套层数过多：请检查括号和缩进，规则包里没有这么深的内容。',
  en: 'nested too deeply; check brackets and indentation, nothing in a pack goes so deep',
};

/** What the YAML parser says, which is English; the Chinese keeps it in brackets for whoever looks it up. */
export function syntaxWords({ code, message }: YAMLParseError | YAMLWarning): Bilingual {
  if (isTooDeep(message)) return tooDeep;
  const [line = message] = message.split('\n');
  // It repeats the user's text, which may be long, Chinese or broken; line and column show it better.
  const first = line
    .replace(/ in YAML stream: .*$/, '')
    .replaceAll(/[^\x20-\x7e]+/g, '…')
    .slice(0, 160);
  return { zh: `${syntax[code] ?? '不是有效的YAML：请检查标点、引号和缩进'}（${first}）。`, en: first };
}
