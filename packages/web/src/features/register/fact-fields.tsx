import { SimpleGrid } from '@mantine/core';
import type { Kind } from '@sallyport/core/facts';
import { useWords } from '../../app/language-context.tsx';
import { FactField } from './fact-field.tsx';
import { type Drafts, type FieldProblems, formOrder } from './fact-form.ts';
import { problemKey } from './problem-key.ts';

type Props = {
  readonly kind: Kind;
  readonly drafts: Drafts;
  readonly problems: FieldProblems;
  readonly onChange: (drafts: Drafts) => void;
};

export function FactFields({ kind, drafts, problems, onChange }: Props) {
  const { t } = useWords();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      {formOrder(kind).map(([name, field]) => {
        const problem = problems[name];
        return (
          <FactField
            key={name}
            field={field}
            value={drafts[name] ?? ''}
            error={problem === undefined ? undefined : t(problemKey(problem))}
            onChange={(value) => onChange({ ...drafts, [name]: value })}
          />
        );
      })}
    </SimpleGrid>
  );
}
