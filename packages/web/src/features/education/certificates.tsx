import { Button, Text } from '@mantine/core';
import {
  type CertificateField,
  certificateFields,
  myCertificates,
  shareCertificate,
  unshareCertificate,
} from '@sallyport/server/contracts/education';
import { useState } from 'react';
import type { z } from 'zod';
import { useAct, useAsk } from '../../app/ask.ts';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import './lesson.css';

type Certificate = z.output<typeof myCertificates.output>['certificates'][number];

export function Certificates() {
  const { t } = useWords();
  const found = useAsk(myCertificates, {});
  if (found.error !== null) return <ProblemView error={found.error} />;
  if (found.data === undefined) return <Loading />;
  const { certificates } = found.data;
  if (certificates.length === 0) return <Text>{t('education.noCertificates')}</Text>;
  return certificates.map((one) => <CertificateRow key={one.certificate} one={one} />);
}

const paperAddress = (certificate: string, language: 'zh' | 'en'): string =>
  `/api/education/certificatePaper?certificate=${encodeURIComponent(certificate)}&language=${language}`;

function CertificateRow({ one }: { readonly one: Certificate }) {
  const { t, said, language } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <div className="row still">
      <span className="row-title">{said(one.title)}</span>
      <span className={one.ended ? 'state' : 'state state-quiet'}>
        {one.ended
          ? t('education.certificateEnded')
          : t('education.validThrough', { day: dayText(one.lastDay, language) })}
      </span>
      <span className="row-more">
        <span>{one.recordNumber}</span>
        <span>{t('education.issued', { day: dayText(one.issuedOn, language) })}</span>
        {one.ended ? null : (
          <>
            <a href={paperAddress(one.certificate, 'zh')} download>
              {t('education.pdfZh')}
            </a>
            <a href={paperAddress(one.certificate, 'en')} download>
              {t('education.pdfEn')}
            </a>
            <span>{one.path === null ? t('education.notPublic') : t('education.public')}</span>
          </>
        )}
      </span>
      {one.ended ? null : (
        <Button
          variant="default"
          size="compact-sm"
          aria-expanded={open}
          aria-label={`${t('education.publicPage')}: ${one.recordNumber}`}
          onClick={() => setOpen(!open)}
        >
          {t('education.publicPage')}
        </Button>
      )}
      {open ? <PublicPage one={one} /> : null}
    </div>
  );
}

/** The holder opens the page, chooses what is on it, and closes it. */
function PublicPage({ one }: { readonly one: Certificate }) {
  const { t } = useWords();
  const { certificate, path } = one;
  const [fields, setFields] = useState<readonly CertificateField[]>(
    path === null ? ['course', 'validUntil'] : one.shown,
  );
  const share = useAct(shareCertificate);
  const unshare = useAct(unshareCertificate);
  const address = path === null ? null : `${window.location.origin}${path}`;
  return (
    <div style={{ flexBasis: '100%' }}>
      <fieldset className="question">
        <legend>{t('education.publicFields')}</legend>
        <Text c="dimmed">{t('education.publicNote')}</Text>
        {certificateFields.map((field) => (
          <label key={field} className="question-option">
            <input
              type="checkbox"
              checked={fields.includes(field)}
              onChange={() =>
                setFields(fields.includes(field) ? fields.filter((each) => each !== field) : [...fields, field])
              }
            />
            <span>{t(`education.field.${field}`)}</span>
          </label>
        ))}
      </fieldset>
      {address === null ? null : (
        <p>
          {t('education.publicAddress')}
          <a href={address} style={{ overflowWrap: 'anywhere' }}>
            {address}
          </a>
        </p>
      )}
      <ProblemView error={share.error ?? unshare.error} />
      <Button
        size="compact-sm"
        me="sm"
        disabled={fields.length === 0}
        loading={share.isPending}
        onClick={() => share.mutate({ certificate, fields: [...fields] })}
      >
        {t(path === null ? 'education.openPage' : 'education.changePage')}
      </Button>
      {path === null ? null : (
        <Button
          variant="default"
          size="compact-sm"
          loading={unshare.isPending}
          onClick={() => unshare.mutate({ certificate })}
        >
          {t('education.closePage')}
        </Button>
      )}
    </div>
  );
}
