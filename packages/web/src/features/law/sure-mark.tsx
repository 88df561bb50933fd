import { useWords } from '../../app/language-context.tsx';
import { surenessKey } from '../../ui/sureness.ts';

/** How sure a clause is: what was not read in the text stands out, for it must not be quoted. */
export function SureMark({ sureness }: { readonly sureness: string }) {
  const { t } = useWords();
  return (
    <span className={sureness === 'text' ? 'state state-quiet' : 'state state-open'}>{t(surenessKey(sureness))}</span>
  );
}
