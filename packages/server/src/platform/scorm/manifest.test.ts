import { expect, test } from 'vitest';
import { manifest12, manifest2004, packageOf, quiz } from '../../../../../tests/support/scorm.ts';
import { zipOf } from '../../../../../tests/support/zip.ts';
import { checkPackage } from './check-package.ts';
import { contentsOf, packageLimits, unpacked } from './contents.ts';
import { readManifest } from './manifest.ts';

const has = (): boolean => true;
const nothing = (): boolean => false;
const read = (text: string) => readManifest(text, has);

test('a manifest of 1.2 and one of 2004 say where the package begins and what it takes', () => {
  expect(
    read(manifest12('<adlcp:masteryscore>80</adlcp:masteryscore><adlcp:datafromlms>a=1</adlcp:datafromlms>')),
  ).toEqual({
    standard: '1.2',
    title: '第一课',
    entry: 'index.html',
    query: '',
    mastery: 80,
    threshold: null,
    launchData: 'a=1',
  });
  const measured = `<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.8"/><imsss:sequencing><imsss:objectives>
    <imsss:primaryObjective satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.75</imsss:minNormalizedMeasure></imsss:primaryObjective>
    </imsss:objectives></imsss:sequencing>`;
  expect(read(manifest2004(measured))).toMatchObject({
    standard: '2004',
    entry: 'content/index.html',
    query: '?lang=zh',
    mastery: 0.75,
    threshold: 0.8,
  });
});

test.each([
  ['another standard', manifest12().replace('>1.2<', '>1.3 beta?<').replace('1.3 beta?', 'AICC'), 'package-standard'],
  ['a document type', manifest12().replace('<manifest', '<!DOCTYPE manifest SYSTEM "x"><manifest'), 'package-manifest'],
  [
    'an entity that would fetch a file',
    manifest12()
      .replace('<manifest', '<!DOCTYPE m [<!ENTITY e SYSTEM "file:///etc/passwd">]><manifest')
      .replace('第一课', '&e;'),
    'package-manifest',
  ],
  ['no XML', 'hello', 'package-manifest'],
  ['an element that does not end', manifest12().replace('</manifest>', ''), 'package-manifest'],
  ['a page of another host', manifest12('', 'https://elsewhere.example/index.html'), 'package-entry'],
  ['a script of its own', manifest12('', 'javascript:alert(1)'), 'package-entry'],
  ['no part that reports', manifest12().replace('"sco" href', '"asset" href'), 'package-manifest'],
  [
    'two parts that report',
    manifest12().replace(
      '</organization>',
      '<item identifier="b" identifierref="sco"><title>b</title></item></organization>',
    ),
    'package-several',
  ],
])('a manifest with %s is refused', (_what, text, fault) => {
  expect(read(text)).toBe(fault);
});

test('a first page that leads upwards ends at the top of the package, as addresses do', () => {
  expect(read(manifest12('', '../../etc/index.html'))).toMatchObject({ entry: 'etc/index.html' });
});

test('a deep or endless manifest is refused, and not read to its end', () => {
  const deep = manifest12('<item>'.repeat(80) + '</item>'.repeat(80));
  expect(read(deep)).toBe('package-manifest');
  const broad = manifest12('<adlcp:prerequisites/>'.repeat(60_000));
  expect(read(broad)).toBe('package-manifest');
});

test('a package is taken with its manifest at the top, and refused for whatever could lie elsewhere', () => {
  const check = (files: Readonly<Record<string, string>>) => checkPackage(packageOf(files), nothing);
  expect(check(quiz)).toMatchObject({ standard: '1.2', entry: 'index.html' });
  expect(check({ 'course/imsmanifest.xml': manifest12() })).toBe('package-no-manifest');
  expect(check({ ...quiz, 'index.html': '', 'imsmanifest.xml': manifest12('', 'other.html') })).toBe('package-entry');
  for (const path of [
    '../evil.js',
    '/etc/passwd',
    'a\\b.js',
    'a/../../b',
    'c:/x',
    'a//b',
    'INDEX.HTML',
    'a\nb',
    'x'.repeat(400),
  ])
    expect([path, check({ ...quiz, [path]: 'x' })]).toEqual([path, 'package-paths']);
  expect(checkPackage(Buffer.from('PK no zip'), nothing)).toBe('package-damaged');
  const wide = zipOf([
    ...Object.entries(quiz).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
    { name: 'wide.html', bytes: Buffer.from('\ufeff<html></html>', 'utf16le') },
  ]);
  expect(checkPackage(wide, nothing)).toBe('package-encoding');
});

test('a bomb unpacks to what it claims at most, and may not claim much', () => {
  const zeros = Buffer.alloc(8 * 2 ** 20);
  const lying = contentsOf(zipOf([{ name: 'a.js', bytes: zeros, claimed: 100 }]));
  const entry = typeof lying === 'string' ? undefined : lying.get('a.js');
  expect(entry && unpacked(entry)).toBe(null);
  expect(contentsOf(zipOf([{ name: 'a.js', bytes: zeros, claimed: packageLimits.file + 1 }]))).toBe(
    'package-too-large',
  );
  const many = Array.from({ length: 4 }, (_, at) => ({
    name: `${at}.mp4`,
    bytes: Buffer.alloc(1),
    claimed: 90 * 2 ** 20,
  }));
  expect(contentsOf(zipOf(many))).toBe('package-too-large');
  const crowd = Array.from({ length: packageLimits.files + 1 }, (_, at) => ({
    name: `${at}.js`,
    bytes: Buffer.alloc(0),
  }));
  expect(contentsOf(zipOf(crowd))).toBe('package-too-large');
});

test('a text with a mark is refused, in whichever page it stands', () => {
  const marked = (text: string): boolean => text.includes('MARK');
  expect(checkPackage(packageOf({ ...quiz, 'notes/a.txt': 'MARK' }), marked)).toBe('marked');
  expect(checkPackage(packageOf({ ...quiz, 'MARK.png': 'x' }), marked)).toBe('marked');
  expect(checkPackage(packageOf({ ...quiz, 'a.txt': 'none' }), marked)).toMatchObject({ standard: '1.2' });
});
