import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { useWords } from './language-context.tsx';
import { currentSection, groupsFor } from './navigation.ts';
import type { Me } from './session.ts';

/** The sections in their groups: beside the page where there is room, else behind a button in the head. */
export function Sections({ who }: { readonly who: Me }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const current = currentSection(pathname, who);
  // Whoever went somewhere has chosen.
  useEffect(() => setOpen(false), [pathname]);
  return (
    <>
      <button
        type="button"
        className="shell-menu"
        ref={button}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Bars />
        {t('app.menu')}
      </button>
      <nav
        id={id}
        className={open ? 'shell-nav open' : 'shell-nav'}
        aria-label={t('app.menu')}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !open) return;
          setOpen(false);
          button.current?.focus();
        }}
      >
        {groupsFor(who).map(({ name, entries }) => (
          <div key={name} className="shell-group">
            <p id={`${id}-${name}`}>{t(name)}</p>
            <ul aria-labelledby={`${id}-${name}`}>
              {entries.map(({ to, name: section }) => (
                <li key={to}>
                  <Link
                    to={to}
                    className={to === current ? 'active' : ''}
                    aria-current={to === current ? 'page' : undefined}
                    activeOptions={{ exact: true, includeSearch: false }}
                    onClick={() => setOpen(false)}
                  >
                    {t(section)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </>
  );
}

const Bars = () => (
  <svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden>
    <path d="M4 7h16M4 12h16M4 17h16" strokeLinecap="round" />
  </svg>
);
