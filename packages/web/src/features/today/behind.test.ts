import { expect, test } from 'vitest';
import { filterOf } from '../duties/search.ts';
import { backlogBehind, listBehind } from './behind.ts';

test('a figure of Today leads to the list of what it counts', () => {
  const asked = (figure: Parameters<typeof listBehind>[0]) => filterOf(listBehind(figure, '2026-11-23'));
  const backlog = 'apart';
  expect(asked('soon')).toEqual({ status: ['pending'], dueBefore: '2026-12-08', backlog });
  expect(asked('overdue')).toEqual({ status: ['overdue'], backlog });
  expect(asked('review')).toEqual({ status: ['review'], backlog });
  expect(asked('unclear')).toEqual({ status: ['unclear'], backlog });
});

test('a line of the backlog leads to what of the rule fell due before the programme began and was not done', () => {
  expect(filterOf(backlogBehind('p/x'))).toEqual({
    rule: 'p/x',
    status: ['overdue', 'missed'],
    backlog: 'only',
  });
});
