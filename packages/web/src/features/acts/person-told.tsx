import { useWords } from '../../app/language-context.tsx';
import type { Act } from './acts-page.tsx';

type Told = Extract<NonNullable<Act['told']>, { about: 'person' }>;

/** Whose data is to be erased and how much of it there is; what it says is not shown for that. */
export function PersonTold({ told: { person, name, records } }: { readonly told: Told }) {
  const { t } = useWords();
  return (
    <>
      <dt>{t('acts.person')}</dt>
      <dd>{name === null ? person : t('acts.personNamed', { name, id: person })}</dd>
      <dt>{t('acts.records')}</dt>
      <dd>{t('acts.recordsTold', { records: String(records) })}</dd>
    </>
  );
}
