import { dayText, momentText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import type { Course } from './education-page.tsx';

/** How far somebody is with a course, in a few words. */
export function Standing({ course }: { readonly course: Course }) {
  const { t, language } = useWords();
  const { next, validUntil, lessons } = course;
  if (next.may === 'continue') return <span className="state state-open">{t('education.underWay')}</span>;
  if (next.may === 'wait')
    return <span className="state">{t('education.waitUntil', { when: momentText(next.until, language) })}</span>;
  if (next.may === 'ask') return <span className="state state-open">{t('education.noneLeft')}</span>;
  if (validUntil !== null)
    return (
      <span className="state state-quiet">{t('education.countsUntil', { day: dayText(validUntil, language) })}</span>
    );
  const read = lessons.filter(({ acknowledged }) => acknowledged !== null).length;
  return (
    <span className="state">
      {read === 0 ? t('education.notBegun') : t('education.lessonsRead', { read, of: lessons.length })}
    </span>
  );
}
