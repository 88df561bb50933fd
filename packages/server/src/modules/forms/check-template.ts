import { hasClassifiedMark, type Kind, vocabulary } from '@sallyport/core/facts';
import { fieldAt, mayBePrinted, type Template, type TemplateProblem } from './contract.ts';

/** Everything in a template that cannot be used. */
export function checkTemplate(kind: Kind, { title, parts }: Template): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const checkFields = (of: Kind, fields: readonly string[], part: number): void => {
    for (const name of fields)
      if (fieldAt(vocabulary, of, name) === null) problems.push({ part, name, problem: 'no-such-field' });
      else if (!mayBePrinted(vocabulary, of, name)) problems.push({ part, name, problem: 'may-not-be-printed' });
  };
  for (const [at, one] of parts.entries()) {
    if (one.part === 'fields') checkFields(kind, one.fields, at + 1);
    if (one.part === 'rows') {
      const inverse = vocabulary.inverses.get(kind.name)?.get(one.of);
      const of = inverse === undefined ? undefined : vocabulary.kinds.get(inverse.kind);
      if (of === undefined) problems.push({ part: at + 1, name: one.of, problem: 'no-such-relation' });
      else checkFields(of, one.fields, at + 1);
    }
    if (one.part === 'items' && kind.name !== 'leaving' && kind.name !== 'course')
      problems.push({ part: at + 1, name: 'items', problem: 'no-such-relation' });
    if (hasClassifiedMark(JSON.stringify(one))) problems.push({ part: at + 1, name: null, problem: 'classified-mark' });
  }
  if (hasClassifiedMark(JSON.stringify(title))) problems.push({ part: null, name: null, problem: 'classified-mark' });
  const toSign = parts.some(
    (one) => one.part === 'signatures' || (one.part === 'boxes' && one.boxes.some(({ sign }) => sign)),
  );
  if (!toSign) problems.push({ part: null, name: null, problem: 'nothing-to-sign' });
  return problems;
}
