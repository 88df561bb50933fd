import { templateProblems } from '@sallyport/server/contracts/forms';
import { z } from 'zod';
import { ProblemError } from '../../app/api.ts';
import { useWords } from '../../app/language-context.tsx';

const told = z.array(
  z.object({ part: z.int().nullable(), name: z.string().nullable(), problem: z.enum(templateProblems) }),
);

/** What of a template cannot be used, part by part. */
export function TemplateProblems({ error }: { readonly error: Error | null }) {
  const { t } = useWords();
  const problems = told.safeParse(error instanceof ProblemError ? error.problem.details?.['problems'] : null);
  if (!problems.success) return null;
  return (
    <ul>
      {problems.data.map(({ part, name, problem }) => (
        <li key={`${part} ${name} ${problem}`}>
          {part === null ? null : `${part}. `}
          {t(`forms.problem.${problem}`, { name: name ?? '' })}
        </li>
      ))}
    </ul>
  );
}
