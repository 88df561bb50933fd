import { Button, Group, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { decideSetting, previewSetting } from '@sallyport/server/contracts/law';
import { listFacts } from '@sallyport/server/contracts/register';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import type { Setting } from '../settings/amount.ts';
import { ImpactView } from './impact-view.tsx';
import { PastImpact } from './past-impact.tsx';

type Props = {
  readonly setting: Setting;
  readonly today: string;
  /** Whether who looks may decide it as well. */
  readonly decides: boolean;
  readonly onDecided: () => void;
};

/** A value is first looked at with what it does, and only then decided: the same value that was looked at. */
export function SettingDraft({ setting, today, decides, onDecided }: Props) {
  const { t, language } = useWords();
  const [value, setValue] = useState(String(setting.value));
  const [from, setFrom] = useState(today);
  const [internalRule, setInternalRule] = useState('');
  const [looked, setLooked] = useState<{ readonly value: number; readonly from: string } | null>(null);
  const decide = useAct(decideSetting);
  const rules = useAsk(listFacts, { kind: 'internalRule', limit: 200 }, { enabled: decides && setting.touchesStaff });
  const impact = useAsk(
    previewSetting,
    { name: setting.name, value: looked?.value ?? 0, from: looked?.from ?? today },
    { enabled: looked !== null, staleTime: 0 },
  );

  const change = (set: (text: string) => void) => (text: string | number) => {
    set(String(text));
    setLooked(null);
  };
  const whole = /^\d{1,9}$/.test(value);
  const chosen = setting.touchesStaff && internalRule !== '' ? { internalRule } : {};
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (looked === null) setLooked({ value: Number(value), from });
        else if (decides) decide.mutate({ name: setting.name, ...looked, ...chosen }, { onSuccess: onDecided });
      }}
    >
      <Stack>
        <Group align="flex-end" gap="md">
          {setting.type === 'yesNo' ? (
            <NativeSelect
              label={t('settings.value.yesNo')}
              value={value}
              onChange={(event) => change(setValue)(event.currentTarget.value)}
              data={[
                { value: '1', label: t('settings.yes') },
                { value: '0', label: t('settings.no') },
              ]}
            />
          ) : (
            <NumberInput
              label={t(`settings.value.${setting.type}`)}
              required
              min={0}
              max={999_999_999}
              allowDecimal={false}
              allowNegative={false}
              value={value}
              onChange={change(setValue)}
            />
          )}
          <TextInput
            type="date"
            label={t('settings.fromDay')}
            required
            min={today}
            value={from}
            onChange={(event) => change(setFrom)(event.currentTarget.value)}
          />
        </Group>
        {setting.touchesStaff && decides ? (
          <NativeSelect
            label={t('settings.internalRule')}
            description={t('settings.internalRuleNote')}
            required={looked !== null}
            value={internalRule}
            onChange={(event) => setInternalRule(event.currentTarget.value)}
            maw="34em"
            data={[
              { value: '', label: t('settings.choose') },
              ...(rules.data?.items.map(({ id, fields }) => ({ value: id, label: String(fields['title'] ?? id) })) ??
                []),
            ]}
          />
        ) : null}
        {looked === null ? (
          <Button type="submit" variant="default" disabled={!whole} style={{ alignSelf: 'flex-start' }}>
            {t('settings.look')}
          </Button>
        ) : (
          <>
            <Text>{t('settings.lookedAt', { day: dayText(looked.from, language) })}</Text>
            {impact.isFetching ? <Loading /> : null}
            <ProblemView error={impact.error} />
            {impact.data === undefined || impact.isFetching ? null : <ImpactView impact={impact.data} />}
            <PastImpact name={setting.name} {...looked} today={today} />
            <ProblemView error={decide.error} />
            {decides ? (
              <Button
                type="submit"
                loading={decide.isPending}
                disabled={impact.isFetching || impact.error !== null}
                style={{ alignSelf: 'flex-start' }}
              >
                {t('settings.decide')}
              </Button>
            ) : null}
          </>
        )}
      </Stack>
    </form>
  );
}
