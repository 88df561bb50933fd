import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const fileName = /^sallyport-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.age$/;
const unfinished = /^sallyport-\d{8}T\d{6}Z\.age\.unfinished$/;
/** A backup holds what has been erased since: it may not outlive this (DECISIONS 10). */
const keptDays = 35;
const msPerDay = 86_400_000;

/** Where the next backup goes, by the time it is made; the folder is made where it is missing, and cleared of what a killed program left. */
export function nextBackupFile(data: string, now: number): string {
  const folder = join(data, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) if (unfinished.test(name)) rmSync(join(folder, name));
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return join(folder, `sallyport-${stamp}Z.age`);
}

/** Takes away the backups of the data folder that are too old; says how many. Files of other names are not ours. */
export function dropOldBackups(data: string, now: number): number {
  const folder = join(data, 'backups');
  const old = readdirSync(folder).filter((name) => now - (madeAt(name) ?? now) > keptDays * msPerDay);
  for (const name of old) rmSync(join(folder, name));
  return old.length;
}

/** When the newest backup of the data folder was made, by its name; null where there is none. */
export function newestBackup(data: string): number | null {
  const folder = join(data, 'backups');
  const made = existsSync(folder) ? readdirSync(folder).flatMap((name) => madeAt(name) ?? []) : [];
  return made.length === 0 ? null : Math.max(...made);
}

function madeAt(name: string): number | null {
  const [, year, month, day, hour, minute, second] = fileName.exec(name) ?? [];
  if (year === undefined) return null;
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}
