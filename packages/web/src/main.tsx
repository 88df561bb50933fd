import './app/styles.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from './app/ask.ts';
import { firstLanguage } from './app/language.ts';
import { LanguageProvider } from './app/language-context.tsx';
import { rememberFromAddress } from './app/organisation.ts';
import { router } from './app/router.tsx';
import { StepUpProvider } from './app/step-up.tsx';
import { readable, theme } from './app/theme.ts';
import { fetchWords } from './app/words.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// Where the library that locks scrolling behind a dialog looks for the nonce of its style.
Object.assign(globalThis, { __webpack_nonce__: nonce });

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
rememberFromAddress(location);
const client = makeQueryClient();
await fetchWords(firstLanguage());
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={readable}
      getStyleNonce={() => nonce}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={client}>
        <LanguageProvider>
          <StepUpProvider>
            <RouterProvider router={router} />
          </StepUpProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
