import type { Room } from '../../platform/actions/implement.ts';
import { implementLedger } from './ledger.ts';
import type { FormsParts } from './parts.ts';
import { implementPrint } from './print.ts';
import { implementTakeBack } from './take-back.ts';
import { implementTemplates } from './templates.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export { formTables } from './columns.ts';
export { movePrints, returnPrints } from './move-prints.ts';

/** The unit's own forms: printed from the register under a number, signed on paper, and taken back as evidence. */
export function formsRoom(parts: FormsParts): Room {
  const templates = implementTemplates(parts);
  const print = implementPrint(parts);
  return {
    actions: [...templates.actions, ...print.actions, ...implementTakeBack(parts)],
    queries: [...templates.queries, ...print.queries, implementLedger(parts)],
    words: { zh, en },
  };
}
