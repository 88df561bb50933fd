import { Link } from '@tanstack/react-router';
import { EmptyPage } from '../ui/empty.tsx';
import { useWords } from './language-context.tsx';

/** Said before anything is asked: the program would refuse it. */
export function NoRightPage() {
  const { t } = useWords();
  return (
    <EmptyPage title={t('app.noRight')} note={t('app.noRightNote')}>
      <Link to="/mine">{t('nav.mine')}</Link>
    </EmptyPage>
  );
}
