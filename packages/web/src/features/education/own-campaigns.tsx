import type { myCourses } from '@sallyport/server/contracts/education';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { dayText } from '../../app/format.ts';
import { useWords } from '../../app/language-context.tsx';
import { Section } from '../../ui/section.tsx';

type Props = { readonly campaigns: z.output<typeof myCourses.output>['campaigns'] };

/** What the house asks everybody to take part in at present, and the way to it. */
export function OwnCampaigns({ campaigns }: Props) {
  const { t, said, language } = useWords();
  if (campaigns.length === 0) return null;
  return (
    <Section title={t('education.ownCampaigns')}>
      {campaigns.map(({ campaign, title, until, completed, courses }) => (
        <div key={campaign} className="row still">
          <span className="row-title">{title}</span>
          <span className={completed ? 'state state-quiet' : 'state state-open'}>
            {completed ? t('education.standing.met') : t('education.due', { day: dayText(until, language) })}
          </span>
          {completed || courses.length === 0 ? null : (
            <span className="row-more">
              {courses.map((one) => (
                <Link key={one.course} to="/education/$course" params={{ course: one.course }}>
                  {said(one.title)}
                </Link>
              ))}
            </span>
          )}
        </div>
      ))}
    </Section>
  );
}
