import { Text } from '@mantine/core';
import type { PrintShown } from '@sallyport/server/contracts/forms';
import { useWords } from '../../app/language-context.tsx';

export function PrintState({ state }: { readonly state: PrintShown['state'] }) {
  const { t } = useWords();
  return (
    <Text span size="sm" fw={600}>
      {t(`forms.state.${state}`)}
    </Text>
  );
}
