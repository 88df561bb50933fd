import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { planCampaign, showTopics } from '@sallyport/server/contracts/education';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { seatMinute } from '../../app/seat.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ChosenOnes } from './chosen-ones.tsx';
import './lesson.css';

type Props = { readonly onPlanned: (campaign: string) => void; readonly onCancel: () => void };

const without = (all: readonly string[], one: string): string[] => all.filter((each) => each !== one);

/** What has to be completed, by whom, and within which days; nothing is sent before it is started. */
export function CampaignForm({ onPlanned, onCancel }: Props) {
  const { t, said } = useWords();
  const today = seatMinute(new Date()).slice(0, 10);
  const [title, setTitle] = useState('');
  const [topics, setTopics] = useState<readonly string[]>([]);
  const [courses, setCourses] = useState<readonly string[]>([]);
  const [units, setUnits] = useState<readonly string[]>([]);
  const [people, setPeople] = useState<readonly string[]>([]);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [educationDay, setEducationDay] = useState(false);
  const offered = useAsk(showTopics, {});
  const plan = useAct(planCampaign);
  const nothing = topics.length === 0 && courses.length === 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        plan.mutate(
          {
            title,
            topics: [...topics],
            courses: [...courses],
            units: [...units],
            people: [...people],
            from,
            until,
            educationDay,
          },
          { onSuccess: ({ campaign }) => onPlanned(campaign) },
        );
      }}
    >
      <Stack maw="40em" mb="xl">
        <TextInput
          label={t('education.campaignTitle')}
          required
          minLength={2}
          maxLength={100}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <ProblemView error={offered.error} />
        <fieldset className="question">
          <legend>{t('education.campaignCourses')}</legend>
          <Stack gap="xs">
            {offered.data?.courses.map(({ course, title: name }) => (
              <Checkbox
                key={course}
                label={said(name)}
                checked={courses.includes(course)}
                onChange={(event) =>
                  setCourses(event.currentTarget.checked ? [...courses, course] : without(courses, course))
                }
              />
            ))}
          </Stack>
        </fieldset>
        <fieldset className="question">
          <legend>{t('education.campaignTopics')}</legend>
          <Stack gap="xs">
            {offered.data?.topics.map(({ topic, name }) => (
              <Checkbox
                key={topic}
                label={said(name)}
                checked={topics.includes(topic)}
                onChange={(event) =>
                  setTopics(event.currentTarget.checked ? [...topics, topic] : without(topics, topic))
                }
              />
            ))}
          </Stack>
        </fieldset>
        <ChosenOnes kind="unit" label={t('education.campaignUnit')} chosen={units} onChange={setUnits} />
        <ChosenOnes kind="person" label={t('education.campaignPerson')} chosen={people} onChange={setPeople} />
        {units.length === 0 && people.length === 0 ? <Text c="dimmed">{t('education.campaignWhole')}</Text> : null}
        <Group grow align="flex-start">
          <TextInput
            type="date"
            label={t('education.campaignFrom')}
            required
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('education.campaignUntil')}
            required
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </Group>
        <Checkbox
          label={t('education.educationDay')}
          description={t('education.educationDayNote')}
          checked={educationDay}
          onChange={(event) => setEducationDay(event.currentTarget.checked)}
        />
        <ProblemView error={plan.error} />
        <Group>
          <Button type="submit" loading={plan.isPending} disabled={nothing}>
            {t('education.planCampaign')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('app.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
