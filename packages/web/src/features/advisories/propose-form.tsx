import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { levels as levelNames, riskNames } from '@sallyport/core/trips';
import { type KeptAdvisory, namedPlaces, proposeAdvisory } from '@sallyport/server/contracts/advisories';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import type { Levels } from './levels.tsx';

type Props = {
  /** The one that this follows. */
  readonly follows: KeptAdvisory | null;
  readonly onAsked: () => void;
};

/** A new advisory, or what follows one: asked for here, in force once another person has signed. */
export function ProposeForm({ follows, onAsked }: Props) {
  const { t } = useWords();
  const named = useAsk(namedPlaces, {});
  const [places, setPlaces] = useState(follows?.places.join('\n') ?? '');
  const [levels, setLevels] = useState<Levels>(follows?.levels ?? {});
  const [said, setSaid] = useState(follows?.said ?? '');
  const [source, setSource] = useState(follows?.source ?? '');
  const [lastDay, setLastDay] = useState(follows?.lastDay ?? '');
  const [reason, setReason] = useState('');
  const propose = useAct(proposeAdvisory);
  const listed = places.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const others = (named.data?.places ?? []).filter((place) => !listed.includes(place));
  const given = { follows: follows?.advisory ?? null, places: listed, levels, said, source, lastDay, reason };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate(given, { onSuccess: onAsked });
      }}
    >
      <Stack maw="44rem">
        <Textarea
          label={t('advisory.places')}
          description={t('advisory.placesNote')}
          required
          autosize
          minRows={2}
          value={places}
          onChange={(event) => setPlaces(event.currentTarget.value)}
        />
        {others.length === 0 ? null : (
          <NativeSelect
            label={t('advisory.fromTrips')}
            value=""
            onChange={(event) => setPlaces([...listed, event.currentTarget.value].join('\n'))}
            data={[{ value: '', label: t('advisory.chooseTrip') }, ...others]}
          />
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {riskNames.map((risk) => (
            <NativeSelect
              key={risk}
              label={t(`advisory.risk.${risk}`)}
              value={levels[risk] ?? ''}
              onChange={(event) => {
                const level = levelNames.find((one) => one === event.currentTarget.value);
                const { [risk]: _before, ...others } = levels;
                setLevels(level === undefined ? others : { ...others, [risk]: level });
              }}
              data={[
                { value: '', label: t('advisory.level.none') },
                ...levelNames.map((value) => ({ value, label: t(`advisory.level.${value}`) })),
              ]}
            />
          ))}
        </SimpleGrid>
        <Textarea
          label={t('advisory.said')}
          description={t('advisory.saidNote')}
          required
          minLength={10}
          maxLength={4000}
          autosize
          minRows={4}
          value={said}
          onChange={(event) => setSaid(event.currentTarget.value)}
        />
        <TextInput
          label={t('advisory.source')}
          description={t('advisory.sourceNote')}
          required
          minLength={2}
          maxLength={500}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('advisory.until')}
          description={t('advisory.untilNote')}
          required
          value={lastDay}
          onChange={(event) => setLastDay(event.currentTarget.value)}
        />
        <TextInput
          label={t('advisory.reason')}
          required
          minLength={4}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Text size="sm">{t('advisory.sendNote')}</Text>
        <ProblemView error={propose.error} />
        <Group>
          <Button
            type="submit"
            loading={propose.isPending}
            disabled={listed.length === 0 || Object.keys(levels).length === 0}
          >
            {t('advisory.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
