import type { Field } from '@sallyport/core/facts';
import { dayText, headed, momentText } from '../../app/format.ts';
import type { Language } from '../../app/language.ts';
import { sayIn } from '../../app/words.ts';
import type { SentCell } from './fact-form.ts';

/** A cell as a reader sees it. */
export function cellText(field: Field, cell: SentCell, language: Language): string {
  if (cell === null)
    return sayIn(
      language,
      field.type === 'day' || field.type === 'instant' ? 'register.unknown' : 'register.notFilled',
    );
  if (typeof cell === 'boolean') return sayIn(language, cell ? 'app.yes' : 'app.no');
  if (typeof cell === 'number') return String(cell);
  if (field.type === 'word') return headed(field.words?.[cell]?.[language] ?? cell);
  if (field.type === 'day') return dayText(cell, language);
  return field.type === 'instant' ? momentText(cell, language) : cell;
}
