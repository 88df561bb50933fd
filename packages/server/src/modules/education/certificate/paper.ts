import { formatDay } from '@sallyport/core/calendar';
import { vocabulary } from '@sallyport/core/facts';
import { implementQuery } from '../../../platform/actions/implement.ts';
import { refuse } from '../../../platform/actions/refusal.ts';
import { attachmentHeaders } from '../../../platform/files/file-name.ts';
import type { Pair, Paper } from '../../../platform/paper/paper.ts';
import type { Language, Phrase } from '../../../platform/words/words.ts';
import { ownOrganisation } from '../../register/index.ts';
import { certificatePaper } from '../contract.ts';
import type { EducationParts, Head } from '../parts.ts';
import type { Certificate } from '../store/certificates.ts';
import { ownCertificate, pathOf } from './acts.ts';
import { hasEnded, holderName, lastDay, numberText } from './shown.ts';

type Printed = {
  readonly one: Certificate;
  readonly holder: string;
  readonly organisation: string;
  readonly url: string | null;
  readonly head: Head | null;
};

export const implementPaper = ({ links, database, press, origin, head }: EducationParts) =>
  implementQuery(
    certificatePaper,
    {
      async answer({ tx, actor, today }, { certificate, language }) {
        const one = await ownCertificate(tx, actor.person, certificate);
        if (hasEnded(one, formatDay(today))) refuse('education.certificate-ended');
        return { output: { certificate, language } };
      },
    },
    async ({ certificate, language }, actor) => {
      const printed = await database.inOrganisation(actor.org, async (tx): Promise<Printed> => {
        const one = await ownCertificate(tx, actor.person, certificate);
        const path = await pathOf(tx, links, one);
        return {
          one,
          holder: (await holderName(tx, one.person)) ?? '',
          organisation: (await ownOrganisation(tx))?.name ?? '',
          url: path === null ? null : `${origin()}${path}`,
          head: await head(tx),
        };
      });
      const bytes = await press.print(paperOf(printed, language), 'pdf');
      const name = `${numberText(printed.one)} ${words.title[language]}.pdf`;
      return new Response(new Uint8Array(bytes), {
        headers: { ...attachmentHeaders(name, 'pdf'), 'content-length': String(bytes.length) },
      });
    },
  );

const headed = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const topicNames = vocabulary.kinds.get('completion')?.fields['topic']?.words ?? {};

function paperOf({ one, holder, organisation, url, head }: Printed, language: Language): Paper {
  const say = (phrase: Phrase): string => phrase[language];
  const day = (text: string): string =>
    new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${text}T00:00:00Z`),
    );
  const topics = one.topics.map((topic) => headed(topicNames[topic]?.[language] ?? topic));
  const pairs: Pair[] = [
    { label: say(words.holder), value: holder, wide: true },
    { label: say(words.course), value: say(one.title), wide: true },
    { label: say(words.topics), value: topics.join(language === 'zh' ? '、' : ', '), wide: true },
    { label: say(words.completedOn), value: day(one.issuedOn) },
    { label: say(words.lastDay), value: day(lastDay(one)) },
  ];
  const body = say(words.body).replace('{holder}', holder).replace('{course}', say(one.title));
  const notes = [
    say(url === null ? words.notShared : words.shared),
    ...(head === null ? [] : [`${say(words.head)}${head.origin} · ${head.size} · ${head.root}`]),
  ];
  return {
    language,
    orientation: 'portrait',
    unit: organisation,
    title: say(words.title),
    below: [`${say(words.issuedOn)}${day(one.issuedOn)}`, `${say(words.number)}${numberText(one)}`],
    parts: [
      { part: 'paragraph', style: 'body', text: body },
      { part: 'pairs', pairs },
      ...notes.map((text) => ({ part: 'paragraph', style: 'note', text }) as const),
      { part: 'signatures', labels: [say(words.issuer), say(words.date)] },
    ],
    foot: `${organisation}　${say(words.title)}`,
    code: url === null ? null : { text: url, caption: say(words.scan) },
  };
}

/** Of the paper alone. */
const words = {
  title: { zh: '教育培训证书', en: 'Certificate of education' },
  number: { zh: '编号：', en: 'No. ' },
  issuedOn: { zh: '发证日期：', en: 'Issued: ' },
  holder: { zh: '姓名', en: 'Holder' },
  course: { zh: '课程', en: 'Course' },
  topics: { zh: '主题', en: 'Topics' },
  completedOn: { zh: '完成日期', en: 'Completed' },
  lastDay: { zh: '有效期至', en: 'Valid through' },
  body: {
    zh: '{holder}已经修完“{course}”，经考核合格，特发此证。',
    en: '{holder} has completed “{course}” and passed its examination.',
  },
  shared: {
    zh: '扫描右上角的二维码，可以看到持有人选择公开的内容；证书到期，或者持有人停止公开以后，页面不再显示。',
    en: 'The code at the upper right leads to what the holder chose to show. The page ends with the certificate, or when the holder closes it.',
  },
  notShared: {
    zh: '持有人没有公开核验页面。需要核验的，请由持有人本人在系统中公开。',
    en: 'The holder has opened no public page. Whoever wants to verify this certificate asks the holder to open one.',
  },
  head: { zh: '打印时留痕日志的存证点：', en: 'Head of the journal when this was printed: ' },
  issuer: { zh: '发证单位（盖章）', en: 'Issued by' },
  date: { zh: '日期', en: 'Date' },
  scan: { zh: '扫码核验', en: 'Scan to verify' },
} as const satisfies Record<string, Phrase>;
