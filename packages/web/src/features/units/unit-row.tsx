import { ActionIcon, Button } from '@mantine/core';
import { listUnits } from '@sallyport/server/contracts/register';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import type { z } from 'zod';
import { useAskPages } from '../../app/ask.ts';
import { countText, dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { useNames } from '../../app/names.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

type Unit = z.output<(typeof listUnits)['output']>['items'][number];
type Asked = { readonly order: 'zh' | 'en' | 'newest'; readonly inForceOn: string | undefined };
type Props = {
  readonly unit: Unit;
  readonly asked: Asked;
  /** By name: what it belongs to is said, as it does not stand under it. */
  readonly found: boolean;
};

export function UnitRow({ unit, asked, found }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const opens = unit.units > 0;
  const onKey = (event: KeyboardEvent): void => {
    if (!opens || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return;
    event.preventDefault();
    setOpen(event.key === 'ArrowRight');
  };
  return (
    <li>
      <div className="tree-row">
        {opens ? (
          <ActionIcon
            variant="subtle"
            aria-expanded={open}
            aria-label={t(open ? 'units.close' : 'units.open', { name: unit.name })}
            onClick={() => setOpen(!open)}
          >
            <svg
              width="16"
              height="16"
              viewBox="0 0 24 24"
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              aria-hidden
            >
              <path d={open ? 'M6 9l6 6 6-6' : 'M9 6l6 6-6 6'} />
            </svg>
          </ActionIcon>
        ) : (
          <span className="tree-leaf" />
        )}
        <Link to="/people" search={{ unit: unit.id }} className="row" onKeyDown={onKey}>
          <UnitText unit={unit} found={found} />
        </Link>
      </div>
      {open ? <UnitsUnder parent={unit.id} asked={asked} /> : null}
    </li>
  );
}

function UnitText({ unit, found }: { readonly unit: Unit; readonly found: boolean }) {
  const { t, language } = useWords();
  const parents = useNames('unit', [found ? unit.parent : null]);
  const people = unit.people === null ? t('units.few') : t('units.people', { count: countText(unit.people, language) });
  const leads = unit.leads.filter(({ role }) => role === 'unit-lead').map(({ name }) => name);
  const liaisons = unit.leads.filter(({ role }) => role === 'unit-liaison').map(({ name }) => name);
  const separator = language === 'zh' ? '、' : ', ';
  return (
    <>
      <span className="row-title">{unit.name}</span>
      <span>{people}</span>
      <span className="row-more">
        {found && unit.parent !== null ? (
          <span>{t('units.under', { name: parents.get(unit.parent) ?? unit.parent })}</span>
        ) : null}
        <span>{leads.length === 0 ? t('units.noLead') : t('units.ledBy', { names: leads.join(separator) })}</span>
        {liaisons.length === 0 ? null : <span>{t('units.liaison', { names: liaisons.join(separator) })}</span>}
        {unit.units === 0 ? null : <span>{t('units.hasUnder', { count: countText(unit.units, language) })}</span>}
        {unit.closedOn === null ? null : <span>{t('units.closed', { day: dayText(unit.closedOn, language) })}</span>}
      </span>
    </>
  );
}

function UnitsUnder({ parent, asked }: { readonly parent: string; readonly asked: Asked }) {
  const { t } = useWords();
  const units = useAskPages(listUnits, { ...asked, parent });
  const items = units.data?.pages.flatMap((page) => page.items) ?? [];
  if (units.error !== null) return <ProblemView error={units.error} again={() => void units.refetch()} />;
  if (units.isPending) return <Loading />;
  return (
    <ul>
      {items.map((unit) => (
        <UnitRow key={unit.id} unit={unit} asked={asked} found={false} />
      ))}
      {units.hasNextPage ? (
        <li>
          <Button
            variant="subtle"
            size="compact-sm"
            loading={units.isFetchingNextPage}
            onClick={() => void units.fetchNextPage()}
          >
            {t('app.more')}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
