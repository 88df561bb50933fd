// Fails when a committed text file holds a path of one machine: it would be wrong everywhere else.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// Put together from names, so that this file passes its own check.
const folders = ['work', 'farm', 'root', 'home/[a-z][a-z0-9_-]*', 'Users/[A-Za-z][A-Za-z0-9_-]*'].join('|');
const machinePath = new RegExp(`(?:^|[^A-Za-z0-9_.~-])/(?:${folders})/|[A-Z]:\\\\Users\\\\`);

const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
let found = 0;

for (const file of files) {
  const text = readText(file);
  if (text === undefined) continue;
  text.split('\n').forEach((line, index) => {
    if (!machinePath.test(line)) return;
    found += 1;
    console.error(`${file}:${index + 1}: ${line.trim().slice(0, 160)}`);
  });
}

console.log(`Machine paths: ${files.length} files, ${found} found.`);
process.exitCode = found > 0 || files.length === 0 ? 1 : 0;

function readText(file: string): string | undefined {
  try {
    const bytes = readFileSync(file);
    return bytes.includes(0) ? undefined : bytes.toString('utf8');
  } catch {
    // Deleted in the work tree and not yet committed, or a link to nowhere.
    return undefined;
  }
}
