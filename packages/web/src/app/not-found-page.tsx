import { Empty } from '../ui/empty.tsx';
import { useWords } from './language-context.tsx';

export function NotFoundPage() {
  const { t } = useWords();
  return <Empty whole title={t('app.notFound')} note={t('app.notFoundNote')} />;
}
