import { vocabulary } from '@sallyport/core/facts';
import { csvText } from '../../../tabular/write-csv.ts';
import { topicName } from '../topic-names.ts';
import { completionAt } from './acts.ts';
import type { PersonAt, Session } from './store.ts';

const label = (field: string): string => vocabulary.kinds.get('completion')?.fields[field]?.label.zh ?? field;

/**
 * Those expected as rows that the import of completions reads, in the words of the register. The name stands beside the number for whoever
 * goes through the list; the import passes it over.
 */
export const attendanceText = (session: Session, people: readonly PersonAt[]): string =>
  csvText([
    ['序号', '核对姓名', label('person'), label('course'), label('topic'), label('completedOn'), label('validUntil')],
    ...people.map(({ person, name }, at) => {
      const { course, topic, completedOn, validUntil } = completionAt(session, person);
      return [at + 1, name, person, course, topicName(topic).zh, completedOn, validUntil ?? ''];
    }),
  ]);
