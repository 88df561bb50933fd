import { lazy, Suspense } from 'react';
import { useMe } from '../../app/session.ts';
import { fetchLaterWords } from '../../app/words.ts';

/** It says words of another room, which do not come with the first page. */
const UnreadAdvisories = lazy(async () => {
  const [page] = await Promise.all([import('../advisories/unread-advisories.tsx'), fetchLaterWords()]);
  return { default: page.UnreadAdvisories };
});

/** What changed and is not acknowledged, for who sees to it in the whole house; nothing for anybody else. */
export function Unread() {
  const { roles } = useMe();
  if (!roles.some(({ role, unit }) => role === 'security-officer' && unit === null)) return null;
  return (
    <Suspense fallback={null}>
      <UnreadAdvisories />
    </Suspense>
  );
}
