import { TextInput } from '@mantine/core';
import { purposes, vocabulary } from '@sallyport/core/facts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { headed } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { mayRead, useMe } from '../../app/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { readFoundSearch } from '../../ui/list-search.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { bearing } from '../finder/same-words.ts';

export function KindsPage() {
  const { t, said } = useWords();
  const who = useMe();
  const navigate = useNavigate();
  const { find = '' } = readFoundSearch(useSearch({ strict: false }));
  const readable = [...vocabulary.kinds.values()].filter((kind) => mayRead(kind, who));
  const kinds = bearing(
    find,
    readable.map((kind) => ({ kind, name: `${said(kind.label)} ${said(kind.about)}` })),
  ).map(({ kind }) => kind);
  return (
    <>
      <PageHead title={t('register.kinds')} note={t('register.kindsNote')} />
      <TextInput
        type="search"
        label={t('register.findKind')}
        maw="28em"
        value={find}
        onChange={(event) =>
          void navigate({
            to: '/register',
            search: readFoundSearch({ find: event.currentTarget.value }),
            replace: true,
          })
        }
      />
      {kinds.length === 0 ? <Empty title={t('register.noKindFound')} /> : null}
      {purposes
        .map((purpose) => ({ purpose, own: kinds.filter((kind) => kind.purpose === purpose) }))
        .filter(({ own }) => own.length > 0)
        .map(({ purpose, own }) => (
          <Section key={purpose} title={t(`purpose.${purpose}`)}>
            {own.map((kind) => (
              <Link key={kind.name} to="/register/$kind" params={{ kind: kind.name }} className="row">
                <span className="row-title">{headed(said(kind.label))}</span>
                <span className="row-more">{said(kind.about)}</span>
              </Link>
            ))}
          </Section>
        ))}
    </>
  );
}
