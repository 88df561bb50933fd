import { expect, it } from 'vitest';
import { coolingOffLacks } from './cooling-off.ts';
import { vocabulary } from './index.ts';

const whole = {
  startsOn: '2026-03-05',
  endsOn: '2028-03-05',
  reason: '接触机密级事项',
  noticeOn: '2026-03-01',
  compensationDecidedOn: '2026-03-02',
  objectionTo: '保密委员会办公室',
};

it('a cooling-off period holds with length, reason, notice, compensation and a way to object, and with nothing less', () => {
  expect(coolingOffLacks(whole)).toEqual([]);
  for (const name of ['endsOn', 'reason', 'noticeOn', 'compensationDecidedOn', 'objectionTo'])
    expect(coolingOffLacks({ ...whole, [name]: null })).toEqual([name]);
  expect(coolingOffLacks({ ...whole, reason: ' ' })).toEqual(['reason']);
});

it('names fields that a cooling-off period has, and no rule reads what is said in them', () => {
  const fields = vocabulary.kinds.get('coolingOff')?.fields ?? {};
  for (const name of coolingOffLacks({})) expect(Object.keys(fields)).toContain(name);
  for (const name of ['reason', 'conditions', 'compensation', 'objectionTo'])
    expect(fields[name]?.readable, name).toBe('never');
  const check = vocabulary.kinds.get('eligibilityCheck')?.fields ?? {};
  for (const name of ['clause', 'checkedBy', 'exemptedBy']) expect(check[name]?.readable, name).toBe('never');
});
