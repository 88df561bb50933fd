import type { listPeople } from '@sallyport/server/contracts/register';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { standingWords } from './standing.ts';

type Person = z.output<(typeof listPeople)['output']>['items'][number];

export function PersonRow({ person, unit }: { readonly person: Person; readonly unit: string | null }) {
  const { t, said, language } = useWords();
  const standing = standingWords().find(({ value }) => value === person.standing)?.label;
  return (
    <Link to="/people/$id" params={{ id: person.id }} className="row">
      <span className="row-title">{person.name}</span>
      <span>{standing === undefined ? person.standing : said(standing)}</span>
      <span className="row-more">
        <span>{unit ?? (person.unit === null ? t('people.noUnit') : person.unit)}</span>
        {person.joinedOn === null ? null : (
          <span>{t('people.joined', { day: dayText(person.joinedOn, language) })}</span>
        )}
        {person.leftOn === null ? null : <span>{t('people.left', { day: dayText(person.leftOn, language) })}</span>}
      </span>
    </Link>
  );
}
