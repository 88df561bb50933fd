import { formatDay } from '@sallyport/core/calendar';
import type { Kind } from '@sallyport/core/facts';
import type { Part } from '../../platform/paper/paper.ts';
import { referredFact } from '../register/index.ts';
import type { Printed } from './compose.ts';
import { signersOf } from './signers.ts';
import { dayText, type Reader } from './values.ts';

/** All that anybody has in hand, over as many pages as it takes; what one paper can be drawn of in the time it has. */
const mostLines = 5000;

const words = {
  zh: { heads: ['类别', '内容', '接收人', '交接日期', '接收人签字'], more: '其余各项见系统内的交接清单。' },
  en: {
    heads: ['Kind', 'What', 'Receiver', 'Handed over', 'Receiver signs'],
    more: 'The rest is in the list of the program.',
  },
} as const;
const shares = [2, 5, 2, 3, 3] as const;

/** What the program has of a fact line by line, with room to sign; of no fact, lines to fill in by hand. */
export const itemsOf = (reader: Reader, fact: Printed | null, kind: Kind): Promise<Part> =>
  kind.name === 'course' ? signersOf(reader, fact) : handedOf(reader, fact);

/** What a leaver hands over, with room for whoever takes it on to sign; of no fact, lines to fill in by hand. */
async function handedOf(reader: Reader, fact: Printed | null): Promise<Part> {
  const { tx, actor, language, dayOf, leaving } = reader;
  const said = words[language];
  const lines = fact === null ? [] : await leaving.lines(tx, fact.id, mostLines + 1);
  const rows: string[][] = [];
  const names = new Map<string, string>();
  for (const { what, content, receiver, handedOn } of lines.slice(0, mostLines)) {
    if (receiver !== null && !names.has(receiver)) {
      const person = await referredFact(tx, actor, 'person', receiver);
      names.set(receiver, String(person?.fact.fields['name'] ?? ''));
    }
    const day = handedOn === null ? '' : dayText(formatDay(dayOf(handedOn.getTime() * 1000)), language);
    rows.push([what[language], content[language], names.get(receiver ?? '') ?? '', day, '']);
  }
  if (lines.length > mostLines) rows.push(['', said.more, '', '', '']);
  while (rows.length < 3) rows.push(said.heads.map(() => ''));
  return { part: 'table', columns: said.heads.map((head, at) => ({ head, share: shares[at] ?? 1 })), rows };
}
