import { expect, test } from 'vitest';
import { deviceName } from './device-name.ts';

test('a browser is named as its owner would name it', () => {
  const chrome =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
  expect(deviceName(chrome)).toBe('Chrome 156 · Linux');
  expect(deviceName(chrome.replace('X11; Linux x86_64', 'Windows NT 10.0; Win64; x64').concat(' Edg/156.0.0.0'))).toBe(
    'Edge 156 · Windows',
  );
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
  expect(deviceName(`${phone} Version/18.0 Mobile/15E148 Safari/604.1`)).toBe('Safari 18 · iOS');
});

test('what is no browser is shown as it is', () => {
  expect(deviceName('curl/8.5.0')).toBe('curl/8.5.0');
});
