import { Link, useNavigate } from '@tanstack/react-router';
import { useWords } from '../../app/language-context.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProposeForm } from './propose-form.tsx';

export function NewAdvisoryPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <>
      <p className="back">
        <Link to="/advisories">{t('advisory.list')}</Link>
      </p>
      <PageHead title={t('advisory.new')} note={t('advisory.newNote')} />
      <ProposeForm follows={null} onAsked={() => void navigate({ to: '/advisories' })} />
    </>
  );
}
