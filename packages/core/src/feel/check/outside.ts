import { Refusal } from '../refusal.ts';
import type { SyntaxNode } from './syntax.ts';

/** What to do instead of a form of FEEL that the subset leaves out, by the parser's name for it. */
const outside: Readonly<Record<string, string>> = {
  ForExpression: '“for … return” is outside the subset; use a filter, some, every, count, min, max or sum',
  Context: 'contexts are outside the subset; name a fact or a value',
  FunctionDefinition: 'functions cannot be defined here',
  InstanceOfExpression: '“instance of” is outside the subset; types are known before a rule runs',
  SimplePositiveUnaryTest: 'an interval or a lone comparison belongs after “in”',
  Interval: 'an interval belongs after “in”',
};

export function refuseForm(syntax: SyntaxNode): never {
  if (syntax.type.isError) throw new Refusal('this cannot be read as an expression', syntax.from, syntax.to);
  throw new Refusal(
    outside[syntax.name] ?? `“${syntax.name}” is outside the subset; docs/feel.md lists what there is`,
    syntax.from,
    syntax.to,
  );
}
