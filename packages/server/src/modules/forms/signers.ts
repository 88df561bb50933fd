import type { Part } from '../../platform/paper/paper.ts';
import { kindNamed, scopeFor } from '../register/index.ts';
import type { Printed } from './compose.ts';
import type { Reader } from './values.ts';

/** Longer lists are printed unit by unit. */
const mostLines = 500;

const words = {
  zh: { heads: ['部门', '姓名', '签名'], more: '其余人员请分部门打印。' },
  en: { heads: ['Unit', 'Name', 'Signature'], more: 'Print the rest unit by unit.' },
} as const;
const shares = [4, 3, 4] as const;

/** Everybody expected, by unit and name, who signs in the row; lines besides for whoever came as well. */
export async function signersOf({ tx, actor, language, expectedAt }: Reader, fact: Printed | null): Promise<Part> {
  const said = words[language];
  const scope = scopeFor(kindNamed('person'), actor, 'read');
  const found = fact === null || scope === null ? [] : await expectedAt(tx, scope, fact.id, mostLines + 1);
  const rows = found.slice(0, mostLines).map(({ unitName, name }) => [unitName ?? '', name, '']);
  if (found.length > mostLines) rows.push(['', said.more, '']);
  for (let at = 0; at < 3; at++) rows.push(['', '', '']);
  return { part: 'table', columns: said.heads.map((head, at) => ({ head, share: shares[at] ?? 1 })), rows };
}
