import type { compareLaw } from '@sallyport/server/contracts/law';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Section } from '../../ui/section.tsx';

type Answer = z.output<(typeof compareLaw)['output']>;

export function Compared({ compared }: { readonly compared: Answer }) {
  const { t } = useWords();
  const { begun, ended, gained, lost } = compared;
  if (begun.length + ended.length + gained.length + lost.length === 0) return <Empty title={t('law.sameLaw')} />;
  return (
    <>
      <Editions title={t('law.begun')} editions={begun} />
      <Editions title={t('law.ended')} editions={ended} />
      <Rules title={t('law.gained', { count: gained.length })} rules={gained} />
      <Rules title={t('law.lost', { count: lost.length })} rules={lost} />
    </>
  );
}

function Editions({ title, editions }: { readonly title: string; readonly editions: Answer['begun'] }) {
  const { said, language } = useWords();
  if (editions.length === 0) return null;
  return (
    <Section title={title}>
      <ul>
        {editions.map(({ edition, title: name, on }) => (
          <li key={edition}>
            <Link to="/law/$edition" params={{ edition }}>
              {said(name)}
            </Link>{' '}
            · {dayText(on, language)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Rules({ title, rules }: { readonly title: string; readonly rules: Answer['gained'] }) {
  const { said } = useWords();
  const instruments = new Map(rules.map(({ instrument }) => [instrument.en, instrument]));
  if (rules.length === 0) return null;
  return (
    <Section title={title}>
      {[...instruments.values()].map((instrument) => (
        <div key={instrument.en}>
          <strong>{said(instrument)}</strong>
          <ul className="columns">
            {rules
              .filter((rule) => rule.instrument.en === instrument.en)
              .map(({ rule, title: name }) => (
                <li key={rule}>{said(name)}</li>
              ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
