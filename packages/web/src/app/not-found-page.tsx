import { EmptyPage } from '../ui/empty.tsx';
import { useWords } from './language-context.tsx';

export function NotFoundPage() {
  const { t } = useWords();
  return <EmptyPage title={t('app.notFound')} note={t('app.notFoundNote')} />;
}
