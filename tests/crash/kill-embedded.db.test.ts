import { describe } from 'vitest';
import { killPoints } from './kill-points.ts';

describe("the program's own database", () => {
  killPoints(() => null);
});
