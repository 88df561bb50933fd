import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { upFrom, withScript } from './page.ts';
import { scriptOf } from './script.ts';

const put = (page: string): string => withScript(Buffer.from(page), upFrom('a/b.html')).toString();
const tag = '<script src="../__sallyport.js"></script>';

test('the script comes before all others of a page, and leaves every byte of it as it was', () => {
  expect(put('<!DOCTYPE html><html><head lang="zh"><script>1</script>')).toBe(
    `<!DOCTYPE html><html><head lang="zh">${tag}<script>1</script>`,
  );
  expect(put('<header>中文</header>')).toBe(`${tag}<header>中文</header>`);
  expect(put('<HTML><body>')).toBe(`<HTML>${tag}<body>`);
  const old = Buffer.from([0x3c, 0x68, 0x65, 0x61, 0x64, 0x3e, 0xb0, 0xa1, 0xff]);
  expect(withScript(old, '').subarray(-3)).toEqual(old.subarray(-3));
});

test('what was kept cannot end the script early', () => {
  const run = { standard: '1.2', run: 'r', resumes: true, launchData: '', mastery: null, threshold: null } as const;
  const text = scriptOf({ ...run, location: '</script><script>evil()', suspendData: '\u2028' }, 'https://a.example');
  expect(text).not.toContain('</script>');
  expect(text).not.toContain('\u2028');
  expect(new Script(text)).toBeInstanceOf(Script);
});
