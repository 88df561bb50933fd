import { purposes, vocabulary } from '@sallyport/core/facts';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/language-context.tsx';
import { mayRead, useMe } from '../../app/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';

export function KindsPage() {
  const { t, said } = useWords();
  const who = useMe();
  const kinds = [...vocabulary.kinds.values()].filter((kind) => mayRead(kind, who));
  return (
    <>
      <PageHead title={t('register.kinds')} note={t('register.kindsNote')} />
      {purposes
        .map((purpose) => ({ purpose, own: kinds.filter((kind) => kind.purpose === purpose) }))
        .filter(({ own }) => own.length > 0)
        .map(({ purpose, own }) => (
          <Section key={purpose} title={t(`purpose.${purpose}`)}>
            {own.map((kind) => (
              <Link key={kind.name} to="/register/$kind" params={{ kind: kind.name }} className="row">
                <span className="row-title">{said(kind.label)}</span>
                <span className="row-more">{said(kind.about)}</span>
              </Link>
            ))}
          </Section>
        ))}
    </>
  );
}
