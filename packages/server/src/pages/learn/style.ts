import { raw } from 'hono/html';

/** Marked as no text of anybody's: it stands here whole and takes nothing in. */
export const style = raw(`
:root { color-scheme: light dark; --line: #d5dadf; --soft: #4a5560; --link: #1d4d4f; }
@media (prefers-color-scheme: dark) { :root { --line: #3a4149; --soft: #b4bcc4; --link: #87bcbd; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1.0625rem/1.75 -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
:lang(en) body { font-family: -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
a { color: var(--link); }
header, footer { display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 12px clamp(14px, 4vw, 32px); border-bottom: 1px solid var(--line); }
header { justify-content: space-between; }
footer { display: block; border-top: 1px solid var(--line); border-bottom: 0; color: var(--soft); }
.name { font-weight: 700; text-decoration: none; }
main { max-width: 44rem; margin: 0 auto; padding: 20px clamp(14px, 4vw, 32px) 48px; }
h1 { font-size: 1.65rem; line-height: 1.35; margin: 16px 0 4px; }
h2 { font-size: 1.15rem; margin: 32px 0 4px; }
.lead { font-size: 1.1rem; margin: 0 0 8px; color: var(--soft); }
.note { font-size: 0.9rem; color: var(--soft); }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; font-size: 0.95rem; }
nav a[aria-current] { font-weight: 700; text-decoration: none; }
ul { padding-inline-start: 1.2em; }
.topics { list-style: none; padding: 0; }
.topics li { padding: 14px 0; border-top: 1px solid var(--line); }
.topics a { font-weight: 600; font-size: 1.1rem; }
@media print { header, nav { display: none; } }
`);
