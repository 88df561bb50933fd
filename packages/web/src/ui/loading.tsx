import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useWords } from '../app/language-context.tsx';

const widths = ['72%', '64%', '80%', '58%', '70%'];

/** The shape of what is coming, so that the page does not jump when it is there. */
export function Loading() {
  const { t } = useWords();
  return (
    <Stack gap="md" role="status">
      <VisuallyHidden>{t('app.loading')}</VisuallyHidden>
      {widths.map((width) => (
        <Skeleton key={width} height={22} width={width} />
      ))}
    </Stack>
  );
}
