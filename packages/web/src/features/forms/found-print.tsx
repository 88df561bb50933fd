import type { PrintShown } from '@sallyport/server/contracts/forms';
import { momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { FactLink } from '../../ui/fact-link.tsx';
import { PrintState } from './print-state.tsx';

type Props = { readonly found: PrintShown; readonly person: string | null };

/** Which paper it is, to be held beside the one on the desk. */
export function FoundPrint({ found, person }: Props) {
  const { t, said, language } = useWords();
  const names = useNames('person', [person]);
  return (
    <dl className="pairs">
      <dt>{t('forms.number')}</dt>
      <dd>{found.recordNumber}</dd>
      <dt>{t('forms.form')}</dt>
      <dd>{said(found.title)}</dd>
      {person === null ? null : (
        <>
          <dt>{t('forms.person')}</dt>
          <dd>{names.get(person) ?? person}</dd>
        </>
      )}
      <dt>{t('forms.fact')}</dt>
      <dd>
        <FactLink kind={found.kind} id={found.fact} />
      </dd>
      <dt>{t('forms.printedAt')}</dt>
      <dd>{momentText(found.printedAt, language)}</dd>
      <dt>{t('forms.state')}</dt>
      <dd>
        <PrintState state={found.state} />
      </dd>
    </dl>
  );
}
