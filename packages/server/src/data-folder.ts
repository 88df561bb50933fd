import { chmodSync, mkdirSync } from 'node:fs';

/** Closed to everybody else; where root runs the program, PostgreSQL's own account passes through to its folder, which is closed too. */
export function makeDataFolder(data: string): void {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  mkdirSync(data, { recursive: true, mode });
  chmodSync(data, mode);
}
