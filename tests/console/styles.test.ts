import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const loaded = readFileSync(join(root, 'packages/web/src/app/styles.css'), 'utf8');

/** Components whose look is the sheet of another one. */
const look: Readonly<Record<string, string>> = {
  TextInput: 'Input',
  Textarea: 'Input',
  NativeSelect: 'Input',
  FileInput: 'Input',
  Select: 'Combobox',
  Autocomplete: 'Combobox',
};

const used = new Set(
  globSync('packages/web/src/**/*.{ts,tsx}', { cwd: root }).flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(
      ([, names = '']) => names.split(',').map((name) => name.trim()),
    ),
  ),
);

test('the sheet of every component in use is loaded', () => {
  const needed = [...used]
    .map((name) => look[name] ?? name)
    .filter((name) => existsSync(join(root, `node_modules/@mantine/core/styles/${name}.css`)));
  expect(needed.length).toBeGreaterThan(10);
  expect(needed.filter((name) => !loaded.includes(`/styles/${name}.css"`))).toEqual([]);
});
