import { type Kind, vocabulary } from '@sallyport/core/facts';
import { useParams } from '@tanstack/react-router';

/** The kind that the address names; null where there is none of that name. */
export function useKind(): Kind | null {
  const { kind = '' } = useParams({ strict: false });
  return vocabulary.kinds.get(kind) ?? null;
}
