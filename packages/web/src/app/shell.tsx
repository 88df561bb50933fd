import { ActionIcon, Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { signOut } from '@sallyport/server/contracts/identity';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useListKeys } from '../ui/use-list-keys.ts';
import { forgetSession, useAct } from './ask.ts';
import { useWords } from './language-context.tsx';
import { linePhone, type OfficialLine } from './official-line.ts';
import { seatZone } from './seat.ts';
import { Sections } from './sections.tsx';
import type { Me } from './session.ts';
import { useShortcuts } from './use-shortcuts.ts';

const Finder = lazy(async () => ({ default: (await import('../features/finder/finder.tsx')).Finder }));
const RecoveryNotice = lazy(async () => ({
  default: (await import('../features/sign-in/recovery-notice.tsx')).RecoveryNotice,
}));
const KeyboardHelp = lazy(async () => ({
  default: (await import('../features/finder/keyboard-help.tsx')).KeyboardHelp,
}));

type Props = {
  readonly who: Me | null;
  readonly demo: boolean;
  readonly line: OfficialLine | null | undefined;
  readonly children: ReactNode;
};

/** Head, sections and foot of every page. The official line in the foot is not a setting (PEOPLE.md): each page has it. */
export function Shell({ who, demo, line, children }: Props) {
  const { t } = useWords();
  // Whoever still owes a proof has no sections yet.
  const whole = who === null || who.need !== null ? null : who;
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <header>
        {demo ? <p className="shell-demo">{t('app.demo')}</p> : null}
        <div className="shell-head">
          <Link to="/" className="shell-name">
            {t('app.name')}
          </Link>
          <span className="shell-gap" />
          {whole === null ? null : <Shortcuts who={whole} />}
          <Tools who={who} />
        </div>
      </header>
      <div className="shell-body">
        {whole === null ? null : <Sections who={whole} />}
        <main className="shell-main" id="main" tabIndex={-1}>
          {whole === null || whole.recoveredSince === null ? null : (
            <Suspense>
              <RecoveryNotice since={whole.recoveredSince} />
            </Suspense>
          )}
          {children}
        </main>
      </div>
      <footer className="shell-foot">
        <Line line={line} /> <a href="/learn">{t('app.learn')}</a>
        {who === null ? null : <div>{t('app.zone', { zone: seatZone() })}</div>}
      </footer>
    </div>
  );
}

/** As the law of the organisation's country names it; before the program has said which, as the page itself came with it. */
function Line({ line }: Pick<Props, 'line'>) {
  const { t, said } = useWords();
  const phone = line === undefined ? linePhone() : (line?.phone ?? null);
  if (phone === null) return null;
  return (
    <>
      {line === null || line === undefined ? t('app.line') : said(line.name)} <a href={`tel:${phone}`}>{phone}</a> ·{' '}
      {t('app.lineNote')}
    </>
  );
}

/** Dialogs that keys open from everywhere; each is fetched when it is first opened. */
function Shortcuts({ who }: { readonly who: Me }) {
  const { t } = useWords();
  const [open, setOpen] = useState<'finder' | 'help' | null>(null);
  const close = (): void => setOpen(null);
  useListKeys();
  useShortcuts({ find: () => setOpen('finder'), help: () => setOpen('help') });
  return (
    <>
      <ActionIcon
        variant="subtle"
        aria-label={t('app.find')}
        aria-keyshortcuts="Control+K"
        title={`${t('app.find')} (Ctrl+K)`}
        onClick={() => setOpen('finder')}
      >
        <Glass />
      </ActionIcon>
      <Suspense>
        {open === 'finder' ? <Finder who={who} onClose={close} onHelp={() => setOpen('help')} /> : null}
        {open === 'help' ? <KeyboardHelp onClose={close} /> : null}
      </Suspense>
    </>
  );
}

function Tools({ who }: { readonly who: Me | null }) {
  const { t, language, choose } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const client = useQueryClient();
  const leave = useAct(signOut, false);
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <div className="shell-tools">
      <Button
        variant="subtle"
        size="compact-sm"
        fw={400}
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        onClick={() => choose(other)}
      >
        {other === 'zh' ? '中文' : 'English'}
      </Button>
      <ActionIcon
        variant="subtle"
        aria-label={t(dark ? 'app.light' : 'app.dark')}
        title={t(dark ? 'app.light' : 'app.dark')}
        onClick={() => setColorScheme(dark ? 'light' : 'dark')}
      >
        {dark ? <Sun /> : <Moon />}
      </ActionIcon>
      {who === null ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          fw={400}
          loading={leave.isPending}
          onClick={() => leave.mutate({}, { onSuccess: () => forgetSession(client) })}
        >
          {t('app.signOut')}
        </Button>
      )}
    </div>
  );
}

const Glass = () => (
  <svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden>
    <circle cx="10.5" cy="10.5" r="6.5" />
    <path d="m15.5 15.5 5 5" strokeLinecap="round" />
  </svg>
);

const Moon = () => (
  <svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden>
    <path d="M20 14.5A8 8 0 1 1 9.5 4a6.5 6.5 0 0 0 10.5 10.5z" strokeLinejoin="round" />
  </svg>
);

const Sun = () => (
  <svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden>
    <circle cx="12" cy="12" r="4.5" />
    <path d="M12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3 19 19M5 19l1.7-1.7M17.3 6.7 19 5" />
  </svg>
);
