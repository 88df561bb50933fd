import { describe } from 'vitest';
import { externalServer } from './external-server.ts';
import { killPoints } from './kill-points.ts';

describe('a server of its own', () => {
  const server = externalServer();
  killPoints(server.urls);
});
