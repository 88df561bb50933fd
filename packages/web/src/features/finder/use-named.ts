import { listBranches, listPeople, listUnits } from '@sallyport/server/contracts/register';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { mayOpen } from '../../app/navigation.ts';
import type { Me } from '../../app/session.ts';
import { useSettled } from '../../ui/use-settled.ts';
import type { Found } from './use-found.ts';

const most = 6;

/**
 * People, units and branches whose names bear what was typed, of those the asker may see. Contacts are not asked for here or anywhere else:
 * who knows whom is no list (PEOPLE.md, abuse 11).
 */
export function useNamed(who: Me, typed: string): readonly Found[] {
  const { language } = useWords();
  const text = useSettled(typed);
  const search = { search: text, order: language, limit: most } as const;
  const enabled = Array.from(text).length >= 2 && mayOpen('/people', who);
  const options = { enabled, staleTime: 60_000 };
  const people = useAsk(listPeople, search, options);
  const units = useAsk(listUnits, search, options);
  const branches = useAsk(listBranches, search, options);
  // What was found for other words stays where it is until the answer comes; it is not what was asked now.
  if (!enabled || text !== typed) return [];
  return [
    ...(people.isPlaceholderData ? [] : (people.data?.items ?? [])).map(
      ({ id, name }): Found => ({ path: `/people/${id}`, name, sort: 'app.found.person' }),
    ),
    ...(units.isPlaceholderData ? [] : (units.data?.items ?? [])).map(
      ({ id, name }): Found => ({ path: `/people?unit=${encodeURIComponent(id)}`, name, sort: 'app.found.unit' }),
    ),
    ...(branches.isPlaceholderData ? [] : (branches.data?.items ?? [])).map(
      ({ id, name }): Found => ({ path: `/register/branch/facts/${id}`, name, sort: 'app.found.branch' }),
    ),
  ];
}
