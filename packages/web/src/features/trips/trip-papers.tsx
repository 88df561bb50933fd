import { attachPaper } from '@sallyport/server/contracts/trips';
import { useAct } from '../../app/ask.ts';
import { useWords } from '../../app/language-context.tsx';
import { Section } from '../../ui/section.tsx';
import { FilePicker } from '../files/file-picker.tsx';
import { sizeText } from '../files/size-text.ts';
import { useUploads } from '../files/use-uploads.ts';
import type { Trip } from './trip-type.ts';

/** The invitation and what belongs to it, to be downloaded; attached by whoever may still change the plan. */
export function TripPapers({ trip }: { readonly trip: Trip }) {
  const { t, language } = useWords();
  const { papers } = trip;
  return (
    <Section title={t('trip.papers')}>
      {papers.length === 0 ? <p>{t('trip.noPapers')}</p> : null}
      <ul>
        {papers.map(({ file, name, size }) => (
          <li key={file}>
            <a href={`/api/trips/open-paper?trip=${trip.trip}&file=${file}`} download={name}>
              {name}
            </a>{' '}
            {sizeText(size, language)}
          </li>
        ))}
      </ul>
      {trip.may.includes('change') ? <AttachPaper trip={trip.trip} /> : null}
    </Section>
  );
}

function AttachPaper({ trip }: { readonly trip: string }) {
  const attach = useAct(attachPaper);
  const { uploads, choose, drop } = useUploads(async (ticket, key) => {
    await attach.mutateAsync({ trip, ticket });
    drop(key);
  });
  return <FilePicker uploads={uploads} onChoose={(files) => void choose(files)} onDrop={drop} />;
}
