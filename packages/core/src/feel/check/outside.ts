import { Refusal } from '../refusal.ts';
import type { Words } from '../words.ts';
import type { SyntaxNode } from './syntax.ts';

/** What to do instead of a form of FEEL that the subset leaves out, by the parser's name for it. */
const outside: Readonly<Record<string, Words>> = {
  ForExpression: {
    zh: '不能使用“for … return”：它不在规则可用的FEEL范围内，请改用筛选、some、every、count、min、max或者sum。',
    en: '“for … return” is outside the subset; use a filter, some, every, count, min, max or sum',
  },
  Context: {
    zh: '不能书写上下文{…}：它不在规则可用的FEEL范围内，请写登记信息或者值的名称。',
    en: 'contexts are outside the subset; name a fact or a value',
  },
  FunctionDefinition: { zh: '此处不能定义函数：请直接写出表达式。', en: 'functions cannot be defined here' },
  InstanceOfExpression: {
    zh: '不能使用“instance of”：类型在规则运行之前已经确定，请删去这一判断。',
    en: '“instance of” is outside the subset; types are known before a rule runs',
  },
  SimplePositiveUnaryTest: {
    zh: '区间或者单独的比较只能写在“in”之后：请写成 x in …。',
    en: 'an interval or a lone comparison belongs after “in”',
  },
  Interval: { zh: '区间只能写在“in”之后：请写成 x in [a..b]。', en: 'an interval belongs after “in”' },
};

export function refuseForm(syntax: SyntaxNode): never {
  if (syntax.type.isError)
    throw new Refusal(
      { zh: '此处不成表达式：请检查是否缺少括号、运算符或者引号。', en: 'this cannot be read as an expression' },
      syntax.from,
      syntax.to,
    );
  throw new Refusal(
    outside[syntax.name] ?? {
      zh: `不能使用“${syntax.name}”：它不在规则可用的FEEL范围内，可用的写法见docs/feel.md。`,
      en: `“${syntax.name}” is outside the subset; docs/feel.md lists what there is`,
    },
    syntax.from,
    syntax.to,
  );
}
