import { Button, Group, Text } from '@mantine/core';
import { vocabulary } from '@sallyport/core/facts';
import { ledgerOfPrints, listForms, showTemplate, takeBack } from '@sallyport/server/contracts/forms';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { isAdmitted, useMe } from '../../app/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

/** The unit's forms; printed where the fact is, and taken back here. */
export function FormsPage() {
  const { t } = useWords();
  const who = useMe();
  const { data, error, refetch } = useAsk(listForms, {});
  if (error !== null) return <ProblemView whole error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const back = (
    <Group>
      {isAdmitted(takeBack.admits, who) ? (
        <Button renderRoot={(props) => <Link to="/forms/return" {...props} />}>{t('forms.toReturn')}</Button>
      ) : null}
      {isAdmitted(ledgerOfPrints.admits, who) ? (
        <Button variant="default" renderRoot={(props) => <Link to="/forms/prints" {...props} />}>
          {t('prints.title')}
        </Button>
      ) : null}
    </Group>
  );
  return (
    <>
      <PageHead title={t('forms.title')} note={t('forms.note')} action={back} />
      {data.forms.map((one) => (
        <Row key={one.form} {...one} opens={isAdmitted(showTemplate.admits, who)} />
      ))}
    </>
  );
}

type RowProps = {
  readonly form: string;
  readonly kind: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly templateVersion: number;
  readonly opens: boolean;
};

function Row({ form, kind, title, templateVersion, opens }: RowProps) {
  const { t, said } = useWords();
  const of = vocabulary.kinds.get(kind);
  const inner = (
    <>
      <span className="row-title">{said(title)}</span>
      <Text span size="sm">
        {templateVersion === 0 ? t('forms.standard') : t('forms.own', { version: templateVersion })}
      </Text>
      <span className="row-more">
        <span>{t('forms.printedOf', { kind: of === undefined ? kind : said(of.label) })}</span>
      </span>
    </>
  );
  return opens ? (
    <Link to="/forms/$form" params={{ form }} className="row">
      {inner}
    </Link>
  ) : (
    <div className="row">{inner}</div>
  );
}
