import { instrumentKinds } from '@sallyport/core/law';
import { listInstruments } from '@sallyport/server/contracts/law';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { ExportLedger } from '../ledgers/export-ledger.tsx';
import { LawDay } from './law-day.tsx';
import { dayOf } from './search.ts';
import { useLawSearch } from './use-law-search.ts';

type Instrument = z.output<(typeof listInstruments)['output']>['instruments'][number];

const groups = [
  { jurisdiction: 'cn', title: 'law.cn' },
  { jurisdiction: 'us', title: 'law.us' },
  { jurisdiction: 'any', title: 'law.any' },
] as const;

/** Every instrument that is installed, with how much of it was read and how many rules came of it. */
export function LawPage() {
  const { t } = useWords();
  const [{ on: day = '' }] = useLawSearch();
  const { data, error, refetch } = useAsk(listInstruments, {});
  if (error !== null) return <ProblemView whole error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const there = data.instruments.filter(
    ({ inForceFrom, inForceTo }) => day === '' || (inForceFrom <= day && (inForceTo === null || day < inForceTo)),
  );
  return (
    <>
      <PageHead title={t('law.title')} note={t('law.note')} />
      <p>
        <Link to="/law/compare">{t('law.compare')}</Link> · <Link to="/law/conflicts">{t('law.conflicts')}</Link>
      </p>
      <LawDay />
      {/* The ledger has all of them: it is not offered beside those of one day. */}
      {day === '' ? <ExportLedger list="instruments" filter={{}} /> : null}
      {there.length === 0 ? <Empty title={t('law.noneThen')} /> : null}
      {groups.map(({ jurisdiction, title }) => {
        const own = there
          .filter((instrument) => instrument.jurisdiction === jurisdiction)
          .toSorted((one, two) => instrumentKinds.indexOf(one.kind) - instrumentKinds.indexOf(two.kind));
        return own.length === 0 ? null : (
          <Section key={jurisdiction} title={t(title)}>
            {own.map((instrument) => (
              <InstrumentRow key={instrument.edition} instrument={instrument} />
            ))}
          </Section>
        );
      })}
    </>
  );
}

function InstrumentRow({ instrument }: { readonly instrument: Instrument }) {
  const { t, said, language } = useWords();
  const [search] = useLawSearch();
  const { edition, title, kind, inForceFrom, inForceTo, clauses, read, rules, standing } = instrument;
  const from = dayText(inForceFrom, language);
  return (
    <Link to="/law/$edition" params={{ edition }} search={dayOf(search)} className="row">
      <span className="row-title">{said(title)}</span>
      <span className="row-more">
        <span>{t(`law.kind.${kind}`)}</span>
        <span>
          {inForceTo === null
            ? t('law.from', { day: from })
            : t('law.between', { from, to: dayText(inForceTo, language) })}
        </span>
        <span>{t('law.counts', { clauses, read })}</span>
        <span>{t('law.rules', { rules })}</span>
        {standing === 0 ? null : <span>{t('law.standing', { standing })}</span>}
      </span>
    </Link>
  );
}
