import { Button, Group, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { type Kind, vocabulary } from '@sallyport/core/facts';
import { saveTemplate, showTemplate, type Template, type TemplatePart } from '@sallyport/server/contracts/forms';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { moved, newPart, replaced, without } from './draft.ts';
import { PartEditor } from './part-editor.tsx';
import { SheetPreview } from './sheet-preview.tsx';
import { TemplateProblems } from './template-problems.tsx';

/** One form: its template, how it looks, and its change. */
export function TemplatePage() {
  const { form = '' } = useParams({ strict: false });
  const { t, language } = useWords();
  const shown = useAsk(showTemplate, { form });
  if (shown.error !== null) return <ProblemView whole error={shown.error} again={() => void shown.refetch()} />;
  const kind = vocabulary.kinds.get(shown.data?.kind ?? '');
  if (shown.data === undefined || kind === undefined) return <Loading />;
  const { templateVersion, template, standard } = shown.data;
  return (
    <>
      <p className="back">
        <Link to="/forms">{t('forms.all')}</Link>
      </p>
      <PageHead
        title={template.title[language]}
        note={templateVersion === 0 ? t('forms.standard') : t('forms.own', { version: templateVersion })}
      />
      <Editor
        key={`${form} ${templateVersion}`}
        form={form}
        kind={kind}
        version={templateVersion}
        template={template}
        standard={standard}
      />
    </>
  );
}

type EditorProps = {
  readonly form: string;
  readonly kind: Kind;
  readonly version: number;
  readonly template: Template;
  readonly standard: Template;
};

const partNames = ['fields', 'rows', 'items', 'paragraph', 'boxes', 'signatures'] as const;

function Editor({ form, kind, version, template, standard }: EditorProps) {
  const { t, language } = useWords();
  const who = useMe();
  const [draft, setDraft] = useState(template);
  const save = useAct(saveTemplate);
  const { title, parts } = draft;
  const changes = isAdmitted(saveTemplate.admits, who);
  const setPart = (at: number, part: TemplatePart): void => setDraft({ ...draft, parts: replaced(parts, at, part) });
  const add = (name: string): void => {
    const part = partNames.find((one) => one === name);
    if (part !== undefined) setDraft({ ...draft, parts: [...parts, newPart(part, kind)] });
  };
  return (
    <>
      <Section title={t('forms.preview')}>
        <Text c="dimmed" size="sm" mb="xs">
          {t('forms.previewNote')}{' '}
          <a href={`/api/forms/sample?form=${encodeURIComponent(form)}&language=${language}`} download>
            {t('forms.sampleFile')}
          </a>
        </Text>
        <SheetPreview template={draft} kind={kind} language={language} />
      </Section>
      {changes ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate({ form, templateVersion: version, template: draft });
          }}
        >
          <Section title={t('forms.save')}>
            <Text c="dimmed" size="sm" mb="sm">
              {t('forms.templateNote')}
            </Text>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              {(['zh', 'en'] as const).map((one) => (
                <TextInput
                  key={one}
                  label={t(one === 'zh' ? 'forms.titleZh' : 'forms.titleEn')}
                  required
                  maxLength={80}
                  value={title[one]}
                  onChange={(event) => setDraft({ ...draft, title: { ...title, [one]: event.currentTarget.value } })}
                />
              ))}
            </SimpleGrid>
            {parts.map((part, at) => (
              <PartEditor
                // oxlint-disable-next-line react/no-array-index-key -- a part is known by its place alone
                key={`${at} ${part.part}`}
                kind={kind}
                part={part}
                name={t('forms.partNumber', { number: at + 1, name: t(`forms.part.${part.part}`) })}
                onChange={(next) => setPart(at, next)}
                onUp={at === 0 ? null : () => setDraft(moved(draft, at, -1))}
                onDown={at === parts.length - 1 ? null : () => setDraft(moved(draft, at, 1))}
                onRemove={parts.length === 1 ? null : () => setDraft({ ...draft, parts: without(parts, at) })}
              />
            ))}
            <NativeSelect
              mt="md"
              maw="20em"
              label={t('forms.addPart')}
              value=""
              data={[
                { value: '', label: '' },
                ...partNames
                  .filter((one) => one !== 'items' || kind.name === 'leaving')
                  .map((one) => ({ value: one, label: t(`forms.part.${one}`) })),
              ]}
              onChange={(event) => add(event.currentTarget.value)}
            />
            <ProblemView error={save.error} />
            <TemplateProblems error={save.error} />
            {save.isSuccess ? <Text role="status">{t('forms.saved')}</Text> : null}
            <Group mt="md">
              <Button type="submit" loading={save.isPending}>
                {t('forms.save')}
              </Button>
              <Button variant="default" onClick={() => setDraft(standard)}>
                {t('forms.restore')}
              </Button>
            </Group>
          </Section>
        </form>
      ) : null}
    </>
  );
}
