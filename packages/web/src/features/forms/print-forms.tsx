import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { listForms, listPrints, type PrintShown, printForm } from '@sallyport/server/contracts/forms';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAsk } from '../../app/ask.ts';
import { momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Section } from '../../ui/section.tsx';
import { type PaperFormat, paperAddress, savePaper } from './paper-address.ts';
import { PrintState } from './print-state.tsx';

type Props = { readonly kind: string; readonly id: string };

/** The forms that can be printed of a fact, and those that were; nothing where there is no form for its kind. */
export function PrintForms({ kind, id }: Props) {
  const { t } = useWords();
  const who = useMe();
  const reads = isAdmitted(listForms.admits, who);
  const forms = useAsk(listForms, { kind }, { enabled: reads });
  const found = forms.data?.forms ?? [];
  if (!reads || found.length === 0) return null;
  return (
    <Section title={t('forms.onPaper')}>
      {isAdmitted(printForm.admits, who) ? <Print forms={found} id={id} /> : null}
      <Prints kind={kind} id={id} />
    </Section>
  );
}

type Form = { readonly form: string; readonly title: { readonly zh: string; readonly en: string } };

function Print({ forms, id }: { readonly forms: readonly Form[]; readonly id: string }) {
  const { t, said, language: own } = useWords();
  const [form, setForm] = useState(forms[0]?.form ?? '');
  const [language, setLanguage] = useState(own);
  const print = useAct(printForm);
  const start = (format: PaperFormat): void =>
    print.mutate({ form, id, language }, { onSuccess: ({ print: made }) => savePaper(made, format) });
  return (
    <>
      <Text c="dimmed" size="sm" mb="xs">
        {t('forms.printNote')}
      </Text>
      <Group align="flex-end" mb="sm">
        <NativeSelect
          label={t('forms.form')}
          data={forms.map((one) => ({ value: one.form, label: said(one.title) }))}
          value={form}
          onChange={(event) => setForm(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('forms.language')}
          data={[
            { value: 'zh', label: t('forms.zh') },
            { value: 'en', label: t('forms.en') },
          ]}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value === 'en' ? 'en' : 'zh')}
        />
        <Button variant="default" loading={print.isPending} onClick={() => start('pdf')}>
          {t('forms.printPdf')}
        </Button>
        <Button variant="default" loading={print.isPending} onClick={() => start('docx')}>
          {t('forms.printDocx')}
        </Button>
      </Group>
      <ProblemView error={print.error} />
    </>
  );
}

function Prints({ kind, id }: Props) {
  const { t, language } = useWords();
  const prints = useAsk(listPrints, { kind, id });
  if (prints.error !== null) return <ProblemView error={prints.error} />;
  const found = prints.data?.prints ?? [];
  if (found.length === 0) return null;
  return (
    <>
      <ul>
        {found.map((print) => (
          <li key={print.print}>
            {print.recordNumber}{' '}
            <Text span size="sm" c="dimmed">
              {momentText(print.printedAt, language)}
            </Text>{' '}
            <PrintState state={print.state} /> <Again print={print} />
          </li>
        ))}
      </ul>
      {found.some(({ state }) => state === 'out') ? <Link to="/forms/return">{t('forms.toReturn')}</Link> : null}
    </>
  );
}

function Again({ print }: { readonly print: PrintShown }) {
  const { t } = useWords();
  const who = useMe();
  if (print.state !== 'out' || !isAdmitted(printForm.admits, who)) return null;
  const link = (format: PaperFormat) => (
    <a
      href={paperAddress(print.print, format)}
      download
      aria-label={t('forms.again', { number: print.recordNumber, format: format.toUpperCase() })}
    >
      {format.toUpperCase()}
    </a>
  );
  return (
    <>
      {link('pdf')} {link('docx')}
    </>
  );
}
