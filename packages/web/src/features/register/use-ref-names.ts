import type { Kind } from '@sallyport/core/facts';
import { type Names, useNames } from '../../app/names.ts';
import type { SentFields } from './fact-form.ts';

/** What facts refer to, by name as far as the reader may read names: people, units, posts and organisations. */
export function useRefNames(kind: Kind | null, facts: readonly SentFields[]): Names {
  const ids = (to: string): string[] =>
    Object.entries(kind?.fields ?? {})
      .filter(([, field]) => field.type === 'ref' && field.to === to)
      .flatMap(([name]) => facts.map((fields) => fields[name]))
      .filter((id): id is string => typeof id === 'string');
  const people = useNames('person', ids('person'));
  const units = useNames('unit', ids('unit'));
  const posts = useNames('post', ids('post'));
  const organisations = useNames('organisation', ids('organisation'));
  return new Map([...people, ...units, ...posts, ...organisations]);
}
