import type { Query } from '@sallyport/core/contract';
import { dutiesAsOf, explainDuty, listDuties, showDuty, summarizeDuties } from '@sallyport/server/contracts/duties';
import { listFiles, openFile } from '@sallyport/server/contracts/files';
import { accounts, grants } from '@sallyport/server/contracts/identity';
import { outbox } from '@sallyport/server/contracts/notices';
import { factHistory, listFacts, oneFact } from '@sallyport/server/contracts/register';
import type { Language } from '../../app/language.ts';

type Named = Pick<Query, 'name' | 'summary'>;

const showingPeople: readonly Named[] = [
  accounts,
  dutiesAsOf,
  explainDuty,
  factHistory,
  grants,
  listDuties,
  listFacts,
  listFiles,
  oneFact,
  openFile,
  outbox,
  showDuty,
  summarizeDuties,
];

/** What was asked, in the words of its contract; a query this console does not know is named by itself. */
export const queryName = (name: string, language: Language): string =>
  showingPeople.find((query) => query.name === name)?.summary[language] ?? name;
