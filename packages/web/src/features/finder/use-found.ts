import { vocabulary } from '@sallyport/core/facts';
import { findClauses, listInstruments, listSettings } from '@sallyport/server/contracts/law';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { mayOpen, navigationFor } from '../../app/navigation.ts';
import { type Me, mayRead } from '../../app/session.ts';
import type { Key } from '../../app/words.ts';
import { bearing, calledSo } from './same-words.ts';
import { useNamed } from './use-named.ts';

/** A place to go to; `path` is an address of the console. */
export type Found = { readonly path: string; readonly name: string; readonly sort: Key; readonly note?: string };

const most = 12;

/** Where the words typed lead: to what the roles of whoever asks open, and nowhere else. */
export function useFound(who: Me, typed: string): readonly Found[] {
  const { t, said } = useWords();
  const text = typed.trim();
  const instruments = useAsk(listInstruments, {}, { staleTime: 600_000 });
  const settings = useAsk(listSettings, {}, { staleTime: 60_000 });
  const clauses = useAsk(findClauses, { text: text || '-' }, { enabled: text !== '', staleTime: 600_000 });
  // What was found for the letters before is not what was asked now: Enter would lead to it.
  const inLaw = clauses.isPlaceholderData ? undefined : clauses.data;

  const others = useNamed(who, text);

  const named = (all: readonly Found[]): readonly Found[] => bearing(text, all);
  const sections = named(
    navigationFor(who).map(({ to, name }): Found => ({ path: to, name: t(name), sort: 'app.found.page' })),
  );
  if (text === '') return sections;
  return calledSo(text, [
    ...sections,
    ...others,
    ...named(
      (instruments.data?.instruments ?? []).map(
        ({ edition, title }): Found => ({ path: `/law/${edition}`, name: said(title), sort: 'app.found.law' }),
      ),
    ).slice(0, most),
    ...(inLaw?.clauses ?? []).slice(0, most).map(
      ({ clause, name, heading }): Found => ({
        path: `/law/${clause}`,
        name: said(heading),
        sort: 'app.found.clause',
        note: said(name),
      }),
    ),
    ...(mayOpen('/duties', who) ? (inLaw?.rules ?? []) : []).slice(0, most).map(
      ({ rule, title, clause }): Found => ({
        path: `/duties?status=all&rule=${encodeURIComponent(rule)}`,
        name: said(title),
        sort: 'app.found.duty',
        ...(clause === null ? {} : { note: said(clause.name) }),
      }),
    ),
    ...named(
      (settings.data?.settings ?? []).map(
        ({ name, title }): Found => ({ path: `/settings/${name}`, name: said(title), sort: 'app.found.setting' }),
      ),
    ).slice(0, most),
    ...named(
      [...vocabulary.kinds.values()]
        .filter((kind) => mayRead(kind, who))
        .map(({ name, label }): Found => ({ path: `/register/${name}`, name: said(label), sort: 'app.found.kind' })),
    ).slice(0, most),
    ...(mayOpen('/duties', who) && /^[\w.:/@-]+$/.test(text)
      ? [
          {
            path: `/duties?status=all&subject=${encodeURIComponent(text)}`,
            name: t('app.findSubject', { text }),
            sort: 'app.found.duty',
          } as const,
        ]
      : []),
  ]);
}
