import { Button, Checkbox, Group, NativeSelect, Stack } from '@mantine/core';
import { draftTrip, oneTrip } from '@sallyport/server/contracts/trips';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { SomebodyField } from '../../ui/somebody-field.tsx';
import { PlanForm } from './plan-form.tsx';
import { emptyLeg, type Plan } from './plan-given.ts';
import { readNewTripSearch } from './search.ts';
import type { Trip } from './trip-type.ts';

const kinds = ['official', 'posting', 'training', 'study', 'private'] as const;
const emptyPlan: Plan = {
  purpose: '',
  departsOn: null,
  returnsOn: null,
  legs: [emptyLeg],
  items: [],
  communications: null,
};

/** Another one like a trip there is: its places, its kind and who travelled; days and what is carried are new each time. */
const likeIt = ({ purpose, legs, communications }: Trip): Plan => ({
  ...emptyPlan,
  purpose: purpose ?? '',
  communications,
  legs: legs.length === 0 ? [emptyLeg] : legs.map((leg) => ({ ...leg, arrivesOn: null, leavesOn: null })),
});

export function NewTripPage() {
  const { like = '' } = readNewTripSearch(useSearch({ strict: false }));
  const found = useAsk(oneTrip, { trip: like }, { enabled: like !== '' });
  if (found.error !== null) return <ProblemView whole error={found.error} again={() => void found.refetch()} />;
  if (like !== '' && found.data === undefined) return <Loading />;
  return <NewTrip key={like} like={found.data ?? null} />;
}

/** A trip of one's own, or, by the officer and the liaison, of somebody of the unit; whoever else goes along is added beside them. */
function NewTrip({ like }: { readonly like: Trip | null }) {
  const { t } = useWords();
  const who = useMe();
  const navigate = useNavigate();
  const forOthers = who.roles.some(({ role }) => role === 'security-officer' || role === 'unit-liaison');
  const [kind, setKind] = useState<(typeof kinds)[number]>(like?.kind ?? 'official');
  const [emergency, setEmergency] = useState(false);
  const [plan, setPlan] = useState(like === null ? emptyPlan : likeIt(like));
  const [goers, setGoers] = useState<readonly (string | undefined)[]>(
    forOthers && like !== null ? like.travellers.map(({ person }) => person) : [who.person ?? undefined],
  );
  const draft = useAct(draftTrip);
  const persons = goers.filter((one) => one !== undefined);
  return (
    <>
      <p className="back">
        <Link to="/trips">{t('app.back')}</Link>
      </p>
      <PageHead title={t('trip.new')} note={t('trip.newNote')} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const travellers = persons.map((person, at) => ({ person, leader: persons.length > 1 && at === 0 }));
          draft.mutate(
            { kind, emergency, unit: null, plan, travellers, ...(like === null ? {} : { copiedFrom: like.trip }) },
            { onSuccess: ({ trip }) => void navigate({ to: '/trips/$id', params: { id: trip } }) },
          );
        }}
      >
        <Stack>
          <NativeSelect
            label={t('trip.kind')}
            description={kind === 'private' ? t('trip.privateNote') : undefined}
            value={kind}
            onChange={(event) => setKind(kinds.find((one) => one === event.currentTarget.value) ?? 'official')}
            data={kinds.map((value) => ({ value, label: t(`trip.kind.${value}`) }))}
          />
          <Checkbox
            label={t('trip.isEmergency')}
            checked={emergency}
            onChange={(event) => setEmergency(event.currentTarget.checked)}
          />
          {forOthers
            ? goers.map((person, at) => (
                <SomebodyField
                  // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place in the form.
                  key={at}
                  label={at === 0 && goers.length > 1 ? t('trip.leader') : t('trip.goer', { number: at + 1 })}
                  required
                  value={person}
                  onChange={(one) => setGoers(goers.map((each, index) => (index === at ? one : each)))}
                />
              ))
            : null}
          {forOthers ? (
            <Group>
              <Button variant="default" onClick={() => setGoers([...goers, undefined])}>
                {t('trip.addGoer')}
              </Button>
            </Group>
          ) : null}
          <PlanForm plan={plan} onChange={setPlan} />
          <ProblemView error={draft.error} />
          <Group>
            <Button type="submit" loading={draft.isPending} disabled={persons.length === 0}>
              {t('trip.saveDraft')}
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  );
}
