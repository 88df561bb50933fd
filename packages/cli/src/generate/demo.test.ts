import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readRegister } from '../register/read-folder.ts';

const demo = join(import.meta.dirname, '../../demo');

it('the demo register is whole; its README says how to make it again', async () => {
  const { register, problems } = await readRegister(demo);
  expect(problems).toEqual([]);
  expect(register.tables.get('person')?.ids).toHaveLength(60);
  expect(register.tables.get('trip')?.ids).toHaveLength(40);
});

it('the demo register says that it is one', async () => {
  const { register } = await readRegister(demo);
  expect(register.tables.get('organisation')?.columns['name']?.values).toEqual(['渝江精密仪器研究院(示例)']);
});
