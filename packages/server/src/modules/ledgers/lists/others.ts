import { vocabulary } from '@sallyport/core/facts';
import { pendingActs } from '../../identity/contract.ts';
import { listImports } from '../../imports/contract.ts';
import { deadLetters } from '../../jobs/contract.ts';
import { searchEntries } from '../../journal/contract.ts';
import { handovers as listHandovers } from '../../privacy/contract.ts';
import { ledgerOf } from '../ledger.ts';
import { named, sayLedger } from '../words.ts';

export const imports = ledgerOf(listImports, {
  title: sayLedger('title.imports'),
  rows: ({ items }) => items,
  columns: [
    { head: sayLedger('madeAt'), share: 3, of: ({ madeAt }, { moment }) => moment(madeAt) },
    { head: sayLedger('state'), share: 2, of: ({ state }, { language }) => named('import', state)[language] },
    { head: sayLedger('files'), share: 1, align: 'right', of: ({ files }) => files },
    { head: sayLedger('rowsDone'), share: 1, align: 'right', of: ({ rows }) => rows.done },
    { head: sayLedger('rowsRefused'), share: 1, align: 'right', of: ({ rows }) => rows.refused },
    { head: sayLedger('id'), share: 4, of: (one) => one.import },
  ],
});

export const handovers = ledgerOf(listHandovers, {
  title: sayLedger('title.handovers'),
  rows: ({ items }) => items,
  columns: [
    { head: sayLedger('receiver'), share: 4, of: ({ receiverName }) => receiverName },
    { head: sayLedger('country'), share: 1, align: 'center', of: ({ country }) => country },
    { head: sayLedger('way'), share: 2, of: ({ way }, { language }) => named('way', way)[language] },
    { head: sayLedger('route'), share: 2, of: ({ route }, { language }) => named('route', route)[language] },
    { head: sayLedger('clause'), share: 4, of: ({ clause }, { language }) => clause.name[language] },
    {
      head: sayLedger('personalData'),
      share: 1,
      align: 'center',
      of: ({ personalData }, { language }) => sayLedger(personalData ? 'yes' : 'no')[language],
    },
    { head: sayLedger('from'), share: 2, align: 'center', of: ({ from }) => from },
    { head: sayLedger('until'), share: 2, align: 'center', of: ({ until }) => until },
    { head: sayLedger('givenOn'), share: 2, align: 'center', of: ({ givenOn }) => givenOn },
    { head: sayLedger('by'), share: 2, of: ({ by }) => by },
  ],
});

export const acts = ledgerOf(pendingActs, {
  title: sayLedger('title.acts'),
  pages: false,
  rows: ({ items }) => items,
  columns: [
    { head: sayLedger('act'), share: 3, of: ({ kind }, { language }) => named('act', kind)[language] },
    { head: sayLedger('first'), share: 2, of: ({ first }) => first },
    { head: sayLedger('reason'), share: 6, of: ({ reason }) => reason },
    { head: sayLedger('askedAt'), share: 3, of: ({ askedAt }, { moment }) => moment(askedAt) },
    { head: sayLedger('endsAt'), share: 3, of: ({ endsAt }, { moment }) => moment(endsAt) },
  ],
});

export const jobs = ledgerOf(deadLetters, {
  title: sayLedger('title.jobs'),
  rows: ({ items }) => items,
  columns: [
    { head: sayLedger('queue'), share: 3, of: ({ title }, { language }) => title[language] },
    { head: sayLedger('failedAt'), share: 3, of: ({ failedAt }, { moment }) => moment(failedAt) },
    { head: sayLedger('attempts'), share: 1, align: 'right', of: ({ attempts }) => attempts },
    { head: sayLedger('why'), share: 4, of: ({ why }) => why },
    { head: sayLedger('id'), share: 5, of: ({ job }) => job },
  ],
});

/** `person/person-0000018` as what it is and its number. */
const aboutText = (subject: string | null, language: 'zh' | 'en'): string | null => {
  const [kind = '', ...number] = subject?.split('/') ?? [];
  const label = vocabulary.kinds.get(kind)?.label[language];
  return label === undefined ? subject : `${label} ${number.join('/')}`;
};

export const journal = ledgerOf(searchEntries, {
  title: sayLedger('title.journal'),
  rows: ({ items }) => items,
  columns: [
    { head: sayLedger('entryNumber'), share: 1, align: 'right', of: ({ number }) => number },
    { head: sayLedger('day'), share: 2, align: 'center', of: ({ day }) => day },
    { head: sayLedger('action'), share: 4, of: ({ action }, reader) => reader.action(action) },
    { head: sayLedger('about'), share: 5, of: ({ subject }, { language }) => aboutText(subject, language) },
    // By name, as the list has it; an account that is there no more has its number alone.
    { head: sayLedger('account'), share: 4, of: ({ account, by }) => by ?? account },
    { head: sayLedger('id'), share: 4, of: ({ id }) => id },
  ],
});
