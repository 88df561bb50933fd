import { zipOf } from './zip.ts';

export type Files = Readonly<Record<string, string>>;

/** A manifest as tools that export SCORM 1.2 write it. */
export const manifest12 = (more = '', href = 'index.html'): string => `<?xml version="1.0" encoding="utf-8"?>
<manifest identifier="course" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="org"><organization identifier="org"><title>保密与出行 &amp; more</title>
    <item identifier="item" identifierref="sco"><title>第一课</title>${more}</item>
  </organization></organizations>
  <resources><resource identifier="sco" type="webcontent" adlcp:scormtype="sco" href="${href}"><file href="index.html"/></resource></resources>
</manifest>`;

/** The same of SCORM 2004, 4th Edition. */
export const manifest2004 = (
  more = '',
  href = 'content/index.html?lang=zh',
): string => `<?xml version="1.0" standalone="no" ?>
<manifest identifier="course" version="1" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
  <organizations default="org"><organization identifier="org"><title>Course</title>
    <item identifier="item" identifierref="sco"><title>Lesson</title>${more}</item>
  </organization></organizations>
  <resources><resource identifier="sco" type="webcontent" adlcp:scormType="sco" href="${href}"/>
    <resource identifier="shared" type="webcontent" adlcp:scormType="asset" href="shared.html"/></resources>
</manifest>`;

export const packageOf = (files: Files): Buffer =>
  zipOf(Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));

/** How packages find the interface: they look into the window above theirs first, and upwards from there. */
const finding = `
function scan(win) { var tries = 0; while (win.API == null && win.parent != null && win.parent != win && tries < 7) { tries++; win = win.parent; } return win.API; }
var api = null;
if (window.parent && window.parent != window) api = scan(window.parent);
if (api == null && window.top.opener != null) api = scan(window.top.opener);
`;

/** A course of one page with one question, as a plain author would write it: passes, or does not, and says so. */
export const quiz: Files = {
  'imsmanifest.xml': manifest12(),
  'index.html': `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>测验</title><script src="js/api.js"></script></head>
<body><h1>测验</h1><p id="place"></p><button id="right">如实报告</button><button id="wrong">先不报告</button><script>
api.LMSInitialize('');
document.getElementById('place').textContent = api.LMSGetValue('cmi.core.lesson_location') || '第1页';
api.LMSSetValue('cmi.core.lesson_location', '第2页');
api.LMSSetValue('cmi.suspend_data', 'seen=1');
api.LMSCommit('');
function answer(raw) {
  api.LMSSetValue('cmi.interactions.0.id', 'question-1');
  api.LMSSetValue('cmi.interactions.0.type', 'choice');
  api.LMSSetValue('cmi.interactions.0.student_response', 'SECRET-ANSWER');
  api.LMSSetValue('cmi.core.score.raw', String(raw));
  api.LMSSetValue('cmi.core.lesson_status', raw >= 80 ? 'passed' : 'failed');
  api.LMSFinish('');
  document.getElementById('place').textContent = '完成';
}
document.getElementById('right').onclick = function () { answer(100); };
document.getElementById('wrong').onclick = function () { answer(0); };
</script></body></html>`,
  'js/api.js': finding,
};
