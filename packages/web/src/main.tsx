import '@mantine/core/styles.css';
import { MantineProvider, Text } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider getStyleNonce={() => nonce}>
      <Text>平安门</Text>
    </MantineProvider>
  </StrictMode>,
);
