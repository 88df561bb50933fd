import { useWords } from '../../app/language-context.tsx';
import type { Reason } from './briefing-of.ts';

/** Why a block is in the briefing, in words: what of this journey asks for it. */
export function useReason(): (reason: Reason) => string {
  const { t } = useWords();
  const listed = (words: readonly string[]): string => words.join(t('app.listed'));
  return (reason) => {
    switch (reason.by) {
      case 'hosts':
        return t('briefing.because.hosts', { what: listed(reason.of.map((one) => t(`trip.hostKind.${one}`))) });
      case 'items':
        return t('briefing.because.items', { what: listed(reason.of.map((one) => t(`trip.item.${one}`))) });
      case 'trips':
        return t('briefing.because.trips', { what: listed(reason.of.map((one) => t(`trip.kind.${one}`))) });
      case 'posts':
        return t('briefing.because.posts', { what: listed(reason.of.map((one) => t(`briefing.post.${one}`))) });
      case 'risk':
        return t('briefing.because.risk', {
          place: reason.place,
          risk: t(`advisory.risk.${reason.risk}`),
          level: t(`advisory.level.${reason.level}`),
        });
      default:
        return t(`briefing.because.${reason.by}`);
    }
  };
}
