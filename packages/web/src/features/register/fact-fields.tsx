import { SimpleGrid } from '@mantine/core';
import type { Kind } from '@sallyport/core/facts';
import { useWords } from '../../app/language-context.tsx';
import { FactField } from './fact-field.tsx';
import { type Drafts, type FieldProblems, formOrder, type HeldOf, type SentFields } from './fact-form.ts';
import { HeldField, TakenField } from './held-field.tsx';
import { problemKey } from './problem-key.ts';

type Props = {
  readonly kind: Kind;
  readonly drafts: Drafts;
  readonly problems: FieldProblems;
  readonly onChange: (drafts: Drafts) => void;
  /** Of a fact that is there: its fields, and those that the personnel file keeps. */
  readonly there?: { readonly id: string; readonly fields: SentFields; readonly held: readonly HeldOf[] };
};

export function FactFields({ kind, drafts, problems, onChange, there }: Props) {
  const { t, said } = useWords();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      {formOrder(kind).map(([name, field]) => {
        const problem = problems[name];
        const held = there?.held.find((one) => one.field === name);
        const common = { kind, id: there?.id ?? '', name };
        if (held?.taken === false)
          return <HeldField key={name} {...common} field={field} cell={there?.fields[name] ?? null} held={held} />;
        const own = (
          <FactField
            key={name}
            field={field}
            value={drafts[name] ?? ''}
            error={problem === undefined ? undefined : t(problemKey(problem))}
            onChange={(value) => onChange({ ...drafts, [name]: value })}
          />
        );
        return held === undefined ? (
          own
        ) : (
          <TakenField key={name} {...common} label={said(field.label)}>
            {own}
          </TakenField>
        );
      })}
    </SimpleGrid>
  );
}
