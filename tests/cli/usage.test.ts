import { describe, expect, it } from 'vitest';
import { languageAsked, usageMessage } from '../../packages/cli/src/usage.ts';
import { sallyport, sallyportWith } from './sallyport.ts';

const chinese = /[\u4e00-\u9fff]/;

/** Every way to get a command line wrong, and a word of it that the answer names. */
const wrong: readonly (readonly [string, ...string[]])[] = [
  ['nosuch', 'nosuch'],
  ['nosuch', 'law', 'nosuch'],
  ['--bogus', '--bogus'],
  ['--bogus', 'evaluate', '--register', 'x', '--bogus'],
  ['--register <dir>', 'evaluate'],
  ['--register <dir>', 'evaluate', '--register'],
  ['<clause>', 'law', 'show'],
  ['one, two, three', 'law', 'show', 'one', 'two', 'three'],
];

describe('a command line that is wrong', () => {
  it('is refused with status 1 and one sentence in the language of --lang or the locale', () => {
    for (const [named, ...args] of wrong) {
      for (const language of ['zh', 'en']) {
        const locale = { LC_ALL: language === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8' };
        const { status, stdout, stderr } = sallyportWith(locale, ...args);
        const told = `${args.join(' ')} (${language})`;
        expect({ status, stdout }, told).toEqual({ status: 1, stdout: '' });
        expect(stderr, told).toContain(named);
        expect(chinese.test(stderr), told).toBe(language === 'zh');
        expect(stderr, told).not.toContain('error:');
        expect(stderr.trim().split('\n'), told).toHaveLength(1);
      }
    }
  });

  it('names what was probably meant, and takes --lang before the locale', () => {
    const asked = sallyportWith({ LC_ALL: 'en_US.UTF-8' }, 'evalute', '--lang', 'zh');
    expect(asked.stderr).toBe('没有命令 evalute。用 --help 查看全部命令。是否想写 evaluate？\n');
    expect(languageAsked(['law', '--lang=en'], 'zh_CN.UTF-8')).toBe('en');
    expect(usageMessage('something the library says one day\n', 'zh')).toBe('something the library says one day\n');
  });
});

it('the headings of help are in the language asked for', () => {
  const [zh, en] = ['zh', 'en'].map((language) => sallyport('explain', '--help', '--lang', language));
  expect(zh?.stdout).toMatch(/^用法：[^]*\n参数：\n[^]*\n选项：\n[^]*显示帮助\n$/);
  expect(zh?.stdout).not.toMatch(/Usage|Options|display/);
  expect(en?.stdout).toMatch(/^Usage:[^]*\nArguments:\n[^]*\nOptions:\n[^]*show help\n$/);
});
