import { dayText } from '../app/format.ts';
import { useWords } from '../app/language-context.tsx';

type Props = { readonly held: { readonly day: string; readonly taken: boolean } | undefined };

/** Beside a value that the personnel file keeps, by which day's file; nothing beside any other. */
export function HeldNote({ held }: Props) {
  const { t, language } = useWords();
  if (held === undefined) return null;
  return (
    <span className="pairs-note">
      {held.taken ? t('register.taken') : t('register.fromFile', { day: dayText(held.day, language) })}
    </span>
  );
}
